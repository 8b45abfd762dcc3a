"""The calendar over HTTP."""

from __future__ import annotations

import datetime

from ninja import Field, Schema


class CalendarDayOut(Schema):
    day: datetime.date
    is_working: bool
    why: str
    is_known: bool
    is_set: bool
    note: str


class CalendarYearOut(Schema):
    year: int
    rows: list[CalendarDayOut]
    count: int
    working_days: int
    is_known: bool
    warning: str


class CalendarDayIn(Schema):
    day: datetime.date
    is_working: bool
    note: str = Field("", max_length=40)


class CalendarDaysIn(Schema):
    days: list[CalendarDayIn]


class CalendarClearIn(Schema):
    days: list[datetime.date]


class CalendarChangedOut(Schema):
    changed: int


class WorkingDayOut(Schema):
    day: datetime.date
    is_known: bool


class WorkingDaysOut(Schema):
    days: int
    is_known: bool
