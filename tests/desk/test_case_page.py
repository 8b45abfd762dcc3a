from __future__ import annotations

from decimal import Decimal

import pytest

from anjie.desk.models import Case, ContactPoint, CustomField
from anjie.foundation import clock
from tests.cases import place
from tests.http import Browser
from tests.people import World

BAD_ID = "320102199001011231"  # its check digit is wrong on purpose
NOON = "2026-09-02T12:00:00+08:00"


@pytest.fixture
def case(world: World) -> Case:
    return place(
        world, name="单小明", amount="12345.60", settled_amount=Decimal("345.60"), id_no=BAD_ID,
        mobile="10012345678", card_no="6222020000000000000", card_kind="金卡", serial_no="SN-7",
        commission_rate=Decimal("0.15"), batch_no="B-1", tags=["优质"], recall_on=clock.read_instant(NOON).date(),
        principal=Decimal("10000.00"), credit_limit=Decimal("50000.00"),
    )  # fmt: skip


def test_the_page_shows_head_facts_parties_contacts_and_moves(world: World, case: Case) -> None:
    # given a placement held by 李催收, when he opens it
    with clock.stopped(NOON):
        answer = Browser(world["李催收"]).get(f"/api/desk/cases/{case.pk}")
    # then the head says what it is and what is owed
    assert answer.status_code == 200
    page = answer.json()
    head = page["head"]
    assert (head["no"], head["title"], head["state_label"], head["state_tone"]) == (
        case.no, "单小明", "正常", "live",
    )  # fmt: skip
    assert (head["amount"], head["settled_amount"], head["balance"]) == ("12345.60", "345.60", "12000.00")
    assert (head["days_left"], head["holder"]["name"], head["clerk"]["name"]) == (0, "李催收", "王内勤")
    assert (head["client"]["name"], head["batch"]["no"], head["tags"]) == ("示范银行", "B-1", ["优质"])
    # and the facts stand on panel and fold, sealed ones masked
    panel = {row["code"]: row for row in page["panel"]}
    assert panel["id_no"] == {
        "code": "id_no", "label": "证件号码", "value": "320***********1231", "kind": "sealed",
    }  # fmt: skip
    assert panel["card_no"]["value"] == "6222***********0000"
    assert panel["principal"] == {"code": "principal", "label": "本金", "value": "10000.00", "kind": "money"}
    assert {row["code"]: row["value"] for row in page["fold"]} == {"credit_limit": "50000.00"}
    # and who is in it, how to reach him, and what may be done
    assert [(row["part_label"], row["name"]) for row in page["parties"]] == [("债务人", "单小明")]
    assert [(row["mask"], row["state_label"], row["source_label"]) for row in page["contact_points"]] == [
        ("100****5678", "未核实", "委案资料")
    ]
    assert page["moves"] == []
    assert page["may"]["reveal"] is True
    assert [tab["label"] for tab in page["tabs"]][:2] == ["催记", "承诺还款"]
    # and no sealed value is anywhere in the answer
    for secret in (BAD_ID, "10012345678", "6222020000000000000"):
        assert secret not in answer.content.decode()


def test_the_commission_rate_needs_its_own_permission(world: World, case: Case) -> None:
    def codes(name: str) -> dict[str, str]:
        page = Browser(world[name]).get(f"/api/desk/cases/{case.pk}").json()
        return {row["code"]: row["value"] for row in page["panel"]}

    assert codes("王内勤")["commission_rate"] == "15%"
    assert "commission_rate" not in codes("李催收")
    assert "commission_rate" not in codes("赵主管")


@pytest.mark.parametrize("name", ["周催收", "吴催收", "郑主管"])
@pytest.mark.parametrize("path", ["", "/timeline", "/shared-debts"])
def test_out_of_reach_looks_like_missing(world: World, case: Case, name: str, path: str) -> None:
    browser = Browser(world[name])
    there, nowhere = (browser.get(f"/api/desk/cases/{pk}{path}") for pk in (case.pk, 999_999_999))
    assert there.status_code == nowhere.status_code == 404
    assert there.json() == nowhere.json()


def test_a_clerk_of_another_client_does_not_see_it(world: World) -> None:
    other = place(world, client="DEMO-CF", name="李四", clerk="孙内勤")
    assert Browser(world["王内勤"]).get(f"/api/desk/cases/{other.pk}").status_code == 404
    assert Browser(world["孙内勤"]).get(f"/api/desk/cases/{other.pk}").status_code == 200


def test_moves_are_offered_in_the_table_order_and_made(world: World, case: Case) -> None:
    # given a clerk who sees the buttons
    browser = Browser(world["王内勤"])
    page = browser.get(f"/api/desk/cases/{case.pk}").json()
    assert [move["label"] for move in page["moves"]] == ["留案", "暂停", "退案", "撤案", "关闭"]
    # when she pauses it without a reason, nothing moves
    refused = browser.post(f"/api/desk/cases/{case.pk}/moves/placement.pause", {})
    assert (refused.status_code, refused.json()["code"]) == (422, "move.reason_required")
    case.refresh_from_db()
    assert case.state == "open"
    # when she gives one, it is paused and told
    browser.post(f"/api/desk/cases/{case.pk}/moves/placement.pause", {"reason": "客户投诉"})
    assert browser.get(f"/api/desk/cases/{case.pk}").json()["head"]["state_label"] == "暂停"
    last = browser.get(f"/api/desk/cases/{case.pk}/timeline").json()["rows"][0]
    assert (last["kind"], last["text"], last["detail"]) == ("move", "暂停：正常 → 暂停", "客户投诉")
    # and a collector may not make it
    refused = Browser(world["李催收"]).post(
        f"/api/desk/cases/{case.pk}/moves/placement.resume", {"reason": "x"}
    )
    assert refused.status_code == 403
    case.refresh_from_db()
    assert case.state == "paused"


def test_shared_debts_are_found_by_each_number_within_reach(world: World, case: Case) -> None:
    # given the same person by ID number, by mobile, by card; and one that is out of 李催收's reach
    by_id = place(world, client="DEMO-CF", name="单小明", amount="100.00", id_no=BAD_ID, mobile="")
    by_mobile = place(world, name="单晓明", amount="200.00", mobile="10012345678", id_no="")
    by_card = place(world, name="单某", amount="300.00", card_no="6222 0200 0000 0000 000")
    hidden = place(world, name="单小明", amount="400.00", id_no=BAD_ID, holder="周催收")
    place(world, name="无关", amount="500.00")
    # when he looks
    answer = Browser(world["李催收"]).get(f"/api/desk/cases/{case.pk}/shared-debts").json()
    # then he sees three with why, their sums, and no trace of the fourth
    assert {row["id"]: row["by"] for row in answer["rows"]} == {
        by_id.pk: ["证件号码"],
        by_mobile.pk: ["手机号"],
        by_card.pk: ["卡号"],
    }
    assert (answer["count"], answer["totals"]["amount"], answer["totals"]["balance"]) == (
        3,
        "600.00",
        "600.00",
    )
    # and his supervisor sees the fourth too
    team = Browser(world["赵主管"]).get(f"/api/desk/cases/{case.pk}/shared-debts").json()
    assert (team["count"], hidden.pk in [row["id"] for row in team["rows"]]) == (4, True)


def test_custom_information_is_checked_by_its_type(world: World, case: Case) -> None:
    # given four declared fields, one of another client
    def declare(code: str, kind: str, **more: object) -> None:
        CustomField.objects.create(line="recovery", code=code, label=code, kind=kind, **more)

    declare("额度", "money")
    declare("到期", "date")
    declare("渠道", "choice", choices=["线上", "线下"])
    declare("别家", "text", organisation=world.clients["DEMO-CF"])
    path = f"/api/desk/cases/{case.pk}/custom"
    browser = Browser(world["李催收"])
    # when values fit, they are kept and told
    done = browser.post(path, {"values": {"额度": "1,200.5", "到期": "2026-09-01", "渠道": "线上"}})
    assert {row["code"]: row["value"] for row in done.json()} == {
        "额度": "1200.50", "到期": "2026-09-01", "渠道": "线上",
    }  # fmt: skip
    last = browser.get(f"/api/desk/cases/{case.pk}/timeline").json()["rows"][0]
    assert last["text"] == "修改自定义信息：额度 空 → 1200.50，到期 空 → 2026-09-01，渠道 空 → 线上"
    # when one is wrong, none is kept
    wrong = [
        ({"额度": "12.345"}, "“额度”金额最多两位小数。请修改后重试。"),
        ({"到期": "明天"}, "“到期”不是日期，应形如 2026-09-01。请修改后重试。"),
        ({"渠道": "电话"}, "“渠道”应为 线上、线下 之一。请修改后重试。"),
        ({"额度": "NaN"}, "“额度”超出可填写的范围。请修改后重试。"),
        ({"别家": "x"}, "案件没有名为“别家”的自定义字段。请刷新页面，或请内勤在委托方设置中添加。"),
    ]
    for values, message in wrong:
        refused = browser.post(path, {"values": {"到期": "2026-10-01", **values}})
        assert (refused.status_code, refused.json()["message"]) == (422, message)
    case.refresh_from_db()
    assert case.custom == {"额度": "1200.50", "到期": "2026-09-01", "渠道": "线上"}
    # and a blank clears
    browser.post(path, {"values": {"渠道": ""}})
    case.refresh_from_db()
    assert case.custom == {"额度": "1200.50", "到期": "2026-09-01"}


def test_the_timeline_is_paged_narrowed_and_counted(world: World, case: Case) -> None:
    # given a case with contact changes and a reveal
    browser = Browser(world["李催收"])
    point = ContactPoint.objects.get(case=case)
    base = f"/api/desk/cases/{case.pk}"
    browser.post(f"{base}/contact-points/{point.pk}/mark", {"state": "valid"})
    browser.post(f"{base}/contact-points/{point.pk}/mark", {"state": "refused", "note": "要求不再来电"})
    browser.post(f"{base}/contact-points/{point.pk}/reveal", {"reason": "核对号码"})
    # when the first page is read
    first = browser.get(f"{base}/timeline", limit=2).json()
    # then it is newest first, counted by chips
    assert [row["text"] for row in first["rows"]] == [
        "查看完整联系方式 100****5678",
        "标记联系方式 100****5678：有效 → 拒绝联系",
    ]
    assert [row["detail"] for row in first["rows"]] == ["核对号码", "要求不再来电"]
    assert {chip["kind"]: chip["count"] for chip in first["chips"]}["access"] == 1
    # and the next page goes on where the first ended, to the end
    second = browser.get(f"{base}/timeline", limit=2, before=first["next"]).json()
    assert [row["verb"] for row in second["rows"]] == ["contact.marked", "case.opened"]
    assert (second["next"], second["chips"]) == (None, [])
    # and chips narrow it
    only = browser.get(f"{base}/timeline", kind="access").json()
    assert [row["verb"] for row in only["rows"]] == ["reveal.contact_point"]
    both = browser.get(f"{base}/timeline", kind=["access", "note"], contact_point=point.pk).json()
    assert [row["verb"] for row in both["rows"]] == [
        "reveal.contact_point",
        "contact.marked",
        "contact.marked",
    ]
    assert browser.get(f"{base}/timeline", kind="nonsense").status_code == 422
