"""When a term reminds, and how a term of months is counted: dates in, verdicts out."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

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


def next_worked(day: date, is_working: Callable[[date], bool]) -> date:
    """The day itself, or the next that is worked: a term that ends on a day off ends there (民法典 203)."""
    while not is_working(day):
        day += timedelta(days=1)
    return day


@dataclass(frozen=True)
class Stop:
    """The clock of a term stands still from a day on, up to the day it runs again (that day is counted)."""

    from_on: date
    to_on: date


def joined(stops: Iterable[Stop]) -> list[Stop]:
    """The same days in order, each once however many stops name it."""
    merged: list[Stop] = []
    for stop in sorted(stops, key=lambda one: (one.from_on, one.to_on)):
        if stop.to_on <= stop.from_on:
            continue
        if merged and stop.from_on <= merged[-1].to_on:
            merged[-1] = Stop(merged[-1].from_on, max(merged[-1].to_on, stop.to_on))
        else:
            merged.append(stop)
    return merged


def moved_on(due_on: date, stops: Iterable[Stop], counts: Callable[[date], bool] = lambda day: True) -> date:
    """The day on which a term ends when its clock stood still: ``due_on``, later by every day it lost.

    ``counts`` says which days the term counts: all, or the working days of a calendar. A stop that begins
    after the term is over moves nothing, for what has ended does not begin to run again.
    """
    day = due_on
    for stop in joined(stops):
        if stop.from_on > day:
            break
        lost = sum(counts(stop.from_on + timedelta(days=n)) for n in range((stop.to_on - stop.from_on).days))
        while lost:
            day += timedelta(days=1)
            lost -= counts(day)
    return day
