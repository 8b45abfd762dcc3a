from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.served import Served
from tests.people import PASSWORD


def test_a_collector_sees_and_reaches_only_his_own(enter: Callable[[str], Page], product: Served) -> None:
    # given a collector of the northern team
    page = enter("李催收")
    menu = page.get_by_role("navigation", name="主菜单")
    # then the menu has his work and nothing of clerks and administrators
    expect(menu.get_by_role("link", name="我的案件")).to_be_visible()
    for name in ("导入", "批次", "分案", "账号", "角色", "组织与委托方", "团队", "回收报表"):
        expect(menu.get_by_role("link", name=name, exact=True)).to_have_count(0)
    # and an address that is typed leads nowhere
    for path in ("/recovery/imports", "/system/accounts", "/recovery/assignment"):
        page.goto(path)
        expect(page.get_by_role("main")).to_contain_text("没有这个页面")
    # and a case of the southern team is not there
    page.goto(product.case_path("邻组人"))
    expect(page.get_by_role("alert")).to_contain_text("not_found")
    expect(page.locator("body")).not_to_contain_text("邻组人")
    # and neither is it for who asks the API
    theirs = product.cases["邻组人"]["id"]
    assert page.request.get(f"/api/desk/cases/{theirs}").status == 404
    assert page.request.get(f"/api/desk/cases/{theirs}/timeline").status == 404
    assert page.request.get("/api/sheets/imports").status == 403
    assert page.request.get("/api/access/accounts").status == 403


def test_a_collector_does_not_see_the_commission(enter: Callable[[str], Page], product: Served) -> None:
    # given a case with a commission rate of 37.37 %, which a clerk sees
    clerk = enter("孙内勤")
    clerk.goto(product.case_path("邻组人"))
    expect(clerk.get_by_role("main")).to_contain_text("37.37")
    # when its collector opens it
    page = enter("吴催收")
    page.goto(product.case_path("邻组人"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("邻组人")
    expect(page.get_by_role("main").get_by_label("正在载入")).to_have_count(0)
    # then neither the page nor what it was sent has the rate
    expect(page.locator("body")).not_to_contain_text("佣金")
    answer = page.request.get(f"/api/desk/cases/{product.cases['邻组人']['id']}").text()
    assert "commission" not in answer
    assert "3737" not in answer and "37.37" not in answer


def test_a_session_that_ended_is_begun_again_in_place(enter: Callable[[str], Page], product: Served) -> None:
    # given a collector who is writing a record when the session ends
    page = enter("何催收")
    page.goto(product.case_path("严二宝"))
    page.get_by_role("button", name="选择第 1 个联系方式").click()
    expect(page.get_by_text("可以联系")).to_be_visible()
    page.get_by_role("button", name="未接通").click()
    page.get_by_role("button", name="无人接听").click()
    page.get_by_role("textbox", name="备注").fill("响铃八声无人接听。")
    page.context.clear_cookies(name="anjie_session")
    # when it is saved
    page.keyboard.press("Control+Enter")
    # then the same page asks for the password, and goes on with what was being saved
    again = page.get_by_role("dialog", name="请重新登录")
    again.get_by_role("textbox", name="密码").fill(PASSWORD)
    again.get_by_role("button", name="登录", exact=True).click()
    expect(again).to_be_hidden()
    expect(page.get_by_role("main").get_by_text("响铃八声无人接听。").first).to_be_visible()
    expect(page.get_by_role("textbox", name="备注")).to_have_value("")
    answer = page.request.get(f"/api/recovery/work/records?case={product.cases['严二宝']['id']}").json()
    assert answer["count"] == 1


def test_the_palette_leads_to_a_case_within_reach(enter: Callable[[str], Page], product: Served) -> None:
    # given a collector who knows a case's number
    page = enter("吴催收")
    page.keyboard.press("Control+k")
    # when it is typed into the palette
    palette = page.get_by_role("dialog", name="搜索")
    palette.get_by_role("textbox").or_(palette.get_by_role("combobox")).fill(
        str(product.cases["邻组人"]["no"])
    )
    page.get_by_role("option", name="邻组人").click()
    # then the case opens
    expect(page.get_by_role("heading", level=1)).to_contain_text("邻组人")
    # and so it does by its number alone, as a notice names it
    page.goto(f"/cases/{product.cases['邻组人']['id']}")
    expect(page).to_have_url(re.compile(re.escape(product.case_path("邻组人")) + "$"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("邻组人")
