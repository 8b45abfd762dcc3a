"""Reads of accounts and of one's own session."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from anjie.access.actors import Actor
from anjie.access.models import Account, Membership


def me(actor: Actor) -> dict[str, Any]:
    """The signed-in account, its memberships and what the active one may do."""
    account = Account.objects.get(pk=actor.account_id or 0)
    memberships = list(
        Membership.objects.filter(account=account, is_active=True, unit__is_active=True).select_related(
            "role", "unit"
        )
    )
    active = next(row for row in memberships if row.pk == actor.membership_id)
    return {
        "account": {
            "id": account.pk,
            "name": account.name,
            "username": account.username,
            "staff_no": account.staff_no,
            "must_change_password": bool(actor.facts.get("must_change_password")),
        },
        "membership": _membership(active),
        "memberships": [_membership(row) for row in memberships],
        "permissions": sorted(actor.deeds),
        "watermark": f"{account.name} {account.staff_no or account.username}",
        "demo": settings.DEMO,
        "idle_minutes": settings.IDLE_MINUTES,
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
