"""Ways to write a table: as a clerk's Excel would, as old systems do, as web exports do."""

from __future__ import annotations

import csv
import datetime
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

Table = Sequence[Sequence[Any]]


def table(rows: Sequence[dict[str, Any]], headers: Sequence[str] | None = None) -> list[list[Any]]:
    """Header and rows as one grid."""
    names = list(headers or rows[0])
    return [names, *([row.get(name, "") for name in names] for row in rows)]


def put(sheet: Worksheet, grid: Table, top: int = 1, left: int = 1) -> None:
    """Writes a grid into a sheet; text stays text, whatever it looks like."""
    for r, line in enumerate(grid):
        for c, value in enumerate(line):
            if value is None or value == "":
                continue
            cell = sheet.cell(top + r, left + c)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
            elif isinstance(value, datetime.date):
                cell.number_format = "yyyy-mm-dd"


def xlsx(path: Path, grid: Table, *, name: str = "Sheet1", top: int = 1, left: int = 1) -> Worksheet:
    """A plain workbook with a bold header; returns its sheet, saved already (save again after changes)."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = name
    put(sheet, grid, top, left)
    for cell in sheet[top]:
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="DDEBF7")
    book.save(path)
    return sheet


def save(sheet: Worksheet, path: Path) -> None:
    """Saves the workbook of a sheet."""
    assert sheet.parent is not None
    sheet.parent.save(path)


def as_text(value: Any) -> str:
    """A value as a text file shows it."""
    if isinstance(value, float):
        return f"{value:.10g}"
    return "" if value is None else str(value)


def delimited(path: Path, grid: Table, encoding: str = "gb18030", delimiter: str = ",") -> None:
    """A text table in the encoding an Excel of the country writes."""
    with path.open("w", encoding=encoding, newline="") as stream:
        csv.writer(stream, delimiter=delimiter).writerows([[as_text(v) for v in line] for line in grid])


def xls(path: Path, grid: Table) -> None:
    """An Excel 97 workbook."""
    import xlwt

    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Sheet1")
    day = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    for r, line in enumerate(grid):
        for c, value in enumerate(line):
            if isinstance(value, datetime.date):
                sheet.write(r, c, value, day)
            elif value not in ("", None):
                sheet.write(r, c, value)
    book.save(str(path))


def web_page(path: Path, grid: Table) -> None:
    """The HTML table that bank systems hand out as ``.xls``."""
    lines = "".join(
        "<tr>" + "".join(f"<td>{escape(as_text(v))}</td>" for v in line) + "</tr>\n" for line in grid
    )
    path.write_text(
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head>'
        f"<body><table>{lines}</table></body></html>",
        encoding="utf-8",
    )


def xml_2003(path: Path, grid: Table) -> None:
    """An XML spreadsheet of Excel 2003."""
    lines = "".join(
        "<Row>"
        + "".join(f'<Cell><Data ss:Type="String">{escape(as_text(v))}</Data></Cell>' for v in line)
        + "</Row>\n"
        for line in grid
    )
    path.write_text(
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        f'<Worksheet ss:Name="数据"><Table>{lines}</Table></Worksheet></Workbook>',
        encoding="utf-8",
    )


def ods(path: Path, grid: Table) -> None:
    """A LibreOffice sheet, every cell text."""
    ns = "urn:oasis:names:tc:opendocument:xmlns"
    lines = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{escape(as_text(v))}</text:p></table:table-cell>'
            for v in line
        )
        + "</table:table-row>"
        for line in grid
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{ns}:office:1.0" '
        f'xmlns:table="{ns}:table:1.0" xmlns:text="{ns}:text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="数据">{lines}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<manifest:manifest xmlns:manifest="{ns}:manifest:1.0"><manifest:file-entry '
        f'manifest:full-path="/" manifest:media-type="{kind}"/><manifest:file-entry '
        'manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr("content.xml", content, zipfile.ZIP_DEFLATED)
        archive.writestr("META-INF/manifest.xml", manifest, zipfile.ZIP_DEFLATED)


def repacked(grid: Table, replace: dict[str, bytes] | None = None, drop: Iterable[str] = ()) -> bytes:
    """A workbook's bytes with some of its parts replaced or left out: what no spreadsheet would write."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "book.xlsx"
        xlsx(source, grid)
        out = io.BytesIO()
        with zipfile.ZipFile(source) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            gone = set(drop)
            for part in old.namelist():
                if part not in gone:
                    new.writestr(_stamped(part), (replace or {}).get(part) or _undated(old.read(part)))
        return out.getvalue()


_DATED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def _undated(data: bytes) -> bytes:
    return _DATED.sub(rb"\g<1>2026-09-01T00:00:00Z", data)


def _stamped(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, (2026, 9, 1, 0, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def steady(path: Path) -> None:
    """Takes the time of writing out of a zipped workbook, so that building again changes nothing."""
    if not zipfile.is_zipfile(path):
        return
    with zipfile.ZipFile(path) as old:
        parts = [(info.filename, _undated(old.read(info))) for info in old.infolist()]
    with zipfile.ZipFile(path, "w") as new:
        for name, data in parts:
            new.writestr(_stamped(name), data)
