"""The list of complaints as it leaves the house."""

from __future__ import annotations

from django.db.models import QuerySet

from anjie.access.actors import Actor
from anjie.lines.recovery.deeds import QualityDeed
from anjie.lines.recovery.quality import queries
from anjie.lines.recovery.quality.models import Complaint
from anjie.lines.recovery.quality.schemas import ComplaintQuery
from anjie.services.sheets.exporting.exporters import (
    ExportColumn,
    Wanted,
    asked_of,
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
_SEVERITIES, _STATES = dict(Complaint.Severity.choices), dict(Complaint.State.choices)
_CHANNELS = dict(Complaint.Channel.choices)
COMPLAINTS = {
    "received_on": _C("受理日期", "date"),
    "severity": _C("级别", source=in_words("severity", _SEVERITIES)),
    "case_no": _C("案件编号", source="case__no", width=18),
    "debtor": _C("债务人", source="case__title"),
    "client_name": _C("委托方", source="case__organisation__name", width=22),
    "complainant": _C("投诉人"),
    "channel": _C("渠道", source=in_words("channel", _CHANNELS)),
    "against": _C("被投诉人", source="against__account__name"),
    "unit_name": _C("小组", source="against__unit__name"),
    "what": _C("投诉内容", width=40),
    "why": _C("原因", width=24),
    "state": _C("状态", source=in_words("state", _STATES)),
    "next_due_on": _C("下一步期限", "date"),
    "measures": _C("处理措施", width=30),
    "result": _C("处理结果", width=30),
    "by": _C("登记人", source="by__account__name"),
    "closed_at": _C("办结时间", "moment", width=20),
}


def _complaints(actor: Actor, wanted: Wanted) -> QuerySet[Complaint]:
    found = of_ids(queries.complaints(actor, asked_of(ComplaintQuery, wanted)), wanted)
    return ordered(found, wanted, queries.SORTS, "-received_on")


def register() -> None:
    """Let complaints be taken out; called once at start-up."""
    register_exporter(
        of_table(
            "complaints",
            "投诉",
            QualityDeed.COMPLAINTS_SEE,
            COMPLAINTS,
            _complaints,
            filters={
                "q": ("搜索", plainly),
                "case": ("案件", plainly),
                "client": ("委托方", organisations),
                "against": ("被投诉人", members),
                "nobody": ("未指明被投诉人", plainly),
                "severity": ("级别", coded(_SEVERITIES)),
                "state": ("状态", coded(_STATES)),
                "channel": ("渠道", coded(_CHANNELS)),
                "received_from": ("受理日期不早于", plainly),
                "received_to": ("受理日期不晚于", plainly),
                "late": ("超时", plainly),
            },
        )
    )
