"""Somebody's console: a page of the menu, the queue it shows, the panel beside it."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page, expect


class Desk:
    """One member of staff at the console."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.main = page.get_by_role("main")

    def go(self, title: str) -> None:
        """Open a page by its place in the menu, and wait until it stands there."""
        self.page.get_by_role("navigation", name="主菜单").get_by_role("link", name=title, exact=True).click()
        expect(self.page).to_have_title(f"{title} · 案结")
        expect(self.main.get_by_label("正在载入")).to_have_count(0)

    def back_to(self, title: str) -> None:
        """Go to a page that is open already, by the row of open pages."""
        self.page.get_by_role("navigation", name="打开的页面").get_by_role("link", name=title).click()

    def take(self, no: str, panel: str) -> Locator:
        """Choose the row of this case, and give the panel that shows it."""
        self.row(no).click()
        return self.main.get_by_role("complementary", name=panel)

    def row(self, words: str) -> Locator:
        """The row that holds these words."""
        return self.main.get_by_role("row").filter(has_text=words)

    def tab(self, name: str) -> Locator:
        """A tab of the case page, opened."""
        self.main.get_by_role("tab", name=name, exact=True).click()
        return self.main.locator("[role=tabpanel]:visible")

    def dialog(self, name: str) -> Locator:
        """The dialog or drawer of this name."""
        return self.page.get_by_role("dialog", name=name)

    def read(self, path: str) -> Any:
        """What the server answers to the session of this page."""
        answer = self.page.request.get(path)
        assert answer.ok, answer.text()
        return answer.json()

    def refused(self, path: str, body: Any) -> str:
        """Send past the page what must be refused, and give the words of the refusal."""
        cookies = {one["name"]: one["value"] for one in self.page.context.cookies()}
        answer = self.page.request.post(path, data=body, headers={"X-CSRFToken": cookies["csrftoken"]})
        assert not answer.ok, answer.text()
        return str(answer.json()["message"])

    def told(self, words: str) -> None:
        """Expect to be told so in passing."""
        expect(self.page.get_by_role("alert").filter(has_text=words).first).to_be_visible()
