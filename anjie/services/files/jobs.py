"""Clears away what no file needs: uploads nobody finished, contents nobody refers to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.core.files.storage import default_storage
from django.db import transaction
from procrastinate.contrib.django import app

from anjie.foundation import clock
from anjie.services.files import store, uploads
from anjie.services.files.models import Blob, Upload


@app.periodic(cron="17 * * * *")
@app.task(name="files.sweep", queueing_lock="files.sweep")
def sweep(timestamp: int = 0) -> None:
    """Hourly: drop uploads older than a day, and stored contents of that age that no row names."""
    drop_stale_uploads()
    drop_orphans()


def drop_stale_uploads() -> int:
    """Remove uploads that were begun more than a day ago; returns how many."""
    stale = Upload.objects.filter(created_at__lt=clock.now() - uploads.KEPT)
    dropped = 0
    for pk in stale.values_list("pk", flat=True):
        with transaction.atomic():
            upload = stale.select_for_update(skip_locked=True).filter(pk=pk).first()
            if upload is not None:
                uploads.discard(upload)
                dropped += 1
    return dropped


def drop_orphans() -> int:
    """Remove stored contents older than a day that neither a blob nor an upload names; returns how many."""
    before = clock.now() - uploads.KEPT
    known = {path for pieces in Upload.objects.values_list("pieces", flat=True) for _, _, path in pieces}
    dropped = 0
    for path in [*_old("blobs", before), *_old("uploads", before)]:
        if path not in known and not Blob.objects.filter(path=path).exists():
            store.forget(path)
            dropped += 1
    return dropped


def _old(folder: str, before: datetime) -> Iterator[str]:
    if not default_storage.exists(folder):
        return
    for inner in default_storage.listdir(folder)[0]:
        for name in default_storage.listdir(f"{folder}/{inner}")[1]:
            path = f"{folder}/{inner}/{name}"
            if default_storage.get_modified_time(path) < before:
                yield path
