"""The arithmetic of evening out: quotas by size, dealing by need, swapping the last differences away."""

from __future__ import annotations

from itertools import combinations_with_replacement

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

# How far it misses the aim, the units given, the units taken, the cents moved.
_Exchange = tuple[float, Ints, Ints, int]

# One yuan: nearer than this nobody calls unequal, and every further swap moves a case for nothing.
CLOSE_ENOUGH = 100


def quotas(sizes: Ints, held: Ints, ties: Ints | None = None) -> list[tuple[int, Ints]]:
    """How many units of each size every collector gets so that held and new counts come out most equal.

    Largest sizes first, each unit to whoever has least (for units of one size computed at once, not one by
    one); where that leaves a difference above one case, sizes are exchanged between collectors. ``ties``
    lists the collectors in the order in which equal ones are served.
    """
    kinds, numbers = np.unique(sizes, return_counts=True)
    loads = held.astype(np.int64).copy()
    order = np.arange(len(held)) if ties is None else ties
    result: list[tuple[int, Ints]] = []
    for size, number in zip(kinds[::-1].tolist(), numbers[::-1].tolist(), strict=True):
        quota = _fill(loads, size, number, order)
        loads += quota * size
        result.append((size, quota))
    if len(result) > 1 and np.ptp(loads) > 1:
        table = np.array([quota for _, quota in result])
        _exchange_sizes(table, np.array([size for size, _ in result]), loads)
        result = [(size, table[row]) for row, (size, _) in enumerate(result)]
    return result


def spread_out(quota: Ints) -> Ints:
    """The collectors as often as their quotas say, each one's turns spread evenly over the whole."""
    total = int(quota.sum())
    people = len(quota)
    least = int(quota.min())
    if int(quota.max()) - least <= 1:
        return np.concatenate([np.tile(np.arange(people), least), np.flatnonzero(quota > least)])
    turns = np.repeat(np.arange(people), quota)
    begins = np.repeat(np.cumsum(quota) - quota, quota)
    places = (np.arange(total) - begins + 0.5) / np.repeat(quota, quota)
    return turns[np.argsort(places, kind="stable")]


def deal_by_need(amounts: Ints, size_quotas: list[tuple[int, Ints]], held_amounts: Ints) -> tuple[Ints, Ints]:
    """Deal units (sorted by size, then amount, largest first) so that amounts come out near each other.

    Gives the collector of each unit and what each then holds. Of the collectors whose turn it is, the
    richest unit goes to whoever lacks most for each case still to come.
    """
    people = len(held_amounts)
    loads = held_amounts.astype(np.float64)
    target = (loads.sum() + amounts.sum(dtype=np.float64)) / people
    left = np.zeros(people)
    for size, quota in size_quotas:
        left += size * quota
    dealt = np.empty(len(amounts), np.int64)
    begin = 0
    for size, quota in size_quotas:
        turns = spread_out(quota)
        for at in range(0, len(turns), people):
            turn = turns[at : at + people]
            need = (target - loads[turn]) / left[turn]
            turn = turn[np.argsort(-need, kind="stable")]
            first = begin + at
            dealt[first : first + len(turn)] = turn
            np.add.at(loads, turn, amounts[first : first + len(turn)])
            np.subtract.at(left, turn, size)
        begin += len(turns)
    exact = held_amounts.astype(np.int64).copy()
    np.add.at(exact, dealt, amounts)
    return dealt, exact


def swap_amounts(
    chosen: Ints, order: Ints, kinds: Ints, amounts: Ints, loads: Ints, *, may_move: bool
) -> Ints:
    """Swap units of one kind between rich and poor collectors until all are within a yuan or no swap helps.

    ``order`` lists the units largest first; with ``may_move`` a unit may also go over without one coming back.
    """
    people = len(loads)
    if people == 1:
        return chosen
    chosen, loads = chosen.copy(), loads.copy()
    purses = _Purses(chosen, order, kinds, amounts, people)
    for _ in range(20 * people + 1_000):
        if np.ptp(loads) <= CLOSE_ENOUGH:
            break
        ranked = np.argsort(loads, kind="stable")
        rich, poor = int(ranked[-1]), int(ranked[0])
        pairs = [(rich, poor)]
        pairs += [(rich, int(other)) for other in ranked[1:-1]]
        pairs += [(int(other), poor) for other in ranked[-2:0:-1]]
        mean = loads.mean()
        for giver, taker in pairs:
            gap = int(loads[giver] - loads[taker])
            # Bringing one of the two right to the mean settles him for good.
            aim = min(loads[giver] - mean, mean - loads[taker])
            if moved := purses.exchange(giver, taker, gap, aim if aim > 0 else gap / 2, may_move):
                loads[giver] -= moved
                loads[taker] += moved
                break
        else:
            break
    return chosen


class _Purses:
    """The units each collector holds, by kind, sorted by amount."""

    def __init__(self, chosen: Ints, order: Ints, kinds: Ints, amounts: Ints, people: int) -> None:
        self.chosen, self.amounts, self.kinds = chosen, amounts, kinds
        small = order[np.argsort(chosen[order].astype(np.int16), kind="stable")][::-1]
        bounds = np.searchsorted(-chosen[small], -np.arange(people), side="left")
        ends = np.searchsorted(-chosen[small], -np.arange(people), side="right")
        self._whole = [small[begin:end] for begin, end in zip(bounds, ends, strict=True)]
        self._sorted: dict[tuple[int, int], Ints] = {}

    def exchange(self, giver: int, taker: int, gap: int, aim: float, may_move: bool) -> int:
        """Move about ``aim`` cents, less than the gap, from one to the other; the cents moved, 0 if none can."""
        if gap <= 1:
            return 0
        best: tuple[float, Ints, Ints, int, int] | None = None
        for kind in np.unique(self.kinds[self._whole[giver]]).tolist():
            mine, theirs = self._of(giver, kind), self._of(taker, kind)
            for found in (
                self._one(mine, theirs, gap, aim, may_move),
                None if may_move else self._several(mine, theirs, aim),
            ):
                if found is not None and (best is None or found[0] < best[0]):
                    best = (*found, kind)
        if best is None:
            return 0
        _, given, taken, moved, kind = best
        self._replace(giver, kind, given, taken)
        self._replace(taker, kind, taken, given)
        self.chosen[given] = taker
        self.chosen[taken] = giver
        return moved

    def _one(self, mine: Ints, theirs: Ints, gap: int, aim: float, may_move: bool) -> _Exchange | None:
        """The best exchange of one unit for one other, or where allowed for none."""
        if not len(mine):
            return None
        values = self.amounts[mine]
        options = self.amounts[theirs]
        if may_move:
            options = np.concatenate([np.zeros(1, np.int64), options])
        elif not len(options):
            return None
        places = np.searchsorted(options, values - aim)
        best: _Exchange | None = None
        for side in (places - 1, places):
            at = np.clip(side, 0, len(options) - 1)
            moved = values - options[at]
            miss = np.where((moved > 0) & (moved < gap), np.abs(moved - aim), np.inf)
            pick = int(np.argmin(miss))
            if np.isfinite(miss[pick]) and (best is None or miss[pick] < best[0]):
                option = int(at[pick]) - may_move
                taken = theirs[option : option + 1] if option >= 0 else theirs[:0]
                best = (float(miss[pick]), mine[pick : pick + 1], taken, int(moved[pick]))
        return best

    def _several(self, mine: Ints, theirs: Ints, aim: float) -> _Exchange | None:
        """His richest units for the other's poorest, as many as together stay within the aim."""
        many = min(len(mine), len(theirs))
        moved = np.cumsum(self.amounts[mine[::-1][:many]] - self.amounts[theirs[:many]])
        rising = int(np.argmax(moved)) + 1 if many else 0
        number = int(np.searchsorted(moved[:rising], aim, side="right"))
        if number < 2 or moved[number - 1] <= 0:
            return None
        total = int(moved[number - 1])
        return aim - total, mine[-number:], theirs[:number], total

    def _of(self, collector: int, kind: int) -> Ints:
        held = self._sorted.get((collector, kind))
        if held is None:
            whole = self._whole[collector]
            held = whole[self.kinds[whole] == kind]
            self._sorted[collector, kind] = held
        return held

    def _replace(self, collector: int, kind: int, out: Ints, into: Ints) -> None:
        held = self._of(collector, kind)
        held = held[~np.isin(held, out)]
        places = np.searchsorted(self.amounts[held], self.amounts[into])
        self._sorted[collector, kind] = np.insert(held, places, into)


def _fill(loads: Ints, size: int, number: int, ties: Ints) -> Ints:
    """How many of ``number`` units of one size each gets when every unit goes to whoever has least."""

    def below(level: int) -> Ints:
        """Units that start below this level, for each collector."""
        return np.maximum(0, -((loads - level) // size))

    low, high = int(loads.min()), int(loads.max()) + size * (number + 1)
    while low < high:  # the highest level that takes no more than there are
        middle = (low + high + 1) // 2
        if int(below(middle).sum()) <= number:
            low = middle
        else:
            high = middle - 1
    quota = below(low)
    rest = number - int(quota.sum())
    if rest:
        next_starts = loads + quota * size
        served = [int(collector) for collector in ties if next_starts[collector] == low]
        quota[served[:rest]] += 1
    return quota


def _exchange_sizes(table: Ints, sizes: Ints, loads: Ints) -> None:
    """Exchange up to two units for up to two others wherever that brings two collectors' counts nearer.

    Works on the table (size × collector → number of units) in place, until the spread is at most one
    case or no exchange with the highest or the lowest collector helps.
    """
    rows = range(len(sizes))
    bundles: list[tuple[int, ...]] = [()]
    # With many sizes there are small ones to fill gaps with, and pairs of them would be many.
    for length in (1, 2) if len(sizes) <= 24 else (1,):
        bundles += list(combinations_with_replacement(rows, length))
    worth = np.array([sum(int(sizes[row]) for row in bundle) for bundle in bundles])
    takes = np.zeros((len(bundles), len(sizes)), np.int64)
    for at, bundle in enumerate(bundles):
        for row in bundle:
            takes[at, row] += 1
    for _ in range(50 * len(loads) + 500):
        if np.ptp(loads) <= 1:
            return
        ranked = np.argsort(loads, kind="stable")
        high, low = int(ranked[-1]), int(ranked[0])
        pairs = [(high, int(other)) for other in ranked[:-1]] + [(int(other), low) for other in ranked[1:-1]]
        for giver, taker in pairs:
            gap = int(loads[giver] - loads[taker])
            if gap <= 1:
                continue
            gives = np.flatnonzero((takes <= table[:, giver]).all(axis=1))
            gets = np.flatnonzero((takes <= table[:, taker]).all(axis=1))
            moved = worth[gives][:, None] - worth[gets][None, :]
            miss = np.where((moved > 0) & (moved < gap), np.abs(2 * moved - gap), np.iinfo(np.int64).max)
            at = int(np.argmin(miss))
            if miss.flat[at] < gap:
                give, get = gives[at // len(gets)], gets[at % len(gets)]
                shift = takes[give] - takes[get]
                table[:, giver] -= shift
                table[:, taker] += shift
                loads[giver] -= worth[give] - worth[get]
                loads[taker] += worth[give] - worth[get]
                break
        else:
            return
