"""Notices over HTTP."""

from __future__ import annotations

from datetime import datetime

from ninja import Schema


class NoticeOut(Schema):
    id: int
    verb: str
    title: str
    text: str
    case_id: int | None
    link: str
    at: datetime
    read_at: datetime | None


class NoticeTotals(Schema):
    unread: int


class NoticesOut(Schema):
    rows: list[NoticeOut]
    count: int
    totals: NoticeTotals


class ReadOut(Schema):
    read: int
