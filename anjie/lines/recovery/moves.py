"""Every legal move of a placement: read top to bottom, this is the line's life."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from anjie.desk.public import Case, Move, State
from anjie.foundation.refusals import Refusal
from anjie.lines.recovery.deeds import PaymentDeed, PlacementDeed, TermDeed

OPEN, PAUSED, IN_MEDIATION, IN_LITIGATION = "open", "paused", "in_mediation", "in_litigation"
CLOSED, SETTLED, RETURNED = "closed", "settled", "returned"

STATES = (
    State(OPEN, "正常", "live"),
    State(PAUSED, "暂停", "wait"),
    State(IN_MEDIATION, "调解中", "wait"),
    State(IN_LITIGATION, "诉讼中", "wait"),
    State(CLOSED, "关闭", "stop", is_open=False),
    State(SETTLED, "结清", "done", is_open=False),
    State(RETURNED, "退案", "stop", is_open=False),
)


def nothing_owed(case: Case, facts: Mapping[str, Any]) -> Refusal | None:
    """A case settles only when nothing is owed."""
    if case.balance > 0:
        return Refusal(
            "placement.balance_left",
            f"案件 {case.no} 尚欠 {case.balance:,.2f} 元，不能结清。请先录入还款。",
            balance=str(case.balance),
        )
    return None


def term_moves_on(case: Case, facts: Mapping[str, Any]) -> Refusal | None:
    """A retention's new recall day lies after the old one."""
    term_on = facts.get("term_on")
    new = date.fromisoformat(term_on) if isinstance(term_on, str) else term_on
    if new and case.term_on and new <= case.term_on:
        return Refusal(
            "term.not_later",
            f"案件 {case.no} 的退案日期是 {case.term_on}，留案后的日期 {new} 必须更晚。请改选日期。",
            term_on=str(case.term_on),
        )
    return None


MOVES = (
    Move("placement.retain", "留案", (OPEN, PAUSED), None, TermDeed.RETAIN_DECIDE, "optional",
         guards=(term_moves_on,), needs=("term_on",), tone="primary", triggers="改写退案日期，重新计算提醒"),
    Move("placement.pause", "暂停", (OPEN,), PAUSED, PlacementDeed.PAUSE, "required", tone="warning",
         options=("pause_reason",), triggers="联系关卡拒绝一切联系；事由停算的，期限顺延"),
    Move("placement.resume", "恢复", (PAUSED, CLOSED), OPEN, PlacementDeed.PAUSE, "optional", tone="primary"),
    Move("placement.return", "退案", (OPEN, PAUSED, CLOSED), RETURNED, TermDeed.RETURN, "required",
         tone="danger", triggers="结束持有，进入委托方退案表"),
    Move("placement.recall", "撤案", (OPEN, PAUSED, IN_MEDIATION, IN_LITIGATION, CLOSED), RETURNED, TermDeed.RETURN,
         "required", tone="danger", triggers="委托方提前收回，结束持有"),
    Move("placement.close", "关闭", (OPEN, PAUSED), CLOSED, PlacementDeed.CLOSE, "required", tone="danger"),
    Move("placement.settle", "结清", (OPEN, PAUSED, IN_MEDIATION, IN_LITIGATION, CLOSED), SETTLED,
         PaymentDeed.ENTER, "none", guards=(nothing_owed,), automatic=True, triggers="余额归零时自动结清"),
    Move("placement.reopen", "重开", (SETTLED,), OPEN, PaymentDeed.REVERSE, "optional", automatic=True,
         triggers="还款被冲正，余额大于零"),
    Move("placement.send_to_mediation", "移送调解", (OPEN, PAUSED, IN_LITIGATION), IN_MEDIATION,
         PlacementDeed.TO_MEDIATION, "required", automatic=True, triggers="催收停止，联系关卡指明调解案件"),
    Move("placement.back_from_mediation", "调解结束，恢复催收", (IN_MEDIATION,), OPEN, PlacementDeed.TO_MEDIATION,
         "optional", automatic=True, triggers="移送前为“正常”的"),
    Move("placement.back_to_pause", "调解结束，仍暂停", (IN_MEDIATION,), PAUSED, PlacementDeed.TO_MEDIATION,
         "optional", automatic=True, options=("pause_reason",), triggers="移送前为“暂停”的，事由照旧"),
    Move("placement.back_to_litigation", "调解结束，恢复诉讼", (IN_MEDIATION,), IN_LITIGATION,
         PlacementDeed.TO_MEDIATION, "optional", automatic=True, triggers="移送前为“诉讼中”的"),
    Move("placement.litigate", "转诉讼", (OPEN, PAUSED), IN_LITIGATION, PlacementDeed.CLOSE, "required",
         automatic=True),
    Move("placement.end_litigation", "诉讼结束", (IN_LITIGATION,), OPEN, PlacementDeed.CLOSE, "optional",
         automatic=True),
)  # fmt: skip
