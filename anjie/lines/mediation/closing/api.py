"""Closings over HTTP: asked for, decided, signed, filed with the court; a party's own papers."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router

from anjie.access.deeds import PartyDeed
from anjie.access.http import Needs
from anjie.desk.public import DeskDeed
from anjie.lines.mediation.closing import actions, downloads, queries
from anjie.lines.mediation.closing.actions import Agreed
from anjie.lines.mediation.closing.schemas import (
    BundleLinkOut,
    ClosingIn,
    ClosingNoteIn,
    ClosingOut,
    ClosingReasonIn,
    CourtBundleIn,
    CourtFilingIn,
    EffectiveIn,
    FoundOnAgreementOut,
    PartyPaperOut,
)
from anjie.lines.mediation.deeds import ClosingDeed
from anjie.services.files.bundles import bundle_response
from anjie.services.files.serving import file_response

router = Router(tags=["mediation: closing"])
REQUEST = Needs(ClosingDeed.REQUEST)
DECIDE = Needs(ClosingDeed.DECIDE)
TAKE_PART = Needs(PartyDeed.TAKE_PART)


@router.get("/cases/{int:case_id}/closing", response=ClosingOut, auth=Needs(DeskDeed.CASES_SEE))
def closing(request: HttpRequest, case_id: int):
    """How the closing of a case stands, what was agreed and found, what may be done now."""
    return queries.page(request.auth, case_id)


@router.post("/cases/{int:case_id}/closing/check", response=list[FoundOnAgreementOut], auth=REQUEST)
def check(request: HttpRequest, case_id: int, body: ClosingIn):
    """What the checker finds on an agreement that is being written; nothing is kept."""
    return actions.findings(request.auth, case_id, Agreed(**body.dict()))


@router.post("/cases/{int:case_id}/closing", response=ClosingOut, auth=REQUEST)
def ask(request: HttpRequest, case_id: int, body: ClosingIn):
    """Ask for the case to be closed."""
    actions.request(request.auth, case_id, Agreed(**body.dict()))
    return queries.page(request.auth, case_id)


@router.post("/cases/{int:case_id}/closing/approve", response=ClosingOut, auth=DECIDE)
def approve(request: HttpRequest, case_id: int, body: ClosingNoteIn):
    """Agree to close; the papers of the outcome are made."""
    actions.approve(request.auth, case_id, body.note)
    return queries.page(request.auth, case_id)


@router.post("/cases/{int:case_id}/closing/send-back", response=ClosingOut, auth=DECIDE)
def send_back(request: HttpRequest, case_id: int, body: ClosingReasonIn):
    """Let the case go on being mediated."""
    actions.send_back(request.auth, case_id, body.reason)
    return queries.page(request.auth, case_id)


@router.post("/cases/{int:case_id}/closing/complete", response=ClosingOut, auth=REQUEST)
def complete(request: HttpRequest, case_id: int, body: EffectiveIn):
    """Every paper is signed: close the case."""
    actions.complete(request.auth, case_id, body.effective_on)
    return queries.page(request.auth, case_id)


@router.post("/cases/{int:case_id}/closing/court", response=ClosingOut, auth=REQUEST)
def file_with_court(request: HttpRequest, case_id: int, body: CourtFilingIn):
    """The parties have asked the court to confirm."""
    actions.file_with_court(request.auth, case_id, **body.dict())
    return queries.page(request.auth, case_id)


@router.post("/cases/{int:case_id}/closing/bundle", response=BundleLinkOut, auth=REQUEST)
def court_bundle_link(request: HttpRequest, case_id: int, body: CourtBundleIn):
    """A link to the papers for judicial confirmation with the evidence that was chosen."""
    return {"url": downloads.link_to_court_bundle(request.auth, case_id, body.files)}


@router.get("/closing/bundle/{token}", auth=REQUEST)
def court_bundle(request: HttpRequest, token: str):
    """The bundle behind its link."""
    return bundle_response(*downloads.court_bundle_behind(request.auth, token))


@router.get("/mine/{int:case_id}/papers", response=list[PartyPaperOut], auth=TAKE_PART)
def my_papers(request: HttpRequest, case_id: int):
    """The papers of a case that its party may read, and which wait for his signature."""
    return downloads.own_papers(request.auth, case_id)


@router.get("/mine/{int:case_id}/papers/{int:paper_id}/content", auth=TAKE_PART)
def my_paper(request: HttpRequest, case_id: int, paper_id: int):
    """One of these papers."""
    return file_response(request, *downloads.own_paper(request.auth, case_id, paper_id))
