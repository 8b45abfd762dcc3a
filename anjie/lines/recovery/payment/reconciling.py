"""Holds a client's list against ours: every row of either side gets one cause, and the causes add up.

Pure: rows in, lines out. What both sides sum to differs by exactly the sum of the lines' differences.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from anjie.foundation.money import ZERO

SHIFT_DAYS = 5
"""A payment booked so many days earlier or later is the same payment."""


class Cause(StrEnum):
    """Why a line stands as it does; the same codes as the table's."""

    MATCHED = "matched"
    MISSING_HERE = "missing_here"
    MISSING_THERE = "missing_there"
    AMOUNT = "amount"
    DAY = "day"
    DUPLICATE_THERE = "duplicate_there"
    DUPLICATE_HERE = "duplicate_here"
    UNKNOWN_CASE = "unknown_case"
    OUTSIDE_PERIOD = "outside_period"
    REVERSED = "reversed"


@dataclass(frozen=True)
class Theirs:
    """One row of the client's list; ``case_id`` is None where it leads to no case of ours."""

    row: int
    case_id: int | None
    paid_on: date
    amount: Decimal
    reference: str = ""
    key: str = ""


@dataclass(frozen=True)
class Ours:
    """One repayment of ours in the period or near it, reversed ones too."""

    id: int
    case_id: int
    paid_on: date
    amount: Decimal
    reference: str = ""
    reversed: bool = False


@dataclass(frozen=True)
class Line:
    """One row of either side, or a pair, with its cause; amounts are what it adds to each side's total."""

    cause: Cause
    theirs: Theirs | None
    ours: Ours | None
    theirs_amount: Decimal
    ours_amount: Decimal

    @property
    def difference(self) -> Decimal:
        """Theirs less ours."""
        return self.theirs_amount - self.ours_amount


@dataclass(frozen=True)
class Period:
    """The days reconciled, both included."""

    from_on: date
    to_on: date

    def holds(self, day: date) -> bool:
        """Whether the day lies within."""
        return self.from_on <= day <= self.to_on

    def counts(self, ours: Ours) -> bool:
        """Whether a repayment of ours belongs to our total of the period."""
        return not ours.reversed and self.holds(ours.paid_on)


def reconcile(theirs: Sequence[Theirs], ours: Sequence[Ours], period: Period) -> list[Line]:
    """One line for every row of theirs and every repayment of ours in the period; none is left out or told twice."""
    return _Matching(theirs, ours, period).lines()


class _Matching:
    def __init__(self, theirs: Sequence[Theirs], ours: Sequence[Ours], period: Period) -> None:
        self.period = period
        self.theirs = list(theirs)
        self.live = [row for row in ours if not row.reversed]
        self.reversed = [row for row in ours if row.reversed]
        self.made: list[Line] = []

    def lines(self) -> list[Line]:
        """Pair from the surest to the least sure, then name what stands alone."""
        self._by_reference()
        self._pair(lambda row: (row.case_id, row.paid_on, row.amount))
        # Exact twins of what is matched are duplicates, before anything bends a day to use them up.
        self._duplicates_there()
        self._duplicates_here()
        self._shifted(self.live)
        self._pair(lambda row: (row.case_id, row.paid_on))
        self._shifted(self.reversed)
        for row in self.theirs:
            self._line(self._alone_there(row), row, None)
        for mine in self.live:
            if self.period.counts(mine):
                self._line(Cause.MISSING_THERE, None, mine)
        return sorted(self.made, key=_in_order)

    def _by_reference(self) -> None:
        mine: dict[tuple[int, str], list[Ours]] = defaultdict(list)
        for row in self.live:
            if row.reference:
                mine[row.case_id, row.reference].append(row)

        def same(row: Theirs) -> Ours | None:
            options = mine.get((row.case_id or 0, row.reference), []) if row.reference else []
            return options.pop(0) if options else None

        self._take(same, self.live)

    def _pair(self, key: Callable[[Theirs | Ours], object]) -> None:
        mine: dict[object, list[Ours]] = defaultdict(list)
        for row in self.live:
            mine[key(row)].append(row)
        for options in mine.values():
            # Those of the period first, so that a pair does not use up a neighbour's.
            options.sort(key=lambda row: (not self.period.holds(row.paid_on), row.id))

        def same(row: Theirs) -> Ours | None:
            options = mine.get(key(row), []) if row.case_id is not None else []
            return options.pop(0) if options else None

        self._take(same, self.live)

    def _shifted(self, pool: list[Ours]) -> None:
        mine: dict[tuple[int | None, Decimal], list[Ours]] = defaultdict(list)
        for row in pool:
            mine[row.case_id, row.amount].append(row)

        def near(row: Theirs) -> Ours | None:
            options = mine.get((row.case_id, row.amount), [])
            close = [one for one in options if abs((one.paid_on - row.paid_on).days) <= SHIFT_DAYS]
            if not close:
                return None
            best = min(close, key=lambda one: (abs((one.paid_on - row.paid_on).days), one.id))
            options.remove(best)
            return best

        self._take(near, pool)

    def _take(self, find: Callable[[Theirs], Ours | None], pool: list[Ours]) -> None:
        left: list[Theirs] = []
        used: set[int] = set()
        for row in self.theirs:
            found = find(row)
            if found is None:
                left.append(row)
            else:
                used.add(found.id)
                self._line(self._of_pair(row, found), row, found)
        self.theirs = left
        pool[:] = [row for row in pool if row.id not in used]

    def _duplicates_there(self) -> None:
        matched = {_twin(line.theirs) for line in self.made if line.theirs is not None}
        twins = [row for row in self.theirs if row.case_id is not None and _twin(row) in matched]
        # A second one that we hold too is a pair of its own, unless it has the reference of the first.
        spare = {(row.case_id, row.amount) for row in self.live}
        named = [row for row in twins if row.reference or (row.case_id, row.amount) not in spare]
        for row in named:
            self._line(Cause.DUPLICATE_THERE, row, None)
        gone = {row.row for row in named}
        self.theirs = [row for row in self.theirs if row.row not in gone]

    def _duplicates_here(self) -> None:
        matched = {_key(line.ours) for line in self.made if line.ours is not None and not line.ours.reversed}
        wanted = {(row.case_id, row.amount) for row in self.theirs}
        twins = [row for row in self.live if _key(row) in matched and self.period.counts(row)]
        named = [row for row in twins if (row.case_id, row.amount) not in wanted]
        for row in named:
            self._line(Cause.DUPLICATE_HERE, None, row)
        gone = {row.id for row in named}
        self.live = [row for row in self.live if row.id not in gone]

    def _of_pair(self, theirs: Theirs, ours: Ours) -> Cause:
        if ours.reversed:
            return Cause.REVERSED
        if not self.period.counts(ours):
            return Cause.OUTSIDE_PERIOD
        if theirs.amount != ours.amount:
            return Cause.AMOUNT
        return Cause.MATCHED if theirs.paid_on == ours.paid_on else Cause.DAY

    def _alone_there(self, row: Theirs) -> Cause:
        if row.case_id is None:
            return Cause.UNKNOWN_CASE
        return Cause.MISSING_HERE if self.period.holds(row.paid_on) else Cause.OUTSIDE_PERIOD

    def _line(self, cause: Cause, theirs: Theirs | None, ours: Ours | None) -> None:
        self.made.append(
            Line(
                cause,
                theirs,
                ours,
                theirs.amount if theirs is not None else ZERO,
                ours.amount if ours is not None and self.period.counts(ours) else ZERO,
            )
        )


def totals(lines: Iterable[Line]) -> tuple[Decimal, Decimal]:
    """What the lines add to theirs and to ours."""
    theirs = ours = ZERO
    for line in lines:
        theirs += line.theirs_amount
        ours += line.ours_amount
    return theirs, ours


def _twin(row: Theirs) -> tuple[object, ...]:
    return row.case_id, row.paid_on, row.amount, row.reference


def _key(row: Ours) -> tuple[object, ...]:
    return row.case_id, row.paid_on, row.amount


def _in_order(line: Line) -> tuple[bool, int, int]:
    return line.theirs is None, line.theirs.row if line.theirs else 0, line.ours.id if line.ours else 0
