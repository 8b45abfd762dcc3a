"""Which vendor meets which need here: by environment (ANJIE_WECHAT_APP_ID …) or ``vendors`` in secrets.json.

A vendor without all that he needs is not bound, and the port records instead. Nothing is kept in the database.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Any

from config import home

Given = dict[str, str]
NEEDED: dict[str, tuple[str, ...]] = {
    "tencent_sms": ("secret_id", "secret_key", "app_id", "sign_name"),
    "aliyun_sms": ("key_id", "key_secret", "sign_name"),
    "wechat": ("app_id", "secret"),
    "tencent_meeting": ("app_id", "secret_id", "secret_key", "user_id"),
    "robot_gateway": ("base_url", "secret"),
}
OPTIONAL: dict[str, tuple[str, ...]] = {
    "tencent_sms": ("region", "base_url", "code_template", "push_key"),
    "aliyun_sms": ("base_url", "code_template", "push_key"),
    "wechat": ("state", "base_url", "push_token", "push_aes_key"),
    "tencent_meeting": ("sdk_id", "base_url", "push_token", "push_aes_key"),
    "robot_gateway": ("push_secret",),
}
"""``push_…`` verifies what the vendor sends us; ``base_url`` points a test at a simulator."""


def given(vendor: str) -> Given:
    """What is configured of a vendor; the environment comes before the file."""
    held: Mapping[str, str] = home.secrets().vendors.get(vendor, {})
    found = {}
    for name in NEEDED[vendor] + OPTIONAL[vendor]:
        value = os.environ.get(f"ANJIE_{vendor}_{name}".upper(), "") or str(held.get(name, ""))
        if value.strip():
            found[name] = value.strip()
    return found


def missing(vendor: str) -> list[str]:
    """What a vendor still lacks, as the names of its environment variables."""
    held = given(vendor)
    return [f"ANJIE_{vendor}_{name}".upper() for name in NEEDED[vendor] if name not in held]


def push_key(vendor: str, name: str) -> str:
    """What verifies a push of the vendor; empty refuses every push."""
    return given(vendor).get(name, "")


def _sms() -> Any:
    # Imported where they are used: a process that sends nothing need not load an HTTP client.
    if not missing("tencent_sms"):
        from anjie.adapters.tencent_sms.sending import TencentSms

        return TencentSms(**_sending("tencent_sms"))
    if not missing("aliyun_sms"):
        from anjie.adapters.aliyun_sms.sending import AliyunSms

        return AliyunSms(**_sending("aliyun_sms"))
    return None


def _sending(vendor: str) -> dict[str, Any]:
    held = _without_push(vendor)
    templates = {"access.code": held.pop("code_template", "")}
    return held | {"templates": templates}


def _wechat() -> Any:
    if missing("wechat"):
        return None
    from anjie.adapters.wechat.speaking import Wechat

    return Wechat(**_without_push("wechat"))


def _meeting() -> Any:
    if missing("tencent_meeting"):
        return None
    from anjie.adapters.tencent_meeting.meeting import TencentMeeting

    return TencentMeeting(**_without_push("tencent_meeting"))


def _robot() -> Any:
    if missing("robot_gateway"):
        return None
    from anjie.adapters.robot_gateway.calling import RobotGateway

    return RobotGateway(**_without_push("robot_gateway"))


def _without_push(vendor: str) -> Given:
    return {name: value for name, value in given(vendor).items() if not name.startswith("push_")}


PORTS: dict[str, Callable[[], Any]] = {
    "sms": _sms, "wechat": _wechat, "meeting": _meeting, "robot": _robot,
}  # fmt: skip
