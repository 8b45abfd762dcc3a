"""When a term reminds, and how a term of months is counted: dates in, verdicts out."""

from __future__ import annotations

import calendar
from datetime import date

REMIND_AT = (30, 15, 7, 3)
"""Days before the end of a term at which it reminds, once each."""


def reminder_due(days_left: int) -> int | None:
    """The one reminder that may be owed with so many days left: the nearest, earlier ones have lapsed.

    A missed day is caught up (13 days left owe the reminder of 15), a term that is over reminds no more.
    """
    if days_left < 0:
        return None
    return next((days for days in reversed(REMIND_AT) if days_left <= days), None)


def reminder_text(days_left: int) -> str:
    """What the collector and the clerk read."""
    return f"此案件还有 {days_left} 天到期，请抓紧进行工作"


def add_months(day: date, months: int) -> date:
    """The same day so many months later; the month's last where it has no such day (31 Jan → 28 Feb)."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
