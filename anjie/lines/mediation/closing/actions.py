"""Asking to close a case, deciding it with its papers, the day the agreement takes effect, and filing with the court."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from anjie.access.actors import Actor
from anjie.desk.public import Case, case_for, move_case, parties_of, record
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid, Refusal
from anjie.lines.mediation import telling
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.closing.models import AgreedTerm, Closing
from anjie.lines.mediation.closing.queries import agreement_of, standing
from anjie.lines.mediation.closing.rules import (
    CONFIRMED,
    FAILED,
    MOST_TERMS,
    WITH_AGREEMENT,
    Found,
    check,
    court_until,
)
from anjie.lines.mediation.deeds import ClosingDeed
from anjie.services.papers.actions import produce
from anjie.services.papers.models import Paper
from anjie.services.papers.queries import papers_of
from anjie.services.terms.working import working_calendar

State = Closing.State


@dataclass(frozen=True)
class Agreed:
    """What is told when closing is asked for; ``terms`` are mappings of :class:`AgreedTerm`'s fields."""

    outcome: str
    note: str = ""
    points: str = ""
    performance: str = ""
    amount: Decimal | None = None
    court: str = ""
    terms: Sequence[Mapping[str, Any]] = ()


def findings(actor: Actor, case_id: int, agreed: Agreed) -> list[Found]:
    """What the checker finds on an agreement that is being written; nothing is kept."""
    case = case_for(actor, ClosingDeed.REQUEST, case_id)
    closing, terms = _drawn(case, agreed)
    return check(agreement_of(case, closing, terms))


@transaction.atomic
def request(actor: Actor, case_id: int, agreed: Agreed) -> Case:
    """Ask for the case to be closed with this outcome; what blocks an agreement, or no meeting booked, refuses it."""
    case = case_for(actor, ClosingDeed.REQUEST, case_id, lock=True)
    closing, terms = _drawn(case, agreed)
    if agreed.outcome == FAILED and not agreed.note.strip():
        raise Invalid("closing.why_failed", "调解失败需要写明终止调解的原因。请补充后提交。")
    moved = move_case(actor, case.pk, "closing.request", facts={"outcome": agreed.outcome})
    found = check(agreement_of(case, closing, terms))
    blocked = [one for one in found if one.level == "block"]
    if blocked:
        raise Refusal(
            "closing.blocked",
            f"案件 {case.no} 的协议还不能提交：{''.join(_by_law(one) for one in blocked)}请更正后重新提交。",
            findings=[asdict(one) for one in found],
        )
    closing.by_id, closing.asked_at = actor.membership_id, clock.now()
    closing.findings = [asdict(one) for one in found]
    closing.save()
    for term in terms:
        term.closing = closing
    AgreedTerm.objects.bulk_create(terms)
    telling.tell_staff(
        actor, moved, ClosingDeed.DECIDE, "closing.requested", "结案待审批",
        f"{case.no} {case.title}：{closing.get_outcome_display()}，由{actor.name}申请。",
    )  # fmt: skip
    return moved


@transaction.atomic
def approve(actor: Actor, case_id: int, note: str = "") -> list[Paper]:
    """Agree to close: the papers of the outcome are made at once, or nothing is decided."""
    moved = move_case(actor, case_id, "closing.approve", reason=note.strip())
    closing = _decided(actor, moved, State.APPROVED, note)
    Dispute.objects.filter(case=moved).update(
        outcome=closing.outcome, outcome_note=closing.note, outcome_on=clock.today()
    )
    return produce(actor, case_id, closing.outcome)


@transaction.atomic
def send_back(actor: Actor, case_id: int, reason: str) -> Case:
    """Do not agree, or open it again while nothing is signed: the case goes back to its mediator."""
    moved = move_case(actor, case_id, "closing.send_back", reason=reason.strip())
    closing = _decided(actor, moved, State.SENT_BACK, reason)
    Dispute.objects.filter(case=moved).update(outcome="", outcome_note="", outcome_on=None)
    if closing.by_id:
        telling.tell_members(
            actor, moved, [closing.by_id], "closing.sent_back", "结案申请被退回",
            f"{moved.no} {moved.title}：{reason.strip()}",
        )  # fmt: skip
    return moved


@transaction.atomic
def complete(actor: Actor, case_id: int, effective_on: date | None = None) -> Case:
    """Every paper is signed: the case is closed, and the days to ask a court begin to run.

    ``effective_on`` is the day the last of them signed; left out it is the day the agreement was marked signed.
    """
    moved = move_case(actor, case_id, "signing.complete")
    closing = standing(moved.pk)
    assert closing is not None, "the guard saw its papers"
    if closing.outcome in WITH_AGREEMENT:
        closing.effective_on = _effective(moved, closing, effective_on)
        if Dispute.objects.get(case=moved).kind.may_confirm:
            closing.court_until = court_until(closing.effective_on, working_calendar().is_working)
        closing.save(update_fields=["effective_on", "court_until"])
        record(
            actor, moved.pk, "agreement.effective",
            effective_on=closing.effective_on, court_until=closing.court_until,
        )  # fmt: skip
    return moved


@transaction.atomic
def file_with_court(actor: Actor, case_id: int, filed_on: date, court: str, court_no: str = "") -> Closing:
    """The parties have asked the court to confirm: the clock stops."""
    case = case_for(actor, ClosingDeed.REQUEST, case_id, lock=True)
    closing = standing(case.pk)
    if closing is None or closing.court_until is None or closing.effective_on is None:
        raise Refusal("court.no_clock", f"案件 {case.no} 没有在计算中的司法确认期限。请先完成签署。")
    if closing.filed_on:
        raise Refusal(
            "court.filed_already", f"案件 {case.no} 已于 {closing.filed_on} 登记申请司法确认。请刷新后查看。"
        )
    if not closing.effective_on <= filed_on <= clock.today():
        raise Invalid(
            "court.filed_on",
            f"申请日期应在协议生效日 {closing.effective_on} 与今天之间。请更正。",
            effective_on=closing.effective_on,
        )
    if not court.strip():
        raise Invalid("court.name", "请填写受理申请的法院。")
    closing.filed_on, closing.court, closing.court_no = filed_on, court.strip()[:60], court_no.strip()[:60]
    closing.save(update_fields=["filed_on", "court", "court_no"])
    late = filed_on > closing.court_until
    record(
        actor, case.pk, "court.filed",
        filed_on=filed_on, court=closing.court, court_no=closing.court_no, late=late,
    )  # fmt: skip
    return closing


def _drawn(case: Case, agreed: Agreed) -> tuple[Closing, list[AgreedTerm]]:
    """The closing as it would be kept; parties that are not the case's are refused."""
    if agreed.outcome not in (*WITH_AGREEMENT, FAILED):
        raise Invalid("closing.outcome", "结案结果不在列表中。请重新选择。")
    if len(agreed.terms) > MOST_TERMS:
        raise Invalid("closing.too_many_terms", f"协议内容最多 {MOST_TERMS} 项。请合并后提交。")
    parties = {one.pk: one for one in parties_of(case.pk)}
    closing = Closing(
        case=case,
        outcome=agreed.outcome,
        note=agreed.note.strip(),
        points=agreed.points.strip(),
        performance=agreed.performance.strip()[:200],
        amount=agreed.amount if agreed.outcome in WITH_AGREEMENT else None,
        court=agreed.court.strip()[:60] if agreed.outcome == CONFIRMED else "",
        asked_at=clock.now(),
    )
    if agreed.outcome == FAILED:
        return closing, []
    terms = []
    for position, one in enumerate(agreed.terms):
        named = [one.get("payer_id"), one.get("payee_id")]
        if any(pk is not None and pk not in parties for pk in named):
            raise Invalid("closing.party", f"第 {position + 1} 项的当事人不在本案中。请重新选择。")
        pays = one.get("kind") == AgreedTerm.Kind.PAY
        term = AgreedTerm(
            position=position,
            kind=AgreedTerm.Kind.PAY if pays else AgreedTerm.Kind.DO,
            amount=one.get("amount") if pays else None,
            due_on=one.get("due_on"),
            text=str(one.get("text") or "").strip()[:500],
        )
        term.payer, term.payee = (parties.get(pk) if pk is not None else None for pk in named)
        terms.append(term)
    return closing, terms


def _by_law(one: Found) -> str:
    return f"{one.message}（{one.law}）" if one.law else one.message


def _decided(actor: Actor, case: Case, state: str, why: str) -> Closing:
    closing = standing(case.pk)
    if closing is None:
        raise Refusal("closing.none", f"案件 {case.no} 没有结案申请。请刷新后重试。")
    closing.state, closing.why = state, why.strip()[:500]
    closing.decided_by_id, closing.decided_at = actor.membership_id, clock.now()
    closing.save(update_fields=["state", "why", "decided_by", "decided_at"])
    return closing


def _effective(case: Case, closing: Closing, given: date | None) -> date:
    signed = [one.signed_at for one in papers_of(case.pk) if one.kind == "agreement" and one.signed_at]
    day = given or (clock.local(max(signed)).date() if signed else clock.today())
    first = clock.local(closing.asked_at).date()
    if not first <= day <= clock.today():
        raise Invalid(
            "closing.effective_on", f"协议生效日应在申请结案的 {first} 与今天之间。请更正。", effective_on=day
        )
    return day
