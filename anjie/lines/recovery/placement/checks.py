"""What a row of a placement sheet must obey beyond its single cells: pure, chunk by chunk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from operator import mul
from typing import Any

from anjie.foundation import clock
from anjie.foundation.identifiers import PROVINCES, read_id_number
from anjie.foundation.money import from_cents, show
from anjie.foundation.refusals import Invalid
from anjie.services.sheets.declaring.chunk import Chunk
from anjie.services.sheets.declaring.faults import Said, doubt, fault
from anjie.services.sheets.declaring.kinds import ClientRules, RowCheck

Found = Iterator[tuple[int, str, Said]]
_RESIDENT = re.compile(r"身份证|居民|^01?$|^1$|^I$|^ID$", re.IGNORECASE)
PARTS = ("principal", "interest", "penalty", "fee")


def amount_is_positive(chunk: Chunk, rules: ClientRules, memory: dict[str, Any]) -> Found:
    """The placed amount is more than nothing."""
    amounts = chunk.column("placed_amount")
    if amounts is None or 0 not in amounts:
        return
    for i, cents in enumerate(amounts):
        if cents == 0:
            yield (
                i,
                "placed_amount",
                fault("amount.not_positive", "委案金额为 0，没有可催收的欠款。请核对，或删除此行。"),
            )


def parts_fit_total(chunk: Chunk, rules: ClientRules, memory: dict[str, Any]) -> Found:
    """Principal, interest, penalty and fee do not exceed the placed amount by more than the client allows."""
    total = chunk.column("placed_amount")
    parts = [column for column in map(chunk.column, PARTS) if column is not None]
    if total is None or not parts or rules.parts_tolerance is None:
        return
    allowed = int(rules.parts_tolerance * 100)
    for i, (whole, *some) in enumerate(zip(total, *parts, strict=True)):
        if whole is None:
            continue
        together = sum(filter(None, some))
        if together > whole + allowed:
            yield i, "placed_amount", doubt(
                None, "amount.parts_exceed",
                f"本金、利息、违约金、费用合计 {_yuan(together)}，超过委案金额 {_yuan(whole)}。请与委托方核对。",
            )  # fmt: skip


def recall_after_placed(chunk: Chunk, rules: ClientRules, memory: dict[str, Any]) -> Found:
    """The recall date lies after the placement date."""
    placed, recall = chunk.column("placed_on"), chunk.column("recall_on")
    if placed is None or recall is None:
        return
    for i, (start, end) in enumerate(zip(placed, recall, strict=True)):
        if start is not None and end is not None and end <= start:
            yield (
                i,
                "recall_on",
                fault("recall.not_after_placed", f"退案日期 {end} 不晚于委案日期 {start}。请核对两个日期。"),
            )


def id_number_is_good(chunk: Chunk, rules: ClientRules, memory: dict[str, Any]) -> Found:
    """A resident's ID number has the right length and check digit; other documents are taken as they are."""
    numbers = chunk.column("id_no")
    if numbers is None:
        return
    kinds = chunk.column("id_kind")
    today = memory.setdefault("today", clock.today())
    for i, number in enumerate(numbers):
        if number is None or _certainly_good(number, today.year):
            continue
        if kinds is not None and kinds[i] is not None and not _RESIDENT.search(kinds[i]):
            continue
        try:
            read_id_number(number, today)
        except Invalid as refusal:
            if refusal.code == "id_no.check_digit" and rules.id_check == "warning":
                yield i, "id_no", doubt(None, refusal.code, refusal.message)
                continue
            words = refusal.message
            if refusal.code == "id_no.shape":
                words = words.replace("请核对原件。", "请核对原件；若是其他证件，请在“证件类型”列写明。")
            elif refusal.code == "id_no.check_digit" and number.endswith("000"):
                words = words.replace(
                    "请核对原件。", "末三位是 000，多半已被 Excel 改动。请把该列设为“文本”后重新导出。"
                )
            yield i, "id_no", fault(refusal.code, words)


_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ZEROS = ord("0") * sum(_WEIGHTS)


def _certainly_good(number: str, this_year: int) -> bool:
    # The checksum in C, birthday and region remembered: a quarter of what read_id_number takes, which
    # decides and words whatever does not pass here.
    if len(number) != 18 or not number.isascii():
        return False
    total = sum(map(mul, _WEIGHTS, number.encode())) - _ZEROS
    return number[17] == "10X98765432"[total % 11] and _known_beginning(number[:2], number[6:14], this_year)


@lru_cache(maxsize=65_536)
def _known_beginning(region: str, birthday: str, this_year: int) -> bool:
    try:
        born_on = date(int(birthday[:4]), int(birthday[4:6]), int(birthday[6:]))
    except ValueError:
        return False
    return region in PROVINCES and 1880 <= born_on.year < this_year


def not_twice_in_file(chunk: Chunk, rules: ClientRules, memory: dict[str, Any]) -> Found:
    """The same serial number, or contract with placement date, stands once in a file; the later row is told."""
    yield from _twice(chunk, memory, "serial_no", ("serial_no",), "个案序列号")
    yield from _twice(chunk, memory, "contract_no", ("contract_no", "placed_on"), "合同号和委案日期")


def _twice(chunk: Chunk, memory: dict[str, Any], field: str, fields: tuple[str, ...], label: str) -> Found:
    columns = [chunk.column(name) for name in fields]
    if columns[0] is None or columns[-1] is None:
        return
    seen: dict[Any, int] = memory.setdefault(f"seen.{field}", {})
    first = seen.setdefault
    keys = columns[0] if len(columns) == 1 else list(zip(*columns, strict=True))  # type: ignore[arg-type]
    for i, (key, row, lead) in enumerate(zip(keys, chunk.rows, columns[0], strict=True)):
        if lead is None:
            continue
        other = first(key, row)
        if other == row:
            continue
        yield (
            i,
            field,
            fault("duplicate.in_file", f"{label}与第 {other} 行相同，同一笔委案出现了两次。请删去其中一行。"),
        )


def _yuan(cents: int) -> str:
    return show(from_cents(cents))


@dataclass(frozen=True)
class SaysSomething:
    """A row of an update changes at least one of these fields; a class, so that it can be sent to the reading child."""

    names: tuple[str, ...]

    def __call__(self, chunk: Chunk, rules: ClientRules, memory: dict[str, Any]) -> Found:
        columns = {name: column for name in self.names if (column := chunk.column(name)) is not None}
        first = next(iter(columns), self.names[0])
        for i in range(len(chunk.rows)):
            if i not in chunk.wrong and all(column[i] is None for column in columns.values()):
                yield (
                    i,
                    first,
                    fault("row.says_nothing", "此行没有填写任何要更新的内容。请补填，或删除此行。"),
                )


def says_something(*names: str) -> RowCheck:
    """The check that a row fills at least one of these fields."""
    return SaysSomething(names)


PLACEMENT_CHECKS = (
    amount_is_positive,
    parts_fit_total,
    recall_after_placed,
    id_number_is_good,
    not_twice_in_file,
)
