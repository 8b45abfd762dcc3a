"""A browser that proves a mobile by a code, and one that registers with it."""

from __future__ import annotations

from typing import Any

from anjie.foundation.identifiers import id_check_digit
from tests.http import Browser
from tests.vendors import FakeSms

NUMBER = "19900000001"
"""No operator gives out 1990000…: it reaches nobody."""
ID_NO = "11010119900307281"
ID_NO += id_check_digit(ID_NO)
PERSON = {"name": "吴晓", "id_no": ID_NO, "address": "测试市测试路 1 号"}


def fresh() -> Browser:
    browser = Browser()
    browser.fetch_token()
    return browser


def asked(browser: Browser, number: str = NUMBER, purpose: str = "enter") -> Any:
    return browser.post("/api/access/codes", {"mobile": number, "purpose": purpose})


def proved(browser: Browser, vendor: FakeSms, number: str = NUMBER) -> dict[str, str]:
    assert asked(browser, number).status_code == 200
    return {"mobile": number, "code": vendor.code_of(number)}


def registered(vendor: FakeSms, number: str = NUMBER, **facts: str) -> Browser:
    browser = fresh()
    answer = browser.post("/api/access/register/person", PERSON | facts | proved(browser, vendor, number))
    assert answer.status_code == 200, answer.content
    return browser
