"""Short messages by template to a mobile number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from anjie.ports.slots import Slot


@dataclass(frozen=True)
class Sms:
    """One message; ``reference`` is ours and stays with it, ``params`` are named and in the template's order.

    ``template`` is our name of it; ``vendor_template`` is the vendor's where an administrator gave it.
    """

    reference: str
    number: str
    template: str
    params: tuple[tuple[str, str], ...] = ()
    vendor_template: str = ""


@dataclass(frozen=True)
class Accepted:
    """The vendor took it under his reference; ``recorded`` where there is no vendor."""

    vendor_reference: str
    recorded: bool = False


@dataclass(frozen=True)
class Report:
    """What became of a message; ``reference`` is ours where the vendor gives it back."""

    vendor_reference: str
    state: Literal["sent", "delivered", "failed"]
    reason: str = ""
    reference: str = ""


class SmsPort(Protocol):
    """Sends; raises Later, Never or Unsure."""

    live: bool
    about: str

    def send(self, message: Sms) -> Accepted:
        """Hand one message over."""
        ...

    def look_up(self, message: Sms, since: datetime) -> Report | None:
        """What became of a message whose answer was lost; nothing when the vendor never had it."""
        ...


class RecordingSms:
    """Keeps nothing and sends nothing: the caller's own row is the record. Tests read ``sent``."""

    live = False
    about = "未配置短信服务商，仅记录，未发送"
    KEPT = 200

    def __init__(self) -> None:
        self.sent: list[Sms] = []

    def send(self, message: Sms) -> Accepted:
        """Take note of it."""
        self.sent = [*self.sent[-self.KEPT + 1 :], message]
        return Accepted("", recorded=True)

    def look_up(self, message: Sms, since: datetime) -> Report | None:
        """Nothing was ever sent."""
        return None


sms: Slot[SmsPort] = Slot("sms", "短信", RecordingSms())
