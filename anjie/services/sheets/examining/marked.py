"""The workbook sent back: bad cells coloured with the reason in a note, and a column that says it in words.

A workbook of ordinary size keeps its own look. A large one, or one of another form (.xls, .csv, a page),
comes back as a plain .xlsx; if it has very many rows, with the faulty ones only.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter
from openpyxl.cell.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from anjie.services.sheets.declaring.faults import Fault
from anjie.services.sheets.examining.examination import Examination
from anjie.services.sheets.reading.book import open_book
from anjie.services.sheets.reading.cells import Broken
from anjie.services.sheets.reading.limits import Limits
from anjie.services.sheets.writing.workbooks import safe_text

ERRORS, DOUBTS = "导入问题", "提醒"
_AUTHOR = "案结"
_FAULT_COLOUR, _DOUBT_COLOUR = "FFC7CE", "FFEB9C"
_STYLED_CELLS = 400_000
_ALL_ROWS = 50_000
_NOTES = 20_000
_BAD_ROWS = 200_000

Told = dict[int, list[tuple[Fault, bool]]]


def write_marked(source: Path, target: Path, result: Examination, limits: Limits, name: str = "") -> str:
    """Writes the marked workbook and says how: ``styled``, ``plain`` or ``bad_rows``."""
    told: Told = {}
    for one in result.faults:
        told.setdefault(one.row, []).append((one, True))
    for one in result.warnings:
        told.setdefault(one.row, []).append((one, False))
    book = open_book(source, limits, name)
    cells = result.rows * max(len(result.places) + len(result.unmapped), 1)
    if book.form == "xlsx" and cells <= _STYLED_CELLS:
        _styled(source, target, result, told)
        return "styled"
    sheet = book.sheet(result.sheet)
    everything = result.rows <= _ALL_ROWS
    _plain(target, result, told, sheet.rows(), sheet.left, everything)
    return "plain" if everything else "bad_rows"


def _words(told: Sequence[tuple[Fault, bool]], faults: bool) -> str:
    return "\n".join(
        f"{one.column}：{one.message}" if one.column else one.message for one, bad in told if bad == faults
    )


def _styled(source: Path, target: Path, result: Examination, told: Told) -> None:
    # Values only: what the bank's formulas came to, and no formula is carried on.
    book = openpyxl.load_workbook(source, data_only=True)
    sheet = book[result.sheet]
    assert isinstance(sheet, Worksheet)
    fills = {
        True: PatternFill("solid", fgColor=_FAULT_COLOUR),
        False: PatternFill("solid", fgColor=_DOUBT_COLOUR),
    }
    last = _unmarked(sheet, result) or max(
        sheet.max_column if sheet.max_column <= 1024 else 0, *result.places.values(), 1
    )
    has_doubts = any(not bad for row in told.values() for _, bad in row)
    notes = 0
    for row, said in sorted(told.items()):
        by_cell: dict[int, list[tuple[Fault, bool]]] = {}
        for one, bad in said:
            place = result.places.get(one.field)
            if place is not None and row > result.header_rows[1]:
                by_cell.setdefault(place, []).append((one, bad))
        for place, here in by_cell.items():
            cell = _top_left(sheet, row, place)
            cell.fill = fills[any(bad for _, bad in here)]
            if notes < _NOTES:
                cell.comment = _note("\n".join(one.message for one, _ in here))
                notes += 1
        for offset, faults in ((1, True), (2, False)):
            words = _words(said, faults)
            if words:
                _say(sheet, row, last + offset, words, fills[faults])
        if row in sheet.row_dimensions:
            sheet.row_dimensions[row].hidden = False
    top = result.header_rows[0]
    for offset, words in ((1, ERRORS), (2, DOUBTS)):
        if offset == 1 or has_doubts:
            cell = sheet.cell(top, last + offset)
            before = f"\n{cell.value}" if cell.value else ""
            _say(sheet, top, last + offset, words + before, fills[offset == 1])
            cell.font = Font(bold=True)
            sheet.column_dimensions[cell.column_letter].width = 60
    book.active = book.index(sheet)
    book.save(target)


def _unmarked(sheet: Worksheet, result: Examination) -> int:
    """Takes off the marks of an earlier round; the last column before them, 0 where there were none."""
    places = [
        cell.column
        for cell in sheet[result.header_rows[0]]
        if isinstance(cell.value, str) and cell.value.split("\n")[0] == ERRORS
    ]
    if not places:
        return 0
    for row in sheet.iter_rows():
        for cell in row:
            if cell.column in (places[0], places[0] + 1):
                cell.value = None
                cell.fill = PatternFill()
            elif cell.comment is not None and cell.comment.author == _AUTHOR:
                cell.comment = None
                cell.fill = PatternFill()
    return int(places[0]) - 1


def _top_left(sheet: Worksheet, row: int, column: int) -> Any:
    cell = sheet.cell(row, column)
    if isinstance(cell, MergedCell):
        for merged in sheet.merged_cells.ranges:
            if cell.coordinate in merged:
                return sheet.cell(merged.min_row, merged.min_col)
    return cell


def _say(sheet: Worksheet, row: int, column: int, words: str, fill: PatternFill) -> None:
    cell = sheet.cell(row, column)
    cell.value = safe_text(words)
    cell.data_type = "s"
    cell.fill = fill
    cell.alignment = Alignment(wrap_text=True, vertical="top")


def _note(words: str) -> Comment:
    note = Comment(words, _AUTHOR)
    note.width, note.height = 320, 40 + 22 * (1 + len(words) // 20)
    return note


def _plain(
    target: Path, result: Examination, told: Told, rows: Iterator[list[Any]], left: int, everything: bool
) -> None:
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
               "constant_memory": True}  # fmt: skip
    with xlsxwriter.Workbook(str(target), options) as book:
        sheet = book.add_worksheet("问题标注")
        paint = {
            True: book.add_format({"bg_color": f"#{_FAULT_COLOUR}"}),
            False: book.add_format({"bg_color": f"#{_DOUBT_COLOUR}"}),
        }
        bold = book.add_format({"bold": True, "bg_color": "#EAF1FB"})
        wrap = book.add_format({"text_wrap": True, "valign": "top", "bg_color": f"#{_FAULT_COLOUR}"})
        soft = book.add_format({"text_wrap": True, "valign": "top", "bg_color": f"#{_DOUBT_COLOUR}"})
        sheet.set_column(0, 1, 50)
        # In front, where they cannot fall behind a row that is longer than the header.
        front = 2 if everything else 3
        at = notes = 0
        for number, row in enumerate(rows, 1):
            is_header = result.header_rows[0] <= number <= result.header_rows[1]
            said = told.get(number, [])
            if not everything and not is_header and not any(bad for _, bad in said):
                continue
            if at > _BAD_ROWS:
                break
            line = number - 1 if everything else at
            at += 1
            if not everything:
                sheet.write(line, 2, "原行号" if is_header else number)
            by_column: dict[int, list[tuple[Fault, bool]]] = {}
            for one, bad in said if not is_header else ():
                if one.field in result.places:
                    by_column.setdefault(result.places[one.field] - left - 1, []).append((one, bad))
            for column in range(max(min(len(row), 1024), *(c + 1 for c in by_column), 0)):
                here = by_column.get(column)
                style = paint[any(bad for _, bad in here)] if here else bold if is_header else None
                _copy(sheet, line, column + front, row[column] if column < len(row) else "", style)
                if here and notes < _NOTES:
                    words = "\n".join(one.message for one, _ in here)
                    sheet.write_comment(line, column + front, words, {"author": _AUTHOR, "x_scale": 2})
                    notes += 1
            for column, faults, label, style in ((0, True, ERRORS, wrap), (1, False, DOUBTS, soft)):
                words = _words(said, faults)
                if number == result.header_rows[0]:
                    words = label + (f"\n{words}" if words else "")
                if words:
                    sheet.write_string(line, column, safe_text(words), style)


def _copy(sheet: Any, row: int, column: int, value: Any, style: Any) -> None:
    if isinstance(value, Broken):
        value = value.what if value.what.startswith("#") else ""
    if value == "" or value is None:
        if style is not None:
            sheet.write_blank(row, column, None, style)
    elif isinstance(value, str):
        sheet.write_string(row, column, safe_text(value), style)
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value, style)
    elif isinstance(value, float | int):
        sheet.write_number(row, column, value, style)
    elif isinstance(value, datetime.date):
        sheet.write_string(row, column, value.isoformat().replace("T", " "), style)
    else:
        sheet.write_string(row, column, str(value), style)
