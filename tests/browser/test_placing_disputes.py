from __future__ import annotations

import re
from collections.abc import Callable

import openpyxl
from playwright.sync_api import Page, expect

from tests.sheets import SAMPLES


def test_a_sheet_of_disputes_with_broken_rows_is_told_marked_taken_in_part_and_undone(
    enter: Callable[[str], Page],
) -> None:
    # given the assigner of a mediation centre, whose menu has the sheets of mediation only
    page = enter("许分配")
    menu, content = page.get_by_role("navigation", name="主菜单"), page.get_by_role("main")
    expect(menu.get_by_role("link", name="导入", exact=True)).to_have_count(0)
    menu.get_by_role("link", name="批量导入").click()
    page.get_by_role("combobox", name="先选择调解机构").or_(
        page.get_by_placeholder("先选择调解机构")
    ).first.click()
    page.get_by_role("option", name="城东调解委员会").click()
    # when a workbook with two broken rows of three is put in
    page.locator("input[type=file]").set_input_files(SAMPLES / "disputes-dirty.xlsx")
    # then each fault stands with its row and what to do, before anything is written
    expect(content.get_by_role("heading", name="disputes-dirty.xlsx")).to_be_visible()
    expect(content).to_contain_text("“去年夏天”不是可以识别的日期。请写成 2026-09-01 的样子。")
    expect(content).to_contain_text("被申请人电话为空。请补填后再上传。")
    # and the same workbook comes back with the cells marked
    with page.expect_download() as started:
        page.get_by_role("button", name="下载标注后的工作簿").click()
    assert started.value.suggested_filename == "disputes-dirty-标注.xlsx"
    # The browser keeps it under a name without an ending.
    with started.value.path().open("rb") as kept:
        sheet = openpyxl.load_workbook(kept).active
    marked = {cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment}
    assert marked == {"D3", "G4", "I4"}
    # when only the good row is taken, the case is there
    page.get_by_role("button", name="只导入正确的 1 行").click()
    expect(content).to_contain_text("已写入1 行")
    menu.locator("a[href='/mediation/cases']").click()
    expect(content.get_by_role("row").filter(has_text="8,601.00")).to_have_count(1)
    # and when the import is undone from the history, it is gone again
    menu.get_by_role("link", name="批量导入").click()
    content.get_by_role("link", name="disputes-dirty.xlsx").click()
    page.get_by_role("button", name="撤销这次导入").click()
    asked = page.get_by_role("dialog", name="撤销导入")
    middle = asked.bounding_box()
    assert middle and abs(middle["x"] + middle["width"] / 2 - 683) < 2, "the question stands in the middle"
    asked.get_by_role("button", name="撤销", exact=True).click()
    expect(content).to_contain_text("曾写入，已撤销1 行")
    menu.locator("a[href='/mediation/cases']").click()
    content.get_by_role("button", name="刷新").click()
    expect(content.get_by_text(re.compile(r"^共"))).to_be_visible()
    expect(content.get_by_role("row").filter(has_text="8,601.00")).to_have_count(0)
