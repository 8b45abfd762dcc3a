from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.phone import Phone, Staff
from tests.browser.seed_mediation import MOBILES
from tests.browser.served import Served
from tests.browser.signing import ON_THE_PHONE, sign

SLOT = "2026-09-16 09:00–10:30"
PLACE = "城东司法所二楼 一号调解室"
ALONE = "仅申请人贺兰与调解员可见"
SCAN = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<<>>\n%%EOF\n"


def open_case(phone: Phone, title: str) -> None:
    phone.page.locator("uni-view[role=link]:visible").filter(has_text=title).click()


def to_page(phone: Phone, button: str, page: str) -> None:
    phone.tap(button)
    phone.page.wait_for_url(f"**/{page}?*")


def book_the_room(phone: Phone, case_id: int) -> None:
    """Two windows have seen the room free: one gets it, the other is told who has it."""
    other = phone.beside()
    other.open(f"mediator/sessions?id={case_id}")
    for window in (phone, other):
        window.tap("预约调解")
        window.sees("2026-09-16")
        window.tap("查找空闲的调解室")
        window.sees("城东司法所二楼 · 6 座")
    phone.fits()
    phone.tap("预约")
    phone.sees(SLOT)
    phone.sees(PLACE)
    other.tap("预约")
    other.sees("一号调解室已由吕调解预约，09-16 09:00 至 10:30。同一时间没有其他空闲的调解室，请改选时间。")
    other.page.close()


def ask_to_close(phone: Phone) -> None:
    """邹远 pays 5,000 by a day two rows down the wheel."""
    phone.choose("调解成功")
    phone.fill("协议总金额", "5000")
    phone.fill("第 1 项金额", "4000")
    phone.page.locator("uni-picker:visible").filter(has_text="选择日期").click()
    phone.turn(column=2, by=5)
    phone.sees("2026-09-20")
    phone.tap("检查协议")
    phone.sees("各期合计 4,000.00 元，与协议总金额 5,000.00 元相差 1,000.00 元。")
    phone.fill("第 1 项金额", "5000")
    phone.tap("检查协议")
    phone.sees("协议检查通过。")
    phone.fits()
    phone.tap("申请结案")
    phone.sees("待审批结案")


def make_papers(mediator: Staff, case_id: int) -> None:
    """What was produced is made final: the record is signed on paper, the agreement goes to both phones if it can."""
    rows = mediator.get(f"/api/papers/cases/{case_id}")["rows"]
    made = {one["kind"]: one["id"] for one in rows}
    assert set(made) == {"record", "agreement"}
    for paper in made.values():
        mediator.post(f"/api/papers/{paper}/final", {})
    scan = mediator.add_file(case_id, "调解记录签署件.pdf", SCAN)
    mediator.post(f"/api/papers/{made['record']}/signed", {"file_id": scan})
    if not ON_THE_PHONE:
        final = mediator.get(f"/api/papers/cases/{case_id}")["rows"]
        everybody = [signer["party_id"] for one in final for signer in one["signers"]]
        mediator.post(f"/api/papers/{made['agreement']}/signed", {"file_id": scan, "signed": everybody})
        return
    sides = zip(("申请人", "被申请人"), MOBILES.items(), strict=True)
    signers = [{"part": part, "name": name, "mobile": mobile} for part, (name, mobile) in sides]
    mediator.post(f"/api/signing/papers/{made['agreement']}", {"signers": signers})


def test_from_the_appointment_to_the_archive(
    phone_of: Callable[[], Phone], staff: Callable[[str], Staff], product: Served
) -> None:
    # given a case that waits for a mediator, and its parties' phones
    case_id, no = int(product.cases["贺兰"]["id"]), product.cases["贺兰"]["no"]
    assigner = staff("许分配")
    hers, his, mine = phone_of(), phone_of(), phone_of()
    for phone, name in ((hers, "贺兰"), (his, "邹远")):
        phone.sign_in(name)
        phone.entry("我的案件").click()
        open_case(phone, "贺兰与邹远")
        phone.sees("待分配")
    # when the assigner appoints 吕调解, who has it on his phone and accepts
    library = assigner.get(f"/api/mediation/mediators?case_id={case_id}")["rows"]
    chosen = next(one["id"] for one in library if one["name"] == "吕调解")
    assigner.post(f"/api/mediation/cases/{case_id}/mediators", {"mediators": [chosen]})
    mine.sign_in("吕调解")
    open_case(mine, "贺兰 与 邹远")
    mine.sees("接受即声明与双方没有利害关系。")
    mine.fits()
    mine.tap("接受")
    mine.sees("您已接受这个案件")
    mine.fits()

    # then he books a room, which is told to the parties, and notes what was done
    to_page(mine, "预约调解", "mediator/sessions")
    book_the_room(mine, case_id)
    mine.page.go_back()
    to_page(mine, "记录与延期", "mediator/records")
    mine.tap("登记记录")
    mine.choose("进展")
    mine.fill("记录内容", "双方同意先看现场，再谈赔偿数额。")
    mine.tap("保存")
    mine.sees("双方同意先看现场，再谈赔偿数额。")
    mine.fits()
    hers.page.reload()
    hers.sees("调解中")
    to_page(hers, "调解时间和地点", "party/sessions")
    hers.sees(SLOT)
    hers.sees(PLACE)
    hers.sees("请按时到场，带好身份证件和材料原件。")
    hers.fits()

    # when he writes to her alone
    mine.page.go_back()
    to_page(mine, "沟通", "mediator/rooms")
    mine.sees("双方可见")
    mine.page.get_by_role("tab", name="与贺兰单独沟通").click()
    mine.fill(f"消息，{ALONE}", "您最低能接受多少？")
    mine.fits()
    mine.tap("单独发送")
    expect(mine.page.locator(".message").filter(has_text="您最低能接受多少？")).to_contain_text(ALONE)
    # then she reads who sees it, and he is shown nothing of it
    hers.open(f"party/rooms?id={case_id}")
    hers.page.get_by_role("tab", name="与调解员单独沟通").click()
    hers.sees("您最低能接受多少？")
    hers.sees("仅您与调解员可见")
    hers.fits()
    his.open(f"party/rooms?id={case_id}")
    his.sees("这里还没有消息。")
    expect(his.page.get_by_role("tab")).to_have_text(["共同沟通室", "与调解员单独沟通"])
    his.page.get_by_role("tab", name="与调解员单独沟通").click()
    his.sees("仅您与调解员可见")
    his.sees("这里还没有消息。")
    expect(his.page.get_by_text("您最低能接受多少？")).to_have_count(0)

    # when closing is asked for with one payment, approved, and the agreement is offered for signing
    mine.page.go_back()
    to_page(mine, "申请结案", "mediator/closing")
    ask_to_close(mine)
    assigner.post(f"/api/mediation/cases/{case_id}/closing/approve", {"note": ""})
    mediator = staff("吕调解")
    assert "调解协议书" in mediator.refused(f"/api/mediation/cases/{case_id}/closing/complete", {})
    make_papers(mediator, case_id)
    # then each signs on the phone, and the case is closed when both have
    for phone, (name, mobile) in zip((hers, his), MOBILES.items(), strict=True):
        phone.open(f"party/case?id={case_id}")
        phone.sees("待签署")
        phone.fits()
        if not ON_THE_PHONE:
            continue
        phone.page.locator('[aria-label="签署调解协议书"]:visible').click()
        sign(phone, mobile)
        waits = name == "贺兰"
        phone.sees("还有 1 人没有签署" if waits else "各方均已签署，文书已生效，可在案件中下载。")
    mediator.post(f"/api/mediation/cases/{case_id}/closing/complete", {})
    hers.open(f"party/case?id={case_id}")
    hers.page.reload()
    hers.sees("已结案")
    hers.fits()

    # when she says what she thought of him, once
    to_page(hers, "评价调解员", "party/rating")
    hers.sees("不会知道是谁评的")
    hers.page.get_by_role("radio", name="4 星").click()
    hers.fill("评语", "两次到现场，很耐心。")
    hers.fits()
    hers.tap("提交评价")
    hers.tap("确认 4 星")
    hers.sees("谢谢您的评价。")
    hers.page.go_back()
    expect(hers.button("评价调解员")).to_have_count(0)
    # then he reads it, and not who it was
    own = mediator.get("/api/mediation/ratings/own")
    assert (own["average"], [(one["stars"], one["comment"]) for one in own["rows"]]) == (
        "4.0",
        [(4, "两次到现场，很耐心。")],
    )
    assert "贺兰" not in str(own)

    # and two reviews later it is in the archive, where nobody changes it any more
    mediator.move(case_id, "archive.submit")
    assigner.move(case_id, "archive.pass")
    staff("韩档案").move(case_id, "archive.accept")
    late = {"kind": "contact", "text": "补记一次电话。", "key": "after the archive"}
    assert mediator.refused(f"/api/mediation/cases/{case_id}/records", late) == (
        f"案件 {no} 已归档，案卷只读，不能再修改。可查阅、下载；确有错误请联系档案管理员另行说明。"
    )
    hers.page.reload()
    hers.sees("已归档")
    hers.fits()
