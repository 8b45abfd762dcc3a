"""When both sides are willing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from anjie.foundation.refusals import Refusal

WILLING, UNWILLING, UNCLEAR, NOT_REACHED = "willing", "unwilling", "unclear", "not_reached"
FINAL = (WILLING, UNWILLING)
LABELS = {WILLING: "愿意", UNWILLING: "不愿", UNCLEAR: "未明确", NOT_REACHED: "未接通", "": "未答复"}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one party stands: the last clear answer, blank while there is none."""

    party_id: int
    part: str
    part_label: str
    name: str
    said: str = ""
    at: datetime | None = None


def not_both_willing(no: str, parties: Sequence[Standing]) -> Refusal | None:
    """The refusal that names who is not willing (yet), or nothing."""
    if {one.part for one in parties} < {"applicant", "respondent"}:
        return Refusal("consent.party_missing", f"案件 {no} 缺少一方当事人，不能确认意愿。请先补充当事人。")
    open_ones = [one for one in parties if one.said != WILLING]
    if not open_ones:
        return None
    named = "、".join(f"{one.part_label}{one.name}（{LABELS[one.said]}）" for one in open_ones)
    return Refusal(
        "consent.not_both",
        f"案件 {no} 尚未得到双方同意：{named}。请先确认双方的调解意愿。",
        waiting=len(open_ones),
    )


def last_clear(answers: Sequence[tuple[str, datetime]]) -> tuple[str, datetime | None]:
    """The latest willing or unwilling answer of those given oldest first."""
    for said, at in reversed(answers):
        if said in FINAL:
            return said, at
    return "", None
