"""Moves a leaver's cases: access asks when an account is disabled, since it knows no cases itself."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from django.db import transaction

from anjie.access.actors import Actor
from anjie.access.leavers import Held
from anjie.access.models import Membership
from anjie.desk.public import announce, assign_cases, cases_for
from anjie.foundation import clock
from anjie.lines.recovery.assignment import people
from anjie.lines.recovery.assignment.actions import tell_moved
from anjie.lines.recovery.assignment.drafting import as_rows
from anjie.lines.recovery.assignment.models import AssignmentPlan
from anjie.lines.recovery.assignment.planning import Draft, divide
from anjie.lines.recovery.deeds import AssignmentDeed

KIND = "recovery.cases"


def held(membership_ids: list[int]) -> Held:
    """The open recovery cases these memberships hold."""
    loads = people.loads(membership_ids).values()
    return Held(
        KIND,
        "催收案件",
        sum(load.count for load in loads),
        sum((load.amount for load in loads), Decimal("0.00")),
    )


@transaction.atomic
def hand_over(actor: Actor, from_ids: list[int], to_ids: list[int], why: str) -> int:
    """Move everything these hold, evened out with what the others hold already, or back to unassigned.

    Whoever may disable the account may move its cases: the deed and reach judged there are enough. Cases
    of a client none of ``to_ids`` may see become unassigned.
    """
    mover = replace(actor, deeds=frozenset({"*"}), reach=Membership.Reach.ALL, client_ids=None)
    cases = cases_for(mover, AssignmentDeed.ASSIGN).filter(
        holder_id__in=from_ids, state__in=people.open_states()
    )
    list(cases.order_by("pk").select_for_update(of=("self",)).values_list("pk", flat=True))
    rows = as_rows(cases)
    draft = Draft()
    members = list(
        Membership.objects.filter(pk__in=to_ids, is_active=True, account__is_active=True)
        .exclude(pk__in=from_ids)
        .select_related("account", "unit")
        .order_by("pk")
    )
    if members:
        divide(rows, members, AssignmentPlan.Mode.CUMULATIVE, draft)
    else:
        for row in rows:
            draft.give(row, None)
    for row, _ in draft.refused:
        draft.give(row, None)
    moved = sorted((row.id, row.holder, to) for row, to in zip(draft.cases, draft.to, strict=True))
    assign_cases(
        actor,
        [case for case, _, _ in moved],
        [to for _, _, to in moved],
        before=[holder for _, holder, _ in moved],
        why=why[:40] or AssignmentPlan.Mode.HAND_OVER.value,
    )
    amounts = {row.id: row.amount for row in draft.cases}
    tell_moved(actor, f"leaver:{from_ids[0] if from_ids else 0}:{clock.now():%Y%m%d%H%M%S}", moved, amounts)
    announce("assignment.committed", actor, [case for case, _, _ in moved], {"why": why})
    return len(moved)
