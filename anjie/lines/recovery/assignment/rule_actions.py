"""Keeps the rules of automatic assignment."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.db import transaction

from anjie.access import trail
from anjie.access.actors import Actor
from anjie.access.models import Membership, Organisation
from anjie.foundation.refusals import Invalid, NotFound
from anjie.lines.recovery.assignment import people
from anjie.lines.recovery.assignment.models import AssignmentRule
from anjie.lines.recovery.deeds import AssignmentDeed

_FIELDS = (
    "name", "client_id", "unit_id", "regions", "categories", "amount_from", "amount_to", "membership_ids",
    "position", "is_active",
)  # fmt: skip


@transaction.atomic
def make_rule(actor: Actor, values: dict[str, Any]) -> AssignmentRule:
    """Add a rule; the place among the others says which is asked first."""
    actor.require(AssignmentDeed.RULES_MANAGE)
    rule = AssignmentRule(**values)
    _check(actor, rule)
    rule.save()
    trail.record(actor, "assignment.rule_made", rule=rule.pk, name=rule.name)
    return rule


@transaction.atomic
def change_rule(actor: Actor, rule_id: int, values: dict[str, Any]) -> AssignmentRule:
    """Change what is given and leave the rest."""
    rule = _own(actor, rule_id)
    before = {name: getattr(rule, name) for name in _FIELDS}
    for name, value in values.items():
        setattr(rule, name, value)
    _check(actor, rule)
    rule.save()
    changes = {name: [old, getattr(rule, name)] for name, old in before.items() if getattr(rule, name) != old}
    trail.record(actor, "assignment.rule_changed", rule=rule.pk, name=rule.name, changes=changes)
    return rule


@transaction.atomic
def delete_rule(actor: Actor, rule_id: int) -> None:
    """Remove a rule; what was assigned by it stays."""
    rule = _own(actor, rule_id)
    trail.record(actor, "assignment.rule_deleted", rule=rule.pk, name=rule.name)
    rule.delete()


def _own(actor: Actor, rule_id: int) -> AssignmentRule:
    actor.require(AssignmentDeed.RULES_MANAGE)
    rules = AssignmentRule.objects.filter(pk=rule_id).select_for_update(of=("self",))
    if actor.unit_ids is not None:
        rules = rules.filter(unit_id__in=actor.unit_ids)
    rule = rules.first()
    if rule is None:
        raise NotFound("分案规则")
    return rule


def _check(actor: Actor, rule: AssignmentRule) -> None:
    rule.name = rule.name.strip()
    if not rule.name:
        raise Invalid("assignment.rule_name", "规则需要名称。请填写后重试。")
    unit = Organisation.objects.filter(pk=rule.unit_id).first()
    if unit is None or (actor.unit_ids is not None and unit.pk not in actor.unit_ids):
        raise NotFound("小组")
    if rule.client_id is not None:
        seen = actor.client_ids is None or rule.client_id in actor.client_ids
        client = Organisation.objects.filter(pk=rule.client_id, kind=Organisation.Kind.CLIENT)
        if not seen or not client.exists():
            raise NotFound("委托方")
    _check_amounts(rule.amount_from, rule.amount_to)
    _check_members(actor, unit, rule.membership_ids)


def _check_amounts(low: Decimal | None, high: Decimal | None) -> None:
    if low is not None and high is not None and high <= low:
        raise Invalid(
            "assignment.rule_amounts",
            f"金额上限 {high} 必须大于下限 {low}。请更正后重试。",
            low=str(low),
            high=str(high),
        )


def _check_members(actor: Actor, unit: Organisation, ids: Sequence[int]) -> None:
    inside: set[int] = set(
        Membership.objects.filter(pk__in=list(ids), unit__path__startswith=unit.path).values_list(
            "pk", flat=True
        )
    )
    inside &= {member.pk for member in people.collectors(actor).filter(pk__in=list(ids))}
    if outside := set(ids) - inside:
        raise Invalid(
            "assignment.rule_members",
            f"有 {len(outside)} 名催收员不在“{unit.name}”或已停用。请重新选择催收员。",
            members=sorted(outside),
        )
