"""Who did best, by figures and weights: each figure earns part of its weight, and the parts are shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from anjie.foundation.refusals import Invalid, Refusal

FIGURES = {
    "total": "累计案件",
    "going_on": "在办案件",
    "succeeded": "调解成功",
    "success_rate": "成功率",
    "rating": "平均评分",
    "days": "平均用时",
}
SHIPPED = {"total": 15, "going_on": 5, "succeeded": 25, "success_rate": 25, "rating": 20, "days": 10}
"""Until somebody says otherwise: what was reached counts for half, what parties think for a fifth."""
FULL = 100
MOST_STARS = 5
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Figures:
    """What one mediator did; ``days`` from appointment to closing, null like ``rating`` while there is none."""

    key: int
    name: str
    total: int = 0
    going_on: int = 0
    succeeded: int = 0
    ended: int = 0
    rating: Decimal | None = None
    rated: int = 0
    days: Decimal | None = None

    @property
    def success_rate(self) -> Decimal | None:
        """Succeeded of those that ended, between 0 and 1."""
        return Decimal(self.succeeded) / self.ended if self.ended else None


@dataclass(frozen=True, slots=True)
class Ranked:
    """A mediator's place with the points each figure earned; equal scores share a place."""

    place: int
    figures: Figures
    score: Decimal
    points: Mapping[str, Decimal]


def wrong_weights(given: Mapping[str, int]) -> Refusal | None:
    """Why these weights cannot be used, or nothing."""
    if set(given) != set(FIGURES) or any(not 0 <= one <= FULL for one in given.values()):
        return Invalid("ranking.weights", f"每项权重为 0 至 {FULL} 的整数。请更正后保存。")
    if (total := sum(given.values())) != FULL:
        less = f"还差 {FULL - total}" if total < FULL else f"多出 {total - FULL}"
        return Invalid(
            "ranking.weights_sum", f"各项权重合计为 {total}，应为 {FULL}，{less}。请调整后保存。", total=total
        )
    return None


def ranked(figures: Sequence[Figures], weights: Mapping[str, int]) -> list[Ranked]:
    """Everybody by score, the best first, those equal by name.

    Counts earn their share of the highest count, the success rate itself, the rating its share of five
    stars, and the time the shortest mean over one's own. Who has no closed case or no rating earns
    nothing for it.
    """
    best = {name: max((getattr(one, name) for one in figures), default=0) for name in _COUNTS}
    shortest = min((_at_least_a_day(one.days) for one in figures if one.days is not None), default=None)
    scored = []
    for one in figures:
        points = {
            name: (weights[name] * share).quantize(_CENT)
            for name, share in _shares(one, best, shortest).items()
        }
        scored.append((sum(points.values(), Decimal("0.00")), one, points))
    scored.sort(key=lambda told: (-told[0], told[1].name, told[1].key))
    placed: list[Ranked] = []
    for turn, (score, one, points) in enumerate(scored, 1):
        place = placed[-1].place if placed and placed[-1].score == score else turn
        placed.append(Ranked(place, one, score, points))
    return placed


_COUNTS = ("total", "going_on", "succeeded")


def _shares(one: Figures, best: Mapping[str, Any], shortest: Decimal | None) -> dict[str, Decimal]:
    """Which part of each weight is earned, between 0 and 1."""
    nothing = Decimal(0)
    shares = {name: Decimal(getattr(one, name)) / best[name] if best[name] else nothing for name in _COUNTS}
    shares["success_rate"] = one.success_rate or nothing
    shares["rating"] = nothing if one.rating is None else one.rating / MOST_STARS
    known = shortest is not None and one.days is not None
    shares["days"] = shortest / _at_least_a_day(one.days) if known else nothing  # type: ignore[operator,arg-type]
    return shares


def _at_least_a_day(days: Decimal) -> Decimal:
    # Closed on the day of the appointment is as good as it gets, and nobody divides by it.
    return max(days, Decimal(1))
