"""Home and reports over HTTP."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest
from ninja import Query, Router

from anjie.access.http import Needs
from anjie.foundation.bounds import Day, Id
from anjie.insight import home as first_page
from anjie.insight import progress
from anjie.insight.complaints import ComplaintsBy
from anjie.insight.complaints import complaints as complained
from anjie.insight.mediation import MediationBy
from anjie.insight.mediation import mediation as mediated
from anjie.insight.performance import Level
from anjie.insight.performance import performance as performed
from anjie.insight.recovered import By
from anjie.insight.recovered import recovered as money_recovered
from anjie.insight.schemas import (
    BatchReportOut,
    CollectorReportOut,
    ComplaintReportOut,
    HomeOut,
    MediationReportOut,
    PerformanceOut,
    RecoveredOut,
    VintageOut,
    WeeklyOut,
)
from anjie.insight.vintage import LONGEST, VintageBy
from anjie.insight.vintage import vintage as curves
from anjie.insight.weekly import weekly as weeks_returns
from anjie.lines.mediation.deeds import FiguresDeed
from anjie.lines.recovery.deeds import QualityDeed, ReportDeed

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


@router.get("/vintage", response=VintageOut, auth=SEE)
def vintage(
    request: HttpRequest,
    placed_from: Day,
    placed_to: Day,
    by: VintageBy = "month",
    client: Id | None = None,
    months: int = Query(12, ge=1, le=LONGEST),
):
    """Cumulative recovery of what was placed in a month or a batch, month by month since then."""
    return curves(request.auth, by, placed_from, placed_to, client=client, months=months)


@router.get("/performance", response=PerformanceOut, auth=SEE)
def performance(request: HttpRequest, by: Level, from_on: Day, to_on: Day, client: Id | None = None):
    """What each person, team, branch or company was given, did and recovered in a period."""
    return performed(request.auth, by, from_on, to_on, client=client)


@router.get("/weekly", response=WeeklyOut, auth=SEE)
def weekly(request: HttpRequest, day: Day, client: Id | None = None):
    """What was returned, recalled and settled in the week of a day, by client and batch."""
    return weeks_returns(request.auth, day, client=client)


@router.get("/complaints", response=ComplaintReportOut, auth=Needs(QualityDeed.COMPLAINTS_SEE))
def complaints(request: HttpRequest, by: ComplaintsBy, from_on: Day, to_on: Day, client: Id | None = None):
    """Complaints received in a period, by month, client, person or severity."""
    return complained(request.auth, by, from_on, to_on, client=client)


@router.get("/mediation", response=MediationReportOut, auth=Needs(FiguresDeed.SEE))
def mediation(request: HttpRequest, by: MediationBy, from_on: Day, to_on: Day):
    """What was filed in a period and how it went, by month, kind, institution or source."""
    return mediated(request.auth, by, from_on, to_on)
