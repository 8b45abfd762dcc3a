"""The working calendar as the desk keeps it: what is published, with this desk's own table over it."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db import connection

from anjie.foundation import calendar
from anjie.services.terms.models import CalendarDay

_KEPT_SECONDS = 15.0
_kept: tuple[float, WorkingCalendar] | None = None


@dataclass(frozen=True)
class WorkingCalendar:
    """Working days and hours under one table of exceptions."""

    overrides: Mapping[date, bool] = field(default_factory=dict)

    def is_working(self, day: date) -> bool:
        """Whether people work on this day."""
        return calendar.is_working_day(day, self.overrides)

    def is_known(self, day: date) -> bool:
        """Whether somebody has said so, or weekends were only assumed to be off."""
        return calendar.is_known(day, self.overrides)

    def facts(self, day: date) -> calendar.DayFacts:
        """The day with the reason in Chinese."""
        return calendar.day_facts(day, self.overrides)

    def add(self, start: date, days: int) -> date:
        """The day so many working days after ``start``, itself not counted."""
        return calendar.add_working_days(start, days, self.overrides)

    def between(self, start: date, end: date) -> int:
        """Working days after ``start`` up to and including ``end``."""
        return calendar.working_days_between(start, end, self.overrides)


def working_calendar() -> WorkingCalendar:
    """The calendar in force; kept for some seconds, so another process's change shows soon.

    Inside a transaction it is always read afresh: an action sees its own edit, and nothing that may
    yet roll back is kept.
    """
    global _kept
    if connection.in_atomic_block:
        return _read()
    kept = _kept
    if kept is None or time.monotonic() - kept[0] > _KEPT_SECONDS:
        kept = _kept = (time.monotonic(), _read())
    return kept[1]


def forget() -> None:
    """Let the next question read the table again."""
    global _kept
    _kept = None


def _read() -> WorkingCalendar:
    return WorkingCalendar(dict(CalendarDay.objects.values_list("day", "is_working")))
