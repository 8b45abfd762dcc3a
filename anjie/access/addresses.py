"""From which addresses staff may work: lists of networks as data, the narrowest of which decides.

A membership's own list stands before its role's, and that before the one for everybody; without any, every
address is let in.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from typing import Any

from django.db import connection, transaction

from anjie.access import trail
from anjie.access.actors import Actor
from anjie.access.deeds import AccessDeed
from anjie.access.models import AddressList, Membership, Role
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid, NotFound, Refusal

MOST = 200
EVERYBODY = "全体人员"

NARROWEST = """(SELECT l.networks FROM access_addresslist l
    WHERE l.membership_id = {membership} OR l.role_id = {role} OR (l.membership_id IS NULL AND l.role_id IS NULL)
    ORDER BY l.membership_id IS NULL, l.role_id IS NULL LIMIT 1)"""
"""The networks of the narrowest list that speaks of a membership and its role; null when there is none."""


def within(address: str, networks: Iterable[str]) -> bool:
    """Tell whether the address lies in one of the networks; no address lies in none."""
    try:
        asked = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(asked, ipaddress.IPv6Address) and asked.ipv4_mapped:
        asked = asked.ipv4_mapped
    return any(asked in ipaddress.ip_network(network) for network in networks)


def admits(membership: Membership, address: str) -> bool:
    """Tell whether this membership may be used from this address."""
    with connection.cursor() as cursor:
        asked = NARROWEST.format(membership="%s", role="%s")
        cursor.execute(f"SELECT {asked}", [membership.pk, membership.role_id])
        (networks,) = cursor.fetchone()
    return networks is None or within(address, networks)


def lists(actor: Actor) -> list[AddressList]:
    """Every list, the widest first."""
    actor.require(AccessDeed.ADDRESSES_MANAGE)
    found = AddressList.objects.select_related("role", "membership__account", "membership__role")
    return sorted(found, key=lambda one: (-_width(one), one.pk))


@transaction.atomic
def put(
    actor: Actor, *, networks: list[str], role_id: int | None, membership_id: int | None, note: str = ""
) -> AddressList:
    """Set the list of a role, of a membership, or (with neither) of everybody; the actor must stay let in."""
    actor.require(AccessDeed.ADDRESSES_MANAGE)
    if role_id and membership_id:
        raise Invalid("addresses.one_scope", "一份名单只能用于一个角色或一个任职。请只选其一。")
    if role_id and not Role.objects.filter(pk=role_id).exists():
        raise NotFound("角色")
    if membership_id and not Membership.objects.filter(pk=membership_id).exists():
        raise NotFound("任职")
    said = {
        "networks": normal(networks),
        "note": note,
        "changed_at": clock.now(),
        "changed_by": actor.name,
    }
    # Both are named, also as nothing: the one for everybody is the list without either.
    scope: dict[str, Any] = {"role_id": role_id, "membership_id": membership_id}
    saved, _ = AddressList.objects.update_or_create(**scope, defaults=said)
    _stays_in(actor)
    trail.record(actor, "addresses.set", scope=scope_of(saved), networks=saved.networks)
    return saved


@transaction.atomic
def remove(actor: Actor, list_id: int) -> None:
    """Take a list away; the next wider one decides from now on."""
    actor.require(AccessDeed.ADDRESSES_MANAGE)
    found = AddressList.objects.select_for_update().filter(pk=list_id).first()
    if found is None:
        raise NotFound("名单")
    trail.record(actor, "addresses.removed", scope=scope_of(found), networks=found.networks)
    found.delete()
    _stays_in(actor)


@transaction.atomic
def open_all() -> int:
    """Take every list away: the way back in from the server itself. Returns how many there were."""
    count, _ = AddressList.objects.all().delete()
    if count:
        trail.record(
            Actor.job("open-addresses"), "addresses.removed", scope="全部名单", networks=[f"共 {count} 份"]
        )
    return count


def normal(networks: list[str]) -> list[str]:
    """The networks as they are kept: each once, in CIDR; what is no network is named."""
    found: dict[str, None] = {}
    wrong = []
    for said in (line.strip() for line in networks):
        if not said:
            continue
        try:
            found[str(ipaddress.ip_network(said, strict=False))] = None
        except ValueError:
            wrong.append(said)
    if wrong:
        raise Invalid(
            "addresses.not_a_network",
            f"这些不是地址或网段：{'、'.join(wrong[:5])}。请写成 192.168.1.20 或 192.168.1.0/24。",
            wrong=wrong[:20],
        )
    if not found:
        raise Invalid(
            "addresses.empty", "名单里没有任何地址，会使所有人无法登录。请至少填写一个，或删除名单。"
        )
    if len(found) > MOST:
        raise Invalid(
            "addresses.too_many", f"名单有 {len(found)} 个网段，最多 {MOST} 个。请合并成更大的网段。"
        )
    return list(found)


def scope_of(one: AddressList) -> str:
    """Whom a list is for, in words."""
    if one.membership is not None:
        return f"{one.membership.account.name}（{one.membership.role.name}）"
    return f"角色“{one.role.name}”" if one.role is not None else EVERYBODY


def row(one: AddressList) -> dict[str, Any]:
    """One list as the page shows it."""
    return {
        "id": one.pk,
        "scope": scope_of(one),
        "role_id": one.role_id,
        "membership_id": one.membership_id,
        "networks": one.networks,
        "note": one.note,
        "changed_at": one.changed_at,
        "changed_by": one.changed_by,
    }


def _width(one: AddressList) -> int:
    return 0 if one.membership_id else 1 if one.role_id else 2


def _stays_in(actor: Actor) -> None:
    """Refuse what would lock out the one who does it."""
    mine = Membership.objects.filter(pk=actor.membership_id or 0).first()
    if mine is not None and not admits(mine, actor.address):
        raise Refusal(
            "addresses.locks_you_out",
            f"保存后您自己的地址 {actor.address} 将不能登录，没有保存。请先把该地址或其网段写进名单。",
            address=actor.address,
        )
