"""The port through which a signer's mobile is proved: a code is sent, and what he types is judged."""

from __future__ import annotations

from typing import Protocol

from anjie.foundation.refusals import Refusal


class CodeService(Protocol):
    """Sends one-time codes by SMS and judges what comes back; limits of sending and trying are its own too."""

    def send(self, purpose: str, mobile: str, address: str) -> None:
        """Send a code; raises a Refusal when it may not be sent now."""
        ...

    def verify(self, purpose: str, mobile: str, code: str) -> bool:
        """Whether the code is the one that was sent for this purpose; a good one is good once."""
        ...


PURPOSE = "signing"
_in_use: CodeService | None = None


def install(service: CodeService | None) -> None:
    """Name the code service of this process; done once at start-up, and by tests."""
    global _in_use
    _in_use = service


def service() -> CodeService:
    """The code service; refused with what to do instead when there is none."""
    if _in_use is None:
        raise Refusal(
            "signing.no_codes", "本系统未开通短信验证码，不能在线签署。请改用纸质签署，或联系系统管理员。"
        )
    return _in_use


def is_there() -> bool:
    """Whether signers can be sent a code."""
    return _in_use is not None
