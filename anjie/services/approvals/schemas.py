"""Approvals over HTTP."""

from __future__ import annotations

from datetime import datetime

from ninja import Schema
from pydantic import Field

from anjie.desk.public import Clean, Ids, Words


class ApprovalQuery(Schema):
    state: Words = None
    kind: Words = None
    case: Ids = None
    mine: bool = False
    page: int = Field(1, ge=1, le=100_000)
    size: int = Field(50, ge=1, le=200)


class ApprovalOut(Schema):
    id: int
    kind: str
    kind_label: str
    line_label: str
    case_id: int
    case_no: str
    case_title: str
    text: str
    reason: str
    state: str
    state_label: str
    asked_by: str
    asked_at: datetime
    decided_by: str
    decided_at: datetime | None
    note: str
    may_decide: bool
    may_withdraw: bool


class QuestionTotals(Schema):
    waiting: int = Field(description="questions this person may decide now")


class ApprovalKindOut(Schema):
    code: str
    label: str


class ApprovalsOut(Schema):
    rows: list[ApprovalOut]
    count: int
    totals: QuestionTotals
    kinds: list[ApprovalKindOut]


class ApprovalDecideIn(Schema):
    yes: bool
    note: Clean = Field("", max_length=500)
