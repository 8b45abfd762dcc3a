"""One workbook examined from end to end: read, header, mapping, cleaning, checks; every fault collected.

Pure: a file and plain settings in, an ``Examination`` out; cleaned rows go to a ``sink`` chunk by chunk, so
that memory does not grow with the file. ``apart.examine_apart`` does the same in a process of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from anjie.foundation.refusals import Refusal
from anjie.services.sheets.examining.examination import Examination, Order
from anjie.services.sheets.examining.header import LOOKED_AT, Header, find_header, header_at
from anjie.services.sheets.examining.mapping import Matcher, Suggestion
from anjie.services.sheets.examining.rows_pass import RowsPass, Sink
from anjie.services.sheets.reading.book import Book, Sheet, open_book


def examine(
    order: Order, sink: Sink | None = None, started: Callable[[int], None] | None = None
) -> Examination:
    """Reads the whole file; raises Refusal where it cannot be read at all.

    ``started`` hears the sheet's last row (0 where that is not known before reading).
    """
    book = open_book(Path(order.path), order.limits, order.name)
    columns = order.kind.spread(order.extra)
    matcher = Matcher(columns)
    sheet, header, others = choose_sheet(book, order, matcher)
    found = map_headers(matcher, header.words, order.mapping)
    if started is not None:
        started(sheet.height)
    result = Examination(
        form=book.form,
        sheet=sheet.name,
        other_sheets=others,
        header_row=header.row,
        header_rows=(header.top, header.bottom),
        mapping=found.by_field(),
        confidence={one.column.field: one.confidence for one in found.mapped},
        places={one.column.field: one.index + sheet.left + 1 for one in found.mapped},
        unmapped=[word for _, word in found.unmapped],
    )
    return RowsPass(order, book, sheet, header, found, columns, result).go(sink)


def map_headers(matcher: Matcher, words: Sequence[str], saved: Mapping[str, str] | None) -> Suggestion:
    """The saved mapping where there is one, else the suggestion."""
    return matcher.saved(words, saved) if saved else matcher.suggest(words)


def choose_sheet(book: Book, order: Order, matcher: Matcher) -> tuple[Sheet, Header, list[str]]:
    """The sheet whose header is best recognised, and the names of others that look like data too."""

    def score(words: Sequence[str]) -> float:
        points = matcher.score(words)
        if order.mapping:
            points = max(points, float(len(matcher.saved(words, order.mapping).mapped)))
        return points

    names = [order.sheet] if order.sheet else book.names
    if order.sheet and order.sheet not in book.names:
        raise Refusal("sheets.sheet_missing", f"工作簿里没有名为“{order.sheet}”的工作表。请重新选择。")
    if order.header_row:
        sheet = book.sheet(order.sheet or book.names[0])
        return sheet, header_at(sheet, order.header_row), []
    best: tuple[Sheet, Header] | None = None
    others: list[str] = []
    anything = False
    for name in sorted(names, key=lambda n: n in book.hidden):
        if name in book.hidden and best is not None and not order.sheet:
            break
        sheet = book.sheet(name)
        head = sheet.head(LOOKED_AT)
        anything = anything or any(any(row) for row in head)
        header = find_header(head, sheet.merged, sheet.left, score)
        if header is None:
            continue
        if best is None or header.score > best[1].score:
            if best is not None:
                others.append(best[0].name)
            best = (sheet, header)
        else:
            others.append(name)
    if best is None:
        if not anything:
            raise Refusal("sheets.empty", "文件里没有任何内容。请核对后重新导出再上传。")
        raise Refusal(
            "sheets.header_not_found",
            f"前 {LOOKED_AT} 行里没有找到“{order.kind.label}”的表头。请核对选择的导入类型，"
            "并确认表中有一行列名（如 " + "、".join(c.header for c in order.kind.columns[:4]) + "）。",
        )
    return best[0], best[1], others
