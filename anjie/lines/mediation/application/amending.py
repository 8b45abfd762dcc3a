"""Amending at the desk: an application that staff took down has no applicant's account that could."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from anjie.access.actors import Actor
from anjie.desk.public import Case, ContactPoint, Party, accounts_of, case_for, line_of
from anjie.foundation.refusals import NotFound, Refusal
from anjie.lines.mediation.application.actions import hand_in, tell_reviewers, write_down
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.application.queries import answered, review_row
from anjie.lines.mediation.deeds import ApplicationDeed
from anjie.lines.mediation.moves import TO_AMEND
from anjie.lines.mediation.review.models import Review


@transaction.atomic
def amend(actor: Actor, case_id: int, told: Mapping[str, Any]) -> Case:
    """Change what a reviewer sent back and hand it in again; refused where the applicant, or who sent it, does so."""
    case = case_for(actor, ApplicationDeed.ENTER, case_id, lock=True)
    _refuse_sent(case)
    return write_again(actor, case, told)


def to_amend(actor: Actor, case_id: int) -> dict[str, Any]:
    """What was sent back as the form takes it: remarks by field, what was filled in, the respondent's numbers masked."""
    case = case_for(actor, ApplicationDeed.ENTER, case_id)
    _refuse_sent(case)
    dispute = _sent_back(case)
    review = Review.objects.filter(case=case, decision=Review.Decision.SENT_BACK).first()
    masks = _masks(case)
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
        "respondent_kind": dispute.respondent_kind,
        "respondent_name": dispute.respondent_name,
        "respondent_phone_mask": masks.get("phone", ""),
        "respondent_address_mask": masks.get("address", ""),
    }


def write_again(actor: Actor, case: Case, told: Mapping[str, Any]) -> Case:
    """The same for whoever has asked for the right deed already and locked the case; what is left out stays."""
    dispute = _sent_back(case)
    write_down(actor, case, told)
    moved = hand_in(actor, case, _same_respondent(case, dispute, told))
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
    if accounts_of(case.pk, Party.Part.APPLICANT):
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


def _masks(case: Case) -> dict[str, str]:
    """The newest phone and address of the respondent, as masks."""
    respondents = Party.objects.filter(case=case, part=Party.Part.RESPONDENT)
    points = ContactPoint.objects.filter(case=case, person_id__in=respondents.values("person_id"))
    return {
        "address" if kind == ContactPoint.Kind.ADDRESS else "phone": mask
        for kind, mask in points.order_by("position", "id").values_list("kind", "mask")
    }


def _same_respondent(case: Case, dispute: Dispute, told: Mapping[str, Any]) -> int | None:
    """The respondent as a person, unless another is named now."""
    named = told.get("respondent_name")
    if told.get("respondent_id_no") or (named and named.strip() != dispute.respondent_name):
        return None
    party = Party.objects.filter(case=case, part=Party.Part.RESPONDENT).first()
    return party.person_id if party else None
