"""ACS3-HMAC-SHA256, the signature of Aliyun's RPC API."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote


def percent(text: str) -> str:
    """RFC 3986: a blank is %20, ``*`` is %2A, ``~`` stays."""
    return quote(text, safe="-_.~")


def query_of(params: Mapping[str, str]) -> str:
    """The parameters sorted by name and escaped."""
    return "&".join(f"{percent(name)}={percent(params[name])}" for name in sorted(params))


def canonical_v3(method: str, query: str, headers: Mapping[str, str], body_hash: str) -> tuple[str, str]:
    """The canonical request over these headers, and their names joined."""
    names = sorted(headers)
    lines = "".join(f"{name}:{headers[name].strip()}\n" for name in names)
    joined = ";".join(names)
    return f"{method}\n/\n{query}\n{lines}\n{joined}\n{body_hash}", joined


@dataclass(frozen=True)
class Call:
    """One call of an RPC API: where, which action of which version, with what, and when and as which it is signed."""

    host: str
    action: str
    version: str
    query: str
    date: str
    nonce: str
    body: bytes = b""


def headers_v3(key_id: str, secret: str, call: Call) -> dict[str, str]:
    """The headers that sign the query and body of this call."""
    body_hash = hashlib.sha256(call.body).hexdigest()
    signed = {
        "host": call.host,
        "x-acs-action": call.action,
        "x-acs-content-sha256": body_hash,
        "x-acs-date": call.date,
        "x-acs-signature-nonce": call.nonce,
        "x-acs-version": call.version,
    }
    canonical, names = canonical_v3("POST", call.query, signed, body_hash)
    text = f"ACS3-HMAC-SHA256\n{hashlib.sha256(canonical.encode()).hexdigest()}"
    signature = hmac.new(secret.encode(), text.encode(), hashlib.sha256).hexdigest()
    credential = f"Credential={key_id},SignedHeaders={names},Signature={signature}"
    return {**signed, "Authorization": f"ACS3-HMAC-SHA256 {credential}"}
