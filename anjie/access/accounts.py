"""Accounts and memberships: created, edited, reset, disabled (with what the leaver holds), enabled."""

from __future__ import annotations

import secrets
import string
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from anjie.access import leavers, sessions, trail
from anjie.access.actors import Actor, beyond_own
from anjie.access.deeds import AccessDeed
from anjie.access.mobiles import PLACE, set_mobile
from anjie.access.models import Account, LiveSession, Membership, Organisation, Role
from anjie.access.passwords import set_password
from anjie.foundation import clock
from anjie.foundation.phones import phone_key
from anjie.foundation.refusals import Forbidden, Invalid, NotFound, Refusal
from anjie.foundation.sealed import Field, sealer

WIDTH = {reach: position for position, reach in enumerate(Membership.Reach.values)}


@dataclass(frozen=True)
class Post:
    """A membership as an administrator asks for it."""

    role_id: int
    unit_id: int
    reach: str
    client_ids: list[int] | None = None


def accounts_for(actor: Actor, deed: AccessDeed = AccessDeed.ACCOUNTS_SEE) -> QuerySet[Account]:
    """Accounts with a membership in a unit the actor reaches (all of them for reach ``all``)."""
    actor.require(deed)
    if actor.unit_ids is None:
        return Account.objects.all()
    mine = Membership.objects.filter(unit_id__in=actor.unit_ids).values("account_id")
    return Account.objects.filter(pk__in=mine)


def search(
    actor: Actor, *, kind: str = "", role: int | None = None, active: bool | None = None, q: str = ""
) -> QuerySet[Account]:
    """Accounts by kind, role, state, and user name, staff number, name or full mobile number."""
    found = accounts_for(actor)
    if kind:
        found = found.filter(kind=kind)
    if role is not None:
        found = found.filter(memberships__role_id=role).distinct()
    if active is not None:
        found = found.filter(is_active=active)
    if q:
        number = sealer().index(q, Field.PHONE) if q.isdigit() and len(q) >= 7 else None
        by_number = Q(mobile_index=number) if number else Q()
        found = found.filter(
            Q(username__icontains=q)
            | Q(name__icontains=q)
            | Q(staff_no__iexact=q)
            | (by_number or Q(pk__in=[]))
        )
    return found.order_by("id")


@transaction.atomic
def create(
    actor: Actor, *, username: str, name: str, staff_no: str | None, mobile: str, kind: str, posts: list[Post]
) -> tuple[Account, str]:
    """Add an account with its memberships; returns it with the first password, which must be changed.

    An enterprise's account needs none: it acts as itself.
    """
    actor.require(AccessDeed.ACCOUNTS_MANAGE)
    if Account.objects.filter(username=username).exists():
        raise Invalid("account.username_taken", f"用户名“{username}”已被使用。请换一个用户名。")
    _check_staff_no(staff_no, kind)
    if not posts and kind != Account.Kind.ENTERPRISE:
        raise Invalid("account.post_required", "账号至少需要一个任职。请选择角色和所属机构。")
    account = Account.objects.create(username=username, name=name, staff_no=staff_no or None, kind=kind)
    _set_mobile(account, mobile)
    password = first_password()
    set_password(actor, account, password, must_change=True)
    trail.record(actor, "account.created", account=account.pk, username=username)
    for post in posts:
        give_post(actor, account.pk, post)
    return account, password


@transaction.atomic
def edit(actor: Actor, account_id: int, changes: Mapping[str, Any]) -> Account:
    """Change name, staff number or mobile."""
    account = _locked(actor, account_id)
    changed = []
    if changes.get("name") and changes["name"] != account.name:
        if account.institution_id is not None:
            raise Refusal(
                "account.named_as_institution",
                f"账号已绑定机构“{account.name}”，名称随机构。请在“组织与委托方”中修改机构名称。",
            )
        account.name = changes["name"]
        changed.append("name")
    if "staff_no" in changes and (changes["staff_no"] or None) != account.staff_no:
        _check_staff_no(changes["staff_no"], account.kind)
        account.staff_no = changes["staff_no"] or None
        changed.append("staff_no")
    account.save()
    if changes.get("mobile"):
        _set_mobile(account, changes["mobile"])
        changed.append("mobile")
    trail.record(actor, "account.edited", account=account.pk, changed=changed)
    return account


@transaction.atomic
def reset_password(actor: Actor, account_id: int) -> str:
    """Give a new first password, to be changed at sign-in, and end the live session."""
    account = _locked(actor, account_id)
    password = first_password()
    set_password(actor, account, password, must_change=True)
    sessions.end_sessions(account.pk, LiveSession.End.RESET)
    sessions.unlock(account.username)
    trail.record(actor, "account.password_reset", account=account.pk)
    return password


@transaction.atomic
def disable(actor: Actor, account_id: int, *, hand_over_to: list[int], why: str) -> dict[str, Any]:
    """Disable an account and move what it holds in the same transaction.

    Refused while it holds something and nobody was named to take it (``hand_over_to`` of membership
    ids; an empty list with ``why`` is refused too: unassigned is asked for by handing over to none
    through assignment first).
    """
    account = _locked(actor, account_id)
    if account.pk == actor.account_id:
        raise Refusal("account.self", "不能停用自己的账号。请由其他管理员操作。")
    mine = list(account.memberships.values_list("id", flat=True))
    held = leavers.held_by(mine)
    if held and not hand_over_to:
        listed = "、".join(f"{row.label} {row.count} 件（{row.amount:,.2f} 元）" for row in held)
        raise Refusal(
            "account.holds_cases",
            f"{account.name}还持有{listed}。请选择接手人，停用时一并移交。",
            held=[
                {"kind": row.kind, "label": row.label, "count": row.count, "amount": str(row.amount)}
                for row in held
            ],
        )
    takers = _takers(hand_over_to, account)
    moved = leavers.hand_over_all(actor, mine, takers, why) if held else {}
    account.is_active, account.disabled_at = False, clock.now()
    account.save(update_fields=["is_active", "disabled_at"])
    sessions.end_sessions(account.pk, LiveSession.End.DISABLED)
    trail.record(actor, "account.disabled", account=account.pk, why=why, moved=moved)
    return {"moved": moved}


@transaction.atomic
def enable(actor: Actor, account_id: int) -> Account:
    """Let a disabled account sign in again."""
    account = _locked(actor, account_id)
    account.is_active, account.disabled_at = True, None
    account.save(update_fields=["is_active", "disabled_at"])
    trail.record(actor, "account.enabled", account=account.pk)
    return account


@transaction.atomic
def add_post(actor: Actor, account_id: int, post: Post) -> Membership:
    """Give an existing account within reach another membership."""
    _locked(actor, account_id)
    return give_post(actor, account_id, post)


@transaction.atomic
def give_post(actor: Actor, account_id: int, post: Post) -> Membership:
    """Give an account a membership; never a wider reach or a deed the actor lacks himself."""
    actor.require(AccessDeed.ACCOUNTS_MANAGE)
    role, unit = (
        Role.objects.filter(pk=post.role_id).first(),
        Organisation.objects.filter(pk=post.unit_id).first(),
    )
    if role is None or unit is None or (actor.unit_ids is not None and unit.pk not in actor.unit_ids):
        raise NotFound("角色或机构")
    if beyond := beyond_own(actor, role.deeds):
        raise Forbidden(beyond[0], f"授予“{role.name}”")
    if WIDTH[post.reach] > WIDTH[actor.reach]:
        raise Refusal(
            "account.reach_too_wide", "不能授予比自己更大的数据范围。请由上级管理员操作。"
        ).with_status(403)
    if actor.client_ids is not None and not (post.client_ids and set(post.client_ids) <= actor.client_ids):
        raise Refusal(
            "account.clients_too_wide", "不能授予自己负责范围之外的委托方。请缩小委托方范围。"
        ).with_status(403)
    if Membership.objects.filter(account_id=account_id, role=role, unit=unit).exists():
        raise Invalid("account.post_exists", f"该账号已有“{role.name} · {unit.name}”任职。请直接修改它。")
    made = Membership.objects.create(
        account_id=account_id, role=role, unit=unit, reach=post.reach, client_ids=post.client_ids
    )
    trail.record(
        actor, "account.post_given", account=account_id, membership=made.pk, role=role.code, unit=unit.pk,
        reach=post.reach, clients=post.client_ids,
    )  # fmt: skip
    return made


@transaction.atomic
def edit_post(
    actor: Actor, membership_id: int, *, reach: str, client_ids: list[int] | None, active: bool
) -> Membership:
    """Change how far a membership sees, its clients, or whether it is active."""
    row = (
        Membership.objects.select_for_update(of=("self",))
        .select_related("role")
        .filter(pk=membership_id)
        .first()
    )
    if row is None:
        raise NotFound("任职")
    _locked(actor, row.account_id)
    if WIDTH[reach] > max(WIDTH[actor.reach], WIDTH[row.reach]):
        raise Refusal(
            "account.reach_too_wide", "不能授予比自己更大的数据范围。请由上级管理员操作。"
        ).with_status(403)
    if actor.client_ids is not None and not (client_ids and set(client_ids) <= actor.client_ids):
        raise Refusal(
            "account.clients_too_wide", "不能授予自己负责范围之外的委托方。请缩小委托方范围。"
        ).with_status(403)
    if not active and (held := leavers.held_by([row.pk])):
        count = sum(item.count for item in held)
        raise Refusal(
            "account.holds_cases", f"该任职还持有 {count} 件案件，不能停用。请先移交案件。", count=count
        )
    row.reach, row.client_ids, row.is_active = reach, client_ids, active
    row.save(update_fields=["reach", "client_ids", "is_active"])
    trail.record(
        actor, "account.post_edited", account=row.account_id, membership=row.pk, reach=reach, clients=client_ids,
        active=active,
    )  # fmt: skip
    return row


def first_password() -> str:
    """A random password a person can type once."""
    letters = "".join(c for c in string.ascii_letters + string.digits if c not in "Il1O0o")
    return "-".join("".join(secrets.choice(letters) for _ in range(4)) for _ in range(3))


def _locked(actor: Actor, account_id: int) -> Account:
    reachable = accounts_for(actor, AccessDeed.ACCOUNTS_MANAGE).filter(pk=account_id)
    account = Account.objects.select_for_update().filter(pk__in=reachable.values("pk")).first()
    if account is None:
        raise NotFound("账号")
    # Else a password reset would be a way to act with more rights than one's own.
    granted = {deed for deeds in account.memberships.values_list("role__deeds", flat=True) for deed in deeds}
    if beyond := sorted(beyond_own(actor, granted)):
        raise Forbidden(beyond[0], f"管理{account.name}的账号")
    return account


def _check_staff_no(staff_no: str | None, kind: str) -> None:
    if kind == Account.Kind.STAFF and not staff_no:
        raise Invalid("account.staff_no_required", "内部人员必须有工号。请填写工号。")
    if staff_no and Account.objects.filter(staff_no=staff_no).exists():
        raise Invalid("account.staff_no_taken", f"工号“{staff_no}”已被使用。请核对后重填。")


def _set_mobile(account: Account, mobile: str) -> None:
    if mobile:
        set_mobile(account, phone_key(mobile))


def mobile_of(account: Account) -> str:
    """The account's own mobile number in full, blank when it has none; for what is done in its name only."""
    return sealer().open(bytes(account.mobile_sealed), PLACE, account.pk) if account.mobile_sealed else ""


def _takers(membership_ids: list[int], leaver: Account) -> list[int]:
    takers = Membership.objects.filter(
        pk__in=membership_ids, is_active=True, account__is_active=True, unit__is_active=True
    ).exclude(account=leaver)
    found = list(takers.values_list("id", flat=True))
    if len(found) != len(set(membership_ids)):
        raise Invalid("account.takers", "接手人中有已停用或不存在的任职。请重新选择接手人。")
    return sorted(found)
