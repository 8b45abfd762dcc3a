"""Refuses to serve with keys that are not those of the database, rather than write what nobody can open."""

from __future__ import annotations

import time
from collections.abc import Callable

import structlog
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse

from anjie.access.sealed_columns import prove_keys
from anjie.foundation.sealed import KeyRing, KeysMissing, sealer

log = structlog.get_logger("anjie.keys")
AGAIN_SECONDS = 5.0

Answer = Callable[[HttpRequest], HttpResponse]
_proved: KeyRing | None = None
_refused: tuple[KeyRing, float, KeysMissing] | None = None


class KeysMiddleware:
    """Answers no API request until the keys were proved against the database, and again when they change."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith("/api/"):
            refusal = _refusal()
            if refusal is not None:
                return JsonResponse(refusal.as_dict(), status=503, json_dumps_params={"ensure_ascii": False})
        return self.get_response(request)


def _refusal() -> KeysMissing | None:
    global _proved, _refused
    try:
        ring = sealer().ring
    except KeysMissing as refusal:
        return refusal
    if _proved is ring:
        return None
    if _refused is not None and _refused[0] is ring and time.monotonic() - _refused[1] < AGAIN_SECONDS:
        return _refused[2]
    try:
        prove_keys()
    except KeysMissing as refusal:
        _proved, _refused = None, (ring, time.monotonic(), refusal)
        log.error("keys_refused", code=refusal.code)
        return refusal
    except DatabaseError:
        # Not migrated or not there yet: whoever needs it will say so.
        return None
    _proved, _refused = ring, None
    return None
