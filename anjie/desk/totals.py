"""Count and sums of exactly what is filtered, and with them how often each value of a few-valued column occurs."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Aggregate, Count, QuerySet, Sum

from anjie.desk.models import Case, CaseSum

ZERO = Decimal("0.00")


@dataclass(frozen=True)
class Totals:
    """How many cases, and their amounts in yuan."""

    count: int
    amount: Decimal
    settled: Decimal
    balance: Decimal


Rows = QuerySet[Case] | QuerySet[CaseSum]
"""Cases one by one, or sums kept of the same cases."""


def totals_of(rows: Rows) -> Totals:
    """Count and sums in one query; of cases the indexes carry the sums, so the table is rarely read."""
    row = rows.order_by().aggregate(**_sums(rows))
    return Totals(row["count"] or 0, row["amount"] or ZERO, row["settled"] or ZERO, row["balance"] or ZERO)


def totals_by(rows: Rows, field: str) -> tuple[Totals, dict[Any, int]]:
    """The same in the same single pass, with the number of cases for each value of ``field``."""
    found = list(rows.order_by().values_list(field).annotate(**_sums(rows)))
    totals = Totals(
        sum(row[1] for row in found),
        sum((row[2] for row in found), ZERO),
        sum((row[3] for row in found), ZERO),
        sum((row[4] for row in found), ZERO),
    )
    # Kept sums write 0 for what a case leaves empty.
    return totals, {row[0] if row[0] != 0 else None: row[1] for row in found}


def _sums(rows: Rows) -> dict[str, Aggregate]:
    # Cases are counted as rows, not by id: no index carries both the sums and the id.
    count = Sum("cases") if rows.model is CaseSum else Count("*")
    return {
        "count": count,
        "amount": Sum("amount"),
        "settled": Sum("settled_amount"),
        "balance": Sum("balance"),
    }
