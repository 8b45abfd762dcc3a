"""Promises are judged by what was paid, the one due first before the next."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anjie.access.actors import Actor
from anjie.desk.public import announce, move_case
from anjie.foundation import clock
from anjie.foundation.refusals import Refusal
from anjie.lines.recovery.payment.actions import enter_repayment, reverse_repayments
from anjie.lines.recovery.work import promises
from anjie.lines.recovery.work.models import Promise
from anjie.lines.recovery.work.rules import PaidSum, PromisedSum, judge_promises
from anjie.services.notices.models import Notice
from tests.cases import place
from tests.http import Browser
from tests.lines.recovery.work.conftest import call, events, promised
from tests.people import World

MADE, DUE = date(2026, 9, 1), date(2026, 9, 15)
BEFORE, AFTER = date(2026, 9, 10), date(2026, 9, 16)
PROMISE = PromisedSum(Decimal("100.00"), MADE, DUE)
JOB = Actor.job("work.promises")


@pytest.mark.parametrize(
    ("payments", "today", "state", "paid"),
    [
        ([], DUE, "open", "0"),
        ([], AFTER, "broken", "0"),
        ([("99.99", BEFORE)], DUE, "open", "99.99"),
        ([("99.99", BEFORE)], AFTER, "partly", "99.99"),
        ([("60.00", MADE), ("40.00", DUE)], DUE, "kept", "100.00"),
        ([("250.00", BEFORE)], BEFORE, "kept", "100.00"),
        ([("100.00", AFTER)], AFTER, "broken", "0"),
        ([("100.00", date(2026, 8, 31))], DUE, "open", "0"),
    ],
)
def test_one_promise(payments: list, today: date, state: str, paid: str):
    sums = [PaidSum(Decimal(amount), on) for amount, on in payments]
    [verdict] = judge_promises([PROMISE], sums, today)
    assert (verdict.state, verdict.paid) == (state, Decimal(paid))


def test_each_yuan_keeps_one_promise_and_the_earlier_due_comes_first():
    later = PromisedSum(Decimal("100.00"), MADE, date(2026, 10, 15))
    verdicts = judge_promises([later, PROMISE], [PaidSum(Decimal("130.00"), BEFORE)], AFTER)
    assert [(v.state, v.paid) for v in verdicts] == [("open", Decimal("30.00")), ("kept", Decimal("100.00"))]


sums = st.decimals("0.01", "500", places=2)
days = st.dates(date(2026, 8, 20), date(2026, 10, 20))


@given(
    st.lists(
        st.tuples(sums, days, days).map(lambda t: PromisedSum(t[0], min(t[1:]), max(t[1:]))), max_size=5
    ),
    st.lists(st.tuples(sums, days).map(lambda t: PaidSum(*t)), max_size=6),
    days,
)
def test_no_yuan_is_counted_twice_and_none_beyond_what_was_promised(made, paid, today):
    verdicts = judge_promises(made, paid, today)
    assert sum(v.paid for v in verdicts) <= sum(p.amount for p in paid)
    for promise, verdict in zip(made, verdicts, strict=True):
        assert 0 <= verdict.paid <= promise.amount
        assert (verdict.state == "kept") == (verdict.paid == promise.amount)
        assert (verdict.state == "open") == (verdict.paid < promise.amount and today <= promise.due_on)


@pytest.mark.usefixtures("noon")
class TestFollowedThrough:
    def one(self, world: World, amount: str = "500.00", due_on: str = "2026-09-15"):
        case = place(world, name="张三", amount="5000.00", holder="李催收")
        call(world["李催收"], case, "connected.promise", promise=promised(amount, due_on))
        return case

    def test_a_repayment_keeps_it_and_its_reversal_opens_it_again(self, world: World):
        case = self.one(world)
        with clock.stopped("2026-09-10T10:00:00+08:00"):
            counted = enter_repayment(world["王内勤"], case.pk, Decimal("500.00"), date(2026, 9, 9))
            assert Promise.objects.get().state == "kept"
            reverse_repayments(world["王内勤"], counted.counted, "录错")
        promise = Promise.objects.get()
        assert (promise.state, promise.paid_amount, promise.judged_at) == ("open", Decimal(0), None)
        assert events(case) == ["work.recorded", "promise.kept", "promise.open"]

    def test_a_list_that_comes_late_still_keeps_what_was_paid_in_time(self, world: World):
        case = self.one(world)
        with clock.stopped("2026-09-16T00:35:00+08:00"):
            assert promises.judge_overdue(JOB) == 1
            assert Promise.objects.get().state == "broken"
        with clock.stopped("2026-09-18T10:00:00+08:00"):
            enter_repayment(world["王内勤"], case.pk, Decimal("500.00"), date(2026, 9, 15))
        assert Promise.objects.get().state == "kept"

    def test_the_daily_job_breaks_it_and_tells_the_holder_once(self, world: World):
        case = self.one(world)
        with clock.stopped("2026-09-16T00:35:00+08:00"):
            assert promises.judge_overdue(JOB) == 1
            assert promises.judge_overdue(JOB) == 0
        notice = Notice.objects.get()
        assert (notice.membership_id, notice.verb, notice.case_id) == (
            world["李催收"].membership_id,
            "promise.broken",
            case.pk,
        )
        assert case.no in notice.text

    def test_settling_cancels_what_is_still_promised(self, world: World):
        case = self.one(world)
        with clock.stopped("2026-09-05T10:00:00+08:00"):
            call(world["李催收"], case, "connected.promise", promise=promised("4500.00", "2026-12-15"))
        with clock.stopped("2026-09-20T10:00:00+08:00"):
            # Paid before the second promise was made: it is not what keeps it.
            enter_repayment(world["王内勤"], case.pk, Decimal("5000.00"), date(2026, 9, 4))
        case.refresh_from_db()
        assert case.state == "settled"
        assert sorted(Promise.objects.values_list("amount", "state")) == [
            (Decimal("500.00"), "kept"),
            (Decimal("4500.00"), "cancelled"),
        ]

    def test_a_case_given_back_leaves_no_promise_open(self, world: World):
        case = self.one(world)
        move_case(world["孙内勤"], case.pk, "placement.return", reason="到期")
        assert Promise.objects.get().state == "cancelled"
        assert events(case) == ["work.recorded", "promise.cancelled"]

    def test_an_announcement_of_nothing_changes_nothing(self, world: World):
        case = self.one(world)
        announce("payment.counted", JOB, [case.pk], {})
        assert Promise.objects.get().state == "open" and events(case) == ["work.recorded"]

    def test_a_judged_promise_is_not_cancelled(self, world: World):
        self.one(world)
        promise = Promise.objects.get()
        with clock.stopped("2026-09-16T09:00:00+08:00"):
            promises.judge_overdue(JOB)
            with pytest.raises(Refusal) as refused:
                promises.cancel(world["李催收"], promise.pk, "改期")
        assert refused.value.code == "work.promise_judged"
        assert Promise.objects.get().state == "broken"

    def test_the_list_sums_by_state_and_shows_only_what_is_in_reach(self, world: World):
        self.one(world)
        other = place(world, name="李四", holder="吴催收")
        call(world["吴催收"], other, "connected.promise", promise=promised("70.00", "2026-09-03"))
        answer = Browser(world["李催收"]).get("/api/recovery/work/promises").json()
        assert answer["count"] == 1
        assert answer["totals"] == {
            "amount": "500.00",
            "paid_amount": "0.00",
            "by_state": {"open": {"count": 1, "amount": "500.00"}},
        }
        everything = (
            Browser(world["钱管理"]).get("/api/recovery/work/promises", due_until="2026-09-10").json()
        )
        assert [row["amount"] for row in everything["rows"]] == ["70.00"]
