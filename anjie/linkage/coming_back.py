"""Brings back what came of a mediation: promises to follow, or collection where it stood; hears both lines' moves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from anjie.access.actors import Actor
from anjie.desk.public import DeskDeed, Party, cases_for, line_of, move_case, record, record_each
from anjie.foundation import clock
from anjie.foundation.refusals import Refusal
from anjie.lines.mediation import telling
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.closing.queries import instalments_of
from anjie.lines.mediation.deeds import ReviewDeed
from anjie.lines.mediation.mediators.models import Appointment
from anjie.lines.recovery.moves import IN_MEDIATION
from anjie.lines.recovery.work.models import Promise
from anjie.lines.recovery.work.promises import AgreedSum, take_agreed
from anjie.linkage.actions import tell_holder
from anjie.linkage.carrying import JOB
from anjie.linkage.models import CaseLink
from anjie.linkage.queries import STOPPING, grace_of
from anjie.linkage.rules import BACK, RESUMED, past_grace, plan_state
from anjie.services.notices.actions import Notable, notify_each

State = CaseLink.State
ENDINGS = {
    "application.withdraw": "申请已撤回",
    "review.refuse": "不予受理",
    "filing.refuse": "不予立案",
    "consent.decline": "当事人不愿调解",
}
"""The moves by which mediation ends without an agreement, and all that recovery hears of them."""
NO_PLAN = "协议没有约定付款"


@transaction.atomic
def signed(actor: Actor, case_ids: list[int], facts: Mapping[str, Any]) -> None:
    """Mediation is over and signed: its instalments become promises, or collection resumes."""
    for link in _mediating(case_ids):
        dispute = Dispute.objects.get(case_id=link.mediation_id)
        outcome = dispute.get_outcome_display()
        debtor = Party.Part.RESPONDENT
        plan = [one for one in instalments_of(link.mediation_id) if one.payer and one.payer.part == debtor]
        if not plan:
            resumes = outcome if dispute.outcome == Dispute.Outcome.FAILED else f"{outcome}，{NO_PLAN}"
            _come_back(link, State.ENDED, resumes)
        elif _come_back(link, State.PLAN, outcome):
            sums = [AgreedSum(one.amount, one.due_on) for one in plan if one.amount and one.due_on]
            made = take_agreed(
                Actor.job(JOB),
                link.case_id,
                sums,
                made_at=plan[0].closing.asked_at,
                agreement_no=link.mediation.no,
                grace_days=grace_of(link.case),
            )
            link.promise_ids = [one.pk for one in made]
            link.save(update_fields=["promise_ids"])
            _follow(Actor.job(JOB), link)


def ended_by(code: str) -> Any:
    """Whoever hears of the move ``code``: mediation ended without an agreement, collection resumes."""

    @transaction.atomic
    def ended(actor: Actor, case_ids: list[int], facts: Mapping[str, Any]) -> None:
        for link in _mediating(case_ids):
            _come_back(link, State.ENDED, ENDINGS[code])

    return ended


@transaction.atomic
def sent_back(actor: Actor, case_ids: list[int], facts: Mapping[str, Any]) -> None:
    """The institution sent an application back: who sent the debt amends it, the client has no account that could."""
    links = list(_mediating(case_ids))
    job, at = Actor.job(JOB), clock.now().isoformat()
    record_each(job, "linkage.sent_back", {link.case_id: {"mediation": link.mediation.no} for link in links})
    notify_each(
        job,
        "linkage.sent_back",
        [
            Notable(
                [link.by_id],
                "移送的调解申请被退回修改",
                f"案件 {link.case.no} 移送的 {link.mediation.no} 被退回修改。请打开案件按备注修改后重新提交。",
                key=f"linkage.sent_back:{link.pk}:{at}",
                case_id=link.case_id,
            )
            for link in links
            if link.by_id
        ],
    )


@transaction.atomic
def judged(actor: Actor, case_ids: list[int], facts: Mapping[str, Any]) -> None:
    """Promises of these cases were judged anew: a plan that is missed lets collection resume by itself."""
    links = CaseLink.objects.filter(case_id__in=case_ids).exclude(promise_ids=[])
    for link in links.select_related("case", "mediation").order_by("pk"):
        _follow(actor, link)


def keep_agreed(actor: Actor, case_ids: list[int], facts: Mapping[str, Any]) -> None:
    """An instalment of a signed agreement is not taken back by hand."""
    link = CaseLink.objects.filter(
        case_id__in=case_ids, promise_ids__contains=[facts["promise"]], state__in=STOPPING
    ).first()
    if link is not None:
        raise Refusal(
            "linkage.agreed_promise",
            f"该承诺是调解协议 {link.mediation.no} 约定的一期，不能取消。债务人未按期还款时，系统会自动恢复催收。",
            mediation=link.mediation.no,
        )


@transaction.atomic
def case_over(actor: Actor, case_ids: list[int], facts: Mapping[str, Any]) -> None:
    """The recovery case left the desk: its mediation has nothing to come back to, and whoever mediates is told."""
    running = CaseLink.objects.filter(case_id__in=case_ids, state__in=(State.MEDIATING, State.PLAN))
    for link in running.select_related("case", "mediation").order_by("pk"):
        mediating = link.state == State.MEDIATING
        _set(actor, link, State.OVER)
        if mediating:
            _tell_mediation(link)


def _mediating(mediation_ids: list[int]) -> list[CaseLink]:
    """The links of these mediations, their recovery cases locked before them as a payment does."""
    found = CaseLink.objects.filter(mediation_id__in=mediation_ids).values_list("case_id", flat=True)
    debts = cases_for(Actor.job(JOB), DeskDeed.CASES_SEE).filter(pk__in=list(found))
    list(debts.order_by("pk").select_for_update(of=("self",)))
    links = CaseLink.objects.filter(mediation_id__in=mediation_ids, state=State.MEDIATING)
    return list(links.select_related("case", "mediation").order_by("pk").select_for_update(of=("self",)))


def _come_back(link: CaseLink, state: str, outcome: str) -> bool:
    """Say how mediation ended and put the case back where it stood; false when it is no longer in mediation."""
    job, case = Actor.job(JOB), link.case
    link.outcome, link.ended_at = outcome, clock.now()
    back = case.state == IN_MEDIATION
    link.state = state if back else State.OVER
    link.save(update_fields=["state", "outcome", "ended_at"])
    record(job, link.case_id, "linkage.came_back", mediation=link.mediation.no, outcome=outcome)
    if back:
        again = {"pause_reason": link.left_pause} if link.left_pause else {}
        move_case(job, link.case_id, BACK[link.left_state], reason=f"调解结束：{outcome}", facts=again)
        plan = f"协议按期履行期间请勿联系，{past_grace(grace_of(case))}时自动恢复催收。"
        what = plan if state == State.PLAN else f"{RESUMED[link.left_state]}。"
        text = f"案件 {case.no} 的调解（{link.mediation.no}）已结束：{outcome}。{what}"
        tell_holder(case, f"linkage.{state}", "调解已有结果", text)
    return back


def _follow(actor: Actor, link: CaseLink) -> None:
    """Let the link stand as its instalments do."""
    agreed = Promise.objects.filter(pk__in=link.promise_ids).exclude(state=Promise.State.CANCELLED)
    states = list(agreed.values_list("state", flat=True))
    if link.state == State.OVER or not states:
        return
    state = plan_state(states)
    if state == link.state:
        return
    if state in STOPPING and link.state not in STOPPING:
        # Another mediation may have begun since this plan was missed: it stays missed.
        others = CaseLink.objects.filter(case_id=link.case_id, state__in=STOPPING).exclude(pk=link.pk)
        if others.exists():
            return
    _set(actor, link, state)
    if state == State.BROKEN:
        resumed = RESUMED.get(link.case.state, "案件已结束")
        tell_holder(
            link.case,
            "linkage.broken",
            "调解协议违约，恢复催收",
            f"案件 {link.case.no} 未按调解协议（{link.mediation.no}）还款，已过宽限期。{resumed}。",
        )


def _set(actor: Actor, link: CaseLink, state: str) -> None:
    """Both cases tell how the link stands now."""
    link.state = state
    link.save(update_fields=["state"])
    label = State(state).label
    record(actor, link.case_id, "linkage.plan", mediation=link.mediation.no, state=label)
    record(Actor.job(JOB), link.mediation_id, "linkage.followed", state=label)


def _tell_mediation(link: CaseLink) -> None:
    """Whoever reviews or mediates hears that the debt is settled or called back, and decides what to do."""
    link.case.refresh_from_db()
    label = line_of(link.case.line).label_of(link.case.state)
    text = (
        f"{link.mediation.no} {link.mediation.title}：移送的催收案件已{label}，请与申请人确认是否继续调解。"
    )
    title, verb = "移送的债务已有变化", "linkage.debt_over"
    going = Appointment.objects.filter(case_id=link.mediation_id, ended_at__isnull=True)
    members = list(going.values_list("mediator_id", flat=True))
    key = f"{verb}:{link.pk}"
    telling.tell_members(Actor.job(JOB), link.mediation, members, verb, title, text, key=key)
    telling.tell_staff(Actor.job(JOB), link.mediation, ReviewDeed.DECIDE, verb, title, text, key=key)
