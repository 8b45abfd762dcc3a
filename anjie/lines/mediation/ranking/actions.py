"""Weights an administrator puts in force from a day on; those in force stay as they are."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import connection, transaction

from anjie.access import trail
from anjie.access.actors import Actor
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.lines.mediation.deeds import RatingDeed
from anjie.lines.mediation.ranking.models import RankingWeights
from anjie.lines.mediation.ranking.rules import wrong_weights


@transaction.atomic
def set_weights(actor: Actor, valid_from: date, weights: Mapping[str, int], note: str = "") -> RankingWeights:
    """A set of weights from today or a later day on; a day has one set."""
    actor.require(RatingDeed.WEIGHTS_MANAGE)
    if refusal := wrong_weights(weights):
        raise refusal
    if valid_from < clock.today():
        raise Invalid(
            "ranking.weights_past",
            f"适用日期 {valid_from} 已过，已公布的评优结果不能再变。请选择今天或以后的日期。",
        )
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('ranking.weights', 0))")
    if RankingWeights.objects.filter(valid_from=valid_from).exists():
        raise Refusal(
            "ranking.weights_day", f"{valid_from} 已有一组权重。请另选日期，或先撤回尚未适用的那一组。"
        )
    row = RankingWeights.objects.create(
        valid_from=valid_from, weights=dict(weights), note=note.strip()[:200],
        by_id=actor.membership_id, at=clock.now(),
    )  # fmt: skip
    trail.record(actor, "ranking.weights_set", valid_from=valid_from, weights=row.weights, note=row.note)
    return row


@transaction.atomic
def withdraw_weights(actor: Actor, weights_id: int) -> None:
    """Take back a set whose day has not come."""
    actor.require(RatingDeed.WEIGHTS_MANAGE)
    row = RankingWeights.objects.select_for_update().filter(pk=weights_id).first()
    if row is None:
        raise NotFound("权重")
    if row.valid_from <= clock.today():
        raise Refusal(
            "ranking.weights_in_force",
            f"这组权重已自 {row.valid_from} 起适用，不能撤回。请新设一组。",
            valid_from=str(row.valid_from),
        )
    trail.record(actor, "ranking.weights_withdrawn", valid_from=row.valid_from, weights=row.weights)
    row.delete()
