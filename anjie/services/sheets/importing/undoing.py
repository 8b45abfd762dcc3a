"""Taking an import back: asked for by a person, done in the background in one transaction, told as it goes."""

from __future__ import annotations

from django.db import transaction

from anjie.access import trail
from anjie.access.actors import Actor
from anjie.foundation import clock, live
from anjie.foundation.refusals import NotFound, Refusal
from anjie.services.sheets.examining.apart import Cancelled
from anjie.services.sheets.importing.imports import is_cancelled, locked, to_state, wrong_state
from anjie.services.sheets.importing.landing import one_at_a_time
from anjie.services.sheets.importing.loaders import Undo, loader_of
from anjie.services.sheets.models import Import, ImportedRow
from anjie.services.sheets.progress import Progress

State = Import.State


def ask(actor: Actor, import_id: int) -> Import:
    """Decide that an import is taken back; asked again while that is under way it changes nothing."""
    with transaction.atomic():
        record = locked(actor, import_id)
        loader = loader_of(record.kind)
        actor.require(loader.undo_deed or loader.deed)
        if record.state == State.UNDOING:
            return record
        if record.state == State.UNDONE:
            raise Refusal("sheets.already_undone", "这次导入已经撤销过了。")
        if record.state != State.COMMITTED:
            raise wrong_state(record, "撤销")
        _way_back(record)
        to_state(record, State.UNDOING, cancel_asked=False, refusal=None)
    return record


def take_back(actor: Actor, import_id: int) -> Import:
    """Take back what nobody has worked on since, all or nothing; run again after a crash it is done once.

    What stays is listed on the import with the reason.
    """
    record = Import.objects.get(pk=import_id)
    if record.state != State.UNDOING:
        return record
    rows = ImportedRow.objects.filter(import_id=record.pk).count()
    try:
        with Progress(f"import:{record.pk}", rows, State.UNDOING) as progress, transaction.atomic():
            one_at_a_time(record.client_id)
            record.refresh_from_db()
            if record.state != State.UNDOING:  # another worker, taken for dead, was only slow
                return record
            _take_back(actor, record, progress)
    except Cancelled:
        return to_state(record, State.COMMITTED, cancel_asked=False)
    except Refusal as refusal:
        return to_state(record, State.COMMITTED, refusal=refusal.as_dict())
    live.publish("list:cases")
    return record


def undo(actor: Actor, import_id: int) -> Import:
    """Ask and take back in one transaction, for the command line; raises the refusal if there is one."""
    known = Import.objects.filter(pk=import_id).first()
    if known is None:
        raise NotFound("导入")
    with transaction.atomic():
        one_at_a_time(known.client_id)  # before the row, as the worker takes them
        ask(actor, import_id)
        record = take_back(actor, import_id)
        if record.refusal:
            facts = record.refusal
            raise Refusal(facts["code"], facts["message"], **facts.get("facts", {}))
    return record


def fail(import_id: int) -> None:
    """Say that an undo could not be finished: the import stands as it landed, and may be undone again."""
    record = Import.objects.get(pk=import_id)
    if record.state == State.UNDOING:
        message = (
            "系统出现意外错误，撤销没有完成，这次导入的内容都还在。请稍后再撤销；再次出现请联系系统管理员。"
        )
        to_state(record, State.COMMITTED, refusal={"code": "unexpected", "message": message, "facts": {}})


def _take_back(actor: Actor, record: Import, progress: Progress) -> None:
    def step(done: int) -> None:
        progress(done)
        if is_cancelled(record):
            raise Cancelled

    kept = _way_back(record)(actor, record, step)
    left = ImportedRow.objects.filter(import_id=record.pk).exists()
    to_state(
        record,
        State.COMMITTED if left else State.UNDONE,
        undo_report=[{"case_id": one.case_id, "no": one.no, "why": one.why} for one in kept],
        undone_at=clock.now(),
        cancel_asked=False,
    )
    trail.record(actor, "sheets.undone", import_id=record.pk, kept=len(kept))


def _way_back(record: Import) -> Undo:
    loader = loader_of(record.kind)
    if loader.undo is None:
        raise Refusal("sheets.cannot_undo", f"“{loader.kind.label}”不能整体撤销。请逐笔更正。")
    return loader.undo
