"""A party's own files over HTTP: resumable uploads, list, content, taking off."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router

from anjie.access.deeds import PartyDeed
from anjie.access.http import Needs
from anjie.access.schemas import OkOut
from anjie.lines.mediation.application import evidence
from anjie.lines.mediation.application.schemas_evidence import EvidenceFinishIn, EvidenceOut
from anjie.services.files import queries, serving, uploads
from anjie.services.files.schemas import FileOut, UploadIn, UploadOut

router = Router(tags=["mediation: evidence"])
DOOR = Needs(PartyDeed.TAKE_PART)


@router.get("/mine/{int:case_id}/files", response=EvidenceOut, auth=DOOR)
def own_files(request: HttpRequest, case_id: int):
    """One's own files on one's own case."""
    return evidence.files_of(request.auth, case_id)


@router.post("/mine/{int:case_id}/files", response=UploadOut, auth=DOOR)
def begin(request: HttpRequest, case_id: int, body: UploadIn):
    """Begin a resumable upload; what cannot be taken is refused before the first byte."""
    return evidence.begin(request.auth, case_id, **body.dict())


@router.get("/mine/uploads/{token}", response=UploadOut, auth=DOOR)
def upload_state(request: HttpRequest, token: str):
    """How far the upload is: go on from ``received``."""
    return uploads.upload_of(request.auth, token)


@router.patch("/mine/uploads/{token}", response=UploadOut, auth=DOOR)
def append_piece(request: HttpRequest, token: str, offset: int):
    """Send the next piece as the plain body, beginning at ``offset``."""
    return uploads.append(request.auth, token, offset, request, deed=PartyDeed.TAKE_PART)


@router.post("/mine/{int:case_id}/files/{token}/finish", response=FileOut, auth=DOOR)
def finish(request: HttpRequest, case_id: int, token: str, body: EvidenceFinishIn):
    """Put the uploaded file on the case, when hash and type agree."""
    return queries.row(evidence.finish(request.auth, case_id, token, body.note))


@router.get("/mine/{int:case_id}/files/{int:file_id}/content", auth=DOOR)
def content(request: HttpRequest, case_id: int, file_id: int):
    """One of one's own files."""
    return serving.file_response(request, *evidence.content_of(request.auth, case_id, file_id), "view")


@router.post("/mine/{int:case_id}/files/{int:file_id}/delete", response=OkOut, auth=DOOR)
def take_off(request: HttpRequest, case_id: int, file_id: int):
    """Take one of one's own files off the case."""
    evidence.take_off(request.auth, case_id, file_id)
    return OkOut()
