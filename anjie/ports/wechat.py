"""WeChat as our mini-program needs it: who taps, his number, a message he subscribed to, a code to scan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from anjie.ports.failures import NotConfigured
from anjie.ports.slots import Slot
from anjie.ports.sms import Accepted


@dataclass(frozen=True)
class WechatUser:
    """Somebody of WeChat, as he is known to our mini-program; ``unionid`` to all our applications."""

    openid: str
    unionid: str = ""


@dataclass(frozen=True)
class Subscription:
    """One subscription message: the vendor's template, its fields in order, the page a tap opens."""

    reference: str
    openid: str
    vendor_template: str
    fields: tuple[tuple[str, str], ...]
    page: str = ""


class WechatPort(Protocol):
    """Speaks to WeChat; raises Later, Never or Unsure."""

    live: bool
    about: str

    def user_behind(self, code: str) -> WechatUser:
        """Who got this ``wx.login`` code; a code serves once."""
        ...

    def phone_number(self, code: str, openid: str) -> str:
        """The number behind a ``getPhoneNumber`` code, which must be this user's."""
        ...

    def send(self, message: Subscription) -> Accepted:
        """Send a subscription message; Never ``43101`` when he has none left."""
        ...

    def scan_picture(self, scene: str, page: str) -> bytes | None:
        """The picture of a mini-program code for this scene; nothing where none can be had."""
        ...


class RecordingWechat:
    """No mini-program is configured: nobody can be recognised, messages are only recorded."""

    live = False
    about = "未配置微信小程序，仅记录，未发送"
    KEPT = 200

    def __init__(self) -> None:
        self.sent: list[Subscription] = []

    def user_behind(self, code: str) -> WechatUser:
        """Nobody can be recognised."""
        raise NotConfigured()

    def phone_number(self, code: str, openid: str) -> str:
        """No number can be had."""
        raise NotConfigured()

    def send(self, message: Subscription) -> Accepted:
        """Take note of it."""
        self.sent = [*self.sent[-self.KEPT + 1 :], message]
        return Accepted("", recorded=True)

    def scan_picture(self, scene: str, page: str) -> bytes | None:
        """None: the page shows a plain QR instead."""
        return None


wechat: Slot[WechatPort] = Slot("wechat", "微信小程序", RecordingWechat())
