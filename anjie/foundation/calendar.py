"""The one Chinese working calendar: public holidays, make-up working days, and a table over both.

``overrides`` is the desk's own table ``{day: working?}``; it stands over what is published. Years that
neither knows count weekends as off and say so (``is_known``), for a term must never fail to compute.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache

from chinese_calendar.constants import holidays as _published_holidays
from chinese_calendar.constants import workdays as _published_make_up_days

from anjie.foundation import clock
from anjie.foundation.refusals import Invalid

Overrides = Mapping[date, bool]
Session = tuple[time, time]

OFFICE_HOURS: tuple[Session, ...] = ((time(9), time(18)),)

_DAY = timedelta(days=1)
_KNOWN_YEARS = range(min(_published_holidays).year, max(_published_holidays).year + 1)
# Ten years of terms are more than any client ever gave; past that a typing mistake is likelier.
_FARTHEST = 36_600


@dataclass(frozen=True)
class DayFacts:
    """What the calendar says of one day; ``known`` is false where nobody has published it yet."""

    day: date
    working: bool
    known: bool
    why: str


def is_working_day(day: date, overrides: Overrides | None = None) -> bool:
    """Whether people work on this day; the table first, then what is published, then the weekday."""
    if overrides:
        told = overrides.get(day)
        if told is not None:
            return told
    return _is_published_working_day(day)


def is_known(day: date, overrides: Overrides | None = None) -> bool:
    """Whether somebody has said so; false means 'weekends off' was only assumed.

    A year entered from the State Council's notice always names 1 January, 1 May and 1 October, so
    a table holding those three is taken to hold the whole year.
    """
    if day.year in _KNOWN_YEARS:
        return True
    if not overrides:
        return False
    if day in overrides:
        return True
    return all(date(day.year, month, 1) in overrides for month in (1, 5, 10))


def day_facts(day: date, overrides: Overrides | None = None) -> DayFacts:
    """One day with the reason in Chinese, for the calendar page."""
    working = is_working_day(day, overrides)
    weekend = day.weekday() >= 5
    if overrides and day in overrides:
        why = "本单位日历：上班" if working else "本单位日历：休息"
    elif working and weekend:
        why = "调休上班"
    elif not working and (not weekend or day in _published_holidays):
        why = "法定节假日"
    else:
        why = "周末" if weekend else "工作日"
    return DayFacts(day, working, is_known(day, overrides), why)


def add_working_days(start: date, days: int, overrides: Overrides | None = None) -> date:
    """The day ``days`` working days after ``start``, which itself is not counted.

    Zero gives ``start`` back, working or not; a negative number walks backwards.
    """
    if abs(days) > _FARTHEST:
        raise Invalid(
            "calendar.too_far",
            f"工作日天数 {days} 超出可计算范围（±{_FARTHEST}）。请核对天数。",
            days=days,
        )
    step = _DAY if days > 0 else -_DAY
    left = abs(days)
    day = start
    try:
        while left:
            day += step
            left -= is_working_day(day, overrides)
    except OverflowError:
        raise Invalid(
            "calendar.too_far",
            f"{start.isoformat()} 起 {days} 个工作日超出日历可表示的范围。请核对日期和天数。",
            start=start.isoformat(),
            days=days,
        ) from None
    return day


def working_days_between(start: date, end: date, overrides: Overrides | None = None) -> int:
    """Working days after ``start`` up to and including ``end``; negative when ``end`` comes first.

    It undoes ``add_working_days``: ``between(a, add(a, n)) == n`` for every n.
    """
    step = 1 if end >= start else -1
    day = start
    count = 0
    while day != end:
        day += step * _DAY
        count += is_working_day(day, overrides)
    return step * count


def add_working_hours(
    start: datetime,
    hours: float,
    overrides: Overrides | None = None,
    sessions: Sequence[Session] = OFFICE_HOURS,
) -> datetime:
    """The instant at which ``hours`` of office time have passed since ``start``.

    Time outside ``sessions`` and on days off does not run; the answer lies inside a session or at its end.
    """
    if hours < 0:
        raise Invalid("calendar.negative_hours", f"时限 {hours} 小时不能为负。请核对时限。", hours=hours)
    at = clock.local(start)
    left = timedelta(hours=hours)
    if not left:
        return at
    day = at.date()
    for _ in range(_FARTHEST):
        for opens, closes in _sessions_on(day, overrides, sessions):
            begins = max(at, opens)
            if begins >= closes:
                continue
            if begins + left <= closes:
                return begins + left
            left -= closes - begins
        day += _DAY
    raise Invalid("calendar.too_far", f"时限 {hours} 小时超出可计算范围。请核对时限。", hours=hours)


@cache
def _is_published_working_day(day: date) -> bool:
    if day in _published_make_up_days:
        return True
    return day.weekday() < 5 and day not in _published_holidays


def _sessions_on(
    day: date, overrides: Overrides | None, sessions: Sequence[Session]
) -> list[tuple[datetime, datetime]]:
    if not is_working_day(day, overrides):
        return []
    return [
        (datetime.combine(day, opens, clock.ZONE), datetime.combine(day, closes, clock.ZONE))
        for opens, closes in sorted(sessions)
    ]
