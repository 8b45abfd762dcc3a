from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.readable import faults_of

MACHINE_WORDS = re.compile(
    r"\bundefined\b|\bNaN\b|\bnull\b|\[object |\b[A-Z]\w*Error\b|Failed to|Cannot read|Internal Server"
    r"|Not Found|Bad Request|Unexpected|Traceback|field required"
)


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("钱管理", id="administrator"),
        pytest.param("赵主管", id="supervisor"),
        pytest.param("吴催收", id="collector"),
        pytest.param("孙内勤", id="clerk"),
        pytest.param("吕调解", id="mediator"),
    ],
)
def test_every_page_of_the_menu_works_for(name: str, enter: Callable[[str], Page]) -> None:
    # given somebody at the start page
    page = enter(name)
    faults: list[str] = []
    page.on("console", lambda said: said.type == "error" and faults.append(f"{page.url}: {said.text}"))
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    page.on(
        "response",
        lambda answer: answer.status >= 400 and faults.append(f"{page.url}: {answer.status} {answer.url}"),
    )
    links = page.get_by_role("navigation", name="主菜单").locator("section a")
    titles = links.all_inner_texts()
    assert len(titles) >= 4
    main = page.get_by_role("main")
    # when every page of the menu is opened
    for number, title in enumerate(titles):
        links.nth(number).click()
        expect(page).to_have_title(f"{title} · 案结")
        expect(main.get_by_label("正在载入")).to_have_count(0)
        expect(main.locator("[aria-busy=true]")).to_have_count(0)
        # then it has content in our language and says nothing is wrong
        expect(main).to_have_text(re.compile(r"[一-鿿].{4,}", re.S))
        expect(main.get_by_role("alert")).to_have_count(0)
        text = main.inner_text()
        if found := MACHINE_WORDS.search(text):
            faults.append(f"{page.url}: {found[0]!r} in {text[:300]!r}")
        if "没有这个页面" in text:
            faults.append(f"{page.url}: missing")
        # and, for who may open them all, nothing is unnamed, unreachable or too faint; every fourth in the dark too.
        # The frame is the same around all of them: it is looked at with the first.
        if name == "钱管理":
            faults += faults_of(page, dark=number % 4 == 0, within="main" if number else None)
    assert faults == []
