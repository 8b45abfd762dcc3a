"""What links a case has, why collection stands still by one, and what is chosen from when one is sent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from anjie.access.actors import Actor
from anjie.access.models import Organisation
from anjie.desk.public import Case, DeskDeed, Party, case_for, cases_for, line_of
from anjie.foundation.refusals import NotFound
from anjie.lines.mediation.application import kinds
from anjie.lines.mediation.application.answers import answered
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.application.queries import review_row
from anjie.lines.mediation.moves import TO_AMEND
from anjie.lines.mediation.review.models import Review
from anjie.lines.recovery.deeds import PlacementDeed
from anjie.lines.recovery.placement.models import ClientContract
from anjie.lines.recovery.work.models import Promise
from anjie.linkage import guarantors
from anjie.linkage.carrying import fitting, told_of
from anjie.linkage.models import CaseLink, Sending
from anjie.linkage.rules import RESUMED, USUAL_GRACE, Standing, banner_of, past_grace
from anjie.services.contact.gate import IN_MEDIATION, Stop
from anjie.services.files.models import CaseFile

State = CaseLink.State
STOPPING = (State.MEDIATING, State.PLAN, State.KEPT)
SENDS = "placement.send_to_mediation"
USUAL_KIND = "finance"
MOST_OFFERED = 200


def why_stopped(case: Case) -> Stop | None:
    """Why nobody may press for payment on this case: the mediation or the kept plan, by number."""
    link = CaseLink.objects.select_related("mediation").filter(case_id=case.pk, state__in=STOPPING).first()
    if link is None:
        return None
    no = link.mediation.no
    if link.state == State.MEDIATING:
        return Stop(
            IN_MEDIATION,
            f"案件 {case.no} 正在调解（{no}），催收联系已停止。请等待调解结果，案件转回后再联系。",
        )
    if link.state == State.KEPT:
        return Stop(
            "contact.plan_kept",
            f"案件 {case.no} 的调解协议（{no}）已全部履行，催收联系已停止。请办理退案或关闭。",
        )
    due = _next_due(link)
    next_one = f"下一期 {due.due_on} 应还 {due.amount:,.2f} 元，" if due else ""
    return Stop(
        "contact.plan_kept",
        f"案件 {case.no} 正按调解协议（{no}）分期履行，催收联系已停止。"
        f"{next_one}{past_grace(due.grace_days if due else grace_of(case))}时自动恢复催收。",
    )


def grace_of(case: Case) -> int:
    """The days of grace this case's client gives a plan that is signed now."""
    agreed = ClientContract.objects.filter(client=case.organisation_id)
    days = agreed.values_list("plan_grace_days", flat=True).first()
    return USUAL_GRACE if days is None else days


def of_case(actor: Actor, case_id: int) -> dict[str, Any]:
    """A case's mediations, or the recovery case behind a mediation; opened only by who may see the other."""
    case = case_for(actor, DeskDeed.CASES_SEE, case_id)
    links = list(
        (CaseLink.objects.filter(case=case) | CaseLink.objects.filter(mediation=case)).select_related(
            "case__organisation", "mediation__organisation", "by__account"
        )
    )
    others = [link.mediation_id if link.case_id == case.pk else link.case_id for link in links]
    seen = set(cases_for(actor, DeskDeed.CASES_SEE).filter(pk__in=others).values_list("pk", flat=True))
    stopped = any(link.case_id == case.pk and link.state in STOPPING for link in links)
    sends = actor.may(PlacementDeed.TO_MEDIATION)
    return {
        "may_send": sends and not stopped and case.balance > 0 and may_be_sent(case),
        "links": [_row(link, case, seen, sends=sends) for link in links],
    }


def may_be_sent(case: Case) -> bool:
    """Whether the case stands in a state from which it may go to mediation."""
    move = line_of(case.line).move_by_code.get(SENDS)
    return move is not None and case.state in move.sources


def choices(actor: Actor, case_id: int) -> dict[str, Any]:
    """What is chosen from when a case is sent: institutions, kinds, the debtor's other debts, papers; and the story."""
    case = case_for(actor, PlacementDeed.TO_MEDIATION, case_id)
    debts = list(
        cases_for(actor, PlacementDeed.TO_MEDIATION)
        .filter(
            person_id=case.person_id,
            organisation_id=case.organisation_id,
            line=case.line,
            state__in=_sources(),
            balance__gt=0,
        )
        .exclude(pk__in=CaseLink.objects.filter(state__in=STOPPING).values("case_id"))
        .exclude(pk=case.pk)
        .order_by("pk")[:MOST_OFFERED]
    )
    told = told_of(case)
    return {
        **places(),
        "needs_phone": not case.organisation.contact_phone,
        "agent": actor.name,
        "client": case.organisation.name,
        "debtor": case.person.name,
        "debts": [
            {"id": one.pk, "no": one.no, "balance": one.balance, "category": one.category} for one in debts
        ],
        "guarantors": guarantors.choices(case),
        "others": [
            {"name": party.person.name, "part_label": party.get_part_display()}
            for party in case.parties.select_related("person").exclude(person_id=case.person_id)
            if party.part != Party.Part.GUARANTOR
        ],
        "files": _files([case, *debts]),
        "description": told["description"],
        "claim": told["claim"],
        "answers": {one.code: fitting(one.code, told["answers"]) for one in kinds.kinds()},
    }


def places() -> dict[str, Any]:
    """Where a case may be sent and as what: the institutions, the kinds of dispute, the usual one of these."""
    institutions = Organisation.objects.filter(kind=Organisation.Kind.INSTITUTION, is_active=True)
    offered = kinds.kinds()
    return {
        "institutions": [{"value": str(one.pk), "label": one.name} for one in institutions],
        "kinds": [{"value": one.code, "label": one.label} for one in offered],
        "kind": USUAL_KIND if any(one.code == USUAL_KIND for one in offered) else "",
    }


def sent_back(actor: Actor, case_id: int) -> dict[str, Any]:
    """What the institution sent back: its remarks, and what may be worded anew."""
    case = case_for(actor, PlacementDeed.TO_MEDIATION, case_id)
    link = CaseLink.objects.select_related("mediation").filter(case=case, state=State.MEDIATING).first()
    if link is None or link.mediation.state != TO_AMEND:
        raise NotFound("退回的申请")
    dispute = Dispute.objects.select_related("form").get(case_id=link.mediation_id)
    review = Review.objects.filter(case_id=link.mediation_id, decision=Review.Decision.SENT_BACK).first()
    return {
        "no": link.mediation.no,
        "note": review.note if review else "",
        "remarks": review_row(review)["remarks"] if review else {},
        "description": dispute.description,
        "claim": dispute.claim,
        "answers": answered(dispute),
    }


def sending(actor: Actor, sending_id: int) -> dict[str, Any]:
    """How far many cases have come that this person sends."""
    run = Sending.objects.filter(pk=sending_id, by_id=actor.own_membership_id).first()
    if run is None:
        raise NotFound("移送")
    return sending_row(run)


def sending_row(run: Sending) -> dict[str, Any]:
    """One sending of many as the page watches it."""
    return {
        "id": run.pk,
        "topic": f"sending:{run.pk}",
        "state": run.state,
        "done": run.done,
        "total": len(run.case_ids),
        "sent": run.sent,
        "refused": run.refused,
    }


def _sources() -> Sequence[str]:
    return line_of("recovery").move_by_code[SENDS].sources


def _next_due(link: CaseLink) -> Promise | None:
    agreed = Promise.objects.filter(pk__in=link.promise_ids, state=Promise.State.OPEN)
    return agreed.order_by("due_on").first()


def _files(cases: Sequence[Case]) -> list[dict[str, Any]]:
    no_of = {one.pk: one.no for one in cases}
    files = CaseFile.objects.filter(case_id__in=no_of, deleted_at__isnull=True).order_by("case_id", "-at")
    return [
        {"id": one.pk, "case_id": one.case_id, "case_no": no_of[one.case_id], "name": one.name}
        | {"kind_label": one.get_kind_display(), "at": one.at}
        for one in files[:MOST_OFFERED]
    ]


def _row(link: CaseLink, case: Case, seen: set[int], *, sends: bool) -> dict[str, Any]:
    """The link as one of its two cases tells it; the other is named, and opened where it is seen."""
    is_debt = link.case_id == case.pk
    other = link.mediation if is_debt else link.case
    stands = line_of(other.line).state_by_code[other.state]
    running = is_debt and sends and link.state == State.MEDIATING
    taken_back = line_of(other.line).move_by_code.get("application.withdraw")
    return {
        "id": link.pk,
        "line": other.line,
        "no": other.no,
        "case_id": other.pk if other.pk in seen else None,
        "place": link.mediation.organisation.name if is_debt else link.case.organisation.name,
        "state_label": stands.label,
        "state_tone": stands.tone,
        "link_state": link.state,
        "link_label": link.get_state_display(),
        "stops": link.state in STOPPING,
        "words": _words(link) if is_debt else f"由催收案件 {other.no} 移送",
        "outcome": link.outcome,
        "sent_at": link.sent_at,
        "by": link.by.account.name if link.by else "",
        "ended_at": link.ended_at,
        "may_amend": running and link.mediation.state == TO_AMEND,
        "may_take_back": bool(running and taken_back and other.state in taken_back.sources),
    }


def _words(link: CaseLink) -> str:
    due = _next_due(link) if link.state == State.PLAN else None
    return banner_of(
        Standing(
            link.state,
            link.mediation.no,
            link.outcome,
            link.mediation.state == TO_AMEND,
            due.due_on if due else None,
            due.amount if due else None,
            RESUMED.get(link.case.state, ""),
            due.grace_days if due else USUAL_GRACE,
        )
    )
