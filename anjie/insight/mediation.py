"""Mediation by month, kind, institution or source: how many were filed, how they went, how long they took."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Literal

from django.db.models import Count, F, Func, IntegerField, QuerySet, Sum
from django.db.models.functions import TruncDate, TruncMonth

from anjie.access.actors import Actor
from anjie.access.models import Organisation
from anjie.desk.public import day_begins, reach_of
from anjie.foundation import clock
from anjie.insight.rules import check_period, month_end, ratio
from anjie.lines.mediation import moves
from anjie.lines.mediation.application.models import Dispute, DisputeKind
from anjie.lines.mediation.deeds import FiguresDeed

MediationBy = Literal["month", "kind", "institution", "source"]
_GROUPS: dict[str, Any] = {
    "month": TruncMonth("accepted_at", tzinfo=clock.ZONE),
    "kind": F("kind_id"),
    "institution": F("institution_id"),
    "source": F("source"),
}
_AGREED = (Dispute.Outcome.AGREED, Dispute.Outcome.CONFIRMED)
_OPEN = (moves.AWAITING_MEDIATOR, *moves.GOING_ON)
# The ORM's own difference of days is an interval, which costs more to add up than all the rest of a figure.
_DAYS = Func(
    F("outcome_on"),
    TruncDate("accepted_at", tzinfo=clock.ZONE),
    arg_joiner=" - ",
    template="(%(expressions)s)",
    output_field=IntegerField(),
)
_NARROWER: dict[str, dict[str, Any]] = {
    "count": {},
    "going_on": {"state": list(_OPEN)},
    "ended": {"state": list(moves.ENDED)},
    "agreed": {"state": list(moves.ENDED), "outcome": [str(one) for one in _AGREED]},
    "confirmed": {"state": list(moves.ENDED), "outcome": [str(Dispute.Outcome.CONFIRMED)]},
    "failed": {"state": list(moves.ENDED), "outcome": [str(Dispute.Outcome.FAILED)]},
    "historical": {"state": [moves.HISTORICAL]},
}
"""What the list of disputes is asked besides to show the rows behind a figure."""


def mediation(actor: Actor, by: MediationBy, from_on: date, to_on: date) -> dict[str, Any]:
    """Counts of what was filed in the period, cases of earlier years too; each with the query of its list."""
    actor.require(FiguresDeed.SEE)
    check_period(from_on, to_on)
    found = Dispute.objects.filter(
        reach_of(actor, "case__"),
        accepted_at__gte=day_begins(from_on),
        accepted_at__lt=day_begins(to_on + timedelta(days=1)),
    )
    fixed = {"accepted_from": from_on.isoformat(), "accepted_to": to_on.isoformat()}
    counted = _counted(found, by)
    names = _names(by, list(counted))
    rows = [
        _row(figures, str(key), names[key], fixed | _drill(by, key, from_on, to_on))
        for key, figures in counted.items()
    ]
    rows.sort(
        key=(lambda row: row["label"]) if by == "month" else (lambda row: (-row["count"], row["label"]))
    )
    return {"rows": rows, "totals": _row(_totals(counted.values()), "", "合计", fixed), "narrower": _NARROWER}


def _counted(found: QuerySet[Dispute], by: MediationBy) -> dict[Any, dict[str, Any]]:
    """The figures of each group; the database counts by state and outcome in one pass, what they mean is told here."""
    grouped = (
        found.order_by()
        .values_list(_GROUPS[by], "case__state", "outcome")
        .annotate(many=Count("*"), took=Sum(_DAYS), measured=Count("outcome_on"))
    )
    counted: dict[Any, dict[str, Any]] = {}
    for key, state, outcome, many, took, measured in grouped:
        figures = counted.setdefault(key, _none())
        figures["count"] += many
        if state in _OPEN:
            figures["going_on"] += many
        if state == moves.HISTORICAL:
            figures["historical"] += many
        if state in moves.ENDED:
            figures["ended"] += many
            figures["agreed"] += many if outcome in _AGREED else 0
            figures["confirmed"] += many if outcome == Dispute.Outcome.CONFIRMED else 0
            figures["failed"] += many if outcome == Dispute.Outcome.FAILED else 0
            figures["took"] += took or 0
            figures["measured"] += measured
    return counted


def _none() -> dict[str, Any]:
    return dict.fromkeys(_NARROWER, 0) | {"took": 0, "measured": 0}


def _totals(rows: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """The sum of the rows: each dispute stands in one of them."""
    totals = _none()
    for row in rows:
        totals = {name: value + row[name] for name, value in totals.items()}
    return totals


def _row(figures: Mapping[str, Any], key: str, label: str, drill: dict[str, str]) -> dict[str, Any]:
    days = None
    if figures["measured"]:
        days = (Decimal(figures["took"]) / figures["measured"]).quantize(Decimal("0.1"))
    return {
        **{name: figures[name] for name in _NARROWER},
        "key": key,
        "label": label,
        "rate": ratio(figures["agreed"], figures["ended"]),
        "days": days,
        "drill": drill,
    }


def _names(by: MediationBy, keys: list[Any]) -> dict[Any, str]:
    match by:
        case "month":
            return {key: f"{key:%Y-%m}" for key in keys}
        case "kind":
            return dict(DisputeKind.objects.filter(pk__in=keys).values_list("pk", "label"))
        case "institution":
            return dict(Organisation.objects.filter(pk__in=keys).values_list("pk", "name"))
        case "source":
            return {key: Dispute.Source(key).label for key in keys}


def _drill(by: MediationBy, key: Any, from_on: date, to_on: date) -> dict[str, str]:
    match by:
        case "month":
            first = key.date()
            return {
                "accepted_from": max(first, from_on).isoformat(),
                "accepted_to": min(month_end(first), to_on).isoformat(),
            }
        case "institution":
            return {"client": str(key)}
    return {by: str(key)}
