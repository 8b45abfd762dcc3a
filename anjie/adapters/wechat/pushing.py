"""What WeChat pushes to us: the check of our address, and events, plain or in secure mode."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import struct
from typing import Any

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

BLOCK = 32


class NotGenuine(Exception):
    """The signature, the cipher or the application does not fit: it is not from WeChat for us."""


def signature(*parts: str) -> str:
    """Hex SHA-1 of the sorted parts."""
    return hashlib.sha1("".join(sorted(parts)).encode()).hexdigest()


def check(given: str, *parts: str) -> None:
    """Raise NotGenuine unless ``given`` signs the parts."""
    if not hmac.compare_digest(given.encode(), signature(*parts).encode()):
        raise NotGenuine("signature")


def opened(encrypted: str, aes_key: str, app_id: str) -> bytes:
    """The message in secure mode."""
    try:
        key = base64.b64decode(f"{aes_key}=")
        cipher = Cipher(algorithms.AES(key), modes.CBC(key[:16])).decryptor()
        plain = cipher.update(base64.b64decode(encrypted, validate=True)) + cipher.finalize()
        padding = plain[-1]
        if not 1 <= padding <= BLOCK:
            raise NotGenuine("padding")
        plain = plain[:-padding]
        (length,) = struct.unpack(">I", plain[16:20])
        message, tail = plain[20 : 20 + length], plain[20 + length :]
    except (binascii.Error, ValueError, IndexError, struct.error) as error:
        raise NotGenuine("cipher") from error
    if tail.decode("utf-8", "replace") != app_id:
        raise NotGenuine("app")
    return message


def sealed(message: bytes, aes_key: str, app_id: str, random: bytes) -> str:
    """A message as WeChat encrypts it; used by the simulator."""
    key = base64.b64decode(f"{aes_key}=")
    plain = random + struct.pack(">I", len(message)) + message + app_id.encode()
    padding = BLOCK - len(plain) % BLOCK
    cipher = Cipher(algorithms.AES(key), modes.CBC(key[:16])).encryptor()
    return base64.b64encode(cipher.update(plain + bytes([padding]) * padding) + cipher.finalize()).decode()


def event_of(
    body: bytes, query: dict[str, str], *, token: str, aes_key: str, app_id: str
) -> list[tuple[str, str, dict[str, Any]]]:
    """The events in a genuine push: our name of each, its reference, its facts; others give none."""
    if not token:
        raise NotGenuine("token")
    try:
        told = json.loads(body)
        if aes_key:
            encrypted = str(told["Encrypt"])
            check(
                query.get("msg_signature", ""), token, query.get("timestamp", ""), query.get("nonce", ""), encrypted
            )  # fmt: skip
            told = json.loads(opened(encrypted, aes_key, app_id))
        else:
            check(query.get("signature", ""), token, query.get("timestamp", ""), query.get("nonce", ""))
    except (ValueError, KeyError, TypeError) as error:
        raise NotGenuine("body") from error
    return _events(told)


def _events(told: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    openid, at = str(told.get("FromUserName") or ""), str(told.get("CreateTime") or "")
    found = []
    for row in _rows(told.get("List")):
        template = str(row.get("TemplateId") or "")
        match told.get("Event"):
            case "subscribe_msg_sent_event":
                message_id = str(row.get("MsgID") or "")
                facts = {
                    "openid": openid,
                    "template": template,
                    "message_id": message_id,
                    "delivered": str(row.get("ErrorCode")) == "0",
                    "reason": str(row.get("ErrorStatus") or "")[:60],
                }
                found.append(("wechat.sent", f"sent:{message_id}", facts))
            case "subscribe_msg_change_event" if row.get("SubscribeStatusString") == "reject":
                facts = {"openid": openid, "template": template}
                found.append(("wechat.refused", f"change:{openid}:{template}:{at}", facts))
    return found


def _rows(listed: Any) -> list[dict[str, Any]]:
    if isinstance(listed, dict):
        listed = [listed]
    return [row for row in listed if isinstance(row, dict)] if isinstance(listed, list) else []
