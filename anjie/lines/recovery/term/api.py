"""Terms over HTTP: what is due, retentions, and giving placements back."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Query, Router

from anjie.access.http import Needs
from anjie.foundation.bounds import Id
from anjie.lines.recovery.deeds import TermDeed
from anjie.lines.recovery.term import actions, queries
from anjie.lines.recovery.term.schemas import (
    DueQuery,
    DuesOut,
    RetainCasesIn,
    RetainedOut,
    RetentionAskIn,
    RetentionDecideIn,
    RetentionOut,
    RetentionQuery,
    RetentionsDecidedOut,
    RetentionsOut,
    ReturnCasesIn,
    ReturnedNowOut,
    ReturnedQuery,
    ReturnSheetOut,
)
from anjie.services.terms.schemas import TermPauseOut

router = Router(tags=["terms"])


@router.get("/due", response=DuesOut, auth=Needs(TermDeed.DUE_SEE))
def due(request: HttpRequest, query: Query[DueQuery]):
    """Cases whose term ends soon or is over, the nearest first."""
    return queries.list_due(request.auth, query)


@router.post("/return", response=ReturnedNowOut, auth=Needs(TermDeed.RETURN))
def return_cases(request: HttpRequest, body: ReturnCasesIn):
    """Give placements back to the client, one or many; those that cannot go are named."""
    return actions.return_cases(request.auth, body.target(), body.reason)


@router.get("/returned", response=ReturnSheetOut, auth=Needs(TermDeed.DUE_SEE))
def returned(request: HttpRequest, query: Query[ReturnedQuery]):
    """The client's return sheet: what went back, with what came of the work."""
    return queries.list_returned(request.auth, query)


@router.post("/retain", response=RetainedOut, auth=Needs(TermDeed.RETAIN_DECIDE))
def retain(request: HttpRequest, body: RetainCasesIn):
    """Keep placements for another term, whether or not it was asked."""
    return actions.retain_cases(
        request.auth, body.target(), body.reason, months=body.months, term_on=body.term_on
    )


@router.get("/retentions", response=RetentionsOut, auth=Needs(TermDeed.DUE_SEE))
def retentions(request: HttpRequest, query: Query[RetentionQuery]):
    """Retentions asked and decided."""
    return queries.list_retentions(request.auth, query)


@router.post("/retentions", response=RetentionOut, auth=Needs(TermDeed.RETAIN_ASK))
def ask(request: HttpRequest, body: RetentionAskIn):
    """Ask to keep a placement; the case's clerk is told."""
    return queries.retention_row(actions.ask_retention(request.auth, body.case_id, body.reason, body.months))


@router.post("/retentions/decide", response=RetentionsDecidedOut, auth=Needs(TermDeed.RETAIN_DECIDE))
def decide(request: HttpRequest, body: RetentionDecideIn):
    """Grant or decline what was asked, one or many."""
    return actions.decide_retentions(
        request.auth, body.ids, body.granted, body.answer, months=body.months, term_on=body.term_on
    )


@router.post(
    "/retentions/{int:retention_id}/withdraw", response=RetentionOut, auth=Needs(TermDeed.RETAIN_ASK)
)
def withdraw(request: HttpRequest, retention_id: int):
    """Take back what one asked while nobody has decided."""
    return queries.retention_row(actions.withdraw_retention(request.auth, retention_id))


@router.get("/pauses", response=list[TermPauseOut], auth=Needs(TermDeed.DUE_SEE))
def pauses(request: HttpRequest, case: Id):
    """Every pause of a case: why, from when to when, by whom, and what it moved."""
    return queries.list_pauses(request.auth, case)
