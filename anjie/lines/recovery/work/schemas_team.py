"""Late work, the team view, the collector's desk, materials, instructions and joint work over HTTP."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

from ninja import Schema
from pydantic import Field

from anjie.foundation.bounds import Day, Id, Limit, Offset

LateKind = Literal["first_call", "visit", "entry", "instruction"]


class LateRow(Schema):
    case_id: int
    case_no: str
    debtor: str
    client: str
    balance: Decimal
    holder_id: int | None
    holder: str
    unit: str
    since: datetime
    due_at: datetime | None
    record_id: int | None
    instruction_id: int | None


class LateTotals(Schema):
    first_call: int
    visit: int
    entry: int
    instruction: int


class LateOut(Schema):
    rows: list[LateRow]
    count: int
    totals: LateTotals


class Figures(Schema):
    cases: int
    worked: int
    unworked: int
    worked_today: int
    due_today: int
    late_first_call: int
    late_visit: int
    promises_open: int
    promises_due: int
    promises_kept: int
    promises_broken: int
    records: int
    amount: Decimal
    settled_amount: Decimal
    balance: Decimal
    recovered: Decimal


class TeamRow(Figures):
    membership_id: int
    name: str
    unit: str
    daily: list[int] = Field(description="Records written on each of the last 14 days, today last.")


class TeamOut(Schema):
    since: date
    until: date
    rows: list[TeamRow]
    count: int
    totals: Figures


class BehindRow(Schema):
    case_id: int
    case_no: str
    debtor: str
    client: str
    holder: str
    amount: Decimal
    balance: Decimal
    last_worked_at: datetime | None
    next_work_on: date | None


class BehindTotals(Schema):
    amount: Decimal


class BehindOut(Schema):
    rows: list[BehindRow]
    count: int
    totals: BehindTotals


class DeskRow(Schema):
    case_id: int
    case_no: str
    debtor: str
    client: str
    amount: Decimal
    balance: Decimal
    category: str
    colour: str
    term_on: date | None
    last_worked_at: datetime | None
    next_work_on: date | None
    urgency: int
    why: str


class DeskTotals(Schema):
    instructed: int
    promised_today: int
    promise_missed: int
    planned: int
    untouched: int
    rest: int


class DeskOut(Schema):
    rows: list[DeskRow]
    count: int
    totals: DeskTotals


class MaterialIn(Schema):
    case: Id
    what: str = Field(min_length=1, max_length=200)
    reason: str = Field(min_length=1, max_length=500)


class AnswerIn(Schema):
    answer: str = Field("", max_length=1000)
    files: list[Id] = Field([], max_length=50)


class SayIn(Schema):
    answer: str = Field(min_length=1, max_length=1000)


class MaterialQuery(Schema):
    case: Id | None = None
    state: Literal["asked", "answered", "declined", "withdrawn"] | None = None
    asked_by: Id | None = None
    asked_of: Id | None = None
    offset: Offset = 0
    limit: Limit = 50


class MaterialOut(Schema):
    id: int
    case_id: int
    case_no: str
    what: str
    reason: str
    state: str
    asked_by_id: int
    asked_by: str
    asked_of: str
    asked_at: datetime
    answer: str
    answered_by: str
    answered_at: datetime | None
    file_ids: list[int]

    @staticmethod
    def resolve_case_no(row: Any) -> str:
        return row.case.no

    @staticmethod
    def resolve_asked_by(row: Any) -> str:
        return row.asked_by.account.name

    @staticmethod
    def resolve_asked_of(row: Any) -> str:
        return row.asked_of.account.name if row.asked_of else ""

    @staticmethod
    def resolve_answered_by(row: Any) -> str:
        return row.answered_by.account.name if row.answered_by else ""


class Waiting(Schema):
    waiting: int


class MaterialsOut(Schema):
    rows: list[MaterialOut]
    count: int
    totals: Waiting


class InstructionIn(Schema):
    case: Id
    text: str = Field(min_length=1, max_length=500)
    due_on: Day
    to: Id | None = None


class InstructionQuery(Schema):
    case: Id | None = None
    state: Literal["owed", "answered"] | None = None
    to: Id | None = None
    by: Id | None = None
    offset: Offset = 0
    limit: Limit = 50


class InstructionOut(Schema):
    id: int
    case_id: int
    case_no: str
    by_id: int
    by: str
    to_id: int
    to: str
    text: str
    due_on: date
    state: str
    at: datetime
    answer: str
    answered_at: datetime | None

    @staticmethod
    def resolve_case_no(row: Any) -> str:
        return row.case.no

    @staticmethod
    def resolve_by(row: Any) -> str:
        return row.by.account.name

    @staticmethod
    def resolve_to(row: Any) -> str:
        return row.to.account.name


class InstructionsOut(Schema):
    rows: list[InstructionOut]
    count: int
    totals: Waiting


class JointIn(Schema):
    case: Id
    helper: Id
    reason: str = Field(min_length=1, max_length=200)


class JointEndIn(Schema):
    reason: str = Field("", max_length=200)


class JointHelperOut(Schema):
    id: int
    case_id: int
    membership_id: int
    name: str
    unit: str
    from_at: datetime
    to_at: datetime | None
    why: str

    @staticmethod
    def resolve_name(row: Any) -> str:
        return row.membership.account.name

    @staticmethod
    def resolve_unit(row: Any) -> str:
        return row.membership.unit.name


class ColleagueOut(Schema):
    membership_id: int
    name: str
    unit: str
    role: str
