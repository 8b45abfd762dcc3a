"""Questions asked and decided, within reach."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from anjie.access.actors import Actor
from anjie.desk.public import DeskDeed, line_of, reach_of
from anjie.services.approvals.kinds import kinds
from anjie.services.approvals.models import Approval


def visible(actor: Actor) -> QuerySet[Approval]:
    """What the actor asked, and of the cases within reach what he may decide."""
    actor.require(DeskDeed.CASES_SEE)
    mine = Q(asked_by__account_id=actor.account_id or 0)
    decidable = Q(kind__in=[kind.code for kind in kinds() if actor.may(kind.decides)])
    return Approval.objects.filter(reach_of(actor, "case__")).filter(mine | decidable)


def list_approvals(actor: Actor, asked: Any) -> dict[str, Any]:
    """One page, the newest first, with how many wait for this actor; fields of ``ApprovalQuery``."""
    seen = visible(actor)
    waiting = (
        seen.filter(state=Approval.State.ASKED, kind__in=[k.code for k in kinds() if actor.may(k.decides)])
        .exclude(asked_by__account_id=actor.account_id or 0)
        .count()
    )
    found = seen
    if asked.state:
        found = found.filter(state__in=asked.state)
    if asked.kind:
        found = found.filter(kind__in=asked.kind)
    if asked.case:
        found = found.filter(case_id__in=asked.case)
    if asked.mine:
        found = found.filter(asked_by__account_id=actor.account_id or 0)
    begin = (asked.page - 1) * asked.size
    page = found.select_related("case", "asked_by__account", "decided_by__account")
    return {
        "rows": [row(actor, one) for one in page[begin : begin + asked.size]],
        "count": found.count(),
        "totals": {"waiting": waiting},
        "kinds": [{"code": kind.code, "label": kind.label} for kind in kinds()],
    }


def of_case(case_id: int, kind: str | None = None) -> list[Approval]:
    """The questions about one case, the newest first; the caller has checked the reach."""
    found = Approval.objects.filter(case_id=case_id)
    return list(found.filter(kind=kind) if kind else found)


def row(actor: Actor, approval: Approval) -> dict[str, Any]:
    """One question as pages show it, with what this person may do about it."""
    kind = next((one for one in kinds() if one.code == approval.kind), None)
    is_open = approval.state == Approval.State.ASKED
    own = approval.asked_by is not None and approval.asked_by.account_id == actor.account_id
    case = approval.case
    return {
        "id": approval.pk,
        "kind": approval.kind,
        "kind_label": kind.label if kind else approval.kind,
        "line_label": line_of(case.line).label,
        "case_id": case.pk,
        "case_no": case.no,
        "case_title": case.title,
        "text": kind.says(approval.facts) if kind else "",
        "reason": approval.reason,
        "state": approval.state,
        "state_label": approval.get_state_display(),
        "asked_by": approval.asked_by.account.name if approval.asked_by else "系统",
        "asked_at": approval.asked_at,
        "decided_by": approval.decided_by.account.name if approval.decided_by else "",
        "decided_at": approval.decided_at,
        "note": approval.note,
        "may_decide": bool(is_open and not own and kind and actor.may(kind.decides)),
        "may_withdraw": is_open and own,
    }
