"""The steps of an import as a person takes them: each writes its row and defers the work in one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from anjie.access.actors import Actor
from anjie.desk.public import Batch
from anjie.foundation.refusals import Invalid
from anjie.services.sheets.importing import imports, jobs, mappings, queries, undoing
from anjie.services.sheets.models import Import


@transaction.atomic
def upload(
    actor: Actor,
    *,
    kind: str,
    client_id: int,
    batch_id: int | None,
    name: str,
    source: imports.Readable,
    mapping_id: int | None = None,
) -> Import:
    """Keep the workbook and have it read, by a saved mapping of its client where one is chosen."""
    if batch_id is not None and not Batch.objects.filter(pk=batch_id, organisation_id=client_id).exists():
        raise Invalid("sheets.batch_of_other_client", "所选批次不属于该委托方。请重新选择批次。")
    wish: dict[str, Any] = {}
    if mapping_id is not None:
        chosen = mappings.mapping_of(actor, mapping_id)
        if (chosen.kind, chosen.client_id) != (kind, client_id):
            raise Invalid("sheets.mapping_of_other", "所选映射不属于该委托方的这种表。请重新选择映射。")
        wish = {"mapping": dict(chosen.headers)}
    record = imports.upload(
        actor, kind=kind, client_id=client_id, unit_id=actor.unit_id, name=name, source=source, wish=wish
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


@transaction.atomic
def undo(actor: Actor, import_id: int) -> Import:
    """Have an import taken back; a second press finds it under way and changes nothing."""
    before = queries.one(actor, import_id).state
    record = undoing.ask(actor, import_id)
    if before != Import.State.UNDOING:
        jobs.undo.defer(import_id=record.pk, membership_id=actor.own_membership_id)
    return record
