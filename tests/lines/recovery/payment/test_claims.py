from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from anjie.desk.models import Case, Event
from anjie.foundation import clock
from anjie.foundation.refusals import Forbidden, Invalid, NotFound, Refusal
from anjie.lines.recovery.payment.actions import RepaymentIn, count_repayments, reverse_repayments
from anjie.lines.recovery.payment.claims import (
    ClaimIn,
    answer_claim,
    answer_claims,
    check_claims,
    claim,
    take_claims,
    withdraw,
)
from anjie.lines.recovery.payment.models import ClaimedPayment, Repayment
from anjie.services.notices.models import Notice
from tests.cases import place
from tests.people import World

HUNDRED = Decimal("100.00")
DAY = date(2026, 9, 15)


@pytest.fixture(autouse=True)
def _noon() -> Iterator[None]:
    with clock.stopped("2026-09-20T12:00:00+08:00"):
        yield


def texts(world: World, name: str) -> list[str]:
    mine = Notice.objects.filter(membership_id=world[name].membership_id)
    return list(mine.order_by("pk").values_list("text", flat=True))


def test_a_claim_is_answered_by_the_clerk_and_counts_the_money(world: World) -> None:
    # given 李催收 is told by the debtor that 100 were paid
    case = place(world, amount="300.00")
    asked = claim(world["李催收"], case.pk, HUNDRED, DAY, payer="本人", way="手机银行")
    assert texts(world, "王内勤") == [
        f"案件 {case.no}：债务人称已于 2026-09-15 还款 100.00 元，请与银行核实。"
    ]
    assert Case.objects.get(pk=case.pk).balance == Decimal("300.00")
    # when 王内勤 confirms it
    done = answer_claim(world["王内勤"], asked.pk, True, "银行已入账")
    # then it is counted once, the balance falls, and the collector reads the answer
    repayment = Repayment.objects.get()
    assert (done.state, done.repayment_id, done.answer) == ("confirmed", repayment.pk, "银行已入账")
    assert (repayment.source, repayment.amount, repayment.paid_on) == ("claim", HUNDRED, DAY)
    assert Case.objects.get(pk=case.pk).balance == Decimal("200.00")
    assert texts(world, "李催收") == ["2026-09-15 的自称已还 100.00 元已到账。银行已入账"]
    # and the bank's own list does not count it again
    rows = [RepaymentIn(2, HUNDRED, DAY, case_id=case.pk, reference="LS-1")]
    again = count_repayments(world["王内勤"], rows, client_id=case.organisation_id)
    assert [note.code for note in again.refused] == ["payment.already_counted"]
    assert Case.objects.get(pk=case.pk).balance == Decimal("200.00")


def test_the_banks_list_confirms_a_waiting_claim_by_itself(world: World) -> None:
    # given the debtor named the 15th, and another claim of another amount
    case = place(world)
    asked = claim(world["李催收"], case.pk, HUNDRED, DAY)
    other = claim(world["李催收"], case.pk, Decimal("80.00"), DAY)
    # when the bank's list books it on the 17th
    rows = [RepaymentIn(2, HUNDRED, date(2026, 9, 17), case_id=case.pk)]
    result = count_repayments(world["王内勤"], rows, client_id=case.organisation_id)
    # then that claim is confirmed with this repayment, the other still waits
    asked.refresh_from_db()
    other.refresh_from_db()
    assert result.claims == [asked.pk]
    assert (asked.state, asked.repayment_id) == ("confirmed", result.counted[0])
    assert other.state == "waiting"
    assert texts(world, "李催收") == ["2026-09-15 的自称已还 100.00 元已到账。已在银行还款清单中核对到账。"]
    # and when the repayment is reversed the claim waits again
    reverse_repayments(world["王内勤"], result.counted, "银行退票")
    asked.refresh_from_db()
    assert (asked.state, asked.repayment_id, asked.answer) == ("waiting", None, "对应的还款已冲正：银行退票")


def test_money_that_is_here_already_confirms_the_claim_at_once(world: World) -> None:
    case = place(world)
    rows = [RepaymentIn(2, HUNDRED, DAY, case_id=case.pk)]
    counted = count_repayments(world["王内勤"], rows, client_id=case.organisation_id).counted
    asked = claim(world["李催收"], case.pk, HUNDRED, DAY)
    assert (asked.state, asked.repayment_id) == ("confirmed", counted[0])
    assert Repayment.objects.count() == 1


def test_not_found_at_the_bank_says_why_and_changes_no_balance(world: World) -> None:
    case = place(world)
    asked = claim(world["李催收"], case.pk, HUNDRED, DAY)
    with pytest.raises(Invalid):
        answer_claim(world["王内勤"], asked.pk, False)
    answer_claim(world["王内勤"], asked.pk, False, "银行查无此笔")
    assert texts(world, "李催收") == ["2026-09-15 的自称已还 100.00 元未到账。银行查无此笔"]
    assert (Repayment.objects.count(), Case.objects.get(pk=case.pk).balance) == (0, Decimal("1000.00"))
    verbs = list(Event.objects.filter(case_id=case.pk).order_by("seq").values_list("verb", flat=True))
    assert verbs == ["case.opened", "payment.claimed", "payment.claim_refuted"]
    # and it is answered once
    with pytest.raises(Refusal) as refusal:
        answer_claim(world["王内勤"], asked.pk, True)
    assert refusal.value.code == "payment.claim_answered"


def test_the_bank_may_confirm_another_amount(world: World) -> None:
    case = place(world)
    asked = claim(world["李催收"], case.pk, HUNDRED, DAY)
    done = answer_claim(world["王内勤"], asked.pk, True, amount=Decimal("99.00"), paid_on=date(2026, 9, 16))
    assert (done.amount, done.repayment.amount) == (HUNDRED, Decimal("99.00"))  # type: ignore[union-attr]
    assert Case.objects.get(pk=case.pk).balance == Decimal("901.00")


def test_a_claim_paid_in_full_settles_the_case(world: World) -> None:
    case = place(world, amount="100.00")
    asked = claim(world["李催收"], case.pk, HUNDRED, DAY)
    answer_claim(world["王内勤"], asked.pk, True)
    assert Case.objects.get(pk=case.pk).state == "settled"


@pytest.mark.parametrize(
    ("amount", "day", "code"),
    [("0.00", DAY, "payment.not_positive"), ("100.00", date(2026, 9, 21), "payment.future")],
)
def test_a_claim_that_cannot_be_is_refused(world: World, amount: str, day: date, code: str) -> None:
    case = place(world)
    with pytest.raises(Refusal) as refusal:
        claim(world["李催收"], case.pk, Decimal(amount), day)
    assert refusal.value.code == code
    assert ClaimedPayment.objects.count() == 0


def test_the_same_claim_twice_and_claims_on_closed_or_foreign_cases_are_refused(world: World) -> None:
    case, closed, foreign = place(world), place(world, state="closed"), place(world, holder="周催收")
    claim(world["李催收"], case.pk, HUNDRED, DAY)
    codes = []
    for pk in (case.pk, closed.pk):
        with pytest.raises(Refusal) as refusal:
            claim(world["李催收"], pk, HUNDRED, DAY)
        codes.append(refusal.value.code)
    assert codes == ["payment.claimed_already", "payment.case_not_open"]
    with pytest.raises(NotFound):
        claim(world["李催收"], foreign.pk, HUNDRED, DAY)
    assert ClaimedPayment.objects.count() == 1


def test_only_who_asked_withdraws_and_only_a_clerk_answers(world: World) -> None:
    case = place(world)
    asked = claim(world["李催收"], case.pk, HUNDRED, DAY)
    with pytest.raises(Forbidden):
        answer_claim(world["李催收"], asked.pk, True)
    with pytest.raises(Forbidden):
        withdraw(world["赵主管"], asked.pk)
    assert withdraw(world["李催收"], asked.pk).state == "withdrawn"
    with pytest.raises(Refusal):
        answer_claim(world["王内勤"], asked.pk, True)
    assert Repayment.objects.count() == 0


def test_many_are_answered_alike_and_the_others_named(world: World) -> None:
    cases = [place(world) for _ in range(3)]
    ids = [claim(world["李催收"], case.pk, HUNDRED, DAY).pk for case in cases]
    withdraw(world["李催收"], ids[1])
    answer = answer_claims(world["王内勤"], [*ids, 999_999], True, "批量核对")
    assert answer["answered"] == [ids[0], ids[2]]
    assert [(row["id"], row["code"]) for row in answer["refused"]] == [
        (ids[1], "payment.claim_answered"), (999_999, "not_found"),
    ]  # fmt: skip
    assert Repayment.objects.count() == 2


def test_a_sheet_asks_and_answers(world: World) -> None:
    # given two claims wait
    bank = world.clients["DEMO-BANK"].pk
    one, two, three = (place(world, serial_no=f"XL-{n}") for n in (1, 2, 3))
    first = claim(world["李催收"], one.pk, HUNDRED, DAY)
    second = claim(world["李催收"], two.pk, HUNDRED, DAY)
    rows = [
        ClaimIn(2, HUNDRED, date(2026, 9, 16), serial_no="XL-1", confirmed=True),
        ClaimIn(3, HUNDRED, DAY, serial_no="XL-2", confirmed=False, answer="查无"),
        ClaimIn(4, HUNDRED, DAY, serial_no="XL-3"),
        ClaimIn(5, HUNDRED, DAY, serial_no="XL-3", confirmed=True),
        ClaimIn(6, HUNDRED, DAY, serial_no="NOBODY"),
    ]
    # when the bank's answers come as a sheet, checked first
    checked = check_claims(world["王内勤"], rows, client_id=bank)
    assert [(n.row, n.code) for n in checked.refused] == [
        (6, "match.not_found"),
        (5, "payment.no_claim"),
    ]
    taken = take_claims(world["王内勤"], rows, client_id=bank, import_id=9)
    # then each row did what it says
    assert (taken.confirmed, taken.refuted, len(taken.asked)) == ([first.pk], [second.pk], 1)
    assert [(n.row, n.code) for n in taken.refused] == [(6, "match.not_found"), (5, "payment.no_claim")]
    new = ClaimedPayment.objects.get(case=three)
    assert (new.state, new.import_id) == ("waiting", 9)
    assert Repayment.objects.get().paid_on == date(2026, 9, 16)
