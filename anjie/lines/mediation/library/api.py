"""Typical cases over HTTP."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Query, Router

from anjie.access.http import Needs
from anjie.access.schemas import OkOut
from anjie.lines.mediation.deeds import LibraryDeed
from anjie.lines.mediation.library import actions, queries
from anjie.lines.mediation.library.schemas import (
    AlikeOut,
    TypicalCaseChangeIn,
    TypicalCaseIn,
    TypicalCaseOut,
    TypicalCasePageOut,
)

router = Router(tags=["mediation: library"])
SEE, MANAGE = Needs(LibraryDeed.SEE), Needs(LibraryDeed.MANAGE)


@router.get("/typical-cases", response=TypicalCasePageOut, auth=SEE)
def list_typical_cases(
    request: HttpRequest,
    q: str = Query("", max_length=40),
    kind: str = Query("", max_length=24),
    page: int = Query(1, ge=1, le=10_000),
    size: int = Query(50, ge=1, le=200),
):
    """The library by kind and words of the title."""
    return queries.typical_cases(request.auth, q=q, kind=kind, page=page, size=size)


@router.post("/typical-cases", response=TypicalCaseOut, auth=MANAGE)
def add_typical_case(request: HttpRequest, body: TypicalCaseIn):
    """Put a typical case into the library."""
    return queries.row(actions.add(request.auth, body.kind, body.dict(exclude={"kind"})))


@router.get("/typical-cases/{int:pk}", response=TypicalCaseOut, auth=SEE)
def typical_case(request: HttpRequest, pk: int):
    """One typical case."""
    return queries.row(queries.typical_case(request.auth, pk))


@router.patch("/typical-cases/{int:pk}", response=TypicalCaseOut, auth=MANAGE)
def change_typical_case(request: HttpRequest, pk: int, body: TypicalCaseChangeIn):
    """Change a typical case."""
    return queries.row(actions.change(request.auth, pk, body.dict(exclude_none=True)))


@router.delete("/typical-cases/{int:pk}", response=OkOut, auth=MANAGE)
def remove_typical_case(request: HttpRequest, pk: int):
    """Take a typical case out of the library."""
    actions.remove(request.auth, pk)
    return OkOut()


@router.get("/cases/{int:case_id}/alike", response=list[AlikeOut], auth=SEE)
def alike(request: HttpRequest, case_id: int):
    """The typical cases most like a case at hand."""
    return queries.alike(request.auth, case_id)
