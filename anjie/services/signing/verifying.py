"""Whether a PDF was signed here and not changed since; needs the file and our roots only."""

from __future__ import annotations

from typing import Any

from anjie.foundation.refusals import Refusal
from anjie.services.signing import authority


def verify_file(name: str, content: bytes) -> dict[str, Any]:
    """``{"ok", "message", "signatures"}`` of a PDF, judged against every root of this installation."""
    from anjie.services.signing import pades

    try:
        found = pades.verify(content, authority.roots())
    except ValueError as error:
        raise Refusal("signing.not_pdf", f"“{name}”不是完整的 PDF 文件，无法核验。请核对文件。") from error
    if not found:
        return {"ok": False, "message": f"“{name}”没有数字签名。", "signatures": []}
    ok = all(one["whole"] for one in found)
    if ok:
        message = f"“{name}”由本系统签署，签署后未被改动。"
    elif not all(one["intact"] for one in found):
        message = f"“{name}”在签署后被改动过。"
    elif not all(one["trusted"] for one in found):
        message = f"“{name}”的签名不是本系统的证书所签。"
    else:
        message = f"“{name}”在签署后有不被允许的追加内容。"
    return {"ok": ok, "message": message, "signatures": found}
