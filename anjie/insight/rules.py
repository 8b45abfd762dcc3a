"""Periods and percentages of the reports."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from anjie.foundation.refusals import Invalid

LONGEST_DAYS = 3 * 366


def ratio(part: Decimal | int, whole: Decimal | int) -> Decimal:
    """``part`` ÷ ``whole`` with four decimals (0.3520 is 35.20 %); 0 where there is no whole."""
    if not whole:
        return Decimal("0.0000")
    return (Decimal(part) / Decimal(whole)).quantize(Decimal("0.0001"), ROUND_HALF_UP)


def months_back(today: date, count: int) -> list[date]:
    """The first days of the last ``count`` months, oldest first, this month included."""
    index = today.year * 12 + today.month - 1
    return [date(i // 12, i % 12 + 1, 1) for i in range(index - count + 1, index + 1)]


def months_after(first: date, count: int) -> date:
    """The first day of the month that lies ``count`` months after the one that begins on ``first``."""
    index = first.year * 12 + first.month - 1 + count
    return date(index // 12, index % 12 + 1, 1)


def months_between(first: date, day: date) -> int:
    """How many months after the month of ``first`` the month of ``day`` lies."""
    return (day.year - first.year) * 12 + day.month - first.month


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday of the week of ``day``."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def day_after(day: date) -> date:
    """The next day."""
    return day + timedelta(days=1)


def month_end(first: date) -> date:
    """The last day of the month that begins on ``first``."""
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def year_end(first: date) -> date:
    """The last day of the year of ``first``."""
    return date(first.year, 12, 31)


def check_period(from_on: date, to_on: date) -> None:
    """A report's period runs forward and is at most three years long."""
    if to_on < from_on:
        raise Invalid("insight.period", f"结束日期 {to_on} 早于开始日期 {from_on}。请重新选择。")
    if (to_on - from_on).days > LONGEST_DAYS:
        raise Invalid("insight.period", "统计区间最长三年。请缩短区间。")
