"""Due cases, and the client's return sheet with what came of the work, as they leave the house."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Case as Choose
from django.db.models import Exists, OuterRef, QuerySet, Value, When

from anjie.access.actors import Actor
from anjie.desk.public import Case
from anjie.lines.recovery.deeds import TermDeed
from anjie.lines.recovery.moves import STATES
from anjie.lines.recovery.term import queries
from anjie.lines.recovery.term.models import Retention
from anjie.lines.recovery.term.schemas import DueQuery, ReturnedQuery
from anjie.services.sheets.exporting.exporters import (
    CASE,
    ExportColumn,
    Exporter,
    RowsOut,
    Wanted,
    asked_of,
    batches,
    coded,
    days_until,
    in_words,
    members,
    of_ids,
    of_table,
    ordered,
    organisations,
    plainly,
    register_exporter,
)
from anjie.services.terms.pausing import clock_note

_C = ExportColumn
_STATES = {state.code: state.label for state in STATES}


def _asked_to_keep() -> Choose:
    waiting = Retention.objects.filter(case=OuterRef("pk"), state=Retention.State.ASKED)
    return Choose(When(Exists(waiting), then=Value("待决定")), default=Value(""))


DUE = {
    "case_no": _C("案件编号", source="no", width=18),
    "debtor": _C("债务人", source="title"),
    "term_on": _C("退案日期", "date"),
    "days_left": _C("剩余天数", "integer", lambda: days_until("term_on")),
    "clock_note": _C("停算", source=clock_note, width=28),
    "state": _C("状态", source=in_words("state", _STATES)),
    "balance": _C("余额", "money"),
    "amount": _C("委案金额", "money"),
    "settled_amount": _C("已还", "money"),
    "holder_name": _C("催收员", source="holder__account__name"),
    "last_worked_at": _C("上次跟进", "moment", width=20),
    "retention": _C("留案", source=_asked_to_keep),
    "client_name": _C("委托方", source="organisation__name", width=22),
    "batch_no": _C("批次", source="batch__no", width=18),
    "category": _C("账龄"),
    "region": _C("地区"),
    "clerk_name": _C("内勤", source="clerk__account__name"),
}
_HOLDS = {
    "placed_on": "date", "recall_on": "date", "returned_on": "date", "last_worked_on": "date", "amount": "money",
    "settled_amount": "money", "balance": "money", "retained_times": "integer", "records": "integer",
}  # fmt: skip
RETURNED = {
    **{key: _C(label, _HOLDS.get(key, "text"), width=18) for key, label in queries.RETURN_SHEET},
    "client_name": _C("委托方", width=22, usual=False),
    "outcome": _C("办结方式", usual=False),
}


def _due(actor: Actor, wanted: Wanted) -> QuerySet[Case]:
    found = of_ids(queries.due(actor, asked_of(DueQuery, wanted)), wanted)
    return ordered(found, wanted, queries.DUE_SORTS, "term_on")


def _returned(actor: Actor, wanted: Wanted) -> ReturnedQuery:
    """The sheet is narrowed by case where rows were ticked: its rows are cases."""
    asked = asked_of(ReturnedQuery, wanted)
    if wanted.ids is not None:
        asked.case = sorted(set(asked.case or wanted.ids) & set(wanted.ids)) or [0]
    return asked


def _returned_rows(actor: Actor, wanted: Wanted, keys: Sequence[str]) -> RowsOut:
    fields = ["case_id" if key == CASE else key for key in keys]
    for row in queries.return_sheet(actor, _returned(actor, wanted)):
        yield [row[field] for field in fields]


def _returned_count(actor: Actor, wanted: Wanted) -> int:
    return queries.returned(actor, _returned(actor, wanted)).count()


def register() -> None:
    """Let the lists of terms be taken out; called once at start-up."""
    shared = {"client": ("委托方", organisations), "batch": ("批次", batches), "case": ("案件", plainly)}
    register_exporter(
        of_table(
            "due_cases",
            "到期案件",
            TermDeed.DUE_SEE,
            DUE,
            _due,
            filters={
                **shared,
                "within": ("到期天数不超过", plainly),
                "overdue": ("已过期", plainly),
                "state": ("状态", coded(_STATES)),
                "unit": ("小组", organisations),
                "holder": ("催收员", members),
                "clerk": ("内勤", members),
                "retention_asked": ("已申请留案", plainly),
            },
            case_id="pk",
        )
    )
    register_exporter(
        Exporter(
            "returned_cases",
            "退案清单",
            TermDeed.DUE_SEE,
            RETURNED,
            _returned_rows,
            _returned_count,
            {
                **shared,
                "returned_from": ("退案日不早于", plainly),
                "returned_to": ("退案日不晚于", plainly),
                "outcome": ("办结方式", coded({"returned": "退案", "recalled": "撤案", "settled": "结清"})),
            },
        )
    )
