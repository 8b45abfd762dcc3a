"""Exports as a browser asks for them: the job runs, the file comes, others get nothing."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from anjie.access.models import TrailEntry
from anjie.foundation import clock
from anjie.lines.recovery.payment import claims
from anjie.lines.recovery.payment.reconciliations import reconcile_rows
from anjie.lines.recovery.payment.rules import RepaymentIn
from anjie.lines.recovery.term import actions as terms
from anjie.services.sheets.exporting import exports, jobs
from anjie.services.sheets.models import ColumnSet, Export
from tests.cases import place
from tests.http import Browser
from tests.people import World

URL = "/api/sheets/exports"


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch, settings, tmp_path: Path) -> None:
    """The job runs where it is deferred; files lie in a folder of the test's own."""
    settings.HOME = tmp_path
    monkeypatch.setattr(
        exports.write_export, "defer", lambda export_id: jobs.write_export(export_id=export_id)
    )


def rows_of(answer) -> list[list]:
    book = load_workbook(BytesIO(b"".join(answer.streaming_content)))
    return [list(row) for row in book.worksheets[0].iter_rows(values_only=True)]


def taken(browser: Browser, kind: str, **body) -> list[list]:
    made = browser.post(URL, {"kind": kind, **body})
    assert made.status_code == 200, made.json()
    assert (made.json()["state"], made.json()["why"]) == ("ready", "")
    return rows_of(browser.get(made.json()["download_url"]))


def test_a_list_is_asked_for_written_and_downloaded(world: World) -> None:
    place(world, name="张三", amount="1000.10")
    browser = Browser(world["孙内勤"])

    made = browser.post(
        URL, {"kind": "recovery_cases", "columns": ["title", "amount"], "filter": {"state": ["open"]}}
    ).json()

    assert (made["state"], made["rows"], made["topic"]) == ("ready", 1, f"export:{made['id']}")
    assert made["filters"] == [{"label": "状态", "value": "正常"}]
    assert made["columns"] == ["债务人", "委案金额"]
    answer = browser.get(made["download_url"])
    assert answer["Content-Type"].endswith("spreadsheetml.sheet")
    assert "attachment" in answer["Content-Disposition"]
    assert rows_of(answer) == [["债务人", "委案金额"], ["张三", 1000.1]]
    listed = browser.get(URL).json()
    assert [(row["id"], row["downloads"]) for row in listed["rows"]] == [(made["id"], 1)]


def test_a_link_that_was_shared_answers_others_as_if_it_were_not_there(world: World) -> None:
    place(world)
    made = Browser(world["孙内勤"]).post(URL, {"kind": "recovery_cases"}).json()
    for who in ("赵主管", "王内勤", "钱管理"):
        other = Browser(world[who])
        assert other.get(made["download_url"]).status_code == 404
        assert other.get(f"{URL}/{made['id']}").status_code == 404
        assert other.get(URL).json() == {"rows": [], "count": 0}
    assert Browser(world["李催收"]).get(made["download_url"]).status_code == 403
    assert not TrailEntry.objects.filter(verb="export.downloaded").exists()


def test_a_large_one_is_approved_over_http(world: World, settings) -> None:
    settings.EXPORT_APPROVAL_ROWS = 1
    place(world, name="张三")
    place(world, name="李四")
    asker, boss = Browser(world["孙内勤"]), Browser(world["钱管理"])

    made = asker.post(URL, {"kind": "recovery_cases", "reason": "月末核对"}).json()
    assert (made["state"], made["download_url"], made["may_decide"]) == ("approval", "", False)
    assert asker.post(f"{URL}/{made['id']}/approve").status_code == 403
    waiting = boss.get(f"{URL}/approvals").json()
    assert waiting["totals"] == {"waiting": 1}
    assert [(row["id"], row["by"], row["may_decide"]) for row in waiting["rows"]] == [
        (made["id"], "孙内勤", True)
    ]
    assert Browser(world["郑主管"]).get(f"{URL}/approvals").json()["count"] == 0

    done = boss.post(f"{URL}/{made['id']}/approve").json()

    assert (done["state"], done["approved_by"]) == ("ready", "钱管理")
    assert len(rows_of(asker.get(done["download_url"]))) == 3
    assert boss.get(f"{URL}/approvals").json()["totals"] == {"waiting": 0}
    assert boss.post(f"{URL}/{made['id']}/refuse", {"reason": "晚了"}).json()["code"] == "export.wrong_state"


def test_what_is_not_offered_is_not_named(world: World) -> None:
    kinds = {one["kind"]: one for one in Browser(world["冯质检"]).get("/api/sheets/exporters").json()}
    assert [kind for kind in kinds if not kind.startswith("report_")] == [
        "recovery_cases", "work_records", "promises", "repayments", "claimed_payments", "complaints",
    ]  # fmt: skip
    keys = {column["key"] for column in kinds["recovery_cases"]["columns"]}
    assert not keys & {"commission_rate", "id_no", "card_no", "phones_whole"}
    assert Browser(world["李催收"]).get("/api/sheets/exporters").status_code == 403


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"kind": "recovery_cases", "columns": ["id_no"]}, 403, "access.forbidden"),
        ({"kind": "recovery_cases", "columns": ["x" * 61]}, 422, "request.invalid"),
        ({"kind": "recovery_cases", "ids": []}, 422, "request.invalid"),
        ({"kind": "recovery_cases", "filter": {"client": "one"}}, 422, "list.wrong_filter"),
        ({"kind": "recovery_cases", "format": "exe"}, 422, "request.invalid"),
        ({"kind": "recovery_cases", "sort": "-password"}, 422, "list.unknown_sort"),
        ({"kind": "reconciliation_lines"}, 422, "list.wrong_filter"),
        ({"kind": "reconciliation_lines", "filter": {"reconciliation": 99}}, 404, "not_found"),
    ],
)
def test_a_wrong_question_is_refused_and_writes_nothing(world: World, body, status, code) -> None:
    place(world)
    answer = Browser(world["孙内勤"]).post(URL, body)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert not Export.objects.exists()
    assert not TrailEntry.objects.filter(verb="export.asked").exists()


def test_the_return_sheet_leaves_with_what_came_of_the_work(world: World) -> None:
    case = place(world, name="张三", serial_no="SN-9", recall_on=clock.today())
    place(world, name="李四")
    terms.return_cases(world["孙内勤"], _target(case.pk), "到期退案")

    rows = taken(
        Browser(world["孙内勤"]), "returned_cases", columns=["serial_no", "debtor", "records", "reason"]
    )

    assert rows == [["个案序列号", "姓名", "催记次数", "退案原因"], ["SN-9", "张三", 0, "到期退案"]]


def _target(case_id: int):
    from anjie.desk.public import Target

    return Target(ids=[case_id])


def test_claims_leave_as_their_list_shows_them(world: World) -> None:
    case = place(world, name="张三")
    claims.claim(world["李催收"], case.pk, Decimal("120.50"), clock.today(), payer="本人")

    rows = taken(
        Browser(world["孙内勤"]),
        "claimed_payments",
        columns=["debtor", "amount", "state", "payer", "asked_by"],
    )

    assert rows[1] == ["张三", 120.5, "待核实", "本人", "李催收"]


def test_the_differences_of_a_reconciliation_leave(world: World) -> None:
    place(world, name="张三", serial_no="SN-1")
    bank = world.clients["DEMO-BANK"].pk
    today = clock.today()
    made = reconcile_rows(
        world["孙内勤"],
        bank,
        today,
        today,
        [RepaymentIn(row=2, amount=Decimal("50.00"), paid_on=today, serial_no="SN-1")],
    )

    rows = taken(
        Browser(world["孙内勤"]),
        "reconciliation_lines",
        columns=["cause_label", "row", "debtor", "theirs_amount", "ours_amount", "difference"],
        filter={"reconciliation": made.pk, "differences_only": True},
    )

    assert rows[1:] == [["我方缺", 2, "张三", 50, 0, 50]]
    refused = Browser(world["冯质检"]).post(
        URL, {"kind": "reconciliation_lines", "filter": {"reconciliation": made.pk}}
    )
    assert refused.status_code == 403


def test_column_sets_over_http(world: World) -> None:
    browser = Browser(world["孙内勤"])
    kept = browser.post(
        "/api/sheets/column-sets", {"kind": "recovery_cases", "name": "月报", "columns": ["no", "title"]}
    ).json()
    assert browser.get("/api/sheets/column-sets", kind="recovery_cases").json() == [kept]
    assert Browser(world["赵主管"]).delete(f"/api/sheets/column-sets/{kept['id']}").status_code == 404
    assert ColumnSet.objects.count() == 1
    assert browser.delete(f"/api/sheets/column-sets/{kept['id']}").json() == {"ok": True}
    assert not ColumnSet.objects.exists()
