"""How money is told on a timeline and a trail."""

from __future__ import annotations

from anjie.access.sentences import Facts, Group, tell


def _days(facts: Facts) -> str:
    days = sorted({str(one.get("paid_on", "")) for one in facts.get("payments") or ()})
    return days[0] if len(days) == 1 else f"{days[0]} 等 {len(days)} 天" if days else ""


def _counted(facts: Facts) -> str:
    return f"还款 {facts.get('amount', '')} 元（{_days(facts)}），余额 {facts.get('balance', '')} 元"


def _reversed(facts: Facts) -> str:
    return f"冲正 {_days(facts)} 的还款 {facts.get('amount', '')} 元，余额 {facts.get('balance', '')} 元"


tell("payment.counted", Group.MONEY, _counted)
tell("payment.reversed", Group.MONEY, _reversed)
tell("payment.claimed", Group.MONEY, "登记自称已还 {amount} 元（{paid_on}），待银行核实")
tell("payment.claim_confirmed", Group.MONEY, "自称已还 {amount} 元：已到账。{answer}")
tell("payment.claim_refuted", Group.MONEY, "自称已还 {amount} 元：未到账。{answer}")
tell("payment.claim_waiting", Group.MONEY, "自称已还 {amount} 元：重新待核实。{answer}")
tell("payment.claim_withdrawn", Group.MONEY, "撤回自称已还 {amount} 元")
tell("payment.reconciled", Group.NOTE, "对账 {rows} 行")
tell("payment.reconciliation_closed", Group.NOTE, "关闭对账")
