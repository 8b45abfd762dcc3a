"""Refuses the one character the database cannot keep in a text, wherever a request carries it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.datastructures import MultiValueDict
from ninja.parser import Parser

Answer = Callable[[HttpRequest], HttpResponse]
BODY = {
    "code": "request.invalid",
    "message": "提交的内容含有不可见的空字符。请删除后重新输入，或不要直接从其他程序粘贴。",
    "facts": {},
}


class CleanTextMiddleware:
    """Answers 422 to a path or query with a NUL character."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\0" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            return JsonResponse(BODY, status=422, json_dumps_params={"ensure_ascii": False})
        return self.get_response(request)


class CleanParser(Parser):
    """Reads bodies and forms, and lets no NUL character in."""

    def parse_body(self, request: HttpRequest) -> Any:
        """The JSON body; one with the character in a text is refused."""
        body = super().parse_body(request)
        if b"\\u0000" in request.body and _holds_nul(body):
            raise ValueError("a NUL character in a text")
        return body

    def parse_querydict(
        self, data: MultiValueDict[str, str], list_fields: list[str], request: HttpRequest
    ) -> dict[str, Any]:
        """The fields of a query or form, without the character."""
        parsed = super().parse_querydict(data, list_fields, request)
        return {name: _without_nul(value) for name, value in parsed.items()}


def _holds_nul(value: Any) -> bool:
    if isinstance(value, str):
        return "\0" in value
    if isinstance(value, dict):
        return any("\0" in name or _holds_nul(inner) for name, inner in value.items())
    return isinstance(value, list) and any(_holds_nul(inner) for inner in value)


def _without_nul(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_nul(one) for one in value]
    return value.replace("\0", "") if isinstance(value, str) else value
