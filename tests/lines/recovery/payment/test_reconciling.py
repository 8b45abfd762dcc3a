from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anjie.lines.recovery.payment.reconciling import Cause, Ours, Period, Theirs, reconcile, totals

SEPTEMBER = Period(date(2026, 9, 1), date(2026, 9, 30))


def there(row: int, case: int | None, day: int, amount: str, reference: str = "", month: int = 9) -> Theirs:
    return Theirs(row, case, date(2026, month, day), Decimal(amount), reference)


def here(
    pk: int, case: int, day: int, amount: str, reference: str = "", *, reversed: bool = False, month: int = 9
) -> Ours:
    return Ours(pk, case, date(2026, month, day), Decimal(amount), reference, reversed)


def told(theirs: list[Theirs], ours: list[Ours]) -> list[tuple[Cause, int | None, int | None, Decimal]]:
    lines = reconcile(theirs, ours, SEPTEMBER)
    return [
        (
            line.cause,
            line.theirs.row if line.theirs else None,
            line.ours.id if line.ours else None,
            line.difference,
        )
        for line in lines
    ]


@pytest.mark.parametrize(
    ("name", "theirs", "ours", "expected"),
    [
        ("exact", [there(1, 7, 5, "10")], [here(1, 7, 5, "10")], [(Cause.MATCHED, 1, 1, 0)]),
        ("day shift", [there(1, 7, 5, "10")], [here(1, 7, 9, "10")], [(Cause.DAY, 1, 1, 0)]),
        ("too far", [there(1, 7, 5, "10")], [here(1, 7, 11, "10")],
         [(Cause.MISSING_HERE, 1, None, 10), (Cause.MISSING_THERE, None, 1, -10)]),
        ("amount", [there(1, 7, 5, "10")], [here(1, 7, 5, "12")], [(Cause.AMOUNT, 1, 1, -2)]),
        ("reference over amount and day", [there(1, 7, 5, "10", "A")], [here(1, 7, 20, "12", "A")],
         [(Cause.AMOUNT, 1, 1, -2)]),
        ("twice there", [there(1, 7, 5, "10"), there(2, 7, 5, "10")], [here(1, 7, 5, "10")],
         [(Cause.MATCHED, 1, 1, 0), (Cause.DUPLICATE_THERE, 2, None, 10)]),
        ("twice here", [there(1, 7, 5, "10")], [here(1, 7, 5, "10"), here(2, 7, 5, "10")],
         [(Cause.MATCHED, 1, 1, 0), (Cause.DUPLICATE_HERE, None, 2, -10)]),
        ("two equal on both sides", [there(1, 7, 5, "10"), there(2, 7, 5, "10")],
         [here(1, 7, 5, "10"), here(2, 7, 6, "10")], [(Cause.MATCHED, 1, 1, 0), (Cause.DAY, 2, 2, 0)]),
        ("unknown case", [there(1, None, 5, "10")], [], [(Cause.UNKNOWN_CASE, 1, None, 10)]),
        ("missing here", [there(1, 7, 5, "10")], [], [(Cause.MISSING_HERE, 1, None, 10)]),
        ("missing there", [], [here(1, 7, 5, "10")], [(Cause.MISSING_THERE, None, 1, -10)]),
        ("reversed", [there(1, 7, 5, "10")], [here(1, 7, 5, "10", reversed=True)], [(Cause.REVERSED, 1, 1, 10)]),
        ("reversed and alone is nobody's difference", [], [here(1, 7, 5, "10", reversed=True)], []),
        ("booked by us in October", [there(1, 7, 30, "10")], [here(1, 7, 1, "10", month=10)],
         [(Cause.OUTSIDE_PERIOD, 1, 1, 10)]),
        ("their row of August", [there(1, 7, 20, "10", month=8)], [], [(Cause.OUTSIDE_PERIOD, 1, None, 10)]),
        ("their row of August that we booked in September", [there(1, 7, 31, "10", month=8)],
         [here(1, 7, 2, "10")], [(Cause.DAY, 1, 1, 0)]),
        ("ours of October alone is not of the period", [], [here(1, 7, 2, "10", month=10)], []),
    ],
)  # fmt: skip
def test_every_difference_has_its_cause(
    name: str, theirs: list[Theirs], ours: list[Ours], expected: list[tuple[Cause, int, int, int]]
) -> None:
    assert told(theirs, ours) == expected


days = st.integers(-8, 38).map(lambda n: date(2026, 9, 1) + timedelta(days=n))
amounts = st.sampled_from([Decimal("0.01"), Decimal("10.00"), Decimal("10.01"), Decimal("99999.99")])
references = st.sampled_from(["", "", "A", "B"])
their_rows = st.lists(st.tuples(st.sampled_from([None, 1, 2, 3]), days, amounts, references), max_size=12)
our_rows = st.lists(
    st.tuples(st.sampled_from([1, 2, 3]), days, amounts, references, st.booleans()), max_size=12
)


@settings(max_examples=400, deadline=None)
@given(their_rows, our_rows)
def test_the_causes_always_add_up_and_no_row_is_told_twice_or_forgotten(their: list, our: list) -> None:
    theirs = [Theirs(n, *row) for n, row in enumerate(their)]
    ours = [Ours(n, *row) for n, row in enumerate(our)]
    lines = reconcile(theirs, ours, SEPTEMBER)
    # every row of theirs once, every counted one of ours once, none of ours twice
    assert Counter(line.theirs.row for line in lines if line.theirs) == Counter(range(len(theirs)))
    used = Counter(line.ours.id for line in lines if line.ours)
    assert max(used.values(), default=1) == 1
    assert {row.id for row in ours if SEPTEMBER.counts(row)} <= set(used)
    # the sums are the lists' own, and the differences explain all of what lies between them
    theirs_total = sum((row.amount for row in theirs), Decimal(0))
    ours_total = sum((row.amount for row in ours if SEPTEMBER.counts(row)), Decimal(0))
    assert totals(lines) == (theirs_total, ours_total)
    assert sum((line.difference for line in lines), Decimal(0)) == theirs_total - ours_total
    assert all(line.difference == 0 for line in lines if line.cause in (Cause.MATCHED, Cause.DAY))
    assert all(line.difference != 0 for line in lines if line.cause not in (Cause.MATCHED, Cause.DAY))
