"""Web pages and XML spreadsheets that bank systems call ``.xls``: the largest table, read as Excel would."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from anjie.foundation.refusals import Refusal
from anjie.services.sheets.reading.guard import bomb, too_many
from anjie.services.sheets.reading.limits import MIB, Limits

_LARGEST = 60 * MIB


@dataclass
class WebTable:
    """One table of a page, spans resolved: the text stands in the first cell, the others are blank."""

    name: str
    grid: list[list[str]] = field(default_factory=list)
    merged: list[tuple[tuple[int, int], tuple[int, int]]] = field(default_factory=list)

    def rows(self) -> Iterator[list[str]]:
        """The rows from row 1 on."""
        for row in self.grid:
            yield list(row)


class _Tables(HTMLParser):
    """Collects the rows of every table of an HTML page or an XML spreadsheet (2003)."""

    def __init__(self, limits: Limits) -> None:
        super().__init__(convert_charrefs=True)
        self.limits = limits
        self.tables: list[WebTable] = []
        self.open: list[WebTable] = []
        self.cell: list[str] | None = None
        self.span = (1, 1)
        self.column = 0
        self.cells = 0
        self.name = ""
        self.taken: set[tuple[int, int]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        tag = tag.rpartition(":")[2]
        known = {k.rpartition(":")[2]: v or "" for k, v in attrs}
        if tag == "worksheet":
            self.name = known.get("name", "")
        elif tag == "table":
            self.open.append(WebTable(self.name or f"表{len(self.tables) + 1}"))
            self.tables.append(self.open[-1])
            self.taken = set()
        elif tag in ("tr", "row") and self.open:
            self.finish_cell()
            grid = self.open[-1].grid
            for _ in range(min(_number(known.get("index"), len(grid) + 1), self.limits.rows) - len(grid) - 1):
                grid.append([])
            grid.append([])
            self.column = 0
        elif tag in ("td", "th", "cell") and self.open and self.open[-1].grid:
            self.finish_cell()
            if "index" in known:
                self.column = min(max(_number(known["index"], 1) - 1, self.column), self.limits.columns)
            self.cell = []
            if tag == "cell":
                self.span = (_number(known.get("mergedown"), 0) + 1, _number(known.get("mergeacross"), 0) + 1)
            else:
                self.span = (_number(known.get("rowspan"), 1), _number(known.get("colspan"), 1))
        elif tag == "br" and self.cell is not None:
            self.cell.append(" ")

    def handle_endtag(self, tag: str) -> None:
        tag = tag.rpartition(":")[2]
        if tag in ("td", "th", "cell", "tr", "row"):
            self.finish_cell()
        elif tag == "table" and self.open:
            self.finish_cell()
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.cell is not None:
            self.cell.append(data)

    def finish_cell(self) -> None:
        if self.cell is None or not self.open or not self.open[-1].grid:
            return
        table, down, across = self.open[-1], max(1, self.span[0]), max(1, self.span[1])
        at = len(table.grid) - 1
        while (at, self.column) in self.taken:
            self.column += 1
        if self.column + across > self.limits.columns or down > self.limits.rows:
            raise bomb(f"一格跨 {across} 列 {down} 行")
        self.cells += down * across
        if self.cells > self.limits.cells:
            raise too_many(self.limits, at + 1, self.cells)
        row = table.grid[-1]
        row.extend("" for _ in range(self.column - len(row)))
        row.append("".join(self.cell).strip())
        row.extend("" for _ in range(across - 1))
        if down > 1 or across > 1:
            table.merged.append(((at, self.column), (at + down - 1, self.column + across - 1)))
        if down > 1:
            self.taken.update((at + d, self.column + a) for d in range(1, down) for a in range(across))
        self.column += across
        self.cell = None


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.isdigit() and len(text) < 8 else default


def open_web_table(path: Path, limits: Limits, encoding: str) -> WebTable:
    """The table with the most cells of a page saved under a workbook's name."""
    if path.stat().st_size > _LARGEST:
        raise Refusal(
            "sheets.too_large",
            f"网页格式的表格最大 {_LARGEST // MIB} MB。请在 Excel 中打开，另存为 .xlsx 后再上传。",
        )
    parser = _Tables(limits)
    with path.open(encoding=encoding, errors="replace") as stream:
        while block := stream.read(256 * 1024):
            if "<!ENTITY" in block:
                raise bomb("含有 XML 实体定义")
            parser.feed(block)
    parser.finish_cell()
    tables = [table for table in parser.tables if table.grid]
    if not tables:
        raise Refusal(
            "sheets.not_a_workbook",
            "这个文件是网页，里面没有表格。请在 Excel 中打开原文件，另存为 .xlsx 后再上传。",
            found="网页",
        )
    return max(tables, key=lambda table: sum(len(row) for row in table.grid))
