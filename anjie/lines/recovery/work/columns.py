"""The sheet of work records: what was done elsewhere, or before the desk, and came as a workbook."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from anjie.foundation import clock
from anjie.lines.recovery.placement.kinds import KEY_COLUMNS, MATCH_KEYS
from anjie.services.sheets.declaring.chunk import Chunk
from anjie.services.sheets.declaring.faults import Said, fault
from anjie.services.sheets.declaring.kinds import ClientRules, Column, SheetKind, words
from anjie.services.sheets.declaring.types import choice, date, digits, moment, money, name, phone, text

CHANNEL = {
    "电话": "call", "电催": "call", "致电": "call", "呼出": "call", "呼入": "call", "call": "call", "短信": "sms", "sms": "sms",
    "信函": "letter", "信件": "letter", "letter": "letter", "外访": "visit", "上门": "visit", "visit": "visit",
    "机器人": "robot", "智能外呼": "robot", "AI": "robot", "robot": "robot", "备注": "note", "其他": "note", "note": "note",
}  # fmt: skip


def not_in_future(
    chunk: Chunk, rules: ClientRules, memory: dict[str, Any]
) -> Iterator[tuple[int, str, Said]]:
    """What is recorded has happened."""
    now = memory.setdefault("now.iso", clock.now().astimezone(clock.ZONE).strftime("%Y-%m-%d %H:%M:%S"))
    for i, at in enumerate(chunk.column("at") or ()):
        if at is not None and at > now:
            yield i, "at", fault("at.in_future", f"催收时间 {at[:16]} 晚于现在。请核对。")


def promise_is_whole(
    chunk: Chunk, rules: ClientRules, memory: dict[str, Any]
) -> Iterator[tuple[int, str, Said]]:
    """A promise to pay has an amount and a day."""
    amounts, days = chunk.column("promise_amount"), chunk.column("promise_on")
    if amounts is None and days is None:
        return
    for i in range(len(chunk.rows)):
        amount = amounts[i] if amounts is not None else None
        day = days[i] if days is not None else None
        if (amount is None) != (day is None):
            field, other = ("promise_on", "承诺日期") if day is None else ("promise_amount", "承诺金额")
            yield i, field, fault("promise.not_whole", f"承诺还款缺少{other}。请补填，或把金额和日期都留空。")


WORK_RECORD = SheetKind(
    "work_record",
    "催记",
    (
        *KEY_COLUMNS,
        Column("催收时间", "at", moment,
               words("""
            催记时间 跟进时间 联系时间 催收日期 跟进日期 联系日期 通话时间 拨打时间 时间
            行动时间 外呼时间 催记日期
        """), required=True),
        Column("催收方式", "channel", choice, words("联系方式 催收类型 渠道 方式 跟进方式 行动类型"), choices=CHANNEL),
        Column("电话", "phone", phone, words("""
            联系电话 电话号码 拨打号码 通话号码 手机 手机号 手机号码 号码 被叫号码 外呼号码
        """), sealed=True),
        Column("联系人", "spoke_to", name, words("联系人姓名 接听人 通话对象 联系对象 对象"), max_length=60),
        Column("关系", "relation", text, words("与本人关系 联系人关系 与客户关系 对象关系"), max_length=20),
        Column("催收结果", "result", text, words("""
            催记结果 联系结果 跟进结果 结果 行动代码 催收代码 结果代码 通话结果 行动码
            电话结果
        """), max_length=40),
        Column("催记内容", "note", text, words("""
            催记 催收记录 跟进内容 内容 备注 通话内容 催收内容 跟进记录 记录内容 沟通内容
            详情 催收小结
        """),
               required=True, max_length=5000),
        Column("承诺金额", "promise_amount", money, words("PTP金额 承诺还款金额 约定还款金额 承诺还款额")),
        Column("承诺日期", "promise_on", date, words("PTP日期 承诺还款日期 约定还款日期 承诺还款日 承诺时间 承诺还款时间")),
        Column("下次跟进日期", "next_on", date, words("下次跟进时间 下次联系日期 下次联系时间 下次催收日期 跟进提醒 下次跟进日")),
        Column("催收员", "collector", text, words("""
            催收人 催收员姓名 催收人员 跟进人 操作人 经办人 员工姓名 处理人 外呼人员
        """), max_length=50),
        Column("工号", "staff_no", digits, words("员工号 催收员工号 员工编号 坐席号 坐席工号"), max_length=40),
    ),
    match_keys=MATCH_KEYS,
    checks=(not_in_future, promise_is_whole),
)  # fmt: skip
