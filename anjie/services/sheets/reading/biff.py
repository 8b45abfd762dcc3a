"""What an old .xls says beside its values: password, 1904 dates, hidden rows, error cells."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

import olefile

from anjie.foundation.refusals import Refusal
from anjie.services.sheets.reading.guard import SheetFacts, ZipFacts, damaged
from anjie.services.sheets.reading.limits import Limits

_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
_BOF, _EOF, _FILEPASS, _DATEMODE, _BOUNDSHEET = 0x0809, 0x000A, 0x002F, 0x0022, 0x0085
_ROW, _FORMULA, _BOOLERR = 0x0208, 0x0006, 0x0205
_HIDDEN = 0x20
_CELLS = frozenset({0x0203, 0x00FD, 0x027E, 0x00BD, 0x0006, 0x0204, 0x0205})


def password() -> Refusal:
    """The refusal for an encrypted workbook."""
    return Refusal(
        "sheets.password",
        "文件有密码保护，无法读取。请在 Excel 中打开，取消“用密码进行加密”并保存后再上传。",
    )


def inspect(path: Path, limits: Limits) -> ZipFacts:
    """Looks through an OLE container; refuses encrypted workbooks, Word files and broken ones."""
    try:
        with olefile.OleFileIO(str(path)) as container:
            if container.exists("EncryptedPackage") or container.exists("EncryptionInfo"):
                raise password()
            name = next((n for n in ("Workbook", "Book") if container.exists(n)), None)
            if name is None:
                what = "Word 文档" if container.exists("WordDocument") else "其他文件"
                raise Refusal(
                    "sheets.not_a_workbook",
                    f"这个文件是{what}，不是 Excel 工作簿。请上传 .xlsx、.xls 或 .csv 文件。",
                    found=what,
                )
            if container.get_size(name) > limits.file_bytes:
                raise damaged()
            with container.openstream(name) as opened:
                stream = opened.read()
    except Refusal:
        raise
    except Exception as error:  # olefile raises many kinds on hostile containers
        raise damaged() from error
    return _walk(stream)


def _walk(stream: bytes) -> ZipFacts:
    facts = ZipFacts("xls")
    sheets: list[tuple[str, int]] = []
    unpack = struct.unpack_from
    for kind, at, size in _records(stream, 0):
        if kind == _FILEPASS:
            raise password()
        if kind == _DATEMODE and size >= 2:
            facts.date1904 = unpack("<H", stream, at)[0] == 1
        elif kind == _BOUNDSHEET and size >= 8:
            sheets.append((_sheet_name(stream[at + 6 : at + size]), unpack("<I", stream, at)[0]))
    for name, offset in sheets:
        facts.sheets[name] = _sheet(stream, offset)
    return facts


def _sheet(stream: bytes, offset: int) -> SheetFacts:
    sheet = SheetFacts()
    unpack = struct.unpack_from
    for kind, at, size in _records(stream, offset):
        if kind in _CELLS:
            sheet.cells += 1
        if kind == _ROW and size >= 16:
            sheet.rows += 1
            if unpack("<H", stream, at + 12)[0] & _HIDDEN:
                sheet.hidden_rows.append(unpack("<H", stream, at)[0] + 1)
        elif kind == _BOOLERR and size >= 8:
            row, column, _, code, is_error = unpack("<HHHBB", stream, at)
            if is_error:
                sheet.broken.setdefault(row + 1, {})[column] = _ERRORS.get(code, "#N/A")
        elif kind == _FORMULA and size >= 14 and _is_error(stream, at):
            row, column = unpack("<HH", stream, at)
            sheet.broken.setdefault(row + 1, {})[column] = _ERRORS.get(stream[at + 8], "#N/A")
    return sheet


def _is_error(stream: bytes, at: int) -> bool:
    # A result that is no number says so by 0xFFFF in its last two bytes; type 2 is an error.
    return stream[at + 12 : at + 14] == b"\xff\xff" and stream[at + 6] == 2


def _records(stream: bytes, offset: int) -> Iterator[tuple[int, int, int]]:
    end = len(stream)
    unpack = struct.Struct("<HH").unpack_from
    while 0 <= offset <= end - 4:
        kind, size = unpack(stream, offset)
        offset += 4
        if offset + size > end:
            return
        yield kind, offset, size
        if kind == _EOF:
            return
        offset += size


def _sheet_name(raw: bytes) -> str:
    if len(raw) < 2:
        return ""
    length, wide = raw[0], raw[1] & 1
    return raw[2 : 2 + length * (2 if wide else 1)].decode("utf-16-le" if wide else "latin-1", "replace")
