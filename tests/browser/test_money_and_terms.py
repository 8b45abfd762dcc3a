from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.served import Served


def test_a_repayment_of_the_whole_balance_settles_the_case(
    enter: Callable[[str], Page], product: Served
) -> None:
    # given the clerk on the repayments page
    page = enter("孙内勤")
    page.get_by_role("link", name="还款", exact=True).click()
    page.get_by_role("main").get_by_role("button", name="录入还款").first.click()
    form = page.get_by_role("dialog", name="录入还款")
    # when a repayment of all that is owed is entered
    form.get_by_label("案件").fill(str(product.cases["许还清"]["no"]))
    page.get_by_role("option", name="许还清").click()
    expect(form).to_contain_text("示范银行，余额 1,888.50 元")
    form.get_by_label("金额").fill("1,888.50")
    form.get_by_label("流水号").fill("LS-2026-0001")
    form.get_by_role("button", name="计入").click()
    # then it stands in the list and the case is settled, with nothing left to pay
    expect(form).to_be_hidden()
    row = page.get_by_role("row").filter(has_text="LS-2026-0001").first
    expect(row).to_contain_text("1,888.50")
    row.get_by_role("link", name=str(product.cases["许还清"]["no"])).click()
    head = page.get_by_role("main").locator("header").filter(has_text="许还清")
    expect(head).to_contain_text("结清")
    expect(head.locator("dl")).to_have_text("委案金额1,888.50已还1,888.50余额0.00")


def test_a_case_is_retained_until_a_new_day_and_another_goes_back(
    enter: Callable[[str], Page], product: Served
) -> None:
    kept, given_back = (str(product.cases[name]["no"]) for name in ("沈延期", "高到期"))
    # given a collector who asks for one of two cases that are due to be kept
    collector = enter("吴催收")
    collector.get_by_role("link", name="到期与退案").click()
    collector.get_by_role("row").filter(has_text=kept).get_by_role("button", name="申请留案").click()
    asking = collector.get_by_role("dialog", name=f"申请留案：{kept}")
    asking.get_by_label("理由").fill("客户已承诺分期，建议留案。")
    asking.get_by_role("button", name="申请").click()
    expect(collector.get_by_role("row").filter(has_text=kept)).to_contain_text("待决定")
    # when the clerk grants it with a day of the client's own
    clerk = enter("孙内勤")
    clerk.get_by_role("link", name="留案", exact=True).click()
    clerk.get_by_role("row").filter(has_text=kept).get_by_role("button", name="决定").click()
    deciding = clerk.get_by_role("dialog", name=f"决定留案：{kept}")
    expect(deciding).to_contain_text("吴催收：客户已承诺分期，建议留案。。现退案日期 2026-09-17")
    deciding.get_by_text("到某一天").click()
    deciding.get_by_label("新退案日").fill("2026-11-20")
    deciding.get_by_label("新退案日").press("Enter")
    expect(deciding).to_contain_text("留案后2026-11-20")
    deciding.get_by_role("button", name="同意留案").click()
    expect(clerk.get_by_text("同意留案 1 个")).to_be_visible()
    # and gives the other back to the client
    clerk.get_by_role("link", name="到期与退案").click()
    expect(clerk.get_by_role("row").filter(has_text=kept)).to_have_count(0)
    clerk.get_by_role("row").filter(has_text=given_back).get_by_role("button", name="退案").click()
    returning = clerk.get_by_role("dialog", name=f"退案：案件 {given_back}")
    returning.get_by_label("原因（必填）").fill("委案到期")
    returning.get_by_role("button", name="退案").click()
    expect(clerk.get_by_role("row").filter(has_text=given_back)).to_have_count(0)
    # then the one is kept until that day and the other has gone back
    clerk.goto(product.case_path("沈延期"))
    expect(clerk.get_by_role("main")).to_contain_text("退案 2026-11-20")
    clerk.goto(product.case_path("高到期"))
    expect(clerk.get_by_role("heading", level=1)).to_contain_text("退案")
