"""Tencent Meeting's signatures: of our requests, and of what it sends us."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
from typing import Any

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes


class NotGenuine(Exception):
    """The signature or the cipher does not fit: it is not from Tencent Meeting for us."""


def request_signature(key_id: str, secret: str, method: str, uri: str, body: str, nonce: int, at: int) -> str:
    """Base64 of the hex text, not of the digest."""
    named = f"X-TC-Key={key_id}&X-TC-Nonce={nonce}&X-TC-Timestamp={at}"
    text = f"{method}\n{named}\n{uri}\n{body}"
    signed = hmac.new(secret.encode(), text.encode(), hashlib.sha256).hexdigest()
    return base64.b64encode(signed.encode()).decode()


def push_signature(token: str, timestamp: str, nonce: str, data: str) -> str:
    """Hex SHA-1 of the sorted parts."""
    return hashlib.sha1("".join(sorted((token, timestamp, nonce, data))).encode()).hexdigest()


def opened(data: str, headers: dict[str, str], *, token: str, aes_key: str) -> str:
    """The text a genuine push or address check carries."""
    wanted = push_signature(token, headers.get("timestamp", ""), headers.get("nonce", ""), data)
    if not token or not hmac.compare_digest(wanted.encode(), headers.get("signature", "").encode()):
        raise NotGenuine("signature")
    try:
        raw = base64.b64decode(data, validate=True)
        if aes_key:
            key = base64.b64decode(f"{aes_key}=")
            cipher = Cipher(algorithms.AES(key), modes.CBC(key[:16])).decryptor()
            raw = cipher.update(raw) + cipher.finalize()
            raw = raw[: -raw[-1]] if 1 <= raw[-1] <= 16 else raw
        return raw.decode()
    except (binascii.Error, ValueError, IndexError) as error:
        raise NotGenuine("cipher") from error


def sealed(text: str, aes_key: str) -> str:
    """A text as Tencent Meeting sends it; used by the simulator."""
    raw = text.encode()
    if aes_key:
        key = base64.b64decode(f"{aes_key}=")
        padding = 16 - len(raw) % 16
        cipher = Cipher(algorithms.AES(key), modes.CBC(key[:16])).encryptor()
        raw = cipher.update(raw + bytes([padding]) * padding) + cipher.finalize()
    return base64.b64encode(raw).decode()


def first_object(text: str) -> dict[str, Any]:
    """The first JSON object of a text; a tail behind it is ignored."""
    try:
        found, _ = json.JSONDecoder().raw_decode(text.lstrip())
    except ValueError as error:
        raise NotGenuine("body") from error
    if not isinstance(found, dict):
        raise NotGenuine("body")
    return found
