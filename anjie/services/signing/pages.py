"""What a PDF looks like: how many pages it has, and one of them as a picture."""

from __future__ import annotations

import io

import pypdfium2


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def page_picture(pdf: bytes, number: int, width: int = 1240) -> bytes:
    """One page (from 1) as a PNG, as a phone shows it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[number - 1]
        picture = page.render(scale=width / page.get_width()).to_pil()
    finally:
        document.close()
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
