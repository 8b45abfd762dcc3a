from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.sheets import SAMPLES


def test_a_workbook_becomes_cases_and_the_cases_get_collectors(enter: Callable[[str], Page]) -> None:
    # given the clerk on the import page
    page = enter("孙内勤")
    page.get_by_role("link", name="导入", exact=True).click()
    # when the bank's workbook is put in for the bank
    page.get_by_role("combobox", name="先选择委托方").or_(
        page.get_by_placeholder("先选择委托方")
    ).first.click()
    page.get_by_role("option", name="示范银行").click()
    page.locator("input[type=file]").set_input_files(SAMPLES / "bank-clean.xlsx")
    # then its counts stand before anything is written
    content = page.get_by_role("main")
    expect(content.get_by_role("heading", name="bank-clean.xlsx")).to_be_visible()
    expect(content).to_contain_text("20 行")
    expect(content).to_contain_text("315,489.04")
    # and once confirmed, the cases are there
    page.get_by_role("button", name="导入 20 行").click()
    expect(content).to_contain_text("已写入20 行")
    page.get_by_role("link", name="案件", exact=True).click()
    expect(content.get_by_text("周子宁")).to_be_visible()
    # when the unassigned ones are shared out, as many to each
    page.get_by_role("link", name="分案", exact=True).click()
    expect(content.get_by_label("要分的案件")).to_contain_text("315,489.04")
    page.get_by_text("户均", exact=True).click()
    page.get_by_label("分给 李催收").check(force=True)
    page.get_by_label("分给 周催收").check(force=True)
    expect(content).to_contain_text("把 20 个案件（委案金额 315,489.04 元）分给 2 名催收员。")
    page.get_by_role("button", name="提交分案").click()
    page.get_by_role("dialog").get_by_role("button", name="提交", exact=True).click()
    expect(page.get_by_role("status").filter(has_text="已分配")).to_contain_text("已分配 20 个案件。")
    # then each of them finds ten
    for name in ("李催收", "周催收"):
        hers = enter(name)
        hers.get_by_role("link", name="我的案件").click()
        expect(hers.get_by_label("待办分布")).to_contain_text("未首次联系10")
        expect(hers.locator(".mine tbody tr")).to_have_count(10)
