"""The archive over HTTP."""

from __future__ import annotations

from datetime import datetime

from ninja import Schema


class ChecklistItemOut(Schema):
    code: str
    label: str
    must: bool
    held: str
    hint: str


class ArchiveRemarkOut(Schema):
    item: str
    text: str


class ArchiveReviewOut(Schema):
    id: int
    step: str
    step_label: str
    note: str
    remarks: list[ArchiveRemarkOut]
    by: str
    at: datetime


class ArchiveEntryOut(Schema):
    path: str
    title: str
    size: int
    sha256: str
    place: str


class ArchivedFileOut(Schema):
    no: str
    by: str
    sealed_at: datetime
    sha256: str
    entries: list[ArchiveEntryOut]


class ArchivePageOut(Schema):
    case_id: int
    state: str
    checklist: list[ChecklistItemOut]
    reviews: list[ArchiveReviewOut]
    archive: ArchivedFileOut | None


class ArchiveLinkOut(Schema):
    url: str
