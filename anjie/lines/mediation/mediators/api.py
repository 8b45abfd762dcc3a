"""Mediators over HTTP: the library, and who mediates a case."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Query, Router

from anjie.access.http import Needs
from anjie.access.schemas import OkOut
from anjie.desk.public import DeskDeed
from anjie.foundation.bounds import Id
from anjie.lines.mediation.deeds import FilingDeed, SessionDeed
from anjie.lines.mediation.mediators import actions, library
from anjie.lines.mediation.mediators.schemas import (
    AppointIn,
    AppointmentOut,
    DeclineIn,
    LibraryOut,
    MediatorFactsIn,
    MediatorIn,
    MediatorMadeOut,
    ReplaceIn,
)

router = Router(tags=["mediation: mediators"])
MAY_SEE = Needs(FilingDeed.MEDIATORS_SEE, FilingDeed.ASSIGN)


@router.get("/mediators", response=LibraryOut, auth=MAY_SEE)
def list_mediators(
    request: HttpRequest,
    q: str = Query("", max_length=40),
    kind: str = Query("", max_length=24),
    state: str = Query("", max_length=8),
    case_id: Id | None = None,
    sort: str = Query("", max_length=12),
):
    """The library sorted by load; for a case with who fits and what stands against each."""
    return library.library(request.auth, q=q, kind=kind, state=state, case_id=case_id, sort=sort)


@router.post("/mediators", response=MediatorMadeOut, auth=Needs(FilingDeed.MEDIATORS_MANAGE))
def create_mediator(request: HttpRequest, body: MediatorIn):
    """Add a mediator with his account."""
    facts = body.dict(exclude={"username", "name", "mobile", "institution_id"})
    made, password = library.create(
        request.auth,
        username=body.username,
        name=body.name,
        mobile=body.mobile,
        institution_id=body.institution_id,
        facts=facts,
    )
    return {"id": made.pk, "password": password}


@router.patch("/mediators/{int:mediator_id}", response=OkOut, auth=Needs(FilingDeed.MEDIATORS_MANAGE))
def change_mediator(request: HttpRequest, mediator_id: int, body: MediatorFactsIn):
    """Change what is known of a mediator."""
    library.change(request.auth, mediator_id, body.dict(exclude_unset=True))
    return OkOut()


@router.get("/cases/{int:case_id}/mediators", response=list[AppointmentOut], auth=Needs(DeskDeed.CASES_SEE))
def appointments(request: HttpRequest, case_id: int):
    """Who mediates or mediated the case."""
    return library.appointments(request.auth, case_id)


@router.post("/cases/{int:case_id}/mediators", response=list[AppointmentOut], auth=Needs(FilingDeed.ASSIGN))
def appoint(request: HttpRequest, case_id: int, body: AppointIn):
    """Give the case its mediators, or further ones."""
    actions.appoint(request.auth, case_id, body.mediators, note=body.note)
    return library.appointments(request.auth, case_id)


@router.post(
    "/cases/{int:case_id}/mediators/replace", response=list[AppointmentOut], auth=Needs(FilingDeed.ASSIGN)
)
def replace(request: HttpRequest, case_id: int, body: ReplaceIn):
    """Let another mediator take the place of one."""
    actions.replace(request.auth, case_id, body.leaving, body.mediator, body.why)
    return library.appointments(request.auth, case_id)


@router.post("/cases/{int:case_id}/mediators/accept", response=OkOut, auth=Needs(SessionDeed.MEDIATE))
def accept(request: HttpRequest, case_id: int):
    """Take the case, declaring that nothing stands against it."""
    actions.accept(request.auth, case_id)
    return OkOut()


@router.post("/cases/{int:case_id}/mediators/decline", response=OkOut, auth=Needs(SessionDeed.MEDIATE))
def decline(request: HttpRequest, case_id: int, body: DeclineIn):
    """Not take the case: a conflict of interest, or another reason."""
    actions.decline(request.auth, case_id, **body.dict())
    return OkOut()
