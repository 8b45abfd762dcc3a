"""Recovery and mediation joined, over HTTP."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router

from anjie.access.http import Needs
from anjie.desk.public import DeskDeed
from anjie.lines.recovery.deeds import PlacementDeed
from anjie.linkage import actions, many, queries
from anjie.linkage.actions import Referral
from anjie.linkage.schemas import (
    AmendSentIn,
    CaseLinksOut,
    LinkChoicesOut,
    LinkPlacesOut,
    SendingOut,
    SendManyIn,
    SendToMediationIn,
    SentBackOut,
    TakeBackIn,
)

router = Router(tags=["linkage"])
SEND = Needs(PlacementDeed.TO_MEDIATION)


@router.get("/cases/{int:case_id}", response=CaseLinksOut, auth=Needs(DeskDeed.CASES_SEE))
def links_of_case(request: HttpRequest, case_id: int):
    """The mediations of a recovery case, or the recovery case behind a mediation."""
    return queries.of_case(request.auth, case_id)


@router.get("/places", response=LinkPlacesOut, auth=SEND)
def places(request: HttpRequest):
    """Where cases may be sent and as what."""
    return queries.places()


@router.get("/cases/{int:case_id}/choices", response=LinkChoicesOut, auth=SEND)
def choices_to_send(request: HttpRequest, case_id: int):
    """What is chosen from when this case is sent."""
    return queries.choices(request.auth, case_id)


@router.post("/cases/{int:case_id}/send", response=CaseLinksOut, auth=SEND)
def send_to_mediation(request: HttpRequest, case_id: int, body: SendToMediationIn):
    """Send a recovery case to mediation, with other debts of the same debtor where chosen."""
    referral = Referral(**body.dict(exclude={"also"}))
    actions.send_together(request.auth, case_id, body.also, referral)
    return queries.of_case(request.auth, case_id)


@router.get("/cases/{int:case_id}/sent-back", response=SentBackOut, auth=SEND)
def sent_back(request: HttpRequest, case_id: int):
    """What the institution sent back, with its remarks."""
    return queries.sent_back(request.auth, case_id)


@router.post("/cases/{int:case_id}/amend", response=CaseLinksOut, auth=SEND)
def amend_sent(request: HttpRequest, case_id: int, body: AmendSentIn):
    """Word anew what was sent back, and hand it in again."""
    actions.amend(request.auth, case_id, body.dict())
    return queries.of_case(request.auth, case_id)


@router.post("/cases/{int:case_id}/take-back", response=CaseLinksOut, auth=SEND)
def take_back(request: HttpRequest, case_id: int, body: TakeBackIn):
    """Take back what was sent before the institution files it."""
    actions.take_back(request.auth, case_id, body.reason)
    return queries.of_case(request.auth, case_id)


@router.post("/sendings", response=SendingOut, auth=SEND)
def send_many(request: HttpRequest, body: SendManyIn):
    """Send many cases in the background."""
    chosen = Referral(body.kind, body.institution_id, body.reason, body.answers)
    run = many.ask(request.auth, body.target(), chosen, with_papers=body.with_papers)
    return queries.sending_row(run)


@router.get("/sendings/{int:sending_id}", response=SendingOut, auth=SEND)
def sending(request: HttpRequest, sending_id: int):
    """How far it is, and of each refused case why."""
    return queries.sending(request.auth, sending_id)
