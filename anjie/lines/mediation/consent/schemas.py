"""Consent over HTTP."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from ninja import Schema
from pydantic import Field

from anjie.desk.public import Clean, Id


class ConsentIn(Schema):
    willing: bool
    note: Clean = Field("", max_length=500)


class CallPermitIn(Schema):
    party_id: Id
    point_id: Id


class CallPermitOut(Schema):
    attempt_id: int


class TakeDownIn(Schema):
    party_id: Id
    said: Literal["willing", "unwilling", "unclear", "not_reached"]
    way: Literal["call", "meeting"]
    note: Clean = Field("", max_length=500)
    attempt_id: Id | None = None


class AnswerRowOut(Schema):
    id: int
    party_id: int
    said: str
    said_label: str
    way_label: str
    note: str
    by: str
    at: datetime


class PhoneOut(Schema):
    """A number a side may be called on, masked."""

    id: int
    mask: str
    label: str


class SideOut(Schema):
    party_id: int
    part: str
    part_label: str
    name: str
    said: str
    said_label: str
    at: datetime | None
    has_account: bool
    phones: list[PhoneOut]
    answers: list[AnswerRowOut]


class ConsentOut(Schema):
    case_id: int
    state: str
    sides: list[SideOut]
