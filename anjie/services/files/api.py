"""Files over HTTP: resumable uploads, the files of a case, links, and the bytes themselves."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import File, Form, Query, Router
from ninja.files import UploadedFile

from anjie.access.deeds import AccessDeed, PartyDeed
from anjie.access.http import Needs
from anjie.desk.public import DeskDeed
from anjie.foundation.bounds import Id
from anjie.services.files import actions, links, own, queries, serving, uploads
from anjie.services.files.schemas import (
    ArchiveIn,
    DeleteIn,
    DoneOut,
    FileOut,
    FilesOut,
    FilesQuery,
    FinishIn,
    LicenceOut,
    LinkIn,
    LinkOut,
    OfflineIn,
    UploadIn,
    UploadOut,
)

router = Router(tags=["files"])


@router.post("/uploads", response=UploadOut, auth=Needs(DeskDeed.FILES_ADD))
def begin_upload(request: HttpRequest, body: UploadIn):
    """Begin a resumable upload; what cannot be taken is refused before the first byte."""
    return uploads.begin_upload(request.auth, **body.dict())


@router.get("/uploads/{token}", response=UploadOut, auth=Needs(DeskDeed.FILES_ADD))
def upload_state(request: HttpRequest, token: str):
    """How far the upload is: go on from ``received``."""
    return uploads.upload_of(request.auth, token)


@router.patch("/uploads/{token}", response=UploadOut, auth=Needs(DeskDeed.FILES_ADD))
def append_piece(request: HttpRequest, token: str, offset: int):
    """Send the next piece as the plain body, beginning at ``offset``."""
    return uploads.append(request.auth, token, offset, request)


@router.post("/uploads/{token}/cancel", response=DoneOut, auth=Needs(DeskDeed.FILES_ADD))
def cancel_upload(request: HttpRequest, token: str):
    """Give up an upload."""
    uploads.cancel_upload(request.auth, token)
    return {"ok": True}


@router.post("/uploads/{token}/finish", response=FileOut, auth=Needs(DeskDeed.FILES_ADD))
def finish_upload(request: HttpRequest, token: str, body: FinishIn):
    """Put the uploaded file on a case, when hash and type agree."""
    return queries.row(actions.finish_upload(request.auth, token, **body.dict()))


@router.post("/licence", response=LicenceOut, auth=Needs(PartyDeed.SELF))
def show_licence(request: HttpRequest, file: File[UploadedFile]):
    """Put the picture of one's own licence, in place of the one before."""
    return own.show_licence(request.auth, name=file.name or "", file=file)


@router.get("/licence", auth=Needs(PartyDeed.SELF))
def open_licence(request: HttpRequest):
    """The picture of one's own licence."""
    found = own.licence(request.auth)
    return serving.file_response(request, found, found.blob, "view")


@router.get("/licence/about", response=LicenceOut | None, auth=Needs(PartyDeed.SELF))
def about_licence(request: HttpRequest):
    """Whether and since when one shows a licence."""
    return own.shown_licence(request.auth.account_id)


@router.get(
    "/institutions/{organisation_id}/licence",
    response=LicenceOut | None,
    auth=Needs(AccessDeed.ORGANISATIONS_SEE),
)
def about_licence_of(request: HttpRequest, organisation_id: Id):
    """Whether and since when an institution's account shows a licence."""
    return own.told_licence_of(request.auth, organisation_id)


@router.post(
    "/institutions/{organisation_id}/licence",
    response=LicenceOut,
    auth=Needs(AccessDeed.ORGANISATIONS_MANAGE),
)
def show_licence_of(request: HttpRequest, organisation_id: Id, file: File[UploadedFile]):
    """Put the picture of an institution's licence; its own account shows the same."""
    return own.show_licence_of(request.auth, organisation_id, name=file.name or "", file=file)


@router.get("/institutions/{organisation_id}/licence/picture", auth=Needs(AccessDeed.ORGANISATIONS_SEE))
def open_licence_of(request: HttpRequest, organisation_id: Id):
    """The picture of an institution's licence."""
    found = own.licence_of(request.auth, organisation_id)
    return serving.file_response(request, found, found.blob, "view")


@router.get("/cases/{int:case_id}", response=FilesOut, auth=Needs(DeskDeed.CASES_SEE))
def files_of_case(request: HttpRequest, case_id: int, query: Query[FilesQuery]):
    """The files of a case, newest first."""
    return queries.files_of(request.auth, case_id, **query.dict())


@router.post("/cases/{int:case_id}", response=FileOut, auth=Needs(DeskDeed.FILES_ADD))
def add_file(
    request: HttpRequest, case_id: int, file: File[UploadedFile], kind: Form[str] = "", note: Form[str] = ""
):
    """Put a small file on a case in one request."""
    return queries.row(
        actions.add_file(request.auth, case_id, name=file.name or "", file=file, kind=kind, note=note[:200])
    )


@router.post("/cases/{int:case_id}/offline", response=FileOut, auth=Needs(DeskDeed.FILES_ADD))
def add_offline(request: HttpRequest, case_id: int, body: OfflineIn):
    """Put on record a file that stays elsewhere."""
    return queries.row(actions.add_offline(request.auth, case_id, **body.dict()))


@router.post("/cases/{int:case_id}/archive", response=LinkOut, auth=Needs(DeskDeed.CASES_SEE))
def link_to_all(request: HttpRequest, case_id: int, body: ArchiveIn):
    """A link that downloads all files (of one kind) as a ZIP."""
    return links.link_to_all(request.auth, case_id, body.kind)


@router.post("/cases/{int:case_id}/{int:file_id}/link", response=LinkOut, auth=Needs(DeskDeed.CASES_SEE))
def link_to_file(request: HttpRequest, case_id: int, file_id: int, body: LinkIn):
    """A link that shows or downloads one file."""
    return links.link_to_file(request.auth, case_id, file_id, body.purpose)


@router.post("/cases/{int:case_id}/{int:file_id}/delete", response=DoneOut, auth=Needs(DeskDeed.FILES_DELETE))
def delete_file(request: HttpRequest, case_id: int, file_id: int, body: DeleteIn):
    """Take a file off the case, with a reason, on the record."""
    actions.delete_file(request.auth, case_id, file_id, body.reason)
    return {"ok": True}


@router.get("/file/{token}", auth=Needs(DeskDeed.CASES_SEE))
def open_file(request: HttpRequest, token: str):
    """The bytes behind a link, whole or by Range."""
    return serving.file_response(request, *links.file_behind(request.auth, token))


@router.get("/archive/{token}", auth=Needs(DeskDeed.CASES_SEE))
def open_archive(request: HttpRequest, token: str):
    """All files behind an archive link as one streamed ZIP."""
    return serving.archive_response(*links.archive_behind(request.auth, token))
