"""Reading and landing in the background; run again after a kill they start over and land once."""

from __future__ import annotations

from datetime import timedelta

from procrastinate.contrib.django import app

from anjie.access.actors import Actor
from anjie.access.models import Membership
from anjie.foundation import clock
from anjie.services.sheets import export_jobs as export_jobs
from anjie.services.sheets import imports, staging
from anjie.services.sheets.models import Import

KEPT_DAYS = 7


@app.task(name="sheets.read")
def read_upload(import_id: int) -> None:
    """Read an uploaded workbook to its preview."""
    imports.read_upload(_actor(import_id), import_id)


@app.task(name="sheets.land")
def land(import_id: int, membership_id: int) -> None:
    """Land what was confirmed, as the person who confirmed it."""
    imports.land(_member(membership_id), import_id)


@app.periodic(cron="40 3 * * *")
@app.task(name="sheets.sweep", queueing_lock="sheets.sweep")
def sweep(timestamp: int = 0) -> None:
    """Nightly: workbooks and staged rows of imports that ended a week ago are removed."""
    before = clock.now() - timedelta(days=KEPT_DAYS)
    for record in Import.objects.filter(created_at__lt=before).exclude(state__in=imports.RUNNING):
        imports.file_of(record).unlink(missing_ok=True)
        staging.forget(record.pk)


def _actor(import_id: int) -> Actor:
    record = Import.objects.get(pk=import_id)
    return _member(record.by_id) if record.by_id else Actor.job("sheets.read")


def _member(membership_id: int) -> Actor:
    return Actor.of(Membership.objects.select_related("account", "role", "unit").get(pk=membership_id))
