"""Reads of the calendar, a year at a time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from anjie.foundation.refusals import Invalid
from anjie.services.terms.actions import FIRST_YEAR, LAST_YEAR
from anjie.services.terms.models import CalendarDay
from anjie.services.terms.working import working_calendar


def year_of(year: int) -> dict[str, Any]:
    """Every day of a year with why it is worked or not, and a warning where nobody has published it."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Invalid("calendar.year", f"只能查看 {FIRST_YEAR}–{LAST_YEAR} 年的日历。请改选年份。", year=year)
    calendar = working_calendar()
    notes = dict(CalendarDay.objects.filter(day__year=year).values_list("day", "note"))
    rows = []
    day = date(year, 1, 1)
    while day.year == year:
        facts = calendar.facts(day)
        rows.append(
            {
                "day": day,
                "is_working": facts.working,
                "why": facts.why,
                "is_known": facts.known,
                "is_set": day in notes,
                "note": notes.get(day, ""),
            }
        )
        day += timedelta(days=1)
    unknown = sum(not row["is_known"] for row in rows)
    return {
        "year": year,
        "rows": rows,
        "count": len(rows),
        "working_days": sum(row["is_working"] for row in rows),
        "is_known": unknown == 0,
        "warning": ""
        if unknown == 0
        else f"{year} 年的放假安排尚未录入，{unknown} 天只按周末休息推算。请在国务院公布后录入节假日与调休上班日。",
    }


def day_after(day: date, days: int) -> dict[str, Any]:
    """The day so many working days after ``day``, and whether its year is known."""
    found = working_calendar().add(day, days)
    return {"day": found, "is_known": working_calendar().is_known(found)}


def days_between(start: date, end: date) -> dict[str, Any]:
    """Working days after ``start`` up to and including ``end``; refused past a century."""
    if abs((end - start).days) > 36_600:
        raise Invalid("calendar.too_far", f"{start} 与 {end} 相距超过一百年。请核对日期。")
    calendar = working_calendar()
    return {"days": calendar.between(start, end), "is_known": calendar.is_known(end)}
