"""Colleagues, units and clients a person may choose by name, within reach; no more than a page of them."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from anjie.access.actors import Actor
from anjie.access.models import Membership, Organisation

MOST = 50


def members(actor: Actor, q: str = "", ids: list[int] | None = None) -> list[dict[str, Any]]:
    """Active memberships in the units the actor sees, by name, user name or staff number."""
    found = Membership.objects.filter(
        is_active=True, account__is_active=True, account__kind="staff"
    ).select_related("account", "unit", "role")
    if actor.unit_ids is not None:
        found = found.filter(unit_id__in=actor.unit_ids)
    named = Q(account__name__icontains=q) | Q(account__username__icontains=q) | Q(account__staff_no__iexact=q)
    matching = found.filter(named) if q else found
    rows = _page(matching.order_by("unit__path", "account__name"), found, ids)
    return [{"id": m.pk, "name": m.account.name, "note": f"{m.unit.name} · {m.role.name}"} for m in rows]


def units(actor: Actor, q: str = "", ids: list[int] | None = None) -> list[dict[str, Any]]:
    """Our units within reach as a tree; with ``q`` a flat list of those found."""
    found = Organisation.objects.filter(is_active=True, kind__in=["company", "branch", "department", "team"])
    if actor.unit_ids is not None:
        found = found.filter(pk__in=actor.unit_ids)
    if q or ids:
        matching = found.filter(Q(name__icontains=q) | Q(code__icontains=q)) if q else found
        return [_named(row) for row in _page(matching.order_by("path"), found, ids)]
    nodes = {row.pk: _named(row) | {"parent": row.parent_id, "children": []} for row in found.order_by("id")}
    roots: list[dict[str, Any]] = []
    for node in nodes.values():
        above = nodes.get(node.pop("parent"))
        (above["children"] if above else roots).append(node)
    return roots


def clients(
    actor: Actor, q: str = "", ids: list[int] | None = None, kind: str = "client"
) -> list[dict[str, Any]]:
    """The clients the actor serves, or the mediation institutions within reach."""
    found = Organisation.objects.filter(is_active=True, kind=kind)
    if kind == "institution" and actor.unit_ids is not None:
        found = found.filter(pk__in=actor.unit_ids)
    if actor.client_ids is not None:
        found = found.filter(pk__in=actor.client_ids)
    matching = found.filter(Q(name__icontains=q) | Q(code__icontains=q)) if q else found
    return [_named(row) for row in _page(matching.order_by("name"), found, ids)]


def _named(row: Organisation) -> dict[str, Any]:
    return {"id": row.pk, "name": row.name, "note": row.code}


def _page(ordered: QuerySet[Any], everything: QuerySet[Any], ids: list[int] | None) -> list[Any]:
    """The first that match and, so that a chosen one has its name, those with ``ids``."""
    rows = list(ordered[:MOST])
    missing = set(ids or []) - {row.pk for row in rows}
    return rows + list(everything.filter(pk__in=missing)) if missing else rows
