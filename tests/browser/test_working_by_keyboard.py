"""A collector's morning without the mouse: every step below is a key."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.served import Served
from tests.people import PASSWORD

COUNT_MOUSE = "window.mouse = 0; addEventListener('mousedown', () => (window.mouse += 1), true)"


def stand_on(page: Page, name: str) -> None:
    """Walk down or up the list, by J and K, until this debtor's case is the one shown."""
    heading = page.get_by_label("当前案件").get_by_role("heading", level=2).first
    names = page.locator(".mine tbody tr td:nth-child(2)").all_inner_texts()
    at = names.index(page.locator(".mine tbody tr.current td:nth-child(2)").inner_text())
    way = 1 if names.index(name) > at else -1
    while names[at] != name:
        page.keyboard.press("j" if way > 0 else "k")
        at += way
        expect(heading).to_contain_text(names[at])


def test_cases_are_worked_without_the_mouse(visit: Callable[[], BrowserContext], product: Served) -> None:
    # given a collector who signs in and goes to the own cases by keys
    context = visit()
    context.add_init_script(COUNT_MOUSE)
    page = context.new_page()
    page.goto("/sign-in")
    expect(page.get_by_label("用户名")).to_be_focused()
    page.keyboard.type(product.people["何催收"])
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("navigation", name="主菜单")).to_be_visible()
    page.keyboard.press("Control+k")
    expect(page.get_by_role("dialog", name="搜索").get_by_label("搜索", exact=True)).to_be_focused()
    page.keyboard.type("我的案件")
    expect(page.get_by_role("option", name="我的案件")).to_be_visible()
    page.keyboard.press("Enter")
    panel = page.get_by_label("当前案件")
    expect(page.locator(".mine tbody tr")).to_have_count(4)
    expect(panel.get_by_label("录入催记")).to_be_focused()

    # when the debtor answers and promises: 1 the phone, R C P the result, then amount, day and note
    stand_on(page, "郑一鸣")
    page.keyboard.press("1")
    expect(panel.get_by_text("可以联系")).to_be_visible()
    page.keyboard.press("r")
    page.keyboard.press("c")
    page.keyboard.press("p")
    expect(panel.get_by_label("承诺金额")).to_be_focused()
    page.keyboard.type("500")
    page.keyboard.press("Enter")
    expect(panel.get_by_label("承诺日期")).to_be_focused()
    page.keyboard.type("30")
    page.keyboard.press("Enter")
    expect(panel.get_by_label("备注", exact=True).and_(panel.get_by_role("textbox"))).to_be_focused()
    page.keyboard.type("本人接听，答应月底前还五百元。")
    page.keyboard.press("Control+Enter")
    # then it counts as worked and the next case is shown
    expect(page.get_by_text("本轮已跟进 1")).to_be_visible()
    expect(panel.get_by_role("heading", level=2).first).not_to_contain_text("郑一鸣")

    # when another result is followed by P
    stand_on(page, "方四维")
    page.keyboard.press("1")
    page.keyboard.press("r")
    page.keyboard.press("c")
    page.keyboard.press("i")
    expect(panel.get_by_label("备注", exact=True).and_(panel.get_by_role("textbox"))).to_be_focused()
    page.keyboard.type("愿意分期。")
    page.keyboard.press("Escape")
    page.keyboard.press("p")
    expect(panel.get_by_label("承诺金额")).to_be_focused()
    page.keyboard.type("1200.50")
    page.keyboard.press("Enter")
    page.keyboard.type("+3")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("本轮已跟进 2")).to_be_visible()

    # when the next debtor must not be contacted
    stand_on(page, "苏三元")
    page.keyboard.press("1")
    # then the rule stands by the form before anything is written, and saving is refused in the same place
    expect(panel.get_by_text("现在不能联系")).to_be_visible()
    expect(panel).to_contain_text("当事人已被标记为禁止联系。请勿以任何方式联系")
    page.keyboard.press("r")
    page.keyboard.press("n")
    page.keyboard.press("w")
    with page.expect_response("**/api/recovery/work/records") as answered:
        page.keyboard.press("Control+Enter")
    assert (answered.value.status, answered.value.json()["code"]) == (409, "contact.do_not_contact")
    expect(panel.get_by_text("现在不能联系")).to_be_visible()
    expect(panel.get_by_role("heading", level=2).first).to_contain_text("苏三元")
    expect(page.get_by_text("本轮已跟进 2")).to_be_visible()

    # then exactly what was said is on the records, and no mouse button was pressed
    assert page.evaluate("window.mouse") == 0
    assert records_of(page, product, "郑一鸣") == ["本人接听，答应月底前还五百元。"]
    assert records_of(page, product, "方四维") == ["愿意分期。"]
    assert records_of(page, product, "苏三元") == []
    assert promises_of(page, product, "郑一鸣") == [("500.00", "2026-09-30")]
    assert promises_of(page, product, "方四维") == [("1200.50", "2026-09-18")]


def records_of(page: Page, product: Served, name: str) -> list[str]:
    answer = page.request.get(f"/api/recovery/work/records?case={product.cases[name]['id']}").json()
    return [row["note"] for row in answer["rows"]]


def promises_of(page: Page, product: Served, name: str) -> list[tuple[str, str]]:
    answer = page.request.get(f"/api/recovery/work/promises?case={product.cases[name]['id']}").json()
    return [(row["amount"], row["due_on"]) for row in answer["rows"]]
