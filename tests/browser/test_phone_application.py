from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.phone import Phone, Staff
from tests.browser.seed_mediation import PNG
from tests.browser.served import Served


def tell_the_story(phone: Phone) -> None:
    """Answer one screen after the other as far as the files."""
    phone.entry("我要申请").click()
    phone.sees("您遇到的是哪一类纠纷？")
    phone.choose("邻里")
    phone.tap("下一步")
    phone.sees("事情是什么时候发生的？")
    phone.tap("下一步")
    phone.sees("请选择“发生时间”。")
    phone.page.locator("uni-picker:visible").click()
    phone.page.locator(".uni-picker-action-confirm:visible").click()
    phone.tap("下一步")
    phone.fill("事情经过", "漏水")
    phone.tap("下一步")
    phone.sees("至少 10 个字，现有 2 个")
    phone.fill("事情经过", "楼上漏水三个月，天花板和地板都已损坏，多次协商没有结果。")
    phone.tap("下一步")
    phone.fill("您的诉求", "赔偿维修费用并修好水管。")
    phone.tap("下一步")
    phone.fill("涉及金额（元）", "8600")
    phone.tap("下一步")
    phone.sees("对方是谁？")
    phone.fill("对方姓名或名称", "秦海涛")
    phone.tap("下一步")
    phone.fill("对方电话", "13491230002")
    phone.tap("下一步")
    phone.sees("还知道对方的这些信息吗？")
    phone.tap("下一步")
    phone.sees("还有其他对方当事人吗？")
    phone.choose("还有一位")
    phone.tap("下一步")
    phone.sees("第 2 位对方是谁？")
    phone.fill("第 2 位对方姓名或名称", "邬兰")
    phone.tap("下一步")
    phone.fill("第 2 位对方电话", "13491230021")
    phone.tap("下一步")
    phone.tap("下一步")
    phone.sees("还有其他对方当事人吗？")
    phone.tap("下一步")
    phone.sees("有人和您一起申请吗？")
    phone.choose("有人一起申请")
    phone.tap("下一步")
    phone.sees("和您一起申请的是谁？")
    phone.fill("共同申请人姓名或名称", "沈竹")
    phone.tap("下一步")
    phone.fill("共同申请人电话", "13491230061")
    phone.tap("下一步")
    phone.sees("还知道共同申请人的这些信息吗？")
    phone.tap("下一步")
    phone.sees("还有其他人和您一起申请吗？")
    phone.tap("下一步")
    phone.sees("主要理由")
    phone.tap("下一步")
    phone.sees("之前是否协商过")
    phone.choose("是")
    phone.tap("下一步")
    phone.sees("有照片或文件吗？")


def add_picture(phone: Phone) -> None:
    with phone.page.expect_file_chooser() as chooser:
        phone.tap("拍照或选图片")
    chooser.value.set_files([{"name": "墙面.png", "mimeType": "image/png", "buffer": PNG}])
    phone.sees("墙面.png")
    phone.sees("图片 · 1 KB")


def test_from_registration_to_both_willing(
    phone_of: Callable[[], Phone], staff: Callable[[str], Staff]
) -> None:
    # given 沈梅 registered on her phone with the code that came by message
    hers = phone_of()
    hers.register("沈梅", "13491230001", "19580312")
    # when she applies, one question a screen, loses the line in between, and goes on after a reload
    tell_the_story(hers)
    add_picture(hers)
    hers.page.reload()
    hers.sees("有照片或文件吗？")
    hers.sees("墙面.png")
    hers.tap("下一步")
    hers.sees("请核对后提交")
    hers.fits()
    # and takes the second respondent out again, whom she named too soon
    hers.sees("第 2 位对方姓名或名称：邬兰")
    hers.sees("共同申请人姓名或名称：沈竹")
    hers.page.locator('uni-text[aria-label="删去 第 2 位对方是谁？"]').click()
    expect(hers.page.get_by_text("邬兰").locator("visible=true")).to_have_count(0)
    hers.tap("提交申请")
    # then it is locked, and she sees who acts next
    hers.sees("申请已提交。工作人员审核后会通知您。")
    hers.sees("现在由审核人员办理")
    expect(hers.button("拍照或选图片")).to_have_count(0)
    case_id = int(hers.page.url.split("id=")[1].split("&")[0])

    # when the reviewer sends it back with a remark on one field
    reviewer = staff("何审核")
    reviewer.move(case_id, "review.send_back", "请补充金额的依据", remarks={"claim": "请写明每项费用"})
    # then she finds it among her notices, and a tap opens the case
    hers.open()
    hers.page.reload()
    hers.page.locator('uni-view[aria-label="消息，1 条未读"]:visible').click()
    hers.sees("1 条未读")
    hers.fits()
    hers.page.locator("uni-view[role=link]:visible").filter(has_text="申请需要修改").click()
    hers.sees("退回原因：请补充金额的依据")
    hers.page.go_back()
    hers.sees("全部已读")
    hers.page.go_back()
    expect(hers.page.locator('uni-view[aria-label="消息"]:visible')).to_be_visible()
    hers.open(f"party/case?id={case_id}")
    hers.tap("按意见修改")
    # then the remark stands at its field, and what she amends is handed in
    hers.sees("审核意见：请写明每项费用")
    hers.page.locator('uni-text[aria-label="修改 您希望怎样解决？"]').click()
    hers.sees("审核意见：请写明每项费用")
    hers.fill("您的诉求", "赔偿天花板 5000 元、地板 3600 元。")
    hers.tap("改好了")
    hers.tap("提交申请")
    hers.sees("待审核")

    # when the respondent, who is asked, registers with the number she gave
    reviewer.move(case_id, "review.ask_respondent")
    his = phone_of()
    his.register("秦海涛", "13491230002", "19800101")
    his.entry("我的案件").click()
    his.page.locator("uni-view[role=link]:visible").filter(has_text="沈梅与秦海涛").click()
    his.tap("补充情况和意见")
    his.sees("赔偿天花板 5000 元、地板 3600 元。")
    expect(his.page.get_by_text("墙面.png")).to_have_count(0)
    his.choose("部分属实")
    his.tap("提交")
    his.sees("请写明您的意见和理由")
    his.fill("您的情况和意见", "水管是老化，愿意一起承担。")
    his.tap("提交")
    his.sees("待复审")

    # then all are asked, she who applies with her too, and each answers with a second tap
    reviewer.move(case_id, "review.approve")
    beside = phone_of()
    beside.register("沈竹", "13491230061", "19860101")
    beside.entry("我的案件").click()
    beside.sees("您是申请人")
    beside.page.locator("uni-view[role=link]:visible").filter(has_text="沈梅与秦海涛").click()
    beside.sees("沈竹（您）")
    for phone in (hers, beside, his):
        phone.open(f"party/case?id={case_id}")
        phone.page.reload()
        phone.tap("答复是否愿意调解")
        phone.tap("愿意调解")
        phone.sees("请再确认一次：您愿意调解")
        phone.tap("确认愿意")
        phone.sees("您已答复：愿意调解")
    his.sees("待立案")

    # and a stranger who opens its address sees nothing of it
    strange = phone_of()
    strange.register("外人", "13491230003", "19900101")
    strange.open(f"party/case?id={case_id}")
    strange.sees("没有找到该案件")
    expect(strange.page.get_by_text("秦海涛")).to_have_count(0)


def test_what_is_typed_without_a_line_is_sent_when_there_is_one(phone_of: Callable[[], Phone]) -> None:
    # given an applicant in the middle of her story
    phone = phone_of()
    phone.register("许离线", "13491230004", "19900202")
    phone.entry("我要申请").click()
    phone.choose("邻里")
    phone.tap("下一步")
    phone.sees("已保存")
    # when the line breaks
    phone.page.context.set_offline(True)
    phone.page.locator("uni-picker:visible").click()
    phone.page.locator(".uni-picker-action-confirm:visible").click()
    phone.tap("下一步")
    # then it says so, and keeps what she typed
    phone.sees("网络不通，已保存在手机上，联网后自动发送")
    phone.fill("事情经过", "没有网络的时候写下的事情经过。")
    # and sends it by itself when the line is back
    with phone.page.expect_response(lambda got: "/api/mediation/mine/" in got.url and got.ok) as sent:
        phone.page.context.set_offline(False)
    assert sent.value.json()["description"] == "没有网络的时候写下的事情经过。"
    phone.sees("已保存")


def test_signing_in_again_in_place_keeps_the_form(phone_of: Callable[[], Phone], product: Served) -> None:
    # given somebody whose session ends while she writes
    phone = phone_of()
    phone.register("郭回来", "13491230005", "19900303")
    phone.entry("我要申请").click()
    phone.choose("消费")
    phone.tap("下一步")
    phone.sees("已保存")
    key = phone.page.evaluate("localStorage.getItem('anjie.session')")
    out = phone.page.request.post(
        "/api/access/sign-out", headers={"X-Anjie-Face": "miniapp", "Authorization": f"Bearer {key}"}
    )
    assert out.ok
    phone.page.locator("uni-picker:visible").click()
    phone.page.locator(".uni-picker-action-confirm:visible").click()
    phone.tap("下一步")
    # then she is asked to sign in over the page she was on, and back there nothing is lost
    expect(phone.button("登录")).to_be_visible()
    phone.page.go_back()
    phone.sees("请说说事情的经过")


def test_a_mediator_without_cases_is_told_what_will_be_here(phone_of: Callable[[], Phone]) -> None:
    phone = phone_of()
    phone.sign_in("施调解")
    phone.sees("这里会列出分配给您的调解案件")
    phone.fits()


@pytest.mark.parametrize("path", ["pages/sign-in/sign-in", "pages/register/register"])
def test_pages_hold_at_twice_the_text(phone_of: Callable[[], Phone], path: str) -> None:
    phone = phone_of()
    phone.page.set_viewport_size({"width": 195, "height": 422})
    phone.open(path)
    expect(phone.page.locator("uni-page-body")).to_be_visible()
    phone.fits()
