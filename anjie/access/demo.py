"""The demo world's sign-ins, listed on the sign-in page in demo mode only."""

from __future__ import annotations

from django.conf import settings

from anjie.access.models import Membership

PASSWORD = "anjie-demo-2026"


def sign_ins() -> list[dict[str, str]]:
    """One sign-in for each membership of the demo world; nothing outside demo mode."""
    if not settings.DEMO:
        return []
    rows = Membership.objects.filter(is_active=True, account__is_active=True).select_related(
        "account", "role", "unit"
    )
    return [
        {
            "username": row.account.username,
            "password": PASSWORD,
            "name": row.account.name,
            "role": row.role.name,
            "unit": row.unit.name,
        }
        for row in rows.order_by("role_id", "id")
    ]
