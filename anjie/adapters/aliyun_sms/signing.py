"""ACS3-HMAC-SHA256, the signature of Aliyun's RPC API."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
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


def headers_v3(
    key_id: str, secret: str, host: str, action: str, version: str, query: str, body: bytes, date: str, nonce: str
) -> dict[str, str]:  # fmt: skip
    """The headers that sign this query and body."""
    body_hash = hashlib.sha256(body).hexdigest()
    signed = {
        "host": host,
        "x-acs-action": action,
        "x-acs-content-sha256": body_hash,
        "x-acs-date": date,
        "x-acs-signature-nonce": nonce,
        "x-acs-version": version,
    }
    canonical, names = canonical_v3("POST", query, signed, body_hash)
    text = f"ACS3-HMAC-SHA256\n{hashlib.sha256(canonical.encode()).hexdigest()}"
    signature = hmac.new(secret.encode(), text.encode(), hashlib.sha256).hexdigest()
    credential = f"Credential={key_id},SignedHeaders={names},Signature={signature}"
    return {**signed, "Authorization": f"ACS3-HMAC-SHA256 {credential}"}
