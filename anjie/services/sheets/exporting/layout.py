"""A client's own workbook form: read and checked when a clerk gives it, filled when a list leaves the house.

``{{委托方}}`` ``{{日期}}`` ``{{行数}}`` ``{{导出人}}`` ``{{合计.余额}}`` stand anywhere, ``{{row.姓名}}`` in one row,
which repeats for every row of the list. A column is named by its label or its key. Nothing in a form can run.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from anjie.foundation.refusals import Invalid, Refusal
from anjie.services.sheets.exporting.exporters import ExportColumn
from anjie.services.sheets.reading.guard import damaged, inspect
from anjie.services.sheets.reading.limits import MIB, Limits
from anjie.services.sheets.writing.plain_book import NUMBER_FORMATS
from anjie.services.sheets.writing.workbooks import WATERMARK, Watermark, safe_text

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell

LIMITS = Limits(file_bytes=2 * MIB, inflated_bytes=24 * MIB, rows=2_000, cells=20_000)
MOST_ROWS = 50_000
"""A form is filled in memory; a longer list leaves as a plain one."""
FIELDS = {"委托方": "client", "日期": "today", "行数": "count", "导出人": "by", "导出编号": "number"}
_MARK = re.compile(r"\{\{\s*([^{}]{1,80}?)\s*\}\}")
_FORBIDDEN_PARTS = (
    "vbaproject",
    "externallinks/",
    "embeddings/",
    "activex/",
    "connections.xml",
    "querytables/",
)
_FORBIDDEN_FORMULA = re.compile(
    r"\||\[|https?:|\\\\|\b(HYPERLINK|WEBSERVICE|DDE|CALL|EXEC|RTD|IMPORT\w*)\b", re.I
)


@dataclass(frozen=True)
class Plan:
    """What a form asks for: the columns its row shows or sums, and where that row stands."""

    sheet: str
    row: int
    columns: tuple[str, ...]
    sums: tuple[str, ...]


def read_layout(content: bytes, columns: Mapping[str, ExportColumn], scratch: Path) -> Plan:
    """The plan of a form; refuses what is no plain workbook and every placeholder nobody knows, with its cell."""
    if len(content) > LIMITS.file_bytes:
        raise Invalid("layout.too_large", "版式文件超过 2 MB。请删去图片和无用的工作表后再上传。")
    scratch.write_bytes(content)
    facts = inspect(scratch, LIMITS)
    if facts.form != "xlsx":
        raise Invalid("layout.not_xlsx", "版式须为 .xlsx 工作簿。请在 Excel 中另存为 .xlsx 后再上传。")
    _nothing_runs(scratch)
    book = _opened(content)
    names = _names(columns)
    found: dict[tuple[str, int], list[str]] = {}
    used: list[str] = []
    sums: list[str] = []
    for sheet in book.worksheets:
        for cell in _written(sheet):
            place = f"“{sheet.title}”{cell.coordinate}"
            if cell.data_type == "f" and _FORBIDDEN_FORMULA.search(str(cell.value)):
                raise Invalid(
                    "layout.formula", f"{place} 的公式会取用外部内容，不能使用。请删去后再上传。", cell=place
                )
            for mark in _MARK.findall(str(cell.value)):
                kind, key = _meant(mark, names, place)
                if kind == "row":
                    found.setdefault((sheet.title, cell.row), []).append(cell.coordinate)
                if kind in ("row", "sum"):
                    used.append(key)
                if kind == "sum":
                    if columns[key].holds not in ("money", "integer"):
                        raise Invalid(
                            "layout.no_sum",
                            f"{place} 的“{mark}”不是金额或数量，不能合计。请改正。",
                            cell=place,
                        )
                    sums.append(key)
    if not found:
        raise Invalid("layout.no_row", "版式里没有重复行。请在一行中写上如 {{row.案件编号}} 的占位符。")
    if len(found) > 1:
        cells = "、".join(f"“{title}”{cells[0]}" for (title, _), cells in sorted(found.items()))
        raise Invalid(
            "layout.many_rows",
            f"重复行只能有一行，现在有 {len(found)} 行：{cells}。请合为一行。",
            cells=cells,
        )
    (title, row), _ = next(iter(found.items()))
    return Plan(title, row, tuple(dict.fromkeys(used)), tuple(dict.fromkeys(sums)))


def _nothing_runs(path: Path) -> None:
    with ZipFile(path) as archive:
        for name in archive.namelist():
            if any(part in name.lower() for part in _FORBIDDEN_PARTS):
                raise Refusal(
                    "layout.runs",
                    "版式含有宏、外部链接或嵌入对象，不能使用。请另存为只含单元格的 .xlsx 后再上传。",
                    part=name[:80],
                )


def _opened(content: bytes) -> Any:
    import openpyxl  # every process of the product starts without it: few ever fill a form

    try:
        return openpyxl.load_workbook(io.BytesIO(content))
    except Exception as broken:  # openpyxl raises whatever the part it fails at raises
        raise damaged() from broken


def _written(sheet: Any) -> Iterable[Cell]:
    return (cell for row in sheet.iter_rows() for cell in row if cell.value is not None)


def _names(columns: Mapping[str, ExportColumn]) -> dict[str, str]:
    return {**{column.label: key for key, column in columns.items()}, **{key: key for key in columns}}


def _meant(mark: str, names: Mapping[str, str], place: str = "") -> tuple[str, str]:
    """What a placeholder means: a fact of the export, a column of the row, or a column's sum."""
    if mark in FIELDS or mark in FIELDS.values():
        return "field", FIELDS.get(mark, mark)
    head, dot, rest = mark.partition(".")
    kind = {"row": "row", "行": "row", "sum": "sum", "合计": "sum"}.get(head)
    if dot and kind and rest in names:
        return kind, names[rest]
    raise Invalid(
        "layout.unknown_placeholder",
        f"{place} 的占位符“{{{{{mark}}}}}”不认识。请按可用占位符列表改正后再上传。",
        cell=place,
        placeholder=mark,
    )


def fill(
    target: Path,
    content: bytes,
    plan: Plan,
    columns: Mapping[str, ExportColumn],
    rows: Iterable[Sequence[Any]],
    facts: Mapping[str, Any],
    watermark: Watermark,
) -> int:
    """Write the form with these rows, a cell for each of ``plan.columns``, and the watermark sheet; returns how many."""
    data = list(rows)
    if len(data) > MOST_ROWS:
        raise too_many(len(data))
    book = _opened(content)
    at = {key: place for place, key in enumerate(plan.columns)}
    sums = {
        key: sum((Decimal(str(row[at[key]])) for row in data if row[at[key]] is not None), Decimal(0))
        for key in plan.sums
    }
    names = _names(columns)
    told = {**facts, "count": len(data)}

    def word(mark: str, row: Sequence[Any] | None) -> tuple[Any, str]:
        kind, key = _meant(mark, names)
        if kind == "field":
            return told.get(key, ""), "integer" if key == "count" else "text"
        if kind == "sum":
            return sums[key], columns[key].holds
        return (row[at[key]] if row is not None else None), columns[key].holds

    for sheet in book.worksheets:
        if sheet.title == plan.sheet:
            _repeat(sheet, plan.row, data, word)
        for cell in _written(sheet):
            if sheet.title != plan.sheet or not plan.row <= cell.row < plan.row + len(data):
                _put(cell, str(cell.value), None, word)
    _mark(book, watermark, len(data))
    book.save(target)
    return len(data)


def too_many(count: int) -> Refusal:
    """The refusal of a list too long for a form."""
    return Refusal(
        "layout.too_many_rows",
        f"按版式导出最多 {MOST_ROWS:,} 行，现在有 {count:,} 行。请缩小筛选，或不用版式导出。",
        count=count,
    )


def _repeat(sheet: Any, first: int, data: Sequence[Sequence[Any]], word: Any) -> None:
    """The template row once for each row of the list; what stands below moves down with its merged cells."""
    width = sheet.max_column
    template = [
        (cell.value, copy(cell._style))
        for cell in (sheet.cell(first, column) for column in range(1, width + 1))
    ]
    more = len(data) - 1
    if more > 0 and sheet.max_row > first:
        below = [merged for merged in sheet.merged_cells.ranges if merged.min_row > first]
        heights = {n: d.height for n, d in sheet.row_dimensions.items() if n > first and d.height}
        for merged in below:
            sheet.unmerge_cells(str(merged))
        sheet.move_range(
            f"A{first + 1}:{sheet.cell(sheet.max_row, width).coordinate}", rows=more, translate=True
        )
        for merged in below:
            merged.shift(row_shift=more)
            sheet.merge_cells(str(merged))
        for row, height in sorted(heights.items(), reverse=True):
            sheet.row_dimensions[row + more].height = height
    height = sheet.row_dimensions[first].height
    for offset, row in enumerate(data):
        if height:
            sheet.row_dimensions[first + offset].height = height
        for column, (text, style) in enumerate(template, 1):
            cell = sheet.cell(first + offset, column)
            if type(cell).__name__ == "MergedCell":
                continue
            cell._style = copy(style)
            cell.value = text
            if text is not None:
                _put(cell, str(text), row, word)


def _put(cell: Any, text: str, row: Sequence[Any] | None, word: Any) -> None:
    """A cell that is one placeholder takes the value as it is; among words it becomes text."""
    marks = _MARK.findall(text)
    if not marks:
        return
    if len(marks) == 1 and _MARK.fullmatch(text.strip()):
        value, holds = word(marks[0], row)
        if value is None:
            cell.value = None
        elif holds in ("money", "percent", "integer"):
            cell.value = float(value) if holds != "integer" else int(value)
            if cell.number_format == "General":
                cell.number_format = NUMBER_FORMATS[holds]
        elif holds in ("date", "moment"):
            cell.value = value.replace(tzinfo=None) if holds == "moment" and value.tzinfo else value
            if cell.number_format == "General":
                cell.number_format = NUMBER_FORMATS[holds]
        else:
            _text(cell, str(value))
        return
    _text(cell, _MARK.sub(lambda found: _plain(word(found[1], row)[0]), text))


def _plain(value: Any) -> str:
    return "" if value is None else f"{value:,.2f}" if isinstance(value, float | Decimal) else str(value)


def _text(cell: Any, text: str) -> None:
    cell.value = safe_text(text)
    cell.data_type = "s"


def _mark(book: Any, watermark: Watermark, count: int) -> None:
    name = WATERMARK if WATERMARK not in book.sheetnames else f"{WATERMARK}2"
    sheet = book.create_sheet(name)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 16, 70
    for number, line in enumerate(watermark.lines(count), 1):
        for column, text in enumerate(line, 1):
            _text(sheet.cell(number, column), text)
