"""Pages of what is asked of others: rows, count, and how many still wait."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Q

from anjie.access.actors import Actor
from anjie.access.models import Membership
from anjie.desk.public import case_for
from anjie.lines.recovery.deeds import WorkDeed
from anjie.lines.recovery.work import asking
from anjie.lines.recovery.work.models import Instruction, MaterialRequest

SHOWN = 50


def materials(actor: Actor, query: Mapping[str, Any], *, offset: int, limit: int) -> dict[str, Any]:
    """One page of requests for materials."""
    found = asking.materials(actor, query)
    waiting = found.filter(state=MaterialRequest.State.ASKED).count()
    return {
        "rows": list(found[offset : offset + limit]),
        "count": found.count(),
        "totals": {"waiting": waiting},
    }


def instructions(actor: Actor, query: Mapping[str, Any], *, offset: int, limit: int) -> dict[str, Any]:
    """One page of instructions."""
    found = asking.instructions(actor, query)
    waiting = found.filter(state=Instruction.State.OWED).count()
    return {
        "rows": list(found[offset : offset + limit]),
        "count": found.count(),
        "totals": {"waiting": waiting},
    }


def colleagues(actor: Actor, case_id: int, name: str) -> list[dict[str, Any]]:
    """Who may be asked to help on a case, by name; the first fifty."""
    case = case_for(actor, WorkDeed.JOINT, case_id)
    serves = Q(client_ids__isnull=True) | Q(client_ids__contains=[case.organisation_id])
    found = Membership.objects.filter(
        serves,
        is_active=True,
        account__is_active=True,
        unit__is_active=True,
        role__deeds__contains=[WorkDeed.RECORD.value],
    ).exclude(pk=case.holder_id or 0)
    if name.strip():
        found = found.filter(account__name__icontains=name.strip())
    rows = found.select_related("account", "unit", "role").order_by("unit__path", "account__name")[:SHOWN]
    return [
        {"membership_id": row.pk, "name": row.account.name, "unit": row.unit.name, "role": row.role.name}
        for row in rows
    ]
