"""What comes of a mediation comes back to the same case: a plan to follow, or collection where it stood."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from anjie.access.actors import Actor
from anjie.access.models import TrailEntry
from anjie.desk.public import Event, move_case
from anjie.foundation import clock
from anjie.foundation.refusals import Refusal
from anjie.lines.mediation.application.actions import withdraw
from anjie.lines.recovery.payment.actions import enter_repayment as pay_in
from anjie.lines.recovery.payment.actions import reverse_repayments
from anjie.lines.recovery.placement.contracts import change_contract
from anjie.lines.recovery.work import promises
from anjie.lines.recovery.work.models import Promise
from anjie.services.terms.models import TermPause
from anjie.services.terms.pause_reasons import reasons
from tests.lines.mediation.closings import papers_made
from tests.linkage.walks import (
    SECRET,
    TWO,
    again,
    agreement,
    debt,
    ended,
    failed,
    gate,
    paused,
    seen_in_recovery,
    sent,
    told,
    verbs,
)
from tests.people import World

DESK = Actor.job("test")


@pytest.fixture
def papers(settings, tmp_path):
    with papers_made(settings, tmp_path):
        yield


def judged_on(day: str) -> None:
    with clock.stopped(f"{day}T10:00:00+08:00"):
        promises.judge_overdue(Actor.job("work.promises"))


def paid(centre: World, case_id: int, amount: str, day: date) -> None:
    with clock.stopped(f"{day}T10:00:00+08:00"):
        pay_in(centre["孙内勤"], case_id, Decimal(amount), day)


@pytest.mark.usefixtures("papers")
def test_a_signed_plan_becomes_promises_and_contact_stays_stopped_until_it_is_missed(centre: World) -> None:
    link = ended(centre, sent(centre))
    # given the plan: the case is back, its instalments are promises, nobody presses
    assert (link.state, link.case.state, link.outcome) == ("plan", "open", "调解成功")
    made = list(Promise.objects.filter(case=link.case).order_by("due_on"))
    assert [(one.amount, one.due_on, one.state, one.agreement_no, one.grace_days) for one in made] == [
        (Decimal(amount), day, "open", link.mediation.no, 3) for amount, day in TWO
    ]
    verdict = gate(link.case)
    assert (verdict.allowed, verdict.rule) == (False, "contact.plan_kept")
    assert link.mediation.no in verdict.message and "2026-10-01 应还 3,000.00 元" in verdict.message
    assert "请勿联系" in told(centre, "李催收", "linkage.plan")[0]
    # when the first is paid and the second is not: on the last day of grace nothing has happened yet
    paid(centre, link.case_id, "3000.00", date(2026, 9, 20))
    made[0].refresh_from_db()
    assert made[0].state == "kept" and again(link).state == "plan"
    judged_on("2026-11-04")
    assert again(link).state == "plan" and not told(centre, "李催收", "linkage.broken")
    # then, past it, collection resumes by itself and the collector is told once
    judged_on("2026-11-05")
    judged_on("2026-11-06")
    assert again(link).state == "broken" and again(link).case.state == "open"
    assert gate(link.case).allowed
    assert len(told(centre, "李催收", "linkage.broken")) == 1 and not told(centre, "李催收", "promise.broken")
    assert verbs(link.case)[-2:] == ["linkage.came_back", "linkage.plan"]
    assert verbs(link.mediation)[-1] == "linkage.followed"


@pytest.mark.usefixtures("papers")
def test_the_days_of_grace_are_the_clients_own_as_they_stand_when_the_plan_is_signed(centre: World) -> None:
    # given a client that agreed none, changed by who may, on the record
    link = sent(centre)
    change_contract(centre["钱管理"], link.case.organisation_id, {"plan_grace_days": 0})
    (entry,) = TrailEntry.objects.filter(verb="contract.changed")
    assert entry.facts["changed"] == {"plan_grace_days": ["3", "0"]}
    # when the plan is signed, and other days are agreed after it
    link = ended(centre, link)
    change_contract(centre["钱管理"], link.case.organisation_id, {"plan_grace_days": 30})
    assert {one.grace_days for one in Promise.objects.filter(case=link.case)} == {0}
    assert "到期未还清时自动恢复催收" in gate(link.case).message
    assert "到期未还清时自动恢复催收" in told(centre, "李催收", "linkage.plan")[0]
    # then the day after the first instalment collection resumes
    judged_on("2026-10-01")
    assert again(link).state == "plan"
    judged_on("2026-10-02")
    assert again(link).state == "broken" and gate(link.case).allowed


@pytest.mark.usefixtures("papers")
def test_money_within_the_days_of_grace_keeps_the_plan_and_all_of_it_ends_it(centre: World) -> None:
    link = ended(centre, sent(centre))
    paid(centre, link.case_id, "3000.00", date(2026, 10, 4))
    paid(centre, link.case_id, "2000.00", date(2026, 10, 20))
    assert again(link).state == "kept"
    # the debt was let off in part: what is left is not pressed for
    verdict = gate(link.case)
    assert (verdict.allowed, verdict.rule) == (False, "contact.plan_kept") and "已全部履行" in verdict.message
    # a repayment that turns out false lets the plan run again, and be missed
    last = link.case.repayments.order_by("-id").first()
    with clock.stopped("2026-10-21T10:00:00+08:00"):
        reverse_repayments(DESK, [last.pk], "银行退票")
    assert again(link).state == "plan"
    judged_on("2026-11-05")
    assert again(link).state == "broken"


@pytest.mark.usefixtures("papers")
def test_a_plan_paid_to_the_last_yuan_settles_the_case(centre: World) -> None:
    link = sent(centre)
    link = ended(centre, link, agreement(link, ("8600.00", date(2026, 10, 1))))
    paid(centre, link.case_id, "8600.00", date(2026, 9, 30))
    assert (again(link).state, again(link).case.state) == ("kept", "settled")


@pytest.mark.usefixtures("papers")
def test_an_agreed_instalment_is_not_taken_back_by_hand(centre: World) -> None:
    link = ended(centre, sent(centre))
    first = Promise.objects.filter(case=link.case).order_by("due_on")[0]
    with pytest.raises(Refusal) as refused:
        promises.cancel(centre["李催收"], first.pk, "不要了")
    assert refused.value.code == "linkage.agreed_promise" and link.mediation.no in refused.value.message
    first.refresh_from_db()
    assert first.state == "open"


@pytest.mark.usefixtures("papers")
def test_a_failed_mediation_resumes_collection_and_leaks_nothing(centre: World) -> None:
    link = failed(centre, sent(centre))
    assert (link.state, link.case.state, link.outcome) == ("ended", "open", "调解失败")
    assert link.ended_at is not None and gate(link.case).allowed
    assert "调解失败。催收已恢复" in told(centre, "李催收", "linkage.ended")[0]
    assert SECRET not in seen_in_recovery(centre, link.case)


@pytest.mark.usefixtures("papers")
def test_nothing_said_in_mediation_reaches_recovery_with_a_plan(centre: World) -> None:
    link = ended(centre, sent(centre))
    seen = seen_in_recovery(centre, link.case)
    assert SECRET not in seen and "到场答复" not in seen and "调解成功" in seen


def test_a_paused_case_comes_back_to_its_pause_with_the_same_reason(centre: World) -> None:
    reason = next(one for one in reasons("recovery") if one.is_active)
    case = paused(debt(centre), reason.code)
    link = sent(centre, case)
    assert not TermPause.objects.filter(case=case, to_on=None).exists()
    move_case(centre["何审核"], link.mediation_id, "review.refuse", reason="不属受理范围")
    assert again(link).case.state == "paused"
    assert TermPause.objects.get(case=case, to_on=None).reason_id == reason.pk
    assert "案件仍为暂停" in told(centre, "李催收", "linkage.ended")[0]


def test_a_case_in_court_goes_on_in_court(centre: World) -> None:
    case = move_case(DESK, debt(centre).pk, "placement.litigate", reason="已起诉")
    link = sent(centre, case)
    move_case(centre["何审核"], link.mediation_id, "review.refuse", reason="不属受理范围")
    assert again(link).case.state == "in_litigation"
    assert "诉讼继续办理" in told(centre, "李催收", "linkage.ended")[0]


@pytest.mark.parametrize(
    ("code", "outcome"),
    [("review.refuse", "不予受理"), ("withdraw", "申请已撤回"), ("decline", "当事人不愿调解")],
)
def test_refused_withdrawn_and_declined_resume(centre: World, code: str, outcome: str) -> None:
    link = sent(centre)
    if code == "review.refuse":
        move_case(centre["何审核"], link.mediation_id, code, reason=SECRET)
    elif code == "withdraw":
        withdraw(DESK, link.mediation_id, SECRET)
    else:
        move_case(centre["何审核"], link.mediation_id, "review.approve")
        move_case(centre["何审核"], link.mediation_id, "consent.decline", reason=SECRET)
    link = again(link)
    assert (link.state, link.case.state, link.outcome) == ("ended", "open", outcome)
    assert gate(link.case).allowed and outcome in told(centre, "李催收", "linkage.ended")[0]
    assert SECRET not in seen_in_recovery(centre, link.case)
    assert sent(centre, link.case).pk != link.pk


@pytest.mark.usefixtures("papers")
def test_what_was_promised_on_the_phone_gives_way_to_the_agreement(centre: World) -> None:
    case = debt(centre)
    spoken = Promise.objects.create(
        case=case, amount=Decimal("500.00"), due_on=date(2026, 10, 1), made_at=clock.now()
    )
    ended(centre, sent(centre, case))
    spoken.refresh_from_db()
    assert spoken.state == "cancelled"
    assert Promise.objects.filter(case=case, state="open").count() == 2
    assert Event.objects.filter(case_id=case.pk, verb="promise.open").count() == 2
