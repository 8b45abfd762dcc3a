"""Every report as it leaves the house: the rows the page shows, asked in the page's own words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict

from anjie.access.actors import Actor
from anjie.access.deeds import Deed
from anjie.foundation.bounds import Day, Id
from anjie.insight import complaints, mediation, performance, progress, recovered, vintage, weekly
from anjie.lines.mediation.deeds import FiguresDeed
from anjie.lines.recovery.deeds import QualityDeed, ReportDeed
from anjie.services.sheets.exporting.exporters import (
    ExportColumn,
    Exporter,
    RowsOut,
    Wanted,
    asked_of,
    batches,
    coded,
    organisations,
    plainly,
    register_exporter,
)

_C = ExportColumn
_BYS = {
    "day": "日", "month": "月", "year": "年", "batch": "批次", "rate": "佣金比例", "client": "委托方", "unit": "小组",
    "collector": "催收员", "region": "地区",
}  # fmt: skip
_LEVELS = {"person": "个人", "team": "小组", "branch": "分公司", "company": "公司"}
_PERIOD = {"from_on": ("开始日期", plainly), "to_on": ("结束日期", plainly)}
_CLIENT = {"client": ("委托方", organisations)}


class _Asked(BaseModel):
    model_config = ConfigDict(extra="forbid")


class RecoveredAsked(_Asked):
    by: recovered.By
    from_on: Day
    to_on: Day
    client: Id | None = None
    batch: Id | None = None


class BatchesAsked(_Asked):
    client: Id | None = None
    placed_from: Day | None = None
    placed_to: Day | None = None


class CollectorsAsked(_Asked):
    from_on: Day
    to_on: Day
    unit: Id | None = None


class VintageAsked(_Asked):
    by: vintage.VintageBy = "month"
    placed_from: Day
    placed_to: Day
    client: Id | None = None
    months: int = 12


class PerformanceAsked(_Asked):
    by: performance.Level
    from_on: Day
    to_on: Day
    client: Id | None = None


class WeeklyAsked(_Asked):
    day: Day
    client: Id | None = None


class ComplaintsAsked(_Asked):
    by: complaints.ComplaintsBy
    from_on: Day
    to_on: Day
    client: Id | None = None


class MediationAsked(_Asked):
    by: mediation.MediationBy
    from_on: Day
    to_on: Day


def _recovered(actor: Actor, wanted: Wanted) -> list[dict[str, Any]]:
    asked = asked_of(RecoveredAsked, wanted)
    told = recovered.recovered(
        actor, asked.by, asked.from_on, asked.to_on, client=asked.client, batch=asked.batch
    )
    return [*told["rows"], {"label": "合计", **told}]


def _batches(actor: Actor, wanted: Wanted) -> list[dict[str, Any]]:
    told = progress.batches(actor, **asked_of(BatchesAsked, wanted).model_dump())
    return [*told["rows"], {"no": "合计", **told["totals"]}]


def _collectors(actor: Actor, wanted: Wanted) -> list[dict[str, Any]]:
    asked = asked_of(CollectorsAsked, wanted)
    told: list[dict[str, Any]] = progress.collectors(actor, asked.from_on, asked.to_on, unit=asked.unit)[
        "rows"
    ]
    return told


def _vintage(actor: Actor, wanted: Wanted) -> list[dict[str, Any]]:
    asked = asked_of(VintageAsked, wanted)
    told = vintage.vintage(
        actor,
        asked.by,
        asked.placed_from,
        asked.placed_to,
        client=asked.client,
        months=min(max(asked.months, 1), vintage.LONGEST),
    )
    return [
        {
            **row,
            **{f"m{cell['month']}": cell["rate"] for cell in row["cells"]},
            **{f"a{cell['month']}": cell["amount"] for cell in row["cells"]},
        }
        for row in told["rows"]
    ]


def _performance(actor: Actor, wanted: Wanted) -> list[dict[str, Any]]:
    asked = asked_of(PerformanceAsked, wanted)
    told = performance.performance(actor, asked.by, asked.from_on, asked.to_on, client=asked.client)
    return [*told["rows"], told["totals"]]


def _weekly(actor: Actor, wanted: Wanted) -> list[dict[str, Any]]:
    asked = asked_of(WeeklyAsked, wanted)
    told = weekly.weekly(actor, asked.day, client=asked.client)
    return [
        {
            "week": _span(told["from_on"], told["to_on"]),
            "client": row["client"],
            "batch": row["batch"],
            **{f"{way}_{name}": row[way][name] for way in weekly.WAYS for name in ("count", "amount")},
            **{
                f"{way}_{name}": row[way][name]
                for way in weekly.WAYS
                for name in ("settled_amount", "balance")
            },
        }
        for row in (*told["rows"], told["totals"])
    ]


def _complaints(actor: Actor, wanted: Wanted) -> list[dict[str, Any]]:
    asked = asked_of(ComplaintsAsked, wanted)
    told = complaints.complaints(actor, asked.by, asked.from_on, asked.to_on, client=asked.client)
    return [*told["rows"], told["totals"]]


def _mediation(actor: Actor, wanted: Wanted) -> list[dict[str, Any]]:
    asked = asked_of(MediationAsked, wanted)
    told = mediation.mediation(actor, asked.by, asked.from_on, asked.to_on)
    return [*told["rows"], told["totals"]]


def _span(first: date, last: date) -> str:
    return f"{first} 至 {last}"


def _money(label: str, usual: bool = True) -> ExportColumn:
    return _C(label, "money", usual=usual)


def _number(label: str) -> ExportColumn:
    return _C(label, "integer")


_WAYS = {"returned": "退案", "recalled": "撤案", "settled": "结清"}
RECOVERED = {"label": _C("分组", width=24), "count": _number("笔数"), "amount": _money("回收金额")}
BATCHES = {
    "no": _C("批次号", width=20), "client": _C("委托方", width=22), "received_on": _C("委案日期", "date"),
    "term_on": _C("退案日期", "date"), "count": _number("户数"), "worked": _number("已跟进"),
    "settled_count": _number("结清"), "returned_count": _number("退案"), "amount": _money("委案金额"),
    "repaid": _money("已还金额"), "balance": _money("欠款余额"), "recovery_rate": _C("回收率", "percent"),
}  # fmt: skip
COLLECTORS = {
    "name": _C("催收员"), "unit": _C("小组"), "count": _number("持有"), "unworked": _number("未跟进"),
    "amount": _money("委案金额"), "balance": _money("余额"), "records": _number("催记"), "promises": _number("承诺"),
    "promises_kept": _number("履行"), "promises_broken": _number("违约"), "repayments": _number("还款笔数"),
    "repaid": _money("回收金额"),
}  # fmt: skip
VINTAGE = {
    "label": _C("委案月份或批次", width=20),
    "count": _number("户数"),
    "amount": _money("委案金额"),
    **{f"m{k}": _C(f"第 {k} 月累计回收率", "percent", usual=k < 12) for k in range(vintage.LONGEST)},
    **{f"a{k}": _money(f"第 {k} 月累计回收额", usual=False) for k in range(vintage.LONGEST)},
}
PERFORMANCE = {
    "label": _C("名称", width=18), "unit": _C("小组", width=18), "placed": _number("经手户数"),
    "placed_amount": _money("经手金额"), "worked": _number("跟进户数"), "records": _number("催记"),
    "made": _number("承诺"), "kept": _number("履行"), "partly": _number("部分履行"), "broken": _number("违约"),
    "repayments": _number("还款笔数"), "recovered": _money("回收金额"), "rate": _C("回收率", "percent"),
}  # fmt: skip
WEEKLY = {
    "week": _C("周", width=26),
    "client": _C("委托方", width=22),
    "batch": _C("批次", width=20),
    **{
        f"{way}_{name}": column
        for way, label in _WAYS.items()
        for name, column in {
            "count": _number(f"{label}户数"),
            "amount": _money(f"{label}委案金额"),
            "settled_amount": _money(f"{label}已还金额"),
            "balance": _money(f"{label}余额"),
        }.items()
    },
}

COMPLAINTS = {
    "label": _C("分组", width=22), "count": _number("投诉"), "minor": _number("轻微"), "general": _number("一般"),
    "major": _number("重大"), "open": _number("处理中"), "closed": _number("已办结"), "late": _number("超时"),
}  # fmt: skip

MEDIATION = {
    "label": _C("分组", width=22), "count": _number("受理"), "going_on": _number("在办"), "ended": _number("办结"),
    "agreed": _number("调解成功"), "confirmed": _number("其中司法确认"), "failed": _number("调解失败"),
    "historical": _number("其中历史案件"), "rate": _C("成功率", "percent"), "days": _C("平均天数", "money"),
}  # fmt: skip

Told = Callable[[Actor, Wanted], Sequence[Mapping[str, Any]]]


def _report(
    kind: str,
    label: str,
    columns: Mapping[str, ExportColumn],
    told: Told,
    filters: Mapping[str, Any],
    deed: Deed = ReportDeed.SEE,
) -> Exporter:
    """A report is small: its rows are the page's, worked out once more for the file."""

    def rows(actor: Actor, wanted: Wanted, keys: Sequence[str]) -> RowsOut:
        for row in told(actor, wanted):
            yield [row.get(key) for key in keys]

    def count(actor: Actor, wanted: Wanted) -> int:
        return len(told(actor, wanted))

    return Exporter(kind, label, deed, columns, rows, count, filters)


def register() -> None:
    """Let the reports be taken out; called once at start-up."""
    placed = {"placed_from": ("委案日期不早于", plainly), "placed_to": ("委案日期不晚于", plainly)}
    for report in (
        _report("report_recovered", "回收报表", RECOVERED, _recovered,
                {"by": ("分组", coded(_BYS)), **_PERIOD, **_CLIENT, "batch": ("批次", batches)}),
        _report("report_batches", "批次回收率", BATCHES, _batches, {**_CLIENT, **placed}),
        _report("report_collectors", "工作进度", COLLECTORS, _collectors,
                {**_PERIOD, "unit": ("小组", organisations)}),
        _report("report_vintage", "账龄回收曲线", VINTAGE, _vintage,
                {"by": ("分组", coded({"month": "委案月份", "batch": "批次"})), **placed, **_CLIENT,
                 "months": ("月数", plainly)}),
        _report("report_performance", "业绩报表", PERFORMANCE, _performance,
                {"by": ("分组", coded(_LEVELS)), **_PERIOD, **_CLIENT}),
        _report("report_complaints", "投诉报表", COMPLAINTS, _complaints,
                {"by": ("分组", coded({"month": "月", "client": "委托方", "person": "被投诉人", "severity": "级别"})),
                 **_PERIOD, **_CLIENT}, QualityDeed.COMPLAINTS_SEE),
        _report("report_mediation", "调解统计", MEDIATION, _mediation,
                {"by": ("分组", coded({"month": "月", "kind": "类别", "institution": "机构", "source": "来源"})), **_PERIOD},
                FiguresDeed.SEE),
        _report("report_weekly", "每周退案", WEEKLY, _weekly, {"day": ("周内日期", plainly), **_CLIENT}),
    ):  # fmt: skip
        register_exporter(report)
