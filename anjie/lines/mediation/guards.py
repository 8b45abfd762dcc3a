"""What must hold before a dispute moves: each asks its chapter's facts and answers with a refusal or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from anjie.desk.public import Case, ContactPoint, Party
from anjie.foundation.refusals import Refusal
from anjie.lines.mediation.consent import rules as consent
from anjie.lines.mediation.consent.queries import standing


def respondent_can_be_asked(case: Case, facts: Mapping[str, Any]) -> Refusal | None:
    """The other side can be reached by a phone, else nobody can ask it anything."""
    party = Party.objects.filter(case=case, part=Party.Part.RESPONDENT).first()
    phones = (ContactPoint.Kind.MOBILE, ContactPoint.Kind.PHONE)
    if party and ContactPoint.objects.filter(case=case, person_id=party.person_id, kind__in=phones).exists():
        return None
    return Refusal(
        "review.no_respondent",
        f"案件 {case.no} 没有对方当事人的电话，无法征求意愿。请退回申请人补充对方联系电话。",
    )


def both_willing(case: Case, facts: Mapping[str, Any]) -> Refusal | None:
    """Both sides have said that they will mediate."""
    return consent.not_both_willing(case.no, standing(case.pk))


def mediator_named(case: Case, facts: Mapping[str, Any]) -> Refusal | None:
    """Somebody was chosen to mediate."""
    if facts.get("mediators"):
        return None
    return Refusal("mediator.none", f"案件 {case.no} 还没有选择调解员。请选择至少一名调解员。")
