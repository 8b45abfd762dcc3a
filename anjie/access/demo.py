"""The demo world as the installation knows it: its sign-ins, listed in demo mode only, and whether all of it is there."""

from __future__ import annotations

from django.conf import settings

from anjie.access.models import Membership, TrailEntry

PASSWORD = "anjie-demo-2026"
BEGAN = "demo.began"
LOADED = "demo.loaded"


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


def is_half_loaded() -> bool:
    """Whether loading began here and did not come to its end."""
    verbs = set(TrailEntry.objects.filter(verb__in=(BEGAN, LOADED)).values_list("verb", flat=True))
    return verbs == {BEGAN}
