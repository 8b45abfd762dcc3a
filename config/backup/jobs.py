"""Backups by schedule and by hand run where jobs run."""

from __future__ import annotations

import os
from datetime import datetime, timedelta

import structlog
from django.conf import settings
from procrastinate import App

from anjie.access import trail
from anjie.access.actors import Actor
from anjie.foundation.refusals import Refusal
from config.backup import making

log = structlog.get_logger("anjie.backup")
TASK = "backup.make"
SHANGHAI = timedelta(hours=8)


def register(app: App) -> None:
    """Register the backup, and its schedule where there is one."""

    @app.task(name=TASK, queueing_lock=TASK)
    def back_up(timestamp: int = 0) -> None:
        """Back up, prove it, and put on the trail how it went."""
        run()

    if settings.BACKUP_AT:
        app.periodic(cron=cron(settings.BACKUP_AT), periodic_id="daily")(back_up)


def run() -> None:
    """One backup; a failure is on the trail and beside the backups, and is not tried again by itself."""
    actor = Actor.job("backup")
    try:
        done = making.make(os.environ["DATABASE_URL"], tell=lambda said: None)
    except Refusal as refusal:
        log.error("backup.failed", code=refusal.code)
        trail.record(actor, "backup.failed", code=refusal.code, message=refusal.message)
    else:
        trail.record(actor, "backup.made", name=done["name"], size=done["size"], rows=done["rows"])


def cron(at: str) -> str:
    """A time of the day in Shanghai as the scheduler reads it, in UTC."""
    moment = datetime.strptime(at, "%H:%M") - SHANGHAI  # noqa: DTZ007  a time of day
    return f"{moment.minute} {moment.hour} * * *"
