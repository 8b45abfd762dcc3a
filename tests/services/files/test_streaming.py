from __future__ import annotations

import asyncio
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files import storage
from django.core.files.storage import FileSystemStorage
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.test import AsyncRequestFactory

from anjie.foundation.refusals import Refusal
from anjie.services.files import actions, rules, serving
from anjie.services.files.models import CaseFile
from config.streaming import StreamingMiddleware
from tests.cases import place
from tests.people import World

PDF = b"%PDF-1.7\n" + b"anjie " * 200_000


@pytest.fixture
def file(world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CaseFile:
    monkeypatch.setattr(storage.default_storage, "_wrapped", FileSystemStorage(location=str(tmp_path)))
    case = place(world, name="张三")
    return actions.add_file(world["李催收"], case.pk, name="a.pdf", file=io.BytesIO(PDF))


def sent(made: Callable[[HttpRequest], HttpResponseBase]) -> list[bytes]:
    """The parts as an ASGI server sends them."""
    response: Any = StreamingMiddleware(made)(AsyncRequestFactory().get("/"))
    assert response.is_async

    async def collect() -> list[bytes]:
        return [part async for part in response.streaming_content]

    return asyncio.run(collect())


def test_an_asgi_server_gets_the_file_part_by_part(file: CaseFile) -> None:
    blob = file.blob
    assert blob is not None
    parts = sent(lambda request: serving.file_response(request, file, blob, "view"))
    assert b"".join(parts) == PDF
    assert max(len(part) for part in parts) == 256 * 1024


def test_an_asgi_server_gets_the_archive_part_by_part(file: CaseFile) -> None:
    parts = sent(lambda _: serving.archive_response(file.case, [file]))
    with zipfile.ZipFile(io.BytesIO(b"".join(parts))) as archive:
        assert archive.read("文档/a.pdf") == PDF
    assert len(parts) > 4


@pytest.mark.parametrize(
    ("content", "ending", "media"),
    [
        (b"\xff\xd8\xff\xe0" + b"0" * 50, "jpg", "image/jpeg"),
        (b"GIF89a" + b"0" * 50, "gif", "image/gif"),
        (b"RIFF0000WAVEfmt ", "wav", "audio/wav"),
        (b"RIFF0000WEBPVP8 ", "webp", "image/webp"),
        (b"\0\0\0\x18ftypisom0000", "mp4", "video/mp4"),
        (b"\0\0\0\x18ftypM4A 0000", "m4a", "audio/mp4"),
        (b"\0\0\0\x18ftypheic0000", "heic", "image/heic"),
        (b"\0\0\0\x18ftypqt  0000", "mov", "video/quicktime"),
        (b"ID3\x03\0" + b"0" * 50, "mp3", "audio/mpeg"),
        (b"\xff\xfb\x90\x64" + b"0" * 50, "mp3", "audio/mpeg"),
        (b"#!AMR\n" + b"0" * 50, "amr", "audio/amr"),
        (b"\x1aE\xdf\xa3" + b"0" * 50, "webm", "video/webm"),
        (b"PK\x03\x04" + b"0" * 50, "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 50, "xls", "application/vnd.ms-excel"),
        ("催收记录，一行".encode("gb18030"), "txt", "text/plain"),
        ("姓名,金额\n".encode("utf-8-sig"), "csv", "text/plain"),
        (bytes(range(200, 256)) * 4, "dat", "application/octet-stream"),
    ],
)  # fmt: skip
def test_a_type_is_known_by_its_first_bytes(content: bytes, ending: str, media: str) -> None:
    found = rules.check_type(f"甲.{ending}", content)
    assert rules.media_type_of(found, f"甲.{ending}") == media


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("C:\\照片\\现场.jpg", "现场.jpg"),
        ("../../etc/passwd", "passwd"),
        ("a\u202egpj.exe", "agpj.exe"),
        ("a\0b\n.pdf", "ab.pdf"),
        ("长" * 200 + ".pdf", "长" * 116 + ".pdf"),
    ],
)
def test_a_name_is_tidied(given: str, kept: str) -> None:
    assert rules.tidy_name(given) == kept


@pytest.mark.parametrize("name", ["", "/", "..", "\0", "   "])
def test_a_name_of_nothing_is_refused(name: str) -> None:
    with pytest.raises(Refusal) as refused:
        rules.tidy_name(name)
    assert refused.value.code == "files.no_name"


def test_names_in_an_archive_differ() -> None:
    names = ["图片/a.jpg", "图片/A.jpg", "图片/a.jpg", "图片/b", "图片/b"]
    assert rules.unique_names(names) == [
        "图片/a.jpg", "图片/A (2).jpg", "图片/a (3).jpg", "图片/b", "图片/b (2)",
    ]  # fmt: skip
