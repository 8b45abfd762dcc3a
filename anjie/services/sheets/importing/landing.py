"""Landing an import: the good rows are written in one transaction, or none is."""

from __future__ import annotations

import json
from collections.abc import Iterable

from django.db import connection, transaction

from anjie.access import trail
from anjie.access.actors import Actor
from anjie.desk.public import copy_rows
from anjie.foundation import clock, live
from anjie.foundation.refusals import Refusal
from anjie.services.sheets.examining.apart import Cancelled
from anjie.services.sheets.importing import staging
from anjie.services.sheets.importing.imports import State, is_cancelled, to_state
from anjie.services.sheets.importing.loaders import Gathered, Landing, Loader, Written, loader_of
from anjie.services.sheets.models import Import
from anjie.services.sheets.progress import Progress


def land(actor: Actor, import_id: int) -> Import:
    """Write the good rows in one transaction; run again after a crash it starts over and lands once."""
    record = Import.objects.get(pk=import_id)
    if record.state != State.COMMITTING:
        return record
    loader = loader_of(record.kind)
    try:
        with Progress(f"import:{record.pk}", record.good, State.COMMITTING) as progress, transaction.atomic():
            landing = _land(actor, loader, record, progress)
            if is_cancelled(record):
                raise Cancelled
            _landed(actor, record, landing)
    except Cancelled:
        return to_state(record, State.PREVIEW, cancel_asked=False)
    except Refusal as refusal:
        return to_state(record, State.PREVIEW, refusal=refusal.as_dict())
    staging.forget(record.pk)
    live.publish("list:cases")
    return record


def one_at_a_time(client_id: int) -> None:
    """Hold the client until the transaction ends: what was found free stays free until this one is through."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('anjie.import'), %s)", [client_id])


def _land(actor: Actor, loader: Loader, record: Import, progress: Progress) -> Landing:
    one_at_a_time(record.client_id)
    landing = Landing(
        actor, record, lambda: staging.staged(record.pk), set(record.result.get("against", ())), progress
    )
    if loader.against_desk is not None:
        _check_again(actor, loader, record, landing)
    loader.land(landing)
    return landing


def _check_again(actor: Actor, loader: Loader, record: Import, landing: Landing) -> None:
    """What another import wrote since the preview stands against these rows now."""
    gathered = Gathered(loader.gathers(record.client_id))
    for chunk in landing.chunks():
        gathered.take(chunk, loader.kind.amount_field)
    assert loader.against_desk is not None
    fresh = {
        row
        for row, _, said in loader.against_desk(actor, record.client_id, gathered)
        if not said.doubt and row not in landing.left_out
    }
    if fresh:
        raise Refusal(
            "sheets.changed_meanwhile",
            f"预览之后，有 {len(fresh)} 行的案件已被其他导入写入。请重新读取后再确认。",
            rows=sorted(fresh)[:50],
        )


def _landed(actor: Actor, record: Import, landing: Landing) -> None:
    _keep_written(record.pk, landing.written)
    written = len({row.row for row in landing.written})
    now = clock.now()
    to_state(
        record,
        State.COMMITTED,
        batch_nos=sorted(set(landing.batch_nos)),
        done_rows=written,
        committed_at=now,
        refusal=None,
        result=record.result
        | {
            "refused_late": [
                {"row": row, "code": said.code, "message": said.message} for row, _, said in landing.refused
            ]
        },
    )
    trail.record(
        actor,
        "sheets.committed",
        import_id=record.pk,
        kind=record.kind,
        client=record.client_id,
        rows=written,
    )


def _keep_written(import_id: int, written: Iterable[Written]) -> None:
    copy_rows(
        "sheets_importedrow",
        ("import_id", "row", "case_id", "created", "before"),
        (
            (
                import_id,
                one.row,
                one.case_id,
                one.created,
                None if one.before is None else json.dumps(one.before, default=str),
            )
            for one in written
        ),
    )
