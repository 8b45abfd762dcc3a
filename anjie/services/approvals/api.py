"""Approvals over HTTP: what waits, what was decided, deciding and taking back."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Query, Router

from anjie.access.http import Needs
from anjie.desk.public import DeskDeed
from anjie.services.approvals import actions, queries
from anjie.services.approvals.schemas import ApprovalDecideIn, ApprovalOut, ApprovalQuery, ApprovalsOut

router = Router(tags=["approvals"])


@router.get("", response=ApprovalsOut, auth=Needs(DeskDeed.CASES_SEE))
def approvals(request: HttpRequest, query: Query[ApprovalQuery]):
    """What I asked, and what I may decide."""
    return queries.list_approvals(request.auth, query)


@router.post("/{int:approval_id}/decide", response=ApprovalOut, auth=Needs(DeskDeed.CASES_SEE))
def decide(request: HttpRequest, approval_id: int, body: ApprovalDecideIn):
    """Grant or decline; each kind names the permission it takes."""
    return queries.row(request.auth, actions.decide(request.auth, approval_id, body.yes, body.note))


@router.post("/{int:approval_id}/withdraw", response=ApprovalOut, auth=Needs(DeskDeed.CASES_SEE))
def withdraw(request: HttpRequest, approval_id: int):
    """Take back what I asked while nobody has decided."""
    return queries.row(request.auth, actions.withdraw(request.auth, approval_id))
