"""What a file is by its first bytes, whether its name tells the truth, and how it may be shown."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath

from anjie.foundation.refusals import Invalid, Refusal

HEAD_BYTES = 4096
"""How much of a file's beginning :func:`sniff` wants to see."""


@dataclass(frozen=True)
class Type:
    """A type of content: its media type, the endings it goes by, the kind it is filed under."""

    media: str
    label: str
    endings: tuple[str, ...]
    kind: str
    inline: bool = False


_ZIPPED = ("zip", "docx", "xlsx", "pptx", "xlsm", "odt", "ods", "ofd", "wps", "et")

JPEG = Type("image/jpeg", "JPEG 图片", ("jpg", "jpeg", "jpe", "jfif"), "picture", True)
PNG = Type("image/png", "PNG 图片", ("png",), "picture", True)
GIF = Type("image/gif", "GIF 图片", ("gif",), "picture", True)
WEBP = Type("image/webp", "WebP 图片", ("webp",), "picture", True)
BMP = Type("image/bmp", "BMP 图片", ("bmp", "dib"), "picture", True)
TIFF = Type("image/tiff", "TIFF 图片", ("tif", "tiff"), "picture")
HEIC = Type("image/heic", "HEIC 图片", ("heic", "heif"), "picture")
PDF = Type("application/pdf", "PDF 文档", ("pdf",), "document", True)
MP3 = Type("audio/mpeg", "MP3 录音", ("mp3",), "audio", True)
WAV = Type("audio/wav", "WAV 录音", ("wav", "wave"), "audio", True)
OGG = Type("audio/ogg", "OGG 录音", ("ogg", "oga", "opus"), "audio", True)
FLAC = Type("audio/flac", "FLAC 录音", ("flac",), "audio", True)
AAC = Type("audio/aac", "AAC 录音", ("aac",), "audio", True)
AMR = Type("audio/amr", "AMR 录音", ("amr",), "audio")
M4A = Type("audio/mp4", "M4A 录音", ("m4a", "mp4", "m4b"), "audio", True)
MP4 = Type("video/mp4", "MP4 视频", ("mp4", "m4v", "m4a", "mov"), "video", True)
MOV = Type("video/quicktime", "MOV 视频", ("mov", "qt", "mp4"), "video", True)
THREE_GP = Type("video/3gpp", "3GP 视频", ("3gp", "3gpp", "amr", "mp4"), "video")
WEBM = Type("video/webm", "WebM 视频", ("webm", "mkv"), "video", True)
AVI = Type("video/x-msvideo", "AVI 视频", ("avi",), "video")
FLV = Type("video/x-flv", "FLV 视频", ("flv",), "video")
WMV = Type("video/x-ms-wmv", "WMV 视频", ("wmv", "wma", "asf"), "video")
ZIP = Type("application/zip", "ZIP 压缩包或 Office 文档", _ZIPPED, "document")
OLE = Type(
    "application/x-ole-storage",
    "旧版 Office 文档",
    ("doc", "xls", "ppt", "wps", "et", "dps", "msg"),
    "document",
)
RAR = Type("application/vnd.rar", "RAR 压缩包", ("rar",), "other")
SEVEN = Type("application/x-7z-compressed", "7z 压缩包", ("7z",), "other")
GZIP = Type("application/gzip", "GZIP 压缩包", ("gz", "tgz"), "other")
RTF = Type("application/rtf", "RTF 文档", ("rtf", "doc"), "document")
MARKUP = Type(
    "text/plain", "网页或 XML", ("html", "htm", "xhtml", "svg", "xml", "mht", "mhtml", "xls"), "other"
)
TEXT = Type("text/plain", "文本", ("txt", "csv", "tsv", "log", "md", "json", "ini", "srt", "vtt", "eml"), "document")  # fmt: skip
PROGRAM = Type("application/x-executable", "可执行程序", (), "other")
UNKNOWN = Type("application/octet-stream", "未知类型", (), "other")

TYPES = (
    JPEG, PNG, GIF, WEBP, BMP, TIFF, HEIC, PDF, MP3, WAV, OGG, FLAC, AAC, AMR, M4A, MP4, MOV, THREE_GP, WEBM,
    AVI, FLV, WMV, ZIP, OLE, RAR, SEVEN, GZIP, RTF, MARKUP, TEXT,
)  # fmt: skip
NAMED = {ending for one in TYPES for ending in one.endings}
OFFICE = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "doc": "application/msword",
    "xls": "application/vnd.ms-excel",
    "ppt": "application/vnd.ms-powerpoint",
}
_PROGRAMS = "exe dll com scr msi bat cmd ps1 vbs vbe js jse wsf hta jar sh lnk reg apk app dmg iso cpl pif"
PROGRAMS = frozenset(_PROGRAMS.split())
_STARTS: tuple[tuple[bytes, Type], ...] = (
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"GIF87a", GIF),
    (b"GIF89a", GIF),
    (b"II*\0", TIFF),
    (b"MM\0*", TIFF),
    (b"%PDF-", PDF),
    (b"ID3", MP3),
    (b"OggS", OGG),
    (b"fLaC", FLAC),
    (b"#!AMR", AMR),
    (b"FLV\x01", FLV),
    (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", WMV),
    (b"\x1aE\xdf\xa3", WEBM),
    (b"PK\x03\x04", ZIP),
    (b"PK\x05\x06", ZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLE),
    (b"Rar!\x1a\x07", RAR),
    (b"7z\xbc\xaf\x27\x1c", SEVEN),
    (b"\x1f\x8b\x08", GZIP),
    (b"{\\rtf", RTF),
    (b"MZ", PROGRAM),
    (b"\x7fELF", PROGRAM),
    (b"#!", PROGRAM),
    (b"\xca\xfe\xba\xbe", PROGRAM),
    (b"\xcf\xfa\xed\xfe", PROGRAM),
)
_MARKUP = re.compile(
    rb"^\s*(?:<!--.*?-->\s*)*<(?:!doctype|\?xml|html|head|body|svg|script|iframe|meta)", re.I | re.S
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def sniff(head: bytes) -> Type:
    """What a content is, by its first bytes."""
    for start, found in _STARTS:
        if head.startswith(start):
            return found
    if head[:4] == b"RIFF":
        return {b"WAVE": WAV, b"AVI ": AVI, b"WEBP": WEBP}.get(head[8:12], UNKNOWN)
    if head[4:8] == b"ftyp":
        return _brand(head[8:12])
    if head[:2] == b"BM" and head[6:10] == b"\0\0\0\0":
        return BMP
    if len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0:
        return AAC if head[1] & 0xF6 == 0xF0 else MP3
    if _MARKUP.match(head.removeprefix(b"\xef\xbb\xbf")):
        return MARKUP
    return TEXT if _is_text(head) else UNKNOWN


def tidy_name(name: str) -> str:
    """A file's name without folders, control and direction characters, at most 120 characters."""
    plain = _CONTROL.sub("", unicodedata.normalize("NFC", name)).replace("\\", "/")
    plain = PurePosixPath(plain).name.strip().strip(".") if plain.strip("/. ") else ""
    if not plain:
        raise Invalid("files.no_name", "文件没有名称。请重命名后再上传。")
    if len(plain) > 120:
        stem, dot, ending = plain.rpartition(".")
        keep = ending if dot and len(ending) <= 10 else ""
        plain = f"{(stem or plain)[: 119 - len(keep)]}.{keep}" if keep else plain[:120]
    return plain


def ending_of(name: str) -> str:
    """The ending a name claims, in small letters, or nothing."""
    _, dot, ending = name.rpartition(".")
    return ending.lower() if dot else ""


def check_size(name: str, size: int, limit: int) -> None:
    """Refuse an empty file and one past the limit."""
    if size <= 0:
        raise Invalid("files.empty", f"文件“{name}”是空的。请核对后重新上传。")
    if size > limit:
        raise Refusal(
            "files.too_large",
            f"文件“{name}”有 {megabytes(size)}，超过单个文件 {megabytes(limit)} 的上限。"
            "请压缩或分段后上传，或登记为离线保存。",
            size=size,
            limit=limit,
        ).with_status(413)


def check_type(name: str, head: bytes) -> Type:
    """The content's type, when the name's ending does not lie about it; programs are never taken."""
    found, ending = sniff(head), ending_of(name)
    if found is PROGRAM or ending in PROGRAMS:
        raise Refusal(
            "files.program",
            f"“{name}”是可执行程序或脚本，不能上传。如确需保存，请登记为离线保存。",
            ending=ending,
        )
    if ending in NAMED and ending not in found.endings:
        raise Refusal(
            "files.type_lies",
            f"“{name}”的扩展名是 .{ending}，内容却是{found.label}。请核对文件，改正扩展名后重新上传。",
            ending=ending,
            found=found.media,
        )
    return found


def media_type_of(found: Type, name: str) -> str:
    """The media type it is served under; an Office document goes by its ending."""
    ending = ending_of(name)
    return OFFICE.get(ending, found.media) if found in (ZIP, OLE) else found.media


INLINE = frozenset(one.media for one in TYPES if one.inline)
"""Media types a browser may show in the page; anything else, HTML and SVG above all, is only downloaded."""


def may_show(media_type: str) -> bool:
    """Whether the page may show it in place."""
    return media_type in INLINE


def unique_names(names: list[str]) -> list[str]:
    """Names that differ within one archive: the second 照片.jpg becomes 照片 (2).jpg."""
    used: set[str] = set()
    result = []
    for name in names:
        stem, dot, ending = name.rpartition(".")
        unique, number = name, 1
        while unique.casefold() in used:
            number += 1
            unique = f"{stem} ({number}).{ending}" if dot and stem else f"{name} ({number})"
        used.add(unique.casefold())
        result.append(unique)
    return result


def megabytes(size: int) -> str:
    """A size as people read it."""
    return f"{size / 1024 / 1024:.0f} MB" if size >= 1024 * 1024 else f"{max(1, size // 1024)} KB"


def byte_range(header: str, size: int) -> tuple[int, int] | None:
    """First and last byte a Range header asks of a content of ``size``; None is the whole.

    Several ranges at once are answered with the whole, which the standard allows.
    """
    match = re.fullmatch(r"bytes=(\d*)-(\d*)", header.strip())
    if not match or match.groups() == ("", ""):
        return None
    first, last = match.groups()
    if not first:
        start, end = max(0, size - int(last)), size - 1
    else:
        start, end = int(first), min(int(last), size - 1) if last else size - 1
    if start >= size or start > end:
        raise Refusal("files.range", "请求的位置超出文件末尾。请刷新后重试。", size=size).with_status(416)
    return start, end


def _brand(brand: bytes) -> Type:
    if brand in (b"heic", b"heix", b"mif1", b"hevc", b"msf1"):
        return HEIC
    if brand in (b"M4A ", b"M4B "):
        return M4A
    if brand == b"qt  ":
        return MOV
    return THREE_GP if brand.startswith(b"3g") else MP4


def _is_text(head: bytes) -> bool:
    if not head or b"\0" in head:
        return head.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-8", "gb18030"):
        # The head may end within a character.
        for cut in range(4):
            try:
                text = head[: len(head) - cut].decode(encoding)
            except UnicodeDecodeError:
                continue
            return not any(ord(one) < 32 and one not in "\t\n\r\f\x1b" for one in text)
    return False
