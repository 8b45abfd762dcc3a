"""The workbook sent back says in place what is wrong, keeps its look, and carries no formula on."""

from __future__ import annotations

from pathlib import Path

import openpyxl

from anjie.lines.recovery.placement.kinds import PLACEMENT
from anjie.services.sheets.examining.apart import mark_apart
from anjie.services.sheets.examining.examination import Order
from anjie.services.sheets.examining.examine import examine
from anjie.services.sheets.examining.marked import write_marked
from anjie.services.sheets.reading.limits import Limits

SAMPLES = Path(__file__).parents[4] / "demo" / "samples"
PINK = "00FFC7CE"


def marked(file: str, target: Path):
    result = examine(Order(str(SAMPLES / file), PLACEMENT))
    how = write_marked(SAMPLES / file, target, result, Limits())
    return how, openpyxl.load_workbook(target)


def test_bad_cells_are_coloured_noted_and_told_in_a_column(tmp_path):
    # given row 3 has five faults
    how, book = marked("several-faults.xlsx", tmp_path / "m.xlsx")
    sheet = book["Sheet1"]

    # then each bad cell is pink with its reason in a note
    header = [cell.value for cell in sheet[1]]
    amount = sheet.cell(3, header.index("委案金额") + 1)
    assert how == "styled"
    assert amount.fill.fgColor.rgb == PINK
    assert amount.comment.text == "“abc”不是可以识别的金额。请填写数字，例如 1234.50。"
    # and the row says all of them; good rows say nothing
    at = header.index("导入问题") + 1
    assert [line.split("：")[0] for line in sheet.cell(3, at).value.split("\n")] == [
        "证件号码", "委案金额", "委案日期", "佣金比例", "客户姓名",
    ]  # fmt: skip
    assert sheet.cell(2, at).value is None
    assert sheet.cell(2, header.index("委案金额") + 1).fill.fgColor.rgb != PINK
    # and the bank's own look stays
    assert sheet.cell(1, 1).font.bold
    assert sheet.cell(1, 1).fill.fgColor.rgb == "00DDEBF7"


def test_marks_of_an_earlier_round_are_taken_off(tmp_path):
    # given a marked workbook in which the clerk has put one amount right
    _, book = marked("amounts-wrong.xlsx", tmp_path / "1.xlsx")
    sheet = book["Sheet1"]
    sheet["H2"] = 100
    book.save(tmp_path / "2.xlsx")

    # when it is examined and marked again
    result = examine(Order(str(tmp_path / "2.xlsx"), PLACEMENT))
    write_marked(tmp_path / "2.xlsx", tmp_path / "3.xlsx", result, Limits())

    # then the cell is clean, and there is one column of problems
    again = openpyxl.load_workbook(tmp_path / "3.xlsx")["Sheet1"]
    assert again["H2"].comment is None
    assert again["H2"].fill.fgColor.rgb != PINK
    assert again["H4"].comment is not None
    assert [cell.value for cell in again[1]].count("导入问题") == 1


def test_another_form_comes_back_as_xlsx_with_the_problems_in_front(tmp_path):
    how, book = marked("long-numbers-damaged.csv", tmp_path / "m.xlsx")
    sheet = book["问题标注"]

    assert how == "plain"
    assert [sheet.cell(1, c).value for c in (1, 2, 3)] == ["导入问题", "提醒", "批次号"]
    assert sheet.cell(2, 1).value.startswith("手机号码：手机号码已被 Excel 当作数值保存") or sheet.cell(
        2, 1
    ).value.startswith("手机号码：手机已被 Excel 当作数值保存")
    column = [cell.value for cell in sheet[1]].index("手机号码") + 1
    assert sheet.cell(2, column).value == "1.349E+10"
    assert sheet.cell(2, column).fill.fgColor.rgb == "FFFFC7CE"
    assert sheet.cell(5, 1).value is None


def test_formulas_come_back_as_values_and_hostile_text_as_text(tmp_path):
    _, book = marked("formulas.xlsx", tmp_path / "m.xlsx")
    assert not [c for row in book["数据"].iter_rows() for c in row if c.data_type == "f"]
    assert isinstance(book["数据"]["H2"].value, float)

    _, book = marked("hostile-text.xlsx", tmp_path / "h.xlsx")
    assert not [c for row in book["Sheet1"].iter_rows() for c in row if c.data_type == "f"]


def test_hidden_rows_with_faults_are_shown_and_merged_cells_noted(tmp_path):
    how, _ = marked("missing-column.xlsx", tmp_path / "m.xlsx")
    assert how == "styled"
    sheet = openpyxl.load_workbook(tmp_path / "m.xlsx")["Sheet1"]
    last = sheet.max_column
    assert sheet.cell(1, last).value.split("\n")[0] == "导入问题"
    assert "表中没有“委案日期”这一列" in sheet.cell(1, last).value


def test_marking_in_a_process_of_its_own_yields_the_same(tmp_path):
    source = SAMPLES / "several-faults.xlsx"
    result = examine(Order(str(source), PLACEMENT))

    assert mark_apart(source, tmp_path / "m.xlsx", result, Limits()) == "styled"

    sheet = openpyxl.load_workbook(tmp_path / "m.xlsx")["Sheet1"]
    assert sheet["H3"].comment is not None
