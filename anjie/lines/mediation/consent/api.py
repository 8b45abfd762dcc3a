"""Consent over HTTP: a party answers for itself, staff call through the gate and take down what was said."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router

from anjie.access.deeds import PartyDeed
from anjie.access.http import Needs
from anjie.access.schemas import OkOut
from anjie.desk.public import DeskDeed
from anjie.lines.mediation.consent import actions, errands, policy, queries, robot_read
from anjie.lines.mediation.consent.schemas import (
    CallPermitIn,
    CallPermitOut,
    ConsentIn,
    ConsentOut,
    ConsentPoliciesOut,
    ConsentPolicyIn,
    ConsentPolicyOut,
    RobotConversationOut,
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


@router.post(
    "/cases/{int:case_id}/consent/robot/{int:party_id}/stop",
    response=ConsentOut,
    auth=Needs(ReviewDeed.CONSENT),
)
def stop_robot(request: HttpRequest, case_id: int, party_id: int):
    """Stop the robot and ask the party oneself."""
    errands.stop(request.auth, case_id, party_id)
    return queries.consent(request.auth, case_id)


@router.post(
    "/cases/{int:case_id}/consent/robot-calls/{int:call_id}",
    response=RobotConversationOut,
    auth=Needs(ReviewDeed.CONSENT),
)
def read_conversation(request: HttpRequest, case_id: int, call_id: int):
    """What was said in one call of the robot; the reading is on the case's record."""
    return robot_read.conversation(request.auth, case_id, call_id)


@router.get("/consent/settings", response=ConsentPoliciesOut, auth=Needs(ReviewDeed.CONSENT_SETTINGS))
def consent_settings(request: HttpRequest):
    """How each institution asks for consent."""
    return robot_read.settings(request.auth)


@router.put(
    "/consent/settings/{int:institution_id}",
    response=ConsentPolicyOut,
    auth=Needs(ReviewDeed.CONSENT_SETTINGS),
)
def set_consent(request: HttpRequest, institution_id: int, body: ConsentPolicyIn):
    """Set how an institution asks for consent."""
    return policy.save_policy(request.auth, institution_id, **body.dict())
