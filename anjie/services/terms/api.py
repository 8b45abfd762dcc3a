"""The working calendar and the reasons for which a term is paused, over HTTP."""

from __future__ import annotations

import datetime
from typing import Annotated

from django.http import HttpRequest
from ninja import Query, Router

from anjie.access.http import Needs
from anjie.services.terms import actions, pause_reasons, queries
from anjie.services.terms.deeds import CalendarDeed
from anjie.services.terms.schemas import (
    CalendarChangedOut,
    CalendarClearIn,
    CalendarDaysIn,
    CalendarYearOut,
    PauseReasonChangeIn,
    PauseReasonIn,
    PauseReasonOut,
    WorkingDayOut,
    WorkingDaysOut,
)

router = Router(tags=["terms"])


@router.get("/calendar/{int:year}", response=CalendarYearOut, auth=Needs())
def calendar_year(request: HttpRequest, year: int):
    """Every day of a year: worked or not, why, and whether anybody has published it."""
    return queries.year_of(year)


@router.post("/calendar/days", response=CalendarChangedOut, auth=Needs(CalendarDeed.CALENDAR_MANAGE))
def set_calendar_days(request: HttpRequest, body: CalendarDaysIn):
    """Set days as worked or off over what is published."""
    days = [(row.day, row.is_working, row.note) for row in body.days]
    return {"changed": actions.set_days(request.auth, days)}


@router.post("/calendar/clear", response=CalendarChangedOut, auth=Needs(CalendarDeed.CALENDAR_MANAGE))
def clear_calendar_days(request: HttpRequest, body: CalendarClearIn):
    """Let what is published hold again."""
    return {"changed": actions.clear_days(request.auth, body.days)}


@router.get("/calendar-add", response=WorkingDayOut, auth=Needs())
def working_day_after(request: HttpRequest, day: datetime.date, days: int):
    """The day that lies so many working days after a day."""
    return queries.day_after(day, days)


@router.get("/calendar-between", response=WorkingDaysOut, auth=Needs())
def working_days_between(request: HttpRequest, from_on: datetime.date, to_on: datetime.date):
    """The number of working days after one day up to and including another."""
    return queries.days_between(from_on, to_on)


@router.get("/pause-reasons", response=list[PauseReasonOut], auth=Needs())
def list_pause_reasons(request: HttpRequest, line: Annotated[str, Query(max_length=12)] = ""):
    """The reasons for which a term of a line is paused, and whether its clock stands still."""
    return pause_reasons.reasons(line)


@router.post("/pause-reasons", response=PauseReasonOut, auth=Needs(CalendarDeed.CALENDAR_MANAGE))
def add_pause_reason(request: HttpRequest, body: PauseReasonIn):
    """Offer a new reason."""
    return pause_reasons.add_reason(request.auth, **body.dict())


@router.patch(
    "/pause-reasons/{int:reason_id}", response=PauseReasonOut, auth=Needs(CalendarDeed.CALENDAR_MANAGE)
)
def change_pause_reason(request: HttpRequest, reason_id: int, body: PauseReasonChangeIn):
    """Rename a reason, say whether the clock stands still, or offer it no more."""
    return pause_reasons.change_reason(request.auth, reason_id, body.dict(exclude_unset=True))
