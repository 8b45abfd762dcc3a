"""Backups over HTTP: how the last ones went, and one more by hand."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest
from ninja import Router, Schema

from anjie.access.deeds import AccessDeed
from anjie.access.http import Needs
from anjie.access.schemas import OkOut
from config.backup import asking

router = Router(tags=["backups"])
MANAGE = Needs(AccessDeed.BACKUPS_MANAGE)


class BackupOut(Schema):
    name: str
    state: str
    state_label: str
    began_at: datetime
    verified_at: datetime | None
    size: int
    tables: int
    rows: int
    files: int
    message: str


class BackupsOut(Schema):
    folder: str
    at: str
    keep: int
    running: bool
    rows: list[BackupOut]


@router.get("", response=BackupsOut, auth=MANAGE)
def list_backups(request: HttpRequest):
    """The backups there are and how each went."""
    return asking.overview(request.auth)


@router.post("", response=OkOut, auth=MANAGE)
def ask_for_backup(request: HttpRequest):
    """Begin a backup in the background."""
    asking.begin(request.auth)
    return {"ok": True}
