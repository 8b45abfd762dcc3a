"""People who use the phone, as the administration has them: enterprises are reviewed, an account is shut and opened."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.desk import Desk
from tests.browser.phone import FACE, Staff
from tests.browser.served import Served
from tests.people import PASSWORD

Enter = Callable[[str], Page]
FIRM = "城北建材商行"


def test_an_enterprise_is_returned_with_a_remark_amends_and_passes(
    enter: Enter, staff: Callable[[str], Staff]
) -> None:
    # given an enterprise that was returned yesterday for its address, which it has amended
    firm, admin = staff(FIRM), Desk(enter("钱管理"))
    assert firm.get("/api/people/own-standing")["remarks"] == {"address": "请写明门牌号"}
    firm.patch("/api/access/profile", {"address": "城北区建材路 3 号"})
    admin.go("企业用户")
    expect(admin.row(FIRM)).to_contain_text("待审核")
    # when the administrator holds what it says against its licence
    admin.row(FIRM).get_by_role("button", name="审核").click()
    form = admin.dialog(FIRM)
    expect(form.get_by_role("region", name="上次审核")).to_contain_text("此后资料有修改")
    expect(form.get_by_role("region", name="上次审核")).to_contain_text("地址：请写明门牌号")
    form.get_by_role("button", name="查看营业执照").click()
    expect(form.get_by_role("img", name="营业执照")).to_be_visible()
    # and remarks on one fact, it cannot pass, and is returned
    expect(form.get_by_role("button", name="退回修改")).to_be_disabled()
    form.get_by_label("法定代表人的备注").fill("与营业执照不一致")
    expect(form.get_by_role("button", name="通过认证")).to_be_disabled()
    form.get_by_role("button", name="退回修改").click()
    admin.told(f"“{FIRM}”已退回，已通知对方修改")
    expect(admin.row(FIRM)).to_contain_text("已退回")
    # then the enterprise reads on its phone what to mend
    told = firm.get("/api/people/own-standing")
    assert (told["state_label"], told["remarks"]) == ("已退回", {"legal_representative": "与营业执照不一致"})
    # and once it has, it is passed
    firm.patch("/api/access/profile", {"legal_representative": "虞长青"})
    admin.row(FIRM).get_by_role("button", name="查看").click()
    expect(form).to_contain_text("虞长青")
    form.get_by_role("button", name="通过认证").click()
    admin.told(f"“{FIRM}”已通过认证")
    expect(admin.row(FIRM)).to_contain_text("已通过")
    assert firm.get("/api/people/own-standing")["state_label"] == "已通过"


def test_an_account_is_shut_with_a_reason_and_opened_again(
    enter: Enter, staff: Callable[[str], Staff], product: Served
) -> None:
    # given 桑榆, who is signed in
    hers, admin = staff("桑榆"), Desk(enter("钱管理"))
    admin.go("个人用户")
    row = admin.row("桑榆")
    expect(row).to_contain_text("启用")
    # when her account is shut, which asks for a reason
    row.get_by_role("button", name="停用").click()
    form = admin.dialog("停用 桑榆 的账号")
    expect(form).to_contain_text("停用后立即退出登录，也不能再登录；其参加的案件不受影响。")
    expect(form.get_by_role("button", name="停用")).to_be_disabled()
    form.get_by_label("原因").fill("本人申请注销")
    form.get_by_role("button", name="停用").click()
    admin.told("已停用 桑榆")
    # then she is out at once and cannot come in, told why
    assert hers.refused("/api/mediation/mine", {"kind": "neighbour"}).startswith("您的账号已被停用。")
    again = hers.asks.post(
        "/api/access/sign-in", data={"username": product.people["桑榆"], "password": PASSWORD}, headers=FACE
    )
    assert not again.ok
    # and when it is opened again, she may
    row.get_by_role("button", name="启用").click()
    admin.told("已启用 桑榆")
    expect(row.get_by_role("button", name="停用")).to_be_visible()
    assert [one["part_label"] for one in staff("桑榆").get("/api/mediation/mine")] == ["申请人"]
