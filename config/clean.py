"""Refuses an address with the one character the database cannot keep; bodies and queries are read by config.parsing."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse

Answer = Callable[[HttpRequest], HttpResponse]
NOWHERE = {
    "code": "not_found",
    "message": "没有找到该地址。请核对链接后重试。",
    "facts": {},
}


class CleanPathMiddleware:
    """Answers 404 to a path with a NUL character: nothing can be kept under such a name."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\0" in request.path:
            return JsonResponse(NOWHERE, status=404, json_dumps_params={"ensure_ascii": False})
        return self.get_response(request)
