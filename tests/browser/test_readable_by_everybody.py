from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.readable import faults_of
from tests.browser.served import Served


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
