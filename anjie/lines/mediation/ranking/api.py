"""The ranking of mediators over HTTP, and its weights."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router

from anjie.access.http import Needs
from anjie.access.schemas import OkOut
from anjie.foundation.bounds import Day
from anjie.lines.mediation.deeds import RatingDeed
from anjie.lines.mediation.mediators.counting import Period
from anjie.lines.mediation.ranking import actions, queries
from anjie.lines.mediation.ranking.schemas import DatedWeightsIn, DatedWeightsOut, RankingOut

router = Router(tags=["mediation: ranking"])
SEE, MANAGE = Needs(RatingDeed.RANKING_SEE), Needs(RatingDeed.WEIGHTS_MANAGE)


@router.get("/ranking", response=RankingOut, auth=SEE)
def ranking(request: HttpRequest, since: Day | None = None, until: Day | None = None):
    """Everybody by score, of the cases appointed in the period."""
    return queries.ranking(request.auth, Period(since, until))


@router.get("/ranking/weights", response=list[DatedWeightsOut], auth=SEE)
def weights(request: HttpRequest):
    """Every set of weights, the latest first."""
    return queries.all_weights(request.auth)


@router.post("/ranking/weights", response=list[DatedWeightsOut], auth=MANAGE)
def set_weights(request: HttpRequest, body: DatedWeightsIn):
    """Put a set of weights in force from a day on."""
    actions.set_weights(request.auth, body.valid_from, body.weights.dict(), body.note)
    return queries.all_weights(request.auth)


@router.delete("/ranking/weights/{int:weights_id}", response=OkOut, auth=MANAGE)
def withdraw_weights(request: HttpRequest, weights_id: int):
    """Take back a set whose day has not come."""
    actions.withdraw_weights(request.auth, weights_id)
    return OkOut()
