"""Who may mediate what: the neutrality wall, and how the library is sorted."""

from __future__ import annotations

from collections.abc import Collection

from anjie.foundation.refusals import Refusal

ANSWER_WITHIN = 3
"""Working days within which a mediator accepts (online mediation rules)."""


def collected_before(name: str, case_no: str, collected: Collection[str]) -> Refusal | None:
    """Who collected from a party of the case may not mediate it."""
    if not collected:
        return None
    shown = "、".join(sorted(collected)[:3])
    return Refusal(
        "mediator.collected",
        f"{name}曾经办同一当事人的催收案件（{shown}），按中立要求不能调解案件 {case_no}。请选择其他调解员。",
        cases=sorted(collected),
    )


def declared_conflict(name: str, case_no: str, conflict: str) -> Refusal | None:
    """Who stood aside from a case for a conflict of interest is not given it again."""
    if not conflict:
        return None
    return Refusal(
        "mediator.conflict",
        f"{name}已就案件 {case_no} 申请回避（{conflict}），不能再承办。请选择其他调解员。",
    )


def not_available(name: str, state_label: str, is_active: bool) -> Refusal | None:
    """Only who is on duty is given cases."""
    if is_active:
        return None
    return Refusal(
        "mediator.away", f"{name}当前“{state_label}”，不能接案。请选择在岗的调解员。", state=state_label
    )
