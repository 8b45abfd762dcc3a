"""Ratings over HTTP: a party gives them, a mediator reads his own, administrators all."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Query, Router

from anjie.access.deeds import PartyDeed
from anjie.access.http import Needs
from anjie.foundation.bounds import Day, Id
from anjie.lines.mediation.deeds import RatingDeed, SessionDeed
from anjie.lines.mediation.mediators.counting import Period
from anjie.lines.mediation.ratings import actions, queries
from anjie.lines.mediation.ratings.rules import MOST_STARS
from anjie.lines.mediation.ratings.schemas import MediatorRatingsOut, OwnRatingsOut, RatingIn, RatingPageOut

router = Router(tags=["mediation: ratings"])
TAKE_PART = Needs(PartyDeed.TAKE_PART)


@router.get("/mine/{int:case_id}/ratings", response=OwnRatingsOut, auth=TAKE_PART)
def own_ratings(request: HttpRequest, case_id: int):
    """The mediators of a party's case, what it said of each, and whether it still may."""
    return queries.own_ratings(request.auth, case_id)


@router.post("/mine/{int:case_id}/ratings", response=OwnRatingsOut, auth=TAKE_PART)
def rate(request: HttpRequest, case_id: int, body: RatingIn):
    """Rate a mediator of one's case."""
    actions.rate(request.auth, case_id, **body.dict())
    return queries.own_ratings(request.auth, case_id)


@router.get("/ratings/own", response=MediatorRatingsOut, auth=Needs(SessionDeed.MEDIATE))
def of_mediator(request: HttpRequest):
    """What parties said of the mediator who is signed in."""
    return queries.of_mediator(request.auth)


@router.get("/ratings", response=RatingPageOut, auth=Needs(RatingDeed.SEE))
def list_ratings(
    request: HttpRequest,
    mediator_id: Id | None = None,
    stars: int | None = Query(None, ge=1, le=MOST_STARS),
    appointed_from: Day | None = None,
    appointed_to: Day | None = None,
    page: int = Query(1, ge=1, le=10_000),
    size: int = Query(50, ge=1, le=200),
):
    """Every rating within reach; the days are those on which the mediators were appointed."""
    period = Period(appointed_from, appointed_to)
    return queries.ratings(
        request.auth, mediator_id=mediator_id, stars=stars, period=period, page=page, size=size
    )
