"""When a party may come into a dispute or leave it, and when the rest may go on without him: plain values in."""

from __future__ import annotations

from collections.abc import Collection

from anjie.foundation.refusals import Refusal
from anjie.lines.mediation.application.rules import MOST_OF_A_SIDE

LONGEST_REASON = 200
COMING = ("submitted", "awaiting_respondent", "second_review", "consenting")
"""While it is reviewed and asked: whoever comes in must be asked like the others."""
LEAVING = (*COMING, "awaiting_filing", "awaiting_mediator")
"""Where staff let a party go; while it is mediated, its mediator does."""
MEDIATED = ("mediating",)


def not_to_add(no: str, state: str, label: str, count: int) -> Refusal | None:
    """Why nobody can be added to a side of so many now, or nothing."""
    if state not in COMING:
        return Refusal(
            "party.not_now",
            f"案件 {no} 当前为“{label}”，不能增加当事人。审核和确认意愿阶段可以增加；之后需要的，请另行申请。",
            state=state,
        )
    if count >= MOST_OF_A_SIDE:
        return Refusal(
            "party.too_many", f"案件 {no} 一方已有 {count} 名当事人，达到上限。请分案办理。", count=count
        )
    return None


def not_to_leave(
    no: str,
    state: str,
    label: str,
    among: Collection[str],
    party: str,
    *,
    others: int,
    first: bool,
    at_signers: str = "",
) -> Refusal | None:
    """Why this party cannot leave now, or nothing; ``others`` stay on his side, ``first`` made the application.

    ``at_signers`` is a paper that lies with him to sign: leaving, he would still hold its link.
    """
    if state not in among:
        return Refusal(
            "party.cannot_leave", f"案件 {no} 当前为“{label}”，不能让{party}退出。请刷新后查看。", state=state
        )
    if first:
        return Refusal("party.applied", f"{party}是申请人，不能单独退出。申请人不再调解的，请办理撤回申请。")
    if at_signers:
        return Refusal(
            "party.paper_at_signers",
            f"案件 {no} 的“{at_signers}”正在签署，涉及{party}。请先撤回该文书的签署，退出后重新生成。",
            paper=at_signers,
        )
    if not others:
        return Refusal(
            "party.last",
            f"{party}是案件 {no} 这一方唯一的当事人，退出后无法调解。请办理“不予受理”“不愿调解”，或以调解失败结案。",
        )
    return None
