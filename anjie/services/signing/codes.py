"""How a signer's mobile is proved: a code is sent to it, and what he types is judged."""

from __future__ import annotations

from typing import Protocol

from django.conf import settings

from anjie.access import codes
from anjie.foundation.refusals import Invalid, Refusal
from anjie.ports.sms import sms

PURPOSE = "sign"


class CodeService(Protocol):
    """Sends one-time codes and judges what comes back; limits of sending and trying are its own too."""

    def is_there(self) -> bool:
        """Whether a code can reach anybody."""
        ...

    def send(self, mobile: str, about: str, address: str) -> str | None:
        """Send a code for one thing; gives it back only in a demo without a vendor. A Refusal when it may not be sent."""
        ...

    def verify(self, mobile: str, about: str, code: str) -> bool:
        """Whether the code is the one that was sent for this thing; a good one is good once."""
        ...


class SmsCodes:
    """The codes of signing in, for another purpose."""

    def is_there(self) -> bool:
        """Whether short messages leave the house, or the demo shows them."""
        return sms().live or settings.DEMO

    def send(self, mobile: str, about: str, address: str) -> str | None:
        """By the house's own limits per number and address."""
        return codes.send(mobile, PURPOSE, address=address, about=about).code

    def verify(self, mobile: str, about: str, code: str) -> bool:
        """Counted there too, and used up when it is right."""
        try:
            codes.check(mobile, code, PURPOSE, about=about)
        except Invalid:
            return False
        return True


_in_use: CodeService = SmsCodes()


def install(service: CodeService) -> None:
    """Put another code service in its place; for tests."""
    global _in_use
    _in_use = service


def service() -> CodeService:
    """The code service; refused with what to do instead when no code can reach anybody."""
    if not _in_use.is_there():
        raise Refusal(
            "signing.no_codes", "本系统未开通短信验证码，不能在线签署。请改用纸质签署，或联系系统管理员。"
        )
    return _in_use


def is_there() -> bool:
    """Whether signers can be sent a code."""
    return _in_use.is_there()
