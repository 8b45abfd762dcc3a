"""Repayments, claims and reconciliations over HTTP."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import Field

from anjie.desk.public import Clean, Day, Id, Ids, Money, Words

Amount = Annotated[Decimal, Field(gt=0, le=Decimal("999999999999.99"), max_digits=14, decimal_places=2)]
PaidOn = Annotated[datetime.date, Field(ge=datetime.date(2000, 1, 1), le=datetime.date(2200, 1, 1))]


Short = Annotated[Clean, Field(max_length=80)]
Note = Annotated[Clean, Field(max_length=200)]
Long = Annotated[Clean, Field(max_length=500)]


Blank = Literal["holder", "unit", "batch", "rate", "region"]


class PaymentPageQuery(Schema):
    page: int = Field(1, ge=1, le=100_000)
    size: int = Field(50, ge=1, le=200)
    sort: str = Field("", max_length=40)


class PaymentQuery(PaymentPageQuery):
    """Filters on repayments; ranges include both ends.

    ``unit`` includes the units below it, ``unit_is`` does not. ``blank`` asks for what has no holder, unit,
    batch, rate or region; ``placed_from`` and ``placed_to`` for when the case was placed.
    """

    q: Annotated[Clean, Field(max_length=100)] = ""
    client: Ids = None
    batch: Ids = None
    unit: Ids = None
    unit_is: Ids = None
    holder: Ids = None
    case: Ids = None
    import_id: Ids = None
    blank: list[Blank] | None = None
    placed_from: Day = None
    placed_to: Day = None
    region: Words = None
    region_is: Words = None
    source: Words = None
    rate: Annotated[Decimal | None, Field(ge=0, le=1, decimal_places=5)] = None
    paid_from: Day = None
    paid_to: Day = None
    amount_from: Money = None
    amount_to: Money = None
    reversed: bool | None = None


class PaymentSearchIn(PaymentPageQuery):
    """The list's question in a body: page, size, sort, and the filters by name."""

    filter: dict[str, Any] = {}

    def query(self) -> PaymentQuery:
        """The question as the list takes it."""
        return PaymentQuery(**{**self.filter, "page": self.page, "size": self.size, "sort": self.sort})


class PaymentOut(Schema):
    id: int
    case_id: int
    case_no: str
    debtor: str
    client_id: int
    client_name: str
    batch_id: int | None
    batch_no: str
    region: str
    holder_id: int | None
    holder_name: str
    unit_name: str
    amount: Decimal
    paid_on: datetime.date
    reference: str
    commission_rate: Decimal | None
    source: str
    source_label: str
    import_id: int | None
    note: str
    case_state: str
    case_state_label: str
    case_balance: Decimal
    entered_by_name: str
    entered_at: datetime.datetime
    reversed_at: datetime.datetime | None
    reversed_by_name: str
    reversal_reason: str


class PaymentTotals(Schema):
    amount: Decimal
    counted: int
    reversed_amount: Decimal
    cases: int


class PaymentsOut(Schema):
    rows: list[PaymentOut]
    count: int
    totals: PaymentTotals


class RepaymentIn(Schema):
    case_id: Id
    amount: Amount
    paid_on: PaidOn
    reference: Short = ""
    note: Note = ""
    another: bool = Field(False, description="确为另一笔同日同额还款")


class PaymentNoteOut(Schema):
    row: int
    code: str
    message: str
    facts: dict[str, Any]


class CountedOut(Schema):
    counted: list[int]
    amount: Decimal
    settled: list[int]
    claims: list[int]
    warnings: list[PaymentNoteOut]


class ReverseIn(Schema):
    ids: list[Id] = Field(min_length=1, max_length=1000)
    reason: Note


class PaymentRefusedOut(Schema):
    id: int
    code: str
    message: str
    facts: dict[str, Any]


class ReversedOut(Schema):
    reversed: list[int]
    amount: Decimal
    reopened: list[int]
    refused: list[PaymentRefusedOut]


class ClaimQuery(PaymentPageQuery):
    state: Words = None
    client: Ids = None
    batch: Ids = None
    asked_by: Ids = None
    case: Ids = None
    paid_from: Day = None
    paid_to: Day = None


class ClaimOut(Schema):
    id: int
    case_id: int
    case_no: str
    debtor: str
    client_name: str
    amount: Decimal
    paid_on: datetime.date
    payer: str
    way: str
    note: str
    state: str
    state_label: str
    asked_by_id: int | None
    asked_by: str
    asked_at: datetime.datetime
    answer: str
    answered_by: str
    answered_at: datetime.datetime | None
    repayment_id: int | None


class ClaimTotals(Schema):
    amount: Decimal
    waiting: int
    waiting_amount: Decimal


class ClaimsOut(Schema):
    rows: list[ClaimOut]
    count: int
    totals: ClaimTotals


class ClaimIn(Schema):
    case_id: Id
    amount: Amount
    paid_on: PaidOn
    payer: Annotated[Clean, Field(max_length=60)] = ""
    way: Annotated[Clean, Field(max_length=40)] = ""
    note: Long = ""


class ClaimAnswerIn(Schema):
    confirmed: bool
    answer: Long = ""
    amount: Amount | None = Field(None, description="银行实际入账金额，与登记不同时填写")
    paid_on: PaidOn | None = Field(None, description="银行实际入账日期")
    reference: Short = ""


class ClaimAnswersIn(Schema):
    ids: list[Id] = Field(min_length=1, max_length=1000)
    confirmed: bool
    answer: Long = ""


class ClaimsAnsweredOut(Schema):
    answered: list[int]
    refused: list[PaymentRefusedOut]


class ReconciliationQuery(PaymentPageQuery):
    client: Ids = None


class ReconciliationOut(Schema):
    id: int
    client_id: int
    client_name: str
    from_on: datetime.date
    to_on: datetime.date
    file_name: str
    theirs_count: int
    theirs_amount: Decimal
    ours_count: int
    ours_amount: Decimal
    difference: Decimal
    by: str
    at: datetime.datetime
    closed_at: datetime.datetime | None


class ReconciliationsOut(Schema):
    rows: list[ReconciliationOut]
    count: int
    totals: dict[str, Any]


class ReconciliationCauseOut(Schema):
    cause: str
    label: str
    count: int
    theirs_amount: Decimal
    ours_amount: Decimal
    difference: Decimal


class ReconciliationDetailOut(ReconciliationOut):
    causes: list[ReconciliationCauseOut]
    explained: Decimal
    unexplained: Decimal


Cause = Literal[
    "matched", "missing_here", "missing_there", "amount", "day", "duplicate_there", "duplicate_here",
    "unknown_case", "outside_period", "reversed",
]  # fmt: skip


class ReconciliationLineQuery(PaymentPageQuery):
    cause: list[Cause] | None = None
    differences_only: bool = False


class ReconciliationLineOut(Schema):
    id: int
    cause: str
    cause_label: str
    case_id: int | None
    case_no: str
    debtor: str
    repayment_id: int | None
    row: int | None
    key: str
    theirs_on: datetime.date | None
    ours_on: datetime.date | None
    theirs_amount: Decimal
    ours_amount: Decimal
    difference: Decimal


class ReconciliationLineTotals(Schema):
    theirs_amount: Decimal
    ours_amount: Decimal
    difference: Decimal


class ReconciliationLinesOut(Schema):
    rows: list[ReconciliationLineOut]
    count: int
    totals: ReconciliationLineTotals


class ClientListRowIn(Schema):
    """One row of a client's list, sent as rows instead of a workbook."""

    row: int = Field(ge=1, le=10_000_000)
    amount: Annotated[Decimal, Field(ge=0, le=Decimal("999999999999.99"), decimal_places=2)]
    paid_on: PaidOn
    serial_no: Short = ""
    contract_no: Short = ""
    card_no: Annotated[Clean, Field(max_length=32)] = ""
    id_no: Annotated[Clean, Field(max_length=32)] = ""
    placed_on: PaidOn | None = None
    reference: Short = ""


class ReconcileIn(Schema):
    client: Id
    from_on: PaidOn
    to_on: PaidOn
    rows: list[ClientListRowIn] = Field(max_length=20_000)


class ReconcileFileIn(Schema):
    client: Id
    from_on: PaidOn
    to_on: PaidOn
