"""Workbooks out: big plain lists, designed ones, CSV; nothing in them can run, long numbers stay whole.

Text is written as text. What a spreadsheet would take for a formula once somebody saves it as CSV and opens
that (``=cmd…``, ``@SUM``, ``+cmd``, a tab or return in front) gets an apostrophe, which the import takes
off again; signed numbers and phone numbers stay as they are.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import Any

from anjie.foundation import clock
from anjie.services.sheets.writing.plain_book import PlainBook

SHEET_ROWS = 1_000_000
WATERMARK = "导出说明"
_LONGEST = 32_767
_BLOCK = 1_000
_RISKY = frozenset("=+-@\t\r\n＝＋－＠|%")
_HARMLESS = re.compile(r"^[+-]?[\d,]*\.?\d+%?$|^\+\d[\d -]*$|^[-+]+$|^%|^-\s|^-?\d[\d:./ -]*$")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def safe_text(value: str) -> str:
    """Text that no spreadsheet runs, without the characters that XML cannot hold, at most 32,767 long."""
    if not value:
        return value
    if not value.isprintable():
        value = _CONTROL.sub("", value)
    if value[:1] in _RISKY and not _HARMLESS.match(value):
        value = f"'{value}"
    return value if len(value) <= _LONGEST else value[: _LONGEST - 1] + "…"


@dataclass(frozen=True)
class Out:
    """A column of a workbook that goes out: its header, what it holds, how wide it is.

    ``holds`` is one of ``text money date moment integer percent``; money takes Decimal, a moment an aware
    datetime, a percent a fraction.
    """

    header: str
    holds: str = "text"
    width: float = 14


@dataclass(frozen=True)
class Watermark:
    """Who took the list, when, what it holds; written on a sheet of its own."""

    exporter: str
    at: datetime
    what: str
    number: str = ""
    filters: Mapping[str, str] = field(default_factory=dict)

    def lines(self, count: int | None) -> list[tuple[str, str]]:
        """The sheet's two columns."""
        out = [
            ("导出人", self.exporter),
            ("导出时间", clock.local(self.at).strftime("%Y-%m-%d %H:%M:%S")),
            ("内容", self.what),
        ]
        if count is not None:
            out.append(("行数", str(count)))
        if self.number:
            out.append(("导出编号", self.number))
        out.extend((f"筛选：{name}", value) for name, value in self.filters.items())
        out.append(("声明", "本文件含个人信息，仅限工作使用，不得外传；每次导出均已登记，可追溯到导出人。"))
        return [(name, safe_text(value)) for name, value in out]


def write_plain(
    target: Path,
    columns: Sequence[Out],
    rows: Iterable[Sequence[Any]],
    *,
    sheet: str = "数据",
    watermark: Watermark | None = None,
    progress: Callable[[int], None] | None = None,
) -> int:
    """Streams rows into an .xlsx; more than a million go on to further sheets. Returns how many there were.

    ``progress`` hears every 10,000th row.
    """
    cleaners = [_CLEANERS[column.holds] for column in columns]
    shape = [(safe_text(column.header), column.holds, column.width) for column in columns]
    source: Iterator[Sequence[Any]] = iter(rows)
    seen = 0
    with PlainBook(target) as book:
        book.sheet(sheet, shape)
        # Looked at column by column: most are as they should be, which one look at the whole column tells.
        while block := list(islice(source, min(_BLOCK, SHEET_ROWS - seen % SHEET_ROWS))):
            if seen and seen % SHEET_ROWS == 0:
                book.sheet(f"{sheet}{seen // SHEET_ROWS + 1}", shape)
            book.rows(
                [clean(values) for clean, values in zip(cleaners, zip(*block, strict=True), strict=True)]
            )
            before, seen = seen, seen + len(block)
            if progress is not None and seen // 10_000 > before // 10_000:
                progress(seen)
        if watermark is not None:
            book.sheet(WATERMARK, [("项目", "text", 16), ("内容", "text", 70)])
            book.rows(list(zip(*watermark.lines(seen), strict=True)))
    return seen


def _texts(values: Sequence[Any]) -> Sequence[Any]:
    try:
        texts = list(filter(None, values))
        plain = "".join(texts).isprintable() and _RISKY.isdisjoint(map(itemgetter(0), texts))
        if plain and max(map(len, texts), default=0) <= _LONGEST:
            return values
    except TypeError:  # something in it is no text
        pass
    return [None if value is None else _text(value) for value in values]


def _floats(values: Sequence[Any]) -> Sequence[Any]:
    if _FLOATS.issuperset(map(type, values)):
        return values
    return [None if value is None else float(value) for value in values]


def _integers(values: Sequence[Any]) -> Sequence[Any]:
    # Excel keeps fifteen digits: what is longer is text.
    return [value if value is None or abs(value) < 10**15 else str(value) for value in values]


def _dates(values: Sequence[Any]) -> Sequence[Any]:
    if _DATES.issuperset(map(type, values)):
        return values
    return [value.date() if isinstance(value, datetime) else value for value in values]


def _moments(values: Sequence[Any]) -> Sequence[Any]:
    try:
        if {value.tzinfo for value in values if value is not None} <= {None}:
            return values  # the database has put them on the wall clock
    except AttributeError:  # something in it is no moment
        pass
    return [None if value is None else _wall_clock(value) for value in values]


_FLOATS, _DATES = frozenset({float, type(None)}), frozenset({date, type(None)})
_CLEANERS: Mapping[str, Callable[[Sequence[Any]], Sequence[Any]]] = {
    "text": _texts, "money": _floats, "percent": _floats, "integer": _integers, "date": _dates, "moment": _moments,
}  # fmt: skip


def _text(value: Any) -> str:
    if type(value) is str:
        # Most text needs no look: printable, and no risky first character.
        if value.isprintable() and value[:1] not in _RISKY and len(value) <= _LONGEST:
            return value
        return safe_text(value)
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime):
        return clock.local(value).strftime("%Y-%m-%d %H:%M:%S") if value.tzinfo else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    return safe_text(str(value))


def _wall_clock(value: Any) -> Any:
    if isinstance(value, datetime) and value.tzinfo is not None:
        return clock.local(value).replace(tzinfo=None)
    return value


def write_csv(target: Path, columns: Sequence[Out], rows: Iterable[Sequence[Any]]) -> int:
    """A UTF-8 CSV with BOM, as Excel opens it; long digits get a tab in front so that Excel keeps them."""
    count = 0
    with target.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow([safe_text(column.header) for column in columns])
        for row in rows:
            writer.writerow(
                [
                    "" if value is None else _csv_cell(value, column.holds)
                    for value, column in zip(row, columns, strict=True)
                ]
            )
            count += 1
    return count


def _csv_cell(value: Any, holds: str) -> str:
    if holds == "money":
        return f"{Decimal(value):.2f}"
    if holds == "percent":
        return f"{Decimal(str(value)) * 100:f}".rstrip("0").rstrip(".") + "%"
    text = _text(value)
    return f"{text}\t" if len(text) > 11 and text.isascii() and text.isdigit() else text
