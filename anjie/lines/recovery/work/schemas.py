"""Working a debt over HTTP: records, results, promises."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

from ninja import Schema
from pydantic import Field

from anjie.foundation.bounds import Day, Id, Instant, Limit, Offset
from anjie.lines.recovery.work.models import Promise, ResultCode, WorkRecord
from anjie.lines.recovery.work.rules import is_entered_late
from anjie.lines.recovery.work.search import result_path

ChannelName = Literal["call", "sms", "letter", "visit", "robot", "note"]
MeaningName = Literal["connected", "third_party", "not_connected", "invalid", "refused", "note"]
PromiseState = Literal["open", "kept", "partly", "broken", "cancelled"]


class PromiseIn(Schema):
    amount: Decimal = Field(max_digits=14, decimal_places=2)
    due_on: Day


class RecordIn(Schema):
    case: Id
    channel: ChannelName = "call"
    contact_point: Id | None = None
    number: str = Field("", max_length=40)
    attempt: Id | None = None
    result: Id | None = None
    note: str = Field("", max_length=4000)
    next_on: Day | None = None
    promise: PromiseIn | None = None
    made_elsewhere: bool = False
    at: Instant | None = None
    spoke_to: str = Field("", max_length=60)
    key: str = Field("", max_length=64, description="made once per form; a double click is one record")


class ReasonIn(Schema):
    reason: str = Field(min_length=1, max_length=200)


class VerdictStored(Schema):
    allowed: bool
    rule: str | None
    pack: str
    count: int
    until: datetime | None
    message: str


class PromiseBrief(Schema):
    id: int
    amount: Decimal
    due_on: date
    state: str
    paid_amount: Decimal


class RecordOut(Schema):
    id: int
    case_id: int
    case_no: str
    debtor: str
    client: str
    batch_no: str
    channel: str
    origin: str
    contact_point_id: int | None
    number_mask: str
    spoke_to: str
    relation: str
    at: datetime
    entered_at: datetime
    late: bool
    result_id: int | None
    result: str
    meaning: str
    note: str
    next_on: date | None
    verdict: VerdictStored | None
    membership_id: int | None
    by: str
    promise: PromiseBrief | None

    @staticmethod
    def resolve_case_no(row: WorkRecord) -> str:
        return row.case.no

    @staticmethod
    def resolve_debtor(row: WorkRecord) -> str:
        return row.case.title

    @staticmethod
    def resolve_client(row: WorkRecord) -> str:
        return row.case.organisation.name

    @staticmethod
    def resolve_batch_no(row: WorkRecord) -> str:
        return row.case.batch.no if row.case.batch else ""

    @staticmethod
    def resolve_late(row: WorkRecord) -> bool:
        return row.origin != WorkRecord.Origin.SHEET and is_entered_late(row.at, row.entered_at)

    @staticmethod
    def resolve_result(row: WorkRecord) -> str:
        return result_path(row.result)

    @staticmethod
    def resolve_meaning(row: WorkRecord) -> str:
        return row.result.meaning if row.result else ResultCode.Meaning.NOTE

    @staticmethod
    def resolve_by(row: WorkRecord) -> str:
        return row.membership.account.name if row.membership else "系统"

    @staticmethod
    def resolve_promise(row: WorkRecord) -> Promise | None:
        return next(iter(row.promises.all()), None)


class RecordQuery(Schema):
    case: Id | None = None
    person: Id | None = None
    membership: Id | None = None
    unit: Id | None = None
    unit_is: Id | None = None
    by_people: bool = Field(False, description="without what no person entered")
    client: Id | None = None
    batch: Id | None = None
    channel: ChannelName | None = None
    origin: Literal["system", "elsewhere", "sheet"] | None = None
    result: Id | None = None
    meaning: MeaningName | None = None
    since: Day | None = None
    until: Day | None = None
    late: bool = False
    warned: bool = False
    promised: bool = False
    q: str = Field("", max_length=80)
    offset: Offset = 0
    limit: Limit = 50


class RecordTotals(Schema):
    cases: int
    connected: int
    third_party: int
    not_connected: int
    refused: int
    warned: int
    promises: int
    promised_amount: Decimal


class RecordsOut(Schema):
    rows: list[RecordOut]
    count: int
    totals: RecordTotals


class ResultIn(Schema):
    code: str = Field(pattern=r"^[a-z0-9_.]{1,32}$")
    label: str = Field(min_length=1, max_length=40)
    key: str = Field("", pattern=r"^[A-Za-z0-9]?$")
    meaning: MeaningName
    asks_promise: bool = False
    position: int = Field(0, ge=0, le=999)
    parent: Id | None = None
    client: Id | None = None


class ResultChange(Schema):
    label: str | None = Field(None, min_length=1, max_length=40)
    key: str | None = Field(None, pattern=r"^[A-Za-z0-9]?$")
    meaning: MeaningName | None = None
    asks_promise: bool | None = None
    position: int | None = Field(None, ge=0, le=999)
    is_active: bool | None = None


class ResultOut(Schema):
    id: int
    parent: int | None
    client: int | None
    code: str
    label: str
    key: str
    meaning: str
    asks_promise: bool
    is_active: bool
    position: int
    children: list[ResultOut] = []


class ResultSaved(Schema):
    id: int


class PromiseQuery(Schema):
    case: Id | None = None
    membership: Id | None = None
    unit: Id | None = None
    unit_is: Id | None = None
    by_people: bool = Field(False, description="without what no person entered")
    holder: Id | None = None
    client: Id | None = None
    batch: Id | None = None
    state: PromiseState | None = None
    due_from: Day | None = None
    due_until: Day | None = None
    made_from: Day | None = None
    made_until: Day | None = None
    offset: Offset = 0
    limit: Limit = 50


class PromiseOut(Schema):
    id: int
    case_id: int
    case_no: str
    debtor: str
    amount: Decimal
    due_on: date
    made_at: datetime
    state: str
    paid_amount: Decimal
    judged_at: datetime | None
    record_id: int | None
    by: str
    agreement_no: str
    grace_days: int

    @staticmethod
    def resolve_case_no(row: Any) -> str:
        return row.case.no

    @staticmethod
    def resolve_debtor(row: Any) -> str:
        return row.case.title

    @staticmethod
    def resolve_by(row: Any) -> str:
        return row.membership.account.name if row.membership else "系统"


class StateSum(Schema):
    count: int
    amount: Decimal


class PromiseTotals(Schema):
    amount: Decimal
    paid_amount: Decimal
    by_state: dict[str, StateSum]


class PromisesOut(Schema):
    rows: list[PromiseOut]
    count: int
    totals: PromiseTotals
