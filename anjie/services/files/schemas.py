"""What files say over HTTP."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from ninja import Schema
from pydantic import Field


class LicenceOut(Schema):
    name: str
    size: int = Field(alias="blob.size")
    at: datetime


class UploadIn(Schema):
    """``sha256`` of the whole file, when the page knows it, is checked at the end."""

    name: str = Field(max_length=400)
    size: int = Field(ge=0, le=2**50)
    sha256: str = Field("", pattern=r"^([0-9a-fA-F]{64})?$")


class UploadOut(Schema):
    """How far an upload is; send the next piece from ``received``, about ``piece_bytes`` at once."""

    token: str
    name: str
    size: int
    received: int
    piece_bytes: int = 8 * 1024 * 1024


class FinishIn(Schema):
    case_id: int
    kind: str = Field("", max_length=12)
    note: str = Field("", max_length=200)


class OfflineIn(Schema):
    name: str = Field(max_length=200)
    kind: str = Field("other", max_length=12)
    place: str = Field("", max_length=300)
    note: str = Field("", max_length=200)


class FileOut(Schema):
    """A file on a case; ``viewable`` ones open in the page."""

    id: int
    case_id: int
    name: str
    kind: str
    kind_label: str
    note: str
    media_type: str
    size: int
    sha256: str
    viewable: bool
    offline_place: str
    by: str
    at: datetime


class FileKindOut(Schema):
    kind: str
    label: str
    count: int


class FileTotalsOut(Schema):
    size: int


class FilesOut(Schema):
    rows: list[FileOut]
    count: int
    totals: FileTotalsOut
    kinds: list[FileKindOut]


class FilesQuery(Schema):
    kind: str = ""
    limit: int = Field(50, ge=1, le=200)
    offset: int = Field(0, ge=0, le=1_000_000)


class LinkIn(Schema):
    purpose: Literal["view", "download"] = "view"


class ArchiveIn(Schema):
    kind: str = Field("", max_length=12)


class LinkOut(Schema):
    """Open ``url`` before ``expires_at``, signed in as who asked for it."""

    url: str
    expires_at: datetime


class DeleteIn(Schema):
    reason: str = Field("", max_length=200)


class DoneOut(Schema):
    ok: bool = True
