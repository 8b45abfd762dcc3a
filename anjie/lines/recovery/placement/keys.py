"""Which placement a row of a client's later sheet means: keys and candidates in, one case or the reason out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from anjie.foundation.refusals import Refusal


@dataclass(frozen=True)
class Keys:
    """What a row says about its placement, card and ID number as their blind indexes."""

    case_id: int | None = None
    serial_no: str = ""
    contract_no: str = ""
    card: bytes | None = None
    id_no: bytes | None = None
    placed_on: date | None = None

    @property
    def named(self) -> str:
        """The keys given, in words; sealed ones are named and not shown."""
        parts = [f"个案序列号“{self.serial_no}”"] if self.serial_no else []
        parts += [f"合同号“{self.contract_no}”"] if self.contract_no else []
        parts += ["卡号"] if self.card else []
        parts += ["证件号"] if self.id_no else []
        parts += [f"委案日期 {self.placed_on}"] if self.placed_on else []
        return "、".join(parts) or "空白的案件标识"


@dataclass(frozen=True)
class Candidate:
    """A placement within reach that one of a row's keys leads to."""

    case_id: int
    no: str
    state: str
    placed_on: date
    ended_on: date | None = None
    is_open: bool = True
    serial_no: str = ""
    contract_no: str = ""
    card: bytes | None = None
    id_no: bytes | None = None
    name: str = field(default="", repr=False)
    person_id: int = 0

    def agrees(self, keys: Keys) -> bool:
        """Whether nothing the row says contradicts what the placement says."""
        pairs: list[tuple[Any, Any]] = [
            (keys.case_id, self.case_id),
            (keys.serial_no, self.serial_no),
            (keys.contract_no, self.contract_no),
            (keys.card, self.card),
            (keys.id_no, self.id_no),
        ]
        return all(not given or not known or given == known for given, known in pairs)

    def covers(self, day: date) -> bool:
        """Whether the placement was with us on this day."""
        return self.placed_on <= day and (self.ended_on is None or day <= self.ended_on)


def numbers(candidates: Sequence[Candidate]) -> str:
    """The case numbers, the first three of many."""
    shown = "、".join(candidate.no for candidate in candidates[:3])
    return shown if len(candidates) <= 3 else f"{shown} 等 {len(candidates)} 件"


def agreeing_with(keys: Keys, candidates: Sequence[Candidate]) -> Sequence[Candidate] | Refusal:
    """The placements that every key of a row agrees with: one at least, or the refusal that says why none does."""
    if not candidates:
        return Refusal(
            "match.not_found",
            f"没有找到{keys.named}对应的案件，或不在您的数据范围内。请核对标识，或先导入案件。",
        )
    agreeing = [candidate for candidate in candidates if candidate.agrees(keys)]
    if not agreeing:
        return Refusal(
            "match.keys_disagree",
            f"{keys.named}指向不同的案件（{numbers(candidates)}）。请核对该行的标识。",
            cases=[candidate.no for candidate in candidates],
        )
    same_day = [one for one in agreeing if keys.placed_on in (None, one.placed_on)]
    if not same_day:
        return Refusal(
            "match.placed_on_differs",
            f"案件 {numbers(agreeing)} 的委案日期不是 {keys.placed_on}。请核对委案日期。",
            placed_on=str(keys.placed_on),
            cases=[candidate.no for candidate in agreeing],
        )
    return same_day


def choose_case(keys: Keys, candidates: Sequence[Candidate]) -> Candidate | Refusal:
    """The one open placement a row means; unknown, ambiguous and ended ones are refused, never guessed."""
    agreeing = agreeing_with(keys, candidates)
    if isinstance(agreeing, Refusal):
        return agreeing
    still_open = [candidate for candidate in agreeing if candidate.is_open]
    if len(still_open) > 1 or (not still_open and len(agreeing) > 1):
        several = still_open or agreeing
        return Refusal(
            "match.ambiguous",
            f"{keys.named}对应 {len(several)} 件案件（{numbers(several)}），无法判断是哪一件。"
            "请补充个案序列号或委案日期。",
            cases=[candidate.no for candidate in several],
        )
    if not still_open:
        return Refusal(
            "match.case_ended",
            f"案件 {agreeing[0].no} 已结束，不再接受导入。请核对，或先恢复案件后重新上传。",
            no=agreeing[0].no,
        )
    return still_open[0]
