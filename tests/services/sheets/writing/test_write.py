"""What goes out cannot run, keeps long numbers whole, and says who took it."""

from __future__ import annotations

import csv
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from isal import isal_zlib
from python_calamine import CalamineWorkbook

from anjie.lines.recovery.placement.kinds import PLACEMENT
from anjie.services.sheets.declaring.types.texts import tidy
from anjie.services.sheets.examining.examination import Order
from anjie.services.sheets.examining.examine import examine
from anjie.services.sheets.importing.form import write_form
from anjie.services.sheets.writing.plain_book import PlainBook
from anjie.services.sheets.writing.workbooks import Out, Watermark, safe_text, write_csv, write_plain

COLUMNS = [
    Out("姓名"), Out("卡号"), Out("金额", "money"), Out("日期", "date"), Out("时间", "moment"), Out("比例", "percent"),
    Out("天数", "integer"),
]  # fmt: skip
ROW = (
    "=cmd|'/C calc'!A0", "9999000000000000001", Decimal("1234.50"), date(2026, 9, 1),
    datetime(2026, 9, 1, 1, 30, tzinfo=UTC), Decimal("0.15"), 93,
)  # fmt: skip
MARK = Watermark(
    "王内勤（N001）", datetime(2026, 9, 1, 1, 30, tzinfo=UTC), "案件列表", "E-1", {"委托方": "=1+1"}
)


@pytest.mark.parametrize(
    "hostile",
    [
        "=1+1",
        "=cmd|'/C calc'!A0",
        "+cmd|' /C calc'!A0",
        "-2+3+cmd|' /C calc'!A0",
        "@SUM(1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1+1",
    ],
)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(hostile):
    assert safe_text(hostile) == f"'{hostile}"


@pytest.mark.parametrize(
    "plain", ["", "张三", "-5", "+8613490000001", "-1,234.50", "- 已联系", "2026-09-01", "12%"]
)
def test_what_is_harmless_stays_as_it_is(plain):
    assert safe_text(plain) == plain


def test_the_import_takes_the_apostrophe_off_again():
    assert tidy(safe_text("=cmd|'/C calc'!A0")) == "=cmd|'/C calc'!A0"


@given(st.text(max_size=60))
def test_no_text_can_stand_as_a_formula_or_break_the_file(words):
    out = safe_text(words)
    assert not out.startswith(("=", "@", "\t", "\r"))
    assert not any(c < " " and c not in "\t\n\r" for c in out)


def test_a_plain_list_keeps_types_and_long_numbers(tmp_path):
    target = tmp_path / "list.xlsx"

    assert write_plain(target, COLUMNS, iter([ROW, (None,) * 7]), watermark=MARK) == 2

    book = openpyxl.load_workbook(target)
    sheet = book["数据"]
    assert [cell.value for cell in sheet[1]] == [column.header for column in COLUMNS]
    assert [cell.value for cell in sheet[2]] == [
        "'=cmd|'/C calc'!A0", "9999000000000000001", 1234.5, datetime.fromisoformat("2026-09-01"),
        datetime.fromisoformat("2026-09-01T09:30"), 0.15, 93,
    ]  # fmt: skip
    assert [cell.number_format for cell in sheet[2]][2:6] == [
        "#,##0.00",
        "yyyy-mm-dd",
        "yyyy-mm-dd hh:mm:ss",
        "0.00%",
    ]
    assert [cell.value for cell in sheet[3]] == [None] * 7
    told = {row[0].value: row[1].value for row in book["导出说明"].iter_rows()}
    assert told["导出人"] == "王内勤（N001）"
    assert told["导出时间"] == "2026-09-01 09:30:00"
    assert told["行数"] == "2"
    assert told["筛选：委托方"] == "'=1+1"


def test_an_empty_list_still_has_its_header_and_watermark(tmp_path):
    assert write_plain(tmp_path / "e.xlsx", COLUMNS, [], watermark=MARK) == 0

    book = openpyxl.load_workbook(tmp_path / "e.xlsx")
    assert [cell.value for cell in book["数据"][1]] == [column.header for column in COLUMNS]
    assert book["导出说明"]["B2"].value == "王内勤（N001）"


def test_a_list_longer_than_a_sheet_goes_on_to_the_next(tmp_path, monkeypatch):
    monkeypatch.setattr("anjie.services.sheets.writing.workbooks.SHEET_ROWS", 3)

    assert write_plain(tmp_path / "l.xlsx", [Out("号", "integer")], ((i,) for i in range(7))) == 7

    book = openpyxl.load_workbook(tmp_path / "l.xlsx")
    assert [[c.value for (c,) in sheet.iter_rows(min_row=2)] for sheet in book] == [[0, 1, 2], [3, 4, 5], [6]]


HARD = [
    " 前后有空格 ", "两\n行", "回\r车", "制\t表", "<b>&amp;", "_x000D_", "单引号'和\"双引号", "𠮷", "x" * 32_767, "　全角",
]  # fmt: skip


def test_any_text_comes_out_of_the_workbook_as_it_went_in(tmp_path):
    write_plain(tmp_path / "t.xlsx", [Out("文<字>&"), Out("另")], [(text, text[::-1]) for text in HARD])

    # read by two readers that share nothing; one of them leaves the format's own codes as they are
    sheet = openpyxl.load_workbook(tmp_path / "t.xlsx")["数据"]
    assert sheet["A1"].value == "文<字>&"
    found = [[cell.value.replace("_x005F_", "_") for cell in row] for row in sheet.iter_rows(min_row=2)]
    expected = [[text, text[::-1]] for text in HARD]
    assert found == expected
    rows = CalamineWorkbook.from_path(tmp_path / "t.xlsx").get_sheet_by_name("数据").to_python()[1:]
    assert [[cell.replace("_x005F_", "_") for cell in row] for row in rows] == expected


def test_what_is_not_of_its_columns_kind_is_written_as_what_it_is(tmp_path):
    days = [date(1899, 12, 31), date(1900, 3, 1), date(9999, 12, 31), None]
    rows = [(day, number, 0.0) for day, number in zip(days, [0, -5, 10**15, None], strict=True)]
    write_plain(tmp_path / "k.xlsx", [Out("日", "date"), Out("数", "integer"), Out("额", "money")], rows)

    sheet = openpyxl.load_workbook(tmp_path / "k.xlsx")["数据"]
    assert [cell.value for cell in sheet["A"][1:]] == [
        "1899-12-31", datetime.fromisoformat("1900-03-01"), datetime.fromisoformat("9999-12-31"), None,
    ]  # fmt: skip
    assert [cell.value for cell in sheet["B"][1:]] == [0, -5, "1000000000000000", None]
    assert [cell.value for cell in sheet["C"][1:]] == [0, 0, 0, 0]


def test_cells_stand_under_their_headers_past_the_letter_z(tmp_path):
    write_plain(tmp_path / "w.xlsx", [Out(f"列{n}") for n in range(60)], [[f"值{n}" for n in range(60)]])

    sheet = openpyxl.load_workbook(tmp_path / "w.xlsx")["数据"]
    assert (sheet["AA1"].value, sheet["AA2"].value, sheet["BH2"].value) == ("列26", "值26", "值59")


def test_a_list_that_stops_half_way_raises_what_stopped_it(tmp_path):
    def rows():
        yield ("甲",)
        raise LookupError("stopped")

    with pytest.raises(LookupError, match="stopped"):
        write_plain(tmp_path / "h.xlsx", [Out("名")], rows())


def test_two_columns_of_one_name_are_both_written(tmp_path):
    write_plain(tmp_path / "d.xlsx", [Out("备注"), Out("备注")], [("甲", "乙")])

    sheet = openpyxl.load_workbook(tmp_path / "d.xlsx")["数据"]
    assert [cell.value for cell in sheet[2]] == ["甲", "乙"]


def test_a_csv_opens_in_excel_with_long_digits_whole(tmp_path):
    write_csv(tmp_path / "l.csv", COLUMNS, [ROW])

    raw = (tmp_path / "l.csv").read_bytes()
    rows = list(csv.reader(raw.decode("utf-8-sig").splitlines()))
    assert raw.startswith(b"\xef\xbb\xbf")
    assert rows[1] == [
        "'=cmd|'/C calc'!A0",
        "9999000000000000001\t",
        "1234.50",
        "2026-09-01",
        "2026-09-01 09:30:00",
        "15%",
        "93",
    ]


def test_the_form_of_a_kind_is_recognised_by_its_own_import(tmp_path):
    # given the empty form, filled with one row by the client
    write_form(tmp_path / "f.xlsx", PLACEMENT)
    book = openpyxl.load_workbook(tmp_path / "f.xlsx")
    sheet = book.active
    header = [cell.value for cell in sheet[1]]
    for word, value in {
        "个案序列号": "S1",
        "姓名": "张三",
        "委案金额": 100,
        "委案日期": date(2026, 9, 1),
    }.items():
        sheet.cell(2, header.index(word) + 1).value = value
    book.save(tmp_path / "g.xlsx")

    # when it is examined
    result = examine(Order(str(tmp_path / "g.xlsx"), PLACEMENT))

    # then every column of it is known
    assert (result.rows, result.good, result.unmapped) == (1, 1, [])


def test_the_form_of_a_saved_mapping_uses_the_clients_own_words(tmp_path):
    write_form(tmp_path / "f.xlsx", PLACEMENT, {"serial_no": "我行流水", "placed_amount": "欠我行多少"})

    sheet = openpyxl.load_workbook(tmp_path / "f.xlsx").active
    assert [cell.value for cell in sheet[1]] == ["我行流水", "欠我行多少"]


def test_the_sheet_is_deflated_by_the_fast_library_and_any_unzip_reads_it(tmp_path):
    target = tmp_path / "list.xlsx"
    with zipfile.ZipFile(tmp_path / "usual.zip", "w", zipfile.ZIP_DEFLATED) as usual:
        usual_part = usual.open("a", "w")
        # Where zipfile keeps what packs a part: were it renamed, we would be slow again without a word.
        assert hasattr(usual_part, "_compressor")
        usual_part.close()
    with PlainBook(target) as book:
        book.sheet("数据", [("金额", "money", 14)])
        assert type(book._part._compressor) is type(isal_zlib.compressobj())
        book.rows([[1.5] * 5_000])
    with zipfile.ZipFile(target) as packed:
        assert packed.testzip() is None
        assert packed.read("xl/worksheets/sheet1.xml").count(b"<v>1.5</v>") == 5_000
