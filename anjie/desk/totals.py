"""Count and sums of exactly what is filtered, and with them how often each value of a few-valued column occurs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import connection
from django.db.models import Aggregate, Count, QuerySet, Sum

from anjie.desk.models import Case, CaseSum

ZERO = Decimal("0.00")
_LESS = """
WITH kept (cases, amount, settled, balance) AS ({kept}), left_out (amount, settled, balance) AS ({left_out})
SELECT sum(cases), sum(amount), sum(settled), sum(balance) FROM (
    TABLE kept UNION ALL SELECT -count(*), -sum(amount), -sum(settled), -sum(balance) FROM left_out) both_ways
"""


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


def totals_less(kept: QuerySet[CaseSum], left_out: QuerySet[Case]) -> Totals:
    """What is kept less these cases, told by one statement: both are of the same moment."""
    sums = ("amount", "settled_amount", "balance")
    kept_sql, kept_values = kept.order_by().values_list("cases", *sums).query.sql_with_params()
    out_sql, out_values = left_out.order_by().values_list(*sums).query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(_LESS.format(kept=kept_sql, left_out=out_sql), [*kept_values, *out_values])
        count, amount, settled, balance = cursor.fetchone()
    return Totals(int(count or 0), amount or ZERO, settled or ZERO, balance or ZERO)


def expected(cases: QuerySet[Case]) -> int:
    """About how many cases the database expects to find, from its statistics alone."""
    (plan,) = json.loads(cases.order_by().values_list("pk").explain(format="json"))
    return int(plan["Plan"]["Plan Rows"])


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
