"""What an administrator sees of the backups, and how he begins one."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import transaction
from procrastinate import exceptions
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from anjie.access import trail
from anjie.access.actors import Actor
from anjie.access.deeds import AccessDeed
from anjie.foundation.refusals import Refusal
from config.backup import making
from config.backup.jobs import TASK

LABELS = {
    "verified": "已验证",
    "made": "未验证",
    "failed": "失败",
    "gone": "文件不在",
}


def overview(actor: Actor) -> dict[str, Any]:
    """Where backups lie, when they are made, and how the last hundred went."""
    actor.require(AccessDeed.BACKUPS_MANAGE)
    rows = [{**row, "state_label": LABELS[row["state"]]} for row in making.listed()[:100]]
    return {
        "folder": str(making.folder()),
        "at": settings.BACKUP_AT,
        "keep": settings.BACKUP_KEEP,
        "running": _under_way(),
        "rows": rows,
    }


@transaction.atomic
def begin(actor: Actor) -> None:
    """Queue one backup; while another waits or runs it is refused."""
    actor.require(AccessDeed.BACKUPS_MANAGE)
    if _under_way():
        raise _running()
    try:
        app.configure_task(TASK, queueing_lock=TASK).defer()
    except exceptions.AlreadyEnqueued:
        raise _running() from None
    trail.record(actor, "backup.asked")


def _under_way() -> bool:
    return ProcrastinateJob.objects.filter(task_name=TASK, status__in=("todo", "doing")).exists()


def _running() -> Refusal:
    return Refusal("backup.running", "已有一次备份正在进行。请等它结束后再试。")
