"""TC3-HMAC-SHA256, the signature of Tencent Cloud's API 3.0."""

from __future__ import annotations

import hashlib
import hmac
from datetime import UTC, datetime


def headers(
    secret_id: str, secret_key: str, service: str, host: str, content_type: str, body: bytes, timestamp: int
) -> dict[str, str]:
    """The headers that sign this body at this instant (seconds); the day in it is UTC's."""
    day = datetime.fromtimestamp(timestamp, UTC).strftime("%Y-%m-%d")
    canonical = (
        f"POST\n/\n\ncontent-type:{content_type}\nhost:{host}\n\ncontent-type;host\n"
        f"{hashlib.sha256(body).hexdigest()}"
    )
    scope = f"{day}/{service}/tc3_request"
    hashed = hashlib.sha256(canonical.encode()).hexdigest()
    text = f"TC3-HMAC-SHA256\n{timestamp}\n{scope}\n{hashed}"
    key = f"TC3{secret_key}".encode()
    for part in (day, service, "tc3_request"):
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    signature = hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
    return {
        "Authorization": f"TC3-HMAC-SHA256 Credential={secret_id}/{scope}, SignedHeaders=content-type;host, "
        f"Signature={signature}",
        "Content-Type": content_type,
        "Host": host,
        "X-TC-Timestamp": str(timestamp),
    }
