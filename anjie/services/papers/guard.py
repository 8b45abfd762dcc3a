"""What a .docx must be before anything of it is read: a small Word file without macros, outside links or bombs."""

from __future__ import annotations

import io
import re
import zipfile

from anjie.foundation.refusals import Refusal

MOST_BYTES = 10 * 1024 * 1024
MOST_UNPACKED = 60 * 1024 * 1024
MOST_PART = 20 * 1024 * 1024
MOST_PARTS = 1000
MOST_RATIO = 200
_EXTERNAL = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*TargetMode\s*=\s*[\"']External[\"'][^>]*>", re.I)
_FIELDS = re.compile(rb"(?:INCLUDETEXT|INCLUDEPICTURE|DDEAUTO|\bDDE\b|\bIMPORT\b|\bLINK\s+[A-Z])", re.I)
_INSTRUCTIONS = re.compile(
    rb"<w:instrText[^>]*>(.*?)</w:instrText>|w:instr\s*=\s*[\"']([^\"']*)[\"']", re.I | re.S
)


def check_docx(name: str, content: bytes) -> None:
    """Refuse what is no plain Word document, saying what to do in Word."""
    if len(content) > MOST_BYTES:
        raise _refused(
            "papers.too_large",
            f"模板“{name}”有 {len(content) / 1024 / 1024:.0f} MB，上限是 10 MB。请压缩其中的图片后重新上传。",
        )
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise _refused(
            "papers.old_word",
            f"“{name}”是旧版 .doc 或加密的文档。请在 Word 中去掉密码，另存为 .docx 后重新上传。",
        )
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError):
        raise _not_word(name) from None
    names = {part.filename for part in parts}
    if "word/document.xml" not in names or "[Content_Types].xml" not in names:
        raise _not_word(name)
    _check_bomb(name, parts)
    _check_parts(name, archive, parts)


def _check_bomb(name: str, parts: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(part.file_size for part in parts)
    dense = [
        p for p in parts if p.file_size > 1024 * 1024 and p.file_size > MOST_RATIO * max(1, p.compress_size)
    ]
    twice = len({part.filename for part in parts}) != len(parts)
    if len(parts) > MOST_PARTS or unpacked > MOST_UNPACKED or dense or twice:
        raise _refused(
            "papers.bomb",
            f"“{name}”展开后异常庞大或结构异常，未予处理。请在 Word 中另存为 .docx 后重新上传。",
        )


def _check_parts(name: str, archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> None:
    for part in parts:
        path = part.filename.lower()
        if ".." in path or path.startswith("/") or "vbaproject" in path or "activex" in path:
            raise _macro(name)
        if "/embeddings/" in path or "/afchunk" in path or "altchunk" in path:
            raise _refused(
                "papers.embedded",
                f"“{name}”嵌入了其他文件（如 Excel 对象）。请删除嵌入的对象，改为表格或文字后重新上传。",
            )
        if not path.endswith((".xml", ".rels")):
            continue
        try:
            with archive.open(part) as file:
                # The size in the directory may lie: no more is unpacked than may be.
                text = file.read(MOST_PART + 1)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError):
            raise _not_word(name) from None
        if len(text) > MOST_PART:
            raise _refused(
                "papers.bomb", f"“{name}”展开后异常庞大，未予处理。请在 Word 中另存为 .docx 后重新上传。"
            )
        _check_text(name, path, text)


def _check_text(name: str, path: str, text: bytes) -> None:
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text or text[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise _refused(
            "papers.entities", f"“{name}”含有不允许的 XML 声明。请在 Word 中新建文档，复制内容后另存再上传。"
        )
    if path == "[content_types].xml" and b"macroenabled" in text.lower():
        raise _macro(name)
    if path.endswith(".rels"):
        outside = [link for link in _EXTERNAL.findall(text) if b"/hyperlink" not in link]
        if outside:
            raise _refused(
                "papers.outside_link",
                f"“{name}”引用了外部文件或网络图片。请在 Word“文件 → 信息 → 编辑指向文件的链接”中断开链接，"
                "把图片直接插入文档后重新上传。",
            )
    instructions = b" ".join(b"".join(found) for found in _INSTRUCTIONS.findall(text))
    if _FIELDS.search(instructions):
        raise _refused(
            "papers.field",
            f"“{name}”含有会读取其他文件的域（INCLUDETEXT、DDE 等）。请在 Word 中选中后按 Ctrl+Shift+F9 转为文字再上传。",
        )


def _macro(name: str) -> Refusal:
    return _refused(
        "papers.macro", f"“{name}”带有宏或控件，不能作为模板。请在 Word 中另存为不带宏的 .docx 后重新上传。"
    )


def _not_word(name: str) -> Refusal:
    return _refused(
        "papers.not_word", f"“{name}”不是可读取的 Word 文档（.docx）。请在 Word 中另存为 .docx 后重新上传。"
    )


def _refused(code: str, message: str) -> Refusal:
    return Refusal(code, message).with_status(422)
