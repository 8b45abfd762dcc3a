"""Personal and enterprise users over HTTP, and the review of an enterprise's registration."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Query, Router

from anjie.access.deeds import PartyDeed
from anjie.access.http import Needs
from anjie.desk.public import DeskDeed
from anjie.foundation.bounds import Id
from anjie.services.files import serving
from anjie.services.people import actions, queries
from anjie.services.people.deeds import PeopleDeed
from anjie.services.people.schemas import (
    EnterpriseOut,
    EnterpriseUsersOut,
    OwnStandingOut,
    PersonUsersOut,
    StandingText,
    VerificationPolicyIn,
    VerificationPolicyOut,
    VerifyIn,
)

router = Router(tags=["people"])
PERSONS = Needs(PeopleDeed.PERSONS_SEE)
ENTERPRISES = Needs(PeopleDeed.ENTERPRISES_SEE)


@router.get("/persons", response=PersonUsersOut, auth=PERSONS)
def list_persons(
    request: HttpRequest,
    page: int = Query(1, ge=1, le=100_000),
    size: int = Query(50, ge=1, le=200),
    q: str = Query("", max_length=40),
    active: bool | None = None,
    origin: str = Query("", max_length=8),
    wechat: bool | None = None,
):
    """Personal users by name, whole number, state, how they registered, and whether WeChat is bound."""
    return queries.persons(
        request.auth, page=page, size=size, q=q.strip(), active=active, origin=origin, wechat=wechat
    )


@router.get("/enterprises", response=EnterpriseUsersOut, auth=ENTERPRISES)
def list_enterprises(
    request: HttpRequest,
    page: int = Query(1, ge=1, le=100_000),
    size: int = Query(50, ge=1, le=200),
    q: str = Query("", max_length=40),
    active: bool | None = None,
    state: StandingText | None = None,
):
    """Enterprise users by name, code, who stands for it, and how the review stands."""
    return queries.enterprises(
        request.auth, page=page, size=size, q=q.strip(), active=active, state=state or ""
    )


@router.get("/enterprises/{account_id}", response=EnterpriseOut, auth=ENTERPRISES)
def one_enterprise(request: HttpRequest, account_id: Id):
    """One enterprise with the last decision on it."""
    return queries.enterprise(request.auth, account_id)


@router.get("/enterprises/{account_id}/licence", auth=ENTERPRISES)
def open_enterprise_licence(request: HttpRequest, account_id: Id):
    """The picture of its licence; looking is on the record."""
    found = actions.see_licence(request.auth, account_id)
    return serving.file_response(request, found, found.blob, "view")


@router.post("/enterprises/{account_id}/verify", response=EnterpriseOut, auth=Needs(PeopleDeed.VERIFY))
def verify_enterprise(request: HttpRequest, account_id: Id, body: VerifyIn):
    """Pass its registration, or return it with remarks."""
    return actions.decide(request.auth, account_id, **body.dict())


@router.get("/cases/{int:case_id}/parties/{party_id}/licence", auth=Needs(DeskDeed.CASES_SEE))
def open_licence_on_case(request: HttpRequest, case_id: int, party_id: Id):
    """The licence of an enterprise that takes part in a case; looking is on the case's timeline."""
    found = actions.see_licence_on_case(request.auth, case_id, party_id)
    return serving.file_response(request, found, found.blob, "view")


@router.get("/own-standing", response=OwnStandingOut | None, auth=Needs(PartyDeed.SELF))
def own_standing(request: HttpRequest):
    """How one's own registration as an enterprise stands."""
    return queries.own_standing(request.auth)


@router.get("/verification-policy", response=VerificationPolicyOut, auth=ENTERPRISES)
def verification_policy(request: HttpRequest):
    """Whether an enterprise that was not reviewed may apply."""
    return queries.policy(request.auth)


@router.post("/verification-policy", response=VerificationPolicyOut, auth=Needs(PeopleDeed.SETTINGS))
def set_verification_policy(request: HttpRequest, body: VerificationPolicyIn):
    """Say whether an enterprise that was not reviewed may apply."""
    return actions.set_policy(request.auth, **body.dict())
