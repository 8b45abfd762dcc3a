"""Codes sent to a mobile number: six digits, single use, five minutes, five guesses, so many per number and address.

Whoever asks is told the same whether anybody has this number or not. ``send`` and ``check`` write for themselves:
call them outside a transaction, or a refused guess would not be counted.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from django.conf import settings
from django.db import connection, transaction
from django.db.models import QuerySet

from anjie.access.mobiles import read_mobile
from anjie.access.models import SmsCode
from anjie.foundation import clock, masks
from anjie.foundation.refusals import Invalid, Refusal
from anjie.foundation.sealed import Field, sealer
from anjie.ports.failures import Unsure, VendorFailure
from anjie.ports.sms import Report, Sms, sms

log = structlog.get_logger("anjie.codes")

LIVES = timedelta(minutes=5)
GUESSES = 5
KEPT = timedelta(days=30)
TEMPLATE = "access.code"
LOCK = 0x616E6A6963
"""The advisory lock under which codes are counted and made: "anjic" in ASCII."""

Limits = tuple[tuple[timedelta, int], ...]
PER_NUMBER: Limits = ((timedelta(minutes=1), 1), (timedelta(hours=1), 5), (timedelta(days=1), 10))
PER_ADDRESS: Limits = ((timedelta(hours=1), 20), (timedelta(days=1), 60))
EVERYWHERE: Limits = ((timedelta(minutes=1), 120),)


@dataclass(frozen=True)
class SentCode:
    """What the page needs to know; ``code`` only in a demo that has no vendor."""

    lives_seconds: int
    again_seconds: int
    recorded: bool
    code: str | None = None


def send(mobile: str, purpose: str, *, address: str, about: str = "") -> SentCode:
    """Send a new code to the number; ``about`` binds it to one thing (a paper to be signed)."""
    number = read_mobile(mobile)
    if not sms().live and not settings.DEMO:
        raise Refusal(
            "code.no_vendor", "系统尚未配置短信服务，验证码无法送达。请用用户名和密码登录，或联系系统管理员。"
        )
    index = sealer().index(number, Field.PHONE)
    code = f"{secrets.randbelow(1_000_000):06d}"
    now = clock.now()
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        counted = SmsCode.objects.exclude(state=SmsCode.State.FAILED)
        _within(counted.filter(mobile_index=index), PER_NUMBER, now, "该手机号")
        if address:
            _within(counted.filter(address=address), PER_ADDRESS, now, "当前网络")
        _within(counted, EVERYWHERE, now, "系统")
        row = SmsCode.objects.create(
            purpose=purpose,
            mobile_index=index,
            mobile_mask=masks.phone(number),
            code_hash=b"",
            address=address or None,
            sent_at=now,
            expires_at=now + LIVES,
        )
        row.code_hash = _hash(row, about, code)
        row.save(update_fields=["code_hash"])
    recorded = _hand_over(row, number, code)
    return SentCode(
        int(LIVES.total_seconds()),
        int(PER_NUMBER[0][0].total_seconds()),
        recorded,
        code if recorded and settings.DEMO else None,
    )


def check(mobile: str, code: str, purpose: str, *, about: str = "") -> str:
    """The number when the code is right, which then is used up; refused with what to do otherwise."""
    number = read_mobile(mobile)
    index = sealer().index(number, Field.PHONE)
    with transaction.atomic():
        row = (
            SmsCode.objects.select_for_update()
            .filter(mobile_index=index, purpose=purpose, used_at__isnull=True)
            .order_by("-id")
            .first()
        )
        if row is None or row.expires_at <= clock.now() or row.guesses >= GUESSES:
            left = 0
        elif hmac.compare_digest(bytes(row.code_hash), _hash(row, about, code.strip())):
            row.used_at = clock.now()
            row.save(update_fields=["used_at"])
            return number
        else:
            row.guesses += 1
            row.save(update_fields=["guesses"])
            left = GUESSES - row.guesses
    if left:
        raise Invalid("code.wrong", f"验证码不正确，还可再试 {left} 次。请核对短信后重填。", left=left)
    raise Invalid("code.gone", "验证码不正确或已失效。请重新获取验证码。", left=0)


def reported(report: Report) -> bool:
    """Put on a code what the vendor reports of it."""
    state = {
        "sent": SmsCode.State.SENT,
        "delivered": SmsCode.State.DELIVERED,
        "failed": SmsCode.State.FAILED,
    }[report.state]
    if not report.vendor_reference:
        return False
    found = SmsCode.objects.filter(vendor_reference=report.vendor_reference)
    return bool(found.exclude(state=SmsCode.State.DELIVERED).update(state=state, reason=report.reason[:200]))


def forget_old() -> int:
    """Drop codes of more than thirty days ago; returns how many."""
    return SmsCode.objects.filter(sent_at__lt=clock.now() - KEPT).delete()[0]


def _within(counted: QuerySet[SmsCode], limits: Limits, now: datetime, whose: str) -> None:
    for span, most in limits:
        if counted.filter(sent_at__gt=now - span).count() >= most:
            minutes = int(span.total_seconds() // 60)
            said = f"{minutes // 60} 小时" if minutes >= 60 else f"{minutes} 分钟"
            raise Refusal(
                "code.too_many",
                f"{whose}在 {said}内获取验证码已达 {most} 次。请稍后再试，或用用户名和密码登录。",
                minutes=minutes,
                most=most,
            ).with_status(429)


def _hash(row: SmsCode, about: str, code: str) -> bytes:
    """Under the index key, so that six digits cannot be tried out from a copy of the table."""
    hashed = sealer().index(f"code:{row.pk}:{row.purpose}:{about}:{code}", Field.TEXT)
    assert hashed is not None
    return bytes(hashed)


def _hand_over(row: SmsCode, number: str, code: str) -> bool:
    minutes = str(int(LIVES.total_seconds() // 60))
    message = Sms(f"code-{row.pk}", number, TEMPLATE, (("code", code), ("minutes", minutes)))
    try:
        accepted = sms().send(message)
    except Unsure as unsure:
        # It may be on its way: the number waits its minute like any other.
        SmsCode.objects.filter(pk=row.pk).update(reason=f"没有收到应答（{unsure.code}）")
        log.warning("code.unsure", code=row.pk, vendor_code=unsure.code)
        return False
    except VendorFailure as failure:
        SmsCode.objects.filter(pk=row.pk).update(
            state=SmsCode.State.FAILED, reason=f"服务商未受理（{failure.code}）"
        )
        log.warning("code.refused", code=row.pk, vendor_code=failure.code)
        raise Refusal("code.not_sent", "短信暂时发不出去。请稍后再试，或用用户名和密码登录。") from failure
    state = SmsCode.State.RECORDED if accepted.recorded else SmsCode.State.SENT
    SmsCode.objects.filter(pk=row.pk, state=SmsCode.State.SENDING).update(
        state=state, vendor_reference=accepted.vendor_reference[:80]
    )
    return accepted.recorded
