"""What two people do at the same moment counts once, and the balance is what was counted."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.db.models import Sum

from anjie.desk.models import Case, Event
from anjie.foundation import clock
from anjie.foundation.refusals import Refusal
from anjie.lines.recovery.payment.actions import (
    Counted,
    RepaymentIn,
    count_repayments,
    enter_repayment,
    reverse_repayments,
)
from anjie.lines.recovery.payment.claims import answer_claim, claim
from anjie.lines.recovery.payment.models import ClaimedPayment, Repayment
from tests.cases import place
from tests.people import build_world

pytestmark = pytest.mark.django_db(transaction=True)
DAY = date(2026, 9, 15)


def at_once(*works: Callable[[], Any]) -> list[Any]:
    """Run all at the same moment; what each gave back or was refused with."""
    barrier = threading.Barrier(len(works))
    answers: list[Any] = [None] * len(works)

    def run(at: int) -> None:
        try:
            barrier.wait()
            answers[at] = works[at]()
        except Refusal as refusal:
            answers[at] = refusal
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(at,)) for at in range(len(works))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def test_two_imports_of_the_same_list_at_the_same_moment_count_once() -> None:
    # given sixty payments, half of them with the bank's reference, in two lists of opposite order
    with clock.stopped("2026-09-20T12:00:00+08:00"):
        world = build_world()
        bank = world.clients["DEMO-BANK"].pk
        for n in range(20):
            place(world, serial_no=f"XL-{n}", amount="60.00")
        rows = [
            RepaymentIn(
                n + 2, Decimal("20.00"), DAY, serial_no=f"XL-{n % 20}", reference=f"LS-{n}" if n % 2 else ""
            )
            for n in range(60)
        ]
        # when both are counted at once
        first, second = at_once(
            lambda: count_repayments(world["王内勤"], rows, client_id=bank, import_id=1),
            lambda: count_repayments(world["孙内勤"], rows[::-1], client_id=bank, import_id=2),
        )
    # then every payment counts once, whoever came first, and every case is settled exactly
    assert isinstance(first, Counted)
    assert isinstance(second, Counted)
    assert sorted([len(first.counted), len(second.counted)]) == [0, 60]
    assert {note.code for note in [*first.refused, *second.refused]} == {"payment.already_counted"}
    assert Repayment.objects.aggregate(total=Sum("amount"))["total"] == Decimal("1200.00")
    assert set(Case.objects.values_list("state", "balance", "settled_amount")) == {
        ("settled", Decimal("0.00"), Decimal("60.00"))
    }
    assert Event.objects.filter(verb="payment.counted").count() == 20


def test_one_reference_on_two_cases_at_once_counts_on_one() -> None:
    world = build_world()
    one, two = place(world), place(world)
    answers = at_once(
        lambda: enter_repayment(world["王内勤"], one.pk, Decimal("10.00"), DAY, reference="LS-1"),
        lambda: enter_repayment(world["孙内勤"], two.pk, Decimal("10.00"), DAY, reference="LS-1"),
    )
    refused = [answer for answer in answers if isinstance(answer, Refusal)]
    assert [refusal.code for refusal in refused] == ["payment.already_counted"]
    assert Case.objects.aggregate(total=Sum("balance"))["total"] == Decimal("1990.00")


def test_a_payment_is_reversed_once_by_two() -> None:
    world = build_world()
    case = place(world, amount="100.00")
    done = enter_repayment(world["王内勤"], case.pk, Decimal("100.00"), DAY)
    answers = at_once(
        lambda: reverse_repayments(world["王内勤"], done.counted, "甲"),
        lambda: reverse_repayments(world["孙内勤"], done.counted, "乙"),
    )
    assert sorted(len(answer["reversed"]) for answer in answers) == [0, 1]
    case.refresh_from_db()
    assert (case.state, case.balance) == ("open", Decimal("100.00"))


def test_a_claim_is_confirmed_once_by_two_and_by_the_banks_list() -> None:
    world = build_world()
    case = place(world)
    asked = claim(world["李催收"], case.pk, Decimal("10.00"), DAY)
    row = RepaymentIn(2, Decimal("10.00"), DAY, case_id=case.pk, reference="LS-1")
    at_once(
        lambda: answer_claim(world["王内勤"], asked.pk, True),
        lambda: answer_claim(world["孙内勤"], asked.pk, True),
        lambda: count_repayments(world["孙内勤"], [row], client_id=case.organisation_id),
    )
    case.refresh_from_db()
    assert (Repayment.objects.count(), case.balance) == (1, Decimal("990.00"))
    assert ClaimedPayment.objects.get().state == "confirmed"
