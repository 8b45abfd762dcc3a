"""Word to PDF through the port, with what people are told when it cannot be done here."""

from __future__ import annotations

from anjie.foundation.refusals import Refusal
from anjie.ports.documents import ConvertLater, ConvertNever, converter


def can_convert() -> bool:
    """Whether this machine makes PDF files."""
    return converter() is not None


def to_pdf(name: str, docx: bytes) -> bytes:
    """The PDF of a paper; refused with what to do instead."""
    using = converter()
    if using is None:
        raise Refusal(
            "papers.no_converter", "本机未安装 LibreOffice，可下载 Word 打印。在线签署前请由管理员安装。"
        )
    try:
        made = using.to_pdf(docx)
    except ConvertLater:
        raise Refusal(
            "papers.convert_later", f"“{name}”转换 PDF 超时。请稍后重试，或下载 Word 打印。"
        ).with_status(503) from None
    except ConvertNever:
        raise Refusal(
            "papers.convert_never", f"“{name}”不能转换为 PDF。请下载 Word 核对内容，修改模板后重新制作。"
        ) from None
    if not made.startswith(b"%PDF-"):
        raise Refusal("papers.convert_never", f"“{name}”转换出的不是 PDF。请联系系统管理员检查 LibreOffice。")
    return made
