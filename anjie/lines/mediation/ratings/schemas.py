"""Ratings over HTTP."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from ninja import Schema
from pydantic import Field

from anjie.desk.public import Clean, Id
from anjie.lines.mediation.ratings.rules import LONGEST_COMMENT, MOST_STARS


class RatingIn(Schema):
    mediator_id: Id
    stars: int = Field(ge=1, le=MOST_STARS)
    comment: Clean = Field("", max_length=LONGEST_COMMENT)


class RatedMediatorOut(Schema):
    """A mediator of the case; ``stars`` is null while the party has not rated him."""

    mediator_id: int
    name: str
    stars: int | None
    comment: str
    at: datetime | None


class OwnRatingsOut(Schema):
    """``why_not`` is blank while the party may rate, up to and including ``until``."""

    case_id: int
    no: str
    title: str
    until: date | None
    why_not: str
    mediators: list[RatedMediatorOut]


class NamelessRatingOut(Schema):
    case_id: int
    no: str
    category: str
    stars: int
    comment: str


class MediatorRatingsOut(Schema):
    average: Decimal | None
    count: int
    rows: list[NamelessRatingOut]


class RatingRowOut(Schema):
    id: int
    case_id: int
    no: str
    mediator_id: int
    mediator: str
    party: str
    part_label: str
    stars: int
    comment: str
    at: datetime


class RatingPageOut(Schema):
    rows: list[RatingRowOut]
    count: int
