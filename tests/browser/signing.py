"""Signing a paper on the phone, whichever way somebody came to its page."""

from __future__ import annotations

import os

from playwright.sync_api import expect

from anjie.adapters.libreoffice import LibreOffice
from tests.browser.phone import Phone

ON_THE_PHONE = LibreOffice(os.environ.get("ANJIE_SOFFICE") or None).is_there()
"""Signed on the phone is a PDF; where nothing makes one, all is signed on paper."""


def sign(phone: Phone, mobile: str) -> None:
    """Prove the mobile, read every page, draw the name."""
    phone.sees("第一步：核验手机")
    phone.tap("获取验证码")
    phone.sees("验证码已发往")
    phone.fill("验证码", phone.product.code_sent_to(mobile))
    phone.tap("开始阅读")
    phone.sees("第二步：逐页阅读")
    expect(phone.page.locator("uni-image:visible img")).to_be_attached()
    read = phone.button("我已读完，去签名")
    while True:
        expect(phone.page.locator("uni-image.sheet:visible")).to_be_visible()
        expect(read.or_(phone.page.get_by_text("读完后签名")).first).to_be_visible()
        phone.fits()
        if read.count():
            break
        phone.tap("下一页")
    phone.tap("我已读完，去签名")
    phone.sees("请用手指在框内横向书写姓名。签署后不能撤回。")
    phone.draw("签名框")
    phone.fits()
    phone.tap("确认签署")
    phone.sees("签署完成")
