"""Mediation by month, kind, institution or source: how many were filed, how they went, how long they took."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Literal

from django.db.models import Avg, Count, F, Q, QuerySet
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
_ENDED = Q(case__state__in=moves.ENDED)
_OPEN = (moves.AWAITING_MEDIATOR, *moves.GOING_ON)
_DAYS = F("outcome_on") - TruncDate("accepted_at", tzinfo=clock.ZONE)
_FIGURES = {
    "count": Count("pk"),
    "going_on": Count("pk", filter=Q(case__state__in=_OPEN)),
    "ended": Count("pk", filter=_ENDED),
    "agreed": Count("pk", filter=_ENDED & Q(outcome__in=_AGREED)),
    "confirmed": Count("pk", filter=_ENDED & Q(outcome=Dispute.Outcome.CONFIRMED)),
    "failed": Count("pk", filter=_ENDED & Q(outcome=Dispute.Outcome.FAILED)),
    "historical": Count("pk", filter=Q(case__state=moves.HISTORICAL)),
    "took": Avg(_DAYS, filter=_ENDED),
}
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
    grouped = list(found.values(key=_GROUPS[by]).annotate(**_FIGURES).order_by())
    names = _names(by, [row["key"] for row in grouped])
    rows = [
        _row(row, str(row["key"]), names[row["key"]], fixed | _drill(by, row["key"], from_on, to_on))
        for row in grouped
    ]
    rows.sort(
        key=(lambda row: row["label"]) if by == "month" else (lambda row: (-row["count"], row["label"]))
    )
    return {"rows": rows, "totals": _row(_totals(found), "", "合计", fixed), "narrower": _NARROWER}


def _totals(found: QuerySet[Dispute]) -> dict[str, Any]:
    return found.aggregate(**_FIGURES)


def _row(figures: Mapping[str, Any], key: str, label: str, drill: dict[str, str]) -> dict[str, Any]:
    took = figures["took"]
    days = None if took is None else Decimal(took.total_seconds() / 86400).quantize(Decimal("0.1"))
    return {
        **figures,
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
