"""How both sides of the gateway sign: HMAC-SHA256 over time and content, good for five minutes."""

from __future__ import annotations

import hashlib
import hmac

LIVES_SECONDS = 300
TIME, SIGN = "X-Anjie-Time", "X-Anjie-Sign"


class NotGenuine(Exception):
    """The signature does not fit, or is too old: it is not from the gateway for us."""


def signature(secret: str, at: int, *parts: bytes) -> str:
    """Hex HMAC-SHA256 of the time and the parts, joined by line feeds."""
    text = b"\n".join((str(at).encode(), *parts))
    return hmac.new(secret.encode(), text, hashlib.sha256).hexdigest()


def check(secret: str, now: int, given_at: str, given: str, *parts: bytes) -> None:
    """Raise :class:`NotGenuine` unless the signature is of these parts and of these minutes."""
    if not secret or not (given_at.isascii() and given_at.isdigit() and len(given_at) <= 12):
        raise NotGenuine("signature")
    if not hmac.compare_digest(signature(secret, int(given_at), *parts).encode(), given.encode()):
        raise NotGenuine("signature")
    if abs(now - int(given_at)) > LIVES_SECONDS:
        raise NotGenuine("too old")
