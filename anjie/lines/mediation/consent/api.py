"""Consent over HTTP: a party answers for itself, staff call through the gate and take down what was said."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router

from anjie.access.deeds import PartyDeed
from anjie.access.http import Needs
from anjie.access.schemas import OkOut
from anjie.desk.public import DeskDeed
from anjie.lines.mediation.consent import actions, queries
from anjie.lines.mediation.consent.schemas import (
    CallPermitIn,
    CallPermitOut,
    ConsentIn,
    ConsentOut,
    TakeDownIn,
)
from anjie.lines.mediation.deeds import ReviewDeed

router = Router(tags=["mediation: consent"])


@router.post("/mine/{int:case_id}/consent", response=OkOut, auth=Needs(PartyDeed.TAKE_PART))
def answer(request: HttpRequest, case_id: int, body: ConsentIn):
    """Say for oneself whether one will mediate."""
    actions.answer_for_oneself(request.auth, case_id, **body.dict())
    return OkOut()


@router.get("/cases/{int:case_id}/consent", response=ConsentOut, auth=Needs(DeskDeed.CASES_SEE))
def consent(request: HttpRequest, case_id: int):
    """Both sides with every time they were asked."""
    return queries.consent(request.auth, case_id)


@router.post("/cases/{int:case_id}/consent/permit", response=CallPermitOut, auth=Needs(ReviewDeed.CONSENT))
def permit(request: HttpRequest, case_id: int, body: CallPermitIn):
    """Ask the contact gate before calling a party."""
    return {"attempt_id": actions.permit_call(request.auth, case_id, **body.dict())}


@router.post("/cases/{int:case_id}/consent", response=ConsentOut, auth=Needs(ReviewDeed.CONSENT))
def take_down(request: HttpRequest, case_id: int, body: TakeDownIn):
    """Take down what a party said."""
    asked = body.dict()
    actions.take_down(request.auth, case_id, asked.pop("party_id"), **asked)
    return queries.consent(request.auth, case_id)
