"""Sheets that change cases which are here: each value with its way back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from anjie.access.sentences import told
from anjie.desk.models import Case, ContactPoint, Event
from anjie.foundation import clock
from anjie.foundation.refusals import Forbidden, NotFound, Refusal
from anjie.lines.recovery.payment.actions import enter_repayment
from anjie.lines.recovery.placement.models import Placement
from anjie.services.sheets.models import Import, ImportedRow
from demo.workbooks.layouts import bank_rows, mobile
from tests.cases import place
from tests.people import World, member
from tests.sheets import SAMPLES, UPDATES, book, faults, look, take, undo, warnings

KEY = "个案序列号"


@pytest.fixture(autouse=True)
def october() -> Iterator[None]:
    with clock.stopped("2026-10-09T10:00:00+08:00"):
        yield


@pytest.fixture
def placed(world: World) -> World:
    """The bank's standard sheet, twenty cases."""
    take(world["王内勤"], "placement", SAMPLES / "bank-clean.xlsx")
    return world


def everything() -> dict[str, Any]:
    """All that an update may change, as it stands."""
    cases = {row.pop("id"): row for row in Case.objects.order_by("id").values()}
    placements = list(Placement.objects.order_by("case_id").values())
    points = list(ContactPoint.objects.order_by("id").values("id", "case_id", "index", "owner", "position"))
    return {"cases": cases, "placements": placements, "points": points}


def case_of(serial: str) -> Case:
    return Case.objects.get(placement__serial_no=serial)


def verbs(case: Case) -> list[str]:
    return list(Event.objects.filter(case_id=case.pk).order_by("seq").values_list("verb", flat=True))


@pytest.mark.parametrize(
    ("kind", "file", "rows"),
    [
        ("placement_update", "update.xlsx", 4),
        ("remark", "remarks.xlsx", 3),
        ("interest", "interest.xlsx", 3),
        ("bureau", "bureau.xlsx", 2),
        ("phone", "phones.xlsx", 3),
        ("address", "addresses.xlsx", 3),
    ],
)
def test_a_sample_lands_and_its_undo_restores_everything(
    placed: World, kind: str, file: str, rows: int
) -> None:
    before = everything()
    record = take(placed["王内勤"], kind, UPDATES / file)
    assert (record.state, record.rows, record.done_rows) == ("committed", rows, rows)
    assert everything() != before

    back = undo(placed["王内勤"], record)

    assert back == {"import_id": record.pk, "undone": rows, "kept": []}
    assert everything() == before
    assert Import.objects.get(pk=record.pk).state == "undone"
    assert not ImportedRow.objects.filter(import_id=record.pk).exists()


def test_an_update_changes_what_its_cells_say_and_leaves_the_rest(placed: World) -> None:
    case = case_of("XYK00001000")
    owed, amount = case.balance, case.amount
    record = take(placed["王内勤"], "placement_update", UPDATES / "update.xlsx")

    case.refresh_from_db()
    placement = case.placement
    assert owed != Decimal("1000.00")
    assert (case.amount, case.balance, case.category) == (amount, Decimal("1000.00"), "M6")
    assert case.term_on == placement.recall_on == date(2026, 12, 31)
    assert placement.latest_balance == Decimal("1000.00")
    assert placement.facts["employer"] == "苏州甲乙科技有限公司"
    assert placement.facts["remarks"] == ["委托方延期"]
    point = ContactPoint.objects.get(case=case, source="update")
    assert (point.kind, point.mask, point.owner, point.relation) == (
        "mobile",
        "134****0000",
        case.title,
        "本人",
    )
    assert verbs(case) == ["case.opened", "placement.updated", "contact.added"]
    event = Event.objects.get(case_id=case.pk, verb="placement.updated")
    assert ["最新欠款", "", "1000.00"] in event.facts["changes"]
    assert ["工作单位"] in event.facts["changes"]
    assert "苏州甲乙" not in str(event.facts)
    said = told(event.verb, event.facts).text
    assert said.startswith(f"更新案件资料（导入 {record.pk}）：") and said.endswith("新增备注 1 条")


def test_a_corrected_amount_moves_the_balance_by_as_much(world: World) -> None:
    # given 1000.00 placed of which 400.00 was repaid
    case = place(world, serial_no="A-1", amount="1000.00")
    enter_repayment(world["王内勤"], case.pk, Decimal("400.00"), date(2026, 9, 15))
    # when the bank corrects the amount
    record = take(world["王内勤"], "placement_update", book([KEY, "委案金额"], ["A-1", 1200]))
    # then 800.00 is owed, and again 600.00 once it is taken back
    case.refresh_from_db()
    assert (case.amount, case.settled_amount, case.balance) == (1200, 400, 800)
    undo(world["王内勤"], record)
    case.refresh_from_db()
    assert (case.amount, case.settled_amount, case.balance) == (1000, 400, 600)


def test_what_an_update_cannot_change_is_listed_as_not_read(placed: World) -> None:
    path = book([KEY, "批次号", "币种", "性别", "最新欠款"], ["XYK00001000", "XYK9", "美元", "女", 1])
    assert look(placed["王内勤"], "placement_update", path).unmapped == ["批次号", "币种", "性别"]


def test_interest_sets_the_parts_and_what_is_owed_now(placed: World) -> None:
    case = case_of("XYK00001000")
    take(placed["王内勤"], "interest", UPDATES / "interest.xlsx")
    case.refresh_from_db()
    placement = case.placement
    assert (case.balance, placement.latest_balance) == (Decimal("5000.25"), Decimal("5000.25"))
    assert (placement.interest, placement.penalty) == (Decimal("120.00"), Decimal("30.00"))
    assert placement.facts["balance_as_of"] == "2026-09-18"
    assert verbs(case)[-1] == "placement.owed_updated"


def test_interest_says_what_the_clerk_should_look_at(world: World) -> None:
    paid = place(world, serial_no="A-1")
    place(world, serial_no="A-2")
    enter_repayment(world["王内勤"], paid.pk, Decimal("100.00"), date(2026, 9, 20))
    head = [KEY, "最新欠款", "利息", "截至日期"]
    path = book(head, ["A-1", 900, 10, date(2026, 9, 18)], ["A-2", "", 10, ""])
    found = look(world["王内勤"], "interest", path)
    assert faults(found) == []
    assert warnings(found) == [(2, "interest.paid_since"), (3, "interest.balance_unchanged")]
    take(world["王内勤"], "interest", path)
    assert Case.objects.get(placement__serial_no="A-2").balance == Decimal("1000.00")


def test_rows_without_a_clear_open_case_are_told_before_anything_is_written(world: World) -> None:
    # given one account placed twice, one that has ended, and one of another client
    for day in (date(2026, 3, 1), date(2026, 9, 1)):
        place(world, serial_no="", contract_no="HT-1", placed_on=day)
    place(world, serial_no="A-2", state="returned")
    place(world, client="DEMO-CF", serial_no="A-3")
    place(world, serial_no="A-4", contract_no="HT-4", name="李四")
    place(world, serial_no="A-5", contract_no="HT-5")
    head = [KEY, "合同号", "委案日期", "姓名", "评语"]
    path = book(
        head,
        ["", "HT-1", "", "", "甲"],
        ["", "HT-1", date(2026, 9, 1), "", "乙"],
        ["", "HT-1", date(2026, 9, 2), "", "丙"],
        ["A-2", "", "", "", "丁"],
        ["A-3", "", "", "", "戊"],
        ["A-4", "HT-5", "", "", "己"],
        ["A-4", "", "", "张三", "庚"],
    )
    found = look(world["王内勤"], "remark", path)
    assert (found.rows, found.good) == (7, 2)
    assert faults(found) == [
        (2, "match.ambiguous"),
        (4, "match.placed_on_differs"),
        (5, "match.case_ended"),
        (6, "match.not_found"),
        (7, "match.keys_disagree"),
    ]
    assert warnings(found) == [(8, "match.name_differs")]
    # when the file is taken whole it is refused, and nothing has changed
    before = everything()
    with pytest.raises(Refusal) as refused:
        take(world["王内勤"], "remark", path)
    assert refused.value.code == "sheets.rows_wrong"
    assert everything() == before
    # when only the good rows are taken
    record = take(world["王内勤"], "remark", path, good_only=True)
    assert record.done_rows == 2
    assert [p.facts.get("remarks") for p in Placement.objects.order_by("case_id")] == [
        None, ["乙"], None, None, ["庚"], None,
    ]  # fmt: skip


def test_one_case_twice_in_an_update_is_not_guessed(world: World) -> None:
    place(world, serial_no="A-1")
    path = book([KEY, "最新欠款"], ["A-1", 1], ["A-1", 2])
    assert faults(look(world["王内勤"], "interest", path)) == [(3, "match.twice_in_file")]


def test_a_case_out_of_reach_is_not_found(world: World) -> None:
    # given a case in the south, and a clerk of the northern branch
    place(world, holder="吴催收", serial_no="S-1", clerk=None)
    northern = member("何内勤", "clerk", world.units["北"], "branch")
    path = book([KEY, "评语"], ["S-1", "甲"])
    assert faults(look(northern, "remark", path)) == [(2, "match.not_found")]
    assert faults(look(world["孙内勤"], "remark", path)) == []
    with pytest.raises(NotFound):
        look(world["王内勤"], "remark", path, client="DEMO-CF")
    with pytest.raises(Forbidden):
        take(world["李催收"], "remark", path)
    assert Import.objects.count() == 0


def test_an_undo_leaves_what_somebody_changed_since(world: World) -> None:
    # given two cases whose balance an import set, one of which was repaid since
    paid, left = place(world, serial_no="A-1"), place(world, serial_no="A-2")
    record = take(world["王内勤"], "interest", book([KEY, "最新欠款"], ["A-1", 500], ["A-2", 600]))
    enter_repayment(world["王内勤"], paid.pk, Decimal("100.00"), date(2026, 9, 15))
    # when it is undone
    back = undo(world["王内勤"], record)
    # then the repaid one stays and says why
    assert back["undone"] == 1
    assert back["kept"] == [
        {"case_id": paid.pk, "no": paid.no, "why": "“欠款余额”在导入后又有改动或已使用，不能撤销。"}
    ]
    assert [Case.objects.get(pk=case.pk).balance for case in (paid, left)] == [
        Decimal("400.00"),
        Decimal("1000.00"),
    ]
    assert verbs(left)[-1] == "placement.update_undone"
    assert Import.objects.get(pk=record.pk).state == "committed"


def test_two_updates_are_taken_back_last_first(world: World) -> None:
    case = place(world, serial_no="A-1")
    first = take(world["王内勤"], "interest", book([KEY, "最新欠款"], ["A-1", 500]))
    second = take(world["王内勤"], "interest", book([KEY, "最新欠款"], ["A-1", 700]))
    assert len(undo(world["王内勤"], first)["kept"]) == 1
    for record, owed in ((second, 500), (first, 1000)):
        assert undo(world["王内勤"], record)["kept"] == []
        case.refresh_from_db()
        assert case.balance == owed


def test_remarks_are_appended_and_only_their_own_are_taken_back(world: World) -> None:
    case = place(world, serial_no="A-1", facts={"remarks": ["旧"]})
    head = [KEY, "评语"]
    first = take(world["王内勤"], "remark", book(head, ["A-1", "甲"], ["A-1", "乙"], ["A-1", "旧"]))
    take(world["王内勤"], "remark", book(head, ["A-1", "丙"]))
    assert Placement.objects.get(case=case).facts == {"remarks": ["旧", "甲", "乙", "丙"]}
    undo(world["王内勤"], first)
    assert Placement.objects.get(case=case).facts == {"remarks": ["旧", "丙"]}


def test_phones_are_added_once_with_whose_they_are(placed: World) -> None:
    path = UPDATES / "phones.xlsx"
    assert warnings(look(placed["王内勤"], "phone", path)) == [(2, "contacts.already_there")]
    take(placed["王内勤"], "phone", path)
    added = ContactPoint.objects.filter(source__in=["phone", "skip_trace"]).order_by("id")
    owners = [row["客户姓名"] for row in bank_rows(3)]
    assert [(p.case.placement.serial_no, p.mask, p.owner, p.relation, p.source) for p in added] == [
        ("XYK00001001", "134****0001", owners[1], "本人", "skip_trace"),
        ("XYK00001001", "134****0002", owners[1], "本人", "skip_trace"),
        ("XYK00001002", "134****0003", "某某某", "配偶", "phone"),
    ]
    event = Event.objects.get(verb="contact.added", case_id=added[2].case_id)
    assert event.facts["note"] == "来源 委托方来函"
    assert mobile(910_003) not in str(event.facts)


def test_somebody_named_without_a_relation_is_not_the_debtor(world: World) -> None:
    case = place(world, serial_no="A-1", name="张三")
    take(
        world["王内勤"],
        "phone",
        book([KEY, "电话", "联系人"], ["A-1", mobile(1), "李四"], ["A-1", mobile(2), "张三"]),
    )
    added = ContactPoint.objects.filter(case=case, source="phone").order_by("id")
    assert [(p.owner, p.relation) for p in added] == [("李四", "联系人"), ("张三", "本人")]


def test_a_number_that_was_used_since_stays(world: World) -> None:
    from anjie.desk.contacts import mark_contact_point

    used, unused = place(world, serial_no="A-1"), place(world, serial_no="A-2")
    record = take(world["王内勤"], "phone", book([KEY, "电话"], ["A-1", mobile(1)], ["A-2", mobile(2)]))
    point = ContactPoint.objects.get(case=used, source="phone")
    mark_contact_point(world["王内勤"], used.pk, point.pk, state="valid")
    back = undo(world["王内勤"], record)
    assert [(one["no"], one["why"]) for one in back["kept"]] == [
        (used.no, "“联系方式”在导入后又有改动或已使用，不能撤销。")
    ]
    assert ContactPoint.objects.filter(case=unused, source="phone").count() == 0
    assert ContactPoint.objects.filter(pk=point.pk).exists()
