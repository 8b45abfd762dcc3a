"""Complaints over HTTP."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from ninja import Schema
from pydantic import Field

from anjie.desk.public import Clean, Day, Id, Ids

Severity = Literal["minor", "general", "major"]
Channel = Literal["phone", "visit", "letter", "online", "client", "regulator", "court"]
State = Literal["open", "closed"]
Text = Annotated[Clean, Field(min_length=1, max_length=1000)]
Short = Annotated[Clean, Field(min_length=1, max_length=200)]


class ComplaintQuery(Schema):
    """Filters on complaints; ``late`` asks for those with a step whose day has passed."""

    q: Annotated[Clean, Field(max_length=100)] = ""
    case: Ids = None
    client: Ids = None
    against: Ids = None
    nobody: bool | None = Field(None, description="about no person in particular")
    severity: list[Severity] | None = None
    state: list[State] | None = None
    channel: list[Channel] | None = None
    received_from: Day = None
    received_to: Day = None
    late: bool | None = None
    page: int = Field(1, ge=1, le=100_000)
    size: int = Field(50, ge=1, le=200)
    sort: str = Field("", max_length=40)


class ComplaintIn(Schema):
    case: Id
    complainant: Annotated[Clean, Field(min_length=1, max_length=60)]
    against: Id | None = None
    channel: Channel
    severity: Severity
    what: Text
    why: Annotated[Clean, Field(min_length=1, max_length=300)]
    received_on: Annotated[datetime.date, Field(ge=datetime.date(2000, 1, 1), le=datetime.date(2200, 1, 1))]


class StepIn(Schema):
    what: Short
    days: int = Field(ge=1, le=60, description="working days from today")


class StepDoneIn(Schema):
    note: Annotated[Clean, Field(min_length=1, max_length=500)]


class ComplaintCloseIn(Schema):
    measures: Text
    result: Text


class ComplaintOut(Schema):
    id: int
    case_id: int
    case_no: str
    debtor: str
    client_name: str
    complainant: str
    against_id: int | None
    against: str
    unit_name: str
    channel: str
    channel_label: str
    severity: str
    severity_label: str
    what: str
    why: str
    received_on: datetime.date
    state: str
    state_label: str
    measures: str
    result: str
    by: str
    at: datetime.datetime
    closed_by: str
    closed_at: datetime.datetime | None
    next_due_on: datetime.date | None
    is_late: bool
    steps_count: int
    done_count: int


class ComplaintSums(Schema):
    count: int
    minor: int
    general: int
    major: int
    open: int
    closed: int
    late: int


class ComplaintsOut(Schema):
    rows: list[ComplaintOut]
    count: int
    totals: ComplaintSums


class ComplaintStepOut(Schema):
    id: int
    what: str
    due_on: datetime.date
    done_at: datetime.datetime | None
    done_by: str
    note: str
    late: bool


class ComplaintDetailOut(ComplaintOut):
    steps: list[ComplaintStepOut]
