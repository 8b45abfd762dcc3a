"""The import in one go, for the command line and the demo world: the same steps, one after the other."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from anjie.access.actors import Actor
from anjie.access.models import Organisation
from anjie.foundation.refusals import Invalid, Refusal
from anjie.services.sheets.examining.examination import Examination
from anjie.services.sheets.importing import imports, landing, previewing, undoing
from anjie.services.sheets.importing.loaders import loader_of
from anjie.services.sheets.models import Import, ImportedRow


def preview(actor: Actor, file: Path, kind: str, client_code: str, mapping_name: str = "") -> Examination:
    """What an import of the file would find; nothing is written."""
    client = previewing.client_of(actor, client_code)
    loader = loader_of(kind)
    mapping = previewing.saved_mapping(kind, client.pk, mapping_name) if mapping_name else None
    with opened(file):
        order = previewing.order_for(loader, file, file.name, client.pk, previewing.Wish(mapping))
    return previewing.read(actor, loader, order, client.pk).found


def import_file(
    actor: Actor,
    file: Path,
    kind: str,
    client_code: str,
    mapping_name: str = "",
    *,
    good_only: bool = False,
) -> Import:
    """Upload, read and land one file; raises the refusal at whichever step it is refused."""
    client = previewing.client_of(actor, client_code)
    loader_of(kind)  # a kind there is not is refused before anything is kept
    mapping = previewing.saved_mapping(kind, client.pk, mapping_name) if mapping_name else None
    wish: dict[str, Any] = {"mapping": mapping} if mapping else {}
    with opened(file) as source:
        record = imports.upload(
            actor,
            kind=kind,
            client_id=client.pk,
            unit_id=_unit(actor),
            name=file.name,
            source=source,
            wish=wish,
        )
    record = imports.read_upload(actor, record.pk)
    _refuse(record)
    imports.begin_commit(actor, record.pk, good_only=good_only)
    record = landing.land(actor, record.pk)
    _refuse(record)
    return record


def undo(actor: Actor, import_id: int) -> dict[str, Any]:
    """Take an import back; says how many cases went and which stay, with the reason."""
    before = _written(import_id)
    record = undoing.undo(actor, import_id)
    return {"import_id": import_id, "undone": before - _written(import_id), "kept": record.undo_report}


def _written(import_id: int) -> int:
    """How many cases an import wrote, or rows where they are no cases."""
    rows = ImportedRow.objects.filter(import_id=import_id)
    return rows.filter(case_id__gt=0).values("case_id").distinct().count() + rows.filter(case_id=0).count()


@contextlib.contextmanager
def opened(file: Path) -> Iterator[BinaryIO]:
    """The file for reading; one that cannot be opened is refused with its name."""
    try:
        source = file.open("rb")
    except OSError:
        raise Invalid("sheets.no_such_file", f"找不到或无法打开文件“{file.name}”。请核对路径。") from None
    with source:
        yield source


def _refuse(record: Import) -> None:
    if record.refusal:
        raise Refusal(record.refusal["code"], record.refusal["message"], **record.refusal.get("facts", {}))


def _unit(actor: Actor) -> int | None:
    if actor.unit_id:
        return actor.unit_id
    return (
        Organisation.objects.filter(kind="company", is_active=True)
        .order_by("id")
        .values_list("id", flat=True)
        .first()
    )
