"""Drawn signatures: small PNG pictures with something drawn on them, made anew before they are kept."""

from __future__ import annotations

import base64
import binascii
import io

from PIL import Image, UnidentifiedImageError

from anjie.foundation.refusals import Refusal
from anjie.services.signing.rules import MOST_IMAGE

WIDEST, HIGHEST = 2400, 1600
LEAST_INK = 40
"""Fewer dark pixels are a slip of the finger, no signature."""


def read_drawing(data: str) -> bytes:
    """The signature as a clean PNG without metadata; ``data`` is base64, with or without a data: head."""
    try:
        raw = base64.b64decode(data.partition("base64,")[2] or data, validate=True)
    except (binascii.Error, ValueError):
        raise _no_picture() from None
    if len(raw) > MOST_IMAGE:
        raise Refusal(
            "signing.image_large",
            f"签名图片有 {len(raw) // 1024} KB，上限 {MOST_IMAGE // 1024} KB。请清除后重新书写。",
        ).with_status(413)
    if not raw.startswith(b"\x89PNG\r\n\x1a\n"):
        raise _no_picture()
    try:
        with Image.open(io.BytesIO(raw), formats=["PNG"]) as picture:
            if (
                picture.width > WIDEST
                or picture.height > HIGHEST
                or picture.width < 20
                or picture.height < 10
            ):
                raise Refusal("signing.image_size", "签名图片的尺寸不合适。请清除后重新书写。").with_status(
                    422
                )
            drawn = picture.convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise _no_picture() from None
    paper = Image.new("RGBA", drawn.size, "white")
    paper.alpha_composite(drawn)
    grey = paper.convert("L")
    ink = sum(grey.histogram()[:160])
    if ink < LEAST_INK:
        raise Refusal("signing.image_empty", "签名区还没有书写。请手写签名后提交。").with_status(422)
    if ink > drawn.width * drawn.height * 0.6:
        raise Refusal("signing.image_full", "签名图片几乎全黑，看不出签名。请清除后重新书写。").with_status(
            422
        )
    out = io.BytesIO()
    # Ink on nothing, so that it lies over the paper's own lines.
    clean = Image.new("RGBA", drawn.size, (0, 0, 0, 0))
    clean.paste((20, 20, 60, 255), mask=grey.point([255 - level for level in range(256)]))
    clean.save(out, "PNG")
    return out.getvalue()


def _no_picture() -> Refusal:
    return Refusal("signing.image", "提交的签名不是有效的图片。请清除后重新书写。").with_status(422)
