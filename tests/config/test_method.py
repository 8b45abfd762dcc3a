"""A phone that cannot send PATCH names it in a header; nothing else may be named."""

from __future__ import annotations

import pytest
from django.http import HttpRequest, HttpResponse

from config.middleware import MethodMiddleware


@pytest.mark.parametrize(
    ("sent", "named", "taken"),
    [
        ("POST", "PATCH", "PATCH"),
        ("POST", "patch", "PATCH"),
        ("POST", "", "POST"),
        ("POST", "DELETE", "POST"),
        ("POST", "GET", "POST"),
        ("GET", "PATCH", "GET"),
    ],
)
def test_only_a_post_may_mean_a_patch(sent: str, named: str, taken: str) -> None:
    request = HttpRequest()
    request.method = sent
    request.META["HTTP_X_HTTP_METHOD_OVERRIDE"] = named

    def answer(got: HttpRequest) -> HttpResponse:
        return HttpResponse(str(got.method))

    assert MethodMiddleware(answer)(request).content.decode() == taken
