"""Amending at the desk: an application that staff took down has no applicant's account that could."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from anjie.access.actors import Actor
from anjie.desk.public import Case, Party, accounts_of, case_for, line_of
from anjie.foundation.refusals import NotFound, Refusal
from anjie.lines.mediation.application.actions import hand_in, tell_reviewers, write_down
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.deeds import ApplicationDeed
from anjie.lines.mediation.moves import TO_AMEND


@transaction.atomic
def amend(actor: Actor, case_id: int, told: Mapping[str, Any]) -> Case:
    """Change what a reviewer sent back and hand it in again; refused where the applicant does so himself."""
    return write_again(actor, case_for(actor, ApplicationDeed.ENTER, case_id, lock=True), told)


def write_again(actor: Actor, case: Case, told: Mapping[str, Any]) -> Case:
    """The same for whoever has asked for the right deed already and locked the case; what is left out stays."""
    dispute = Dispute.objects.filter(case=case).first()
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
    write_down(actor, case, told)
    moved = hand_in(actor, case, _same_respondent(case, dispute, told))
    tell_reviewers(actor, moved, "重新提交了申请")
    return moved


def _same_respondent(case: Case, dispute: Dispute, told: Mapping[str, Any]) -> int | None:
    """The respondent as a person, unless another is named now."""
    named = told.get("respondent_name")
    if told.get("respondent_id_no") or (named and named.strip() != dispute.respondent_name):
        return None
    party = Party.objects.filter(case=case, part=Party.Part.RESPONDENT).first()
    return party.person_id if party else None
