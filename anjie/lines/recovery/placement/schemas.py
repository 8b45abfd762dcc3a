"""What placement lists and batches say over HTTP."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated

from ninja import Schema
from pydantic import BaseModel, Field

from anjie.desk.public import Clean, Day, Id, Ids, Text, Words
from anjie.desk.schemas_list import CaseRowOut, MovedOut, PageIn, TotalsOut
from anjie.lines.recovery.placement.queries import PlacementQuery

__all__ = [
    "BatchChangeIn", "BatchFilters", "BatchIn", "BatchListOut", "BatchMoveIn", "BatchOut", "MovedOut", "PageIn",
    "PlacementListOut", "SearchIn",
]  # fmt: skip

Rate = Annotated[Decimal | None, Field(ge=0, le=1, max_digits=7, decimal_places=5)]


class PlacementRowOut(CaseRowOut):
    """A placement in a list; the commission rate only for who may see it."""

    serial_no: str = ""
    contract_no: str = ""
    card_mask: str = ""
    card_kind: str = ""
    placed_on: date | None = None
    recall_on: date | None = None
    retained_times: int = 0
    overdue_days: int | None = None
    overdue_since: date | None = None
    principal: Decimal | None = None
    latest_balance: Decimal | None = None
    last_paid_on: date | None = None
    last_paid_amount: Decimal | None = None
    commission_rate: Decimal | None = None
    promise_due_on: date | None = None


class PlacementListOut(BaseModel):
    rows: list[PlacementRowOut]
    count: int
    totals: TotalsOut


class SearchIn(PageIn):
    """A list question in a body, for when ``q`` holds a number that no address may carry."""

    filter: PlacementQuery = PlacementQuery()


class BatchFilters(BaseModel):
    """Filters on batches; ``no`` is part of the number."""

    client: Ids = None
    unit: Ids = None
    state: Words = None
    kind: Words = None
    region: Text | None = None
    no: Text | None = None
    received_from: Day = None
    received_to: Day = None
    term_from: Day = None
    term_to: Day = None


class BatchMoveOut(Schema):
    code: str
    label: str
    reason: str
    tone: str
    options: list[str]


class StateCountOut(Schema):
    value: str
    label: str
    count: int


class BatchOut(Schema):
    """A batch with counts and sums of its cases within reach."""

    id: int
    no: str
    client_id: int
    client: str
    unit_id: int
    unit: str
    state: str
    state_label: str
    region: str
    kind: str
    received_on: date | None
    term_on: date | None
    days_left: int | None
    fee_rate: Decimal | None
    note: str
    created_by: str
    created_at: datetime
    cases: int
    open_cases: int
    amount: Decimal
    settled: Decimal
    balance: Decimal
    states: list[StateCountOut]
    may_edit: bool
    may_delete: bool
    moves: list[BatchMoveOut]


class BatchTotalsOut(Schema):
    """``count`` batches with ``cases`` cases, and the cases' sums."""

    count: int
    cases: int
    amount: Decimal
    settled: Decimal
    balance: Decimal


class BatchListOut(Schema):
    rows: list[BatchOut]
    count: int
    totals: BatchTotalsOut


class BatchChangeIn(Schema):
    """What is left out stays."""

    no: Clean | None = Field(None, max_length=64)
    unit_id: Id | None = None
    region: Clean | None = Field(None, max_length=40)
    kind: Clean | None = Field(None, max_length=40)
    received_on: Day = None
    term_on: Day = None
    fee_rate: Rate = None
    note: Clean | None = Field(None, max_length=500)


class BatchIn(Schema):
    client_id: Id
    no: Clean = Field(max_length=64)
    unit_id: Id | None = None
    region: Clean = Field("", max_length=40)
    kind: Clean = Field("", max_length=40)
    received_on: Day = None
    term_on: Day = None
    fee_rate: Rate = None
    note: Clean = Field("", max_length=500)


class BatchMoveIn(Schema):
    reason: str = Field("", max_length=500)
    facts: Annotated[dict[str, str], Field(max_length=20)] = {}
