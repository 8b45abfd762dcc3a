"""A case's work records as they lie in the download of the whole case: a table, and a text to read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from anjie.access.actors import Actor
from anjie.desk.public import Case
from anjie.foundation import clock, money
from anjie.lines.recovery.deeds import WorkDeed
from anjie.lines.recovery.work.search import RECORD_COLUMNS, record_rows
from anjie.services.files.enclosing import Enclosed, table

FOLDER = "催记"


def enclose_records(actor: Actor, case: Case) -> Sequence[Enclosed]:
    """The case's records, numbers masked, oldest first; nothing for who may not see records."""
    if not actor.may(WorkDeed.RECORDS_SEE):
        return []
    rows = list(record_rows(actor, {"case": case.pk}))[::-1]
    if not rows:
        return []
    lines = [list(RECORD_COLUMNS.values())]
    lines += [[_plain(row[name]) for name in RECORD_COLUMNS] for row in rows]
    note = f"{len(rows)} 条催记"
    return [
        Enclosed(FOLDER, f"{case.no} 催记.csv", table(lines), f"{note}，表格"),
        Enclosed(FOLDER, f"{case.no} 催记.txt", _text(case, rows), f"{note}，文本"),
    ]


def _text(case: Case, rows: Sequence[Mapping[str, Any]]) -> bytes:
    parts = [
        f"案件 {case.no} 催记，共 {len(rows)} 条",
        f"生成于 {clock.local(clock.now()):%Y-%m-%d %H:%M}，号码已脱敏",
    ]
    parts += ["\r\n".join(_told(number, row)) for number, row in enumerate(rows, 1)]
    return b"\xef\xbb\xbf" + "\r\n\r\n".join(parts).encode()


def _told(number: int, row: Mapping[str, Any]) -> list[str]:
    whom = " ".join(
        filter(None, (row["spoke_to"], row["relation"] and f"（{row['relation']}）", row["number"]))
    )
    lines = [f"{number}. {_plain(row['at'])}　{row['channel']}　{row['by']}（{row['unit']}）"]
    lines += [f"　　联系：{whom}"] if whom else []
    lines += [f"　　结果：{row['result']}"] if row["result"] else []
    lines += [f"　　备注：{row['note']}"] if row["note"] else []
    if row["promised_amount"] is not None:
        lines.append(f"　　承诺：{row['promised_on']} 还 {money.show(row['promised_amount'])} 元")
    lines += [f"　　下次跟进：{row['next_on']}"] if row["next_on"] else []
    if row["entered_at"].date() > row["at"].date():
        lines.append(f"　　录入于 {_plain(row['entered_at'])}，晚于联系当日")
    lines += [f"　　联系规则提示：{row['warning']}"] if row["warning"] else []
    return lines


def _plain(value: Any) -> str:
    match value:
        case None:
            return ""
        case datetime():
            return f"{value:%Y-%m-%d %H:%M}"
        case date():
            return value.isoformat()
    return str(value)
