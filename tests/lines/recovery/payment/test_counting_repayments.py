from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from anjie.desk.models import Case, Event
from anjie.desk.public import assign_cases
from anjie.foundation import clock
from anjie.foundation.refusals import Forbidden, Invalid, NotFound, Refusal
from anjie.lines.recovery.payment.actions import (
    RepaymentIn,
    check_repayments,
    count_repayments,
    enter_repayment,
    reverse_repayments,
)
from anjie.lines.recovery.payment.models import Repayment
from tests.cases import place
from tests.people import World

NOON = "2026-09-20T12:00:00+08:00"
BAD_ID = "320102199001011231"  # its check digit is wrong on purpose


@pytest.fixture(autouse=True)
def _noon() -> Iterator[None]:
    with clock.stopped(NOON):
        yield


def paid(row: int, amount: str, on: str = "2026-09-15", **facts: object) -> RepaymentIn:
    return RepaymentIn(row, Decimal(amount), date.fromisoformat(on), **facts)  # type: ignore[arg-type]


def codes(notes: list) -> list[tuple[int, str]]:
    return [(note.row, note.code) for note in notes]


def test_each_key_leads_to_its_placement(world: World) -> None:
    # given four placements of one bank, each known by another key
    bank = world.clients["DEMO-BANK"].pk
    one = place(world, serial_no="XL-1", at=clock.read_instant("2026-09-02T09:00:00+08:00"))
    two = place(world, serial_no="XL-2", contract_no="HT-2")
    three = place(world, serial_no="", card_no="6222020000000000001")
    four = place(world, serial_no="", id_no=BAD_ID)
    rows = [
        paid(2, "100.00", serial_no="XL-1"),
        paid(3, "200.00", contract_no="HT-2"),
        paid(4, "300.00", card_no="6222 0200 0000 0000 001", placed_on=date(2026, 9, 1)),
        paid(5, "400.00", id_no=BAD_ID, placed_on=date(2026, 9, 1)),
    ]
    # when the clerk's list is counted
    result = count_repayments(world["王内勤"], rows, client_id=bank, import_id=7)
    # then each went to its own and every balance fell by exactly that
    assert result.refused == []
    assert result.case_of_row == {2: one.pk, 3: two.pk, 4: three.pk, 5: four.pk}
    assert result.amount == Decimal("1000.00")
    balances = dict(Case.objects.values_list("pk", "balance"))
    assert [balances[case.pk] for case in (one, two, three, four)] == [
        Decimal("900.00"), Decimal("800.00"), Decimal("700.00"), Decimal("600.00"),
    ]  # fmt: skip
    repayment = Repayment.objects.get(case=one)
    assert (repayment.client_id, repayment.holder_id, repayment.import_id, repayment.source) == (
        bank, world["李催收"].membership_id, 7, "sheet",
    )  # fmt: skip
    event = Event.objects.get(case_id=one.pk, verb="payment.counted")
    assert event.facts == {
        "amount": "100.00",
        "balance": "900.00",
        "source": "sheet",
        "payments": [{"id": repayment.pk, "amount": "100.00", "paid_on": "2026-09-15"}],
        "import": 7,
    }


def test_rows_that_cannot_be_placed_are_refused_and_the_rest_counted(world: World) -> None:
    bank = world.clients["DEMO-BANK"].pk
    good = place(world, serial_no="XL-1", contract_no="HT-1")
    place(world, serial_no="XL-2", contract_no="HT-2")
    twins = [place(world, serial_no="XL-9"), place(world, serial_no="XL-9")]
    place(world, client="DEMO-CF", serial_no="CF-1")
    rows = [
        paid(2, "10.00", serial_no="XL-1"),
        paid(3, "10.00", serial_no="NOBODY"),
        paid(4, "10.00", serial_no="XL-1", contract_no="HT-2"),
        paid(5, "10.00", serial_no="XL-9"),
        paid(6, "-10.00", serial_no="XL-1"),
        paid(7, "10.00", "2026-09-21", serial_no="XL-1"),
        paid(8, "10.00", serial_no="CF-1"),
        paid(9, "10.00", serial_no="XL-1", placed_on=date(2026, 8, 1)),
        paid(10, "10.00"),
    ]
    result = count_repayments(world["王内勤"], rows, client_id=bank)
    assert sorted(codes(result.refused)) == [
        (3, "match.not_found"),
        (4, "match.keys_disagree"),
        (5, "payment.ambiguous"),
        (6, "payment.not_positive"),
        (7, "payment.future"),
        (8, "match.not_found"),
        (9, "match.placed_on_differs"),
        (10, "match.not_found"),
    ]
    ambiguous = next(note for note in result.refused if note.row == 5)
    assert ambiguous.facts == {"cases": [twin.no for twin in twins]}
    assert Repayment.objects.get().case_id == good.pk


def test_of_two_placements_the_one_that_covers_the_day_is_meant(world: World) -> None:
    # given a contract placed in June, returned, and placed again in September
    bank = world.clients["DEMO-BANK"].pk
    old = place(world, serial_no="XL-1", placed_on=date(2026, 6, 1), state="returned")
    Case.objects.filter(pk=old.pk).update(closed_at=clock.read_instant("2026-08-31T18:00:00+08:00"))
    new = place(world, serial_no="XL-1", placed_on=date(2026, 9, 10))
    # when payments of July, of September and of the days between are counted
    rows = [
        paid(2, "10.00", "2026-07-05", serial_no="XL-1"),
        paid(3, "20.00", "2026-09-12", serial_no="XL-1"),
        paid(4, "30.00", "2026-09-05", serial_no="XL-1"),
    ]
    result = count_repayments(world["王内勤"], rows, client_id=bank)
    # then each went to the placement of its day and the one between was not guessed
    assert result.case_of_row == {2: old.pk, 3: new.pk}
    assert codes(result.refused) == [(4, "payment.ambiguous")]


def test_before_the_placement_or_after_its_return_is_counted_with_a_warning(world: World) -> None:
    bank = world.clients["DEMO-BANK"].pk
    place(world, serial_no="XL-1", placed_on=date(2026, 9, 10))
    gone = place(world, serial_no="XL-2", placed_on=date(2026, 6, 1), state="returned")
    Case.objects.filter(pk=gone.pk).update(closed_at=clock.read_instant("2026-08-31T18:00:00+08:00"))
    rows = [
        paid(2, "10.00", "2026-09-09", serial_no="XL-1"),
        paid(3, "10.00", "2026-09-01", serial_no="XL-2"),
    ]
    result = count_repayments(world["王内勤"], rows, client_id=bank)
    assert len(result.counted) == 2
    assert codes(result.warnings) == [(2, "payment.before_placement"), (3, "payment.after_return")]
    gone.refresh_from_db()
    assert (gone.state, gone.balance) == ("returned", Decimal("990.00"))


def test_the_same_list_twice_counts_once(world: World) -> None:
    # given two equal payments on one day and one with the bank's reference
    bank = world.clients["DEMO-BANK"].pk
    case = place(world, serial_no="XL-1")
    rows = [
        paid(2, "50.00", serial_no="XL-1"),
        paid(3, "50.00", serial_no="XL-1"),
        paid(4, "70.00", serial_no="XL-1", reference="LS-1"),
    ]
    first = count_repayments(world["王内勤"], rows, client_id=bank, import_id=1)
    # when the same list comes again with one payment more
    again = count_repayments(
        world["王内勤"], [*rows, paid(5, "50.00", serial_no="XL-1")], client_id=bank, import_id=2
    )
    # then only the new one counts
    assert len(first.counted) == 3
    assert sorted(codes(again.refused)) == [(row, "payment.already_counted") for row in (2, 3, 4)]
    assert again.amount == Decimal("50.00")
    case.refresh_from_db()
    assert (case.balance, case.settled_amount) == (Decimal("780.00"), Decimal("220.00"))


def test_a_reference_decides_before_day_and_amount(world: World) -> None:
    bank = world.clients["DEMO-BANK"].pk
    case = place(world, serial_no="XL-1")
    # given a payment entered by hand before the bank's list
    enter_repayment(world["王内勤"], case.pk, Decimal("50.00"), date(2026, 9, 15))
    # when the list names two payments of that day and amount, and one reference twice
    rows = [
        paid(2, "50.00", serial_no="XL-1", reference="LS-1"),
        paid(3, "50.00", serial_no="XL-1", reference="LS-2"),
        paid(4, "50.00", serial_no="XL-1", reference="LS-2"),
    ]
    result = count_repayments(world["王内勤"], rows, client_id=bank)
    # then one of them is the one entered, one is new, and the repeated line is named
    assert sorted(codes(result.refused)) == [(2, "payment.already_counted"), (4, "payment.twice_in_list")]
    assert list(Repayment.objects.order_by("id").values_list("reference", flat=True)) == ["", "LS-2"]


def test_a_second_equal_payment_by_hand_must_be_said_to_be_another(world: World) -> None:
    case = place(world)
    enter_repayment(world["王内勤"], case.pk, Decimal("50.00"), date(2026, 9, 15))
    with pytest.raises(Refusal) as refusal:
        enter_repayment(world["王内勤"], case.pk, Decimal("50.00"), date(2026, 9, 15))
    assert refusal.value.code == "payment.already_counted"
    assert Repayment.objects.count() == 1
    enter_repayment(world["王内勤"], case.pk, Decimal("50.00"), date(2026, 9, 15), another=True)
    case.refresh_from_db()
    assert (Repayment.objects.count(), case.balance) == (2, Decimal("900.00"))


def test_paid_in_full_settles_and_a_reversal_reopens(world: World) -> None:
    # given a case paid in full by two payments
    clerk = world["王内勤"]
    case = place(world, amount="300.00")
    enter_repayment(clerk, case.pk, Decimal("100.00"), date(2026, 9, 10))
    result = enter_repayment(clerk, case.pk, Decimal("200.00"), date(2026, 9, 11))
    case.refresh_from_db()
    assert result.settled == [case.pk]
    assert (case.state, case.balance, case.closed_at) == ("settled", Decimal("0.00"), clock.now())
    # when the second is reversed
    answer = reverse_repayments(clerk, result.counted, "银行退票")
    # then it is owed again, the case is open, and the history says why
    case.refresh_from_db()
    assert answer == {
        "reversed": result.counted, "amount": Decimal("200.00"), "reopened": [case.pk], "refused": [],
    }  # fmt: skip
    assert (case.state, case.balance, case.settled_amount, case.closed_at) == (
        "open", Decimal("200.00"), Decimal("100.00"), None,
    )  # fmt: skip
    verbs = list(Event.objects.filter(case_id=case.pk).order_by("seq").values_list("verb", flat=True))
    assert verbs == [
        "case.opened", "payment.counted", "payment.counted", "placement.settle", "payment.reversed",
        "placement.reopen",
    ]  # fmt: skip
    # and it is not reversed twice
    again = reverse_repayments(clerk, result.counted, "再来一次")
    assert [row["code"] for row in again["refused"]] == ["payment.already_reversed"]
    case.refresh_from_db()
    assert case.balance == Decimal("200.00")


def test_too_much_is_counted_whole_warned_of_and_given_back_exactly(world: World) -> None:
    clerk = world["王内勤"]
    case = place(world, amount="300.00")
    result = enter_repayment(clerk, case.pk, Decimal("350.00"), date(2026, 9, 10))
    case.refresh_from_db()
    assert (case.state, case.balance) == ("settled", Decimal("-50.00"))
    assert [(w.code, w.facts["over"]) for w in result.warnings] == [("payment.overpaid", "50.00")]
    reverse_repayments(clerk, result.counted, "录错")
    case.refresh_from_db()
    assert (case.state, case.balance, case.settled_amount) == ("open", Decimal("300.00"), Decimal("0.00"))


def test_a_reversed_payment_may_come_again(world: World) -> None:
    clerk = world["王内勤"]
    case = place(world)
    first = enter_repayment(clerk, case.pk, Decimal("50.00"), date(2026, 9, 15))
    reverse_repayments(clerk, first.counted, "录错")
    again = enter_repayment(clerk, case.pk, Decimal("50.00"), date(2026, 9, 15))
    assert [warning.code for warning in again.warnings] == ["payment.was_reversed"]
    case.refresh_from_db()
    assert case.balance == Decimal("950.00")


def test_the_payment_belongs_to_whoever_held_the_case_that_day(world: World) -> None:
    # given a case held by 李催收 until the 15th, by 周催收 since, with a rate of 12%
    li, zhou = world["李催收"].membership_id, world["周催收"].membership_id
    with clock.stopped("2026-09-01T09:00:00+08:00"):
        case = place(world, commission_rate=Decimal("0.12"))
    with clock.stopped("2026-09-15T10:00:00+08:00"):
        assign_cases(world["赵主管"], [case.pk], [zhou], before=[li], why="hand")
    # when payments of the 14th, the 15th, the 16th and of August come in one list
    rows = [
        paid(2, "1.00", "2026-09-14", case_id=case.pk),
        paid(3, "2.00", "2026-09-15", case_id=case.pk),
        paid(4, "3.00", "2026-09-16", case_id=case.pk),
        paid(5, "4.00", "2026-08-31", case_id=case.pk),
    ]
    count_repayments(world["王内勤"], rows, client_id=world.clients["DEMO-BANK"].pk)
    # then each carries the holder of its day and the rate
    held = dict(Repayment.objects.values_list("amount", "holder_id"))
    assert held == {Decimal("1.00"): li, Decimal("2.00"): zhou, Decimal("3.00"): zhou, Decimal("4.00"): None}
    assert set(Repayment.objects.values_list("commission_rate", flat=True)) == {Decimal("0.12000")}
    assert set(Repayment.objects.values_list("holder_unit_id", flat=True)) == {world.units["北一组"].pk}


def test_out_of_reach_looks_like_missing_and_changes_nothing(world: World) -> None:
    # given a case of the client 王内勤 does not see
    other = place(world, client="DEMO-CF", serial_no="CF-1")
    result = count_repayments(
        world["王内勤"], [paid(2, "10.00", serial_no="CF-1")], client_id=world.clients["DEMO-CF"].pk
    )
    assert codes(result.refused) == [(2, "match.not_found")]
    with pytest.raises(NotFound):
        enter_repayment(world["王内勤"], other.pk, Decimal("10.00"), date(2026, 9, 15))
    # and a collector may not enter at all
    mine = place(world)
    with pytest.raises(Forbidden):
        enter_repayment(world["李催收"], mine.pk, Decimal("10.00"), date(2026, 9, 15))
    done = enter_repayment(world["孙内勤"], other.pk, Decimal("10.00"), date(2026, 9, 15))
    refused = reverse_repayments(world["王内勤"], done.counted, "越权")
    assert [(row["id"], row["code"]) for row in refused["refused"]] == [(done.counted[0], "not_found")]
    other.refresh_from_db()
    assert other.balance == Decimal("990.00")


def test_a_reversal_needs_a_reason(world: World) -> None:
    case = place(world)
    done = enter_repayment(world["王内勤"], case.pk, Decimal("10.00"), date(2026, 9, 15))
    with pytest.raises(Invalid) as refusal:
        reverse_repayments(world["王内勤"], done.counted, "  ")
    assert refusal.value.code == "payment.reason_required"
    assert Repayment.objects.get().reversed_at is None


def test_a_check_says_the_same_and_writes_nothing(world: World) -> None:
    bank = world.clients["DEMO-BANK"].pk
    case = place(world, serial_no="XL-1")
    rows = [paid(2, "10.00", serial_no="XL-1"), paid(3, "10.00", serial_no="NOBODY")]
    result = check_repayments(world["王内勤"], rows, client_id=bank)
    assert (result.counted, result.amount, result.case_of_row) == ([], Decimal("10.00"), {2: case.pk})
    assert codes(result.refused) == [(3, "match.not_found")]
    assert Repayment.objects.count() == 0


def test_an_import_is_taken_back_whole(world: World) -> None:
    bank = world.clients["DEMO-BANK"].pk
    cases = [place(world, serial_no=f"XL-{n}", amount="100.00") for n in range(3)]
    rows = [paid(n + 2, "100.00", serial_no=f"XL-{n}") for n in range(3)]
    counted = count_repayments(world["王内勤"], rows, client_id=bank, import_id=5).counted
    assert set(Case.objects.values_list("state", flat=True)) == {"settled"}
    answer = reverse_repayments(world["王内勤"], counted, "撤销导入 5")
    assert (len(answer["reversed"]), answer["reopened"]) == (3, [case.pk for case in cases])
    assert set(Case.objects.values_list("state", "balance")) == {("open", Decimal("100.00"))}
