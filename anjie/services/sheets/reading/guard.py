"""What a zipped workbook is before anybody parses it: bombs refused, and what a parser would not tell.

One streaming pass over the parts, never more than a few megabytes at a time: sizes and ratios from the
directory and again while inflating, XML entities, rows and cells counted, hidden rows, error cells and
formulas without a stored value.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from xml.etree import ElementTree

from anjie.foundation.refusals import Refusal
from anjie.services.sheets.reading.cells import FORMULA
from anjie.services.sheets.reading.limits import MIB, Limits

_CHUNK = MIB
_HEAD = 4096
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@dataclass
class SheetFacts:
    """What the XML of one sheet says beside its values; rows and columns count from 1 and 0."""

    rows: int = 0
    cells: int = 0
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    broken: dict[int, dict[int, str]] = field(default_factory=dict)
    """Row → column → ``#N/A`` or ``formula``."""


@dataclass
class ZipFacts:
    """What kind of zipped workbook it is, and the facts of each sheet by its name."""

    form: str
    date1904: bool = False
    sheets: dict[str, SheetFacts] = field(default_factory=dict)


def bomb(why: str) -> Refusal:
    """The refusal for a file built to exhaust the reader."""
    return Refusal(
        "sheets.bomb",
        f"文件解压后大得不正常（{why}），为保护系统未予读取。请在 Excel 中另存一份只含数据的工作簿后再上传。",
        why=why,
    )


def damaged() -> Refusal:
    """The refusal for a workbook that breaks off or whose parts do not fit."""
    return Refusal("sheets.damaged", "文件已损坏或不完整，无法读取。请重新下载或在 Excel 中另存后再上传。")


def inspect(path: Path, limits: Limits) -> ZipFacts:
    """Looks through a zip; refuses bombs, truncated files and zips that are no workbook."""
    try:
        with zipfile.ZipFile(path) as archive:
            return _inspect(archive, limits)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
        raise damaged() from error
    except (RuntimeError, ElementTree.ParseError, UnicodeError, KeyError, IndexError) as error:
        raise damaged() from error


def _inspect(archive: zipfile.ZipFile, limits: Limits) -> ZipFacts:
    parts = archive.infolist()
    if len(parts) > limits.entries:
        raise bomb(f"内含 {len(parts)} 个部件")
    total = sum(part.file_size for part in parts)
    if total > limits.inflated_bytes:
        raise bomb(f"解压后 {total // MIB} MB")
    for part in parts:
        if part.flag_bits & 0x1:
            raise Refusal("sheets.password", "文件有密码保护，无法读取。请在 Excel 中取消密码后再上传。")
        if part.file_size > limits.ratio_from and part.file_size > limits.ratio * max(part.compress_size, 1):
            raise bomb(f"压缩比超过 {limits.ratio} 倍")
    names = {part.filename.replace("\\", "/").lstrip("/").lower(): part for part in parts}
    form = _form(names, archive)
    if form == "ods":
        facts = ZipFacts(form)
        budget = _Budget(limits)
        for part in parts:
            _drain(archive, part, budget, SheetFacts(), scan=False)
        return facts
    return _ooxml(archive, names, form, limits)


def _form(names: dict[str, zipfile.ZipInfo], archive: zipfile.ZipFile) -> str:
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "xl/workbook.bin" in names:
        return "xlsb"
    kind = names.get("mimetype")
    if kind is not None and kind.file_size < 200 and b"opendocument.spreadsheet" in archive.read(kind):
        return "ods"
    if any(name.startswith("xl/worksheets/") for name in names):
        return "xlsx"
    what = "Word 文档" if any(n.startswith("word/") for n in names) else "压缩包"
    if any(n.startswith("ppt/") for n in names):
        what = "演示文稿"
    raise Refusal(
        "sheets.not_a_workbook",
        f"这个文件是{what}，不是 Excel 工作簿。请上传 .xlsx、.xls 或 .csv 文件（压缩包请先解压）。",
        found=what,
    )


class _Budget:
    """How much may still be inflated, over all parts together."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.left = limits.inflated_bytes
        self.cells = 0

    def take(self, count: int) -> None:
        self.left -= count
        if self.left < 0:
            raise bomb(f"解压后超过 {self.limits.inflated_bytes // MIB} MB")

    def check_sheet(self, facts: SheetFacts) -> None:
        limits = self.limits
        if facts.rows > limits.rows or self.cells + facts.cells > limits.cells:
            raise too_many(limits, facts.rows, self.cells + facts.cells)


def too_many(limits: Limits, rows: int, cells: int) -> Refusal:
    """The refusal for a sheet larger than one file may be."""
    return Refusal(
        "sheets.too_many_cells",
        f"表格太大：已读到 {rows:,} 行、{cells:,} 格，一份文件最多 {limits.rows:,} 行、{limits.cells:,} 格。"
        "请删去无用的列，或拆成几份后再上传。",
        rows=rows,
        cells=cells,
    )


def _ooxml(
    archive: zipfile.ZipFile, names: dict[str, zipfile.ZipInfo], form: str, limits: Limits
) -> ZipFacts:
    facts = ZipFacts(form)
    budget = _Budget(limits)
    by_part: dict[str, str] = {}
    if form == "xlsx":
        by_part, facts.date1904 = _sheet_parts(archive, names)
    for lowered, part in names.items():
        is_sheet = lowered.startswith("xl/worksheets/") and lowered.endswith(".xml")
        sheet = SheetFacts()
        _drain(archive, part, budget, sheet, scan=is_sheet)
        budget.cells += sheet.cells
        if is_sheet and lowered in by_part:
            facts.sheets[by_part[lowered]] = sheet
    return facts


def _small_xml(archive: zipfile.ZipFile, part: zipfile.ZipInfo | None) -> ElementTree.Element | None:
    if part is None or part.file_size > 4 * MIB:
        return None
    with archive.open(part) as stream:
        text = stream.read(4 * MIB)
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        raise bomb("含有 XML 实体定义")
    return ElementTree.fromstring(text)


def _sheet_parts(archive: zipfile.ZipFile, names: dict[str, zipfile.ZipInfo]) -> tuple[dict[str, str], bool]:
    book = _small_xml(archive, names.get("xl/workbook.xml"))
    links = _small_xml(archive, names.get("xl/_rels/workbook.xml.rels"))
    if book is None or links is None:
        return {}, False
    targets = {link.get("Id", ""): link.get("Target", "") for link in links}
    found: dict[str, str] = {}
    for node in book.iter():
        if node.tag.rpartition("}")[2] != "sheet":
            continue
        link = next((v for k, v in node.attrib.items() if k.endswith("}id")), "")
        target = targets.get(link, "").replace("\\", "/")
        target = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        found[target.lower()] = node.get("name", "")
    settings = next((n for n in book.iter() if n.tag.rpartition("}")[2] == "workbookPr"), None)
    return found, settings is not None and settings.get("date1904", "") in ("1", "true", "on")


def _drain(
    archive: zipfile.ZipFile, part: zipfile.ZipInfo, budget: _Budget, facts: SheetFacts, *, scan: bool
) -> None:
    is_xml = part.filename.lower().endswith((".xml", ".rels"))
    # What the directory calls small may still inflate without end; only reading tells.
    with archive.open(part) as stream:
        head = stream.read(_HEAD)
        budget.take(len(head))
        if is_xml and (b"<!DOCTYPE" in head or b"<!ENTITY" in head):
            raise bomb("含有 XML 实体定义")
        if scan:
            _Scan(head, facts).run(stream, budget)
            return
        while block := stream.read(_CHUNK):
            budget.take(len(block))


class _Scan:
    """Walks the XML of one sheet in whole rows, by byte patterns: a parser would cost ten times that."""

    def __init__(self, head: bytes, facts: SheetFacts) -> None:
        self.facts = facts
        found = re.search(rb"<(\w+:)?worksheet", head)
        prefix = found[1] if found and found[1] else b""
        p = re.escape(prefix)
        self.pending = head
        self.row_open = b"<" + prefix + b"row"
        self.cell_open = b"<" + prefix + b"c "
        self.row_close = b"</" + prefix + b"row>"
        self.formula_open = b"<" + prefix + b"f"
        self.hidden = re.compile(rb"<" + p + rb"row\s(?=[^<>]*\bhidden=\"(?:1|true)\")[^<>]*\br=\"(\d+)\"")
        self.column = re.compile(rb"<" + p + rb"col\s(?=[^<>]*\bhidden=\"(?:1|true)\")[^<>]*>")
        ref = rb"<" + p + rb"c\s(?=[^<>]*\br=\"([A-Z]{1,3})(\d{1,7})\")"
        formula = rb"<" + p + rb"f\b[^<>]*?(?:/>|>[^<]*</" + p + rb"f>)"
        self.error = re.compile(
            ref + rb"(?=[^<>]*\bt=\"e\")[^<>]*>(?:" + formula + rb")?\s*<" + p + rb"v>([^<]*)<"
        )
        self.uncomputed = re.compile(
            ref
            + rb"(?![^<>]*\bt=\"(?:str|s|e)\")[^<>]*>\s*"
            + formula
            + rb"\s*(?:<"
            + p
            + rb"v\s*/>|<"
            + p
            + rb"v></"
            + p
            + rb"v>)?\s*</"
            + p
            + rb"c>"
        )

    def run(self, stream: IO[bytes], budget: _Budget) -> None:
        while True:
            block = stream.read(_CHUNK)
            budget.take(len(block))
            text = self.pending + block
            end = text.rfind(self.row_close) if block else len(text)
            # A row that never ends is read past rather than held.
            if end < 0:
                end = 0 if len(text) < 8 * MIB else len(text)
            self.look(text[:end])
            budget.check_sheet(self.facts)
            self.pending = text[end:]
            if not block:
                return

    def look(self, text: bytes) -> None:
        facts = self.facts
        facts.rows += text.count(self.row_open)
        facts.cells += text.count(self.cell_open)
        if b"hidden=" in text:
            for tag in self.column.finditer(text):
                low, high = re.search(rb'\bmin="(\d+)"', tag[0]), re.search(rb'\bmax="(\d+)"', tag[0])
                if low and high:
                    facts.hidden_columns.append((int(low[1]) - 1, int(high[1]) - 1))
            facts.hidden_rows.extend(int(found[1]) for found in self.hidden.finditer(text))
        if b't="e"' in text:
            for found in self.error.finditer(text):
                self.note(found[1], found[2], found[3].decode("utf-8", "replace") or "#N/A")
        if self.formula_open in text:
            for found in self.uncomputed.finditer(text):
                self.note(found[1], found[2], FORMULA)

    def note(self, letters: bytes, row: bytes, what: str) -> None:
        column = 0
        for letter in letters:
            column = column * 26 + letter - 64
        self.facts.broken.setdefault(int(row), {})[column - 1] = what
