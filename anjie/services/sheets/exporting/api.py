"""Exports over HTTP: ask, watch, approve, download; and the saved choices of columns."""

from __future__ import annotations

from django.http import FileResponse, HttpRequest
from django.http.response import HttpResponseBase
from ninja import File, Form, Query, Router
from ninja.files import UploadedFile

from anjie.access.http import Needs
from anjie.access.schemas import OkOut
from anjie.desk.public import DeskDeed
from anjie.foundation.bounds import Id
from anjie.services.sheets.deeds import SheetDeed
from anjie.services.sheets.exporting import exports, layouts, queries
from anjie.services.sheets.exporting.exporters import Wanted
from anjie.services.sheets.exporting.schemas import (
    ApprovalPageOut,
    ColumnSetIn,
    ColumnSetOut,
    ExporterOut,
    ExportIn,
    ExportOut,
    ExportPageOut,
    ExportState,
    LayoutKindOut,
    LayoutOut,
    RefuseIn,
)

router = Router(tags=["sheets: export"])
TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}
EXPORT = Needs(DeskDeed.EXPORT)
APPROVE = Needs(DeskDeed.EXPORT_APPROVE)
EITHER = Needs(DeskDeed.EXPORT, DeskDeed.EXPORT_APPROVE)


@router.get("/exporters", response=list[ExporterOut], auth=EXPORT)
def exporters(request: HttpRequest):
    """The lists this person may take out, with the columns offered to him."""
    return queries.kinds_for(request.auth)


@router.get("/exports", response=ExportPageOut, auth=EXPORT)
def own_exports(
    request: HttpRequest,
    page: int = Query(1, ge=1, le=100_000),
    size: int = Query(50, ge=1, le=200),
    kind: str = Query("", max_length=32),
    state: ExportState | None = None,
):
    """One's own exports, newest first."""
    return queries.page(request.auth, page=page, size=size, kind=kind, state=state or "")


@router.post("/exports", response=ExportOut, auth=EXPORT)
def ask(request: HttpRequest, body: ExportIn):
    """Have a list written in the background; progress comes on ``export:<id>``."""
    export = exports.ask(
        request.auth,
        body.kind,
        Wanted(body.filter, body.ids, body.sort),
        columns=body.columns,
        file_format=body.format,
        reason=body.reason,
        layout_id=body.layout,
    )
    return queries.shown(request.auth, export.pk)


@router.get("/exports/approvals", response=ApprovalPageOut, auth=APPROVE)
def approvals(
    request: HttpRequest, page: int = Query(1, ge=1, le=100_000), size: int = Query(50, ge=1, le=200)
):
    """Exports that wait for this person's decision, then those he has decided."""
    return queries.approvals(request.auth, page=page, size=size)


@router.get("/exports/{int:export_id}", response=ExportOut, auth=EITHER)
def one(request: HttpRequest, export_id: Id):
    """One export, with the link while there is a file."""
    return queries.shown(request.auth, export_id)


@router.post("/exports/{int:export_id}/cancel", response=ExportOut, auth=EXPORT)
def cancel(request: HttpRequest, export_id: Id):
    """Stop one's own export."""
    exports.cancel(request.auth, export_id)
    return queries.shown(request.auth, export_id)


@router.post("/exports/{int:export_id}/approve", response=ExportOut, auth=APPROVE)
def approve(request: HttpRequest, export_id: Id):
    """Let a large export be written."""
    exports.approve(request.auth, export_id)
    return queries.shown(request.auth, export_id)


@router.post("/exports/{int:export_id}/refuse", response=ExportOut, auth=APPROVE)
def refuse(request: HttpRequest, export_id: Id, body: RefuseIn):
    """Turn a large export down, saying why."""
    exports.refuse(request.auth, export_id, body.reason)
    return queries.shown(request.auth, export_id)


@router.get("/exports/{int:export_id}/download", response={200: None}, auth=EITHER)
def download(request: HttpRequest, export_id: Id) -> HttpResponseBase:
    """The finished file; every download is on the trail."""
    path, name = exports.download(request.auth, export_id)
    return FileResponse(
        path.open("rb"), as_attachment=True, filename=name, content_type=TYPES[path.suffix[1:]]
    )


@router.get("/column-sets", response=list[ColumnSetOut], auth=EXPORT)
def column_sets(request: HttpRequest, kind: str = Query(max_length=32)):
    """One's own saved choices of columns for a list."""
    return queries.column_sets(request.auth, kind)


@router.post("/column-sets", response=ColumnSetOut, auth=EXPORT)
def save_columns(request: HttpRequest, body: ColumnSetIn):
    """Keep a choice of columns; the same name again replaces it."""
    return exports.save_columns(request.auth, body.kind, body.name, body.columns)


@router.delete("/column-sets/{int:set_id}", response=OkOut, auth=EXPORT)
def delete_columns(request: HttpRequest, set_id: Id):
    """Forget one's own choice of columns."""
    exports.delete_columns(request.auth, set_id)
    return OkOut()


@router.get("/layouts", response=list[LayoutOut], auth=Needs(DeskDeed.EXPORT, SheetDeed.LAYOUTS_MANAGE))
def list_layouts(request: HttpRequest, kind: str = Query("", max_length=32), versions: bool = False):
    """The forms of the clients within reach; with ``versions`` those that were replaced or retired too."""
    return layouts.listed(request.auth, kind=kind, versions=versions)


@router.get("/layouts/kinds", response=list[LayoutKindOut], auth=Needs(SheetDeed.LAYOUTS_MANAGE))
def layout_kinds(request: HttpRequest):
    """The lists a form can be made for, with their placeholders."""
    return layouts.kinds(request.auth)


@router.post("/layouts", response=LayoutOut, auth=Needs(SheetDeed.LAYOUTS_MANAGE))
def save_layout(
    request: HttpRequest,
    file: File[UploadedFile],
    kind: Form[str],
    client: Form[Id],
    name: Form[str],
):
    """Give a client's form; the same name again is its next version."""
    content = file.read(layouts.LONGEST + 1)
    saved = layouts.save(
        request.auth, kind=kind, client_id=client, name=name, file_name=file.name or "", content=content
    )
    return layouts.row(saved)


@router.get("/layouts/{int:layout_id}/download", response={200: None}, auth=Needs(SheetDeed.LAYOUTS_MANAGE))
def download_layout(request: HttpRequest, layout_id: Id) -> HttpResponseBase:
    """The form as it was given."""
    content, name = layouts.file(request.auth, layout_id)
    return FileResponse(content, as_attachment=True, filename=name, content_type=TYPES["xlsx"])


@router.post("/layouts/{int:layout_id}/retire", response=OkOut, auth=Needs(SheetDeed.LAYOUTS_MANAGE))
def retire_layout(request: HttpRequest, layout_id: Id):
    """Offer a form no more; exports written in it stay."""
    layouts.retire(request.auth, layout_id)
    return OkOut()
