"""Writes an export as the person who asked for it: rights looked at again all the while, nothing half-written left."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import structlog
from django.conf import settings
from django.db import connection, transaction

from anjie.access import trail
from anjie.access.actors import Actor
from anjie.access.models import Membership
from anjie.desk.public import DeskDeed, record_all
from anjie.foundation import clock, live
from anjie.foundation.refusals import Forbidden, Refusal
from anjie.foundation.sealed import sealer
from anjie.services.notices.actions import notify
from anjie.services.sheets.exporting.exporters import CASE, Exporter, Wanted, exporter_of
from anjie.services.sheets.exporting.layout import Plan, fill
from anjie.services.sheets.models import Export
from anjie.services.sheets.progress import Progress
from anjie.services.sheets.writing.workbooks import Watermark, write_csv, write_plain

log = structlog.get_logger("anjie.exports")

State = Export.State
LIVES = timedelta(hours=24)
LOOK_EVERY_SECONDS = 1.0
LOOK_EVERY_ROWS = 500
"""How often, while rows go out, we look whether the person still may, or has stopped it."""
SEARCH_PLACE = "sheets_export.search_sealed"
SEARCHED = "q"
"""What was searched for may be a name or a number: it is kept sealed."""
_EVENTS = 5_000
_BLOCK = 1 << 20

JOB_STATES = {
    State.ASKED: "waiting", State.APPROVAL: "waiting", State.RUNNING: "running", State.READY: "done",
    State.FAILED: "failed", State.CANCELLED: "cancelled", State.REFUSED: "failed", State.EXPIRED: "done",
}  # fmt: skip


class Stopped(Exception):
    """The person stopped the export."""


def folder() -> Path:
    """Where exports wait for their download; nobody else on the machine reads it."""
    place = Path(settings.HOME) / "exports"
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place


def file_of(export: Export) -> Path:
    """The finished workbook of an export."""
    return folder() / f"{export.pk}.{export.file_format}"


def wanted_of(export: Export) -> Wanted:
    """Which rows were asked for, what was searched for included."""
    asked = dict(export.query.get("filter", {}))
    if export.search_sealed is not None:
        asked[SEARCHED] = sealer().open(export.search_sealed, SEARCH_PLACE, export.pk)
    return Wanted(asked, export.query.get("ids"), export.query.get("sort", ""))


def run(export_id: int) -> Export:
    """Write what was asked for; run again after a crash it starts over. Ends ready, failed or cancelled."""
    with transaction.atomic():
        export = Export.objects.select_for_update().get(pk=export_id)
        if export.state not in (State.ASKED, State.RUNNING):
            return export
        to_state(export, State.RUNNING, done_rows=0)
    part = folder() / f"part-{export.pk}-{os.urandom(4).hex()}.{export.file_format}"
    try:
        with Progress(f"export:{export.pk}", export.rows, "running") as progress, transaction.atomic():
            if _is_ours(export):
                _write(export, part, progress)
    except Stopped:
        return to_state(export, State.CANCELLED)
    except Refusal as refusal:
        return failed(export, refusal.message)
    except OSError as error:
        # The workbook writer tells a full disk as an OSError without a number.
        log.error("export.disk", export=export.pk, kind=type(error).__name__)
        return failed(export, "服务器磁盘空间不足，文件没有写完，已清除。请联系系统管理员清理后重新导出。")
    except Exception as error:
        log.error("export.failed", export=export.pk, kind=type(error).__name__)
        failed(export, f"导出 {export.pk} 时系统出现意外错误，没有生成文件。请把编号告诉系统管理员。")
        raise
    finally:
        part.unlink(missing_ok=True)
    return export


def _is_ours(export: Export) -> bool:
    """Whether nobody else writes this export now: a worker taken for dead may still be at it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(hashtext('anjie.export'), %s)", [export.pk])
        return bool(cursor.fetchone()[0])


def _write(export: Export, part: Path, progress: Progress) -> None:
    exporter = exporter_of(export.kind)
    actor = rightful(export, exporter)
    wanted = wanted_of(export)
    count = exporter.count(actor, wanted)
    if count > max(settings.EXPORT_APPROVAL_ROWS, export.allowed_rows):
        raise Refusal(
            "export.grown",
            f"现在有 {count:,} 行，超过提交时的行数，需要重新审批。请重新导出。",
            count=count,
        )
    progress.total = count
    keys = [*export.columns, CASE] if export.unmasked else export.columns
    cases: set[int] = set()
    with closing(exporter.rows(actor, wanted, keys)) as found:
        rows = _watched(export, actor, found, progress)
        if export.unmasked:
            rows = _noting_cases(rows, cases)
        part.touch(mode=0o600)
        written = _put(export, exporter, actor, wanted, part, rows)
    _look(export, actor)
    _finish(export, actor, part, written, cases)


def _put(
    export: Export,
    exporter: Exporter,
    actor: Actor,
    wanted: Wanted,
    part: Path,
    rows: Iterable[Sequence[Any]],
) -> int:
    """The rows in the form that was asked for; only a workbook has room for a watermark sheet."""
    outs = [exporter.columns[key].out() for key in export.columns]
    if export.file_format == Export.Format.CSV:
        return write_csv(part, outs, rows)
    told = exporter.told(wanted)
    if export.reason:
        told["原因"] = export.reason
    mark = Watermark(actor.name, clock.now(), exporter.label, f"E{export.pk}", told)
    if export.layout is not None:
        plan = Plan(**{**export.layout.plan, "columns": tuple(export.columns)})
        facts = {
            "client": export.layout.client.name,
            "today": clock.today().isoformat(),
            "by": actor.name,
            "number": f"E{export.pk}",
        }
        form = bytes(export.layout.content)
        return fill(part, form, plan, exporter.columns, rows, facts, mark)
    return write_plain(part, outs, rows, sheet=exporter.label, watermark=mark)


def rightful(export: Export, exporter: Exporter) -> Actor:
    """The person who asked, as he is now; raises when he may no longer take these columns of this list."""
    member = Membership.objects.select_related("account", "role", "unit").get(pk=export.by_id)
    if not member.is_active or not member.account.is_active:
        raise Refusal("export.rights_gone", "导出人的账号或任职已停用，导出已终止。")
    actor = Actor.of(member)
    try:
        may_take(actor, exporter, export.columns)
    except Forbidden as refusal:
        raise Refusal(
            "export.rights_gone", f"导出人的权限已变更，导出已终止。{refusal.message}", **refusal.facts
        ) from None
    return actor


def may_take(actor: Actor, exporter: Exporter, columns: Sequence[str]) -> None:
    """Raise unless the actor may take these columns of this list."""
    actor.require(DeskDeed.EXPORT)
    actor.require(exporter.deed)
    exporter.chosen(actor, columns)


def rights_of(actor: Actor) -> dict[str, Any]:
    """How far the rows of an export reach: whoever opens it must reach as far."""
    own = actor.reach == Membership.Reach.OWN
    return {
        "own": actor.membership_id if own else None,
        "units": None if own or actor.unit_ids is None else sorted(actor.unit_ids),
        "clients": None if actor.client_ids is None else sorted(actor.client_ids),
    }


def _watched(
    export: Export, actor: Actor, rows: Iterable[Sequence[Any]], progress: Progress
) -> Iterator[Sequence[Any]]:
    looked = time.monotonic()
    for done, row in enumerate(rows):
        yield row
        if done % LOOK_EVERY_ROWS == 0 and time.monotonic() - looked > LOOK_EVERY_SECONDS:
            _look(export, actor)
            progress(done)
            looked = time.monotonic()


def _look(export: Export, actor: Actor) -> None:
    """Raise when the person has stopped the export, or is no longer who he was when it began."""
    if Export.objects.filter(pk=export.pk, cancel_asked=True).exists():
        raise Stopped
    if rightful(export, exporter_of(export.kind)) != actor:
        raise Refusal(
            "export.rights_changed", "导出过程中，导出人的权限或数据范围有变更，导出已终止。请重新导出。"
        )


def _noting_cases(rows: Iterable[Sequence[Any]], cases: set[int]) -> Iterator[Sequence[Any]]:
    for row in rows:
        cases.add(row[-1])
        yield row[:-1]


def _finish(export: Export, actor: Actor, part: Path, written: int, cases: set[int]) -> None:
    """In the transaction that read the rows: what left unmasked is told on each case, then the file is there."""
    target = file_of(export)
    digest = _sha256(part)
    size = part.stat().st_size
    ids = sorted(cases)
    for first in range(0, len(ids), _EVENTS):
        some = ids[first : first + _EVENTS]
        record_all(actor, "reveal.exported", some, export=export.pk, reason=export.reason)
    now = clock.now()
    trail.record(
        actor, "export.ready", export=export.pk, kind=export.kind, rows=written, sha256=digest, size=size
    )
    to_state(
        export,
        State.READY,
        rows=written,
        done_rows=written,
        file_path=target.name,
        file_sha256=digest,
        file_size=size,
        ready_at=now,
        expires_at=now + LIVES,
        rights=rights_of(actor),
        why="",
    )
    _tell(export, "export.ready", "导出完成，可以下载", f"“{export.name}”共 {written} 行，24 小时内可下载。")
    part.replace(target)


def failed(export: Export, why: str) -> Export:
    """Say why there is no file; the person is told."""
    file_of(export).unlink(missing_ok=True)
    with transaction.atomic():
        to_state(export, State.FAILED, why=why[:300], done_rows=0)
        _tell(export, "export.failed", "导出未完成", f"“{export.name}”：{why}"[:300])
    return export


def _tell(export: Export, verb: str, title: str, text: str) -> None:
    notify(
        Actor.job("sheets.export"),
        [export.by_id],
        verb,
        title,
        text,
        key=f"{verb}:{export.pk}",
        link="/resources/exports",
    )


def to_state(export: Export, state: str, **changes: Any) -> Export:
    """Write the new state and tell whoever watches."""
    export.state = state
    for name, value in changes.items():
        setattr(export, name, value)
    with transaction.atomic():
        export.save(update_fields=["state", *changes])
        live.publish(
            f"export:{export.pk}",
            event="job",
            state=JOB_STATES[State(state)],
            done=export.done_rows,
            total=export.rows,
            message=export.why,
        )
    return export


def expire() -> int:
    """Take away what is past its day, and files that belong to no export; returns how many expired."""
    expired = 0
    past = Export.objects.filter(state=State.READY, expires_at__lte=clock.now())
    for pk in past.values_list("pk", flat=True):
        with transaction.atomic():
            export = past.select_for_update(skip_locked=True).filter(pk=pk).first()
            if export is None:
                continue
            file_of(export).unlink(missing_ok=True)
            to_state(export, State.EXPIRED)
            expired += 1
    _sweep()
    return expired


def _sweep() -> None:
    """Files of exports that are neither ready nor being written, a day after they were touched."""
    kept = set(Export.objects.filter(state__in=[State.READY, State.RUNNING]).values_list("pk", flat=True))
    before = time.time() - LIVES.total_seconds()
    for path in folder().iterdir():
        number = path.stem.removeprefix("part-").partition("-")[0]
        if not (number.isdigit() and int(number) in kept):
            with suppress(OSError):
                if path.stat().st_mtime < before:
                    path.unlink()


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()
