"""Money recovered: repayments that count, by day, month, year, batch, rate, client, unit, collector or region."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Literal

from django.db.models import Count, F, QuerySet, Sum
from django.db.models.functions import TruncMonth, TruncYear

from anjie.access.actors import Actor
from anjie.access.models import Membership, Organisation
from anjie.desk.public import Batch, reach_of
from anjie.foundation.money import ZERO
from anjie.foundation.refusals import Forbidden
from anjie.insight.rules import check_period, month_end, year_end
from anjie.lines.recovery.deeds import PlacementDeed
from anjie.lines.recovery.models import Repayment

By = Literal["day", "month", "year", "batch", "rate", "client", "unit", "collector", "region"]
GROUPS: dict[str, Any] = {
    "day": F("paid_on"),
    "month": TruncMonth("paid_on"),
    "year": TruncYear("paid_on"),
    "batch": F("batch_id"),
    "rate": F("commission_rate"),
    "client": F("client_id"),
    "unit": F("holder_unit_id"),
    "collector": F("holder_id"),
    "region": F("case__region"),
}


def counted(actor: Actor, from_on: date, to_on: date) -> QuerySet[Repayment]:
    """The repayments within reach that count in a period, both days included."""
    return Repayment.objects.filter(
        reach_of(actor, "case__"), reversed_at__isnull=True, paid_on__gte=from_on, paid_on__lte=to_on
    )


def recovered(
    actor: Actor, by: By, from_on: date, to_on: date, *, client: int | None = None, batch: int | None = None
) -> dict[str, Any]:
    """Rows of count and amount by ``by``, largest or oldest first, with the total they add up to.

    Each row's ``drill`` is the query of the repayment list that shows exactly what it counts.
    """
    check_period(from_on, to_on)
    if by == "rate" and not actor.may(PlacementDeed.SEE_COMMISSION):
        raise Forbidden(PlacementDeed.SEE_COMMISSION.value, PlacementDeed.SEE_COMMISSION.label)
    found = counted(actor, from_on, to_on)
    if client is not None:
        found = found.filter(client_id=client)
    if batch is not None:
        found = found.filter(batch_id=batch)
    rows = list(found.values(key=GROUPS[by]).annotate(count=Count("id"), amount=Sum("amount")).order_by())
    name = _names(by, [row["key"] for row in rows])
    fixed = {"client": client, "batch": batch}
    out = [
        {
            "key": "" if row["key"] is None else str(row["key"]),
            "label": name(row["key"]),
            "count": row["count"],
            "amount": row["amount"],
            "drill": _drill(by, row["key"], from_on, to_on, fixed),
        }
        for row in rows
    ]
    in_time = by in ("day", "month", "year")
    out.sort(key=(lambda row: row["key"]) if in_time else (lambda row: (-row["amount"], row["key"])))
    return {
        "rows": out,
        "count": sum(row["count"] for row in out),
        "amount": sum((row["amount"] for row in out), ZERO),
    }


def by_month(actor: Actor, months: Iterable[date]) -> list[dict[str, Any]]:
    """Count and amount of each month, zero where nothing was paid."""
    firsts = list(months)
    rows = (
        counted(actor, firsts[0], month_end(firsts[-1]))
        .values(month=TruncMonth("paid_on"))
        .annotate(count=Count("id"), amount=Sum("amount"))
        .order_by()
    )
    found = {row["month"]: row for row in rows}
    nothing: dict[str, Any] = {"count": 0, "amount": ZERO}
    return [
        {
            "month": first.strftime("%Y-%m"),
            "count": found.get(first, nothing)["count"],
            "amount": found.get(first, nothing)["amount"],
            "drill": {
                "paid_from": first.isoformat(),
                "paid_to": month_end(first).isoformat(),
                "reversed": "false",
            },
        }
        for first in firsts
    ]


def _names(by: By, keys: list[Any]) -> Callable[[Any], str]:
    ids = [key for key in keys if key is not None]
    named: dict[Any, str] = {}
    if by == "batch":
        named = dict(Batch.objects.filter(pk__in=ids).values_list("id", "no"))
    elif by in ("client", "unit"):
        named = dict(Organisation.objects.filter(pk__in=ids).values_list("id", "name"))
    elif by == "collector":
        named = dict(Membership.objects.filter(pk__in=ids).values_list("id", "account__name"))
    elif by == "rate":
        named = {key: f"{(key * 100).normalize():f}%" for key in ids}
    elif by == "month":
        named = {key: key.strftime("%Y-%m") for key in ids}
    elif by == "year":
        named = {key: str(key.year) for key in ids}
    nobody = {"collector": "未分配", "unit": "未分配", "batch": "无批次", "rate": "未约定"}.get(by, "未填写")
    return lambda key: nobody if key in (None, "") else named.get(key, str(key))


def _drill(by: By, key: Any, from_on: date, to_on: date, fixed: dict[str, int | None]) -> dict[str, str]:
    """The list's query for one row."""
    first, last = from_on, to_on
    if by == "day":
        first = last = key
    elif by == "month":
        first, last = max(key, from_on), min(month_end(key), to_on)
    elif by == "year":
        first, last = max(key, from_on), min(year_end(key), to_on)
    query = {"paid_from": first.isoformat(), "paid_to": last.isoformat(), "reversed": "false"}
    query |= {name: str(value) for name, value in fixed.items() if value is not None}
    if by in ("day", "month", "year"):
        return query
    if key in (None, ""):
        query["blank"] = {"collector": "holder"}.get(by, by)
    else:
        query[_NAMED.get(by, by)] = str(key)
    return query


_NAMED = {"collector": "holder", "region": "region_is", "unit": "unit_is"}
"""What the repayment list calls what a row is of, where it is no more than that."""
