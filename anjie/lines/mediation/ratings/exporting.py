"""Ratings as they leave the house: the rows the list shows, asked by its own filters, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from anjie.access.actors import Actor
from anjie.foundation.bounds import Day, Id
from anjie.lines.mediation.deeds import RatingDeed
from anjie.lines.mediation.mediators.counting import Period
from anjie.lines.mediation.mediators.models import Mediator
from anjie.lines.mediation.ratings.queries import found_for, row
from anjie.lines.mediation.ratings.rules import MOST_STARS
from anjie.services.sheets.exporting.exporters import (
    ExportColumn,
    Exporter,
    RowsOut,
    Wanted,
    asked_of,
    plainly,
    register_exporter,
)

_C = ExportColumn
RATINGS = {
    "at": _C("评价时间", "moment"),
    "mediator": _C("调解员"),
    "stars": _C("星级", "integer"),
    "comment": _C("评语", width=40),
    "party": _C("评价人"),
    "part_label": _C("身份"),
    "no": _C("案件编号", width=18),
}


class RatingsAsked(BaseModel):
    """The list's own question."""

    model_config = ConfigDict(extra="forbid")

    mediator_id: Id | None = None
    stars: Annotated[int | None, Field(ge=1, le=MOST_STARS)] = None
    appointed_from: Day | None = None
    appointed_to: Day | None = None


def _found(actor: Actor, wanted: Wanted) -> Any:
    asked = asked_of(RatingsAsked, wanted)
    period = Period(asked.appointed_from, asked.appointed_to)
    return found_for(actor, mediator_id=asked.mediator_id, stars=asked.stars, period=period)


def _rows(actor: Actor, wanted: Wanted, keys: Any) -> RowsOut:
    for one in _found(actor, wanted).iterator(chunk_size=2000):
        told = row(one)
        yield [told[key] for key in keys]


def _count(actor: Actor, wanted: Wanted) -> int:
    count: int = _found(actor, wanted).count()
    return count


def _mediators(values: Sequence[Any]) -> str:
    names = Mediator.objects.filter(pk__in=values).values_list("membership__account__name", flat=True)
    return "、".join(names)


def register() -> None:
    """Let the ratings be taken out; called once at start-up."""
    words = {
        "mediator_id": ("调解员", _mediators),
        "stars": ("星级", plainly),
        "appointed_from": ("分配日期不早于", plainly),
        "appointed_to": ("分配日期不晚于", plainly),
    }
    register_exporter(
        Exporter("mediation_ratings", "当事人评价", RatingDeed.SEE, RATINGS, _rows, _count, words)
    )
