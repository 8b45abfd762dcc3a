"""How far the work is: batches with their recovery rate, and collectors with what they hold and did."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from django.db.models import Count, Q, Sum

from anjie.access.actors import Actor
from anjie.access.models import Membership
from anjie.desk.public import Batch, cases_for, line_of, reach_of
from anjie.foundation import clock
from anjie.foundation.money import ZERO
from anjie.insight.recovered import counted
from anjie.insight.rules import check_period, ratio
from anjie.lines.recovery.deeds import ReportDeed
from anjie.lines.recovery.models import Promise, WorkRecord


def batches(
    actor: Actor, *, client: int | None = None, placed_from: date | None = None, placed_to: date | None = None
) -> dict[str, Any]:
    """Each batch within reach: placed, repaid, recovery rate, worked, settled, returned; with the totals."""
    cases = cases_for(actor, ReportDeed.SEE).filter(batch__isnull=False)
    if client is not None:
        cases = cases.filter(organisation_id=client)
    if placed_from:
        cases = cases.filter(batch__received_on__gte=placed_from)
    if placed_to:
        cases = cases.filter(batch__received_on__lte=placed_to)
    open_states = line_of("recovery").open_states
    rows = list(
        cases.values("batch_id")
        .annotate(
            count=Count("id"),
            amount=Sum("amount"),
            repaid=Sum("settled_amount"),
            balance=Sum("balance"),
            worked=Count("id", filter=Q(last_worked_at__isnull=False)),
            open_count=Count("id", filter=Q(state__in=open_states)),
            settled_count=Count("id", filter=Q(state="settled")),
            returned_count=Count("id", filter=Q(state="returned")),
        )
        .order_by()
    )
    found = Batch.objects.select_related("organisation").in_bulk([row["batch_id"] for row in rows])
    out = [_batch(found[row["batch_id"]], row) for row in rows]
    out.sort(key=lambda row: (row["received_on"] or date.min, row["id"]), reverse=True)
    return {"rows": out, "totals": _totals(out)}


def _batch(batch: Batch, row: Mapping[str, Any]) -> dict[str, Any]:
    figures = {key: value for key, value in row.items() if key != "batch_id"}
    return {
        "id": batch.pk,
        "no": batch.no,
        "client": batch.organisation.name,
        "region": batch.region,
        "received_on": batch.received_on,
        "term_on": batch.term_on,
        **figures,
        "recovery_rate": ratio(row["repaid"], row["amount"]),
        "drill": {"batch": str(batch.pk)},
    }


def _totals(rows: list[dict[str, Any]]) -> dict[str, Any]:
    names = ("count", "worked", "open_count", "settled_count", "returned_count")
    totals: dict[str, Any] = {name: sum(row[name] for row in rows) for name in names}
    totals |= {name: sum((row[name] for row in rows), ZERO) for name in ("amount", "repaid", "balance")}
    return totals | {"recovery_rate": ratio(totals["repaid"], totals["amount"])}


def collectors(actor: Actor, from_on: date, to_on: date, *, unit: int | None = None) -> dict[str, Any]:
    """Each collector within reach: what is held now, and what was done and recovered in the period."""
    check_period(from_on, to_on)
    open_states = line_of("recovery").open_states
    cases = cases_for(actor, ReportDeed.SEE).filter(holder__isnull=False, state__in=open_states)
    if unit is not None:
        cases = cases.filter(unit_id=unit)
    held = {
        row["holder_id"]: row
        for row in cases.values("holder_id")
        .annotate(
            count=Count("id"),
            amount=Sum("amount"),
            balance=Sum("balance"),
            worked=Count("id", filter=Q(last_worked_at__isnull=False)),
        )
        .order_by()
    }
    first, last = _instants(from_on, to_on)
    records = dict(
        WorkRecord.objects.filter(
            reach_of(actor, "case__"),
            at__gte=first,
            at__lt=last,
            deleted_at__isnull=True,
            membership__isnull=False,
        )
        .values_list("membership_id")
        .annotate(n=Count("id"))
        .order_by()
    )
    promises = {
        row["membership_id"]: row
        for row in Promise.objects.filter(reach_of(actor, "case__"), made_at__gte=first, made_at__lt=last)
        .values("membership_id")
        .annotate(
            made=Count("id"),
            kept=Count("id", filter=Q(state="kept")),
            broken=Count("id", filter=Q(state="broken")),
        )
        .order_by()
    }
    money = {
        row["holder_id"]: row
        for row in counted(actor, from_on, to_on)
        .values("holder_id")
        .annotate(amount=Sum("amount"), n=Count("id"))
        .order_by()
    }
    wanted = {key for key in (*held, *records, *promises, *money) if key}
    members = Membership.objects.select_related("account", "unit").filter(pk__in=wanted)
    if unit is not None:
        members = members.filter(unit_id=unit)
    rows = [_collector(m, held, records, promises, money, from_on, to_on) for m in members]
    rows.sort(key=lambda row: (-row["repaid"], row["id"]))
    return {"rows": rows}


def _collector(
    member: Membership,
    held: dict[int, Any],
    records: dict[int, int],
    promises: dict[int, Any],
    money: dict[int, Any],
    from_on: date,
    to_on: date,
) -> dict[str, Any]:
    has = held.get(member.pk, {"count": 0, "amount": ZERO, "balance": ZERO, "worked": 0})
    said = promises.get(member.pk, {"made": 0, "kept": 0, "broken": 0})
    paid = money.get(member.pk, {"amount": ZERO, "n": 0})
    return {
        "id": member.pk,
        "name": member.account.name,
        "unit": member.unit.name,
        "count": has["count"],
        "amount": has["amount"],
        "balance": has["balance"],
        "worked": has["worked"],
        "unworked": has["count"] - has["worked"],
        "records": records.get(member.pk, 0),
        "promises": said["made"],
        "promises_kept": said["kept"],
        "promises_broken": said["broken"],
        "repaid": paid["amount"],
        "repayments": paid["n"],
        "drill_cases": {"holder": str(member.pk), "is_open": "true"},
        "drill_repayments": {
            "holder": str(member.pk),
            "paid_from": from_on.isoformat(),
            "paid_to": to_on.isoformat(),
            "reversed": "false",
        },
    }


def _instants(from_on: date, to_on: date) -> tuple[datetime, datetime]:
    first = datetime.combine(from_on, time.min, clock.ZONE)
    last = datetime.combine(date.fromordinal(to_on.toordinal() + 1), time.min, clock.ZONE)
    return first, last
