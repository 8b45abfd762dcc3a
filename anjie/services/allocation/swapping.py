"""Swapping the last differences in amount away, between the richest and the poorest, without touching counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from math import comb

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

# One yuan: nearer than this nobody calls unequal, and every further swap moves a case for nothing.
CLOSE_ENOUGH = 100
# Sets of units are tried where a collector has few; with many, single ones come near enough.
MOST_SETS = 12_000
MOST_FOR_SETS = 150
# How many others the richest and the poorest try when they cannot help one another.
PARTNERS = 40


def swap_amounts(
    chosen: Ints, order: Ints, sizes: Ints, amounts: Ints, loads: Ints, *, may_move: bool
) -> Ints:
    """Who gets each unit after swaps between rich and poor, until all are within a yuan or none helps.

    Swapped are a few units for a few with as many cases together (or, among many, several of one size for
    as many). ``order`` lists the units largest amount first; with ``may_move`` cases need not be as many,
    and a unit may go over without one coming back.
    """
    people = len(loads)
    if people == 1:
        return chosen
    loads = loads.copy()
    purses = _Purses(chosen.copy(), order, np.zeros_like(sizes) if may_move else sizes, amounts, people)
    for _ in range(20 * people + 1_000):
        if np.ptp(loads) <= CLOSE_ENOUGH:
            break
        mean = loads.mean()
        for giver, taker in _partners(np.argsort(loads, kind="stable")):
            gap = int(loads[giver] - loads[taker])
            # Bringing one of the two right to the mean settles him for good.
            aim = min(loads[giver] - mean, mean - loads[taker])
            if moved := purses.exchange(giver, taker, gap, float(aim if aim > 0 else gap / 2), may_move):
                loads[giver] -= moved
                loads[taker] += moved
                break
        else:
            break
    return purses.chosen


def _partners(ranked: Ints) -> Iterator[tuple[int, int]]:
    rich, poor = int(ranked[-1]), int(ranked[0])
    yield rich, poor
    for other in ranked[1:-1][:PARTNERS].tolist():
        yield rich, other
    for other in ranked[-2:0:-1][:PARTNERS].tolist():
        yield other, poor


@dataclass(frozen=True)
class _Exchange:
    """What would change hands: how far it misses the aim, the units given and taken, the cents moved."""

    miss: float
    given: Ints
    taken: Ints
    moved: int


@dataclass(frozen=True)
class _Bundles:
    """The sets of units of one number of cases that a collector could give, sorted by amount."""

    amounts: Ints
    units: Ints  # a row for each set, filled up with -1

    def row(self, at: int) -> Ints:
        """The units of one set; an empty set has none."""
        row: Ints = self.units[at]
        return row[row >= 0]


class _Purses:
    """The units each collector holds, sorted by amount, and what could be made of them."""

    def __init__(self, chosen: Ints, order: Ints, sizes: Ints, amounts: Ints, people: int) -> None:
        self.chosen, self.sizes, self.amounts = chosen, sizes, amounts
        rising = order[::-1]
        if len(sizes) and sizes.min() != sizes.max():
            rising = rising[np.argsort(amounts[rising], kind="stable")]
        # Sixteen bits hold every collector and sort in one pass.
        by_holder = rising[np.argsort(chosen[rising].astype(np.int16), kind="stable")]
        ends = np.cumsum(np.bincount(chosen, minlength=people))
        self.held = np.split(by_holder, ends[:-1])
        self._bundles: dict[int, dict[int, _Bundles]] = {}

    def exchange(self, giver: int, taker: int, gap: int, aim: float, may_move: bool) -> int:
        """Move about ``aim`` cents, less than the gap, from one to the other; the cents moved, 0 if none can."""
        mine, theirs = self.held[giver], self.held[taker]
        if gap <= 1 or not len(mine):
            return 0
        found = self._singles(mine, theirs, gap, aim, may_move)
        few = max(len(mine), len(theirs)) <= MOST_FOR_SETS
        if few and (found is None or found.miss > CLOSE_ENOUGH / 4):
            found = _nearer(found, self._sets(giver, taker, gap, aim, may_move))
        if found is None:
            return 0
        self._hand_over(giver, taker, found.given, found.taken)
        self._hand_over(taker, giver, found.taken, found.given)
        return found.moved

    def _singles(self, mine: Ints, theirs: Ints, gap: int, aim: float, may_move: bool) -> _Exchange | None:
        found: _Exchange | None = None
        kinds = self.sizes[mine]
        for kind in np.unique(kinds).tolist():
            given = mine[kinds == kind]
            taken = theirs[self.sizes[theirs] == kind]
            nothing = np.full(1, -1, np.int64)
            options = np.concatenate([nothing, taken]) if may_move else taken
            values = np.where(options < 0, 0, self.amounts[options])
            nearest = _nearest(self.amounts[given], values, gap, aim)
            if nearest is not None:
                miss, pick, option, moved = nearest
                back = options[option : option + 1]
                found = _nearer(found, _Exchange(miss, given[pick : pick + 1], back[back >= 0], moved))
            if not may_move:
                found = _nearer(found, self._several(given, taken, aim))
        return found

    def _several(self, given: Ints, taken: Ints, aim: float) -> _Exchange | None:
        """His richest units for the other's poorest, as many as together stay within the aim."""
        many = min(len(given), len(taken))
        if many < 2:
            return None
        moved = np.cumsum(self.amounts[given[::-1][:many]] - self.amounts[taken[:many]])
        number = int(np.searchsorted(moved[: int(np.argmax(moved)) + 1], aim, side="right"))
        if number < 2 or moved[number - 1] <= 0:
            return None
        total = int(moved[number - 1])
        return _Exchange(aim - total, given[-number:], taken[:number], total)

    def _sets(self, giver: int, taker: int, gap: int, aim: float, may_move: bool) -> _Exchange | None:
        found: _Exchange | None = None
        theirs = self._bundles_of(taker, may_move)
        for cases, mine in self._bundles_of(giver, may_move).items():
            if cases not in theirs:
                continue
            nearest = _nearest(mine.amounts, theirs[cases].amounts, gap, aim)
            if nearest is not None:
                miss, pick, option, moved = nearest
                found = _nearer(found, _Exchange(miss, mine.row(pick), theirs[cases].row(option), moved))
        return found

    def _bundles_of(self, collector: int, may_move: bool) -> dict[int, _Bundles]:
        kept = self._bundles.get(collector)
        if kept is None:
            held = np.append(self.held[collector], -1)
            units = held[_places_of_sets(len(held) - 1)]
            if may_move:
                units = np.vstack([units, np.full((1, units.shape[1]), -1)])
            cases = np.where(units < 0, 0, self.sizes[units]).sum(axis=1)
            worth = np.where(units < 0, 0, self.amounts[units]).sum(axis=1)
            order = np.lexsort((worth, cases))
            # What holds nothing has no sets, and split would still make a part of them.
            numbers, begins = np.unique(cases[order], return_index=True)
            parts = np.split(order, begins[1:]) if len(order) else []
            kept = self._bundles[collector] = {
                number: _Bundles(worth[part], units[part])
                for number, part in zip(numbers.tolist(), parts, strict=True)
            }
        return kept

    def _hand_over(self, collector: int, other: int, out: Ints, into: Ints) -> None:
        held = self.held[collector]
        if len(out):
            held = held[~np.isin(held, out)]
        into = into[np.argsort(self.amounts[into], kind="stable")]
        places = np.searchsorted(self.amounts[held], self.amounts[into])
        self.held[collector] = np.insert(held, places, into)
        self.chosen[out] = other
        self._bundles.pop(collector, None)


@lru_cache(maxsize=16)
def _places_of_sets(length: int) -> Ints:
    """All sets of 1, 2, 3 … of so many places, one a row filled up with -1, as long as they stay few."""
    rows: list[tuple[int, ...]] = []
    for size in range(1, length + 1):
        if size > 1 and len(rows) + comb(length, size) > MOST_SETS:
            break
        rows += combinations(range(length), size)
    width = len(rows[-1]) if rows else 1
    filled = [row + (-1,) * (width - len(row)) for row in rows]
    return np.array(filled, dtype=np.int64).reshape(len(rows), width)


def _nearest(values: Ints, options: Ints, gap: int, aim: float) -> tuple[float, int, int, int] | None:
    """Of all value minus option within (0, gap), the nearest to the aim: miss, both places, and the cents."""
    if not len(options):
        return None
    places = np.searchsorted(options, values - aim)
    best: tuple[float, int, int, int] | None = None
    for side in (places - 1, places):
        at = np.clip(side, 0, len(options) - 1)
        moved = values - options[at]
        miss = np.where((moved > 0) & (moved < gap), np.abs(moved - aim), np.inf)
        pick = int(np.argmin(miss))
        if np.isfinite(miss[pick]) and (best is None or miss[pick] < best[0]):
            best = (float(miss[pick]), pick, int(at[pick]), int(moved[pick]))
    return best


def _nearer(one: _Exchange | None, other: _Exchange | None) -> _Exchange | None:
    if one is None or (other is not None and other.miss < one.miss):
        return other
    return one
