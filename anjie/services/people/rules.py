"""How an enterprise's registration stands, and what a decision on it must say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from anjie.foundation.refusals import Invalid, Refusal


class Standing(StrEnum):
    """How far the review of an enterprise has come."""

    WAITING = "waiting"
    PASSED = "passed"
    RETURNED = "returned"
    BOUND = "bound"

    @property
    def label(self) -> str:
        """What people read."""
        return _LABELS[self]

    @property
    def is_trusted(self) -> bool:
        """Whether somebody of ours has looked at it and found it right."""
        return self in (Standing.PASSED, Standing.BOUND)


_LABELS = {
    Standing.WAITING: "待审核",
    Standing.PASSED: "已通过",
    Standing.RETURNED: "已退回",
    Standing.BOUND: "调解机构",
}
FACTS = {
    "name": "企业名称",
    "credit_code": "统一社会信用代码",
    "legal_representative": "法定代表人",
    "contact_name": "联系人",
    "address": "地址",
    "licence": "营业执照",
}
"""What a remark may be put on."""


def standing(
    decision: str | None, decided_at: datetime | None, told_at: datetime | None, *, bound: bool
) -> Standing:
    """How it stands: what was told (facts or licence) after the decision waits for the next."""
    if bound:
        return Standing.BOUND
    if decision is None or decided_at is None or (told_at is not None and told_at > decided_at):
        return Standing.WAITING
    return Standing(decision)


def check_decision(
    passes: bool, remarks: Mapping[str, str], note: str, *, has_licence: bool
) -> dict[str, str]:
    """The remarks in their one form; raises what is wrong with the decision."""
    unknown = [code for code in remarks if code not in FACTS]
    if unknown:
        raise Invalid("people.remark_unknown", "备注所在的资料项不存在。请刷新后重试。", fields=unknown)
    kept = {code: text.strip() for code, text in remarks.items() if text.strip()}
    if passes and kept:
        raise Invalid(
            "people.remarks_on_pass",
            "通过认证时不能留有逐项备注。请清空备注，或改为退回。",
            fields=sorted(kept),
        )
    if passes and not has_licence:
        raise Refusal(
            "people.no_licence", "该企业还没有上传营业执照，不能通过认证。请退回并在“营业执照”一项写明。"
        )
    if not passes and not kept and not note.strip():
        raise Invalid("people.nothing_to_mend", "退回时请至少在一项资料上写明要修改什么，或填写说明。")
    return kept
