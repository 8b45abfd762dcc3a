"""When both sides are willing, whoever they are, and what an answer sets off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from anjie.foundation.refusals import Refusal

WILLING, UNWILLING, UNCLEAR, NOT_REACHED = "willing", "unwilling", "unclear", "not_reached"
FINAL = (WILLING, UNWILLING)
SIDES = frozenset({"applicant", "respondent"})
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


def what_next(parties: Sequence[Standing], *, closes: bool) -> str:
    """``confirm`` when all who are to be bound are willing, ``wait`` while an answer is missing and none refuses.

    One who refuses ends it (``close``, where the institution has set so) when his side is left without anybody who
    may go on; else a person decides (``person``): he may be let go, and the case goes on with the others.
    """
    if {one.part for one in parties} >= SIDES and all(one.said == WILLING for one in parties):
        return "confirm"
    refused = [one for one in parties if one.said == UNWILLING]
    if not refused:
        return "wait"
    alone = any(
        all(one.said == UNWILLING for one in parties if one.part == part)
        for part in {one.part for one in refused}
    )
    return "close" if closes and alone else "person"


def not_both_willing(no: str, parties: Sequence[Standing]) -> Refusal | None:
    """The refusal that names who is not willing (yet), or nothing."""
    if not {one.part for one in parties} >= SIDES:
        return Refusal("consent.party_missing", f"案件 {no} 缺少一方当事人，不能确认意愿。请先补充当事人。")
    open_ones = [one for one in parties if one.said != WILLING]
    if not open_ones:
        return None
    several = len(parties) > len(SIDES)
    or_without = "；不愿调解或联系不上的，可登记其退出后由其他当事人继续" if several else ""
    named = "、".join(f"{one.part_label}{one.name}（{LABELS[one.said]}）" for one in open_ones)
    return Refusal(
        "consent.not_both",
        f"案件 {no} 尚未得到双方同意：{named}。请先确认双方的调解意愿{or_without}。",
        waiting=len(open_ones),
    )


def last_clear(answers: Sequence[tuple[str, datetime]]) -> tuple[str, datetime | None]:
    """The latest willing or unwilling answer of those given oldest first."""
    for said, at in reversed(answers):
        if said in FINAL:
            return said, at
    return "", None
