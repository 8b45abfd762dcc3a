"""Repayments, claimed payments and reconciliations over HTTP."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import File, Form, Query, Router, UploadedFile

from anjie.access.http import Needs
from anjie.lines.recovery.deeds import PaymentDeed
from anjie.lines.recovery.payment import actions, claims, queries, reconciliations
from anjie.lines.recovery.payment.rules import RepaymentIn as ListRow
from anjie.lines.recovery.payment.schemas import (
    ClaimAnswerIn,
    ClaimAnswersIn,
    ClaimIn,
    ClaimOut,
    ClaimQuery,
    ClaimsAnsweredOut,
    ClaimsOut,
    CountedOut,
    PaymentQuery,
    PaymentSearchIn,
    PaymentsOut,
    ReconcileFileIn,
    ReconcileIn,
    ReconciliationDetailOut,
    ReconciliationLineQuery,
    ReconciliationLinesOut,
    ReconciliationQuery,
    ReconciliationsOut,
    RepaymentIn,
    ReversedOut,
    ReverseIn,
)

router = Router(tags=["payments"])


@router.get("", response=PaymentsOut, auth=Needs(PaymentDeed.SEE))
def list_payments(request: HttpRequest, query: Query[PaymentQuery]):
    """Repayments within reach by client, day, region, collector, batch; with totals of all that is filtered."""
    return queries.list_payments(request.auth, query)


@router.post("/search", response=PaymentsOut, auth=Needs(PaymentDeed.SEE))
def search_payments(request: HttpRequest, body: PaymentSearchIn):
    """The same list asked in a body, so that a name typed into the search stands in no address."""
    return queries.list_payments(request.auth, body.query())


@router.post("", response=CountedOut, auth=Needs(PaymentDeed.ENTER))
def enter_repayment(request: HttpRequest, body: RepaymentIn):
    """Count one repayment on a case; an equal one on the same day must be said to be another."""
    return actions.enter_repayment(
        request.auth,
        body.case_id,
        body.amount,
        body.paid_on,
        reference=body.reference,
        note=body.note,
        another=body.another,
    )


@router.post("/reverse", response=ReversedOut, auth=Needs(PaymentDeed.REVERSE))
def reverse(request: HttpRequest, body: ReverseIn):
    """Take repayments back with a reason; those that cannot be are named."""
    return actions.reverse_repayments(request.auth, body.ids, body.reason)


@router.get("/claims", response=ClaimsOut, auth=Needs(PaymentDeed.SEE))
def list_claims(request: HttpRequest, query: Query[ClaimQuery]):
    """Claimed payments within reach, newest first, with how many wait."""
    return queries.list_claims(request.auth, query)


@router.post("/claims", response=ClaimOut, auth=Needs(PaymentDeed.CLAIM))
def claim(request: HttpRequest, body: ClaimIn):
    """Register that the debtor says he has paid."""
    made = claims.claim(
        request.auth,
        body.case_id,
        body.amount,
        body.paid_on,
        payer=body.payer,
        way=body.way,
        note=body.note,
    )
    return queries.claim_row(made)


@router.post("/claims/answer", response=ClaimsAnsweredOut, auth=Needs(PaymentDeed.VERIFY))
def answer_many(request: HttpRequest, body: ClaimAnswersIn):
    """Answer many claims alike; those that cannot be answered are named."""
    return claims.answer_claims(request.auth, body.ids, body.confirmed, body.answer)


@router.post("/claims/{int:claim_id}/answer", response=ClaimOut, auth=Needs(PaymentDeed.VERIFY))
def answer(request: HttpRequest, claim_id: int, body: ClaimAnswerIn):
    """Say whether the bank has the money; confirming counts it unless it is counted already."""
    return queries.claim_row(claims.answer_claim(request.auth, claim_id, **body.dict()))


@router.post("/claims/{int:claim_id}/withdraw", response=ClaimOut, auth=Needs(PaymentDeed.CLAIM))
def withdraw(request: HttpRequest, claim_id: int):
    """Take back one's own claim while it waits."""
    return queries.claim_row(claims.withdraw(request.auth, claim_id))


@router.get("/reconciliations", response=ReconciliationsOut, auth=Needs(PaymentDeed.RECONCILE))
def list_reconciliations(request: HttpRequest, query: Query[ReconciliationQuery]):
    """Reconciliations of the clients within reach, newest first."""
    return queries.list_reconciliations(request.auth, query)


@router.post("/reconciliations", response=ReconciliationDetailOut, auth=Needs(PaymentDeed.RECONCILE))
def reconcile_rows(request: HttpRequest, body: ReconcileIn):
    """Hold rows of a client's list for a period against ours."""
    rows = [ListRow(**row.dict()) for row in body.rows]
    made = reconciliations.reconcile_rows(request.auth, body.client, body.from_on, body.to_on, rows)
    return queries.reconciliation(request.auth, made.pk)


@router.post("/reconciliations/file", response=ReconciliationDetailOut, auth=Needs(PaymentDeed.RECONCILE))
def reconcile_file(request: HttpRequest, body: Form[ReconcileFileIn], file: File[UploadedFile]):
    """Hold a client's workbook (.xlsx, .xls, .csv) for a period against ours."""
    made = reconciliations.reconcile_upload(request.auth, body.client, body.from_on, body.to_on, file)
    return queries.reconciliation(request.auth, made.pk)


@router.get(
    "/reconciliations/{int:reconciliation_id}",
    response=ReconciliationDetailOut,
    auth=Needs(PaymentDeed.RECONCILE),
)
def reconciliation(request: HttpRequest, reconciliation_id: int):
    """One reconciliation with what each cause explains."""
    return queries.reconciliation(request.auth, reconciliation_id)


@router.get(
    "/reconciliations/{int:reconciliation_id}/lines",
    response=ReconciliationLinesOut,
    auth=Needs(PaymentDeed.RECONCILE),
)
def reconciliation_lines(request: HttpRequest, reconciliation_id: int, query: Query[ReconciliationLineQuery]):
    """Its lines: pairs and differences, by cause."""
    return queries.reconciliation_lines(request.auth, reconciliation_id, query)


@router.post(
    "/reconciliations/{int:reconciliation_id}/close",
    response=ReconciliationDetailOut,
    auth=Needs(PaymentDeed.RECONCILE),
)
def close_reconciliation(request: HttpRequest, reconciliation_id: int):
    """Say that every difference was dealt with."""
    reconciliations.close(request.auth, reconciliation_id)
    return queries.reconciliation(request.auth, reconciliation_id)
