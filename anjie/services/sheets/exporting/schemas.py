"""What exports say over HTTP."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import Field

from anjie.foundation.bounds import Id

ExportState = Literal["asked", "approval", "running", "ready", "failed", "cancelled", "expired", "refused"]
FileFormat = Literal["xlsx", "csv"]
Key = Annotated[str, Field(max_length=60)]


class ExportColumnOut(Schema):
    key: str
    label: str
    holds: str
    usual: bool = Field(description="taken when nobody chooses")
    unmasked: bool = Field(description="whole numbers: a reason is required")


class ExporterOut(Schema):
    """A list this person may take out, with the columns offered to him."""

    kind: str
    label: str
    approval_rows: int = Field(description="more rows need a second person's approval")
    columns: list[ExportColumnOut]


class ExportIn(Schema):
    """All that ``filter`` (the list's own words) finds, or the rows ``ids`` among them; no columns are the usual ones."""

    kind: str = Field(max_length=32)
    filter: dict[str, Any] = {}
    ids: list[Id] | None = Field(None, min_length=1, max_length=50_000)
    sort: str = Field("", max_length=60)
    columns: list[Key] = Field([], max_length=200)
    format: FileFormat = "xlsx"
    reason: str = Field("", max_length=200)
    layout: Id | None = Field(
        None, description="the client's form to write it in; its columns are the form's"
    )


class FilterWordsOut(Schema):
    label: str
    value: str


class ExportOut(Schema):
    id: int
    kind: str
    name: str
    file_format: str
    state: ExportState
    state_label: str
    state_tone: str
    topic: str
    job_state: Literal["waiting", "running", "done", "failed", "cancelled"]
    rows: int
    done_rows: int
    file_size: int
    columns: list[str]
    filters: list[FilterWordsOut]
    reason: str
    unmasked: bool
    why: str
    by: str
    approved_by: str
    asked_at: datetime
    decided_at: datetime | None
    ready_at: datetime | None
    expires_at: datetime | None
    downloads: int
    may_cancel: bool
    may_decide: bool
    download_url: str


class ExportPageOut(Schema):
    rows: list[ExportOut]
    count: int


class ApprovalTotals(Schema):
    waiting: int


class ApprovalPageOut(ExportPageOut):
    totals: ApprovalTotals


class RefuseIn(Schema):
    reason: str = Field(min_length=1, max_length=200)


class ColumnSetIn(Schema):
    kind: str = Field(max_length=32)
    name: str = Field(min_length=1, max_length=40)
    columns: list[Key] = Field(min_length=1, max_length=200)


class ColumnSetOut(Schema):
    id: int
    kind: str
    name: str
    columns: list[str]


class PlaceholderOut(Schema):
    key: str
    label: str


class LayoutKindOut(Schema):
    """A list that can be written in a form, with what its row may show."""

    kind: str
    label: str
    fields: list[str]
    columns: list[PlaceholderOut]


class LayoutOut(Schema):
    id: int
    kind: str
    kind_label: str
    client_id: int
    client: str
    name: str
    version: int
    is_current: bool
    file_name: str
    columns: list[str]
    by: str
    at: datetime
