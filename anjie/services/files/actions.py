"""Files on a case: attached, registered offline, opened by short-lived links, deleted on the record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import IO

from django.conf import settings
from django.db import transaction
from django.db.models import ProtectedError, QuerySet

from anjie.access.actors import Actor
from anjie.access.deeds import Deed
from anjie.desk.public import Case, DeskDeed, case_for, record
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.services.files import store, uploads
from anjie.services.files.models import AccountFile, Blob, CaseFile
from anjie.services.files.rules import Type, check_size, check_type, media_type_of, tidy_name

KINDS = dict(CaseFile.Kind.choices)
_NEEDS: list[Callable[[CaseFile], Refusal | None]] = []


@dataclass(frozen=True)
class Arrived:
    """A file that was received whole: its name, what it turned out to hold, and how its bytes are read again."""

    name: str
    content: store.Content
    read: Callable[[], Iterator[bytes]]


def finish_upload(
    actor: Actor,
    token: str,
    case_id: int,
    *,
    kind: str = "",
    note: str = "",
    deed: Deed = DeskDeed.FILES_ADD,
    check: Callable[[Type, Case], None] | None = None,
) -> CaseFile:
    """Put a completed upload on the case; one whose hash disagrees is thrown away and told so.

    ``deed`` is what lets one add to the case; ``check`` may refuse the content by what it turned out to be.
    """
    upload = uploads.upload_of(actor, token)
    if upload.received != upload.size:
        raise Refusal(
            "files.incomplete",
            f"文件“{upload.name}”还有 {upload.size - upload.received} 字节没有收到。请继续上传后再完成。",
            received=upload.received,
            size=upload.size,
        )
    content = store.examine(uploads.bytes_of(upload))
    if content.size != upload.size or (upload.sha256 and content.sha256 != upload.sha256):
        uploads.cancel_upload(actor, token)
        raise Refusal(
            "files.hash_differs",
            f"文件“{upload.name}”在传输中损坏，收到的内容与原文件不一致。请重新上传。",
            sha256=content.sha256,
        )
    with transaction.atomic():
        upload = uploads.upload_of(actor, token, lock=True)
        arrived = Arrived(upload.name, content, lambda: uploads.bytes_of(upload))
        attached = _attach(actor, case_id, arrived, kind=kind, note=note, deed=deed, check=check)
        uploads.discard(upload)
    return attached


def add_file(
    actor: Actor, case_id: int, *, name: str, file: IO[bytes], kind: str = "", note: str = ""
) -> CaseFile:
    """Put an open file on the case in one go (a photo from a phone, a form a service made)."""
    case_for(actor, DeskDeed.FILES_ADD, case_id)
    name = tidy_name(name)
    content = store.examine(store.parts_of(file))
    check_size(name, content.size, settings.FILE_LIMIT_BYTES)
    store.check_room(content.size)
    with transaction.atomic():
        arrived = Arrived(name, content, lambda: store.parts_of(file))
        return _attach(actor, case_id, arrived, kind=kind, note=note)


@transaction.atomic
def add_offline(actor: Actor, case_id: int, *, name: str, kind: str, place: str, note: str = "") -> CaseFile:
    """Put on record a file that stays elsewhere, with the place where it lies."""
    case = case_for(actor, DeskDeed.FILES_ADD, case_id)
    if not place.strip():
        raise Invalid("files.place_required", "请填写离线文件的存放位置，例如“档案室 3 号柜 硬盘 B”。")
    made = CaseFile.objects.create(
        case=case,
        name=tidy_name(name),
        kind=_kind(kind or "other"),
        note=note.strip(),
        offline_place=place.strip(),
        by_id=actor.membership_id,
        at=clock.now(),
    )
    record(
        actor, case.pk, "file.offline_added",
        file=made.pk, name=made.name, kind=made.kind, place=made.offline_place, note=made.note,
    )  # fmt: skip
    return made


@transaction.atomic
def delete_file(actor: Actor, case_id: int, file_id: int, reason: str) -> None:
    """Take a file off the case; who, why and what it was stay on the record. Its content goes with its last use."""
    case = case_for(actor, DeskDeed.FILES_DELETE, case_id)
    if len(reason.strip()) < 2:
        raise Invalid("files.reason_required", "删除文件需要填写原因。请补充后重试。")
    take_off(actor, CaseFile.objects.filter(case=case), file_id, reason)


def take_off(actor: Actor, among: QuerySet[CaseFile], file_id: int, reason: str) -> None:
    """Take one of these files off its case, inside the caller's transaction, which has decided that it may."""
    file = among.select_for_update(of=("self",)).filter(pk=file_id, deleted_at__isnull=True).first()
    if file is None:
        raise NotFound("文件")
    for needed in _NEEDS:
        if refusal := needed(file):
            raise refusal
    # Whoever attaches the same content now waits here, and finds it gone or still there.
    blob = Blob.objects.select_for_update().filter(pk=file.blob_id).first()
    file.deleted_at, file.deleted_by_id, file.blob = clock.now(), actor.membership_id, None
    file.save(update_fields=["deleted_at", "deleted_by", "blob"])
    record(
        actor, file.case_id, "file.deleted",
        file=file.pk, name=file.name, kind=file.kind, reason=reason.strip(),
        sha256=blob.sha256 if blob else "", size=blob.size if blob else 0,
    )  # fmt: skip
    if blob is not None:
        drop_unused(blob)


def keep_while(needed: Callable[[CaseFile], Refusal | None]) -> None:
    """Let a chapter say why a file must stay on its case; it is asked before one is taken off."""
    _NEEDS.append(needed)


def drop_unused(blob: Blob) -> None:
    """Let a content go with its last use; the caller has locked it."""
    used = (CaseFile.objects.filter(blob=blob), AccountFile.objects.filter(blob=blob))
    if not any(rows.exists() for rows in used):
        path = blob.path
        # A paper may keep the same content: then it stays for the paper.
        with suppress(ProtectedError), transaction.atomic():
            blob.delete()
            transaction.on_commit(lambda: store.forget(path))


def _attach(
    actor: Actor,
    case_id: int,
    arrived: Arrived,
    *,
    kind: str,
    note: str,
    deed: Deed = DeskDeed.FILES_ADD,
    check: Callable[[Type, Case], None] | None = None,
) -> CaseFile:
    # Locked where others may judge by the case's state or count its files.
    case: Case = case_for(actor, deed, case_id, lock=check is not None)
    found = check_type(arrived.name, arrived.content.head)
    if check is not None:
        check(found, case)
    same = CaseFile.objects.filter(case=case, blob_id=arrived.content.sha256, deleted_at__isnull=True)
    # A party is not told what the other side has shown.
    twin = (same.filter(account_id=actor.own_account_id) if actor.is_party else same).first()
    if twin is not None:
        raise Refusal(
            "files.already_there",
            f"案件 {case.no} 已有内容相同的文件“{twin.name}”，无需重复上传。",
            file=twin.pk,
        )
    blob = store.keep(arrived.content, media_type_of(found, arrived.name), arrived.read())
    made = CaseFile.objects.create(
        case=case,
        blob=blob,
        name=arrived.name,
        kind=_kind(kind or found.kind),
        note=note.strip(),
        by_id=actor.membership_id,
        account_id=actor.account_id if actor.is_party else None,
        at=clock.now(),
    )
    record(
        actor, case.pk, "file.added",
        file=made.pk, name=made.name, kind=made.kind, size=blob.size, sha256=blob.sha256, note=made.note,
    )  # fmt: skip
    return made


def _kind(kind: str) -> str:
    if kind not in KINDS:
        raise Invalid("files.unknown_kind", "文件的分类不正确。请在列表中选择。", kinds=list(KINDS))
    return kind
