"""Pages and their files leave an ASGI server in parts; nothing is read whole before the first byte goes."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.test import AsyncRequestFactory, RequestFactory

from config.streaming import PART, StreamingMiddleware

SCRIPT = b"let one = 1;\n" * 50_000


def parts_of(response: Any) -> list[bytes]:
    async def collect() -> list[bytes]:
        return [part async for part in response]

    return asyncio.run(collect())


@pytest.mark.filterwarnings("error")
def test_a_page_s_file_goes_out_in_gathered_parts_and_is_closed(db: None, tmp_path: Path) -> None:
    # given a file of a page, which Django reads in pieces of 4 KiB
    (tmp_path / "index.js").write_bytes(SCRIPT)
    opened = (tmp_path / "index.js").open("rb")
    # when an ASGI server sends it
    response = StreamingMiddleware(lambda _: FileResponse(opened))(AsyncRequestFactory().get("/"))
    parts = parts_of(response)
    response.close()
    # then it comes whole, in few parts, and nothing stays open
    assert b"".join(parts) == SCRIPT
    assert [len(part) for part in parts] == [PART, PART, len(SCRIPT) - 2 * PART]
    assert opened.closed


def test_only_what_was_asked_for_is_read() -> None:
    # given an answer of many parts
    read: list[int] = []

    def pieces() -> Any:
        for number in range(8):
            read.append(number)
            yield b"x" * PART

    response: Any = StreamingMiddleware(lambda _: StreamingHttpResponse(pieces()))(
        AsyncRequestFactory().get("/")
    )

    # when the other end goes away after the first
    async def first() -> bytes:
        async for part in response:
            return bytes(part)
        return b""

    # then the rest was never read
    assert asyncio.run(first()) == b"x" * PART
    assert read == [0]


def test_what_is_not_streamed_and_who_is_no_asgi_server_are_left_alone() -> None:
    async def already() -> Any:
        yield b"event"

    def made(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
        answers: dict[str, Any] = {"/plain": HttpResponse(b"x"), "/live": StreamingHttpResponse(already())}
        return answers.get(request.path, StreamingHttpResponse([b"a", b"b"]))

    middleware = StreamingMiddleware(made)
    assert middleware(AsyncRequestFactory().get("/plain")).getvalue() == b"x"
    assert parts_of(middleware(AsyncRequestFactory().get("/live"))) == [b"event"]
    assert middleware(RequestFactory().get("/file")).getvalue() == b"ab"
