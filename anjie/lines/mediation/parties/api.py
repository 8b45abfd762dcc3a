"""Who comes into a dispute and who leaves it, over HTTP."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router

from anjie.access.http import Needs
from anjie.access.schemas import OkOut
from anjie.lines.mediation.application import queries
from anjie.lines.mediation.application.naming import NamedParty
from anjie.lines.mediation.application.schemas import ApplicationOut
from anjie.lines.mediation.deeds import ReviewDeed, SessionDeed
from anjie.lines.mediation.parties import actions
from anjie.lines.mediation.parties.schemas import PartyAddIn, PartyLeaveIn

router = Router(tags=["mediation: parties"])


@router.post("/cases/{int:case_id}/parties", response=ApplicationOut, auth=Needs(ReviewDeed.DECIDE))
def add_party(request: HttpRequest, case_id: int, body: PartyAddIn):
    """One more applicant or respondent, while the case is reviewed or asked."""
    named = NamedParty(**body.dict(exclude={"part", "reason"}))
    actions.add(request.auth, case_id, body.part, named, body.reason)
    return queries.application(request.auth, case_id)


@router.post(
    "/cases/{int:case_id}/parties/{int:party_id}/leave",
    response=ApplicationOut,
    auth=Needs(ReviewDeed.DECIDE),
)
def party_leaves(request: HttpRequest, case_id: int, party_id: int, body: PartyLeaveIn):
    """Let a party go before the case is mediated; it goes on with the others."""
    actions.leave(request.auth, case_id, party_id, body.reason)
    return queries.application(request.auth, case_id)


@router.post(
    "/cases/{int:case_id}/parties/{int:party_id}/leave-mediation",
    response=OkOut,
    auth=Needs(SessionDeed.MEDIATE),
)
def party_leaves_mediation(request: HttpRequest, case_id: int, party_id: int, body: PartyLeaveIn):
    """Let a party go while the case is mediated, by its mediator."""
    actions.leave_mediation(request.auth, case_id, party_id, body.reason)
    return OkOut()
