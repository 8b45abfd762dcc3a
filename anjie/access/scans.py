"""A QR on a page of the console, answered by a phone: one key, one browser, two minutes, one use."""

from __future__ import annotations

import hashlib
import io
import secrets
from dataclasses import dataclass
from datetime import timedelta

import segno
from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from anjie.access import trail, wechat_users
from anjie.access.actors import Actor
from anjie.access.mobiles import Proof
from anjie.access.models import Account, Scan
from anjie.foundation import clock
from anjie.foundation.refusals import NotFound, Refusal
from anjie.ports.failures import VendorFailure
from anjie.ports.wechat import wechat

LIVES = timedelta(minutes=2)
PAGE = "pages/scan/index"
MOST_OPEN = 200
"""Open keys of one address; a page that reloads makes a new one each time."""


@dataclass(frozen=True)
class Shown:
    """What the page shows; ``browser`` is kept in its session and proves that it is the same browser."""

    picture: bytes
    media_type: str
    check_no: str
    lives_seconds: int
    browser: str


def show(purpose: Scan.Purpose, account: Account | None, *, address: str, agent: str, origin: str) -> Shown:
    """A new key for this browser, as a mini-program code where WeChat gives one, else as a plain QR of our address."""
    now = clock.now()
    recent = Scan.objects.filter(made_at__gt=now - LIVES)
    if address and recent.filter(address=address).count() >= MOST_OPEN:
        raise Refusal("scan.too_many", "二维码请求过于频繁。请两分钟后刷新页面再试。", minutes=2).with_status(
            429
        )
    key, browser = secrets.token_urlsafe(16), secrets.token_urlsafe(24)
    row = Scan.objects.create(
        key_hash=_hash(key),
        purpose=purpose,
        browser_hash=_hash(browser),
        account=account,
        check_no=f"{secrets.randbelow(10_000):04d}",
        address=address or None,
        agent=agent[:200],
        made_at=now,
        expires_at=now + LIVES,
    )
    picture, media_type = _picture(key, origin)
    return Shown(picture, media_type, row.check_no, int(LIVES.total_seconds()), browser)


def state_of(browser: str) -> str:
    """How far the scan of this browser is; ``expired`` when nothing came of it in time."""
    row = Scan.objects.filter(browser_hash=_hash(browser)).first() if browser else None
    if row is None or (row.expires_at <= clock.now() and row.state != Scan.State.USED):
        return "expired"
    return row.state


def look(key: str) -> Scan:
    """What the phone shows before it answers: for which browser, since when, with which check number."""
    with transaction.atomic():
        row = _open(key)
        if row.state == Scan.State.WAITING:
            row.state = Scan.State.SEEN
            row.save(update_fields=["state"])
    return row


@transaction.atomic
def answer_sign_in(actor: Actor, key: str, *, yes: bool) -> None:
    """Let the browser that shows the key sign in as the account of this phone, or not."""
    row = _open(key)
    if row.purpose != Scan.Purpose.SIGN_IN:
        raise NotFound("二维码", "scan.gone")
    row.state = Scan.State.CONFIRMED if yes else Scan.State.REFUSED
    row.account_id = actor.own_account_id
    row.save(update_fields=["state", "account"])
    verb = "access.scan_confirmed" if yes else "access.scan_refused"
    trail.record(actor, verb, scan=row.pk, address=str(row.address or ""))


@transaction.atomic
def answer_bind(proof: Proof, key: str) -> None:
    """Offer this WeChat user to the account whose page shows the key; that page has the last word."""
    row = _open(key)
    if row.purpose != Scan.Purpose.BIND:
        raise NotFound("二维码", "scan.gone")
    row.state, row.openid, row.unionid = Scan.State.CONFIRMED, proof.openid, proof.unionid
    row.save(update_fields=["state", "openid", "unionid"])


@transaction.atomic
def take_sign_in(browser: str) -> Account:
    """The account a phone confirmed for this browser, once."""
    row = _confirmed(browser, Scan.Purpose.SIGN_IN)
    assert row.account_id is not None
    account = Account.objects.get(pk=row.account_id)
    if not account.is_active:
        raise Refusal("access.disabled", "您的账号已被停用。请联系系统管理员。").with_status(403)
    row.state = Scan.State.USED
    row.save(update_fields=["state"])
    return account


@transaction.atomic
def take_bind(actor: Actor, browser: str) -> None:
    """Bind the WeChat user who scanned to one's own account."""
    row = _confirmed(browser, Scan.Purpose.BIND)
    if row.account_id != actor.account_id:
        raise NotFound("二维码", "scan.gone")
    account = Account.objects.get(pk=actor.own_account_id)
    wechat_users.bind(account, Proof(openid=row.openid, unionid=row.unionid), address=actor.address)
    row.state = Scan.State.USED
    row.save(update_fields=["state"])


def forget_old() -> int:
    """Drop keys of more than a day ago; returns how many."""
    return Scan.objects.filter(made_at__lt=clock.now() - timedelta(days=1)).delete()[0]


def _confirmed(browser: str, purpose: Scan.Purpose) -> Scan:
    found: QuerySet[Scan] = Scan.objects.select_for_update(of=("self",)).filter(
        browser_hash=_hash(browser), purpose=purpose, state=Scan.State.CONFIRMED, expires_at__gt=clock.now()
    )
    row = found.first() if browser else None
    if row is None:
        raise _gone()
    return row


def _open(key: str) -> Scan:
    row = (
        Scan.objects.select_for_update(of=("self",))
        .filter(
            key_hash=_hash(key),
            state__in=[Scan.State.WAITING, Scan.State.SEEN],
            expires_at__gt=clock.now(),
        )
        .select_related("account")
        .first()
    )
    if row is None:
        raise _gone()
    return row


def _gone() -> Refusal:
    return Refusal("scan.gone", "二维码已过期或已用过。请刷新页面，重新扫码。").with_status(410)


def _picture(key: str, origin: str) -> tuple[bytes, str]:
    try:
        picture = wechat().scan_picture(key, PAGE)
    except VendorFailure:
        picture = None
    if picture is not None:
        return picture, "image/png" if picture[:4] == b"\x89PNG" else "image/jpeg"
    address = f"{settings.PUBLIC_ORIGIN or origin}/m/#/{PAGE}?scene={key}"
    drawn = io.BytesIO()
    segno.make(address, error="m").save(drawn, kind="svg", scale=5, border=2)
    return drawn.getvalue(), "image/svg+xml"


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
