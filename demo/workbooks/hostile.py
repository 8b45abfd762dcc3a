"""Samples that cannot be read at all: each is refused with a reason, quickly, and nothing breaks."""

from __future__ import annotations

from pathlib import Path

from demo.workbooks.layouts import bank_rows
from demo.workbooks.samples import Expect, sample
from demo.workbooks.writing import repacked, table, xlsx

_SHEET = "xl/worksheets/sheet1.xml"
_OPEN = b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_CLOSE = b"</sheetData></worksheet>"


def _grid() -> list[list[object]]:
    return table(bank_rows(3))


@sample("password.xlsx", "设了打开密码的工作簿")
def password(path: Path) -> Expect:
    from msoffcrypto.format.ooxml import OOXMLFile

    plain = path.with_name("password-source.xlsx")
    xlsx(plain, _grid())
    with plain.open("rb") as source, path.open("wb") as target:
        OOXMLFile(source).encrypt("mima123", target)
    plain.unlink()
    return Expect(refusal="sheets.password")


@sample("zero-bytes.xlsx", "0 字节的文件")
def zero_bytes(path: Path) -> Expect:
    path.write_bytes(b"")
    return Expect(refusal="sheets.empty")


@sample("no-content.xlsx", "一张空白工作表")
def no_content(path: Path) -> Expect:
    xlsx(path, [[""]])
    return Expect(refusal="sheets.empty")


@sample("no-header.xlsx", "只有数据，没有表头")
def no_header(path: Path) -> Expect:
    xlsx(path, _grid()[1:])
    return Expect(refusal="sheets.header_not_found")


@sample("other-table.xlsx", "完全无关的表")
def other_table(path: Path) -> Expect:
    xlsx(path, [["商品", "单价", "库存"], ["铅笔", 1.5, 100]])
    return Expect(refusal="sheets.header_not_found")


@sample("truncated.xlsx", "下载到一半的工作簿")
def truncated(path: Path) -> Expect:
    whole = repacked(_grid())
    path.write_bytes(whole[: len(whole) * 2 // 3])
    return Expect(refusal="sheets.damaged")


@sample("truncated.xls", "下载到一半的旧版工作簿")
def truncated_xls(path: Path) -> Expect:
    from demo.workbooks.writing import xls

    xls(path, _grid())
    path.write_bytes(path.read_bytes()[:1500])
    return Expect(refusal="sheets.damaged")


@sample("text.xlsx", "文本文件改名为 .xlsx")
def text_as_xlsx(path: Path) -> Expect:
    path.write_text("姓名,委案金额\n张三,100\n", encoding="utf-8")
    return Expect(refusal="sheets.wrong_ending")


@sample("picture.xlsx", "截图改名为 .xlsx")
def picture(path: Path) -> Expect:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    return Expect(refusal="sheets.not_a_workbook")


@sample("paper.xls", "PDF 改名为 .xls")
def paper(path: Path) -> Expect:
    path.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n")
    return Expect(refusal="sheets.not_a_workbook")


@sample("letter.xlsx", "Word 文档改名为 .xlsx")
def letter(path: Path) -> Expect:
    import zipfile

    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w:document/>")
    return Expect(refusal="sheets.not_a_workbook")


@sample("bomb-ratio.xlsx", "压缩炸弹：几百 KB 解压成几百 MB")
def bomb_ratio(path: Path) -> Expect:
    path.write_bytes(repacked(_grid(), {_SHEET: _OPEN + b" " * (64 << 20) + _CLOSE}))
    return Expect(refusal="sheets.bomb")


@sample("bomb-lying.xlsx", "压缩炸弹，目录里谎报解压后只有几 KB")
def bomb_lying(path: Path) -> Expect:
    whole = bytearray(repacked(_grid(), {_SHEET: _OPEN + b" " * (64 << 20) + _CLOSE}))
    # The central directory entry: file_size stands 24 bytes behind its signature.
    at = whole.rindex(b"PK\x01\x02", 0, whole.rindex(_SHEET.encode()))
    whole[at + 24 : at + 28] = (4096).to_bytes(4, "little")
    path.write_bytes(bytes(whole))
    return Expect(refusal="sheets.damaged")


@sample("bomb-entities.xlsx", "XML 实体炸弹")
def bomb_entities(path: Path) -> Expect:
    laughs = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    path.write_bytes(repacked(_grid(), {_SHEET: laughs + _OPEN[21:] + _CLOSE}))
    return Expect(refusal="sheets.bomb")


@sample("million-columns.xlsx", "16384 列的工作表")
def million_columns(path: Path) -> Expect:
    from openpyxl.utils import get_column_letter

    cells = b"".join(b'<c r="%s1"><v>1</v></c>' % get_column_letter(i).encode() for i in range(1, 16385))
    path.write_bytes(repacked(_grid(), {_SHEET: _OPEN + b'<row r="1">' + cells + b"</row>" + _CLOSE}))
    return Expect(refusal="sheets.too_many_columns")


@sample("far-corner.xlsx", "第 1048576 行、XFD 列有一个值：展开需要几百 GB 内存")
def far_corner(path: Path) -> Expect:
    rows = b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    path.write_bytes(repacked(_grid(), {_SHEET: _OPEN + rows + _CLOSE}))
    return Expect(refusal="sheets.too_large_for_memory")


@sample("part-missing.xlsx", "工作簿里缺了工作表的部件")
def part_missing(path: Path) -> Expect:
    path.write_bytes(repacked(_grid(), drop=[_SHEET]))
    return Expect(refusal="sheets.damaged")


@sample("archive.csv", "压缩包改名为 .csv")
def archive_csv(path: Path) -> Expect:
    path.write_bytes(b"Rar!\x1a\x07\x01\x00" + bytes(200))
    return Expect(refusal="sheets.not_a_workbook")


@sample("binary.csv", "二进制内容的 .csv")
def binary_csv(path: Path) -> Expect:
    path.write_bytes(bytes(i * 7 % 256 for i in range(5000)))
    return Expect(refusal="sheets.encoding")
