"""A mapping as an empty workbook: what a client is sent so that his next sheet fits without mapping."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import xlsxwriter

from anjie.services.sheets.declaring.kinds import CellType, Column, SheetKind
from anjie.services.sheets.declaring.types import card, date, digits, id_no, integer, money, percent, phone
from anjie.services.sheets.writing.workbooks import safe_text

_LAST_ROW = 5000
_SHOWN: dict[CellType, str] = {money: "#,##0.00", date: "yyyy-mm-dd", percent: "0.00%", integer: "0"}
_WRITTEN: dict[CellType, str] = {
    money: "金额，单位元，最多两位小数",
    date: "日期，如 2026-09-01",
    percent: "比例，如 15%",
    integer: "整数",
    card: "文本格式，12 至 19 位数字",
    id_no: "文本格式，18 位身份证号",
    phone: "文本格式，手机或带区号的座机",
    digits: "文本格式",
}


def write_form(
    target: Path, kind: SheetKind, mapping: Mapping[str, str] | None = None, extra: Sequence[Column] = ()
) -> None:
    """Writes the form: the mapping's headers where there is one, else the kind's usual ones."""
    known = {column.field: column for column in kind.spread(extra)}
    if mapping:
        chosen = [(header, known[name]) for name, header in mapping.items() if name in known]
    else:
        chosen = [
            (c.header, c) for c in known.values() if not c.group or c.group in ("contact_1", "contact_2")
        ]
        chosen = [
            (header, c) for header, c in chosen if not c.field.startswith("remark_") or c.field == "remark_1"
        ]
    with xlsxwriter.Workbook(str(target), {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet(kind.label)
        plain = {"bold": True, "border": 1, "align": "center", "text_wrap": True}
        must = book.add_format({**plain, "bg_color": "#FDE9D9"})
        may = book.add_format({**plain, "bg_color": "#EAF1FB"})
        text = book.add_format({"num_format": "@"})
        formats = {kind_of: book.add_format({"num_format": shown}) for kind_of, shown in _SHOWN.items()}
        for place, (header, column) in enumerate(chosen):
            needed = column.required or bool(column.required_group)
            sheet.set_column(place, place, max(12, len(header) * 2 + 2), formats.get(column.type, text))
            sheet.write_string(0, place, safe_text(header), must if needed else may)
            words = _WRITTEN.get(column.type, "文字")
            needs = (
                "必填。" if column.required else "与同色列至少填一项。" if column.required_group else "选填。"
            )
            sheet.write_comment(0, place, f"{needs}{words}", {"author": "案结"})
            if column.choices:
                listed = list(dict.fromkeys(column.choices))[:12]
                sheet.data_validation(
                    1,
                    place,
                    _LAST_ROW,
                    place,
                    {"validate": "list", "source": listed, "error_type": "warning"},
                )
        sheet.freeze_panes(1, 0)
