"""Amending at the desk: an application that staff took down has no applicant's account that could."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from anjie.access.actors import Actor
from anjie.desk.public import Case, ContactPoint, Party, case_for, line_of
from anjie.foundation.refusals import NotFound, Refusal
from anjie.lines.mediation.application.actions import hand_in, tell_reviewers, write_down
from anjie.lines.mediation.application.answers import answered
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.application.naming import named_parties
from anjie.lines.mediation.application.queries import review_row
from anjie.lines.mediation.deeds import ApplicationDeed
from anjie.lines.mediation.moves import TO_AMEND
from anjie.lines.mediation.review.models import Review
from anjie.lines.mediation.sides import made_it, sides_of


@transaction.atomic
def amend(actor: Actor, case_id: int, told: Mapping[str, Any]) -> Case:
    """Change what a reviewer sent back and hand it in again; refused where the applicant, or who sent it, does so."""
    case = case_for(actor, ApplicationDeed.ENTER, case_id, lock=True)
    _refuse_sent(case)
    return write_again(actor, case, told)


def to_amend(actor: Actor, case_id: int) -> dict[str, Any]:
    """What was sent back as the form takes it: remarks by field, what was filled in, every number masked."""
    case = case_for(actor, ApplicationDeed.ENTER, case_id)
    _refuse_sent(case)
    dispute = _sent_back(case)
    review = Review.objects.filter(case=case, decision=Review.Decision.SENT_BACK).first()
    return {
        "no": case.no,
        "note": review.note if review else "",
        "remarks": review_row(review)["remarks"] if review else {},
        "applicant_name": case.person.name,
        "role": dispute.role,
        "source": dispute.source,
        "kind": dispute.kind_id,
        "institution_id": dispute.institution_id,
        "happened_on": dispute.happened_on,
        "amount": case.amount,
        "region": case.region,
        "description": dispute.description,
        "claim": dispute.claim,
        "answers": answered(dispute),
        "respondents": [_as_named(one) for one in named_parties(case, Party.Part.RESPONDENT)],
        "co_applicants": [_as_named(one) for one in named_parties(case, Party.Part.APPLICANT)],
    }


def write_again(actor: Actor, case: Case, told: Mapping[str, Any]) -> Case:
    """The same for whoever has asked for the right deed already and locked the case; what is left out stays."""
    _sent_back(case)
    write_down(actor, case, told)
    moved = hand_in(actor, case)
    tell_reviewers(actor, moved, "重新提交了申请")
    return moved


def _sent_back(case: Case) -> Dispute:
    dispute = Dispute.objects.select_related("form", "kind").filter(case=case).first()
    if dispute is None:
        raise NotFound("申请")
    if case.state != TO_AMEND:
        label = line_of(case.line).label_of(case.state)
        raise Refusal(
            "application.not_sent_back",
            f"申请 {case.no} 当前为“{label}”，只有被退回修改的申请才能修改。请刷新后查看。",
            state=case.state,
        )
    if any(one.account_id for one in sides_of(case.pk) if made_it(case, one)):
        raise Refusal(
            "application.amended_by_applicant",
            f"申请 {case.no} 由申请人在手机上修改后重新提交。请联系申请人办理。",
        )
    return dispute


def _refuse_sent(case: Case) -> None:
    if Dispute.objects.filter(case=case).exclude(related_case_ids=[]).exists():
        raise Refusal(
            "application.amended_by_sender",
            f"申请 {case.no} 由催收案件移送，由移送人修改后重新提交。请联系移送人办理。",
        )


def _as_named(party: Party) -> dict[str, Any]:
    """A party as the form takes him, his newest phone and address as masks."""
    points = ContactPoint.objects.filter(case=party.case_id, person_id=party.person_id)
    masks = {
        "address" if kind == ContactPoint.Kind.ADDRESS else "phone": mask
        for kind, mask in points.order_by("position", "id").values_list("kind", "mask")
    }
    return {
        "party_id": party.pk,
        "name": party.person.name,
        "kind": party.person.kind,
        "phone_mask": masks.get("phone", ""),
        "address_mask": masks.get("address", ""),
    }
