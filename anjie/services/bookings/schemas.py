"""Rooms and bookings over HTTP."""

from __future__ import annotations

import datetime

from ninja import Schema
from pydantic import Field

from anjie.desk.public import Clean, Id
from anjie.foundation.bounds import Day, Instant

Reason = Field(max_length=200)


class ClosureOut(Schema):
    id: int
    from_on: datetime.date
    to_on: datetime.date
    reason: str


class RoomRowOut(Schema):
    id: int
    name: str
    place: str
    seats: int
    unit_id: int | None
    unit_name: str
    hours: dict[str, list[list[str]]]
    closed_on_holidays: bool
    note: str
    is_active: bool


class RoomOut(RoomRowOut):
    closures: list[ClosureOut]


class RoomIn(Schema):
    """``hours`` by weekday, "1" is Monday: ``{"1": [["09:00", "12:00"]]}``."""

    name: Clean = Field(min_length=1, max_length=40)
    place: Clean = Field(min_length=1, max_length=80)
    seats: int = Field(ge=1, le=500)
    unit_id: Id | None = None
    hours: dict[str, list[list[Clean]]] = Field(max_length=7)
    closed_on_holidays: bool = True
    note: Clean = Field("", max_length=200)
    is_active: bool = True


class ClosureIn(Schema):
    from_on: Day
    to_on: Day
    reason: Clean = Reason


class SpanOut(Schema):
    from_at: datetime.datetime
    to_at: datetime.datetime


class BookingOut(Schema):
    """One booking; the case is named only to who has it within reach."""

    id: int
    kind: str
    kind_label: str
    room_id: int | None
    room_name: str
    place: str
    case_id: int | None
    case_no: str
    case_title: str
    subject: str
    from_at: datetime.datetime
    to_at: datetime.datetime
    by: str
    cancelled: bool
    reason: str
    join_url: str
    meeting_code: str
    meeting_password: str
    may_change: bool


class RoomDayOut(RoomRowOut):
    closed_why: str
    open: list[SpanOut]
    bookings: list[BookingOut]


class DayGridOut(Schema):
    day: datetime.date
    from_at: datetime.datetime
    to_at: datetime.datetime
    step_minutes: int
    rooms: list[RoomDayOut]
    online: list[BookingOut]


class DayGridQuery(Schema):
    day: Day
    place: Clean = Field("", max_length=40)


class FreeQuery(Schema):
    from_at: Instant
    to_at: Instant
    seats: int = Field(0, ge=0, le=500)
    place: Clean = Field("", max_length=40)


class BookIn(Schema):
    """In ``room_id``, or online where none is named."""

    case_id: Id
    room_id: Id | None = None
    from_at: Instant
    to_at: Instant
    subject: Clean = Field("", max_length=80)
    key: Clean = Field("", max_length=40, description="the sender's own: sent again, nothing is booked twice")


class MoveBookingIn(Schema):
    from_at: Instant
    to_at: Instant
    room_id: Id | None = None
    reason: Clean = Reason


class CancelBookingIn(Schema):
    reason: Clean = Reason
