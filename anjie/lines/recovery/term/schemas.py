"""Terms over HTTP."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import Field

from anjie.desk.public import Clean, Day, Id, Ids, Target, Words

Reason = Annotated[Clean, Field(max_length=500)]
Months = Annotated[int, Field(ge=1, le=36)]
TermOn = Annotated[datetime.date, Field(ge=datetime.date(2000, 1, 1), le=datetime.date(2200, 1, 1))]


class TermPageQuery(Schema):
    page: int = Field(1, ge=1, le=100_000)
    size: int = Field(50, ge=1, le=200)
    sort: str = Field("", max_length=40)


class DueQuery(TermPageQuery):
    """Cases whose term ends within ``within`` days; those that are over are among them, unless ``after`` so many."""

    within: int = Field(30, ge=-3650, le=3650)
    after: int | None = Field(None, ge=-3650, le=3650)
    overdue: bool | None = None
    state: Words = None
    client: Ids = None
    batch: Ids = None
    unit: Ids = None
    holder: Ids = None
    clerk: Ids = None
    retention_asked: bool | None = None


class DueOut(Schema):
    id: int
    case_no: str
    debtor: str
    client_id: int
    client_name: str
    batch_no: str
    holder_id: int | None
    holder_name: str
    clerk_id: int | None
    clerk_name: str
    state: str
    state_label: str
    state_tone: str
    region: str
    category: str
    amount: Decimal
    settled_amount: Decimal
    balance: Decimal
    term_on: datetime.date
    days_left: int
    retained_times: int
    clock_note: str = Field(
        description="why the recall day stands where it does: its clock stands still, or stood"
    )
    retention_id: int | None = Field(description="the retention that waits for a decision")
    last_worked_at: datetime.datetime | None


class DueTotals(Schema):
    amount: Decimal
    balance: Decimal
    overdue: int
    in_3: int
    in_7: int
    in_15: int
    in_30: int


class DuesOut(Schema):
    rows: list[DueOut]
    count: int
    totals: DueTotals


class TermTargetIn(Schema):
    """Cases by ``ids``, or all the case list finds for ``filter``, confirmed by their ``count``."""

    ids: list[Id] | None = Field(None, max_length=50_000)
    filter: dict[str, Any] | None = None
    count: int | None = Field(None, ge=0, le=10_000_000)

    def target(self) -> Target:
        """The chosen cases."""
        return Target(ids=self.ids, filter=self.filter, count=self.count)


class ReturnCasesIn(TermTargetIn):
    reason: Reason


class RetainCasesIn(TermTargetIn):
    """Keep cases by ``months`` (the client's own where left out) or until ``term_on``."""

    reason: Reason = ""
    months: Months | None = None
    term_on: TermOn | None = None


class TermRefusedOut(Schema):
    id: int
    no: str
    code: str
    message: str
    facts: dict[str, Any]


class ReturnedNowOut(Schema):
    returned: list[int]
    refused: list[TermRefusedOut]


class RetainedOut(Schema):
    retained: list[int]
    refused: list[TermRefusedOut]


class RetentionAskIn(Schema):
    case_id: Id
    reason: Reason
    months: Months | None = None


class RetentionDecideIn(Schema):
    ids: list[Id] = Field(min_length=1, max_length=1000)
    granted: bool
    answer: Reason = ""
    months: Months | None = None
    term_on: TermOn | None = None


class RetentionsDecidedOut(Schema):
    decided: list[int]
    refused: list[TermRefusedOut]


class RetentionQuery(TermPageQuery):
    state: Words = None
    client: Ids = None
    batch: Ids = None
    case: Ids = None
    asked_by: Ids = None


class RetentionOut(Schema):
    id: int
    case_id: int
    case_no: str
    debtor: str
    client_name: str
    amount: Decimal
    balance: Decimal
    term_on: datetime.date | None
    asked_by: str
    asked_at: datetime.datetime
    reason: str
    months: int
    state: str
    state_label: str
    decided_by: str
    decided_at: datetime.datetime | None
    answer: str
    old_term_on: datetime.date | None
    new_term_on: datetime.date | None


class RetentionTotals(Schema):
    asked: int
    amount: Decimal


class RetentionsOut(Schema):
    rows: list[RetentionOut]
    count: int
    totals: RetentionTotals


Outcome = Literal["returned", "recalled", "settled"]


class ReturnedQuery(TermPageQuery):
    """What went back, and by ``outcome`` what was settled as well; without one, only what went back."""

    client: Ids = None
    batch: Ids = None
    case: Ids = None
    returned_from: Day = None
    returned_to: Day = None
    outcome: list[Outcome] | None = None


class ReturnSheetRowOut(Schema):
    case_id: int
    case_no: str
    client_name: str
    serial_no: str
    contract_no: str
    batch_no: str
    debtor: str
    id_mask: str
    card_mask: str
    placed_on: datetime.date
    recall_on: datetime.date | None
    returned_on: datetime.date | None
    amount: Decimal
    settled_amount: Decimal
    balance: Decimal
    retained_times: int
    records: int
    last_worked_on: datetime.date | None
    last_result: str
    last_note: str
    promise: str
    reason: str
    outcome: str


class ReturnTotals(Schema):
    amount: Decimal
    settled_amount: Decimal
    balance: Decimal


class ReturnSheetOut(Schema):
    rows: list[ReturnSheetRowOut]
    count: int
    totals: ReturnTotals
