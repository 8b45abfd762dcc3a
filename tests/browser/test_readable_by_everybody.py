"""axe-core finds nothing on any page, in the light theme or the dark one."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.served import CHECKOUT, Served

AXE = CHECKOUT / "web" / "console" / "node_modules" / "axe-core" / "axe.min.js"
# A colour on its way from one theme to the other is nobody's colour.
STILL = "*, *::before, *::after { transition: none !important; animation: none !important }"
FAULTS = """async (rules) => {
  const asked = rules ? { runOnly: { type: 'rule', values: rules } } : {}
  const { violations } = await axe.run(document, { resultTypes: ['violations'], ...asked })
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id} ${target.join(' ')} ${html.slice(0, 160)}`))
}"""
DARK = "on => document.documentElement.classList.toggle('dark', on)"


def faults_of(page: Page) -> list[str]:
    """All rules in the light theme; in the dark one, which changes colours only, contrast alone."""
    main = page.get_by_role("main")
    expect(main.get_by_label("正在载入")).to_have_count(0)
    expect(main.locator("[aria-busy=true]")).to_have_count(0)
    if not page.evaluate("'axe' in window"):
        page.add_style_tag(content=STILL)
        page.evaluate(AXE.read_text("utf-8"))
    found = [f"light {page.url}: {fault}" for fault in page.evaluate(FAULTS)]
    page.evaluate(DARK, True)
    found += [f"dark {page.url}: {fault}" for fault in page.evaluate(FAULTS, ["color-contrast"])]
    page.evaluate(DARK, False)
    return found


def test_every_page_of_the_menu(enter: Callable[[str], Page]) -> None:
    # given the administrator, who may open all of them
    page = enter("钱管理")
    links = page.get_by_role("navigation", name="主菜单").locator("section a")
    faults = []
    # when each is opened
    for number, title in enumerate(links.all_inner_texts()):
        links.nth(number).click()
        expect(page).to_have_title(f"{title} · 案结")
        faults += faults_of(page)
    # then nothing is unnamed, unreachable or too faint
    assert faults == []


def test_where_a_collector_works(enter: Callable[[str], Page], product: Served) -> None:
    # given a collector with cases
    page = enter("何催收")
    # when the own cases and one case's page are opened
    page.goto("/recovery/mine")
    expect(page.get_by_label("录入催记")).to_be_visible()
    faults = faults_of(page)
    page.goto(product.case_path("郑一鸣"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("郑一鸣")
    # then nothing is unnamed, unreachable or too faint
    assert [*faults, *faults_of(page)] == []
