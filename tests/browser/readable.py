"""What axe-core finds on a page, in the light theme and in the dark one."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.served import CHECKOUT

AXE = CHECKOUT / "web" / "console" / "node_modules" / "axe-core" / "axe.min.js"
# A colour on its way from one theme to the other is nobody's colour.
STILL = "*, *::before, *::after { transition: none !important; animation: none !important }"
FAULTS = """async ([within, rules]) => {
  const asked = rules ? { runOnly: { type: 'rule', values: rules } } : {}
  const { violations } = await axe.run(within ?? document, { resultTypes: ['violations'], ...asked })
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id} ${target.join(' ')} ${html.slice(0, 160)}`))
}"""
DARK = "on => document.documentElement.classList.toggle('dark', on)"


def faults_of(page: Page, *, dark: bool = True, within: str | None = None) -> list[str]:
    """All rules in the light theme; in the dark one, which changes colours only, contrast alone.

    ``within`` is the part of the page to look at, where the rest was looked at on another.
    """
    main = page.get_by_role("main")
    expect(main.get_by_label("正在载入")).to_have_count(0)
    expect(main.locator("[aria-busy=true]")).to_have_count(0)
    if not page.evaluate("'axe' in window"):
        page.add_style_tag(content=STILL)
        page.evaluate(AXE.read_text("utf-8"))
    found = [f"light {page.url}: {fault}" for fault in page.evaluate(FAULTS, [within, None])]
    if not dark:
        return found
    page.evaluate(DARK, True)
    found += [f"dark {page.url}: {fault}" for fault in page.evaluate(FAULTS, [within, ["color-contrast"]])]
    page.evaluate(DARK, False)
    return found
