"""Placements over HTTP: the case list and the batches."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Query, Router

from anjie.access.http import Needs
from anjie.access.schemas import OkOut
from anjie.desk.public import DeskDeed, Page, list_cases
from anjie.lines.recovery.deeds import PlacementDeed
from anjie.lines.recovery.placement import batches
from anjie.lines.recovery.placement.queries import PlacementQuery
from anjie.lines.recovery.placement.schemas import (
    BatchChangeIn,
    BatchFilters,
    BatchIn,
    BatchListOut,
    BatchMoveIn,
    BatchOut,
    MovedOut,
    PageIn,
    PlacementListOut,
    SearchIn,
)

router = Router(tags=["recovery: placement"])


@router.get("/cases", response=PlacementListOut, auth=Needs(DeskDeed.CASES_SEE))
def cases(request: HttpRequest, page: Query[PageIn], query: Query[PlacementQuery]):
    """One page of the placements within reach, with count and sums of all that is filtered."""
    return list_cases(request.auth, DeskDeed.CASES_SEE, query, Page(**page.dict()))


@router.post("/cases/search", response=PlacementListOut, auth=Needs(DeskDeed.CASES_SEE))
def search(request: HttpRequest, body: SearchIn):
    """The same list asked in a body."""
    page = Page(body.page, body.size, body.sort)
    return list_cases(request.auth, DeskDeed.CASES_SEE, body.filter, page)


@router.get("/batches", response=BatchListOut, auth=Needs(PlacementDeed.BATCHES_SEE))
def list_batches(request: HttpRequest, page: Query[PageIn], filters: Query[BatchFilters]):
    """One page of batches with counts and amounts."""
    return batches.list_batches(request.auth, filters.model_dump(), **page.dict())


@router.post("/batches", response=BatchOut, auth=Needs(PlacementDeed.BATCHES_MANAGE))
def create_batch(request: HttpRequest, body: BatchIn):
    """Make an empty batch."""
    facts = body.dict(exclude={"client_id", "no", "unit_id"})
    made = batches.create_batch(request.auth, body.client_id, body.no, body.unit_id, facts)
    return batches.batch_row(request.auth, made)


@router.get("/batches/{int:batch_id}", response=BatchOut, auth=Needs(PlacementDeed.BATCHES_SEE))
def batch(request: HttpRequest, batch_id: int):
    """One batch."""
    return batches.batch_row(request.auth, batch_id)


@router.patch("/batches/{int:batch_id}", response=BatchOut, auth=Needs(PlacementDeed.BATCHES_MANAGE))
def change_batch(request: HttpRequest, batch_id: int, body: BatchChangeIn):
    """Change a batch; what is left out stays."""
    batches.change_batch(request.auth, batch_id, body.dict(exclude_unset=True))
    return batches.batch_row(request.auth, batch_id)


@router.delete("/batches/{int:batch_id}", response=OkOut, auth=Needs(PlacementDeed.BATCHES_MANAGE))
def delete_batch(request: HttpRequest, batch_id: int):
    """Delete a batch while it is empty."""
    batches.delete_batch(request.auth, batch_id)
    return OkOut()


@router.post(
    "/batches/{int:batch_id}/moves/{code}",
    response=MovedOut,
    auth=Needs(PlacementDeed.PAUSE, PlacementDeed.CLOSE),
)
def move_batch(request: HttpRequest, batch_id: int, code: str, body: BatchMoveIn):
    """Pause, resume or close all cases of a batch; the refused ones come back with their reasons."""
    return batches.move_batch(request.auth, batch_id, code, body.reason, body.facts)
