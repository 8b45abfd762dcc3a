"""Reads of accounts and of one's own session."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from anjie.access.actors import PARTY, Actor
from anjie.access.models import Account, Membership


def me(actor: Actor) -> dict[str, Any]:
    """The signed-in account, its memberships and what the active one may do."""
    account = Account.objects.select_related("person").get(pk=actor.account_id or 0)
    memberships = list(
        Membership.objects.filter(account=account, is_active=True, unit__is_active=True).select_related(
            "role", "unit"
        )
    )
    rows = [_membership(row) for row in memberships] + ([_itself(account)] if account.is_party else [])
    active = next(row for row in rows if row["id"] == (actor.membership_id or 0))
    return {
        "account": {
            "id": account.pk,
            "name": account.name,
            "username": account.username,
            "staff_no": account.staff_no,
            "kind": account.kind,
            "mobile": account.mobile_mask,
            "must_change_password": bool(actor.facts.get("must_change_password")),
        },
        "membership": active,
        "memberships": rows,
        "permissions": sorted(actor.deeds),
        "watermark": f"{account.name} {account.staff_no or account.mobile_mask or account.username}",
        "demo": settings.DEMO,
        "idle_minutes": settings.IDLE_MINUTES,
    }


def _itself(account: Account) -> dict[str, Any]:
    """An account that acts as itself, where the others of its choices are memberships."""
    name = "本单位" if account.kind == Account.Kind.ENTERPRISE else "本人"
    return {
        "id": 0,
        "label": name,
        "role": PARTY,
        "role_name": name,
        "unit_id": 0,
        "unit": "",
        "reach": PARTY,
    }


def _membership(row: Membership) -> dict[str, Any]:
    return {
        "id": row.pk,
        "label": f"{row.role.name} · {row.unit.name}",
        "role": row.role.code,
        "role_name": row.role.name,
        "unit_id": row.unit_id,
        "unit": row.unit.name,
        "reach": row.reach,
    }
