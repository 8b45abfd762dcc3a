"""Reads of plans, collectors, rules and of who held a case when."""

from __future__ import annotations

from typing import Any

from django.db.models import F, QuerySet

from anjie.access.actors import Actor
from anjie.access.models import Membership, Organisation
from anjie.desk.public import DeskDeed, Holding, case_for, cases_for
from anjie.foundation import money
from anjie.foundation.refusals import NotFound
from anjie.lines.recovery.assignment import people
from anjie.lines.recovery.assignment.models import AssignmentPlan, AssignmentRule, PlannedCase
from anjie.lines.recovery.deeds import AssignmentDeed

WHY = {
    **{mode.value: f"{mode.label}分案" for mode in AssignmentPlan.Mode},
    "opened": "导入时分配",
    "swap": "互换",
    "hand_over": "移交",
    "take_back": "收回",
    "joint": "协催",
}


def plan_row(made: AssignmentPlan) -> dict[str, Any]:
    """A plan as the page shows it."""
    return {
        "id": made.pk,
        "mode": made.mode,
        "mode_label": AssignmentPlan.Mode(made.mode).label,
        "state": made.state,
        "state_label": AssignmentPlan.State(made.state).label,
        "at": made.at,
        "committed_at": made.committed_at,
        "count": made.case_count,
        "amount": made.amount,
        "persons": made.summary.get("persons", 0),
        "people": made.people,
        "refused": made.refused,
        "refused_count": made.summary.get("refused", 0),
        "refused_by_code": made.summary.get("refused_by_code", {}),
        "assigned": made.summary.get("assigned"),
        "unchanged": made.summary.get("unchanged"),
        "left_out": made.summary.get("left_out_cases", []),
        "left_out_count": made.summary.get("left_out", 0),
    }


def plans(actor: Actor, page: int, size: int, committed: bool | None = None) -> dict[str, Any]:
    """One's own plans, newest first."""
    rows = _own(actor).order_by("-pk")
    if committed is not None:
        rows = rows.filter(committed_at__isnull=not committed)
    shown = rows[(page - 1) * size : page * size]
    return {"rows": [plan_row(row) for row in shown], "count": rows.count(), "totals": {}}


def plan_lines(actor: Actor, plan_id: int, *, collector: int | None, page: int, size: int) -> dict[str, Any]:
    """The planned cases, those of one collector only if named, with why each goes to him."""
    if not _own(actor).filter(pk=plan_id).exists():
        raise NotFound("分案预览")
    lines = PlannedCase.objects.filter(plan_id=plan_id)
    if collector is not None:
        lines = lines.filter(to_holder_id=collector)
    shown = list(lines.order_by("case_id")[(page - 1) * size : page * size])
    cases = {
        row["id"]: row
        for row in cases_for(actor, AssignmentDeed.ASSIGN).filter(pk__in=[line.case_id for line in shown]).values(
            "id", "no", "title", "person_id", "amount", "region", "category", "state",
            client_name=F("organisation__name"),
        )
    }  # fmt: skip
    names = _names({line.from_holder_id for line in shown} | {line.to_holder_id for line in shown})
    rows = [
        {
            **cases[line.case_id],
            "case_id": line.case_id,
            "from_id": line.from_holder_id,
            "from_name": names.get(line.from_holder_id, ""),
            "to_id": line.to_holder_id,
            "to_name": names.get(line.to_holder_id, ""),
            "why": line.why or [],
        }
        for line in shown
        if line.case_id in cases
    ]
    return {"rows": rows, "count": lines.count(), "totals": {}}


def collectors(actor: Actor, unit_id: int | None, q: str) -> dict[str, Any]:
    """Whom this person may assign to, with what each holds now; those of a unit and below if named."""
    actor.require(AssignmentDeed.ASSIGN)
    rows = people.collectors(actor)
    if unit_id is not None:
        unit = Organisation.objects.filter(pk=unit_id).first()
        rows = rows.filter(unit__path__startswith=unit.path) if unit else rows.none()
    if q:
        rows = rows.filter(account__name__contains=q)
    members = list(rows.select_related("account", "unit", "role"))
    loads = people.loads([member.pk for member in members])
    found: list[dict[str, Any]] = []
    for member in members:
        load = loads.get(member.pk, people.Load())
        found.append(
            {
                "membership_id": member.pk,
                "name": member.account.name,
                "unit_id": member.unit_id,
                "unit": member.unit.name,
                "role": member.role.code,
                "role_name": member.role.name,
                "held_count": load.count,
                "held_amount": load.amount,
                "client_ids": member.client_ids,
            }
        )
    totals = {
        "held_count": sum(row["held_count"] for row in found),
        "held_amount": sum((row["held_amount"] for row in found), money.ZERO),
    }
    return {"rows": found, "count": len(found), "totals": totals}


def history(actor: Actor, case_id: int) -> dict[str, Any]:
    """Who held a case from when to when, the newest first, helpers too."""
    case = case_for(actor, DeskDeed.CASES_SEE, case_id)
    rows = Holding.objects.filter(case=case).select_related("membership__account", "membership__unit")
    found = [
        {
            "membership_id": row.membership_id,
            "name": row.membership.account.name,
            "unit": row.membership.unit.name,
            "role": row.role,
            "role_label": Holding.Role(row.role).label,
            "from_at": row.from_at,
            "to_at": row.to_at,
            "why": row.why,
            "why_label": WHY.get(row.why, row.why),
        }
        for row in rows.order_by("-from_at", "-pk")
    ]
    return {"rows": found, "count": len(found), "totals": {}}


def rules(actor: Actor) -> dict[str, Any]:
    """The rules of automatic assignment within reach, in the order in which they are asked."""
    rows = AssignmentRule.objects.select_related("unit", "client")
    if actor.unit_ids is not None:
        rows = rows.filter(unit_id__in=actor.unit_ids)
    found = [rule_row(row) for row in rows]
    return {"rows": found, "count": len(found), "totals": {}}


def rule_row(row: AssignmentRule) -> dict[str, Any]:
    """A rule as the page shows it."""
    names = _names(set(row.membership_ids))
    return {
        "id": row.pk,
        "name": row.name,
        "client_id": row.client_id,
        "client_name": row.client.name if row.client else "",
        "unit_id": row.unit_id,
        "unit": row.unit.name,
        "regions": row.regions,
        "categories": row.categories,
        "amount_from": row.amount_from,
        "amount_to": row.amount_to,
        "membership_ids": row.membership_ids,
        "members": [names[pk] for pk in row.membership_ids if pk in names],
        "position": row.position,
        "is_active": row.is_active,
    }


def _own(actor: Actor) -> QuerySet[AssignmentPlan]:
    actor.require(AssignmentDeed.ASSIGN)
    return AssignmentPlan.objects.filter(by_id=actor.membership_id)


def _names(ids: set[int | None] | set[int]) -> dict[int | None, str]:
    rows = Membership.objects.filter(pk__in=[pk for pk in ids if pk is not None])
    return dict(rows.values_list("pk", "account__name"))
