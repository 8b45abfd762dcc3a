"""Samples in every form of file that is called a workbook: old Excel, text, web pages, XML, other programs."""

from __future__ import annotations

import datetime
from pathlib import Path

from demo.workbooks.layouts import BANK_HEADERS, bank_rows, card_no, total
from demo.workbooks.samples import Expect, sample
from demo.workbooks.writing import delimited, ods, save, table, web_page, xls, xlsx, xml_2003


@sample("old.xls", "Excel 97 格式")
def old_xls(path: Path) -> Expect:
    rows = bank_rows(8)
    xls(path, table(rows))
    return Expect(rows=8, good=8, amount_total=total(rows))


@sample("renamed.xls", "扩展名写成 .xls 的 .xlsx，Excel 能打开，我们也能")
def renamed_xls(path: Path) -> Expect:
    rows = bank_rows(4)
    temporary = path.with_name("renamed-source.xlsx")
    xlsx(temporary, table(rows))
    temporary.replace(path)
    return Expect(rows=4, good=4, amount_total=total(rows))


@sample("gbk.csv", 'GBK 编码的 CSV，长号码前加了制表符或 ="…" 防止 Excel 改动')
def gbk_csv(path: Path) -> Expect:
    rows = bank_rows(6)
    for row in rows:
        row["证件号码"] = f"\t{row['证件号码']}"
        row["卡号"] = f'="{row["卡号"]}"'
        row["委案金额"] = f"{row['委案金额']:,.2f}"
    delimited(path, table(rows))
    return Expect(rows=6, good=6, amount_total=total(bank_rows(6)))


@sample("utf8-bom.csv", "带 BOM 的 UTF-8 CSV，地址里有换行和逗号")
def utf8_csv(path: Path) -> Expect:
    rows = bank_rows(4)
    rows[1]["家庭地址"] = "江苏省苏州市姑苏区\n人民路1号, 甲单元"
    rows[2]["委案日期"] = "2026/13/01"
    delimited(path, table(rows), "utf-8-sig")
    return Expect(
        rows=4, good=3, amount_total=total([rows[0], rows[1], rows[3]]),
        faults=[(4, "委案日期", "date.impossible")],
    )  # fmt: skip


@sample("unicode.txt", "Excel 另存的“Unicode 文本”：UTF-16、制表符分隔")
def utf16_text(path: Path) -> Expect:
    rows = bank_rows(4)
    delimited(path, table(rows), "utf-16", "\t")
    return Expect(rows=4, good=4, amount_total=total(rows))


@sample("text-as.xls", "银行系统导出的“.xls”其实是制表符分隔的 GBK 文本")
def text_as_xls(path: Path) -> Expect:
    rows = bank_rows(4)
    delimited(path, table(rows), "gb18030", "\t")
    return Expect(rows=4, good=4, amount_total=total(rows))


@sample("semicolon.csv", "分号分隔的 UTF-8 CSV，没有 BOM")
def semicolon_csv(path: Path) -> Expect:
    rows = bank_rows(4)
    delimited(path, table(rows), "utf-8", ";")
    return Expect(rows=4, good=4, amount_total=total(rows))


@sample("shifted.csv", "地址里的逗号没有加引号，整行错位")
def shifted_csv(path: Path) -> Expect:
    rows = bank_rows(4)
    names = [h for h in BANK_HEADERS if h != "备注"]
    delimited(path, table(rows, names), "gb18030")
    lines = path.read_text("gb18030").splitlines()
    lines[3] = lines[3].replace("江苏省苏州市", "江苏省,苏州市")
    path.write_text("\n".join(lines) + "\n", "gb18030")
    return Expect(
        rows=4, good=3, amount_total=total([rows[0], rows[1], rows[3]]),
        faults=[(4, "分行", "row.too_many_cells")],
        warnings=[(4, "联系人1电话", "phone.no_digits")],
    )  # fmt: skip


@sample("web-page.xls", "网页导出的“.xls”，其实是 HTML 表格")
def web_xls(path: Path) -> Expect:
    rows = bank_rows(4)
    web_page(path, table(rows))
    return Expect(rows=4, good=4, amount_total=total(rows))


@sample("xml-2003.xls", "Excel 2003 的 XML 表格")
def xml_xls(path: Path) -> Expect:
    rows = bank_rows(4)
    xml_2003(path, table(rows))
    return Expect(rows=4, good=4, amount_total=total(rows))


@sample("libre.ods", "LibreOffice 表格")
def libre_ods(path: Path) -> Expect:
    rows = bank_rows(4)
    ods(path, table(rows))
    return Expect(rows=4, good=4, amount_total=total(rows))


@sample("long-cards.xlsx", "19 位卡号存为文本，完好")
def long_cards(path: Path) -> Expect:
    rows = bank_rows(3)
    for i, row in enumerate(rows):
        row["卡号"] = card_no(i, 19)
    xlsx(path, table(rows))
    return Expect(rows=3, good=3, amount_total=total(rows))


@sample("dates-1904.xlsx", "苹果电脑 1904 日期系统的工作簿，日期列是常规格式的序列号")
def dates_1904(path: Path) -> Expect:
    rows = bank_rows(3)
    serial = (datetime.date(2026, 9, 1) - datetime.date(1904, 1, 1)).days
    for row in rows:
        row["委案日期"] = serial
        row["退案日期"] = serial + 1
    sheet = xlsx(path, table(rows))
    assert sheet.parent is not None
    sheet.parent.epoch = datetime.datetime(1904, 1, 1)  # noqa: DTZ001 - a workbook's calendar has no zone
    save(sheet, path)
    return Expect(rows=3, good=3, amount_total=total(rows))
