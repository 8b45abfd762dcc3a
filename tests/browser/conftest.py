from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.phone import SIZE, Phone, Staff
from tests.browser.served import CHECKOUT, NOW, Served, served
from tests.people import PASSWORD

RESULTS = CHECKOUT / "test-results"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
expect.set_options(timeout=20_000)

Enter = Callable[[str], Page]


@pytest.fixture(scope="package")
def product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The product, served to all browser tests of this process."""
    with served(tmp_path_factory.mktemp("served")) as running:
        yield running


# Not the session's: while Playwright runs, its thread has an event loop, in which Django refuses to query.
@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """The browser of the system; without one the tests fail."""
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if path is None:
        raise RuntimeError(
            "没有找到 Chromium。请运行 make test。 No Chromium was found; make test installs it."
        )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report = yield
    if report.when == "call" and report.failed:
        item.stash[FAILED] = True
    return report


FAILED = pytest.StashKey[bool]()


@pytest.fixture
def visit(
    request: pytest.FixtureRequest, product: Served, chromium: Browser
) -> Iterator[Callable[[], BrowserContext]]:
    """Opens browsers that know nobody yet; when the test fails, what they show is kept in test-results/."""
    opened: list[BrowserContext] = []

    def begin() -> BrowserContext:
        context = chromium.new_context(
            base_url=product.url,
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
            viewport={"width": 1366, "height": 768},
        )
        context.set_default_timeout(20_000)
        # It runs on from there: Vue takes no event for newer than its listener while the time stands still.
        context.clock.install(time=datetime.fromisoformat(NOW))
        opened.append(context)
        return context

    yield begin
    if request.node.stash.get(FAILED, False):
        _keep(request.node.nodeid, opened, product.log)
    for context in opened:
        context.close()


@pytest.fixture
def enter(visit: Callable[[], BrowserContext], product: Served) -> Enter:
    """Signs a named person in by the form, in a browser of their own, and gives the page they land on."""

    def sign_in(name: str) -> Page:
        page = visit().new_page()
        page.goto("/sign-in")
        page.get_by_label("用户名").fill(product.people[name])
        page.get_by_role("textbox", name="密码").fill(PASSWORD)
        page.get_by_role("button", name="登录").click()
        expect(page.get_by_role("navigation", name="主菜单")).to_be_visible()
        return page

    return sign_in


@pytest.fixture
def phone_of(
    product: Served, chromium: Browser, request: pytest.FixtureRequest
) -> Iterator[Callable[[], Phone]]:
    """Phones that know nobody yet."""
    contexts: list[BrowserContext] = []

    def begin() -> Phone:
        context = chromium.new_context(
            base_url=product.url, locale="zh-CN", timezone_id="Asia/Shanghai",
            viewport=SIZE, has_touch=True, is_mobile=True,
        )  # fmt: skip
        context.set_default_timeout(20_000)
        context.clock.install(time=NOW)
        contexts.append(context)
        return Phone(context.new_page(), product)

    yield begin
    if request.node.stash.get(FAILED, False):
        _keep(request.node.nodeid, contexts, product.log)
    for context in contexts:
        context.close()


@pytest.fixture
def staff(product: Served, chromium: Browser) -> Iterator[Callable[[str], Staff]]:
    """Staff of the mediation centre by name."""
    context = chromium.new_context(base_url=product.url)
    yield lambda name: Staff(context.request, product.people[name])
    context.close()


def _keep(test: str, contexts: list[BrowserContext], log: Path) -> None:
    folder = RESULTS / re.sub(r"[^\w.-]+", "-", test)
    folder.mkdir(parents=True, exist_ok=True)
    pages = [page for context in contexts for page in context.pages]
    for number, page in enumerate(pages, start=1):
        page.screenshot(path=folder / f"{number}.png")
        (folder / f"{number}.txt").write_text(f"{page.url}\n\n{page.inner_text('body')}", "utf-8")
    shutil.copy(log, folder / "server.log")
