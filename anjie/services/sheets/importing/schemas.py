"""What imports say over HTTP."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any, Literal

from ninja import Field, Schema

from anjie.desk.public import Clean

SheetOf = Literal["client", "institution"]
"""Whose sheet it is."""


class SheetColumnOut(Schema):
    field: str
    header: str
    required: bool
    group: str
    """Columns of one group stand in for each other."""
    declared: bool
    """Declared by the client's template."""


class SheetKindOut(Schema):
    code: str
    label: str
    of: SheetOf
    columns: list[SheetColumnOut]
    takes_declared: bool
    match_keys: list[str]


class SheetFaultOut(Schema):
    row: int
    column: str
    code: str
    message: str
    field: str = ""


class FaultGroupOut(Schema):
    code: str
    column: str
    message: str
    count: int
    rows: list[int]


class ImportOut(Schema):
    id: int
    kind: str
    kind_label: str
    of: SheetOf
    client_id: int
    client: str
    batch_id: int | None
    file_name: str
    file_size: int
    state: str
    state_label: str
    state_tone: str
    rows: int
    good: int
    wrong: int
    amount_total: Decimal
    done_rows: int
    batch_nos: list[str]
    by: str
    created_at: datetime
    committed_at: datetime | None
    undone_at: datetime | None
    refusal: dict[str, Any] | None
    takes_good_rows: bool
    may_undo: bool
    undo_report: list[dict[str, Any]]


class ImportDetailOut(ImportOut):
    header_row: int
    sheet: str
    other_sheets: list[str]
    mapping: dict[str, str]
    confidence: dict[str, str]
    unmapped: list[str]
    fault_count: int
    warning_count: int
    skipped: int
    fault_groups: list[FaultGroupOut]
    warning_groups: list[FaultGroupOut]
    faults: list[SheetFaultOut]
    refused_late: list[dict[str, Any]]


class ImportPageOut(Schema):
    rows: list[ImportOut]
    count: int


class PeekColumnOut(Schema):
    letter: str
    header: str
    field: str
    confidence: str
    values: list[str]


class PeekOut(Schema):
    form: str
    sheets: list[str]
    hidden_sheets: list[str]
    sheet: str
    header_row: int
    header_rows: list[int]
    columns: list[PeekColumnOut]
    first_rows: list[list[str]]


class RemapIn(Schema):
    mapping: dict[str, str] | None = None
    sheet: str | None = Field(None, max_length=100)
    header_row: int | None = Field(None, ge=0, le=1000)
    save_as: str = Field("", max_length=60)


class CommitIn(Schema):
    good_only: bool = False


class MappingOut(Schema):
    id: int
    kind: str
    client_id: int
    name: str
    headers: dict[str, str]
    is_default: bool
    updated_at: datetime


class MappingChangeIn(Schema):
    name: Annotated[Clean | None, Field(max_length=60)] = None
    is_default: bool | None = None


ImportState = Literal[
    "uploaded",
    "reading",
    "preview",
    "committing",
    "committed",
    "refused",
    "cancelled",
    "undoing",
    "undone",
    "failed",
]
