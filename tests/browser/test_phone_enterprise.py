from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.phone import Phone
from tests.browser.seed_mediation import PNG

MOBILE = "13491230031"
# The example of the standard that defines the code; nobody's.
CREDIT_CODE = "91350100M000100Y43"


def test_an_enterprise_registers_with_its_licence_and_keeps_its_facts(phone_of: Callable[[], Phone]) -> None:
    # given somebody who registers for an enterprise, with the code that came by message
    phone = phone_of()
    phone.open()
    phone.tap("还没有账号，去注册")
    phone.entry("企业或其他单位").click()
    phone.fill("手机号", MOBILE)
    phone.tap("获取验证码")
    phone.sees("验证码已发送")
    phone.fill("验证码", phone.product.code_sent_to(MOBILE))
    phone.tap("下一步")
    phone.sees("单位的资料")
    phone.fits()
    # when a code whose last character is wrong is refused, nothing that was typed is lost
    phone.fill("单位名称", "城东五金商行")
    phone.fill("统一社会信用代码", f"{CREDIT_CODE[:-1]}5")
    phone.fill("法定代表人", "孔令书")
    phone.fill("联系人", "尤大海")
    phone.tap("完成注册")
    phone.sees("统一社会信用代码")
    expect(phone.button("完成注册")).to_be_visible()
    phone.fill("统一社会信用代码", CREDIT_CODE)
    phone.tap("完成注册")
    # then the account is there, and its licence is asked for
    phone.sees("账号已开通，请上传营业执照")
    phone.fits()
    phone.tap("以后再传")
    phone.sees("我要申请")
    phone.entry("还没有上传营业执照").click()
    with phone.page.expect_file_chooser() as chooser:
        phone.tap("上传营业执照")
    chooser.value.set_files([{"name": "营业执照.png", "mimeType": "image/png", "buffer": PNG}])
    phone.sees("营业执照已上传。")
    phone.sees("孔令书")
    phone.fits()
    # and the account can be used: it is reminded no more and may apply
    phone.page.go_back()
    phone.sees("我要申请")
    expect(phone.page.get_by_text("还没有上传营业执照")).to_have_count(0)
    phone.entry("我要申请").click()
    phone.sees("您遇到的是哪一类纠纷？")
