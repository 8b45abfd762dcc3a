"""Announcements and the toolbox over HTTP. The tools are posts: what is typed never stands in an address."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router

from anjie.access.http import Needs
from anjie.access.schemas import OkOut
from anjie.foundation import money
from anjie.office import actions, queries, rules, toolbox
from anjie.office.deeds import OfficeDeed
from anjie.office.schemas import (
    AmountIn,
    AnnouncementIn,
    AnnouncementOut,
    AttributionOut,
    CapitalsOut,
    IdOut,
    InterestIn,
    InterestOut,
    NumberIn,
    PlanIn,
    PlanOut,
    ReceiptsOut,
)

router = Router(tags=["office"])
ANNOUNCE = Needs(OfficeDeed.ANNOUNCE)


@router.get("/announcements", response=list[AnnouncementOut], auth=Needs())
def announcements(request: HttpRequest):
    """What I should read, unread first."""
    return queries.announcements(request.auth)


@router.post("/announcements", response=AnnouncementOut, auth=ANNOUNCE)
def publish(request: HttpRequest, body: AnnouncementIn):
    """Publish to some units or to everyone."""
    return queries.published_one(actions.publish(request.auth, **body.dict()))


@router.get("/announcements/published", response=list[AnnouncementOut], auth=ANNOUNCE)
def published(request: HttpRequest):
    """Every announcement that stands, for those who publish them."""
    return queries.published(request.auth)


@router.post("/announcements/{announcement_id}/withdraw", response=OkOut, auth=ANNOUNCE)
def withdraw(request: HttpRequest, announcement_id: int):
    """Withdraw an announcement."""
    actions.withdraw(request.auth, announcement_id)
    return {"ok": True}


@router.post("/announcements/{announcement_id}/read", response=OkOut, auth=Needs())
def read(request: HttpRequest, announcement_id: int):
    """Say that I have read it."""
    actions.read(request.auth, announcement_id)
    return {"ok": True}


@router.get("/announcements/{announcement_id}/receipts", response=ReceiptsOut, auth=ANNOUNCE)
def receipts(request: HttpRequest, announcement_id: int):
    """Who has read it and who has not."""
    return queries.receipts(request.auth, announcement_id)


@router.post("/toolbox/attribution", response=AttributionOut, auth=Needs())
def attribution(request: HttpRequest, body: NumberIn):
    """Where a number was issued and by whom."""
    return toolbox.place_of(body.number)


@router.post("/toolbox/id-check", response=IdOut, auth=Needs())
def id_check(request: HttpRequest, body: NumberIn):
    """Whether an ID number can be right."""
    return toolbox.check_id(body.number)


@router.post("/toolbox/capitals", response=CapitalsOut, auth=Needs())
def capitals(request: HttpRequest, body: AmountIn):
    """An amount in Chinese capitals."""
    return {"text": money.capitals(body.amount)}


@router.post("/toolbox/interest", response=InterestOut, auth=Needs())
def interest(request: HttpRequest, body: InterestIn):
    """Simple interest between two days."""
    days, owed = rules.interest_over(body.amount, body.from_on, body.to_on, body.rate, body.per)
    return {"days": days, "interest": owed, "total": body.amount + owed}


@router.post("/toolbox/instalments", response=PlanOut, auth=Needs())
def instalments(request: HttpRequest, body: PlanIn):
    """A plan of monthly payments."""
    return toolbox.plan(**body.dict())
