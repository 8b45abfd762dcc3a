"""Assignment over HTTP: plans that are previewed, corrected and committed; rules; who held a case when."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest
from ninja import Query, Router

from anjie.access.http import Needs
from anjie.access.schemas import OkOut
from anjie.desk.public import DeskDeed
from anjie.lines.recovery.assignment import actions, queries, rule_actions
from anjie.lines.recovery.assignment.schemas import (
    AssignmentLinesOut,
    AssignmentPlanIn,
    AssignmentPlanOut,
    AssignmentPlansOut,
    AssignmentRuleChangeIn,
    AssignmentRuleIn,
    AssignmentRuleOut,
    AssignmentRulesOut,
    CollectorsOut,
    HoldingsOut,
    PlanCorrectionIn,
)
from anjie.lines.recovery.deeds import AssignmentDeed

router = Router(tags=["assignment"])

PageNo = Annotated[int, Query(ge=1, le=100_000)]
Size = Annotated[int, Query(ge=1, le=200)]


@router.post("/plans", response=AssignmentPlanOut, auth=Needs(AssignmentDeed.ASSIGN))
def plan(request: HttpRequest, body: AssignmentPlanIn):
    """Preview who would get what; no case changes until it is committed."""
    return queries.plan_row(actions.plan(request.auth, body.wish()))


@router.get("/plans", response=AssignmentPlansOut, auth=Needs(AssignmentDeed.ASSIGN))
def plans(request: HttpRequest, page: PageNo = 1, size: Size = 50, committed: bool | None = None):
    """One's own plans, newest first; all, the committed, or those that were only looked at."""
    return queries.plans(request.auth, page, size, committed)


@router.get("/plans/{int:plan_id}/lines", response=AssignmentLinesOut, auth=Needs(AssignmentDeed.ASSIGN))
def plan_lines(
    request: HttpRequest,
    plan_id: int,
    collector: Annotated[int | None, Query(ge=1, le=2**63 - 1)] = None,
    page: PageNo = 1,
    size: Size = 50,
):
    """The planned cases with why each goes to its collector."""
    return queries.plan_lines(request.auth, plan_id, collector=collector, page=page, size=size)


@router.patch("/plans/{int:plan_id}/lines", response=AssignmentPlanOut, auth=Needs(AssignmentDeed.ASSIGN))
def correct(request: HttpRequest, plan_id: int, body: PlanCorrectionIn):
    """Put planned cases to another collector; their persons' other cases go along unless said otherwise."""
    made = actions.correct(request.auth, plan_id, body.case_ids, body.to, alone=body.alone)
    return queries.plan_row(made)


@router.post("/plans/{int:plan_id}/commit", response=AssignmentPlanOut, auth=Needs(AssignmentDeed.ASSIGN))
def commit(request: HttpRequest, plan_id: int):
    """Give the cases out as planned, once; what changed since the preview is left out and named."""
    return queries.plan_row(actions.commit(request.auth, plan_id))


@router.get("/collectors", response=CollectorsOut, auth=Needs(AssignmentDeed.ASSIGN))
def collectors(
    request: HttpRequest,
    unit: Annotated[int | None, Query(ge=1, le=2**63 - 1)] = None,
    q: Annotated[str, Query(max_length=40)] = "",
):
    """Whom one may assign to, with what each holds now."""
    return queries.collectors(request.auth, unit, q.replace("\0", ""))


@router.get("/history", response=HoldingsOut, auth=Needs(DeskDeed.CASES_SEE))
def history(request: HttpRequest, case: Annotated[int, Query(ge=1, le=2**63 - 1)]):
    """Who held a case from when to when."""
    return queries.history(request.auth, case)


@router.get(
    "/rules", response=AssignmentRulesOut, auth=Needs(AssignmentDeed.ASSIGN, AssignmentDeed.RULES_MANAGE)
)
def rules(request: HttpRequest):
    """The rules of automatic assignment, in the order in which they are asked."""
    return queries.rules(request.auth)


@router.post("/rules", response=AssignmentRuleOut, auth=Needs(AssignmentDeed.RULES_MANAGE))
def make_rule(request: HttpRequest, body: AssignmentRuleIn):
    """Add a rule."""
    return queries.rule_row(rule_actions.make_rule(request.auth, body.dict()))


@router.patch("/rules/{int:rule_id}", response=AssignmentRuleOut, auth=Needs(AssignmentDeed.RULES_MANAGE))
def change_rule(request: HttpRequest, rule_id: int, body: AssignmentRuleChangeIn):
    """Change a rule; what is left out stays."""
    return queries.rule_row(rule_actions.change_rule(request.auth, rule_id, body.given()))


@router.delete("/rules/{int:rule_id}", response=OkOut, auth=Needs(AssignmentDeed.RULES_MANAGE))
def delete_rule(request: HttpRequest, rule_id: int):
    """Remove a rule."""
    rule_actions.delete_rule(request.auth, rule_id)
    return OkOut()
