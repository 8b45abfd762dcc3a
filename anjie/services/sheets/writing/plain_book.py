"""Writes big plain workbooks: sheets of typed columns, a block of rows at a time, packed while the next is made.

The parts are those XlsxWriter writes, which every spreadsheet program opens; a column's kind is known before its
values are looked at, and one form a row is filled for all its cells.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from datetime import date, datetime
from itertools import repeat
from math import isfinite
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self
from xml.sax.saxutils import escape

from isal import isal_zlib

NUMBER_FORMATS = {
    "money": "#,##0.00",
    "date": "yyyy-mm-dd",
    "moment": "yyyy-mm-dd hh:mm:ss",
    "integer": "0",
    "percent": "0.00%",
    "text": "@",
}
_STYLED = [holds for holds in NUMBER_FORMATS if holds != "text"]
_STYLES = {holds: f' s="{at}"' for at, holds in enumerate(_STYLED, 2)} | {"text": ""}
_BOLD = ' s="1"'
_LEVEL = 2
"""A fifth larger than zlib's usual 6, in a twelfth of its time."""

_CLOSER = re.compile(r"[&<>\s]|_x")
_CODE = re.compile("_x[0-9a-fA-F]{4}_")
_ROW = "\0"
"""Stands for the row's number in its form; no header, style or kind has such a character."""
_DAY_0 = date(1899, 12, 30).toordinal()
_FIRST = date(1900, 3, 1)
"""Before it spreadsheets count a day that never was: such a day is written as text."""
_FIRST_DAY = _FIRST.toordinal() - _DAY_0

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


class PlainBook:
    """One workbook being written: ``sheet``, then ``rows`` block by block, and the next sheet; closed at the end.

    Cells are None, or what :class:`~anjie.services.sheets.writing.workbooks.Out` says of their column: text as str, money and
    percent as float, dates, moments as naive datetimes on the wall clock, integers. Text must be safe already.
    """

    def __init__(self, target: Path) -> None:
        self._zip = zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED)
        self._pool = ThreadPoolExecutor(1)
        self._packing: Future[Any] | None = None
        self._part: IO[bytes] | None = None
        self._names: list[str] = []
        self._columns: list[tuple[str, str]] = []
        self._at = 1

    def sheet(self, name: str, columns: Sequence[tuple[str, str, float]]) -> None:
        """Begin a sheet: of each column its header, what it holds and its width. The header stays in sight."""
        self._end()
        self._names.append(name)
        self._part = _packed_fast(
            self._zip.open(f"xl/worksheets/sheet{len(self._names)}.xml", "w", force_zip64=True)
        )
        self._columns = [(_letters(at), holds) for at, (_, holds, _) in enumerate(columns)]
        widths = "".join(
            f'<col min="{at}" max="{at}" width="{width + 0.7109375}" customWidth="1"/>'
            for at, (_, _, width) in enumerate(columns, 1)
        )
        chosen = ' tabSelected="1"' if len(self._names) == 1 else ""
        header = "".join(
            f'<c r="{letters}1"{_BOLD}{_text(title)}</c>'
            for (letters, _), (title, _, _) in zip(self._columns, columns, strict=True)
        )
        self._write(
            f'{_HEAD}<worksheet xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheetViews><sheetView{chosen} workbookViewId="0">'
            '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>'
            f'</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>{widths}</cols><sheetData>'
            f'<row r="1">{header}</row>'
        )
        self._at = 2

    def rows(self, cells: Sequence[Sequence[Any]]) -> None:
        """A block of rows, given column by column."""
        numbers = range(self._at, self._at + len(cells[0]))
        self._at = numbers.stop
        columns = [
            _column(letters, holds, numbers, values)
            for (letters, holds), values in zip(self._columns, cells, strict=True)
        ]
        # One row's form is filled by one call for all its cells.
        form = f'<row r="{_ROW}">' + "".join(form for form, _ in columns) + "</row>"
        filled = [values for form, values in columns if form]
        rows = zip(*filled, strict=True) if filled else repeat((), len(numbers))
        self._write("".join([form.replace(_ROW, str(n)) % row for n, row in zip(numbers, rows, strict=True)]))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if error is None:
                self._end()
                self._frame()
                self._zip.close()
        finally:
            self._pool.shutdown()
            # Stopped half-way: what is wrong is being told already, the file nobody will read.
            with suppress(OSError, ValueError):
                if self._part is not None:
                    self._part.close()
            with suppress(OSError, ValueError):
                self._zip.close()

    # -- parts --

    def _write(self, xml: str) -> None:
        """Hand the text on; what was handed on before is packed by now."""
        assert self._part is not None
        if self._packing is not None:
            self._packing.result()
        self._packing = self._pool.submit(self._part.write, xml.encode())

    def _end(self) -> None:
        if self._part is None:
            return
        self._write(
            '</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>'
            "</worksheet>"
        )
        assert self._packing is not None
        self._packing.result()
        self._part.close()
        self._part = self._packing = None

    def _frame(self) -> None:
        """What holds the sheets together."""
        numbers = range(1, len(self._names) + 1)
        sheets = "".join(
            f'<sheet name="{escape(name, {chr(34): "&quot;"})}" sheetId="{n}" r:id="rId{n}"/>'
            for n, name in zip(numbers, self._names, strict=True)
        )
        parts = {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
            + "".join(
                f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_TYPE}.worksheet+xml"/>'
                for n in numbers
            )
            + "</Types>",
            "_rels/.rels": _links({"rId1": ("officeDocument", "xl/workbook.xml")}),
            "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><bookViews>'
            '<workbookView xWindow="240" yWindow="15" windowWidth="16095" windowHeight="9660"/></bookViews>'
            f"<sheets>{sheets}</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": _links(
                {f"rId{n}": ("worksheet", f"worksheets/sheet{n}.xml") for n in numbers}
                | {f"rId{numbers.stop}": ("styles", "styles.xml")}
            ),
            "xl/styles.xml": _styles(),
        }
        for name, xml in parts.items():
            self._zip.writestr(name, _HEAD + xml)


def _packed_fast(part: IO[bytes]) -> IO[bytes]:
    """The open part of a zip, deflated by ISA-L: zipfile itself knows no other deflate than zlib's."""
    part._compressor = isal_zlib.compressobj(_LEVEL, isal_zlib.DEFLATED, -isal_zlib.MAX_WBITS)  # type: ignore[attr-defined]
    return part


def _links(targets: dict[str, tuple[str, str]]) -> str:
    links = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'


def _styles() -> str:
    formats = "".join(
        f'<numFmt numFmtId="{164 + at}" formatCode="{NUMBER_FORMATS[holds]}"/>'
        for at, holds in enumerate(_STYLED)
    )
    kinds = "".join(
        f'<xf numFmtId="{164 + at}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        for at in range(len(_STYLED))
    )
    font = '<sz val="11"/><name val="Calibri"/><family val="2"/>'
    return (
        f'<styleSheet xmlns="{_MAIN}"><numFmts count="{len(_STYLED)}">{formats}</numFmts>'
        f'<fonts count="2"><font>{font}</font><font><b/>{font}</font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{len(_STYLED) + 2}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        f'<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>{kinds}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


# -- cells --


def _column(letters: str, holds: str, numbers: range, values: Sequence[Any]) -> tuple[str, Sequence[Any]]:
    """A column's place in the form of a row, and what goes into it; a column without values has no place."""
    present = [value for value in values if value is not None and value != ""]
    if not present:
        return "", ()
    style = _STYLES[holds]
    try:
        made, ready = _FORMS[holds](present)
    except (AttributeError, TypeError, ValueError):
        # Not all of its kind, or in need of a closer look.
        told = {value: _told(holds, value) for value in set(present)}
        made, ready, style = "%s", [told[value] for value in present], ""
    if len(present) == len(values):
        return f'<c r="{letters}{_ROW}"{style}{made}</c>', ready
    begin, end = f'<c r="{letters}', f'"{style}{made}</c>'
    coming = iter(ready)
    cells = [
        "" if value is None or value == "" else f"{begin}{n}{end % next(coming)}"
        for n, value in zip(numbers, values, strict=True)
    ]
    return "%s", cells


def _texts(values: Sequence[Any]) -> tuple[str, Sequence[Any]]:
    if _CLOSER.search("".join(values)):
        raise ValueError("looked at one by one")
    return ' t="inlineStr"><is><t>%s</t></is>', values


def _floats(values: Sequence[Any]) -> tuple[str, Sequence[Any]]:
    if not isfinite(sum(values)):
        raise ValueError("no number a cell can hold")
    return "><v>%r</v>", values


def _integers(values: Sequence[Any]) -> tuple[str, Sequence[Any]]:
    sum(values)  # all are numbers
    return "><v>%d</v>", values


def _dates(values: Sequence[Any]) -> tuple[str, Sequence[Any]]:
    serials = {value: _day(value) for value in set(values)}
    return "><v>%d</v>", [serials[value] for value in values]


def _moments(values: Sequence[Any]) -> tuple[str, Sequence[Any]]:
    _day(min(values))
    return "><v>%r</v>", [_moment(value) for value in values]


def _told(holds: str, value: Any) -> str:
    """What stands in the cell's element behind its address, the end of the element left out."""
    style = _STYLES[holds]
    if isinstance(value, datetime) and value.date() >= _FIRST:
        return f"{style}><v>{_moment(value)!r}</v>"
    if isinstance(value, date) and not isinstance(value, datetime) and value >= _FIRST:
        return f"{style}><v>{_day(value)}</v>"
    if isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value):
        return f"{style}><v>{value!r}</v>"
    return _text(str(value))


def _text(value: str) -> str:
    """As it stands: blanks at the ends, line breaks, and what looks like one of the format's own codes."""
    told = escape(_CODE.sub(lambda found: f"_x005F{found[0]}", value), {"\r": "&#13;"})
    kept = ' xml:space="preserve"' if value[:1].isspace() or value[-1:].isspace() or "\n" in value else ""
    return f' t="inlineStr"><is><t{kept}>{told}</t></is>'


def _day(value: date) -> int:
    found = value.toordinal() - _DAY_0
    if found < _FIRST_DAY:
        raise ValueError("a day spreadsheets cannot count")
    return found


def _moment(value: datetime) -> float:
    return value.toordinal() - _DAY_0 + (value.hour * 3600 + value.minute * 60 + value.second) / 86400


_FORMS: dict[str, Callable[[Sequence[Any]], tuple[str, Sequence[Any]]]] = {
    "text": _texts, "money": _floats, "percent": _floats, "integer": _integers, "date": _dates, "moment": _moments,
}  # fmt: skip


def _letters(at: int) -> str:
    """The letters of a column: 0 → A, 26 → AA."""
    found = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        found = chr(65 + rest) + found
    return found
