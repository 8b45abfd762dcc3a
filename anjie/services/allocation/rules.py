"""How cases are divided among collectors: pure, exact to the cent, and the same for the same input.

Cases of one person stay together, so what is dealt are persons ("units"), each with a number of cases and
an amount. Counts are settled first (how many units of each size a collector gets), then which units: richest
first to whoever needs most, and at the end swaps between the richest and the poorest collector of units of
one size, which leave the counts alone.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from anjie.foundation.refusals import Invalid
from anjie.services.allocation import evening
from anjie.services.allocation.swapping import swap_amounts

Ints = NDArray[np.int64]

MOST_PEOPLE = 10_000
# Totals are kept in 64-bit cents.
MOST_CENTS = 9 * 10**18


class Mode(StrEnum):
    """What is made equal."""

    NUMBER = "number"
    AMOUNT = "amount"
    BOTH = "both"
    CUMULATIVE = "cumulative"
    QUICK = "quick"
    RECOMMENDED = "recommended"

    @property
    def label(self) -> str:
        """Its Chinese name."""
        return _MODE_LABELS[self]


_MODE_LABELS = {
    Mode.NUMBER: "户均分案",
    Mode.AMOUNT: "金额均分案",
    Mode.BOTH: "综合分案",
    Mode.CUMULATIVE: "累计均分",
    Mode.QUICK: "快速分案",
    Mode.RECOMMENDED: "推荐分案",
}


@dataclass(frozen=True)
class Preferences:
    """Which collector suits which case how well: three columns of one length, higher scores first.

    Only pairs that matter need be there; a person's score for a collector is the sum over his cases.
    """

    case: Ints
    collector: Ints
    score: NDArray[np.float64]


@dataclass(frozen=True)
class Split:
    """Who gets what: the collector's index for each case in input order, and each collector's new share.

    The spreads are the largest minus the smallest, of the new shares, or in cumulative mode of what each
    then holds. Amounts are in cents.
    """

    collector_of: Ints
    counts: Ints
    amounts: Ints
    spread_count: int
    spread_amount: int


def split(
    persons: Sequence[Any] | NDArray[Any],
    cents: Sequence[int] | Ints,
    people: int,
    mode: Mode,
    *,
    held_counts: Sequence[int] | Ints | None = None,
    held_amounts: Sequence[int] | Ints | None = None,
    preferences: Preferences | None = None,
) -> Split:
    """Divide cases among ``people`` collectors; ``persons[i]`` and ``cents[i]`` belong to case i.

    A blank or None person is a person of his own. What each holds already counts in cumulative mode only.
    Invalid when there is nobody to divide among, nothing to divide, or a negative amount.
    """
    amounts = _checked(persons, cents, people)
    units = _units(persons, amounts)
    held = (
        _held(held_counts, people) if mode is Mode.CUMULATIVE else np.zeros(people, np.int64),
        _held(held_amounts, people) if mode is Mode.CUMULATIVE else np.zeros(people, np.int64),
    )
    match mode:
        case Mode.QUICK:
            chosen = np.arange(len(units.sizes), dtype=np.int64) % people
        case Mode.NUMBER:
            chosen = _by_number(units, people)
        case Mode.AMOUNT:
            chosen = _by_amount(units, people)
        case Mode.RECOMMENDED:
            chosen = _recommended(units, people, preferences)
        case Mode.BOTH | Mode.CUMULATIVE:
            chosen = _by_both(units, np.arange(len(units.sizes)), *held)
    counts = _sums(chosen, units.sizes, people)
    sums = _sums(chosen, units.amounts, people)
    return Split(
        collector_of=chosen[units.of_case],
        counts=counts,
        amounts=sums,
        spread_count=int(np.ptp(counts + held[0])),
        spread_amount=int(np.ptp(sums + held[1])),
    )


def check_people(people: int) -> None:
    """Invalid unless there is somebody to divide among, and not more than anybody employs."""
    if not 1 <= people <= MOST_PEOPLE:
        raise Invalid(
            "allocation.people",
            f"分案人数为 {people}，应在 1 到 {MOST_PEOPLE} 之间。请核对人数。",
            people=people,
        )


@dataclass(frozen=True)
class _Units:
    """The persons in order of first appearance: their cases, their cents, and each case's person."""

    sizes: Ints
    amounts: Ints
    of_case: Ints


def _checked(persons: Sequence[Any] | NDArray[Any], cents: Sequence[int] | Ints, people: int) -> Ints:
    check_people(people)
    if len(persons) == 0:
        raise Invalid("allocation.empty", "没有可分的案件。请先选择案件。")
    if len(persons) != len(cents):
        raise ValueError("persons and cents must be of one length")
    amounts = np.asarray(cents, dtype=np.int64)
    if amounts.min() < 0:
        raise Invalid(
            "allocation.negative_amount",
            f"第 {int(np.argmax(amounts < 0)) + 1} 件案件的金额为负。请先更正金额。",
            position=int(np.argmax(amounts < 0)) + 1,
        )
    if float(amounts.sum(dtype=np.float64)) > MOST_CENTS:
        raise Invalid("allocation.too_large", "案件金额合计超出可计算范围。请核对金额单位。")
    return amounts


def _units(persons: Sequence[Any] | NDArray[Any], amounts: Ints) -> _Units:
    if isinstance(persons, np.ndarray) and persons.dtype.kind in "iu":
        _, first, inverse = np.unique(persons, return_index=True, return_inverse=True)
        rank = np.empty(len(first), np.int64)
        rank[np.argsort(first)] = np.arange(len(first))
        of_case = rank[inverse.ravel()]
    else:
        seen: dict[Any, int] = {}
        of_case = np.empty(len(persons), np.int64)
        for case, person in enumerate(persons):
            of_case[case] = seen.setdefault((case,) if person is None or person == "" else person, len(seen))
    count = int(of_case.max()) + 1
    sizes = np.bincount(of_case, minlength=count).astype(np.int64)
    return _Units(sizes, _sums(of_case, amounts, count), of_case)


def _sums(index: Ints, values: Ints, length: int) -> Ints:
    # bincount adds in floating point, which is exact only below 2**53 cents: add high and low halves apart.
    low = np.bincount(index, weights=values & 0xFFFFFF, minlength=length)
    high = np.bincount(index, weights=values >> 24, minlength=length)
    return low.astype(np.int64) + (high.astype(np.int64) << 24)


def _held(values: Sequence[int] | Ints | None, people: int) -> Ints:
    held = np.zeros(people, np.int64)
    if values is not None:
        given = np.asarray(values, np.int64)
        if len(given) > people:
            raise ValueError("more holders than people")
        held[: len(given)] = given
    return held


def _by_number(units: _Units, people: int) -> Ints:
    """Counts equal; within them, persons are dealt in the order of the list."""
    chosen = np.empty(len(units.sizes), np.int64)
    for size, quotas in evening.quotas(units.sizes, np.zeros(people, np.int64)):
        chosen[units.sizes == size] = evening.spread_out(quotas)
    return chosen


def _by_amount(units: _Units, people: int) -> Ints:
    """Amounts equal whatever the counts: richest first to whoever has least, then moves and swaps."""
    order = np.argsort(-units.amounts, kind="stable")
    heap = [(0, 0, collector) for collector in range(people)]
    chosen = np.empty(len(units.sizes), np.int64)
    # Where amounts say nothing (all zero, all equal) the fewest cases decide.
    for unit, amount, size in zip(
        order.tolist(), units.amounts[order].tolist(), units.sizes[order].tolist(), strict=True
    ):
        load, count, collector = heap[0]
        heapq.heapreplace(heap, (load + amount, count + size, collector))
        chosen[unit] = collector
    loads = _sums(chosen, units.amounts, people)
    return swap_amounts(chosen, order, units.sizes, units.amounts, loads, may_move=True)


def _by_both(units: _Units, which: Ints, held_counts: Ints, held_amounts: Ints) -> Ints:
    """Counts equal, then amounts equal, over what each holds already, for the units in ``which``.

    The answer is as long as all units; those not in ``which`` are -1.
    """
    sizes, amounts = units.sizes[which], units.amounts[which]
    quotas = evening.quotas(sizes, held_counts, ties=np.argsort(held_amounts, kind="stable"))
    order = np.argsort(-amounts, kind="stable")
    if len(quotas) > 1:
        order = order[np.argsort(-sizes[order], kind="stable")]
    dealt, loads = evening.deal_by_need(amounts[order], quotas, held_amounts)
    chosen = np.empty(len(which), np.int64)
    chosen[order] = dealt
    chosen = swap_amounts(chosen, order, sizes, amounts, loads, may_move=False)
    result = np.full(len(units.sizes), -1, np.int64)
    result[which] = chosen
    return result


def _recommended(units: _Units, people: int, preferences: Preferences | None) -> Ints:
    """Best score first while nobody gets more than an equal share; the rest as in 'both'."""
    chosen = np.full(len(units.sizes), -1, np.int64)
    counts = np.zeros(people, np.int64)
    if preferences is not None and len(preferences.case):
        share = -(-int(units.sizes.sum()) // people)
        pair = units.of_case[preferences.case] * people + preferences.collector
        pairs, inverse = np.unique(pair, return_inverse=True)
        scores = np.bincount(inverse.ravel(), weights=preferences.score)
        best_first = np.argsort(-scores, kind="stable")
        wanted = pairs[best_first][scores[best_first] > 0]
        for unit, collector in zip((wanted // people).tolist(), (wanted % people).tolist(), strict=True):
            if chosen[unit] < 0 and counts[collector] + units.sizes[unit] <= share:
                chosen[unit] = collector
                counts[collector] += units.sizes[unit]
    placed = np.flatnonzero(chosen >= 0)
    rest = np.flatnonzero(chosen < 0)
    if len(rest):
        loads = _sums(chosen[placed], units.amounts[placed], people)
        chosen[rest] = _by_both(units, rest, counts, loads)[rest]
    return chosen
