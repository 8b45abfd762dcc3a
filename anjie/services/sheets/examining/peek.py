"""A first look at a workbook for the mapping page: its sheets, its header with the suggestion, its first rows."""

from __future__ import annotations

import dataclasses
from itertools import islice
from pathlib import Path
from typing import Any

from anjie.foundation.refusals import Refusal
from anjie.services.sheets.examining.examination import Order
from anjie.services.sheets.examining.examine import choose_sheet, map_headers
from anjie.services.sheets.examining.header import LOOKED_AT, words_of
from anjie.services.sheets.examining.mapping import Matcher
from anjie.services.sheets.reading.book import open_book

SHOWN_ROWS = 20


@dataclasses.dataclass
class PeekColumn:
    """One column of the sheet: its letter in Excel, its header, what it is taken for, its first values."""

    letter: str
    header: str
    field: str
    confidence: str
    values: list[str]


@dataclasses.dataclass
class Peek:
    """What the mapping page shows; without a header the first rows stand alone and the person points at it."""

    form: str
    sheets: list[str]
    hidden_sheets: list[str]
    sheet: str
    header_row: int
    header_rows: tuple[int, int]
    columns: list[PeekColumn]
    first_rows: list[list[str]]
    """The first rows of the sheet as they stand, from Excel's row 1 on."""

    def as_dict(self) -> dict[str, Any]:
        """Plain values, for the API and for another process."""
        return dataclasses.asdict(self)


def letter(column: int) -> str:
    """The letter of a zero-based column: 0 is A, 27 is AB."""
    out = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        out = chr(65 + rest) + out
    return out


def peek(order: Order) -> Peek:
    """Looks at the first rows only; raises Refusal where the file cannot be read at all."""
    book = open_book(Path(order.path), order.limits, order.name)
    matcher = Matcher(order.kind.spread(order.extra))
    try:
        sheet, header, _ = choose_sheet(book, order, matcher)
    except Refusal as refusal:
        if refusal.code != "sheets.header_not_found" or order.header_row:
            raise
        sheet = book.sheet(order.sheet or book.names[0])
        return Peek(
            book.form,
            book.names,
            sorted(book.hidden),
            sheet.name,
            0,
            (0, 0),
            [],
            _first(sheet.head(LOOKED_AT), sheet.left),
        )
    found = {one.index: one for one in map_headers(matcher, header.words, order.mapping).mapped}
    below = [
        words_of(row)
        for row in islice((r for r in islice(sheet.rows(), header.bottom, None) if any(r)), SHOWN_ROWS)
    ]
    columns = [
        PeekColumn(
            letter(index + sheet.left),
            word,
            found[index].column.field if index in found else "",
            found[index].confidence if index in found else "",
            [row[index][:200] if index < len(row) else "" for row in below],
        )
        for index, word in enumerate(header.words)
        if word or any(index < len(row) and row[index] for row in below)
    ]
    return Peek(
        book.form, book.names, sorted(book.hidden), sheet.name, header.row, (header.top, header.bottom), columns,
        _first(sheet.head(header.bottom + SHOWN_ROWS), sheet.left),
    )  # fmt: skip


def _first(rows: list[list[Any]], left: int) -> list[list[str]]:
    return [
        [""] * min(left, 100) + [word[:200] for word in words_of(row[:200])]
        for row in rows[: LOOKED_AT + SHOWN_ROWS]
    ]
