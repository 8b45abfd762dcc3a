"""The arithmetic of evening out: quotas by size, and dealing by need within them."""

from __future__ import annotations

from itertools import combinations_with_replacement

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

# A few large families leave exchanges stuck where a search still finds better; more units fill every gap.
MOST_TO_SEARCH = 40
SEARCH_STEPS = 100_000


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
        of_each = np.array([size for size, _ in result])
        _exchange_sizes(table, of_each, loads)
        if np.ptp(loads) > 1 and int(table.sum()) <= MOST_TO_SEARCH:
            table = _search_sizes(table, of_each, held, int(np.ptp(loads)))
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
        once = np.ptp(quota) <= 1  # then no collector has two turns in a round, and adding is far quicker
        for at in range(0, len(turns), people):
            turn = turns[at : at + people]
            need = (target - loads[turn]) / left[turn]
            turn = turn[np.argsort(-need, kind="stable")]
            first = begin + at
            dealt[first : first + len(turn)] = turn
            if once:
                loads[turn] += amounts[first : first + len(turn)]
                left[turn] -= size
            else:
                np.add.at(loads, turn, amounts[first : first + len(turn)])
                np.subtract.at(left, turn, size)
        begin += len(turns)
    exact = held_amounts.astype(np.int64).copy()
    np.add.at(exact, dealt, amounts)
    return dealt, exact


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


def _search_sizes(table: Ints, sizes: Ints, held: Ints, spread: int) -> Ints:
    """The table of the smallest spread a search of SEARCH_STEPS finds; the one given where none is smaller.

    Depth first, largest unit to the emptiest collector first, leaving branches that cannot beat the best.
    """
    people = len(held)
    units = np.repeat(np.arange(len(sizes)), table.sum(axis=1)).tolist()
    worth = sizes.tolist()
    loads: list[int] = held.tolist()
    total = sum(loads) + sum(worth[row] for row in units)
    perfect = 0 if total % people == 0 else 1
    best, best_path = spread, None
    path: list[int] = []
    steps = SEARCH_STEPS

    def descend() -> None:
        nonlocal best, best_path, steps
        steps -= 1
        if len(path) == len(units):
            reached = max(loads) - min(loads)
            if reached < best:
                best, best_path = reached, list(path)
            return
        highest = max(loads)
        if people > 1 and highest - (total - highest) // (people - 1) >= best:
            return
        size = worth[units[len(path)]]
        tried: set[int] = set()
        for collector in sorted(range(people), key=loads.__getitem__):
            if steps <= 0 or best <= perfect:
                return
            if loads[collector] in tried:  # as good as the one before
                continue
            tried.add(loads[collector])
            loads[collector] += size
            path.append(collector)
            descend()
            path.pop()
            loads[collector] -= size

    descend()
    if best_path is None:
        return table
    found = np.zeros_like(table)
    np.add.at(found, (units, best_path), 1)
    return found
