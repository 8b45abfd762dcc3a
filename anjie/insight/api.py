"""Home and reports over HTTP."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest
from ninja import Router

from anjie.access.http import Needs
from anjie.foundation.bounds import Id
from anjie.insight import home as first_page
from anjie.insight import progress
from anjie.insight.recovered import By
from anjie.insight.recovered import recovered as money_recovered
from anjie.insight.schemas import BatchReportOut, CollectorReportOut, HomeOut, RecoveredOut
from anjie.lines.recovery.deeds import ReportDeed

router = Router(tags=["insight"])
SEE = Needs(ReportDeed.SEE)


@router.get("/home", response=HomeOut, auth=Needs())
def home(request: HttpRequest):
    """What I hold, the last six months, and what needs me today."""
    return first_page.home(request.auth)


@router.get("/recovered", response=RecoveredOut, auth=SEE)
def recovered(
    request: HttpRequest,
    by: By,
    from_on: date,
    to_on: date,
    client: Id | None = None,
    batch: Id | None = None,
):
    """Repayments that count in a period, by day, month, year, batch, rate, client, unit, collector or region."""
    return money_recovered(request.auth, by, from_on, to_on, client=client, batch=batch)


@router.get("/batches", response=BatchReportOut, auth=SEE)
def batches(
    request: HttpRequest,
    client: Id | None = None,
    placed_from: date | None = None,
    placed_to: date | None = None,
):
    """Recovery percent by batch."""
    return progress.batches(request.auth, client=client, placed_from=placed_from, placed_to=placed_to)


@router.get("/collectors", response=CollectorReportOut, auth=SEE)
def collectors(request: HttpRequest, from_on: date, to_on: date, unit: Id | None = None):
    """Work progress by collector."""
    return progress.collectors(request.auth, from_on, to_on, unit=unit)
