"""An import from upload to landing: every step an action on its row, so that leaving and coming back finds it."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

from django.conf import settings
from django.db import IntegrityError, transaction

from anjie.access import trail
from anjie.access.actors import Actor
from anjie.access.models import Organisation
from anjie.foundation import clock, live
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.services.sheets.examining.apart import Cancelled, pack
from anjie.services.sheets.importing import staging
from anjie.services.sheets.importing.loaders import Loader, loader_of
from anjie.services.sheets.importing.mappings import save_mapping
from anjie.services.sheets.importing.previewing import Wish, order_for, read, summary
from anjie.services.sheets.models import Import
from anjie.services.sheets.progress import Progress

State = Import.State
BLOCK = 1024 * 1024
SHOWN_FAULTS = 500
COMING = (State.READING, State.COMMITTING)
RUNNING = (*COMING, State.UNDOING)


class Readable(Protocol):
    """An upload as it comes: read block by block, never held as a whole."""

    def read(self, size: int, /) -> bytes: ...


def folder() -> Path:
    """Where uploaded workbooks wait; they are removed some days after the import has ended."""
    place = Path(settings.HOME) / "imports"
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place


def file_of(record: Import) -> Path:
    """The uploaded workbook of an import."""
    return folder() / f"{record.pk}{Path(record.file_name).suffix.lower()[:6]}"


def upload(
    actor: Actor,
    *,
    kind: str,
    client_id: int,
    unit_id: int | None,
    name: str,
    source: Readable,
    wish: Mapping[str, Any],
) -> Import:
    """Keep an uploaded workbook and note it as an import to be read; the same file again is refused."""
    loader = loader_of(kind)
    actor.require(loader.deed)
    if actor.client_ids is not None and client_id not in actor.client_ids:
        raise NotFound("委托方")
    if not Organisation.objects.filter(pk=client_id, kind=loader.of, is_active=True).exists():
        owner = "调解机构" if loader.of == "institution" else "委托方"
        raise Invalid("sheets.owner", f"“{loader.kind.label}”表应选择{owner}。请重新选择。", of=loader.of)
    part = folder() / f"part-{os.urandom(8).hex()}"
    try:
        sha256, size = _receive(source, part)
        refuse_again(kind, client_id, sha256)
        with transaction.atomic():
            record = Import.objects.create(
                kind=kind,
                client_id=client_id,
                unit_id=unit_id or actor.unit_id,
                file_name=Path(name).name[-200:],
                file_sha256=sha256,
                file_size=size,
                options=dict(wish),
                by_id=actor.membership_id,
                created_at=clock.now(),
            )
            part.replace(file_of(record))
            trail.record(
                actor, "sheets.uploaded", import_id=record.pk, kind=kind, client=client_id, size=size
            )
    except OSError as error:
        raise Refusal(
            "sheets.disk", "服务器磁盘空间不足，文件没有保存。请联系系统管理员清理后重试。"
        ) from error
    finally:
        part.unlink(missing_ok=True)
    return record


def read_upload(actor: Actor, import_id: int) -> Import:
    """Read, check and stage an uploaded workbook; ends in preview, or refused with the reason."""
    record = Import.objects.get(pk=import_id)
    if record.state not in (State.UPLOADED, State.READING):
        return record
    loader = loader_of(record.kind)
    to_state(record, State.READING)
    staging.forget(record.pk)
    order = order_for(loader, file_of(record), record.file_name, record.client_id, wish_of(record))
    try:
        with Progress(f"import:{record.pk}", state=State.READING) as progress:
            done = 0

            def started(total: int) -> None:
                progress.total = total

            def keep(number: int, chunk: Any) -> None:
                nonlocal done
                done += len(chunk.rows)
                staging.stage(record.pk, number, chunk)
                progress(done)

            found = read(
                actor,
                loader,
                order,
                record.client_id,
                keep=keep,
                started=started,
                cancelled=lambda: is_cancelled(record),
            )
    except Cancelled:
        staging.forget(record.pk)
        return to_state(record, State.CANCELLED)
    except Refusal as refusal:
        staging.forget(record.pk)
        return to_state(record, State.REFUSED, refusal=refusal.as_dict())
    seen = found.found
    return to_state(
        record,
        State.PREVIEW,
        result=summary(seen) | {"against": sorted(found.against), "pack": _packed(seen)},
        faults=[{**one.as_dict(), "field": one.field} for one in seen.faults[:SHOWN_FAULTS]],
        rows=seen.rows,
        good=seen.good,
        wrong=seen.wrong,
        amount_total=seen.amount_total,
        done_rows=0,
    )


def remap(actor: Actor, import_id: int, wish: Mapping[str, Any], *, save_as: str = "") -> Import:
    """Read again with another mapping, sheet or header row; ``save_as`` keeps the mapping for the client."""
    with transaction.atomic():
        record = locked(actor, import_id)
        if record.state not in (State.PREVIEW, State.REFUSED, State.UPLOADED):
            raise wrong_state(record, "修改映射")
        record.options = {
            **record.options,
            **{key: value for key, value in wish.items() if value is not None},
        }
        record.refusal, record.state = None, State.UPLOADED
        record.save(update_fields=["options", "refusal", "state"])
        if save_as:
            save_mapping(actor, record.kind, record.client_id, record.options.get("mapping") or {}, save_as)
    return record


def begin_commit(actor: Actor, import_id: int, *, good_only: bool) -> Import:
    """Decide that the preview lands; refused while rows are wrong unless the good ones may be taken alone."""
    with transaction.atomic():
        record = locked(actor, import_id)
        loader = loader_of(record.kind)
        actor.require(loader.deed)
        if record.state == State.COMMITTING:
            return record
        if record.state == State.COMMITTED:
            raise already_imported(record)
        if record.state != State.PREVIEW:
            raise wrong_state(record, "导入")
        may_land(loader, record.client_id, record.good, record.wrong, good_only=good_only)
        refuse_again(record.kind, record.client_id, record.file_sha256, but=record.pk)
        record.state = State.COMMITTING
        try:
            with transaction.atomic():
                record.save(update_fields=["state"])
        except IntegrityError:
            raise already_imported(record) from None
    return record


def may_land(loader: Loader, client_id: int, good: int, wrong: int, *, good_only: bool) -> None:
    """Raise unless these counts may land: all rows good, or the good ones alone where the client allows it."""
    if not good:
        raise Refusal(
            "sheets.nothing_good", f"没有一行可以导入（共 {wrong} 行有误）。请下载标注后的工作簿修改再上传。"
        )
    if wrong and not loader.takes_good_rows(client_id):
        raise Refusal(
            "sheets.whole_file_refused",
            f"有 {wrong} 行有误，该委托方设置为整份拒收。请下载标注后的工作簿修改后重新上传。",
            wrong=wrong,
        )
    if wrong and not good_only:
        raise Refusal(
            "sheets.rows_wrong",
            f"有 {wrong} 行有误，{good} 行可以导入。请选择“只导入正确的行”，或修改后重新上传。",
            wrong=wrong,
            good=good,
        )


def fail(import_id: int) -> None:
    """Say that an import could not be finished; nothing was written, it can be cancelled and sent again."""
    record = Import.objects.get(pk=import_id)
    if record.state in COMING:
        message = "系统出现意外错误，这次导入没有写入任何内容。请取消后重新上传；再次出现请联系系统管理员。"
        to_state(record, State.FAILED, refusal={"code": "unexpected", "message": message, "facts": {}})


def cancel(actor: Actor, import_id: int) -> Import:
    """Cancel an import that has not landed; one that is running stops at its next step."""
    with transaction.atomic():
        record = locked(actor, import_id)
        if record.state in (State.UPLOADED, State.PREVIEW, State.REFUSED, State.FAILED):
            staging.forget(record.pk)
            return to_state(record, State.CANCELLED)
        if record.state not in RUNNING:
            raise wrong_state(record, "取消")
        record.cancel_asked = True
        record.save(update_fields=["cancel_asked"])
    return record


def locked(actor: Actor, import_id: int) -> Import:
    """The import, locked, when the actor may handle its kind and serves its client."""
    record = Import.objects.select_for_update(of=("self",)).filter(pk=import_id).first()
    if record is None or not _within(actor, record):
        raise NotFound("导入")
    return record


def _within(actor: Actor, record: Import) -> bool:
    serves = actor.client_ids is None or record.client_id in actor.client_ids
    sees = actor.unit_ids is None or record.unit_id in actor.unit_ids or record.by_id == actor.membership_id
    return serves and sees and actor.may(loader_of(record.kind).deed)


def refuse_again(kind: str, client_id: int, sha256: str, but: int = 0) -> None:
    """Raise when this very file was imported before, or is being imported now."""
    earlier = (
        Import.objects.filter(
            kind=kind,
            client_id=client_id,
            file_sha256=sha256,
            state__in=[State.COMMITTING, State.COMMITTED, State.UNDOING],
        )
        .exclude(pk=but)
        .first()
    )
    if earlier:
        raise already_imported(earlier)


def already_imported(record: Import) -> Refusal:
    """The refusal of a file that was imported before."""
    when = clock.local(record.committed_at).strftime("%Y-%m-%d %H:%M") if record.committed_at else "正在"
    return Refusal(
        "sheets.already_imported",
        f"同一份文件已导入过（导入 {record.pk}，{when}）。如需重来，请先撤销那次导入。",
        import_id=record.pk,
    )


def wish_of(record: Import) -> Wish:
    """How the person wants the file to be read."""
    given = record.options
    return Wish(given.get("mapping"), given.get("sheet") or "", given.get("header_row") or 0)


def _receive(source: Readable, target: Path) -> tuple[str, int]:
    """Write the upload down, counting and hashing as it comes; nothing is left of a too large one."""
    digest, size = hashlib.sha256(), 0
    with target.open("wb") as out:
        while block := source.read(BLOCK):
            size += len(block)
            if size > settings.UPLOAD_LIMIT_BYTES:
                limit = settings.UPLOAD_LIMIT_BYTES // BLOCK
                raise Invalid(
                    "sheets.file_too_large", f"文件超过 {limit} MB。请拆成几份后再上传。", limit_mb=limit
                )
            digest.update(block)
            out.write(block)
    if not size:
        raise Invalid("sheets.empty_file", "文件是空的。请重新导出后上传。")
    if shutil.disk_usage(target.parent).free < 4 * BLOCK:
        raise OSError("disk full")
    return digest.hexdigest(), size


def _packed(found: Any) -> dict[str, Any]:
    """What the marked workbook is made from, kept on the row; bounded by the examination's own limit."""
    body = pack(found)
    body["faults"] = body["faults"][:20_000]
    body["warnings"] = body["warnings"][:20_000]
    body["skipped"] = body["skipped"][:1_000]
    return body


def is_cancelled(record: Import) -> bool:
    """Whether somebody has asked since that it stops."""
    return Import.objects.filter(pk=record.pk, cancel_asked=True).exists()


def to_state(record: Import, state: str, **changes: Any) -> Import:
    """Write the new state and tell whoever watches."""
    record.state = state
    for name, value in changes.items():
        setattr(record, name, value)
    with transaction.atomic():
        record.save(update_fields=["state", *changes])
        live.publish(
            f"import:{record.pk}", event="job", state=state, done=record.done_rows, total=record.rows
        )
    return record


def wrong_state(record: Import, deed: str) -> Refusal:
    """The refusal of a deed that the import's state does not allow."""
    label = State(record.state).label
    return Refusal(
        "sheets.wrong_state",
        f"导入 {record.pk} 当前为“{label}”，不能{deed}。请刷新后重试。",
        state=record.state,
    )
