"""Pure: how a plan stands by its instalments, what is told of a debt that goes to mediation, what a page says of both."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

USUAL_GRACE = 3
"""Days after an instalment's day in which money still keeps the plan, unless its client agreed others: a transfer over
a weekend is no breach."""
MISSED = frozenset({"partly", "broken"})
"""What became of an instalment whose last day passed without all of it being paid."""
BACK = {
    "open": "placement.back_from_mediation",
    "paused": "placement.back_to_pause",
    "in_litigation": "placement.back_to_litigation",
}
"""The move that puts a case back, by the state it left for mediation."""
RESUMED = {"open": "催收已恢复", "paused": "案件仍为暂停", "in_litigation": "诉讼继续办理"}
"""What that means for who works it; nothing where the case is over."""


GUARANTEES = ("担保", "保证人")


def guarantees(relation: str) -> bool:
    """Whether a contact's relation to the debtor, as people write it, makes him a guarantor of the debt."""
    return any(word in relation for word in GUARANTEES)


def past_grace(days: int) -> str:
    """When collection resumes by itself, in words."""
    return f"逾期 {days} 天未还清" if days else "到期未还清"


def plan_state(instalments: Collection[str]) -> str:
    """``broken`` as soon as one instalment was missed, ``kept`` when all were paid, else ``plan``."""
    if any(state in MISSED for state in instalments):
        return "broken"
    return "kept" if instalments and all(state == "kept" for state in instalments) else "plan"


@dataclass(frozen=True, slots=True)
class Debt:
    """What is told of a debt to who mediates it, and so to its debtor."""

    client: str
    debtor: str
    amount: Decimal
    balance: Decimal
    placed_on: date
    contract_no: str = ""
    card_mask: str = ""


def story_of(debt: Debt) -> str:
    """Whose debt it is, under which contract, and the sums; nothing of how it was collected, no number of ours.

    The debtor reads it: his own contract's number as the case page shows it, his card as its mask.
    """
    under = "、".join(
        f"{name} {value}" for name, value in (("合同号", debt.contract_no), ("卡号", debt.card_mask)) if value
    )
    return (
        f"{debt.debtor}与{debt.client}的债务{f'（{under}）' if under else ''}，"
        f"委托金额 {debt.amount:,.2f} 元，截至移送日尚欠 {debt.balance:,.2f} 元。"
        f"委托日期 {debt.placed_on:%Y-%m-%d}。现申请调解，协商还款方案。"
    )


def claim_of(balance: Decimal) -> str:
    """What the client asks for when nothing else is said."""
    return f"请求偿还尚欠款项 {balance:,.2f} 元，可协商分期。"


def answers_for(card_mask: str, contract_no: str, principal: Decimal | None) -> dict[str, str]:
    """What the debt itself answers among the questions of an institution's form."""
    told = {
        "product": "信用卡" if card_mask else "消费贷款",
        "contract_no": contract_no or card_mask,
        "owed": f"{principal:.2f}" if principal is not None else "",
    }
    return {code: value for code, value in told.items() if value}


@dataclass(frozen=True, slots=True)
class Standing:
    """How a link stands: its state, the mediation's number, how that ended, and what is due next."""

    state: str
    no: str
    outcome: str = ""
    sent_back: bool = False
    next_due: date | None = None
    next_amount: Decimal | None = None
    resumed: str = ""
    grace_days: int = USUAL_GRACE


def banner_of(one: Standing) -> str:
    """What the recovery case says above everything else."""
    due = ""
    if one.next_due and one.next_amount is not None:
        due = f"，下一期 {one.next_due} 应还 {one.next_amount:,.2f} 元"
    words: Mapping[str, str] = {
        "mediating": f"调解中 {one.no}，催收已暂停" + ("；调解机构退回，待修改" if one.sent_back else ""),
        "plan": f"按调解协议 {one.no} 分期履行，催收已暂停{due}，{past_grace(one.grace_days)}自动恢复催收",
        "kept": f"调解协议 {one.no} 已全部履行，催收已停止",
        "broken": f"调解协议 {one.no} 违约" + (f"，{one.resumed}" if one.resumed else ""),
        "ended": f"调解 {one.no} 已结束：{one.outcome}" + (f"，{one.resumed}" if one.resumed else ""),
        "over": f"曾移送调解 {one.no}，催收案件已先行结束",
    }
    return words[one.state]
