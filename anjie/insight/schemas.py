"""What the figures say over HTTP: every one with the query of the list behind it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ninja import Schema

Drill = dict[str, str]


class MineOut(Schema):
    count: int
    amount: Decimal
    settled: Decimal
    balance: Decimal
    month_count: int
    month_amount: Decimal
    drill: Drill
    drill_month: Drill


class MonthOut(Schema):
    month: str
    count: int
    amount: Decimal
    drill: Drill


class NeedOut(Schema):
    key: str
    label: str
    count: int
    page: str
    query: Drill


class HomeOut(Schema):
    today: date
    mine: MineOut | None
    months: list[MonthOut]
    needs: list[NeedOut]


class RecoveredRowOut(Schema):
    key: str
    label: str
    count: int
    amount: Decimal
    drill: Drill


class RecoveredOut(Schema):
    rows: list[RecoveredRowOut]
    count: int
    amount: Decimal


class BatchFiguresOut(Schema):
    count: int
    worked: int
    open_count: int
    settled_count: int
    returned_count: int
    amount: Decimal
    repaid: Decimal
    balance: Decimal
    recovery_rate: Decimal


class BatchRowOut(BatchFiguresOut):
    id: int
    no: str
    client: str
    region: str
    received_on: date | None
    term_on: date | None
    drill: Drill


class BatchReportOut(Schema):
    rows: list[BatchRowOut]
    totals: BatchFiguresOut


class CollectorRowOut(Schema):
    id: int
    name: str
    unit: str
    count: int
    amount: Decimal
    balance: Decimal
    worked: int
    unworked: int
    records: int
    promises: int
    promises_kept: int
    promises_broken: int
    repaid: Decimal
    repayments: int
    drill_cases: Drill
    drill_repayments: Drill


class CollectorReportOut(Schema):
    rows: list[CollectorRowOut]


class VintageCellOut(Schema):
    month: int
    amount: Decimal
    rate: Decimal
    complete: bool
    drill: Drill


class VintageRowOut(Schema):
    key: str
    label: str
    count: int
    amount: Decimal
    cells: list[VintageCellOut]
    drill: Drill


class VintageOut(Schema):
    rows: list[VintageRowOut]
    months: int


class PerformanceRowOut(Schema):
    key: str
    label: str
    unit: str
    placed: int
    placed_amount: Decimal
    worked: int
    records: int
    made: int
    kept: int
    partly: int
    broken: int
    repayments: int
    recovered: Decimal
    rate: Decimal
    drill_placed: Drill
    drill_records: Drill
    drill_promises: Drill
    drill_repayments: Drill


class PerformanceOut(Schema):
    rows: list[PerformanceRowOut]
    totals: PerformanceRowOut


class EndedOut(Schema):
    count: int
    amount: Decimal
    settled_amount: Decimal
    balance: Decimal
    drill: Drill


class WeeklyRowOut(Schema):
    key: str
    client_id: int | None
    batch_id: int | None
    client: str
    batch: str
    returned: EndedOut
    recalled: EndedOut
    settled: EndedOut
    sheet: Drill


class WeeklyOut(Schema):
    from_on: date
    to_on: date
    rows: list[WeeklyRowOut]
    totals: WeeklyRowOut


class ComplaintCountsOut(Schema):
    key: str
    label: str
    count: int
    minor: int
    general: int
    major: int
    open: int
    closed: int
    late: int
    drill: Drill


class ComplaintReportOut(Schema):
    rows: list[ComplaintCountsOut]
    totals: ComplaintCountsOut


class MediationFiguresOut(Schema):
    """``rate`` is agreed ÷ ended; ``days`` from filing to the outcome, on average, null where nothing ended."""

    key: str
    label: str
    count: int
    going_on: int
    ended: int
    agreed: int
    confirmed: int
    failed: int
    historical: int
    rate: Decimal
    days: Decimal | None
    drill: Drill


class MediationReportOut(Schema):
    """``narrower``: what the list is asked beside a row's drill for each of its figures."""

    rows: list[MediationFiguresOut]
    totals: MediationFiguresOut
    narrower: dict[str, dict[str, list[str]]]
