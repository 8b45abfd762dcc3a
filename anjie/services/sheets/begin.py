"""The steps of an import as a person takes them: each writes its row and defers the work in one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from anjie.access import trail
from anjie.access.actors import Actor
from anjie.desk.public import Batch
from anjie.foundation.refusals import Invalid, NotFound
from anjie.services.sheets import imports, jobs, queries
from anjie.services.sheets.loaders import loader_of
from anjie.services.sheets.models import Import
from anjie.services.sheets.models import Mapping as SavedMapping


@transaction.atomic
def upload(
    actor: Actor, *, kind: str, client_id: int, batch_id: int | None, name: str, source: imports.Readable
) -> Import:
    """Keep the workbook and have it read."""
    if batch_id is not None and not Batch.objects.filter(pk=batch_id, organisation_id=client_id).exists():
        raise Invalid("sheets.batch_of_other_client", "所选批次不属于该委托方。请重新选择批次。")
    record = imports.upload(
        actor, kind=kind, client_id=client_id, unit_id=actor.unit_id, name=name, source=source, wish={}
    )
    if batch_id is not None:
        record.batch_id = batch_id
        record.save(update_fields=["batch_id"])
    jobs.read_upload.defer(import_id=record.pk)
    return record


@transaction.atomic
def remap(actor: Actor, import_id: int, wish: Mapping[str, Any], *, save_as: str = "") -> Import:
    """Change how the file is read and have it read again."""
    queries.one(actor, import_id)
    record = imports.remap(actor, import_id, wish, save_as=save_as)
    jobs.read_upload.defer(import_id=record.pk)
    return record


@transaction.atomic
def commit(actor: Actor, import_id: int, *, good_only: bool) -> Import:
    """Confirm the preview and have it landed; a second press finds it under way and changes nothing."""
    before = queries.one(actor, import_id).state
    record = imports.begin_commit(actor, import_id, good_only=good_only)
    if before != Import.State.COMMITTING:
        jobs.land.defer(import_id=record.pk, membership_id=actor.own_membership_id)
    return record


def cancel(actor: Actor, import_id: int) -> Import:
    """Cancel an import that has not landed."""
    queries.one(actor, import_id)
    return imports.cancel(actor, import_id)


def undo(actor: Actor, import_id: int) -> Import:
    """Take back what an import wrote."""
    record = queries.one(actor, import_id)
    loader = loader_of(record.kind)
    return imports.undo(actor, import_id, loader.undo_deed or loader.deed)


@transaction.atomic
def delete_mapping(actor: Actor, mapping_id: int) -> None:
    """Delete a saved mapping of a kind and client the actor handles."""
    found = SavedMapping.objects.filter(pk=mapping_id).first()
    if found is None or found not in queries.mappings(actor, found.kind, found.client_id):
        raise NotFound("映射")
    trail.record(actor, "sheets.mapping_deleted", mapping=found.pk, name=found.name)
    found.delete()
