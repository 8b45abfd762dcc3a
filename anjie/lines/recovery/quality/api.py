"""Complaints over HTTP: recorded, handled, closed, listed."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Query, Router

from anjie.access.http import Needs
from anjie.foundation.bounds import Id
from anjie.lines.recovery.deeds import QualityDeed
from anjie.lines.recovery.quality import actions, queries
from anjie.lines.recovery.quality.schemas import (
    ComplaintCloseIn,
    ComplaintDetailOut,
    ComplaintIn,
    ComplaintQuery,
    ComplaintsOut,
    StepDoneIn,
    StepIn,
)

router = Router(tags=["quality"])
SEE = Needs(QualityDeed.COMPLAINTS_SEE)
HANDLE = Needs(QualityDeed.COMPLAINTS_HANDLE)


@router.get("", response=ComplaintsOut, auth=SEE)
def list_complaints(request: HttpRequest, query: Query[ComplaintQuery]):
    """Complaints on cases within reach, the latest first."""
    return queries.list_complaints(request.auth, query)


@router.post("", response=ComplaintDetailOut, auth=HANDLE)
def record_complaint(request: HttpRequest, body: ComplaintIn):
    """Put a complaint on a case; its steps and their days follow from its severity."""
    told = body.dict()
    made = actions.record_complaint(request.auth, told.pop("case"), actions.Told(**told))
    return queries.complaint(request.auth, made.pk)


@router.get("/{complaint_id}", response=ComplaintDetailOut, auth=SEE)
def one_complaint(request: HttpRequest, complaint_id: Id):
    """One complaint with its steps."""
    return queries.complaint(request.auth, complaint_id)


@router.post("/{complaint_id}/steps", response=ComplaintDetailOut, auth=HANDLE)
def add_step(request: HttpRequest, complaint_id: Id, body: StepIn):
    """Another step, due so many working days from today."""
    actions.add_step(request.auth, complaint_id, body.what, body.days)
    return queries.complaint(request.auth, complaint_id)


@router.post("/steps/{step_id}/done", response=ComplaintDetailOut, auth=HANDLE)
def finish_step(request: HttpRequest, step_id: Id, body: StepDoneIn):
    """A step is done, and how."""
    step = actions.finish_step(request.auth, step_id, body.note)
    return queries.complaint(request.auth, step.complaint_id)


@router.post("/{complaint_id}/close", response=ComplaintDetailOut, auth=HANDLE)
def close(request: HttpRequest, complaint_id: Id, body: ComplaintCloseIn):
    """All steps are done: the complaint ends with measures and result."""
    actions.close(request.auth, complaint_id, body.measures, body.result)
    return queries.complaint(request.auth, complaint_id)
