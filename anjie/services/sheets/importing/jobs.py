"""Reading, landing and undoing in the background; run again after a kill they start over and are done once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app

from anjie.access.actors import Actor
from anjie.access.models import Membership
from anjie.foundation import clock
from anjie.services.sheets.importing import imports, landing, staging, undoing
from anjie.services.sheets.models import Import

KEPT_DAYS = 7
TRIES = 3
AGAIN = RetryStrategy(max_attempts=TRIES, wait=3)
"""A database that restarts is worth waiting for; a fault of ours is not."""


@app.task(name="sheets.read", pass_context=True, retry=AGAIN)
def read_upload(context: JobContext, import_id: int) -> None:
    """Read an uploaded workbook to its preview."""
    with _told_at_last(context, import_id):
        imports.read_upload(_actor(import_id), import_id)


@app.task(name="sheets.land", pass_context=True, retry=AGAIN)
def land(context: JobContext, import_id: int, membership_id: int) -> None:
    """Land what was confirmed, as the person who confirmed it."""
    with _told_at_last(context, import_id):
        landing.land(_member(membership_id), import_id)


@app.task(name="sheets.undo", pass_context=True, retry=AGAIN)
def undo(context: JobContext, import_id: int, membership_id: int) -> None:
    """Take an import back, as the person who asked for it."""
    with _told_at_last(context, import_id, undoing.fail):
        undoing.take_back(_member(membership_id), import_id)


@app.periodic(cron="40 3 * * *")
@app.task(name="sheets.sweep", queueing_lock="sheets.sweep")
def sweep(timestamp: int = 0) -> None:
    """Nightly: workbooks and staged rows of imports that ended a week ago are removed."""
    before = clock.now() - timedelta(days=KEPT_DAYS)
    for record in Import.objects.filter(created_at__lt=before).exclude(state__in=imports.RUNNING):
        imports.file_of(record).unlink(missing_ok=True)
        staging.forget(record.pk)


@contextmanager
def _told_at_last(
    context: JobContext, import_id: int, fail: Callable[[int], None] = imports.fail
) -> Iterator[None]:
    """Lets an unexpected error have the job run again; the last one ends the import where a person sees it."""
    try:
        yield
    except Exception:
        if context.job.attempts >= TRIES - 1:
            fail(import_id)
        raise


def _actor(import_id: int) -> Actor:
    record = Import.objects.get(pk=import_id)
    return _member(record.by_id) if record.by_id else Actor.job("sheets.read")


def _member(membership_id: int) -> Actor:
    return Actor.of(Membership.objects.select_related("account", "role", "unit").get(pk=membership_id))
