"""Count and sums of exactly what is filtered, and with them how often each value of a few-valued column occurs."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, QuerySet, Sum

from anjie.desk.models import Case

ZERO = Decimal("0.00")


@dataclass(frozen=True)
class Totals:
    """How many cases, and their amounts in yuan."""

    count: int
    amount: Decimal
    settled: Decimal
    balance: Decimal


def totals_of(cases: QuerySet[Case]) -> Totals:
    """Count and sums in one query; the indexes carry the sums, so the table is rarely read.

    Rows are counted, not ids: no index carries both the sums and the id.
    """
    row = cases.order_by().aggregate(
        count=Count("*"), amount=Sum("amount"), settled=Sum("settled_amount"), balance=Sum("balance")
    )
    return Totals(row["count"], row["amount"] or ZERO, row["settled"] or ZERO, row["balance"] or ZERO)


def totals_by(cases: QuerySet[Case], field: str) -> tuple[Totals, dict[Any, int]]:
    """The same in the same single pass, with the number of cases for each value of ``field``."""
    rows = list(
        cases.order_by()
        .values_list(field)
        .annotate(
            count=Count("*"), amount=Sum("amount"), settled=Sum("settled_amount"), balance=Sum("balance")
        )
    )
    sums = Totals(
        sum(row[1] for row in rows),
        sum((row[2] for row in rows), ZERO),
        sum((row[3] for row in rows), ZERO),
        sum((row[4] for row in rows), ZERO),
    )
    return sums, {row[0]: row[1] for row in rows}
