"""Closings over HTTP."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from ninja import Schema
from pydantic import Field

from anjie.desk.public import Clean, Day, Id, Money


class TermIn(Schema):
    kind: Literal["pay", "do"] = "pay"
    payer_id: Id | None = None
    payee_id: Id | None = None
    amount: Money = None
    due_on: Day = None
    text: Clean = Field("", max_length=500)


class ClosingIn(Schema):
    outcome: Literal["agreed", "confirmed", "failed"]
    note: Clean = Field("", max_length=2000)
    points: Clean = Field("", max_length=2000)
    performance: Clean = Field("", max_length=200)
    amount: Money = None
    court: Clean = Field("", max_length=60)
    terms: list[TermIn] = Field(default_factory=list, max_length=120)


class FoundOnAgreementOut(Schema):
    level: Literal["block", "warn"]
    code: str
    message: str
    law: str


class AgreedTermOut(Schema):
    kind: str
    kind_label: str
    payer_id: int | None
    payer: str
    payee_id: int | None
    payee: str
    amount: Decimal | None
    due_on: date | None
    text: str


class ClosingRowOut(Schema):
    id: int
    outcome: str
    outcome_label: str
    note: str
    points: str
    performance: str
    amount: Decimal | None
    court: str
    state: str
    state_label: str
    by: str
    asked_at: datetime
    decided_by: str
    decided_at: datetime | None
    why: str
    terms: list[AgreedTermOut]


class ClosingBookingOut(Schema):
    from_at: datetime
    place: str


class ClosingPartyOut(Schema):
    id: int
    part_label: str
    name: str


class CourtClockOut(Schema):
    effective_on: date
    until: date
    days_left: int | None
    filed_on: date | None
    court: str
    court_no: str


class ClosingOut(Schema):
    case_id: int
    state: str
    closing: ClosingRowOut | None
    history: list[ClosingRowOut]
    findings: list[FoundOnAgreementOut]
    unsigned: list[str]
    bookings: list[ClosingBookingOut]
    parties: list[ClosingPartyOut]
    clock: CourtClockOut | None
    may_request: bool
    may_decide: bool
    may_reopen: bool
    may_complete: bool
    may_file: bool


class ClosingNoteIn(Schema):
    note: Clean = Field("", max_length=500)


class ClosingReasonIn(Schema):
    reason: Clean = Field(min_length=1, max_length=500)


class EffectiveIn(Schema):
    effective_on: Day = None


class CourtFilingIn(Schema):
    filed_on: date
    court: Clean = Field(min_length=1, max_length=60)
    court_no: Clean = Field("", max_length=60)


class CourtBundleIn(Schema):
    files: list[Id] = Field(default_factory=list, max_length=200)


class BundleLinkOut(Schema):
    url: str


class PartyPaperOut(Schema):
    id: int
    name: str
    state: str
    state_label: str
    signed_at: datetime | None
    final_at: datetime | None
    signer_id: int | None
