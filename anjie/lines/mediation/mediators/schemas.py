"""Mediators over HTTP."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal

from ninja import Schema
from pydantic import Field

from anjie.desk.public import Clean, Day, Id

Codes = Annotated[list[Annotated[str, Field(max_length=24)]], Field(max_length=40)]


class MediatorOut(Schema):
    id: int
    account_id: int
    name: str
    mobile_mask: str
    institution_id: int
    institution: str
    profession: str
    specialties: list[str]
    specialty_labels: list[str]
    appointed_on: date | None
    joined_on: date | None
    state: str
    state_label: str
    note: str
    going_on: int
    total: int
    succeeded: int
    rating: Decimal | None
    rated: int
    against: list[str]
    fits: bool


class LibraryOut(Schema):
    rows: list[MediatorOut]
    count: int


class MediatorFactsIn(Schema):
    """What is left out stays."""

    profession: Clean = Field("", max_length=40)
    specialties: Codes = Field(default_factory=list)
    appointed_on: Day = None
    joined_on: Day = None
    state: Literal["active", "away", "left"] = "active"
    note: Clean = Field("", max_length=500)


class MediatorIn(MediatorFactsIn):
    username: Clean = Field(max_length=20)
    name: Clean = Field(max_length=60)
    mobile: Clean = Field(max_length=40)
    institution_id: Id


class MediatorMadeOut(Schema):
    id: int
    password: str


class AppointIn(Schema):
    mediators: list[Id] = Field(min_length=1, max_length=5)
    note: Clean = Field("", max_length=500)


class ReplaceIn(Schema):
    leaving: Id
    mediator: Id
    why: Clean = Field(min_length=1, max_length=300)


class DeclineIn(Schema):
    why: Clean = Field("", max_length=300)
    conflict: Clean = Field("", max_length=300)


class AppointmentOut(Schema):
    id: int
    mediator_id: int
    name: str
    institution: str
    is_lead: bool
    state: str
    state_label: str
    due_on: date
    conflict: str
    why: str
    asked_at: datetime
    answered_at: datetime | None
    ended_at: datetime | None
    is_mine: bool
