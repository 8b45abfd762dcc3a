"""The adapters as they are, against what the vendors document: signatures, answers, faults, lost answers."""

from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest

from anjie.adapters.aliyun_sms.sending import AliyunSms
from anjie.adapters.aliyun_sms.sending import reports as aliyun_reports
from anjie.adapters.aliyun_sms.signing import Call, canonical_v3, headers_v3
from anjie.adapters.tencent_meeting import signing as meeting_signing
from anjie.adapters.tencent_meeting.meeting import TencentMeeting
from anjie.adapters.tencent_meeting.meeting import event_of as meeting_event
from anjie.adapters.tencent_sms.sending import TencentSms
from anjie.adapters.tencent_sms.sending import reports as tencent_reports
from anjie.adapters.tencent_sms.signing import headers as tc3
from anjie.adapters.wechat import pushing
from anjie.adapters.wechat.speaking import Wechat
from anjie.foundation import clock
from anjie.ports.failures import Later, Never, Unsure
from anjie.ports.meeting import FakeMeeting, Meeting, MeetingPort
from anjie.ports.sms import Report, Sms, SmsPort
from anjie.ports.wechat import Subscription
from tests.contract.simulators.vendors import KEYS, Vendors, running
from tests.vendors import FakeSms

AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"
MESSAGE = Sms("anjie-7", "19900000001", "mediation.sent_back", (("case", "M-1"),), "1234")


@pytest.fixture
def vendors() -> Iterator[Vendors]:
    with running() as held:
        yield held


def tencent(vendors: Vendors) -> SmsPort:
    return TencentSms(**KEYS["tencent_sms"], templates={"access.code": "9"}, base_url=vendors.base_url)


def aliyun(vendors: Vendors) -> SmsPort:
    return AliyunSms(**KEYS["aliyun_sms"], templates={"access.code": "SMS_9"}, base_url=vendors.base_url)


def wechat(vendors: Vendors) -> Wechat:
    return Wechat(**KEYS["wechat"], base_url=vendors.base_url)


def meetings(vendors: Vendors) -> MeetingPort:
    return TencentMeeting(**KEYS["tencent_meeting"], base_url=vendors.base_url)


GET_SIGNED = "ZDA2Y2JlM2NkZmY0YjI2OTAyMjk2ZGZkNDRmZGRhNzBjN2I3ZTc2MzZhZTFmYTcxYjAwY2E0ZjMwMjdlNjAyMw=="
POSTED = (
    '{"userid":"u1","instanceid":1,"subject":"t","type":0,"start_time":"1700003600","end_time":"1700007200"}'
)
POST_SIGNED = "NzBiNDU2ZjVhZjkyOTk4Y2M2NjVlMjdkY2VmNTFiMWY2Mjg4ZWYzZGRkYjBmZWYzNGZmODNhYTFiMjdmZTJjOA=="
EITHER = pytest.mark.parametrize("sms", [tencent, aliyun])


# -- the published and recomputed signatures --


def test_tencent_cloud_signs_as_it_publishes() -> None:
    body = b'{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}'
    signed = tc3(
        "AKIDz8krbsJ5yKBZQpn74WFkmLPx3*******", "Gu5t9xGARNpq86cd98joQYCN3*******", "cvm",
        "cvm.tencentcloudapi.com", "application/json; charset=utf-8", body, 1551113065,
    )  # fmt: skip
    assert (
        hashlib.sha256(body).hexdigest() == "35e9c5b0e3ae67532d3c9f17ead6c90222632e5b1ff7f6e89887f1398934f064"
    )
    assert signed["Authorization"].endswith(
        "Signature=2230eefd229f582d8b1b891af7107b91597240707d778ab3738f756258d7652c"
    )


def test_aliyun_signs_as_it_publishes() -> None:
    query = "ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd&RegionId=cn-shanghai"
    call = Call(
        "ecs.cn-shanghai.aliyuncs.com", "RunInstances", "2014-05-26", query,
        "2023-10-26T10:22:32Z", "3156853299f313e23d1673dc12e1703d",
    )  # fmt: skip
    signed = headers_v3("ak", "YourAccessKeySecret", call)
    named = {k: v for k, v in signed.items() if k != "Authorization"}
    canonical, _ = canonical_v3("POST", query, named, hashlib.sha256(b"").hexdigest())
    assert hashlib.sha256(canonical.encode()).hexdigest() == (
        "7ea06492da5221eba5297e897ce16e55f964061054b7695beedaac1145b1e259"
    )
    assert signed["Authorization"].endswith(
        "Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0"
    )


@pytest.mark.parametrize(
    ("method", "uri", "body", "signed"),
    [
        ("GET", "/v1/meetings/123?userid=u1&instanceid=1", "", GET_SIGNED),
        ("POST", "/v1/meetings", POSTED, POST_SIGNED),
    ],
)  # fmt: skip
def test_tencent_meeting_signs_the_hex_text(method: str, uri: str, body: str, signed: str) -> None:
    made = meeting_signing.request_signature("testkey", "testsecret", method, uri, body, 123456, 1700000000)
    assert made == signed


def test_wechat_pushes_are_signed_and_opened() -> None:
    assert (
        pushing.signature("AAAAA", "1714036504", "1514711492") == "f464b24fc39322e44b38aa78f5edd27bd1441696"
    )
    message = b'{"Event":"subscribe_msg_sent_event"}'
    sealed = pushing.sealed(message, AES_KEY, "wx0000000000000000", b"0123456789abcdef")
    assert sealed == (
        "Q3stYC6hdFzMh9T8HCvyDALYsFeuqyF8ed8sGVuRvAAR6GPQ0It+3dCuKMnX5t8qZBTc7KQCsmrbaPgTFLSQs0jsEcYnQWJl81Wxn9Qqn"
        "eft9ofT2/fqJSd26efOU4jZ"
    )
    assert (
        pushing.signature("AAAAA", "1714036504", "1514711492", sealed)
        == "2a748a416fbc169ba39004d8124ccab29f9560d2"
    )
    assert pushing.opened(sealed, AES_KEY, "wx0000000000000000") == message
    with pytest.raises(pushing.NotGenuine):
        pushing.opened(sealed, AES_KEY, "wx1111111111111111")
    for wrong in (sealed[:-4], "AAAA", "not base64!", struct.pack(">I", 5).hex()):
        with pytest.raises(pushing.NotGenuine):
            pushing.opened(wrong, AES_KEY, "wx0000000000000000")


def test_tencent_meetings_pushes_are_signed_and_opened() -> None:
    plain = '{"event":"meeting.started"}'
    assert meeting_signing.sealed(plain, AES_KEY) == "e3rc/bZXIO/hFRmixpASDUpVRrsju2YHpv9SjUAwyW8="
    data = meeting_signing.sealed(plain, "")
    headers = {
        "timestamp": "1700000000", "nonce": "123456", "signature": "0755aaf71ca682e91c40986202bc9357b5e7941b",
    }  # fmt: skip
    assert meeting_signing.opened(data, headers, token="A" * 25, aes_key="") == plain
    secure = headers | {"signature": "728aecf725e395b960b80c7b653acfbe14bfc572"}
    assert (
        meeting_signing.opened(
            meeting_signing.sealed(plain, AES_KEY), secure, token="A" * 25, aes_key=AES_KEY
        )
        == plain
    )
    for token, given in (("B" * 25, headers), ("", headers), ("A" * 25, headers | {"nonce": "1"})):
        with pytest.raises(meeting_signing.NotGenuine):
            meeting_signing.opened(data, given, token=token, aes_key="")


# -- short messages --


@EITHER
def test_a_message_is_sent_with_our_reference(vendors: Vendors, sms: Callable[[Vendors], SmsPort]) -> None:
    accepted = sms(vendors).send(MESSAGE)
    sent = (vendors.tencent_sms or vendors.aliyun_sms)[0]
    assert accepted.vendor_reference in ("2640:1", "biz^1")
    assert "anjie-7" in (sent.get("SessionContext"), sent.get("OutId"))


@EITHER
@pytest.mark.parametrize(
    ("fault", "kind"), [("busy", Later), ("down", Later), ("late", Unsure), ("lost", Unsure)]
)
def test_each_fault_is_told_apart(
    vendors: Vendors, sms: Callable[[Vendors], SmsPort], fault: str, kind: type[Exception]
) -> None:
    vendors.faults.append(fault)
    with pytest.raises(kind):
        sms(vendors).send(MESSAGE)
    assert len(vendors.tencent_sms + vendors.aliyun_sms) == (1 if fault == "lost" else 0)


@EITHER
def test_what_was_lost_is_found_and_what_never_came_is_not(
    vendors: Vendors, sms: Callable[[Vendors], SmsPort]
) -> None:
    port, since = sms(vendors), clock.now()
    assert port.look_up(MESSAGE, since) is None
    vendors.faults.append("lost")
    with pytest.raises(Unsure):
        port.send(MESSAGE)
    found = port.look_up(MESSAGE, since)
    assert found is not None and found.state == "delivered"


@pytest.mark.parametrize(
    ("sms", "code", "kind"),
    [
        (tencent, "InvalidParameterValue.IncorrectPhoneNumber", Never),
        (tencent, "LimitExceeded.PhoneNumberOneHourLimit", Later),
        (aliyun, "isv.MOBILE_NUMBER_ILLEGAL", Never),
        (aliyun, "isv.DAY_LIMIT_CONTROL", Later),
    ],
)
def test_a_vendors_code_says_later_or_never(
    vendors: Vendors, sms: Callable[[Vendors], SmsPort], code: str, kind: type[Exception]
) -> None:
    vendors.refusal = code
    with pytest.raises(kind) as refused:
        sms(vendors).send(MESSAGE)
    assert refused.value.code == code  # type: ignore[attr-defined]


def test_a_wrong_key_is_never(vendors: Vendors) -> None:
    wrong = TencentSms(**(KEYS["tencent_sms"] | {"secret_key": "x"}), templates={}, base_url=vendors.base_url)
    with pytest.raises(Never, match="AuthFailure"):
        wrong.send(MESSAGE)


def test_nobody_there_is_later() -> None:
    with running() as held:
        gone = held.base_url
    with pytest.raises(Later):
        TencentSms(**KEYS["tencent_sms"], templates={}, base_url=gone).send(MESSAGE)


def test_reports_are_translated_and_numbers_left_behind() -> None:
    assert tencent_reports(
        [
            {"mobile": "19900000001", "report_status": "SUCCESS", "errmsg": "DELIVRD", "sid": "2640:1"},
            {"x": 1},
            3,
        ]
    ) == [Report("2640:1", "delivered", "DELIVRD")]
    assert aliyun_reports(
        [
            {
                "phone_number": "19900000001",
                "success": False,
                "err_code": "MK:0001",
                "biz_id": "biz^1",
                "out_id": "anjie-7",
            }
        ]
    ) == [Report("biz^1", "failed", "MK:0001", "anjie-7")]
    assert tencent_reports({"no": "list"}) == aliyun_reports("text") == []


def test_the_fake_keeps_the_same_promises() -> None:
    fake = FakeSms()
    assert fake.look_up(MESSAGE, clock.now()) is None
    assert fake.send(MESSAGE).vendor_reference
    assert fake.look_up(MESSAGE, clock.now()) is not None


# -- WeChat --


def test_a_login_code_tells_who_once(vendors: Vendors) -> None:
    port = wechat(vendors)
    assert port.user_behind("demo-wu-1").openid == "o-wu"
    with pytest.raises(Never, match="40163"):
        port.user_behind("demo-wu-1")
    with pytest.raises(Never, match="40029"):
        port.user_behind("nonsense")


def test_one_token_serves_many_calls_and_is_renewed_when_wechat_forgot_it(vendors: Vendors) -> None:
    port = wechat(vendors)
    assert port.phone_number("phone-19900000001", "o-wu") == "19900000001"
    assert port.phone_number("phone-19900000002", "o-wu") == "19900000002"
    assert vendors.tokens == 1
    vendors.faults.append("expired")
    assert port.phone_number("phone-19900000003", "o-wu") == "19900000003"
    assert vendors.tokens == 2
    vendors.faults.extend(["token", "token"])
    with pytest.raises(Later):
        port.phone_number("phone-19900000004", "o-wu")


def test_a_token_ends_by_the_clock(vendors: Vendors) -> None:
    port = wechat(vendors)
    port.phone_number("phone-19900000001", "o-wu")
    with clock.stopped(clock.now() + timedelta(hours=2)):
        port.phone_number("phone-19900000002", "o-wu")
    assert vendors.tokens == 2


def test_a_subscription_message_goes_once_per_consent(vendors: Vendors) -> None:
    message = Subscription("anjie-1", "o-wu", "tmpl", (("thing1", "M-1"),), "pages/case/index?id=1")
    assert wechat(vendors).send(message).vendor_reference == "1001"
    assert vendors.subscribed[0]["data"] == {"thing1": {"value": "M-1"}}
    assert (vendors.subscribed[0]["miniprogram_state"], vendors.subscribed[0]["lang"]) == ("formal", "zh_CN")
    vendors.credits["o-wu"] = 0
    with pytest.raises(Never, match="43101"):
        wechat(vendors).send(message)
    vendors.credits.clear()
    vendors.faults.append("lost")
    with pytest.raises(Unsure):
        wechat(vendors).send(message)


def test_a_code_to_scan_is_a_picture(vendors: Vendors) -> None:
    assert (
        wechat(vendors).scan_picture("k" * 22, "pages/scan/index") == b"\xff\xd8\xff-a-code-of-" + b"k" * 22
    )


def push(event: dict[str, Any]) -> tuple[bytes, dict[str, str]]:
    sealed = pushing.sealed(json.dumps(event).encode(), AES_KEY, "wx0", b"0123456789abcdef")
    signed = pushing.signature("AAAAA", "1", "2", sealed)
    return json.dumps({"Encrypt": sealed}).encode(), {"timestamp": "1", "nonce": "2", "msg_signature": signed}


def test_wechats_events_are_translated() -> None:
    row = {"TemplateId": "tmpl", "MsgID": "1001", "ErrorCode": "0", "ErrorStatus": "success"}
    body, query = push({"FromUserName": "o-wu", "Event": "subscribe_msg_sent_event", "List": row})
    keys = {"token": "AAAAA", "aes_key": AES_KEY, "app_id": "wx0"}
    facts = {
        "openid": "o-wu",
        "template": "tmpl",
        "message_id": "1001",
        "delivered": True,
        "reason": "success",
    }
    assert pushing.event_of(body, query, **keys) == [("wechat.sent", "sent:1001", facts)]
    for wrong in (query | {"msg_signature": "0" * 40}, query | {"timestamp": "9"}, {}):
        with pytest.raises(pushing.NotGenuine):
            pushing.event_of(body, wrong, **keys)
    with pytest.raises(pushing.NotGenuine):
        pushing.event_of(body, query, token="", aes_key=AES_KEY, app_id="wx0")


# -- online sessions --


def room() -> Meeting:
    at = clock.now() + timedelta(days=1)
    return Meeting("med-12-1", "调解：" + "很长的题目" * 60, at, at + timedelta(hours=1))


def test_a_room_is_made_found_and_called_off_twice(vendors: Vendors) -> None:
    port, meeting = meetings(vendors), room()
    assert port.find(meeting) is None
    made = port.create(meeting)
    assert (made.meeting_no, made.join_url) == ("000000001", f"{vendors.base_url}/dm/000000001")
    assert len(vendors.meetings[made.meeting_id]["subject"].encode()) <= 512
    assert port.find(meeting) == made
    port.cancel(made.meeting_id, "改期")
    port.cancel(made.meeting_id, "改期")
    with pytest.raises(Never, match="9003"):
        port.cancel("nobody", "改期")


def test_a_room_whose_answer_was_lost_is_found_not_made_twice(vendors: Vendors) -> None:
    vendors.faults.append("lost")
    port, meeting = meetings(vendors), room()
    with pytest.raises(Unsure):
        port.create(meeting)
    found = port.find(meeting)
    assert found is not None and found.meeting_no == "000000001"
    vendors.faults.append("busy")
    with pytest.raises(Later):
        port.create(meeting)


def test_only_recordings_that_are_ready_have_links(vendors: Vendors) -> None:
    since = clock.now() - timedelta(days=1)
    found = meetings(vendors).recordings("id1", since, clock.now())
    assert [one.recording_id for one in found] == ["f-r1"]
    assert found[0].download_url.startswith(vendors.base_url)


def test_the_fake_room_keeps_the_same_promises() -> None:
    fake, meeting = FakeMeeting(), room()
    assert fake.find(meeting) is None
    assert fake.create(meeting) == fake.create(meeting) == fake.find(meeting)


def test_a_recording_event_is_translated() -> None:
    event = {
        "event": "recording.completed", "trace_id": "t-1",
        "payload": [{"operate_time": 1, "meeting_info": {"meeting_id": "id1", "meeting_code": "000000001"},
                     "recording_files": [{"record_file_id": "f-r1"}]}],
    }  # fmt: skip
    data = meeting_signing.sealed(json.dumps(event), AES_KEY)
    headers = {
        "timestamp": "1", "nonce": "2", "signature": meeting_signing.push_signature("T" * 25, "1", "2", data),
    }  # fmt: skip
    facts = {"meeting_id": "id1", "meeting_no": "000000001", "recording_ids": ["f-r1"]}
    body = json.dumps({"data": data}).encode()
    found = meeting_event(body, headers, token="T" * 25, aes_key=AES_KEY)
    assert found == [("meeting.recording_ready", "recording.completed:t-1", facts)]
    with pytest.raises(meeting_signing.NotGenuine):
        meeting_event(body.replace(b"data", b"date"), headers, token="T" * 25, aes_key=AES_KEY)
