"""Sign-in, sign-out, switching the membership.

Staff have one live session per account, and the displaced one is told why. Parties act as themselves on their
own phones: several sessions, each for so many days.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from axes.utils import reset as axes_reset
from django.conf import settings
from django.contrib.auth import authenticate
from django.db import transaction
from django.http import HttpRequest

from anjie.access import addresses, trail
from anjie.access.actors import Actor
from anjie.access.models import Account, LiveSession, Membership
from anjie.access.passwords import is_due
from anjie.foundation import clock, live
from anjie.foundation.refusals import Invalid, NotFound, Refusal

SEEN_EVERY = timedelta(seconds=60)

MESSAGES = {
    "not_signed_in": "您尚未登录。请先登录。",
    "signed_out": "您已退出登录。请重新登录。",
    "displaced": "您的账号于 {at} 在别处登录，本次登录已结束。如非本人操作，请立即修改密码并联系系统管理员。",
    "idle": "超过 {minutes} 分钟未操作，已自动退出。请重新登录，未提交的内容仍保留在页面上。",
    "disabled": "您的账号已被停用。请联系系统管理员。",
    "reset": "您的密码已被重置。请使用新密码登录。",
    "address": "您的地址 {address} 不在允许的登录地址之内，本次登录已结束。请在单位网络内登录，或联系系统管理员登记该地址。",
    "expired": "登录已满 {days} 天。请重新登录。",
    "no_membership": "您当前没有有效的任职。请联系系统管理员。",
}


@dataclass(frozen=True)
class Ended:
    """There is no live session behind a key, and why."""

    why: str
    message: str


def actor_of(key: str | None, *, address: str = "") -> Actor | Ended:
    """The actor behind a session key, or why there is none. Notes that the session was seen."""
    if not key:
        return _ended("not_signed_in")
    session = (
        LiveSession.objects.select_related(
            "account", "membership__account", "membership__role", "membership__unit"
        )
        .filter(key_hash=hash_of(key))
        .first()
    )
    if session is None:
        return _ended("not_signed_in")
    now = clock.now()
    found = _state_of(session, now, address)
    if isinstance(found, Ended):
        return found
    if now - session.seen_at > SEEN_EVERY:
        LiveSession.objects.filter(pk=session.pk).update(seen_at=now)
    return found


def states_of(key_hashes: list[str]) -> dict[str, Actor | Ended]:
    """Who stands behind many sessions now, or why each has ended; being looked at is not being used."""
    now = clock.now()
    rows = LiveSession.objects.select_related(
        "account", "membership__account", "membership__role", "membership__unit"
    ).filter(key_hash__in=key_hashes)
    states = {row.key_hash: _state_of(row, now, str(row.address or "")) for row in rows}
    return {key_hash: states.get(key_hash) or _ended("not_signed_in") for key_hash in key_hashes}


def _state_of(session: LiveSession, now: datetime, address: str) -> Actor | Ended:
    """The actor of one session row; ends it when it lay idle or its account was disabled."""
    if session.ended_at:
        return _ended(
            session.ended_why, address=address, at=clock.local(session.ended_at).strftime("%m-%d %H:%M")
        )
    if session.is_party:
        if now - session.started_at > timedelta(days=settings.PARTY_SESSION_DAYS):
            _end(session, LiveSession.End.EXPIRED)
            return _ended("expired")
    elif now - session.seen_at > timedelta(minutes=settings.IDLE_MINUTES):
        _end(session, LiveSession.End.IDLE)
        return _ended("idle")
    if not session.account.is_active:
        _end(session, LiveSession.End.DISABLED)
        return _ended("disabled")
    membership = session.membership
    if membership is None and session.account.is_party:
        return Actor.party(session.account, address)
    if membership is None or not membership.is_active or not membership.unit.is_active:
        return _ended("no_membership")
    if not addresses.admits(membership, address):
        _end(session, LiveSession.End.ADDRESS)
        trail.record(Actor.of(membership, address), "access.address_refused", address=address)
        return _ended("address", address=address)
    actor = Actor.of(membership, address)
    if is_due(session.account, now):
        actor = replace(actor, facts={"must_change_password": True})
    return actor


def sign_in(request: HttpRequest, username: str, password: str, *, address: str, agent: str) -> Actor:
    """Check the password, end the account's other session, begin this one. Locked out after repeated failures."""
    account = authenticate(request, username=username, password=password)
    if getattr(request, "axes_locked_out", False):
        minutes = int(settings.AXES_COOLOFF_TIME * 60)
        raise Refusal(
            "access.locked",
            f"连续输错 {settings.AXES_FAILURE_LIMIT} 次，账号已锁定。请 {minutes} 分钟后再试，或联系系统管理员重置密码。",
            minutes=minutes,
        ).with_status(429)
    if account is None:
        raise Invalid(
            "access.wrong_password", "用户名或密码不正确，或账号已停用。请核对后重试。"
        ).with_status(401)
    assert isinstance(account, Account)
    return enter(request, account, address=address, agent=agent)


def enter(request: HttpRequest, account: Account, *, address: str, agent: str) -> Actor:
    """Sign in an account whose owner has proved himself: in his first membership from here, else as a party."""
    if not account.is_active:
        raise Refusal("access.disabled", MESSAGES["disabled"]).with_status(403)
    active = account.memberships.filter(is_active=True, unit__is_active=True)
    memberships = list(active.select_related("account", "role", "unit"))
    if not memberships and not account.is_party:
        raise Refusal("access.no_membership", MESSAGES["no_membership"]).with_status(403)
    membership = next((one for one in memberships if addresses.admits(one, address)), None)
    if membership is None and not account.is_party:
        trail.record(Actor.of(memberships[0], address), "access.address_refused", address=address)
        raise Refusal(
            "access.address",
            f"您的地址 {address} 不在允许的登录地址之内，没有登录。请在单位网络内登录，或联系系统管理员登记该地址。",
            address=address,
        ).with_status(403)
    request.session.flush()
    request.session.cycle_key()
    request.session["account"] = account.pk
    if membership is None:
        request.session.set_expiry(settings.PARTY_SESSION_DAYS * 24 * 3600)
    request.session.save()
    return begin(account, membership, str(request.session.session_key), address=address, agent=agent)


@transaction.atomic
def begin(account: Account, membership: Membership | None, key: str, *, address: str, agent: str) -> Actor:
    """Begin a live session under ``key``: staff's only one, whoever held it before is displaced, or one of a party's."""
    Account.objects.select_for_update().get(pk=account.pk)
    now = clock.now()
    others = LiveSession.objects.filter(
        account=account, ended_at__isnull=True, is_party=membership is None
    ).order_by("-started_at", "-id")
    kept = settings.PARTY_SESSIONS - 1 if membership is None else 0
    displaced = LiveSession.objects.filter(pk__in=list(others.values_list("pk", flat=True)[kept:])).update(
        ended_at=now, ended_why=LiveSession.End.DISPLACED
    )
    LiveSession.objects.create(
        account=account,
        membership=membership,
        is_party=membership is None,
        key_hash=hash_of(key),
        started_at=now,
        seen_at=now,
        address=address or None,
        agent=agent[:200],
    )
    actor = Actor.of(membership, address) if membership else Actor.party(account, address)
    trail.record(actor, "access.signed_in", address=address, displaced=bool(displaced))
    if displaced:
        _tell_streams(account.pk)
    if membership is None:
        return actor
    return replace(actor, facts={"must_change_password": True}) if is_due(account, now) else actor


def sign_out(actor: Actor, key: str | None) -> None:
    """End the session behind ``key``."""
    if key:
        session = LiveSession.objects.filter(key_hash=hash_of(key), ended_at__isnull=True).first()
        if session:
            _end(session, LiveSession.End.SIGNED_OUT)
            trail.record(actor, "access.signed_out")


@transaction.atomic
def switch(actor: Actor, key: str, membership_id: int) -> Actor:
    """Make another of the account's own memberships the active one; 0 is the account itself, as a party."""
    session = (
        LiveSession.objects.select_for_update(of=("self",))
        .select_related("account")
        .filter(key_hash=hash_of(key), account_id=actor.account_id or 0, ended_at__isnull=True)
        .first()
    )
    if session is None or (membership_id == 0 and not session.account.is_party):
        raise NotFound("任职")
    if membership_id == 0:
        return _switched(session, None, actor.address)
    membership = Membership.objects.filter(
        pk=membership_id, account_id=actor.account_id or 0, is_active=True, unit__is_active=True
    ).first()
    if membership is None:
        raise NotFound("任职")
    if session.is_party:
        # A party's sign-in may be weeks old; staff's are not.
        raise Refusal("access.sign_in_again", "进入任职需要重新验证身份。请退出后重新登录。").with_status(403)
    if not addresses.admits(membership, actor.address):
        raise Refusal(
            "access.address",
            f"任职“{membership.role.name} · {membership.unit.name}”不允许从您的地址 {actor.address} 使用。请在允许的网络内切换。",
            address=actor.address,
        ).with_status(403)
    return _switched(session, membership, actor.address)


def _switched(session: LiveSession, membership: Membership | None, address: str) -> Actor:
    LiveSession.objects.filter(pk=session.pk).update(membership=membership)
    chosen = Actor.of(membership, address) if membership else Actor.party(session.account, address)
    trail.record(chosen, "access.switched", membership=membership.pk if membership else 0)
    _tell_streams(session.account_id)
    return chosen


def end_sessions(account_id: int, why: str) -> int:
    """End every live session of the account; returns how many there were."""
    ended = LiveSession.objects.filter(account_id=account_id, ended_at__isnull=True).update(
        ended_at=clock.now(), ended_why=why
    )
    if ended:
        _tell_streams(account_id)
    return ended


def unlock(username: str) -> None:
    """Forget the failed sign-ins of a user name, so it may try again at once."""
    axes_reset(username=username)


def _end(session: LiveSession, why: str) -> None:
    LiveSession.objects.filter(pk=session.pk, ended_at__isnull=True).update(
        ended_at=clock.now(), ended_why=why
    )
    _tell_streams(session.account_id)


def _tell_streams(account_id: int) -> None:
    """Let the open pages of an account look at once whether their session still stands."""
    live.publish(f"account:{account_id}", event="session_changed")


def _ended(why: str, at: str = "", address: str = "") -> Ended:
    told = MESSAGES[why].format(
        at=at, address=address, minutes=settings.IDLE_MINUTES, days=settings.PARTY_SESSION_DAYS
    )
    return Ended(why, told)


def hash_of(key: str) -> str:
    """What is stored of a session key."""
    return hashlib.sha256(key.encode()).hexdigest()
