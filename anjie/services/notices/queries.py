"""One's own notices, unread first."""

from __future__ import annotations

from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet

from anjie.access.actors import Actor
from anjie.services.notices.models import Notice


def own(actor: Actor) -> QuerySet[Notice]:
    """The notices of the membership that reads, or of the account that acts as itself."""
    if actor.is_party:
        return Notice.objects.filter(account_id=actor.account_id or 0)
    return Notice.objects.filter(membership_id=actor.membership_id or 0)


def own_notices(
    actor: Actor, *, unread_only: bool = False, offset: int = 0, limit: int = 50
) -> dict[str, Any]:
    """The actor's notices, unread before read, newest first, with how many are unread."""
    notices = own(actor)
    unread = notices.filter(read_at__isnull=True).count()
    if unread_only:
        notices = notices.filter(read_at__isnull=True)
    is_read = ExpressionWrapper(Q(read_at__isnull=False), output_field=BooleanField())
    rows = notices.annotate(is_read=is_read).order_by("is_read", "-id")
    return {
        "rows": list(rows[offset : offset + limit]),
        "count": unread if unread_only else notices.count(),
        "totals": {"unread": unread},
    }
