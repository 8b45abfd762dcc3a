"""Whom cases may be given to, and what each of them holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from django.db.models import Count, Q, QuerySet

from anjie.access.actors import Actor
from anjie.access.models import Membership, Organisation
from anjie.desk.public import Holding, held_by, line_of
from anjie.foundation import clock, money
from anjie.foundation.refusals import Invalid, NotFound
from anjie.lines.recovery.deeds import WorkDeed
from anjie.lines.recovery.payment.models import Repayment
from anjie.lines.recovery.work.models import WorkRecord
from anjie.services.allocation.recommend import Collector

SKILL_DAYS = 183


@dataclass(frozen=True)
class Load:
    """How many open cases somebody holds, and their placed amount."""

    count: int = 0
    amount: Decimal = money.ZERO


def collectors(actor: Actor) -> QuerySet[Membership]:
    """Active memberships within the actor's units whose role is meant to hold cases."""
    rows = Membership.objects.filter(
        is_active=True,
        account__is_active=True,
        unit__is_active=True,
        role__deeds__contains=[WorkDeed.HOLD.value],
    )
    if actor.unit_ids is not None:
        rows = rows.filter(unit_id__in=actor.unit_ids)
    return rows.select_related("account", "unit").order_by("unit__path", "id")


def chosen(actor: Actor, ids: Sequence[int], unit_id: int | None) -> list[Membership]:
    """The collectors named, or all of a unit and those below it; refused when one is out of reach."""
    if ids:
        wanted = list(dict.fromkeys(ids))
        found = {row.pk: row for row in collectors(actor).filter(pk__in=wanted)}
        if len(found) < len(wanted):
            raise NotFound("催收员")
        return [found[pk] for pk in wanted]
    if unit_id is None:
        raise Invalid("assignment.nobody", "还没有选择催收员。请选择小组或催收员。")
    unit = Organisation.objects.filter(pk=unit_id).first()
    if unit is None or (actor.unit_ids is not None and unit_id not in actor.unit_ids):
        raise NotFound("小组")
    team = collectors(actor).filter(unit__path__startswith=unit.path)
    if not team:
        raise Invalid(
            "assignment.empty_unit", f"“{unit.name}”下没有可分案的催收员。请改选小组。", unit=unit_id
        )
    return list(team)


def loads(membership_ids: Iterable[int]) -> dict[int, Load]:
    """What each holds open now; those who hold nothing are left out."""
    held = held_by(membership_ids, line="recovery", states=open_states())
    return {holder: Load(count, amount) for holder, (count, amount) in held.items()}


def open_states() -> list[str]:
    """States of a recovery case that can be given to somebody."""
    return line_of("recovery").open_states


def known(members: Sequence[Membership], persons: Iterable[int]) -> list[Collector]:
    """What speaks for each collector: whom of these persons he worked, his regions, his clients' repayments."""
    ids = [member.pk for member in members]
    held = loads(ids)
    contacts: dict[int, dict[int, int]] = {pk: {} for pk in ids}
    worked = WorkRecord.objects.filter(
        membership_id__in=ids, person_id__in=set(persons), deleted_at__isnull=True
    )
    for member, person, times in (
        worked.order_by().values_list("membership_id", "person_id").annotate(Count("pk"))
    ):
        contacts[member][person] = times
    regions: dict[int, dict[str, int]] = {pk: {} for pk in ids}
    for member, region, cases in (
        Holding.objects.filter(membership_id__in=ids, role=Holding.Role.HOLDER)
        .exclude(case__region="")
        .order_by()
        .values_list("membership_id", "case__region")
        .annotate(Count("case_id", distinct=True))
    ):
        regions[member][region] = cases
    clients: dict[int, dict[int, int]] = {pk: {} for pk in ids}
    recent = Q(paid_on__gte=clock.today() - timedelta(days=SKILL_DAYS), reversed_at__isnull=True)
    for member, client, repaid in (
        Repayment.objects.filter(recent, holder_id__in=ids)
        .order_by()
        .values_list("holder_id", "client_id")
        .annotate(Count("pk"))
    ):
        clients[member][client] = repaid
    return [Collector(held.get(pk, Load()).count, contacts[pk], regions[pk], clients[pk]) for pk in ids]
