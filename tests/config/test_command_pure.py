"""The commands that need no database, as other programs call them."""

import json

import click
import pytest
from click.testing import CliRunner

from config.command_pure import register


@click.group()
def cli() -> None:
    """The command as it is assembled elsewhere."""


register(cli)


def run(*arguments: str, stdin: bytes | None = None):
    return CliRunner().invoke(cli, [str(argument) for argument in arguments], input=stdin)


def contact_line(**changes) -> dict:
    good = {"person": "p", "number": "10012345678", "channel": "call", "at": "2026-09-01T10:00:00+08:00"}
    return {**good, **changes}


# ---- contact judge


def test_each_line_is_answered_in_its_place_and_bad_ones_make_the_end_2(tmp_path):
    late = contact_line(
        at="2026-09-01T21:05:00+08:00",
        to="debtor",
        facts={"agreed_hours": False},
        history=[{"channel": "call", "number": "1", "at": "2026-09-01T09:00:00+08:00", "answered": True}],
    )
    file = tmp_path / "asked.jsonl"
    file.write_bytes(
        b"\xef\xbb\xbf"
        + "\r\n".join([json.dumps(late), "nonsense", "", json.dumps(contact_line())]).encode()
        + b"\n\xff\xff\n"
    )

    result = run("contact", "judge", file)

    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 2
    assert answers[0] == {
        "allowed": False,
        "rule": "contact.hours",
        "pack": "cn-2026-01@1",
        "count": 0,
        "until": "2026-09-02T08:00:00+08:00",
        "message": (
            "现在是北京时间 21:05，电话只可在 08:00–21:00 之间进行，当事人也未另行约定时间。"
            "请于 2026-09-02 08:00 后再联系。"
        ),
    }
    assert answers[1]["refusal"]["code"] == "contact.bad_line"
    assert answers[1]["refusal"]["facts"]["line"] == 2
    assert answers[2]["allowed"] is True
    assert answers[3]["refusal"]["facts"]["line"] == 5
    assert len(answers) == 4


def test_good_lines_from_standard_input_end_with_0():
    result = run("contact", "judge", "-", stdin=json.dumps(contact_line()).encode())
    assert result.exit_code == 0
    assert json.loads(result.stdout)["allowed"] is True


def test_an_empty_file_says_nothing(tmp_path):
    (tmp_path / "empty.jsonl").write_bytes(b"")
    result = run("contact", "judge", tmp_path / "empty.jsonl")
    assert (result.exit_code, result.stdout) == (0, "")


def test_half_a_surrogate_pair_in_a_line_is_answered():
    line = json.dumps(contact_line(facts={"\ud800": True})).encode()
    result = run("contact", "judge", "-", stdin=line)
    assert result.exit_code == 2
    assert "不认识的事实" in json.loads(result.stdout)["refusal"]["message"]


@pytest.mark.parametrize(("name", "why"), [("missing.jsonl", "文件或文件夹不存在"), (".", "这是文件夹")])
def test_a_file_that_cannot_be_read_is_refused(tmp_path, name, why):
    result = run("contact", "judge", tmp_path / name)
    assert result.exit_code == 2
    refusal = json.loads(result.stdout)["refusal"]
    assert refusal["code"] == "file.unreadable"
    assert why in refusal["message"]


# ---- calendar


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (("add", "2026-09-30", "1"), "2026-10-08"),
        (("add", "2026-09-30", "3"), "2026-10-10"),
        (("add", "2026-10-03", "0"), "2026-10-03"),
        (("add", "2026-10-08", "-1"), "2026-09-30"),
        (("add", "2026-10-08", "--", "-1"), "2026-09-30"),
        (("between", "2026-09-30", "2026-10-10"), "3"),
        (("between", "2026-10-10", "2026-09-30"), "-3"),
        (("between", "2026-10-01", "2026-10-07"), "0"),
        (("between", "2024-01-01", "2026-12-31"), "747"),
    ],
)
def test_working_days(arguments, answer):
    result = run("calendar", *arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"{answer}\n", "")


def test_a_year_nobody_published_is_answered_with_a_warning_aside():
    result = run("calendar", "add", "2026-12-31", "1")
    assert (result.exit_code, result.stdout) == (0, "2027-01-01\n")
    assert "2027 年的放假安排尚未公布" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("add", "2026-02-30", "1"), "calendar.bad_date"),
        (("add", "soon", "1"), "calendar.bad_date"),
        (("add", "2026-09-30", "1.5"), "calendar.bad_days"),
        (("add", "2026-09-30", "many"), "calendar.bad_days"),
        (("add", "2026-09-30", "9" * 5_000), "calendar.bad_days"),
        (("add", "2026-09-30", "999999999"), "calendar.too_far"),
        (("between", "2026-09-30", "2026-09-31"), "calendar.bad_date"),
    ],
)
def test_what_is_no_date_or_number_is_refused(arguments, code):
    result = run("calendar", *arguments)
    assert result.exit_code == 2
    assert json.loads(result.stdout)["refusal"]["code"] == code


# ---- allocation split

CASES = "case_no,person,amount\n" + "".join(
    f"A-{number},p{number // 2},{number}.50\n" for number in range(40)
)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "cases.csv"
    path.write_bytes(CASES.encode("gbk"))
    return path


@pytest.mark.parametrize("mode", ["number", "amount", "both", "cumulative"])
def test_a_list_is_divided_and_written_out(file, tmp_path, mode):
    out = tmp_path / "out.csv"

    result = run("allocation", "split", file, "--people", "4", "--mode", mode, "--out", out)

    assert result.exit_code == 0
    answer = json.loads(result.stdout)
    assert list(answer) == ["people", "spread_count", "spread_amount", "seconds"]
    assert [list(person) for person in answer["people"]] == [["collector", "count", "amount"]] * 4
    assert sum(person["count"] for person in answer["people"]) == 40
    assert f"{sum(float(person['amount']) for person in answer['people']):.2f}" == "800.00"
    lines = out.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "case_no,collector"
    rows = [line.split(",") for line in lines[1:]]
    assert [case_no for case_no, _ in rows] == [f"A-{number}" for number in range(40)]
    assert all(rows[at][1] == rows[at + 1][1] for at in range(0, 40, 2))
    for person in answer["people"]:
        assert [name for _, name in rows].count(person["collector"]) == person["count"]
    if mode != "amount":
        assert answer["spread_count"] == 0
    assert list(tmp_path.glob(".*")) == []


def test_cumulative_evens_out_what_is_held_and_prints_the_new_shares(file, tmp_path):
    held = tmp_path / "held.csv"
    held.write_text("collector,count,amount\n李催收,20,100.00\n王催收,0,0\n", encoding="utf-8")

    result = run("allocation", "split", file, "--people", "3", "--mode", "cumulative", "--held", held)

    answer = json.loads(result.stdout)
    assert {person["collector"]: person["count"] for person in answer["people"]} == {
        "李催收": 0,
        "王催收": 20,
        "c1": 20,
    }
    assert answer["spread_count"] == 0


@pytest.mark.parametrize(
    ("data", "people", "code"),
    [
        (CASES, "0", "allocation.people"),
        (CASES, "-1", "allocation.people"),
        (CASES, "99999999999999999999", "allocation.people"),
        ("", "3", "allocation.empty"),
        ("case_no,person,amount\n", "3", "allocation.empty"),
        ("case_no,person,amount\n1,p,5\n1,p,5\n", "3", "allocation.duplicate_case"),
        ("case_no,person,amount\n1,p,-5\n", "3", "allocation.negative_amount"),
        ("a,b,c\n1,p,5\n", "3", "allocation.column_missing"),
    ],
)
def test_what_cannot_be_divided_is_refused_and_nothing_written(tmp_path, data, people, code):
    (tmp_path / "cases.csv").write_text(data, encoding="utf-8")
    out = tmp_path / "out.csv"
    result = run(
        "allocation", "split", tmp_path / "cases.csv", "--people", people, "--mode", "both", "--out", out
    )
    assert result.exit_code == 2
    refusal = json.loads(result.stdout)["refusal"]
    assert refusal["code"] == code
    assert refusal["message"].endswith("。")
    assert not out.exists()


def test_an_answer_that_cannot_be_written_is_refused(file, tmp_path):
    result = run(
        "allocation",
        "split",
        file,
        "--people",
        "2",
        "--mode",
        "both",
        "--out",
        tmp_path / "nowhere" / "out.csv",
    )
    assert result.exit_code == 2
    assert json.loads(result.stdout)["refusal"]["code"] == "file.not_written"


def test_a_missing_list_is_refused(tmp_path):
    result = run("allocation", "split", tmp_path / "none.csv", "--people", "2", "--mode", "both")
    assert result.exit_code == 2
    assert json.loads(result.stdout)["refusal"]["code"] == "file.unreadable"
