"""Complaints by month, client, person or severity: how many, how grave, how many are open, closed and late."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from django.db.models import Count, F, Q
from django.db.models.functions import TruncMonth

from anjie.access.actors import Actor
from anjie.access.models import Membership, Organisation
from anjie.desk.public import reach_of
from anjie.insight.rules import check_period, month_end
from anjie.lines.recovery.deeds import QualityDeed
from anjie.lines.recovery.models import Complaint
from anjie.lines.recovery.quality.queries import is_late, sums

ComplaintsBy = Literal["month", "client", "person", "severity"]
_GROUPS: dict[str, Any] = {
    "month": TruncMonth("received_on"),
    "client": F("case__organisation_id"),
    "person": F("against_id"),
    "severity": F("severity"),
}
_FIGURES = {
    "count": Count("pk"),
    "minor": Count("pk", filter=Q(severity="minor")),
    "general": Count("pk", filter=Q(severity="general")),
    "major": Count("pk", filter=Q(severity="major")),
    "open": Count("pk", filter=Q(state="open")),
    "closed": Count("pk", filter=Q(state="closed")),
}


def complaints(
    actor: Actor, by: ComplaintsBy, from_on: date, to_on: date, *, client: int | None = None
) -> dict[str, Any]:
    """Rows of counts of what was received in the period; each with the query of the list behind it."""
    actor.require(QualityDeed.COMPLAINTS_SEE)
    check_period(from_on, to_on)
    found = Complaint.objects.filter(
        reach_of(actor, "case__"), received_on__gte=from_on, received_on__lte=to_on
    )
    if client is not None:
        found = found.filter(case__organisation_id=client)
    rows = list(found.values(key=_GROUPS[by]).annotate(**_FIGURES).order_by())
    late = dict(
        found.filter(is_late()).values(key=_GROUPS[by]).annotate(n=Count("pk")).order_by().values_list("key", "n")
    )  # fmt: skip
    names = _names(by, [row["key"] for row in rows])
    fixed = {"received_from": from_on.isoformat(), "received_to": to_on.isoformat()}
    if client is not None:
        fixed["client"] = str(client)
    out = [
        {
            **row,
            "key": "" if row["key"] is None else str(row["key"]),
            "label": names.get(row["key"], "未指明"),
            "late": late.get(row["key"], 0),
            "drill": {**fixed, **_drill(by, row["key"], from_on, to_on)},
        }
        for row in rows
    ]
    if by == "month":
        out.sort(key=lambda row: row["key"])
    else:
        out.sort(key=lambda row: (-row["count"], row["label"]))
    return {"rows": out, "totals": {"key": "", "label": "合计", **sums(found), "drill": fixed}}


def _names(by: ComplaintsBy, keys: list[Any]) -> dict[Any, str]:
    known = [key for key in keys if key is not None]
    match by:
        case "month":
            return {key: key.strftime("%Y-%m") for key in known}
        case "client":
            return dict(Organisation.objects.filter(pk__in=known).values_list("pk", "name"))
        case "person":
            return dict(Membership.objects.filter(pk__in=known).values_list("pk", "account__name"))
        case "severity":
            return {key: Complaint.Severity(key).label for key in known}


def _drill(by: ComplaintsBy, key: Any, from_on: date, to_on: date) -> dict[str, str]:
    match by:
        case "month":
            first, last = max(key, from_on), min(month_end(key), to_on)
            return {"received_from": first.isoformat(), "received_to": last.isoformat()}
        case "person":
            return {"nobody": "true"} if key is None else {"against": str(key)}
    return {by: str(key)}
