"""Reads of the administration pages."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Max, Q, QuerySet

from anjie.access import accounts, leavers
from anjie.access.actors import Actor
from anjie.access.deeds import AccessDeed, all_deeds
from anjie.access.models import Membership, Organisation, Role
from anjie.access.organisations import managed_by, seen_by
from anjie.foundation.refusals import NotFound


def account_page(actor: Actor, *, page: int, size: int, **filters: Any) -> dict[str, Any]:
    """One page of accounts with their memberships."""
    found = accounts.search(actor, **filters)
    wanted = found.annotate(last_seen_at=Max("sessions__seen_at")).prefetch_related(
        "memberships__role", "memberships__unit"
    )[(page - 1) * size : page * size]
    return {"rows": [_account(row) for row in wanted], "count": found.count()}


def account(actor: Actor, account_id: int) -> dict[str, Any]:
    """One account with its memberships."""
    row = (
        accounts.accounts_for(actor)
        .annotate(last_seen_at=Max("sessions__seen_at"))
        .filter(pk=account_id)
        .first()
    )
    if row is None:
        raise NotFound("账号")
    return _account(row)


def held(actor: Actor, account_id: int) -> list[dict[str, Any]]:
    """What the account holds, asked before it is disabled."""
    row = accounts.accounts_for(actor, AccessDeed.ACCOUNTS_MANAGE).filter(pk=account_id).first()
    if row is None:
        raise NotFound("账号")
    found = leavers.held_by(list(row.memberships.values_list("id", flat=True)))
    return [{"kind": h.kind, "label": h.label, "count": h.count, "amount": f"{h.amount:.2f}"} for h in found]


def roles(actor: Actor) -> list[Role]:
    """Every role with how many active memberships have it."""
    actor.require(AccessDeed.ACCOUNTS_SEE)
    return list(Role.objects.annotate(holders=Count("memberships", filter=Q(memberships__is_active=True))))


def deeds(actor: Actor) -> list[dict[str, str]]:
    """Every deed the modules declare, grouped as they declare them."""
    actor.require(AccessDeed.ACCOUNTS_SEE)
    return [
        {"code": deed.value, "label": deed.label, "group": deed.value.split(".")[0]}
        for deed in all_deeds().values()
    ]


def organisations(actor: Actor, *, kind: str = "", q: str = "") -> list[dict[str, Any]]:
    """The tree as a list in path order: our units within reach, and every client and institution."""
    actor.require(AccessDeed.ORGANISATIONS_SEE)
    found = _told(seen_by(actor))
    if kind:
        found = found.filter(kind=kind)
    if q:
        found = found.filter(Q(name__icontains=q) | Q(code__icontains=q))
    own = set(managed_by(actor).values_list("pk", flat=True)) if _manages(actor) else set()
    return [_organisation(row, editable=row.pk in own) for row in found.order_by("path")]


def organisation(row: Organisation) -> dict[str, Any]:
    """One organisation just written."""
    return _organisation(_told(Organisation.objects.all()).get(pk=row.pk), editable=True)


def _manages(actor: Actor) -> bool:
    return actor.may(AccessDeed.ORGANISATIONS_MANAGE)


def post(row: Membership) -> dict[str, Any]:
    """One membership as the pages show it."""
    return {
        "id": row.pk,
        "role_id": row.role_id,
        "role": row.role.name,
        "unit_id": row.unit_id,
        "unit": row.unit.name,
        "reach": row.reach,
        "reach_label": Membership.Reach(row.reach).label,
        "clients": row.client_ids,
        "active": row.is_active,
    }


def _account(row: Any) -> dict[str, Any]:
    return {
        "id": row.pk,
        "kind": row.kind,
        "username": row.username,
        "staff_no": row.staff_no,
        "name": row.name,
        "mobile": row.mobile_mask,
        "active": row.is_active,
        "must_change_password": row.must_change_password,
        "created_at": row.created_at,
        "last_seen_at": row.last_seen_at,
        "posts": [post(membership) for membership in row.memberships.all()],
    }


def _told(found: QuerySet[Organisation]) -> Any:
    return found.select_related("account").annotate(
        members=Count("memberships", filter=Q(memberships__is_active=True))
    )


def _organisation(row: Any, *, editable: bool) -> dict[str, Any]:
    names = (
        "id",
        "kind",
        "code",
        "name",
        "parent_id",
        "path",
        "is_active",
        "contact_name",
        "contact_phone",
        "credit_code",
        "legal_representative",
        "address",
        "note",
        "version",
        "changed_at",
        "changed_by",
    )
    account = getattr(row, "account", None)
    return {name: getattr(row, name) for name in names} | {
        "account": account
        and {
            "id": account.pk,
            "username": account.username,
            "mobile": account.mobile_mask,
            "is_active": account.is_active,
        },
        "kind_label": row.get_kind_display(),
        "members": row.members,
        "editable": editable,
    }
