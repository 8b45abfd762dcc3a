"""Exports over HTTP: ask, watch, approve, download; and the saved choices of columns."""

from __future__ import annotations

from django.http import FileResponse, HttpRequest
from django.http.response import HttpResponseBase
from ninja import Query, Router

from anjie.access.http import Needs
from anjie.access.schemas import OkOut
from anjie.desk.public import DeskDeed
from anjie.foundation.bounds import Id
from anjie.services.sheets import export_queries, exports
from anjie.services.sheets.exporters import Wanted
from anjie.services.sheets.schemas_export import (
    ApprovalPageOut,
    ColumnSetIn,
    ColumnSetOut,
    ExporterOut,
    ExportIn,
    ExportOut,
    ExportPageOut,
    ExportState,
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
    return export_queries.kinds_for(request.auth)


@router.get("/exports", response=ExportPageOut, auth=EXPORT)
def own_exports(
    request: HttpRequest,
    page: int = Query(1, ge=1, le=100_000),
    size: int = Query(50, ge=1, le=200),
    kind: str = Query("", max_length=32),
    state: ExportState | None = None,
):
    """One's own exports, newest first."""
    return export_queries.page(request.auth, page=page, size=size, kind=kind, state=state or "")


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
    )
    return export_queries.shown(request.auth, export.pk)


@router.get("/exports/approvals", response=ApprovalPageOut, auth=APPROVE)
def approvals(
    request: HttpRequest, page: int = Query(1, ge=1, le=100_000), size: int = Query(50, ge=1, le=200)
):
    """Exports that wait for this person's decision, then those he has decided."""
    return export_queries.approvals(request.auth, page=page, size=size)


@router.get("/exports/{int:export_id}", response=ExportOut, auth=EITHER)
def one(request: HttpRequest, export_id: Id):
    """One export, with the link while there is a file."""
    return export_queries.shown(request.auth, export_id)


@router.post("/exports/{int:export_id}/cancel", response=ExportOut, auth=EXPORT)
def cancel(request: HttpRequest, export_id: Id):
    """Stop one's own export."""
    exports.cancel(request.auth, export_id)
    return export_queries.shown(request.auth, export_id)


@router.post("/exports/{int:export_id}/approve", response=ExportOut, auth=APPROVE)
def approve(request: HttpRequest, export_id: Id):
    """Let a large export be written."""
    exports.approve(request.auth, export_id)
    return export_queries.shown(request.auth, export_id)


@router.post("/exports/{int:export_id}/refuse", response=ExportOut, auth=APPROVE)
def refuse(request: HttpRequest, export_id: Id, body: RefuseIn):
    """Turn a large export down, saying why."""
    exports.refuse(request.auth, export_id, body.reason)
    return export_queries.shown(request.auth, export_id)


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
    return export_queries.column_sets(request.auth, kind)


@router.post("/column-sets", response=ColumnSetOut, auth=EXPORT)
def save_columns(request: HttpRequest, body: ColumnSetIn):
    """Keep a choice of columns; the same name again replaces it."""
    return exports.save_columns(request.auth, body.kind, body.name, body.columns)


@router.delete("/column-sets/{int:set_id}", response=OkOut, auth=EXPORT)
def delete_columns(request: HttpRequest, set_id: Id):
    """Forget one's own choice of columns."""
    exports.delete_columns(request.auth, set_id)
    return OkOut()
