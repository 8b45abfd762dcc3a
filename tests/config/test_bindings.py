from __future__ import annotations

import pytest

from anjie.adapters.aliyun_sms.sending import AliyunSms
from anjie.adapters.tencent_meeting.meeting import TencentMeeting
from anjie.adapters.tencent_sms.sending import TencentSms
from anjie.adapters.wechat.speaking import Wechat
from config import bindings

FITTING = {
    "tencent_sms": TencentSms,
    "aliyun_sms": AliyunSms,
    "wechat": Wechat,
    "tencent_meeting": TencentMeeting,
}
PORT_OF = {"tencent_sms": "sms", "aliyun_sms": "sms", "wechat": "wechat", "tencent_meeting": "meeting"}
VALUE = {"base_url": "http://127.0.0.1:9", "push_aes_key": "a" * 43}


@pytest.fixture(autouse=True)
def nothing_given(monkeypatch: pytest.MonkeyPatch) -> None:
    for vendor in FITTING:
        for name in bindings.NEEDED[vendor] + bindings.OPTIONAL[vendor]:
            monkeypatch.delenv(f"ANJIE_{vendor}_{name}".upper(), raising=False)


@pytest.mark.parametrize("vendor", FITTING)
def test_a_vendor_with_everything_that_can_be_configured_is_bound(
    vendor: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in bindings.NEEDED[vendor] + bindings.OPTIONAL[vendor]:
        monkeypatch.setenv(f"ANJIE_{vendor}_{name}".upper(), VALUE.get(name, "given"))
    assert isinstance(bindings.PORTS[PORT_OF[vendor]](), FITTING[vendor])


@pytest.mark.parametrize("vendor", FITTING)
def test_a_vendor_who_lacks_one_thing_is_not_bound_and_the_thing_is_named(
    vendor: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, *others = bindings.NEEDED[vendor]
    for name in others:
        monkeypatch.setenv(f"ANJIE_{vendor}_{name}".upper(), "given")
    assert bindings.PORTS[PORT_OF[vendor]]() is None
    assert bindings.missing(vendor) == [f"ANJIE_{vendor}_{first}".upper()]
