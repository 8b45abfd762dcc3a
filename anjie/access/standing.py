"""Who stands behind a session key now: asked at every request, so by one statement written once."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime, timedelta
from typing import NamedTuple

from django.conf import settings
from django.db import connection

from anjie.access import addresses, trail
from anjie.access.actors import Actor
from anjie.access.models import Account, LiveSession
from anjie.access.passwords import is_due
from anjie.foundation import clock, live

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


class Ended(NamedTuple):
    """There is no live session behind a key, and why."""

    why: str
    message: str


class _Row(NamedTuple):
    """One session with its account, and with membership, role, unit and networks where it has one."""

    session_id: int
    key_hash: str
    begun_as_party: bool
    started_at: datetime
    seen_at: datetime
    ended_at: datetime | None
    ended_why: str
    address: str | None
    account_id: int
    account_name: str
    account_active: bool
    must_change_password: bool
    password_changed_at: datetime | None
    may_be_party: bool
    membership_id: int | None
    works: bool
    reach: str
    client_ids: list[int] | None
    unit_id: int
    unit_path: str
    role: str
    deeds: list[str]
    networks: list[str] | None


# The query builder took longer to write this than the database takes to answer it.
_ROWS = f"""
SELECT s.id, s.key_hash, s.is_party, s.started_at, s.seen_at, s.ended_at, s.ended_why, host(s.address),
    a.id, a.name, a.is_active, a.must_change_password, a.password_changed_at,
    a.kind <> '{Account.Kind.STAFF}' OR EXISTS (SELECT FROM access_personfacts p WHERE p.account_id = a.id),
    m.id, m.is_active AND u.is_active, m.reach, m.client_ids, u.id, u.path, r.code, r.deeds,
    {addresses.NARROWEST.format(membership="m.id", role="m.role_id")}
FROM access_livesession s
JOIN access_account a ON a.id = s.account_id
LEFT JOIN access_membership m ON m.id = s.membership_id
LEFT JOIN access_organisation u ON u.id = m.unit_id
LEFT JOIN access_role r ON r.id = m.role_id
WHERE s.key_hash = ANY(%s)
"""


def actor_of(key: str | None, *, address: str = "") -> Actor | Ended:
    """The actor behind a session key, or why there is none. Notes that the session was seen."""
    rows = _rows([hash_of(key)]) if key else []
    if not rows:
        return _ended("not_signed_in")
    now = clock.now()
    found = _state_of(rows[0], now, address)
    if isinstance(found, Actor) and now - rows[0].seen_at > SEEN_EVERY:
        LiveSession.objects.filter(pk=rows[0].session_id).update(seen_at=now)
    return found


def states_of(key_hashes: list[str]) -> dict[str, Actor | Ended]:
    """Who stands behind many sessions now, or why each has ended; being looked at is not being used."""
    now = clock.now()
    states = {row.key_hash: _state_of(row, now, row.address or "") for row in _rows(key_hashes)}
    return {key_hash: states.get(key_hash) or _ended("not_signed_in") for key_hash in key_hashes}


def end(session_id: int, account_id: int, why: str) -> None:
    """End one session, unless it has ended, and let its open pages know."""
    LiveSession.objects.filter(pk=session_id, ended_at__isnull=True).update(
        ended_at=clock.now(), ended_why=why
    )
    tell_streams(account_id)


def tell_streams(account_id: int) -> None:
    """Let the open pages of an account look at once whether their session still stands."""
    live.publish(f"account:{account_id}", event="session_changed")


def hash_of(key: str) -> str:
    """What is stored of a session key."""
    return hashlib.sha256(key.encode()).hexdigest()


def _rows(key_hashes: list[str]) -> list[_Row]:
    with connection.cursor() as cursor:
        cursor.execute(_ROWS, [key_hashes])
        return [_Row._make(row) for row in cursor.fetchall()]


def _state_of(row: _Row, now: datetime, address: str) -> Actor | Ended:
    """The actor of one session; ends it when it lay idle or its account was disabled."""
    if row.ended_at:
        at = clock.local(row.ended_at).strftime("%m-%d %H:%M")
        return _ended(row.ended_why, address=address, at=at)
    if row.begun_as_party:
        if now - row.started_at > timedelta(days=settings.PARTY_SESSION_DAYS):
            return _end(row, LiveSession.End.EXPIRED)
    elif now - row.seen_at > timedelta(minutes=settings.IDLE_MINUTES):
        return _end(row, LiveSession.End.IDLE)
    if not row.account_active:
        return _end(row, LiveSession.End.DISABLED)
    if row.membership_id is None and row.may_be_party:
        return Actor.party(Account(pk=row.account_id, name=row.account_name), address)
    if row.membership_id is None or not row.works:
        return _ended("no_membership")
    actor = _member(row, address)
    if row.networks is not None and not addresses.within(address, row.networks):
        trail.record(actor, "access.address_refused", address=address)
        return _end(row, LiveSession.End.ADDRESS, address)
    if is_due(row, now):
        actor = replace(actor, facts={"must_change_password": True})
    return actor


def _member(row: _Row, address: str) -> Actor:
    return Actor(
        key=f"account:{row.account_id}",
        name=row.account_name,
        deeds=frozenset(row.deeds),
        reach=row.reach,
        account_id=row.account_id,
        membership_id=row.membership_id,
        unit_id=row.unit_id,
        unit_path=row.unit_path,
        role=row.role,
        client_ids=None if row.client_ids is None else frozenset(row.client_ids),
        address=address,
    )


def _end(row: _Row, why: LiveSession.End, address: str = "") -> Ended:
    end(row.session_id, row.account_id, why)
    return _ended(why, address=address)


def _ended(why: str, at: str = "", address: str = "") -> Ended:
    told = MESSAGES[why].format(
        at=at, address=address, minutes=settings.IDLE_MINUTES, days=settings.PARTY_SESSION_DAYS
    )
    return Ended(str(why), told)
