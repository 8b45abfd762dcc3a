"""The ranking as it leaves the house: the rows the page shows, in its order."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict

from anjie.access.actors import Actor
from anjie.foundation.bounds import Day
from anjie.lines.mediation.deeds import RatingDeed
from anjie.lines.mediation.mediators.counting import Period
from anjie.lines.mediation.ranking.queries import ranking
from anjie.lines.mediation.ranking.rules import FIGURES, FULL
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
RANKING = {
    "place": _C("名次", "integer"),
    "name": _C("调解员"),
    "institution": _C("调解机构", width=24),
    "total": _C("累计案件", "integer"),
    "going_on": _C("在办案件", "integer"),
    "ended": _C("已结案", "integer"),
    "succeeded": _C("调解成功", "integer"),
    "success_rate": _C("成功率", "percent"),
    "rating": _C("平均评分", "money"),
    "rated": _C("评价数", "integer"),
    "days": _C("平均用时（天）", "money"),
    "score": _C("总分", "money"),
    **{f"points_{name}": _C(f"{label}得分", "money", usual=False) for name, label in FIGURES.items()},
}


class RankingAsked(BaseModel):
    """The page's own question."""

    model_config = ConfigDict(extra="forbid")

    since: Day | None = None
    until: Day | None = None


def _told(actor: Actor, wanted: Wanted) -> list[dict[str, Any]]:
    asked = asked_of(RankingAsked, wanted)
    return [
        {
            **row,
            "success_rate": None if row["success_rate"] is None else row["success_rate"] / FULL,
            **{f"points_{name}": points for name, points in row["points"].items()},
        }
        for row in ranking(actor, Period(asked.since, asked.until))["rows"]
    ]


def _rows(actor: Actor, wanted: Wanted, keys: Any) -> RowsOut:
    for row in _told(actor, wanted):
        yield [row[key] for key in keys]


def _count(actor: Actor, wanted: Wanted) -> int:
    return len(_told(actor, wanted))


def register() -> None:
    """Let the ranking be taken out; called once at start-up."""
    days = {"since": ("分配日期不早于", plainly), "until": ("分配日期不晚于", plainly)}
    register_exporter(
        Exporter("mediation_ranking", "调解员评优", RatingDeed.RANKING_SEE, RANKING, _rows, _count, days)
    )
