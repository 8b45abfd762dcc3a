"""Writes of the calendar's own table."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from anjie.access import trail
from anjie.access.actors import Actor
from anjie.foundation.refusals import Invalid
from anjie.services.terms import working
from anjie.services.terms.deeds import CalendarDeed
from anjie.services.terms.models import CalendarDay

FIRST_YEAR, LAST_YEAR = 2000, 2100
MOST_DAYS = 400


@transaction.atomic
def set_days(actor: Actor, days: Iterable[tuple[date, bool, str]]) -> int:
    """Say of days whether they are worked, whatever is published; returns how many."""
    actor.require(CalendarDeed.CALENDAR_MANAGE)
    given = {day: (is_working, note) for day, is_working, note in days}
    _check(list(given))
    CalendarDay.objects.bulk_create(
        [CalendarDay(day=day, is_working=works, note=note[:40]) for day, (works, note) in given.items()],
        update_conflicts=True,
        unique_fields=["day"],
        update_fields=["is_working", "note"],
    )
    trail.record(
        actor, "calendar.set", days={day.isoformat(): works for day, (works, _) in sorted(given.items())}
    )
    transaction.on_commit(working.forget)
    return len(given)


@transaction.atomic
def clear_days(actor: Actor, days: Iterable[date]) -> int:
    """Let what is published hold again on these days; returns how many had been set."""
    actor.require(CalendarDeed.CALENDAR_MANAGE)
    wanted = list(days)
    _check(wanted)
    gone, _ = CalendarDay.objects.filter(day__in=wanted).delete()
    trail.record(actor, "calendar.cleared", days=sorted(day.isoformat() for day in wanted))
    transaction.on_commit(working.forget)
    return gone


def _check(days: list[date]) -> None:
    if not days or len(days) > MOST_DAYS:
        raise Invalid(
            "calendar.days",
            f"一次可设置 1 到 {MOST_DAYS} 天，本次为 {len(days)} 天。请分批设置。",
            count=len(days),
        )
    far = [day for day in days if not FIRST_YEAR <= day.year <= LAST_YEAR]
    if far:
        raise Invalid(
            "calendar.year",
            f"日期 {far[0]} 不在 {FIRST_YEAR}–{LAST_YEAR} 年之间。请核对年份。",
            day=str(far[0]),
        )
