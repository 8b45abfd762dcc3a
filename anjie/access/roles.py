"""Roles as data: an administrator ticks what each may do, with effect on the next request."""

from __future__ import annotations

from django.db import transaction

from anjie.access import trail
from anjie.access.actors import Actor, beyond_own
from anjie.access.deeds import AccessDeed, unknown_deeds
from anjie.access.models import Role
from anjie.foundation.refusals import Forbidden, Invalid, NotFound, Refusal


@transaction.atomic
def create(actor: Actor, *, code: str, name: str, deeds: list[str], note: str = "") -> Role:
    """Add a role; it may hold only deeds that exist and that the actor holds himself."""
    actor.require(AccessDeed.ROLES_MANAGE)
    _check(actor, deeds, ())
    if Role.objects.filter(code=code).exists():
        raise Invalid("role.code_taken", f"角色编号“{code}”已存在。请换一个编号。", taken=code)
    role = Role.objects.create(code=code, name=name, deeds=sorted(set(deeds)), note=note)
    trail.record(actor, "role.created", role=role.pk, name=name, deeds=role.deeds)
    return role


@transaction.atomic
def edit(actor: Actor, role_id: int, *, name: str, deeds: list[str], note: str = "") -> Role:
    """Change what a role may do."""
    actor.require(AccessDeed.ROLES_MANAGE)
    role = _locked(role_id)
    _check(actor, deeds, role.deeds)
    before = set(role.deeds)
    if AccessDeed.ROLES_MANAGE in before and AccessDeed.ROLES_MANAGE not in deeds and _is_last_manager(role):
        raise Refusal(
            "role.last_manager",
            f"“{role.name}”是唯一能管理角色的角色，不能去掉“管理角色”。请先授予其他角色。",
        )
    role.name, role.deeds, role.note = name, sorted(set(deeds)), note
    role.save(update_fields=["name", "deeds", "note"])
    after = set(role.deeds)
    trail.record(
        actor, "role.edited", role=role.pk, added=sorted(after - before), removed=sorted(before - after)
    )
    return role


@transaction.atomic
def delete(actor: Actor, role_id: int) -> None:
    """Delete a role nobody has."""
    actor.require(AccessDeed.ROLES_MANAGE)
    role = _locked(role_id)
    held = role.memberships.count()
    if held:
        raise Refusal(
            "role.in_use",
            f"还有 {held} 个任职使用角色“{role.name}”，不能删除。请先改换这些任职的角色。",
            count=held,
        )
    trail.record(actor, "role.deleted", role=role.pk, name=role.name)
    role.delete()


def _locked(role_id: int) -> Role:
    role = Role.objects.select_for_update().filter(pk=role_id).first()
    if role is None:
        raise NotFound("角色")
    return role


def _check(actor: Actor, deeds: list[str], already: list[str] | tuple[str, ...]) -> None:
    unknown = unknown_deeds(deeds)
    if unknown:
        raise Invalid(
            "role.unknown_deed", f"没有这些权限：{'、'.join(unknown)}。请刷新页面后重试。", unknown=unknown
        )
    beyond = beyond_own(actor, set(deeds) - set(already))
    if beyond:
        raise Forbidden(beyond[0])


def _is_last_manager(role: Role) -> bool:
    return (
        not Role.objects.filter(deeds__contains=[AccessDeed.ROLES_MANAGE.value]).exclude(pk=role.pk).exists()
    )
