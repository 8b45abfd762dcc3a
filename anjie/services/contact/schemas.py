"""The contact gate over HTTP."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from ninja import Schema
from pydantic import Field

from anjie.foundation.bounds import Day, Id, Instant
from anjie.services.contact.words import Channel, Target


class AskIn(Schema):
    case: Id
    channel: Channel = Channel.CALL
    contact_point: Id | None = None
    number: str = Field("", max_length=40)
    to: Target | None = None
    at: Instant | None = None


class VerdictOut(Schema):
    allowed: bool
    rule: str | None
    pack: str
    count: int
    until: datetime | None
    message: str


class AttemptOut(Schema):
    id: int
    channel: str
    number_mask: str
    to_third_party: bool
    at: datetime
    answered: bool | None
    allowed: bool
    rule: str
    count: int
    pack: str
    origin: str
    by: str

    @staticmethod
    def resolve_by(row: Any) -> str:
        return row.membership.account.name if row.membership else "系统"


class AttemptTotals(Schema):
    allowed: int
    refused: int


class AttemptsOut(Schema):
    rows: list[AttemptOut]
    count: int
    totals: AttemptTotals


class CapIn(Schema):
    rule: str
    label: str
    channels: list[Channel]
    counted: Literal["all", "answered", "unanswered"]
    per: Literal["person", "number"]
    days: int
    limit: int
    source: str = ""
    grade: str = ""


class RulesIn(Schema):
    label: str
    hours: dict[Channel, tuple[str, str]]
    caps: list[CapIn]
    third_party_needs_unreachable: bool
    third_party_refusal_stops: bool
    agreed_hours_waive: bool
    source: str = ""


class PackIn(Schema):
    valid_from: Day
    pack: RulesIn
    note: str = Field("", max_length=300)


class PackBody(RulesIn):
    code: str
    version: int
    valid_from: date


class PackOut(Schema):
    id: int | None
    ref: str
    label: str
    valid_from: date
    shipped: bool
    editable: bool
    in_force: bool
    note: str
    by: str
    at: datetime | None
    looser: list[str]
    pack: PackBody


class PackTotals(Schema):
    in_force: str


class PacksOut(Schema):
    rows: list[PackOut]
    count: int
    totals: PackTotals


class PackSavedOut(Schema):
    id: int
    ref: str


class DayIn(Schema):
    day: Day


class StoredOut(Schema):
    allowed: bool
    rule: str | None
    count: int
    pack: str


class DifferenceOut(Schema):
    attempt: int
    person: int
    case: int | None
    channel: str
    at: datetime
    origin: str
    cause: Literal["rules", "entered_later"]
    stored: StoredOut
    again: VerdictOut


class AgainOut(Schema):
    day: date
    pack: str
    judged: int
    agreeing: int
    differing: int
    differences: list[DifferenceOut]
