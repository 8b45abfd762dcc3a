"""Notices leave the house once: by WeChat where wanted, else as a short message; late, lost and refused ones are told."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from anjie.access.actors import Actor
from anjie.access.mobiles import set_mobile
from anjie.access.models import Account, SmsCode, WechatBinding
from anjie.adapters.wechat import pushing
from anjie.foundation import clock
from anjie.foundation.refusals import Refusal
from anjie.ports.failures import Later, Never, Unsure
from anjie.ports.sms import RecordingSms, Report, Sms, sms
from anjie.ports.wechat import wechat
from anjie.services.callbacks import actions as callbacks
from anjie.services.callbacks.models import Callback
from anjie.services.notices import delivering, log
from anjie.services.notices.actions import tell
from anjie.services.notices.models import Delivery, Notice, TemplateIds, WechatCredit
from anjie.services.notices.queries import own_notices
from anjie.services.notices.templates import Template, declare, wechat_field
from tests.vendors import FakeSms, FakeWechat

SENT_BACK = Template(
    "test.sent_back", "退回补正", "申请被退回", "案件 {case_no} 被退回：{why}",
    wechat=(("thing1", "case_no"), ("thing2", "why")), page="pages/case/index?id={case_id}",
    sms="parties", sms_params=("case_no",),
)  # fmt: skip
HEARING = Template(
    "test.hearing", "调解通知", "调解已安排", "{at} 在 {room}", sms="parties", sms_params=("at", "room"), stale_after="at"
)  # fmt: skip
declare(SENT_BACK, HEARING)
DESK = Actor.job("test")
FACTS = {"case_no": "M-1", "why": "缺少借条"}


@pytest.fixture(autouse=True)
def vendor(db: None) -> Iterator[FakeSms]:
    TemplateIds.objects.bulk_create(
        TemplateIds(code=code, wechat_id=f"w-{code}", sms_id=f"s-{code}", changed_at=clock.now())
        for code in ("test.sent_back", "test.hearing")
    )
    with sms.held_by(FakeSms()) as port:
        yield port


def party(name: str = "吴晓", number: str = "19900000001") -> Account:
    account = Account.objects.create(kind="person", username=name, name=name)
    set_mobile(account, number)
    return account


def bound(account: Account, left: int = 1) -> Account:
    WechatBinding.objects.create(account=account, openid=f"o-{account.pk}", bound_at=clock.now())
    WechatCredit.objects.create(account=account, template="test.sent_back", left=left)
    return account


def state() -> tuple[str, str]:
    row = Delivery.objects.get()
    return row.channel, row.state


def test_a_party_is_told_in_the_product_and_by_short_message(vendor: FakeSms) -> None:
    account = party()
    assert tell(DESK, [account.pk], "test.sent_back", FACTS, key="m1", case_id=7) == 1
    mine = own_notices(Actor.party(account))
    assert (mine["count"], mine["rows"][0].text, mine["rows"][0].title) == (
        1,
        "案件 M-1 被退回：缺少借条",
        "申请被退回",
    )
    assert not vendor.sent
    assert delivering.deliver_due() == 1
    assert (vendor.sent[0].number, vendor.sent[0].params) == ("19900000001", (("case_no", "M-1"),))
    assert vendor.sent[0].vendor_template == "s-test.sent_back"
    assert state() == ("sms", "sent")


def test_nothing_is_told_or_sent_twice(vendor: FakeSms) -> None:
    account = party()
    tell(DESK, [account], "test.sent_back", FACTS, key="m1")
    assert tell(DESK, [account.pk], "test.sent_back", FACTS, key="m1") == 0
    delivering.deliver_due()
    assert delivering.deliver_due() == 0
    assert (Notice.objects.count(), len(vendor.sent)) == (1, 1)


def test_nobody_is_told_of_what_he_did_himself(vendor: FakeSms) -> None:
    account = party()
    assert tell(Actor.party(account), [account.pk], "test.sent_back", FACTS, key="m1") == 0


def test_wechat_goes_before_short_messages_once_per_consent(vendor: FakeSms) -> None:
    account = bound(party())
    with wechat.held_by(FakeWechat()) as port:
        for number in range(2):
            tell(DESK, [account.pk], "test.sent_back", FACTS, key=f"m{number}", case_id=7)
            delivering.deliver_due()
        assert (port.sent[0].page, port.sent[0].fields) == (
            "pages/case/index?id=7",
            (("thing1", "M-1"), ("thing2", "缺少借条")),
        )
    assert (len(port.sent), len(vendor.sent)) == (1, 1)


def test_a_short_message_does_not_wait_for_a_storm_by_wechat(vendor: FakeSms) -> None:
    order: list[str] = []
    with wechat.held_by(FakeWechat()) as port:
        for told, way in ((port, "wechat"), (vendor, "sms")):
            told.send = _noting(told.send, way, order)  # type: ignore[method-assign]
        storm = [bound(party(f"吴{number}", f"1990000010{number}")).pk for number in range(4)]
        tell(DESK, storm, "test.sent_back", FACTS, key="storm")
        tell(DESK, [party()], "test.sent_back", FACTS, key="one")
        assert delivering.deliver_due() == 5
    assert order == ["wechat", "sms", "wechat", "wechat", "wechat"]


def _noting(send: Callable[[Any], Any], way: str, order: list[str]) -> Callable[[Any], Any]:
    def noted(message: Any) -> Any:
        order.append(way)
        return send(message)

    return noted


def test_lost_answers_are_asked_after_for_a_share_of_the_job(
    vendor: FakeSms, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, at = [], [0.0]

    def slowly(message: Sms, since: datetime) -> Report:
        asked.append(message.reference)
        at[0] += 25.0
        return Report("", "sent")

    with clock.stopped("2026-09-01T10:00:00+08:00") as now:
        for number in range(5):
            tell(DESK, [party(f"吴{number}", f"1990000010{number}")], "test.sent_back", FACTS, key="m")
        Delivery.objects.update(state="unsure", claimed_at=now, due_at=now)
        vendor.look_up = slowly  # type: ignore[method-assign]
        monkeypatch.setattr(delivering.time, "monotonic", lambda: at[0])
        assert delivering.settle_unsure() == 3
        assert delivering.settle_unsure() == 2
    assert len(set(asked)) == 5


def test_who_wants_no_more_by_wechat_gets_a_short_message(vendor: FakeSms) -> None:
    account = bound(party(), left=3)
    with wechat.held_by(FakeWechat()) as port:
        port.failing = Never("43101")
        tell(DESK, [account.pk], "test.sent_back", FACTS, key="m1")
        delivering.deliver_due()
    assert WechatCredit.objects.get().left == 0
    assert {row.channel: row.state for row in Delivery.objects.all()} == {"wechat": "failed", "sms": "sent"}


def test_a_vendor_down_for_an_hour_loses_nothing_and_sends_once(vendor: FakeSms) -> None:
    with clock.stopped("2026-09-01T10:00:00+08:00") as now:
        soon, later = now + timedelta(minutes=30), now + timedelta(hours=5)
        tell(DESK, [party().pk], "test.sent_back", FACTS, key="m1")
        other = party("郑方", "19900000002").pk
        tell(DESK, [other], "test.hearing", {"at": soon, "room": "一号调解室"}, key="m2")
        tell(DESK, [other], "test.hearing", {"at": later, "room": "二号调解室"}, key="m3")
        vendor.failing = Later("unreachable")
        delivering.deliver_due()
    for minutes in range(1, 61, 3):
        with clock.stopped(now + timedelta(minutes=minutes)):
            delivering.deliver_due()
    assert not vendor.sent
    vendor.failing = None
    for minutes in (65, 125, 126):
        with clock.stopped(now + timedelta(minutes=minutes)):
            delivering.deliver_due()
    assert [one.params for one in vendor.sent] == [
        (("case_no", "M-1"),),
        (("at", "2026年9月1日 15:00"), ("room", "二号调解室")),
    ]
    past = Delivery.objects.get(state="failed")
    assert (past.facts["room"], past.reason) == ("一号调解室", "已过时限，未发送")


def test_a_day_without_success_is_given_up(vendor: FakeSms) -> None:
    vendor.failing = Later("unreachable")
    with clock.stopped("2026-09-01T10:00:00+08:00") as now:
        tell(DESK, [party().pk], "test.sent_back", FACTS, key="m1")
    for hour in range(0, 27, 2):
        with clock.stopped(now + timedelta(hours=hour)):
            delivering.deliver_due()
    row = Delivery.objects.get()
    assert (row.state, row.reason) == ("failed", "服务商一天内均未受理（unreachable）")


def test_a_lost_answer_is_looked_up_not_sent_again(vendor: FakeSms) -> None:
    vendor.losing = Unsure("no_answer")
    with clock.stopped("2026-09-01T10:00:00+08:00") as now:
        tell(DESK, [party().pk], "test.sent_back", FACTS, key="m1")
        delivering.deliver_due()
        delivering.deliver_due()
        assert state() == ("sms", "unsure")
        delivering.settle_unsure()
        assert state() == ("sms", "unsure")
    with clock.stopped(now + timedelta(minutes=11)):
        delivering.settle_unsure()
        delivering.deliver_due()
    assert (state(), len(vendor.sent)) == (("sms", "delivered"), 1)


def test_what_the_vendor_never_had_goes_out_again_once(
    vendor: FakeSms, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose(message: Sms) -> Any:
        raise Unsure("no_answer")

    with clock.stopped("2026-09-01T10:00:00+08:00") as now:
        tell(DESK, [party().pk], "test.sent_back", FACTS, key="m1")
        with monkeypatch.context() as patched:
            patched.setattr(vendor, "send", lose)
            delivering.deliver_due()
    with clock.stopped(now + timedelta(minutes=11)):
        delivering.settle_unsure()
        delivering.deliver_due()
    assert (state(), len(vendor.sent)) == (("sms", "sent"), 1)


def test_a_worker_that_died_while_sending_is_asked_after(vendor: FakeSms) -> None:
    with clock.stopped("2026-09-01T10:00:00+08:00") as now:
        tell(DESK, [party().pk], "test.sent_back", FACTS, key="m1")
        row = delivering._claim(Delivery.Channel.SMS)
        assert row is not None
        vendor.send(delivering.short_message(row))
    with clock.stopped(now + timedelta(minutes=6)):
        delivering.settle_unsure()
        assert state() == ("sms", "unsure")
    with clock.stopped(now + timedelta(minutes=17)):
        delivering.settle_unsure()
    assert (state(), len(vendor.sent)) == (("sms", "delivered"), 1)


def test_without_a_vendor_it_is_recorded_and_the_log_says_so() -> None:
    with sms.held_by(RecordingSms()):
        tell(DESK, [party().pk], "test.sent_back", FACTS, key="m1")
        delivering.deliver_due()
        told = log.deliveries(DESK)
        assert (told["rows"][0]["state_label"], told["live"]["sms"]) == ("仅记录，未发送", False)
        with pytest.raises(Refusal, match="尚未配置服务商"):
            log.resend(DESK, told["rows"][0]["id"])
    log.resend(DESK, told["rows"][0]["id"])
    delivering.deliver_due()
    assert state() == ("sms", "sent")
    with pytest.raises(Refusal, match="已提交"):
        log.resend(DESK, told["rows"][0]["id"])


def test_without_a_vendor_nobody_is_told_too_late() -> None:
    with sms.held_by(RecordingSms()):
        with clock.stopped("2026-09-01T10:00:00+08:00") as now:
            soon = now + timedelta(minutes=30)
            tell(DESK, [party().pk], "test.hearing", {"at": soon, "room": "一号调解室"}, key="m1")
        with clock.stopped(now + timedelta(hours=2)):
            delivering.deliver_due()
    assert state() == ("sms", "recorded")


def test_a_storm_of_ten_thousand_is_a_handful_of_statements(
    vendor: FakeSms, django_assert_max_num_queries: Any
) -> None:
    index = party("模", "19900000009")
    Account.objects.bulk_create(
        Account(
            kind="person", username=f"p{n}", name="众", mobile_index=index.mobile_index, mobile_sealed=b"x"
        )
        for n in range(10_000)
    )
    everybody = list(Account.objects.filter(name="众").values_list("pk", flat=True))
    with django_assert_max_num_queries(12):
        assert tell(DESK, everybody, "test.sent_back", FACTS, key="storm", case_id=7) == 10_000
    assert Delivery.objects.filter(state="queued").count() == 10_000


def run_callbacks() -> None:
    for row in Callback.objects.filter(done_at__isnull=True).order_by("id"):
        callbacks.handle(row.pk)


def reported(key: str, success: bool, reference: str, biz: str = "biz^1") -> Any:
    body = [
        {
            "phone_number": "19900000001",
            "success": success,
            "err_code": "X",
            "biz_id": biz,
            "out_id": reference,
        }
    ]
    return Client().post(f"/api/webhooks/aliyun-sms/{key}", json.dumps(body), content_type="application/json")


def test_reports_move_a_delivery_on_and_never_back(vendor: FakeSms, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANJIE_ALIYUN_SMS_PUSH_KEY", "right-key")
    tell(DESK, [party().pk], "test.sent_back", FACTS, key="m1")
    delivering.deliver_due()
    ours = Delivery.objects.get().reference
    forged = reported("wrong-key", True, ours)
    assert (forged.status_code, Callback.objects.count()) == (403, 0)
    good = reported("right-key", True, ours)
    assert (good.status_code, good.json()) == (200, {"code": 0, "msg": "接收成功"})
    reported("right-key", True, ours)
    assert Callback.objects.count() == 1
    run_callbacks()
    assert state() == ("sms", "delivered")
    reported("right-key", False, ours)
    run_callbacks()
    assert state() == ("sms", "delivered")
    assert "19900000001" not in json.dumps(list(Callback.objects.values_list("facts", flat=True)))


def test_a_report_of_a_code_reaches_the_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANJIE_ALIYUN_SMS_PUSH_KEY", "right-key")
    now = clock.now()
    SmsCode.objects.create(
        purpose="enter", mobile_index=b"i", mobile_mask="199****0001", code_hash=b"h", sent_at=now, expires_at=now,
        state="sent", vendor_reference="biz^9",
    )  # fmt: skip
    reported("right-key", True, "code-1", "biz^9")
    run_callbacks()
    assert SmsCode.objects.get().state == "delivered"


def test_a_forged_wechat_event_is_refused_and_a_genuine_one_settles(
    vendor: FakeSms, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("PUSH_TOKEN", "AAAAA"), ("APP_ID", "wx0")):
        monkeypatch.setenv(f"ANJIE_WECHAT_{name}", value)
    account = bound(party())
    with wechat.held_by(FakeWechat()) as port:
        port.failing = Unsure("no_answer")
        tell(DESK, [account.pk], "test.sent_back", FACTS, key="m1")
        delivering.deliver_due()
    assert state() == ("wechat", "unsure")
    row = {"TemplateId": "w-test.sent_back", "MsgID": "77", "ErrorCode": "0", "ErrorStatus": "success"}
    event = {"FromUserName": f"o-{account.pk}", "Event": "subscribe_msg_sent_event", "List": row}

    def push(signature: str) -> int:
        address = f"/api/webhooks/wechat?timestamp=1&nonce=2&signature={signature}"
        return Client().post(address, json.dumps(event), content_type="application/json").status_code

    assert push("0" * 40) == 403
    assert not Callback.objects.exists()
    genuine = pushing.signature("AAAAA", "1", "2")
    assert (push(genuine), push(genuine), Callback.objects.count()) == (200, 200, 1)
    run_callbacks()
    assert state() == ("wechat", "delivered")
    assert (
        Client().get(f"/api/webhooks/wechat?timestamp=1&nonce=2&signature={genuine}&echostr=hi").content
        == b"hi"
    )


def test_a_handler_that_fails_is_asked_again_and_acts_once(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[dict[str, Any]] = []

    def fails_first(actor: Actor, facts: dict[str, Any]) -> None:
        heard.append(facts)
        if len(heard) == 1:
            raise RuntimeError

    callbacks.on("test.event", fails_first)
    assert callbacks.take("test", "r-1", "test.event", {"n": 1})
    assert not callbacks.take("test", "r-1", "test.event", {"n": 2})
    row = Callback.objects.get()
    with pytest.raises(RuntimeError):
        callbacks.handle(row.pk)
    assert callbacks.handle(row.pk)
    assert not callbacks.handle(row.pk)
    assert heard == [{"n": 1}, {"n": 1}]


@pytest.mark.parametrize(
    ("key", "value", "sent"),
    [
        ("thing1", "（2026）沪0101民初1号之一二三四五六", "（2026）沪0101民初1号之一二三…"),
        ("thing2", "", "无"),
        ("character_string3", "案M-1号", "M-1"),
        ("amount4", "1,234.567", "1234.56元"),
        ("phrase5", "已经被退回了", "已经被退回"),
        ("name6", "欧阳测试测试测试测试", "欧阳测试测试测试测试"),
    ],
)
def test_a_field_is_cut_to_what_wechat_takes(key: str, value: str, sent: str) -> None:
    assert wechat_field(key, value) == sent
