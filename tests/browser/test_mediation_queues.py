"""The middle of a dispute, from the first review to the archive, by hand at the console: each by whom it falls to."""

from __future__ import annotations

import zipfile
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.desk import Desk
from tests.browser.phone import Staff
from tests.browser.served import Served

Enter = Callable[[str], Page]
SLOT = "2026-09-16 14:00"
SCAN = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<<>>\n%%EOF\n"
WRITTEN = 60_000
"""Milliseconds for LibreOffice to make a PDF on a machine that is busy."""
AMENDED = "赔偿天花板 5000 元、地板 3600 元。"
READ_ONLY = "案件 {no} 已归档，案卷只读，不能再修改。可查阅、下载；确有错误请联系档案管理员另行说明。"


def review(desk: Desk, hers: Staff, his: Staff, case_id: int) -> None:
    """Back for a remark on one field, on to the respondent, and passed once he has answered."""
    desk.go("审核")
    asked, verdict = (desk.main.get_by_role("region", name=name) for name in ("申请", "审核意见"))
    waiting = desk.main.get_by_role("region", name="待审核")
    # each party is told of once, and nobody's account is looked for before he is invited
    expect(asked.get_by_text("骆成")).to_have_count(1)
    expect(asked).to_contain_text("骆成尚未邀请")
    # a click on what is wrong leads to its remark; without a remark or a reason nothing is sent back
    desk.page.keyboard.press("d")
    expect(verdict.get_by_role("button", name="退回修改，下一件")).to_be_disabled()
    asked.get_by_text("赔偿维修费用并修好水管。").click()
    desk.page.keyboard.type("请写明每项费用")
    verdict.get_by_role("button", name="退回修改，下一件").click()
    expect(desk.main).to_contain_text("没有待审核的申请")
    sent_back = hers.get(f"/api/mediation/mine/{case_id}")
    assert (sent_back["state_label"], sent_back["remarks"]["remarks"], sent_back["remarks"]["note"]) == (
        "待修改",
        {"claim": "请写明每项费用"},
        "请按 1 处备注修改：诉求。",
    )
    # what she amends comes into the queue by itself
    hers.patch(f"/api/mediation/mine/{case_id}", {"claim": AMENDED})
    hers.post(f"/api/mediation/mine/{case_id}/submit", {})
    expect(waiting).to_contain_text("温宁 与 骆成")
    expect(asked).to_contain_text(AMENDED)
    desk.page.keyboard.press("s")
    verdict.get_by_label("原因").fill("请说明漏水的原因。")
    desk.page.keyboard.press("Control+Enter")
    expect(desk.main).to_contain_text("没有待审核的申请")
    # the respondent reads that it is his turn, and his answer brings it back for the second review
    invited = his.get(f"/api/mediation/mine/{case_id}")
    assert (invited["next"], invited["who_acts"]) == ("请补充您的情况和意见。", "您")
    his.post(
        f"/api/mediation/mine/{case_id}/answer",
        {"opinion": "partly", "statement": "水管老化，愿意承担一半。"},
    )
    expect(waiting).to_contain_text("待复审")
    expect(asked).to_contain_text("骆成的答复 部分认可")
    expect(asked).to_contain_text("水管老化，愿意承担一半。")
    desk.page.keyboard.press("a")
    desk.page.keyboard.press("Control+Enter")
    desk.told("已审核通过")


def ask_both(desk: Desk, hers: Staff, case_id: int, no: str) -> None:
    """He says yes on the telephone, which the gate lets through; she says so herself."""
    desk.go("意愿")
    panel = desk.take(no, "双方意愿")
    side = panel.locator("section").filter(has_text="骆成")
    side.get_by_role("button", name="拨打").click()
    expect(side).to_contain_text("联系规则已核对，通话后登记结果：")
    # a call counts for the day, so that none is begun before the answer of this one is down
    for button in panel.get_by_role("button", name="拨打").all():
        expect(button).to_be_disabled()
    expect(side.get_by_role("button", name="登记答复")).to_be_disabled()
    side.get_by_text("愿意调解", exact=True).click()
    side.get_by_placeholder("对方原话或补充（选填）").fill("愿意谈，最好下午。")
    side.get_by_role("button", name="登记答复").click()
    expect(side.get_by_role("heading")).to_contain_text("被申请人 骆成 愿意")
    expect(side.get_by_role("listitem")).to_contain_text("愿意工作人员电话何审核")
    hers.post(f"/api/mediation/mine/{case_id}/consent", {"willing": True})
    expect(desk.row(no)).to_have_count(0)


def file_and_assign(desk: Desk, no: str) -> None:
    """Filed, then given to two of the library: the first one chosen leads."""
    desk.go("立案与分配")
    panel = desk.take(no, "办理")
    panel.get_by_role("button", name="立案", exact=True).click()
    desk.dialog(f"立案：案件 {no}").get_by_role("button", name="立案").click()
    expect(desk.row(no)).to_contain_text("待分配")
    expect(panel.get_by_role("button", name="分配", exact=True)).to_be_disabled()
    panel.get_by_role("row").filter(has_text="吕调解").click()
    expect(panel.get_by_role("row").filter(has_text="吕调解")).to_contain_text("主办")
    panel.get_by_role("row").filter(has_text="施调解").click()
    panel.get_by_role("button", name="分配 2 人").click()
    desk.told(f"{no} 已分配")
    expect(desk.row(no)).to_have_count(0)


def accept(desk: Desk, no: str) -> None:
    """Whoever was appointed reads so above the case, and accepting is his declaration."""
    desk.go("案件")
    desk.main.get_by_role("link", name=no).click()
    strip = desk.main.get_by_role("region", name="等待您接受")
    expect(strip).to_contain_text("您被指定为主办调解员")
    expect(strip).to_contain_text("接受即声明与本案及当事人没有利害关系。")
    strip.get_by_role("button", name="接受案件").click()
    expect(strip).to_have_count(0)
    expect(desk.main).to_contain_text("调解员吕调解接受案件，声明无利害关系")


def closing_is_refused(desk: Desk, case_id: int) -> None:
    """While nothing was booked the form says so and offers no sending, and the server refuses."""
    desk.tab("结案与文书").get_by_role("button", name="申请结案").click()
    form = desk.dialog("申请结案")
    expect(form).to_contain_text("本案还没有预约过调解室或线上调解，不能申请结案。请先预约并组织调解。")
    expect(form.get_by_role("button", name="申请结案", exact=True)).to_be_disabled()
    form.get_by_role("button", name="取消").click()
    failed = {"outcome": "failed", "note": "双方分歧过大。"}
    assert "预约" in desk.refused(f"/api/mediation/cases/{case_id}/closing", failed)
    assert desk.read(f"/api/mediation/cases/{case_id}/closing")["closing"] is None
    expect(desk.main.get_by_role("heading", level=1)).to_contain_text("调解中")


def book_and_meet(desk: Desk, no: str) -> None:
    """A room from the calendar, then what was said in it."""
    desk.go("调解室")
    desk.page.get_by_role("button", name="后一天").click()
    free = desk.main.get_by_role("button", name="一号调解室 14:00 空闲，预约")
    free.click()
    form = desk.dialog("预约 一号调解室")
    expect(form).to_contain_text(SLOT)
    form.get_by_label("案件").fill("温宁")
    desk.page.get_by_role("option", name=no).click()
    form.get_by_role("button", name="预约", exact=True).click()
    desk.told("已预约 一号调解室 14:00–15:00")
    expect(free).to_have_count(0)
    desk.back_to("温宁与骆成")
    # the page that stayed open has heard of it
    expect(desk.main).to_contain_text(f"预约 城东司法所二楼 一号调解室，{SLOT}–15:00")
    records = desk.tab("调解")
    records.get_by_role("button", name="登记记录").first.click()
    records.get_by_label("记录内容").fill("双方到场，同意由骆成分两期赔偿。")
    records.get_by_role("button", name="保存").click()
    expect(records.get_by_role("listitem")).to_contain_text("双方到场，同意由骆成分两期赔偿。")


def ask_to_close(desk: Desk) -> None:
    """8,600 in two instalments; what does not add up is found before it is sent."""
    desk.tab("结案与文书").get_by_role("button", name="申请结案").click()
    form = desk.dialog("申请结案")
    form.get_by_label("协议总金额").fill("8600")
    form.get_by_role("button", name="分期").click()
    form.get_by_label("期数").fill("2")
    form.get_by_role("button", name="生成各期").click()
    expect(form).to_contain_text("各期合计 8,600.00，一致")
    form.get_by_label("第 2 项金额").fill("4000")
    expect(form).to_contain_text("各期合计 8,300.00，相差 300.00")
    form.get_by_role("button", name="申请结案", exact=True).click()
    expect(form).to_contain_text("各期合计 8,300.00 元，与协议总金额 8,600.00 元相差 300.00 元。")
    expect(desk.main.get_by_role("heading", level=1)).to_contain_text("调解中")
    form.get_by_label("第 2 项金额").fill("4300")
    form.get_by_role("button", name="申请结案", exact=True).click()
    desk.told("已申请结案，等待审批")
    expect(desk.main.get_by_role("heading", level=1)).to_contain_text("待审批结案")


def approve(desk: Desk, no: str) -> None:
    """The papers of the outcome are made as it is agreed to."""
    desk.go("结案")
    panel = desk.take(no, "结案")
    expect(panel.get_by_role("row").filter(has_text="协议总金额")).to_contain_text("8,600.00")
    panel.get_by_role("button", name="同意结案").click()
    expect(panel.get_by_role("article")).to_have_count(2)
    expect(panel.get_by_role("article").filter(has_text="调解协议书")).to_contain_text("草稿")


def sign_on_paper(desk: Desk) -> None:
    """One scan holds both papers; only when both are signed may the case be closed."""
    panel = desk.tab("结案与文书")
    expect(panel).to_contain_text("还需完成：调解记录（草稿）、调解协议书（草稿）")
    expect(panel.get_by_role("button", name="签署完成，结案")).to_have_count(0)
    for name in ("调解协议书", "调解记录"):
        paper = panel.get_by_role("article").filter(has_text=name)
        paper.get_by_role("button", name="定稿").click()
        expect(paper).to_contain_text("已定稿", timeout=WRITTEN)
        paper.get_by_role("button", name="登记纸质签署").click()
        form = desk.dialog(f"登记纸质签署：{name}")
        form.locator("input[type=file]").set_input_files(
            [{"name": "签署件.pdf", "mimeType": "application/pdf", "buffer": SCAN}]
        )
        expect(form).to_contain_text("已上传：签署件.pdf")
        for box in form.locator("label.el-checkbox").all():
            expect(form.get_by_role("button", name="登记为部分签署")).to_be_visible()
            box.click()
        form.get_by_role("button", name="登记为已签署").click()
        expect(paper).to_contain_text("由吕调解登记，扫描件“签署件.pdf”")
        expect(paper).to_contain_text("已签署")
    panel.get_by_role("button", name="签署完成，结案").click()
    expect(panel).to_contain_text("截止 2026-10-15，剩 30 天")
    expect(desk.main.get_by_role("heading", level=1)).to_contain_text("已结案")


def hand_in(desk: Desk, no: str) -> None:
    """The mediator sees what the file holds and hands it in."""
    desk.go("归档审核")
    panel = desk.take(no, "案卷")
    expect(panel.get_by_role("row").filter(has_text="调解协议书（已签署）")).to_contain_text(
        "有2026-09-15 纸质签署"
    )
    expect(panel.get_by_role("row").filter(has_text="当事人身份证明")).to_contain_text("无补充证件号码")
    panel.get_by_role("button", name="提交归档").click()
    expect(desk.row(no)).to_have_count(0)


def judge(desk: Desk, no: str, verdict: str) -> None:
    """Take the file from the archive's queue and pass it on."""
    desk.go("归档审核")
    panel = desk.take(no, "案卷")
    expect(panel.get_by_role("button", name="退回").first).to_be_disabled()
    panel.get_by_role("button", name=verdict).click()
    expect(desk.row(no)).to_have_count(0)


def download(desk: Desk, no: str) -> None:
    """The whole file as one bundle with its index and sums."""
    desk.go("档案")
    with desk.page.expect_download() as started:
        desk.row(no).get_by_role("button", name="下载案卷包").click()
    assert started.value.suggested_filename == f"案卷 2026-{no}.zip"
    with zipfile.ZipFile(started.value.path()) as bundle:
        assert bundle.testzip() is None
        names = set(bundle.namelist())
    assert names >= {"目录.html", "index.json", "SHA256SUMS", "1 申请/调解申请.html", "2 过程/调解笔录.csv"}


def nothing_may_be_changed(desk: Desk, case_id: int, no: str) -> None:
    """The page that is still open offers no change any more, and the server refuses one."""
    desk.back_to("温宁与骆成")
    expect(desk.main.get_by_role("heading", level=1)).to_contain_text("已归档")
    expect(desk.tab("归档")).to_contain_text(f"档号 2026-{no}")
    records = desk.tab("调解")
    expect(records.get_by_role("listitem")).to_have_count(1)
    expect(records.get_by_role("button", name="登记记录")).to_have_count(0)
    expect(desk.main.get_by_role("button", name="新增")).to_have_count(0)
    expect(desk.tab("文件").get_by_role("button", name="上传")).to_have_count(0)
    late = {"kind": "contact", "text": "补记一次电话。", "key": "after the archive"}
    assert desk.refused(f"/api/mediation/cases/{case_id}/records", late) == READ_ONLY.format(no=no)
    assert desk.read(f"/api/mediation/cases/{case_id}/records")["count"] == 1


def test_a_dispute_goes_through_every_queue_to_the_archive(
    enter: Enter, staff: Callable[[str], Staff], product: Served
) -> None:
    # given 温宁's application against 骆成, which nobody has looked at
    case_id, no = int(product.cases["温宁"]["id"]), str(product.cases["温宁"]["no"])
    hers, his = staff("温宁"), staff("骆成")
    # when the reviewer has it amended, answered and passed, and takes down his yes on the telephone
    reviewer = Desk(enter("何审核"))
    review(reviewer, hers, his, case_id)
    ask_both(reviewer, hers, case_id, no)
    # then it is filed and assigned, and its mediator accepts
    assigner = Desk(enter("许分配"))
    file_and_assign(assigner, no)
    lead = Desk(enter("吕调解"))
    accept(lead, no)
    # when closing is asked for too soon nothing moves; after a session it is agreed to, and signed on paper
    closing_is_refused(lead, case_id)
    book_and_meet(lead, no)
    ask_to_close(lead)
    approve(assigner, no)
    sign_on_paper(lead)
    # then the file goes through two reviews to the archive, where it is read and downloaded only
    hand_in(lead, no)
    judge(assigner, no, "初审通过")
    archivist = Desk(enter("韩档案"))
    judge(archivist, no, "终审归档")
    download(archivist, no)
    nothing_may_be_changed(lead, case_id, no)
