"""The sheets of money: what a client says was repaid, and what debtors say they have paid."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from anjie.foundation import clock
from anjie.lines.recovery.placement.kinds import KEY_COLUMNS, MATCH_KEYS
from anjie.services.sheets.declaring.chunk import Chunk
from anjie.services.sheets.declaring.faults import Said, fault
from anjie.services.sheets.declaring.kinds import ClientRules, Column, SheetKind, words
from anjie.services.sheets.declaring.types import choice, date, digits, money, text


def paid_not_in_future(
    chunk: Chunk, rules: ClientRules, memory: dict[str, Any]
) -> Iterator[tuple[int, str, Said]]:
    """Nobody has paid tomorrow."""
    today = memory.setdefault("today.iso", clock.today().isoformat())
    for i, day in enumerate(chunk.column("paid_on") or ()):
        if day is not None and day > today:
            yield i, "paid_on", fault("paid_on.in_future", f"还款日期 {day} 晚于今天 {today}。请核对。")


def amount_is_positive(
    chunk: Chunk, rules: ClientRules, memory: dict[str, Any]
) -> Iterator[tuple[int, str, Said]]:
    """A repayment of nothing is none."""
    for i, cents in enumerate(chunk.column("amount") or ()):
        if cents == 0:
            yield i, "amount", fault("amount.not_positive", "还款金额为 0。请核对，或删除此行。")


def reference_once(
    chunk: Chunk, rules: ClientRules, memory: dict[str, Any]
) -> Iterator[tuple[int, str, Said]]:
    """The client's own reference of a payment stands once in a file."""
    seen: dict[str, int] = memory.setdefault("seen.reference", {})
    for i, (reference, row) in enumerate(zip(chunk.column("reference") or (), chunk.rows, strict=False)):
        if reference is not None and (other := seen.setdefault(reference, row)) != row:
            yield (
                i,
                "reference",
                fault(
                    "duplicate.in_file", f"流水号与第 {other} 行相同，同一笔还款出现了两次。请删去其中一行。"
                ),
            )


def refusal_has_reason(
    chunk: Chunk, rules: ClientRules, memory: dict[str, Any]
) -> Iterator[tuple[int, str, Said]]:
    """The collector is told why the bank has no such payment."""
    answers, notes = chunk.column("answer"), chunk.column("answer_note")
    for i, answer in enumerate(answers or ()):
        if answer == "no" and not (notes and notes[i]):
            yield (
                i,
                "answer_note" if notes else "answer",
                fault("claim.reason_missing", "未到账需要填写核实说明。请补填说明后重新上传。"),
            )


ANSWERS = {
    "已到账": "yes", "到账": "yes", "是": "yes", "已入账": "yes", "属实": "yes", "Y": "yes",
    "未到账": "no", "否": "no", "未入账": "no", "不属实": "no", "查无": "no", "N": "no",
}  # fmt: skip

_PAID_ON = Column(
    "还款日期", "paid_on", date,
    words("""
        入账日期 还款时间 到账日期 回款日期 交易日期 还款日 实还日期 入账日 回款时间 支付日期
        记账日期 付款日期 入帐日期
    """),
    required=True,
)  # fmt: skip
_AMOUNT = Column(
    "还款金额", "amount", money,
    words("""
        入账金额 回款金额 到账金额 实还金额 还款额 已还金额 交易金额 支付金额 金额 本次还款金额
        实际还款金额 付款金额 入帐金额 还款总额
    """),
    required=True,
)  # fmt: skip

REPAYMENT = SheetKind(
    "repayment",
    "还款",
    (
        *KEY_COLUMNS,
        _AMOUNT,
        _PAID_ON,
        Column("流水号", "reference", digits, words("""
            交易流水号 还款流水号 流水 交易号 凭证号 交易编号 还款编号 入账流水号 参考号
        """), max_length=80),
        Column("还款后余额", "balance_after", money, words("剩余欠款 最新欠款 最新余额 当前余额 还款后欠款")),
        Column("备注", "note", text, words("说明 附注 摘要"), max_length=200),
    ),
    amount_field="amount",
    match_keys=MATCH_KEYS,
    checks=(paid_not_in_future, amount_is_positive, reference_once),
)  # fmt: skip

CLAIMED_PAYMENT = SheetKind(
    "claimed_payment",
    "自称已还",
    (
        *KEY_COLUMNS,
        _AMOUNT,
        _PAID_ON,
        Column("还款方式", "method", text, words("付款方式 还款渠道 支付方式 渠道"), max_length=50),
        Column("还款人", "payer", text, words("付款人 还款人姓名 付款人姓名"), max_length=100),
        Column("备注", "note", text, words("说明 附注 摘要"), max_length=200),
        # With the bank's answer in it the sheet answers claims that wait; without, it makes them.
        Column("核实结果", "answer", choice, words("到账情况 是否到账 对账结果 核实情况 银行核实结果"), choices=ANSWERS),
        Column("核实说明", "answer_note", text, words("核实备注 银行回复 回复说明 未到账原因"), max_length=200),
    ),
    amount_field="amount",
    match_keys=MATCH_KEYS,
    checks=(paid_not_in_future, amount_is_positive, refusal_has_reason),
)  # fmt: skip
