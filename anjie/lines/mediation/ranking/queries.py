"""The ranking of the mediators within reach, counted in one pass over their appointments."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Avg, Count

from anjie.access.actors import Actor
from anjie.desk.public import reach_of
from anjie.foundation import clock
from anjie.lines.mediation import moves
from anjie.lines.mediation.deeds import RatingDeed
from anjie.lines.mediation.mediators.counting import SUCCESS, Period, Tally, held, tallies
from anjie.lines.mediation.mediators.models import Appointment, Mediator
from anjie.lines.mediation.mediators.reach import mediators_for
from anjie.lines.mediation.ranking.models import RankingWeights
from anjie.lines.mediation.ranking.rules import FIGURES, FULL, SHIPPED, Figures, Ranked, ranked
from anjie.lines.mediation.ratings.queries import ratings_of


def ranking(actor: Actor, period: Period | None = None) -> dict[str, Any]:
    """Everybody within reach by score under today's weights, with the points of each figure."""
    actor.require(RatingDeed.RANKING_SEE)
    weights, valid_from = weights_on(clock.today())
    period = period or Period()
    placed = ranked(figures(actor, period), weights)
    about = {one.pk: one for one in mediators_for(actor)}
    return {
        "weights": weights,
        "weights_from": valid_from,
        "labels": FIGURES,
        "rows": [_row(one, about[one.figures.key], period) for one in placed],
        "count": len(placed),
    }


def figures(actor: Actor, period: Period) -> list[Figures]:
    """What each mediator within reach did with the cases he was appointed to in the period."""
    mediators = mediators_for(actor).exclude(state=Mediator.State.LEFT)
    names = dict(mediators.values_list("pk", "membership__account__name"))
    taken = Appointment.objects.filter(
        reach_of(actor, "case__"), held(), period.of(), mediator_id__in=list(names)
    )
    counted = tallies(taken)
    given = ratings_of(actor, period).filter(mediator_id__in=list(names)).order_by().values("mediator_id")
    stars: dict[int, dict[str, Any]] = {
        one["mediator_id"]: dict(one) for one in given.annotate(mean=Avg("stars"), many=Count("id"))
    }
    found = []
    for key, name in names.items():
        one, rated = counted.get(key, Tally()), stars.get(key, {})
        found.append(
            Figures(
                key, name,
                one.total, one.going_on, one.succeeded, one.ended,
                rating=_rounded(rated.get("mean")), rated=rated.get("many", 0), days=_days(one),
            )
        )  # fmt: skip
    return found


def weights_on(day: date) -> tuple[dict[str, int], date | None]:
    """The weights in force on a day and since when; the product's own where none was set."""
    row = RankingWeights.objects.filter(valid_from__lte=day).first()
    return (row.weights, row.valid_from) if row else (dict(SHIPPED), None)


def all_weights(actor: Actor) -> list[dict[str, Any]]:
    """Every set of weights, the latest first, the product's own last; which is in force, which is still to come."""
    actor.require(RatingDeed.RANKING_SEE)
    today = clock.today()
    rows = list(RankingWeights.objects.select_related("by__account"))
    current = next((one.pk for one in rows if one.valid_from <= today), None)
    found = [
        {
            "id": one.pk,
            "valid_from": one.valid_from,
            "weights": one.weights,
            "note": one.note,
            "by": one.by.account.name if one.by else "",
            "is_in_force": one.pk == current,
            "is_to_come": one.valid_from > today,
        }
        for one in rows
    ]
    shipped = {
        "id": None, "valid_from": None, "weights": SHIPPED, "note": "系统预设", "by": "",
        "is_in_force": current is None, "is_to_come": False,
    }  # fmt: skip
    return [*found, shipped]


def _row(one: Ranked, mediator: Mediator, period: Period) -> dict[str, Any]:
    told = one.figures
    rate = told.success_rate
    return {
        "id": told.key,
        "place": one.place,
        "name": told.name,
        "institution": mediator.institution.name,
        "total": told.total,
        "going_on": told.going_on,
        "ended": told.ended,
        "succeeded": told.succeeded,
        "success_rate": None if rate is None else (rate * FULL).quantize(Decimal("0.1")),
        "rating": told.rating,
        "rated": told.rated,
        "days": told.days,
        "score": one.score,
        "points": one.points,
        "drill": _drill(told.key, period),
    }


def _drill(mediator_id: int, period: Period) -> dict[str, dict[str, str | list[str]]]:
    """What the list behind each figure is asked: of cases, and for the rating of ratings."""
    cases: dict[str, str | list[str]] = {"appointed": period.word(mediator_id)}
    closed = {**cases, "state": list(moves.ENDED)}
    days = {
        name: str(day)
        for name, day in (("appointed_from", period.since), ("appointed_to", period.until))
        if day
    }
    return {
        "total": cases,
        "going_on": {**cases, "state": list(moves.GOING_ON)},
        "succeeded": {**closed, "outcome": [str(one) for one in SUCCESS]},
        "success_rate": closed,
        "days": closed,
        "rating": {"mediator_id": str(mediator_id), **days},
    }


def _rounded(mean: float | Decimal | None) -> Decimal | None:
    return None if mean is None else Decimal(str(mean)).quantize(Decimal("0.1"))


def _days(one: Tally) -> Decimal | None:
    if not one.measured:
        return None
    return (Decimal(one.took) / one.measured).quantize(Decimal("0.1"))
