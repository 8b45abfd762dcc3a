"""The door for what vendors send us: verified on the raw bytes, translated, kept once; a job acts on it.

Nothing here is believed before its signature fits. A vendor who signs nothing (SMS reports) is known by a secret
in the address, and can only speak of messages we sent.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Callable
from dataclasses import asdict

import structlog
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from anjie.ports.sms import Report
from anjie.services.callbacks.actions import take
from config.bindings import given, push_key

log = structlog.get_logger("anjie.webhooks")
LARGEST = 256 * 1024


@csrf_exempt
def wechat(request: HttpRequest) -> HttpResponse:
    """WeChat's message push: the check of the address (GET) and events (POST)."""
    from anjie.adapters.wechat.pushing import NotGenuine, check, event_of

    token, query = push_key("wechat", "push_token"), {k: str(v) for k, v in request.GET.items()}
    try:
        if request.method == "GET":
            if not token:
                raise NotGenuine("token")
            check(query.get("signature", ""), token, query.get("timestamp", ""), query.get("nonce", ""))
            return _text(query.get("echostr", ""))
        held = given("wechat")
        events = event_of(
            _body(request), query,
            token=token, aes_key=held.get("push_aes_key", ""), app_id=held.get("app_id", ""),
        )  # fmt: skip
    except (NotGenuine, TooLarge) as wrong:
        return _refused("wechat", wrong)
    with transaction.atomic():
        for name, reference, facts in events:
            take("wechat", reference, name, facts)
    return _text("success")


@csrf_exempt
def tencent_meeting(request: HttpRequest) -> HttpResponse:
    """Tencent Meeting's events (POST) and the check of the address (GET)."""
    from anjie.adapters.tencent_meeting.meeting import event_of
    from anjie.adapters.tencent_meeting.signing import NotGenuine, opened

    headers = {name: request.headers.get(name, "") for name in ("timestamp", "nonce", "signature")}
    keys = {
        "token": push_key("tencent_meeting", "push_token"),
        "aes_key": push_key("tencent_meeting", "push_aes_key"),
    }
    try:
        if request.method == "GET":
            return _text(opened(str(request.GET.get("check_str", "")), headers, **keys))
        events = event_of(_body(request), headers, **keys)
    except (NotGenuine, TooLarge) as wrong:
        return _refused("tencent_meeting", wrong)
    with transaction.atomic():
        for name, reference, facts in events:
            take("tencent_meeting", reference, name, facts)
    return _text("successfully received callback")


@csrf_exempt
def tencent_sms(request: HttpRequest, key: str) -> HttpResponse:
    """Tencent Cloud's delivery reports."""
    from anjie.adapters.tencent_sms.sending import reports

    return _sms_reports(request, "tencent_sms", key, reports, {"result": 0, "errmsg": "OK"})


@csrf_exempt
def aliyun_sms(request: HttpRequest, key: str) -> HttpResponse:
    """Aliyun's delivery reports."""
    from anjie.adapters.aliyun_sms.sending import reports

    return _sms_reports(request, "aliyun_sms", key, reports, {"code": 0, "msg": "接收成功"})


@csrf_exempt
def robot(request: HttpRequest) -> HttpResponse:
    """How a call of the voice robot went; what was said is sealed before it is kept."""
    from anjie.adapters.robot_gateway.calling import report_of
    from anjie.adapters.robot_gateway.signing import SIGN, TIME, NotGenuine
    from anjie.lines.mediation.consent.reporting import sealed_report

    headers = {name: request.headers.get(name, "") for name in (TIME, SIGN)}
    try:
        event, report = report_of(_body(request), headers, secret=push_key("robot_gateway", "push_secret"))
    except (NotGenuine, TooLarge) as wrong:
        return _refused("robot", wrong)
    take("robot", f"{report.reference}:{event}"[:120], "robot.reported", sealed_report(report))
    return _text("ok")


class TooLarge(Exception):
    """More than any vendor sends."""


def _sms_reports(
    request: HttpRequest,
    vendor: str,
    key: str,
    reports: Callable[[object], list[Report]],
    thanks: dict[str, object],
) -> HttpResponse:
    wanted = push_key(vendor, "push_key")
    if not wanted or not hmac.compare_digest(key.encode(), wanted.encode()):
        return _refused(vendor, PermissionError("key"))
    try:
        found = reports(json.loads(_body(request)))
    except (ValueError, TooLarge) as wrong:
        return _refused(vendor, wrong)
    with transaction.atomic():
        for report in found:
            facts = asdict(report)
            same = hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()[:24]
            take(vendor, f"{report.vendor_reference[:80]}:{same}", "sms.report", facts)
    return HttpResponse(json.dumps(thanks, ensure_ascii=False), content_type="application/json")


def _body(request: HttpRequest) -> bytes:
    if int(request.headers.get("Content-Length") or 0) > LARGEST:
        raise TooLarge
    return request.body


def _text(text: str) -> HttpResponse:
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


def _refused(vendor: str, why: Exception) -> HttpResponse:
    log.warning("webhook.refused", vendor=vendor, why=f"{type(why).__name__} {why}"[:60])
    return HttpResponse(status=403)
