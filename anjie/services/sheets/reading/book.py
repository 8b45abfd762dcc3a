"""Opens a file a bank sent: says what it really is, refuses what cannot be read, gives its sheets.

What Excel opens we open (text under ``.xls`` too); what Excel refuses we refuse. The name's ending never
decides alone: the first bytes do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from python_calamine import CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from anjie.foundation.refusals import Refusal
from anjie.services.sheets.reading import biff, delimited, guard
from anjie.services.sheets.reading.cells import Broken
from anjie.services.sheets.reading.limits import MIB, Limits
from anjie.services.sheets.reading.webtable import WebTable, open_web_table

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_TEXT_NAMES = frozenset({".csv", ".txt", ".tsv", ".xls", ""})
_MAGIC = (
    (b"%PDF", "PDF 文件"),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
    (b"GIF8", "图片"),
    (b"Rar!", "RAR 压缩包"),
    (b"7z\xbc\xaf", "7z 压缩包"),
    (b"\x1f\x8b", "gzip 压缩包"),
    (b"{\\rtf", "RTF 文档"),
    (b"MZ", "程序文件"),
    (b"\x7fELF", "程序文件"),
)

Merge = tuple[tuple[int, int], tuple[int, int]]


@dataclass
class Sheet:
    """One sheet: its rows from Excel's row 1 on, every time it is walked."""

    name: str
    visible: bool = True
    source: CalamineSheet | delimited.TextTable | WebTable | None = None
    facts: guard.SheetFacts = field(default_factory=guard.SheetFacts)

    @property
    def merged(self) -> list[Merge]:
        """Merged ranges, zero-based, where the form of file tells them."""
        if isinstance(self.source, CalamineSheet):
            return self.source.merged_cell_ranges or []
        return self.source.merged if isinstance(self.source, WebTable) else []

    @property
    def left(self) -> int:
        """How many empty columns stand before the first one that ``rows`` gives."""
        if isinstance(self.source, CalamineSheet) and self.source.start:
            return self.source.start[1]
        return 0

    @property
    def height(self) -> int:
        """The last row in use, as Excel numbers it; 0 where only reading tells."""
        if isinstance(self.source, CalamineSheet):
            return self.source.end[0] + 1 if self.source.end else 0
        return len(self.source.grid) if isinstance(self.source, WebTable) else 0

    def rows(self) -> Iterator[list[Any]]:
        """The rows as lists of plain values, ``""`` for blank; broken cells are ``Broken``."""
        if self.source is None:
            return
        plain: Iterator[list[Any]] = (
            self.source.iter_rows() if isinstance(self.source, CalamineSheet) else iter(self.source.rows())
        )
        if not self.facts.broken:
            yield from plain
            return
        left = self.left
        for number, row in enumerate(plain, 1):
            for column, what in self.facts.broken.get(number, {}).items():
                if 0 <= column - left < len(row):
                    row[column - left] = Broken(what)
            yield row

    def head(self, count: int) -> list[list[Any]]:
        """The first ``count`` rows."""
        out: list[list[Any]] = []
        for row in self.rows():
            out.append(row)
            if len(out) >= count:
                break
        return out


@dataclass
class Book:
    """One opened file: its form, its calendar, its sheets (opened when asked for)."""

    form: str
    date1904: bool
    names: list[str]
    hidden: frozenset[str]
    limits: Limits
    workbook: CalamineWorkbook | None = None
    facts: dict[str, guard.SheetFacts] = field(default_factory=dict)
    text: delimited.TextTable | WebTable | None = None
    notes: list[str] = field(default_factory=list)

    def sheet(self, name: str) -> Sheet:
        """The sheet of that name, its cells loaded."""
        if self.text is not None:
            return Sheet(name, True, self.text)
        assert self.workbook is not None
        try:
            source = self.workbook.get_sheet_by_name(name)
        except BaseException as error:
            # calamine's parser may panic (a BaseException) on hostile XML; it must not end the process.
            if isinstance(error, KeyboardInterrupt | SystemExit | MemoryError | GeneratorExit):
                raise
            raise guard.damaged() from error
        sheet = Sheet(name, name not in self.hidden, source, self.facts.get(name, guard.SheetFacts()))
        if source.width > self.limits.columns and source.start is not None:
            raise Refusal(
                "sheets.too_many_columns",
                f"工作表“{name}”用到了 {source.width} 列，最多 {self.limits.columns} 列。"
                "请删除数据右侧多余的列（选中整列后删除）并保存，再上传。",
                columns=source.width,
            )
        return sheet


def open_book(path: Path, limits: Limits, name: str = "") -> Book:
    """Opens a file; ``name`` is what the person called it, where the path is not."""
    ending = Path(name or path.name).suffix.lower()
    size = path.stat().st_size
    if size == 0:
        raise Refusal("sheets.empty", "文件是空的（0 字节）。请重新导出后再上传。")
    if size > limits.file_bytes:
        raise Refusal(
            "sheets.too_large",
            f"文件有 {size / MIB:.1f} MB，最大 {limits.file_bytes // MIB} MB。请拆成几份后再上传。",
            bytes=size,
        )
    with path.open("rb") as stream:
        head = stream.read(4096)
    if head.startswith(b"PK"):
        return _zipped(path, limits)
    if head.startswith(_OLE):
        book = _old(path, limits)
        if ending in (".xlsx", ".xlsm"):
            raise Refusal(
                "sheets.wrong_ending",
                f"文件名以 {ending} 结尾，内容却是旧版 .xls 工作簿，Excel 也打不开。请把扩展名改为 .xls 后再上传。",
            )
        return book
    for magic, what in _MAGIC:
        if head.startswith(magic):
            raise _not_a_workbook(what)
    return _text(path, limits, ending, head)


def _not_a_workbook(what: str) -> Refusal:
    return Refusal(
        "sheets.not_a_workbook",
        f"这个文件是{what}，不是表格。请上传 .xlsx、.xls 或 .csv 文件。",
        found=what,
    )


def _zipped(path: Path, limits: Limits) -> Book:
    facts = guard.inspect(path, limits)
    return _workbook(path, limits, facts)


def _old(path: Path, limits: Limits) -> Book:
    facts = biff.inspect(path, limits)
    return _workbook(path, limits, facts)


def _workbook(path: Path, limits: Limits, facts: guard.ZipFacts) -> Book:
    try:
        # By content: from_path would believe the name, and stored files have none.
        with path.open("rb") as stream:
            workbook = CalamineWorkbook.from_filelike(stream)
    except PasswordError as error:
        raise biff.password() from error
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt | SystemExit | MemoryError | GeneratorExit):
            raise
        raise guard.damaged() from error
    sheets = [m for m in workbook.sheets_metadata if m.typ == SheetTypeEnum.WorkSheet]
    hidden = frozenset(m.name for m in sheets if m.visible != SheetVisibleEnum.Visible)
    if not sheets:
        raise Refusal("sheets.no_sheet", "工作簿里没有工作表。请核对文件后再上传。")
    return Book(facts.form, facts.date1904, [m.name for m in sheets], hidden, limits, workbook, facts.sheets)


def _text(path: Path, limits: Limits, ending: str, head: bytes) -> Book:
    start = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").replace(b"\x00", b"")[:2048].lower()
    looks_web = re.match(rb"<(?:!doctype html|html|table|head|meta|style|body|div|\?xml)", start)
    if ending not in _TEXT_NAMES and not (looks_web and ending in (".html", ".htm", ".xml")):
        raise Refusal(
            "sheets.wrong_ending",
            f"文件名以 {ending} 结尾，内容却不是 Excel 工作簿，可能已损坏或被改过扩展名。"
            "请在 Excel 中打开原文件，另存为 .xlsx 后再上传。",
        )
    if looks_web:
        table = open_web_table(path, limits, delimited.encoding_of(path))
        return Book("web", False, [table.name], frozenset(), limits, text=table)
    delimited_table = delimited.open_text(path, limits)
    return Book("csv", False, [Path(path).stem], frozenset(), limits, text=delimited_table)
