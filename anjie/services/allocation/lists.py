"""The CSV lists that are divided on the command line: cases in, holdings in, assignments out."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from anjie.foundation import money
from anjie.foundation.refusals import Invalid

_PLAIN_AMOUNT = re.compile(r"(\d{1,13})(?:\.(\d{1,2}))?", re.ASCII)
# A cell of more than this is no case number; Python's own limit would stop with a sentence in English.
_WIDEST_CELL = 1_000_000

_CASE_COLUMNS = {
    "case_no": ("case_no", "案件编号", "案件号", "案号", "个案序列号", "序列号"),
    "person": ("person", "当事人", "债务人", "姓名", "证件号码", "身份证号"),
    "amount": ("amount", "金额", "委案金额", "欠款金额", "欠款余额"),
}
_HELD_COLUMNS = {
    "collector": ("collector", "催收员", "姓名", "工号"),
    "count": ("count", "件数", "案件数", "户数"),
    "amount": ("amount", "金额", "在手金额"),
}


@dataclass(frozen=True)
class CaseList:
    """Cases to divide, column by column; amounts in cents."""

    case_nos: list[str]
    persons: list[str]
    cents: list[int]


@dataclass(frozen=True)
class HeldList:
    """What each collector holds already, column by column; amounts in cents."""

    collectors: list[str]
    counts: list[int]
    cents: list[int]


def read_cases(data: bytes) -> CaseList:
    """The list ``case_no,person,amount``; Invalid names the row (the heading is row 1) and what is wrong.

    UTF-8 with or without its mark, GBK and UTF-16 are read. A blank person is a person of his own.
    """
    case_nos: list[str] = []
    persons: list[str] = []
    cents: list[int] = []
    seen: dict[str, int] = {}
    for row, (case_no, person, amount) in _rows(data, _CASE_COLUMNS):
        if not case_no:
            raise _wrong(row, "allocation.case_no", "缺少案件编号")
        first = seen.setdefault(case_no, row)
        if first != row:
            raise _wrong(
                row, "allocation.duplicate_case", f"案件编号 {case_no[:40]} 与第 {first} 行重复", first=first
            )
        case_nos.append(case_no)
        persons.append(person)
        cents.append(_cents(row, amount, "allocation.negative_amount"))
    if not case_nos:
        raise Invalid("allocation.empty", "文件中没有案件。请核对文件内容。")
    return CaseList(case_nos, persons, cents)


def read_held(data: bytes) -> HeldList:
    """The list ``collector,count,amount`` of what each holds; an empty one is nobody holding anything."""
    collectors: list[str] = []
    counts: list[int] = []
    cents: list[int] = []
    for row, (collector, count, amount) in _rows(data, _HELD_COLUMNS):
        if not collector:
            raise _wrong(row, "allocation.collector", "缺少催收员")
        if collector in collectors:
            raise _wrong(row, "allocation.duplicate_collector", "同一催收员出现了两次")
        if not re.fullmatch(r"\d{1,9}", count, re.ASCII):
            raise _wrong(row, "allocation.count", f"在手件数“{count[:20]}”不是非负整数")
        collectors.append(collector)
        counts.append(int(count))
        cents.append(_cents(row, amount, "allocation.negative_amount"))
    return HeldList(collectors, counts, cents)


def collector_names(held: HeldList, people: int) -> list[str]:
    """As many names as people: those in the list, then ``c1``, ``c2`` … for those who hold nothing."""
    if len(held.collectors) > people:
        raise Invalid(
            "allocation.held_more_than_people",
            f"在手清单有 {len(held.collectors)} 人，多于分案人数 {people}。请增加人数或从清单中去掉不参加分案的人。",
            held=len(held.collectors),
            people=people,
        )
    names = list(held.collectors)
    taken = set(names)
    number = 1
    while len(names) < people:
        if f"c{number}" not in taken:
            names.append(f"c{number}")
        number += 1
    return names


def assignment_csv(case_nos: Sequence[str], collectors: Iterable[str]) -> str:
    """The list ``case_no,collector`` in the order of the cases."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["case_no", "collector"])
    writer.writerows(zip(case_nos, collectors, strict=True))
    return out.getvalue()


def _rows(data: bytes, columns: dict[str, tuple[str, ...]]) -> Iterator[tuple[int, tuple[str, str, str]]]:
    text = _text(data)
    heading = text.lstrip("\r\n").split("\n", 1)[0]
    delimiter = max(",\t;", key=heading.count)
    csv.field_size_limit(_WIDEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    places: tuple[int, int, int] | None = None
    while True:
        begins = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            break
        except csv.Error:
            raise _wrong(begins, "allocation.not_csv", "不是有效的 CSV（引号不成对或单元格过长）") from None
        if not any(map(str.strip, cells)):
            continue
        if places is None:
            places = _places(cells, columns)
            continue
        try:
            first, second, third = (cells[place].strip() for place in places)
        except IndexError:
            raise _wrong(begins, "allocation.short_row", f"只有 {len(cells)} 列，少于表头所列") from None
        yield begins, (first, second, third)
    if places is None:
        raise Invalid("allocation.empty", "文件是空的。请核对文件内容。")


def _places(cells: list[str], columns: dict[str, tuple[str, ...]]) -> tuple[int, int, int]:
    names = [cell.strip().lower() for cell in cells]
    places = []
    for column, writings in columns.items():
        place = next((names.index(writing) for writing in writings if writing in names), None)
        if place is None:
            raise Invalid(
                "allocation.column_missing",
                f"表头缺少 {column} 列。表头应为 {','.join(columns)}，请补上后重试。",
                column=column,
            )
        places.append(place)
    first, second, third = places
    return first, second, third


def _text(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Invalid("allocation.encoding", "文件不是文本，或编码无法识别。请另存为 UTF-8 或 GBK 的 CSV。")


def _cents(row: int, written: str, negative: str) -> int:
    if match := _PLAIN_AMOUNT.fullmatch(written):  # nearly all; a million of them must not take a minute
        return int(match[1]) * 100 + int((match[2] or "").ljust(2, "0"))
    try:
        amount = money.parse(written)
    except Invalid as fault:
        raise Invalid("allocation.amount", f"第 {row} 行：{fault.message}", row=row) from None
    if amount < 0:
        raise _wrong(row, negative, f"金额 {money.show(amount)} 为负")
    return money.cents(amount)


def _wrong(row: int, code: str, what: str, **facts: object) -> Invalid:
    return Invalid(code, f"第 {row} 行{what}。请更正后重试。", row=row, **facts)
