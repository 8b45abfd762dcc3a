"""Is it alive, is it ready, what does it measure."""

from __future__ import annotations

import ipaddress

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from anjie.access.sealed_columns import prove_keys
from anjie.foundation.sealed import KeysMissing


def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return JsonResponse({"ok": True})


def readyz(request: HttpRequest) -> HttpResponse:
    """The database answers, is migrated and sealed with our keys; 503 with what is missing otherwise."""
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return JsonResponse({"ok": False, "missing": "database"}, status=503)
    if waiting:
        return JsonResponse({"ok": False, "missing": "migrations"}, status=503)
    try:
        prove_keys()
    except KeysMissing:
        return JsonResponse({"ok": False, "missing": "keys"}, status=503)
    return JsonResponse({"ok": True})


def metrics(request: HttpRequest) -> HttpResponse:
    """Prometheus text, for this machine only; a proxy that exposes it must restrict it itself."""
    address = request.META.get("REMOTE_ADDR") or "127.0.0.1"
    if not ipaddress.ip_address(address).is_loopback:
        return HttpResponse(status=404)
    return HttpResponse(generate_latest(), content_type=CONTENT_TYPE_LATEST)


def openapi(request: HttpRequest) -> HttpResponse:
    """The API's description."""
    from config.api import api

    return JsonResponse(api.get_openapi_schema(), json_dumps_params={"ensure_ascii": False})


@csrf_exempt
def no_such_route(request: HttpRequest, rest: str) -> HttpResponse:
    """An API path that leads nowhere answers like the API, not with the console's page."""
    body = {"code": "not_found", "message": "没有这个接口。请刷新页面后重试。", "facts": {}}
    return JsonResponse(body, status=404, json_dumps_params={"ensure_ascii": False})
