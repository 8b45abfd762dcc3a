"""Sheets of money: previewed with what would be refused, counted once, taken back by reversal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db.models import Sum

from anjie.desk.models import Case, Event
from anjie.foundation import clock
from anjie.foundation.refusals import Forbidden, Refusal
from anjie.lines.recovery.payment.actions import enter_repayment, reverse_repayments
from anjie.lines.recovery.payment.models import ClaimedPayment, Repayment
from anjie.services.sheets.importing import desktop, imports, landing
from anjie.services.sheets.models import Import, ImportedRow
from tests.cases import place
from tests.people import World
from tests.sheets import SAMPLES, UPDATES, book, faults, look, take, undo, warnings

DAY = date(2026, 9, 18)
HEAD = ["个案序列号", "还款金额", "还款日期"]


@pytest.fixture(autouse=True)
def october() -> Iterator[None]:
    with clock.stopped("2026-10-09T10:00:00+08:00"):
        yield


def owed() -> dict[str, tuple[str, Decimal, Decimal]]:
    """By serial number: state, settled amount and balance."""
    rows = Case.objects.values_list("placement__serial_no", "state", "settled_amount", "balance")
    return {serial: (state, settled, balance) for serial, state, settled, balance in rows}


def states() -> list[str]:
    return list(ClaimedPayment.objects.order_by("pk").values_list("state", flat=True))


def test_the_sample_is_counted_once_and_its_undo_restores_every_balance(world: World) -> None:
    clerk = world["王内勤"]
    take(clerk, "placement", SAMPLES / "bank-clean.xlsx")
    before = owed()
    found = look(clerk, "repayment", UPDATES / "repayments.xlsx")
    assert (found.good, str(found.amount_total), faults(found), warnings(found)) == (5, "2502.50", [], [])

    record = take(clerk, "repayment", UPDATES / "repayments.xlsx")

    assert (record.state, record.done_rows, str(record.amount_total)) == ("committed", 5, "2502.50")
    counted = Repayment.objects.filter(import_id=record.pk, source="sheet", reversed_at=None)
    assert counted.aggregate(sum=Sum("amount"))["sum"] == Decimal("2502.50")
    for n in range(20):
        state, settled, balance = before[f"XYK{1000 + n:08d}"]
        paid = Decimal("500.50") if n < 5 else Decimal("0.00")
        assert owed()[f"XYK{1000 + n:08d}"] == (state, settled + paid, balance - paid)
    # the same payments again are told row by row, and the same file is known as a whole
    again = look(clerk, "repayment", UPDATES / "repayments.xlsx")
    assert (again.good, faults(again)) == (0, [(row, "payment.already_counted") for row in range(2, 7)])
    with pytest.raises(Refusal) as refused:
        take(clerk, "repayment", UPDATES / "repayments.xlsx")
    assert refused.value.code == "sheets.already_imported"

    assert undo(clerk, record) == {"import_id": record.pk, "undone": 5, "kept": []}

    assert owed() == before
    reasons = set(Repayment.objects.values_list("reversal_reason", flat=True))
    assert reasons == {f"撤销导入 {record.pk}"}
    assert Import.objects.get(pk=record.pk).state == "undone"
    # and may be counted again
    assert take(clerk, "repayment", UPDATES / "repayments.xlsx").done_rows == 5


def test_the_preview_says_what_counting_would_refuse_and_writes_nothing(world: World) -> None:
    paid = place(world, serial_no="A-1")
    enter_repayment(world["王内勤"], paid.pk, Decimal("100.00"), DAY, reference="LS-1")
    place(world, serial_no="A-2", amount="50.00", name="李四")
    place(world, client="DEMO-CF", serial_no="B-1")
    head = ["个案序列号", "姓名", "还款金额", "还款日期", "流水号", "还款后余额"]
    path = book(
        head,
        ["A-1", "张三", 100, DAY, "LS-1", ""],
        ["A-2", "王五", 60, DAY, "LS-2", ""],
        ["A-1", "", 200, DAY, "LS-3", 750],
        ["B-1", "", 10, DAY, "LS-4", ""],
        ["A-1", "", 5, date(2026, 8, 1), "LS-5", ""],
    )
    events, before = Event.objects.count(), owed()
    found = look(world["王内勤"], "repayment", path)
    assert (found.rows, found.good, str(found.amount_total)) == (5, 3, "265.00")
    assert faults(found) == [(2, "payment.already_counted"), (5, "match.not_found")]
    assert warnings(found) == [
        (3, "match.name_differs"),
        (3, "payment.overpaid"),
        (4, "payment.balance_differs"),
        (6, "payment.before_placement"),
    ]
    assert [one.column for one in found.faults] == ["还款金额", "个案序列号"]
    assert (Event.objects.count(), owed()) == (events, before)
    # when the good rows are taken the overpaid case is settled
    record = take(world["王内勤"], "repayment", path, good_only=True)
    assert record.done_rows == 3
    assert owed()["A-1"] == ("open", Decimal("305.00"), Decimal("695.00"))
    assert owed()["A-2"] == ("settled", Decimal("60.00"), Decimal("-10.00"))
    # and open again once it is taken back
    undo(world["王内勤"], record)
    assert owed() == before


def test_of_equal_payments_only_those_not_counted_yet_land(world: World) -> None:
    # given one of three equal payments counted by hand
    case = place(world, serial_no="A-1")
    enter_repayment(world["王内勤"], case.pk, Decimal("100.00"), DAY)
    path = book(HEAD, *[["A-1", 100, DAY]] * 3)
    assert faults(look(world["王内勤"], "repayment", path)) == [(2, "payment.already_counted")]
    # when the list is taken
    record = take(world["王内勤"], "repayment", path, good_only=True)
    # then the other two are counted
    assert record.done_rows == 2
    assert record.result["refused_late"] == []
    assert owed()["A-1"][2] == Decimal("700.00")


def test_a_payment_counted_after_the_preview_stops_the_commit(world: World) -> None:
    case = place(world, serial_no="A-1")
    record = previewed(world, book(HEAD, ["A-1", 100, DAY], ["A-1", 70, DAY]))
    enter_repayment(world["王内勤"], case.pk, Decimal("100.00"), DAY)
    record = landed(world, record)
    assert (record.state, record.refusal["code"]) == ("preview", "sheets.changed_meanwhile")
    assert owed()["A-1"][2] == Decimal("900.00")


def test_a_payment_reversed_after_the_preview_is_not_counted_unasked(world: World) -> None:
    case = place(world, serial_no="A-1")
    done = enter_repayment(world["王内勤"], case.pk, Decimal("100.00"), DAY)
    record = previewed(world, book(HEAD, ["A-1", 100, DAY], ["A-1", 70, DAY]))
    reverse_repayments(world["王内勤"], done.counted, "录错")
    record = landed(world, record)
    assert (record.state, record.refusal["code"]) == ("preview", "sheets.changed_meanwhile")
    assert owed()["A-1"][2] == Decimal("1000.00")


def previewed(world: World, path: Any) -> Import:
    with desktop.opened(path) as source:
        record = imports.upload(
            world["王内勤"],
            kind="repayment",
            client_id=world.clients["DEMO-BANK"].pk,
            unit_id=None,
            name=path.name,
            source=source,
            wish={},
        )
    return imports.read_upload(world["王内勤"], record.pk)


def landed(world: World, record: Import) -> Import:
    imports.begin_commit(world["王内勤"], record.pk, good_only=True)
    return landing.land(world["王内勤"], record.pk)


def test_claims_of_the_sample_are_made_and_withdrawn_by_undo(world: World) -> None:
    clerk = world["王内勤"]
    take(clerk, "placement", SAMPLES / "bank-clean.xlsx")
    before = owed()
    record = take(clerk, "claimed_payment", UPDATES / "claimed.xlsx")
    assert (record.done_rows, states()) == (3, ["waiting"] * 3)
    claim = ClaimedPayment.objects.earliest("pk")
    assert (claim.amount, claim.paid_on, claim.way) == (Decimal("300.00"), DAY, "手机银行")
    assert claim.asked_by_id == clerk.membership_id
    again = look(clerk, "claimed_payment", UPDATES / "claimed.xlsx")
    assert faults(again) == [(row, "payment.claimed_already") for row in (2, 3, 4)]
    assert undo(clerk, record) == {"import_id": record.pk, "undone": 3, "kept": []}
    assert (states(), owed()) == (["withdrawn"] * 3, before)
    verbs = set(Event.objects.filter(case_id=claim.case_id).values_list("verb", flat=True))
    assert verbs == {"case.opened", "payment.claimed", "payment.claim_withdrawn"}


def test_the_banks_answers_settle_claims_and_their_undo_lets_them_wait(world: World) -> None:
    clerk = world["王内勤"]
    take(clerk, "placement", SAMPLES / "bank-clean.xlsx")
    take(clerk, "claimed_payment", UPDATES / "claimed.xlsx")
    before = owed()
    record = take(clerk, "claimed_payment", UPDATES / "claimed-answers.xlsx")
    assert states() == ["confirmed", "refuted", "confirmed"]
    assert list(ClaimedPayment.objects.order_by("pk").values_list("answer", flat=True)) == [
        "已核实到账。",
        "银行查无此笔",
        "次日入账",
    ]
    assert Repayment.objects.filter(source="claim", reversed_at=None).count() == 2
    assert owed()["XYK00001000"][2] == before["XYK00001000"][2] - 300
    assert undo(clerk, record) == {"import_id": record.pk, "undone": 3, "kept": []}
    assert (states(), owed()) == (["waiting"] * 3, before)
    assert Repayment.objects.filter(reversed_at=None).count() == 0


def test_answers_that_fit_nothing_are_told(world: World) -> None:
    place(world, serial_no="A-1")
    head = [*HEAD, "核实结果", "核实说明"]
    path = book(
        head,
        ["A-1", 300, DAY, "已到账", ""],
        ["A-1", 400, DAY, "未到账", ""],
        ["A-1", 500, DAY, "", ""],
        ["A-1", 600, DAY, "也许", ""],
    )
    found = look(world["王内勤"], "claimed_payment", path)
    assert faults(found) == [
        (2, "payment.no_claim"),
        (3, "claim.reason_missing"),
        (4, "claim.answer_missing"),
        (5, "choice.unknown"),
    ]


def test_a_claim_that_was_answered_since_stays(world: World) -> None:
    clerk = world["王内勤"]
    case = place(world, serial_no="A-1")
    record = take(clerk, "claimed_payment", book(HEAD, ["A-1", 300, DAY]))
    enter_repayment(clerk, case.pk, Decimal("300.00"), DAY)
    back = undo(clerk, record)
    assert back["kept"] == [
        {"case_id": case.pk, "no": case.no, "why": "自称已还 300.00 元在导入后已变为“已到账”，不能撤销。"}
    ]
    assert states() == ["confirmed"]
    assert ImportedRow.objects.filter(import_id=record.pk).count() == 1


def test_who_may_not_enter_money_imports_none(world: World) -> None:
    place(world, serial_no="A-1")
    for name in ("李催收", "赵主管", "陈财务"):
        with pytest.raises(Forbidden):
            take(world[name], "repayment", book(HEAD, ["A-1", 100, DAY]))
    assert (Import.objects.count(), Repayment.objects.count()) == (0, 0)
