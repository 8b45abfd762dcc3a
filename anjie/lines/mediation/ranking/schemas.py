"""The ranking over HTTP."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ninja import Schema
from pydantic import Field

from anjie.desk.public import Clean
from anjie.foundation.bounds import Day


class WeightsOut(Schema):
    """Points of 100 by figure."""

    total: int
    going_on: int
    succeeded: int
    success_rate: int
    rating: int
    days: int


class PointsOut(Schema):
    """What each figure earned of its weight."""

    total: Decimal
    going_on: Decimal
    succeeded: Decimal
    success_rate: Decimal
    rating: Decimal
    days: Decimal


class RankedDrillOut(Schema):
    """What the list behind each figure is asked: that of ratings for ``rating``, that of cases for the others."""

    total: dict[str, str | list[str]]
    going_on: dict[str, str | list[str]]
    succeeded: dict[str, str | list[str]]
    success_rate: dict[str, str | list[str]]
    days: dict[str, str | list[str]]
    rating: dict[str, str | list[str]]


class RankedOut(Schema):
    """``success_rate`` in per cent; it, ``rating`` and ``days`` are null while there is nothing to take them from."""

    id: int
    place: int
    name: str
    institution: str
    total: int
    going_on: int
    ended: int
    succeeded: int
    success_rate: Decimal | None
    rating: Decimal | None
    rated: int
    days: Decimal | None
    score: Decimal
    points: PointsOut
    drill: RankedDrillOut


class RankingOut(Schema):
    """``weights_from`` is null while the product's own weights are in force."""

    weights: WeightsOut
    weights_from: date | None
    labels: dict[str, str]
    rows: list[RankedOut]
    count: int


class WeightsIn(Schema):
    total: int = Field(ge=0, le=100)
    going_on: int = Field(ge=0, le=100)
    succeeded: int = Field(ge=0, le=100)
    success_rate: int = Field(ge=0, le=100)
    rating: int = Field(ge=0, le=100)
    days: int = Field(ge=0, le=100)


class DatedWeightsIn(Schema):
    valid_from: Day
    weights: WeightsIn
    note: Clean = Field("", max_length=200)


class DatedWeightsOut(Schema):
    """``id`` and ``valid_from`` are null for the product's own set."""

    id: int | None
    valid_from: date | None
    weights: WeightsOut
    note: str
    by: str
    is_in_force: bool
    is_to_come: bool
