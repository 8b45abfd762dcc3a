"""Imports over HTTP: upload, look, map, confirm, undo."""

from __future__ import annotations

from django.http import FileResponse, HttpRequest, HttpResponseBase
from ninja import File, Form, Query, Router
from ninja.files import UploadedFile

from anjie.access.http import Needs
from anjie.access.schemas import OkOut
from anjie.foundation.bounds import Id
from anjie.services.sheets.deeds import SheetDeed
from anjie.services.sheets.importing import begin, queries
from anjie.services.sheets.importing import mappings as saved
from anjie.services.sheets.importing.schemas import (
    CommitIn,
    ImportDetailOut,
    ImportPageOut,
    ImportState,
    MappingChangeIn,
    MappingOut,
    PeekOut,
    RemapIn,
    SheetKindOut,
    SheetOf,
)

router = Router(tags=["sheets"])
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHEETS = Needs(SheetDeed.HANDLE)


@router.get("/kinds", response=list[SheetKindOut], auth=SHEETS)
def kinds(request: HttpRequest, client: Id | None = None):
    """The kinds of sheet this person may import; with a client, the fields it declares among the columns."""
    return queries.kinds_for(request.auth, client)


@router.get("/imports", response=ImportPageOut, auth=SHEETS)
def history(
    request: HttpRequest,
    page: int = Query(1, ge=1, le=100_000),
    size: int = Query(50, ge=1, le=200),
    kind: str = Query("", max_length=32),
    client: Id | None = None,
    state: ImportState | None = None,
    of: SheetOf | None = None,
):
    """The history of imports, newest first."""
    return queries.page(
        request.auth, page=page, size=size, kind=kind, client=client, state=state or "", of=of or ""
    )


@router.post("/imports", response=ImportDetailOut, auth=SHEETS)
def upload(
    request: HttpRequest,
    file: File[UploadedFile],
    kind: Form[str],
    client: Form[Id],
    batch: Form[Id | None] = None,
    mapping: Form[Id | None] = None,
):
    """Upload a workbook; it is read in the background, progress comes on ``import:<id>``."""
    record = begin.upload(
        request.auth,
        kind=kind,
        client_id=client,
        batch_id=batch,
        name=file.name or "",
        source=file,
        mapping_id=mapping,
    )
    return queries.detail(request.auth, record.pk)


@router.get("/imports/{import_id}", response=ImportDetailOut, auth=SHEETS)
def one(request: HttpRequest, import_id: int):
    """An import with its mapping and faults."""
    return queries.detail(request.auth, import_id)


@router.get("/imports/{import_id}/peek", response=PeekOut, auth=SHEETS)
def peek(request: HttpRequest, import_id: int):
    """The first rows, each column with what it is taken for."""
    return queries.peek(request.auth, import_id)


@router.post("/imports/{import_id}/mapping", response=ImportDetailOut, auth=SHEETS)
def remap(request: HttpRequest, import_id: int, body: RemapIn):
    """Read again with another mapping, sheet or header row."""
    begin.remap(request.auth, import_id, body.dict(exclude={"save_as"}), save_as=body.save_as)
    return queries.detail(request.auth, import_id)


@router.post("/imports/{import_id}/commit", response=ImportDetailOut, auth=SHEETS)
def commit(request: HttpRequest, import_id: int, body: CommitIn):
    """Confirm: the good rows land in the background, all or none."""
    begin.commit(request.auth, import_id, good_only=body.good_only)
    return queries.detail(request.auth, import_id)


@router.post("/imports/{import_id}/cancel", response=ImportDetailOut, auth=SHEETS)
def cancel(request: HttpRequest, import_id: int):
    """Cancel before it has landed."""
    begin.cancel(request.auth, import_id)
    return queries.detail(request.auth, import_id)


@router.post("/imports/{import_id}/undo", response=ImportDetailOut, auth=SHEETS)
def undo(request: HttpRequest, import_id: int):
    """Take back what nobody has worked on since; the rest is listed with the reason."""
    begin.undo(request.auth, import_id)
    return queries.detail(request.auth, import_id)


@router.get("/imports/{import_id}/marked", response={200: None}, auth=SHEETS)
def marked(request: HttpRequest, import_id: int) -> HttpResponseBase:
    """The same workbook with the bad cells marked and the reasons in notes."""
    path, name = queries.marked(request.auth, import_id)
    return FileResponse(path.open("rb"), as_attachment=True, filename=name, content_type=XLSX)


@router.get("/forms/{kind}", response={200: None}, auth=SHEETS)
def form(request: HttpRequest, kind: str, client: int) -> HttpResponseBase:
    """An empty workbook with the client's headers."""
    path = saved.form(request.auth, kind, client)
    return FileResponse(path.open("rb"), as_attachment=True, filename=f"{kind}.xlsx", content_type=XLSX)


@router.get("/mappings", response=list[MappingOut], auth=SHEETS)
def mappings(request: HttpRequest, kind: str = Query("", max_length=32), client: Id | None = None):
    """Saved mappings."""
    return saved.mappings(request.auth, kind, client)


@router.patch("/mappings/{int:mapping_id}", response=MappingOut, auth=SHEETS)
def change_mapping(request: HttpRequest, mapping_id: int, body: MappingChangeIn):
    """Rename a saved mapping, or make it the usual one."""
    return saved.change_mapping(request.auth, mapping_id, **body.dict())


@router.get("/mappings/{int:mapping_id}/form", response={200: None}, auth=SHEETS)
def form_of_mapping(request: HttpRequest, mapping_id: int) -> HttpResponseBase:
    """An empty workbook with the headers of a saved mapping."""
    path, name = saved.form_of(request.auth, mapping_id)
    return FileResponse(path.open("rb"), as_attachment=True, filename=name, content_type=XLSX)


@router.delete("/mappings/{int:mapping_id}", response=OkOut, auth=SHEETS)
def delete_mapping(request: HttpRequest, mapping_id: int):
    """Delete a saved mapping."""
    saved.delete_mapping(request.auth, mapping_id)
    return {"ok": True}
