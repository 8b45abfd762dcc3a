"""Whence a request came, a request id on every log line, and the security headers of every answer."""

from __future__ import annotations

import ipaddress
import re
import time
import uuid
from collections.abc import Callable

import structlog
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from config import metrics

log = structlog.get_logger("anjie.http")
_SAFE_ID = re.compile(r"^[A-Za-z0-9-]{8,64}$")
POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; style-src 'self' 'unsafe-inline'; "
    "script-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; "
    "form-action 'self'"
)

Answer = Callable[[HttpRequest], HttpResponse]


class AddressMiddleware:
    """Puts the address of whoever asked in the place of a trusted proxy's; nobody else's word is taken for it.

    Each proxy appends whom it was asked by, so the last address that is no trusted proxy's is the true one; what
    stands before it anybody may have written.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response
        self.trusted = [ipaddress.ip_network(one, strict=False) for one in settings.TRUSTED_PROXIES]

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if self.trusted:
            passed = [one.strip() for one in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
            address = request.META.get("REMOTE_ADDR", "")
            while passed and self._is_trusted(address):
                if not _is_address(said := passed.pop()):
                    break
                address = said
            request.META["REMOTE_ADDR"] = address
        return self.get_response(request)

    def _is_trusted(self, address: str) -> bool:
        return _is_address(address) and any(ipaddress.ip_address(address) in one for one in self.trusted)


class MethodMiddleware:
    """Reads the method a phone means: a mini-program can send POST but no PATCH, so it names that in a header."""

    MEANT = ("PATCH",)

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        meant = request.META.get("HTTP_X_HTTP_METHOD_OVERRIDE", "").upper()
        if request.method == "POST" and meant in self.MEANT:
            request.method = request.META["REQUEST_METHOD"] = meant
        return self.get_response(request)


def _is_address(said: str) -> bool:
    try:
        ipaddress.ip_address(said)
    except ValueError:
        return False
    return True


class RequestIdMiddleware:
    """Binds a request id to the logs, counts and times the request; never logs query or body."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given = request.headers.get("X-Request-Id", "")
        request_id = given if _SAFE_ID.match(given) else uuid.uuid4().hex
        request.request_id = request_id  # type: ignore[attr-defined]
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=request_id)
        began = time.perf_counter()
        response = self.get_response(request)
        route = request.resolver_match.route if request.resolver_match else "unmatched"
        seconds = time.perf_counter() - began
        metrics.REQUESTS.labels(request.method, route, response.status_code).inc()
        metrics.SECONDS.labels(request.method, route).observe(seconds)
        log.info(
            "request", method=request.method, route=route, status=response.status_code, ms=int(seconds * 1000)
        )
        response["X-Request-Id"] = request_id
        return response


class SecurityHeadersMiddleware:
    """Adds the content security policy, and keeps API answers out of caches."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault(
            "Permissions-Policy", "camera=(self), microphone=(self), geolocation=(self)"
        )
        if request.path.startswith("/api/"):
            response.headers.setdefault("Cache-Control", "no-store")
        return response
