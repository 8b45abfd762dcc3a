"""The calendar and pause reasons over HTTP."""

from __future__ import annotations

import datetime

from ninja import Field, Schema

from anjie.desk.public import Clean


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


class PauseReasonOut(Schema):
    id: int
    line: str
    code: str
    label: str
    stops_clock: bool
    is_active: bool


class PauseReasonIn(Schema):
    """``stops_clock``: while a term is paused for this, its days do not count."""

    line: str = Field(max_length=12)
    label: Clean = Field(min_length=1, max_length=40)
    stops_clock: bool


class PauseReasonChangeIn(Schema):
    """What is left out stays."""

    label: Clean | None = Field(None, min_length=1, max_length=40)
    stops_clock: bool | None = None
    is_active: bool | None = None


class TermPauseOut(Schema):
    """A pause; ``to_on`` is the day it went on, ``days`` by how much the term moved."""

    id: int
    reason: str
    note: str
    stops_clock: bool
    from_on: datetime.date
    to_on: datetime.date | None
    days: int
    old_term_on: datetime.date | None
    new_term_on: datetime.date | None
    began_by: str
    began_at: datetime.datetime
    ended_by: str
    ended_at: datetime.datetime | None
