"""What is streamed leaves in parts, read in threads: an ASGI server would have Django read a plain iterator whole first."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from typing import cast

from django.core.handlers.asgi import ASGIRequest
from django.http import HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase

PART = 256 * 1024
"""Bytes of one trip to a thread; a page's files come in pieces of 4 KiB, which are gathered."""


class StreamingMiddleware:
    """Hands an ASGI server every streamed answer part by part, whoever made it; the outermost of all."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if isinstance(request, ASGIRequest) and response.streaming:
            streamed = cast(StreamingHttpResponse, response)
            if not streamed.is_async:
                pieces = cast(Iterator[bytes], streamed.streaming_content)
                streamed.streaming_content = _in_threads(pieces)
        return response


async def _in_threads(pieces: Iterator[bytes]) -> AsyncIterator[bytes]:
    while part := await asyncio.to_thread(_gathered, pieces):
        yield part


def _gathered(pieces: Iterator[bytes]) -> bytes:
    part = next(pieces, b"")
    if len(part) >= PART:
        return part
    whole = bytearray(part)
    while len(whole) < PART and (part := next(pieces, b"")):
        whole += part
    return bytes(whole)
