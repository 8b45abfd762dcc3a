"""Sign-in, sign-out, switching the membership.

Staff have one live session per account, and the displaced one is told why. Parties act as themselves on their
own phones: several sessions, each for so many days.
"""

from __future__ import annotations

from dataclasses import replace

from axes.utils import reset as axes_reset
from django.conf import settings
from django.contrib.auth import authenticate
from django.db import transaction
from django.http import HttpRequest

from anjie.access import addresses, trail
from anjie.access.actors import Actor
from anjie.access.models import Account, LiveSession, Membership
from anjie.access.passwords import is_due
from anjie.access.standing import MESSAGES, end, hash_of, tell_streams
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid, NotFound, Refusal


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
        tell_streams(account.pk)
    if membership is None:
        return actor
    return replace(actor, facts={"must_change_password": True}) if is_due(account, now) else actor


def sign_out(actor: Actor, key: str | None) -> None:
    """End the session behind ``key``."""
    if key:
        session = LiveSession.objects.filter(key_hash=hash_of(key), ended_at__isnull=True).first()
        if session:
            end(session.pk, session.account_id, LiveSession.End.SIGNED_OUT)
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
    tell_streams(session.account_id)
    return chosen


def end_sessions(account_id: int, why: str) -> int:
    """End every live session of the account; returns how many there were."""
    ended = LiveSession.objects.filter(account_id=account_id, ended_at__isnull=True).update(
        ended_at=clock.now(), ended_why=why
    )
    if ended:
        tell_streams(account_id)
    return ended


def unlock(username: str) -> None:
    """Forget the failed sign-ins of a user name, so it may try again at once."""
    axes_reset(username=username)
