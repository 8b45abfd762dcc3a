"""Text tables (.csv, .txt): the encoding and the delimiter found out, the rows as Excel numbers them."""

from __future__ import annotations

import codecs
import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from anjie.foundation.refusals import Refusal
from anjie.services.sheets.reading.limits import MIB, Limits

_DELIMITERS = ",\t;|，"
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_LONGEST_CELL = 1 * MIB


@dataclass(frozen=True)
class TextTable:
    """One delimited file, read again from the start at every walk."""

    path: Path
    encoding: str
    delimiter: str
    limits: Limits

    def rows(self) -> Iterator[list[str]]:
        """The rows from Excel's row 1 on; blank lines count, as they do in Excel."""
        csv.field_size_limit(_LONGEST_CELL)
        rows = cells = 0
        errors = "replace" if self.encoding.startswith("utf-8") else "strict"
        with self.path.open(encoding=self.encoding, errors=errors, newline="") as stream:
            try:
                for row in csv.reader(stream, delimiter=self.delimiter):
                    rows += 1
                    cells += len(row)
                    if len(row) > self.limits.columns:
                        raise Refusal(
                            "sheets.too_many_columns",
                            f"第 {rows} 行有 {len(row)} 列，最多 {self.limits.columns} 列。请核对分隔符和引号。",
                            row=rows,
                        )
                    if cells > self.limits.cells or rows > self.limits.rows:
                        from anjie.services.sheets.reading.guard import too_many

                        raise too_many(self.limits, rows, cells)
                    yield row
            except csv.Error as error:
                raise Refusal(
                    "sheets.damaged",
                    f"文本表格在第 {rows + 1} 行附近断开（引号不成对，或单元格过长）。请在 Excel 中另存为 .xlsx 后再上传。",
                    row=rows + 1,
                ) from error
            except UnicodeError as error:
                raise unreadable() from error


def unreadable() -> Refusal:
    """The refusal for text in no encoding we know."""
    return Refusal(
        "sheets.encoding",
        "无法识别文件的文字编码。请在 Excel 中另存为 .xlsx，或另存为 “CSV UTF-8” 后再上传。",
    )


def open_text(path: Path, limits: Limits) -> TextTable:
    """Finds the encoding and delimiter of a text table."""
    encoding = encoding_of(path)
    with path.open(encoding=encoding, errors="replace", newline="") as stream:
        sample = stream.read(64 * 1024)
    if "\x00" in sample:
        raise Refusal(
            "sheets.not_a_workbook",
            "这个文件不是表格文件。请上传 .xlsx、.xls 或 .csv 文件。",
            found="二进制文件",
        )
    return TextTable(path, encoding, delimiter_of(sample), limits)


def encoding_of(path: Path) -> str:
    """UTF-8 (with or without BOM), UTF-16, GB18030 (which holds GBK and GB2312), by looking at all of it."""
    with path.open("rb") as stream:
        head = stream.read(4096)
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return encoding
    blanks = (head[0::2].count(0), head[1::2].count(0))
    if len(head) >= 8 and max(blanks) > len(head) // 8:
        return "utf-16-le" if blanks[1] > blanks[0] else "utf-16-be"
    if _decodes(path, "utf-8"):
        return "utf-8"
    if _decodes(path, "gb18030"):
        return "gb18030"
    # A file whose last characters were cut, or with one stray byte, is still what most of it is.
    best = min(("utf-8", "gb18030"), key=lambda name: _lost(head, name))
    if _lost(head, best) > max(2, len(head) // 200):
        raise unreadable()
    return best


def _decodes(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    with path.open("rb") as stream:
        try:
            while block := stream.read(MIB):
                decoder.decode(block)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _lost(head: bytes, encoding: str) -> int:
    return head.decode(encoding, "replace").count("\ufffd")


def delimiter_of(sample: str) -> str:
    """The sign that cuts most lines into the same number (over one) of cells."""
    lines = [line for line in sample.splitlines()[:50] if line.strip()]
    best, best_score = ",", 0.0
    for sign in _DELIMITERS:
        counts = Counter(_outside_quotes(line, sign) for line in lines)
        counts.pop(0, None)
        if not counts:
            continue
        number, times = max(counts.items(), key=lambda item: (item[1], item[0]))
        score = times + min(number, 50) / 100
        if score > best_score:
            best, best_score = sign, score
    return best


def _outside_quotes(line: str, sign: str) -> int:
    return sum(part.count(sign) for part in line.split('"')[::2])
