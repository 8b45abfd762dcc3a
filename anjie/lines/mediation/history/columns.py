"""The columns of the sheet of historical cases, and what a row must obey; read in a process that has no database."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from anjie.foundation import clock
from anjie.lines.mediation.application.columns import APPLICANT, FACTS, RESPONDENT, SECOND
from anjie.services.sheets.declaring.chunk import Chunk
from anjie.services.sheets.declaring.faults import Said, fault
from anjie.services.sheets.declaring.kinds import ClientRules, Column, SheetKind, words
from anjie.services.sheets.declaring.types import choice, date, id_no, money, name, phone, text

_OUTCOMES = {
    "调解成功": "agreed", "成功": "agreed", "达成协议": "agreed", "调成": "agreed", "调解成功并司法确认": "confirmed",
    "司法确认": "confirmed", "已司法确认": "confirmed", "调解失败": "failed", "失败": "failed", "未达成协议": "failed",
    "终止调解": "failed", "调解不成": "failed",
}  # fmt: skip
_SOURCES = {"申请": "applied", "依申请": "applied", "主动": "found", "主动调解": "found", "委托移送": "referred",
            "移送": "referred", "委托": "referred"}  # fmt: skip
_ROLES = {
    "个人": "person",
    "自然人": "person",
    "企业": "enterprise",
    "单位": "enterprise",
    "机构": "institution",
}


def days_in_order(
    chunk: Chunk, rules: ClientRules, memory: dict[str, Any]
) -> Iterator[tuple[int, str, Said]]:
    """Accepted, then closed, and neither lies ahead."""
    today = clock.today().isoformat()
    begun, ended = chunk.column("accepted_on") or (), chunk.column("outcome_on") or ()
    for i, (first, last) in enumerate(zip(begun, ended, strict=False)):
        for field, day in (("accepted_on", first), ("outcome_on", last)):
            if day and day > today:
                yield (
                    i,
                    field,
                    fault("history.ahead", f"日期 {day} 在今天之后。历史案件只收已办结的，请核对。"),
                )
        if first and last and last < first:
            yield i, "outcome_on", fault("history.days", f"结案日期 {last} 早于受理日期 {first}。请核对。")


def one_row_each(chunk: Chunk, rules: ClientRules, memory: dict[str, Any]) -> Iterator[tuple[int, str, Said]]:
    """No two rows with the same number."""
    seen: dict[str, int] = memory.setdefault("seen.history_no", {})
    for i, (number, row) in enumerate(zip(chunk.column("history_no") or (), chunk.rows, strict=False)):
        if number and (other := seen.setdefault(number, row)) != row:
            yield i, "history_no", fault("duplicate.in_file", f"原案号与第 {other} 行相同。请删去其中一行。")


def named_whole(chunk: Chunk, rules: ClientRules, memory: dict[str, Any]) -> Iterator[tuple[int, str, Said]]:
    """Whose phone or number stands there has a name."""
    for who, called in ((RESPONDENT, "担保人"), (APPLICANT, "共同申请人")):
        columns = [chunk.column(f"{who}_{fact}") or [None] * len(chunk.rows) for fact in FACTS]
        for i, (named, *numbers) in enumerate(zip(*columns, strict=True)):
            if any(numbers) and not named:
                yield (
                    i,
                    f"{who}_name",
                    fault("history.no_name", f"填了{called}的电话或证件号，没有姓名。请补填姓名。"),
                )


HISTORY = SheetKind(
    code="history",
    label="历史调解案件",
    amount_field="amount",
    columns=(
        Column("原案号", "history_no", text, words("案号 案件编号 调解案号 编号 卷宗号"), required=True, max_length=40),
        Column("申请人", "applicant", name, words("申请人姓名 申请人名称 申请方 甲方"), required=True, max_length=60),
        Column("申请人电话", "applicant_phone", phone, words("申请人手机 申请人联系电话"), sealed=True),
        Column("申请人证件号", "applicant_id_no", id_no, words("申请人身份证号 申请人身份证"), sealed=True),
        Column("申请人类型", "role", choice, words("申请主体 申请人性质"), choices=_ROLES, default="person"),
        Column("对方姓名", "respondent_name", name, words("被申请人 对方当事人 被申请人姓名 乙方"), required=True, max_length=60),
        Column("对方电话", "respondent_phone", phone, words("被申请人电话 对方联系电话 对方手机"), sealed=True),
        Column("对方证件号", "respondent_id_no", id_no, words("被申请人身份证号 对方身份证号"), sealed=True),
        *SECOND,
        Column("纠纷类别", "kind", text, words("纠纷类型 案由 类别 案件类型"), required=True, max_length=24),
        Column("受理日期", "accepted_on", date, words("立案日期 受理时间 立案时间 收案日期"), required=True),
        Column("结案日期", "outcome_on", date, words("结案时间 办结日期 调结日期"), required=True),
        Column("调解结果", "outcome", choice, words("结果 结案方式 处理结果"), choices=_OUTCOMES, required=True),
        Column("调解员", "mediators", text, words("承办人 主办调解员 调解人员"), max_length=120),
        Column("涉及金额", "amount", money, words("标的额 金额 涉案金额 争议金额 协议金额")),
        Column("事情经过", "description", text, words("案情 基本案情 纠纷描述 简要案情"), max_length=8000),
        Column("结果说明", "outcome_note", text, words("协议内容 调解内容 备注 说明"), max_length=2000),
        Column("所在地区", "region", text, words("地区 发生地 区域"), max_length=40),
        Column("案件来源", "source", choice, words("来源"), choices=_SOURCES, default="applied"),
    ),
    checks=(days_in_order, one_row_each, named_whole),
)  # fmt: skip
