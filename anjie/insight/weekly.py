"""The week's returns (每周退案): what went back, was recalled and settled, by client and batch."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Case as Choose
from django.db.models import CharField, Count, F, Sum, Value, When

from anjie.access.actors import Actor
from anjie.access.models import Organisation
from anjie.desk.public import Batch, cases_for, day_begins
from anjie.foundation.money import ZERO
from anjie.insight.rules import day_after, week_of
from anjie.lines.recovery.deeds import ReportDeed
from anjie.lines.recovery.moves import RETURNED, SETTLED
from anjie.lines.recovery.placement.queries import was_recalled

WAYS = ("returned", "recalled", "settled")
_SUMS = ("count", "amount", "settled_amount", "balance")


def weekly(actor: Actor, day: date, *, client: int | None = None) -> dict[str, Any]:
    """The week of ``day``, Monday to Sunday: per client and batch what ended in which way, with the totals."""
    first, last = week_of(day)
    cases = cases_for(actor, ReportDeed.SEE).filter(
        state__in=[RETURNED, SETTLED],
        closed_at__gte=day_begins(first),
        closed_at__lt=day_begins(day_after(last)),
    )
    if client is not None:
        cases = cases.filter(organisation_id=client)
    way = Choose(
        When(state=SETTLED, then=Value("settled")),
        When(was_recalled(), then=Value("recalled")),
        default=Value("returned"),
        output_field=CharField(),
    )
    found = (
        cases.annotate(way=way)
        .values("way", "batch_id", of_client=F("organisation_id"))
        .annotate(
            count=Count("id"),
            owed=Sum("amount"),
            paid=Sum("settled_amount"),
            left=Sum("balance"),
        )
        .order_by()
    )
    rows: dict[tuple[int, int | None], dict[str, Any]] = {}
    clients, batches = _names(found)
    for one in found:
        key = (one["of_client"], one["batch_id"])
        row = rows.setdefault(key, _empty(first, last, *key))
        row[one["way"]] |= {
            "count": one["count"],
            "amount": one["owed"],
            "settled_amount": one["paid"],
            "balance": one["left"],
        }
    for (client_id, batch_id), row in rows.items():
        row |= {"client": clients[client_id], "batch": batches.get(batch_id, "无批次")}
    listed = sorted(rows.values(), key=lambda row: (row["client"], row["batch"], row["key"]))
    totals = _empty(first, last, client, None, everything=True)
    for way_ in WAYS:
        totals[way_] |= {name: sum((row[way_][name] for row in listed), totals[way_][name]) for name in _SUMS}
    return {
        "from_on": first,
        "to_on": last,
        "rows": listed,
        "totals": {**totals, "client": "合计", "batch": ""},
    }


def _names(found: Any) -> tuple[dict[int, str], dict[int | None, str]]:
    clients = Organisation.objects.filter(pk__in={one["of_client"] for one in found})
    batches = Batch.objects.filter(pk__in={one["batch_id"] for one in found if one["batch_id"]})
    return dict(clients.values_list("pk", "name")), dict(batches.values_list("pk", "no"))


def _empty(
    first: date, last: date, client: int | None, batch: int | None, *, everything: bool = False
) -> dict[str, Any]:
    """A row in which nothing has ended yet, with the case list's query behind each way."""
    fixed = {"closed_from": first.isoformat(), "closed_to": last.isoformat()}
    if client is not None:
        fixed["client"] = str(client)
    if batch is not None:
        fixed["batch"] = str(batch)
    elif not everything:
        fixed["no_batch"] = "true"
    states = {
        "returned": {"state": RETURNED, "recalled": "false"},
        "recalled": {"state": RETURNED, "recalled": "true"},
        "settled": {"state": SETTLED},
    }
    nothing: dict[str, Any] = {"count": 0, "amount": ZERO, "settled_amount": ZERO, "balance": ZERO}
    row: dict[str, Any] = {way: {**nothing, "drill": {**fixed, **states[way]}} for way in WAYS}
    sheet = {"returned_from": first.isoformat(), "returned_to": last.isoformat()}
    sheet |= {name: value for name, value in fixed.items() if name in ("client", "batch")}
    return row | {
        "key": f"{client or ''}:{batch or ''}",
        "client_id": client,
        "batch_id": batch,
        "sheet": sheet,
    }
