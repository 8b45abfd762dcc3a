"""Work records and promises as they leave the house."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.db.models import Case as Choose
from django.db.models import F, OuterRef, QuerySet, Subquery, TextField, Value, When
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Coalesce, Concat

from anjie.access.actors import Actor
from anjie.foundation import money
from anjie.lines.recovery.deeds import WorkDeed
from anjie.lines.recovery.work import search
from anjie.lines.recovery.work.models import Promise, ResultCode, WorkRecord
from anjie.lines.recovery.work.schemas import PromiseQuery, RecordQuery
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
    organisations,
    plainly,
    register_exporter,
)

_C = ExportColumn
_CHANNELS, _ORIGINS = dict(WorkRecord.Channel.choices), dict(WorkRecord.Origin.choices)
_MEANINGS, _PROMISES = dict(ResultCode.Meaning.choices), dict(Promise.State.choices)


def _promise(value: str) -> Subquery:
    return Subquery(Promise.objects.filter(record=OuterRef("pk")).order_by("pk").values(value)[:1])


def _promised(amount: Decimal | None, due_on: date | None) -> str | None:
    return None if amount is None else f"{money.show(amount)} {due_on}"


def _above(path: str) -> Coalesce:
    """The label above a result with its stroke, nothing where nothing stands above."""
    return Coalesce(Concat(f"{path}__label", Value(" / ")), Value(""), output_field=TextField())


_RESULT = Choose(
    When(result__parent__parent__isnull=False, then=Concat(
        _above("result__parent__parent"), _above("result__parent"), "result__label", output_field=TextField())),
    When(result__parent__isnull=False, then=Concat(
        _above("result__parent"), "result__label", output_field=TextField())),
    default=F("result__label"),
    output_field=TextField(),
)  # fmt: skip
_WARNED = Choose(
    When(verdict__allowed=False, then=KeyTextTransform("message", "verdict")),
    default=Value(""),
    output_field=TextField(),
)

RECORDS = {
    "at": _C("联系时间", "moment", width=20),
    "case_no": _C("案件编号", source="case__no", width=18),
    "debtor": _C("债务人", source="case__title"),
    "channel": _C("方式", source=in_words("channel", _CHANNELS)),
    "number_mask": _C("号码", width=18),
    "relation": _C("关系"),
    "result": _C("结果", source=_RESULT, width=24),
    "note": _C("备注", width=50),
    "promise": _C("承诺", width=24, opened=(_promise("amount"), _promise("due_on")), show=_promised),
    "next_on": _C("下次跟进", "date"),
    "by": _C("催收员", source="membership__account__name"),
    "unit": _C("小组", source="membership__unit__name"),
    "client": _C("委托方", source="case__organisation__name", width=22),
    "batch_no": _C("批次", source="case__batch__no", width=18),
    "spoke_to": _C("联系人"),
    "origin": _C("来源", source=in_words("origin", _ORIGINS)),
    "entered_at": _C("录入时间", "moment", width=20),
    "warning": _C("联系规则提示", source=_WARNED, width=40),
    "promised_amount": _C("承诺金额", "money", _promise("amount"), usual=False),
    "promised_on": _C("承诺日期", "date", _promise("due_on"), usual=False),
}
PROMISES = {
    "due_on": _C("承诺日期", "date"),
    "case_no": _C("案件编号", source="case__no", width=18),
    "debtor": _C("债务人", source="case__title"),
    "amount": _C("承诺金额", "money"),
    "paid_amount": _C("已还", "money"),
    "state": _C("状态", source=in_words("state", _PROMISES)),
    "by": _C("登记人", source="membership__account__name"),
    "made_at": _C("登记时间", "moment", width=20),
    "judged_at": _C("判定时间", "moment", width=20),
}
_SHARED = {
    "case": ("案件", plainly),
    "membership": ("催收员", members),
    "unit": ("小组", organisations),
    "unit_is": ("小组（不含下级）", organisations),
    "by_people": ("有登记人", plainly),
    "client": ("委托方", organisations),
    "batch": ("批次", batches),
}


def _records(actor: Actor, wanted: Wanted) -> QuerySet[WorkRecord]:
    return of_ids(search.records(actor, asked_of(RecordQuery, wanted).dict()), wanted)


def _promises(actor: Actor, wanted: Wanted) -> QuerySet[Promise]:
    actor.require(WorkDeed.RECORDS_SEE)
    asked = asked_of(PromiseQuery, wanted).dict()
    return of_ids(search.promises(actor, asked), wanted).order_by("due_on", "id")


def register() -> None:
    """Let the lists of work be taken out; called once at start-up."""
    register_exporter(
        of_table(
            "work_records",
            "催记",
            WorkDeed.RECORDS_SEE,
            RECORDS,
            _records,
            filters={
                **_SHARED,
                "q": ("搜索", plainly),
                "channel": ("方式", coded(_CHANNELS)),
                "origin": ("来源", coded(_ORIGINS)),
                "meaning": ("结果", coded(_MEANINGS)),
                "since": ("联系日期不早于", plainly),
                "until": ("联系日期不晚于", plainly),
                "late": ("非当日录入", plainly),
                "warned": ("有规则提示", plainly),
                "promised": ("有承诺", plainly),
            },
        )
    )
    register_exporter(
        of_table(
            "promises",
            "还款承诺",
            WorkDeed.RECORDS_SEE,
            PROMISES,
            _promises,
            filters={
                **_SHARED,
                "holder": ("持有人", members),
                "state": ("状态", coded(_PROMISES)),
                "due_from": ("承诺日期不早于", plainly),
                "due_until": ("承诺日期不晚于", plainly),
                "made_from": ("登记日期不早于", plainly),
                "made_until": ("登记日期不晚于", plainly),
            },
        )
    )
