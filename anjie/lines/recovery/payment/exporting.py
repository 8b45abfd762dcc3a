"""Repayments, claimed payments and the lines of a reconciliation as they leave the house."""

from __future__ import annotations

from django.db.models import Case as Choose
from django.db.models import QuerySet, Value, When
from pydantic import Field

from anjie.access.actors import Actor
from anjie.foundation.bounds import Id
from anjie.lines.recovery.deeds import PaymentDeed, PlacementDeed
from anjie.lines.recovery.moves import STATES
from anjie.lines.recovery.payment import queries
from anjie.lines.recovery.payment.models import ClaimedPayment, ReconciliationLine, Repayment
from anjie.lines.recovery.payment.schemas import ClaimQuery, PaymentQuery, ReconciliationLineQuery
from anjie.services.sheets.exporting.exporters import (
    ExportColumn,
    Wanted,
    asked_of,
    batches,
    coded,
    in_words,
    members,
    of_ids,
    of_table,
    ordered,
    organisations,
    plainly,
    register_exporter,
)

_C = ExportColumn
_SOURCES, _CLAIMS = dict(Repayment.Source.choices), dict(ClaimedPayment.State.choices)
_CAUSES = dict(ReconciliationLine.Cause.choices)
_COUNTED = Choose(When(reversed_at__isnull=True, then=Value("已计入")), default=Value("已冲正"))

PAYMENTS = {
    "paid_on": _C("还款日期", "date"),
    "case_no": _C("案件编号", source="case__no", width=18),
    "serial_no": _C("个案序列号", source="case__placement__serial_no", width=20),
    "debtor": _C("债务人", source="case__title"),
    "amount": _C("还款金额", "money"),
    "counted": _C("状态", source=_COUNTED),
    "client_name": _C("委托方", source="client__name", width=22),
    "batch_no": _C("批次", source="case__batch__no", width=18),
    "holder_name": _C("当时催收员", source="holder__account__name"),
    "unit_name": _C("小组", source="holder__unit__name"),
    "region": _C("地区", source="case__region"),
    "source_label": _C("来源", source=in_words("source", _SOURCES)),
    "reference": _C("流水号", width=20),
    "case_balance": _C("案件余额", "money", "case__balance"),
    "case_state_label": _C("案件状态", source=in_words("case__state", {s.code: s.label for s in STATES})),
    "commission_rate": _C("佣金比例", "percent", deed=PlacementDeed.SEE_COMMISSION),
    "note": _C("备注", width=30),
    "entered_by_name": _C("录入人", source="entered_by__account__name"),
    "entered_at": _C("录入时间", "moment", width=20),
    "reversal_reason": _C("冲正原因", width=24),
    "reversed_by_name": _C("冲正人", source="reversed_by__account__name"),
    "reversed_at": _C("冲正时间", "moment", width=20),
}
CLAIMS = {
    "asked_at": _C("登记时间", "moment", width=20),
    "case_no": _C("案件编号", source="case__no", width=18),
    "debtor": _C("债务人", source="case__title"),
    "amount": _C("登记金额", "money"),
    "paid_on": _C("还款日期", "date"),
    "state": _C("状态", source=in_words("state", _CLAIMS)),
    "payer": _C("还款人"),
    "way": _C("还款方式"),
    "asked_by": _C("登记人", source="asked_by__account__name"),
    "client_name": _C("委托方", source="case__organisation__name", width=22),
    "note": _C("备注", width=30),
    "answer": _C("核实说明", width=30),
    "answered_by": _C("核实人", source="answered_by__account__name"),
    "answered_at": _C("核实时间", "moment", width=20),
}
LINES = {
    "cause_label": _C("原因", source=in_words("cause", _CAUSES)),
    "row": _C("对方行号", "integer"),
    "key": _C("对方标识", width=22),
    "case_no": _C("案件编号", source="case__no", width=18),
    "debtor": _C("债务人", source="case__title"),
    "theirs_on": _C("对方日期", "date"),
    "ours_on": _C("我方日期", "date"),
    "theirs_amount": _C("对方金额", "money"),
    "ours_amount": _C("我方金额", "money"),
    "difference": _C("差额", "money"),
}
_SHARED = {
    "q": ("搜索", plainly),
    "client": ("委托方", organisations),
    "batch": ("批次", batches),
    "unit": ("小组", organisations),
    "unit_is": ("小组（不含下级）", organisations),
    "holder": ("催收员", members),
    "blank": (
        "未填",
        coded({"holder": "催收员", "unit": "小组", "batch": "批次", "rate": "佣金比例", "region": "地区"}),
    ),
    "placed_from": ("委案日期不早于", plainly),
    "placed_to": ("委案日期不晚于", plainly),
    "region_is": ("地区（原文）", plainly),
    "rate": ("佣金比例", plainly),
    "asked_by": ("登记人", members),
    "case": ("案件", plainly),
    "region": ("地区", plainly),
    "source": ("来源", coded(_SOURCES)),
    "import_id": ("导入", plainly),
    "paid_from": ("还款日期不早于", plainly),
    "paid_to": ("还款日期不晚于", plainly),
    "amount_from": ("金额不小于", plainly),
    "amount_to": ("金额不大于", plainly),
    "reversed": ("已冲正", plainly),
}


class LinesWanted(ReconciliationLineQuery):
    """Lines of one reconciliation."""

    reconciliation: Id = Field(description="the reconciliation they belong to")


def _payments(actor: Actor, wanted: Wanted) -> QuerySet[Repayment]:
    found = of_ids(queries.payments(actor, asked_of(PaymentQuery, wanted)), wanted)
    return ordered(found, wanted, queries.PAYMENT_SORTS, "-paid_on")


def _claims(actor: Actor, wanted: Wanted) -> QuerySet[ClaimedPayment]:
    found = of_ids(queries.claims(actor, asked_of(ClaimQuery, wanted)), wanted)
    return ordered(found, wanted, queries.CLAIM_SORTS, "-asked_at")


def _lines(actor: Actor, wanted: Wanted) -> QuerySet[ReconciliationLine]:
    asked = asked_of(LinesWanted, wanted)
    found = queries.lines_of(actor, asked.reconciliation, asked.cause, asked.differences_only)
    return of_ids(found, wanted).order_by("pk")


def register() -> None:
    """Let the lists of money be taken out; called once at start-up."""
    register_exporter(
        of_table("repayments", "还款记录", PaymentDeed.SEE, PAYMENTS, _payments, filters=_SHARED)
    )
    register_exporter(
        of_table(
            "claimed_payments",
            "登记还款",
            PaymentDeed.SEE,
            CLAIMS,
            _claims,
            filters={**_SHARED, "state": ("状态", coded(_CLAIMS))},
        )
    )
    register_exporter(
        of_table(
            "reconciliation_lines",
            "对账明细",
            PaymentDeed.RECONCILE,
            LINES,
            _lines,
            filters={
                "reconciliation": ("对账", plainly),
                "cause": ("原因", coded(_CAUSES)),
                "differences_only": ("只看差异", plainly),
            },
        )
    )
