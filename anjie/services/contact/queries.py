"""Reads of rule packs and of what the gate decided."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q

from anjie.access.actors import Actor
from anjie.desk.public import case_for
from anjie.foundation import clock
from anjie.services.contact.deeds import ContactDeed
from anjie.services.contact.models import Attempt, PackVersion
from anjie.services.contact.packs import SHIPPED, as_dict, from_dict
from anjie.services.contact.rules import pack_on
from anjie.services.contact.versions import loosened
from anjie.services.contact.words import RulePack


def packs() -> dict[str, Any]:
    """Every pack, newest day first, with the one in force today marked."""
    own = list(PackVersion.objects.select_related("by__account"))
    today = clock.today()
    every = [*SHIPPED, *(from_dict(row.pack) for row in own)]
    now = pack_on(today, every)
    rows = [_pack(pack, now) for pack in SHIPPED]
    for row in own:
        pack = from_dict(row.pack)
        others = [other for other in every if other.ref != pack.ref]
        rows.append(
            {
                **_pack(pack, now),
                "id": row.pk,
                "shipped": False,
                "editable": row.valid_from > today,
                "note": row.note,
                "by": row.by.account.name if row.by else "系统",
                "at": row.at,
                "looser": loosened(pack, pack_on(pack.valid_from, others)),
            }
        )
    rows.sort(key=lambda row: (row["valid_from"], row["pack"]["version"]), reverse=True)
    return {"rows": rows, "count": len(rows), "totals": {"in_force": now.ref}}


def attempts_of_case(actor: Actor, case_id: int, *, offset: int = 0, limit: int = 100) -> dict[str, Any]:
    """What was asked of the gate for a case's person on this case, newest first."""
    case = case_for(
        actor, ContactDeed.MAKE if actor.may(ContactDeed.MAKE) else ContactDeed.ATTEMPTS_SEE, case_id
    )
    found = Attempt.objects.filter(person_id=case.person_id, case_id=case.pk)
    # Not named like the field it filters by, or the second filter would mean the first count.
    counted = found.aggregate(
        passed=Count("id", filter=Q(allowed=True)), stopped=Count("id", filter=Q(allowed=False))
    )
    totals = {"allowed": counted["passed"], "refused": counted["stopped"]}
    rows = found.select_related("membership__account").order_by("-at", "-id")[offset : offset + limit]
    return {"rows": list(rows), "count": totals["allowed"] + totals["refused"], "totals": totals}


def _pack(pack: RulePack, now: RulePack) -> dict[str, Any]:
    return {
        "id": None,
        "ref": pack.ref,
        "label": pack.label,
        "valid_from": pack.valid_from,
        "shipped": True,
        "editable": False,
        "in_force": pack.ref == now.ref,
        "note": "",
        "by": "随产品提供",
        "at": None,
        "looser": [],
        "pack": as_dict(pack),
    }
