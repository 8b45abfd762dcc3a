"""The signed paper: drawn signatures in their places, followed by the certificate page that says who signed, when and how."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pypdfium2
from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from anjie.foundation import clock
from anjie.services.signing.rules import STATEMENT

FONT = "STSong-Light"
"""One of the Chinese fonts every PDF viewer knows by name: nothing to embed, nothing to license."""
MARGIN, LINE = 56, 15


@dataclass(frozen=True)
class Evidence:
    """One signer's line on the certificate page."""

    part: str
    name: str
    mobile_mask: str
    confirmed_at: datetime
    signed_at: datetime
    address: str
    image: bytes


def assemble(pdf: bytes, title: str, sha256: str, signed: Sequence[Evidence]) -> bytes:
    """The paper with the signatures drawn in their places, followed by the certificate page."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    for number, overlay in _overlays(pdf, signed).items():
        writer.pages[number].merge_page(PdfReader(io.BytesIO(overlay)).pages[0])
    for page in PdfReader(io.BytesIO(_certificate(title, sha256, signed))).pages:
        writer.add_page(page)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _overlays(pdf: bytes, signed: Sequence[Evidence]) -> dict[int, bytes]:
    """Where the paper says 申请人（签名）: the picture is laid beside it; by page, a page with the pictures."""
    document = pypdfium2.PdfDocument(pdf)
    placed: dict[int, list[tuple[Evidence, float, float]]] = {}
    sizes: dict[int, tuple[float, float]] = {}
    used: set[tuple[int, int]] = set()
    try:
        for one in signed:
            spot = _spot(document, one, used)
            if spot is not None:
                number, x, y = spot
                sizes[number] = (document[number].get_width(), document[number].get_height())
                placed.setdefault(number, []).append((one, x, y))
    finally:
        document.close()
    overlays = {}
    for number, pictures in placed.items():
        out = io.BytesIO()
        canvas = Canvas(out, pagesize=sizes[number])
        for one, x, y in pictures:
            _draw(canvas, one.image, min(x, sizes[number][0] - 100), y - 12, 96, 36)
        canvas.save()
        overlays[number] = out.getvalue()
    return overlays


def _spot(document: Any, one: Evidence, used: set[tuple[int, int]]) -> tuple[int, float, float] | None:
    for number in range(len(document) - 1, -1, -1):
        text = document[number].get_textpage()
        for mark in ("（签名）", "（签字）", "(签名)", "(签字)", "签名", "签字"):
            search = text.search(f"{one.part}{mark}", match_case=True)
            while (hit := search.get_next()) is not None:
                index, count = hit
                # 申请人 also stands within 被申请人.
                before = text.get_text_range(index - 1, 1) if index else ""
                if (number, index) not in used and not ("\u4e00" <= before <= "\u9fff"):
                    used.add((number, index))
                    _, bottom, right, _ = text.get_charbox(index + count - 1)
                    return number, right + 22, bottom
    return None


def _draw(canvas: Canvas, image: bytes, x: float, y: float, width: float, height: float) -> None:
    canvas.drawImage(
        ImageReader(io.BytesIO(image)),
        x,
        y,
        width,
        height,
        mask="auto",
        preserveAspectRatio=True,
        anchor="sw",
    )


def _certificate(title: str, sha256: str, signed: Sequence[Evidence]) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setTitle("签署证明")
    top = A4[1] - MARGIN
    canvas.setFont(FONT, 18)
    canvas.drawCentredString(A4[0] / 2, top, "签 署 证 明")
    y = top - 36
    y = _text(canvas, y, f"文书：{title}")
    y = _text(canvas, y, "签署人所见文件的 SHA-256：")
    y = _text(canvas, y, sha256)
    y = _text(canvas, y, f"生成时间：{clock.now():%Y-%m-%d %H:%M:%S}（北京时间）")
    for number, one in enumerate(signed, start=1):
        if y < MARGIN + 190:
            canvas.showPage()
            y = top
        y -= 10
        canvas.line(MARGIN, y + 8, A4[0] - MARGIN, y + 8)
        y -= 10
        begin = y
        y = _text(canvas, y, f"{number}. {one.part}：{one.name}", 12)
        y = _text(canvas, y, f"手机号：{one.mobile_mask}")
        y = _text(canvas, y, f"身份核验：短信验证码，{clock.local(one.confirmed_at):%Y-%m-%d %H:%M:%S} 通过")
        y = _text(canvas, y, f"签署时间：{clock.local(one.signed_at):%Y-%m-%d %H:%M:%S}（北京时间）")
        y = _text(canvas, y, f"网络地址：{one.address}")
        _draw(canvas, one.image, A4[0] - MARGIN - 130, begin - 44, 120, 48)
    y -= 20
    _text(canvas, y, STATEMENT)
    canvas.save()
    return out.getvalue()


def _text(canvas: Canvas, y: float, text: str, size: int = 11) -> float:
    for line in _lines(text, size):
        canvas.setFont(FONT, size)
        canvas.drawString(MARGIN, y, line)
        y -= LINE + (size - 11)
    return y


def _lines(text: str, size: int) -> list[str]:
    """Broken where the line is full; no line begins with a stop."""
    lines, line = [], ""
    for letter in text:
        full = pdfmetrics.stringWidth(line + letter, FONT, size) > A4[0] - 2 * MARGIN
        if full and letter not in "。，；：、）”":
            lines.append(line)
            line = ""
        line += letter
    return [*lines, line]
