"""Vintage curves: how much of what was placed in a month, or in a batch, had come back after so many months."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from django.db.models import Count, F, Min, Sum
from django.db.models.functions import TruncMonth

from anjie.access.actors import Actor
from anjie.desk.public import Batch, cases_for, reach_of
from anjie.foundation import clock
from anjie.foundation.money import ZERO
from anjie.insight.rules import check_period, month_end, months_after, months_between, ratio
from anjie.lines.recovery.deeds import ReportDeed
from anjie.lines.recovery.models import Repayment

VintageBy = Literal["month", "batch"]
LONGEST = 36
"""So many months a curve is followed at most."""


@dataclass(frozen=True)
class _Cohort:
    """What was placed together: from which month its curve counts, and the list's words that name it."""

    key: str
    label: str
    origin: date
    count: int
    amount: Decimal
    cases: dict[str, str]
    money: dict[str, str]


def vintage(
    actor: Actor,
    by: VintageBy,
    placed_from: date,
    placed_to: date,
    *,
    client: int | None = None,
    months: int = 12,
) -> dict[str, Any]:
    """Each cohort of the period with the cumulative recovered amount and rate at the end of month 0, 1, 2 …

    Month 0 is the month of placement; what was paid before it is counted there. A month that has not begun has
    no cell; the one that runs is marked as not complete. Every cell's ``drill`` is the query of the repayment
    list that sums to it.
    """
    check_period(placed_from, placed_to)
    today = clock.today()
    paid = _paid(actor, by, placed_from, placed_to, client)
    rows: list[dict[str, Any]] = []
    for cohort in _cohorts(actor, by, placed_from, placed_to, client):
        reached = min(months - 1, months_between(cohort.origin, today))
        rows.append(
            {
                "key": cohort.key,
                "label": cohort.label,
                "count": cohort.count,
                "amount": cohort.amount,
                "cells": [_cell(cohort, k, paid[cohort.key], today) for k in range(reached + 1)],
                "drill": cohort.cases,
            }
        )
    return {"rows": rows, "months": max((len(row["cells"]) for row in rows), default=0)}


def _cell(cohort: _Cohort, k: int, paid: Mapping[date, Decimal], today: date) -> dict[str, Any]:
    last = month_end(months_after(cohort.origin, k))
    amount = sum((value for month, value in paid.items() if month <= last), ZERO)
    return {
        "month": k,
        "amount": amount,
        "rate": ratio(amount, cohort.amount),
        "complete": last < today,
        "drill": {**cohort.money, "paid_to": last.isoformat(), "reversed": "false"},
    }


def _cohorts(
    actor: Actor, by: VintageBy, placed_from: date, placed_to: date, client: int | None
) -> list[_Cohort]:
    cases = cases_for(actor, ReportDeed.SEE).filter(
        placement__placed_on__gte=placed_from, placement__placed_on__lte=placed_to
    )
    if client is not None:
        cases = cases.filter(organisation_id=client)
    fixed = {} if client is None else {"client": str(client)}
    figures = {"count": Count("id"), "amount": Sum("amount"), "first": Min("placement__placed_on")}
    whole = {"placed_from": placed_from.isoformat(), "placed_to": placed_to.isoformat()}
    if by == "batch":
        batched: Any = cases.filter(batch__isnull=False).values("batch_id")
        found = list(batched.annotate(**figures).order_by())
        names = dict(Batch.objects.filter(pk__in=[row["batch_id"] for row in found]).values_list("pk", "no"))
        found.sort(key=lambda row: (row["first"], row["batch_id"]))
        return [
            _Cohort(
                str(row["batch_id"]),
                names[row["batch_id"]],
                row["first"].replace(day=1),
                row["count"],
                row["amount"],
                {**fixed, "batch": str(row["batch_id"]), **whole},
                {**fixed, "batch": str(row["batch_id"]), **whole},
            )
            for row in found
        ]
    out = []
    by_month: Any = cases.values(month=TruncMonth("placement__placed_on"))
    for row in by_month.annotate(**figures).order_by("month"):
        month: date = row["month"]
        placed = {
            "placed_from": max(month, placed_from).isoformat(),
            "placed_to": min(month_end(month), placed_to).isoformat(),
        }
        named = {**fixed, **placed}
        out.append(
            _Cohort(
                month.isoformat(), month.strftime("%Y-%m"), month, row["count"], row["amount"], named, named
            )
        )
    return out


def _paid(
    actor: Actor, by: VintageBy, placed_from: date, placed_to: date, client: int | None
) -> defaultdict[str, dict[date, Decimal]]:
    """What came in by cohort and month of payment."""
    money = Repayment.objects.filter(
        reach_of(actor, "case__"),
        reversed_at__isnull=True,
        case__placement__placed_on__gte=placed_from,
        case__placement__placed_on__lte=placed_to,
    )
    if client is not None:
        money = money.filter(client_id=client)
    cohort = F("batch_id") if by == "batch" else TruncMonth("case__placement__placed_on")
    rows = money.values(cohort=cohort, month=TruncMonth("paid_on")).annotate(sum=Sum("amount")).order_by()
    paid: defaultdict[str, dict[date, Decimal]] = defaultdict(dict)
    for row in rows:
        if row["cohort"] is not None:
            paid[str(row["cohort"])][row["month"]] = row["sum"]
    return paid
