"""Resumable uploads: begun, sent in pieces from wherever they stopped, finished with a hash that must agree."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import timedelta
from typing import Protocol

from django.conf import settings
from django.db import transaction

from anjie.access.actors import Actor
from anjie.access.deeds import Deed
from anjie.desk.public import DeskDeed
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.services.files import store
from anjie.services.files.models import Upload
from anjie.services.files.rules import check_size, tidy_name


class Body(Protocol):
    """What a piece is read from: a request, an open file."""

    def read(self, size: int = -1, /) -> bytes: ...


PIECE_BYTES = 8 * 1024 * 1024
"""What a page should send at once; twice as much is taken."""
KEPT = timedelta(hours=24)
MOST_OPEN = 200


def begin_upload(
    actor: Actor,
    *,
    name: str,
    size: int,
    sha256: str = "",
    deed: Deed = DeskDeed.FILES_ADD,
    limit: int | None = None,
) -> Upload:
    """Make room for a file of this size; refused before the first byte when it cannot be taken.

    ``deed`` is what lets one upload, ``limit`` the most bytes where it is less than what the house takes.
    """
    actor.require(deed)
    name = tidy_name(name)
    check_size(name, size, min(limit or settings.FILE_LIMIT_BYTES, settings.FILE_LIMIT_BYTES))
    store.check_room(size)
    mine = Upload.objects.filter(**_whose(actor), finished_at__isnull=True)
    if mine.filter(created_at__gt=clock.now() - KEPT).count() >= MOST_OPEN:
        raise Refusal(
            "files.too_many_uploads",
            f"您有 {MOST_OPEN} 个上传尚未完成。请先完成或取消它们，再上传新文件。",
            count=MOST_OPEN,
        )
    return Upload.objects.create(
        token=secrets.token_urlsafe(24),
        name=name,
        size=size,
        sha256=sha256.strip().lower(),
        **_whose(actor),
        created_at=clock.now(),
    )


def upload_of(actor: Actor, token: str, *, lock: bool = False) -> Upload:
    """One's own unfinished upload: how far it is."""
    uploads = Upload.objects.filter(
        token=token, **_whose(actor), finished_at__isnull=True, created_at__gt=clock.now() - KEPT
    )
    upload = (uploads.select_for_update() if lock else uploads).first()
    if upload is None:
        raise NotFound("上传", "files.no_upload")
    return upload


def append(actor: Actor, token: str, offset: int, body: Body, *, deed: Deed = DeskDeed.FILES_ADD) -> Upload:
    """Take the next piece; a piece that does not begin where the last ended is refused with where it should."""
    actor.require(deed)
    upload = upload_of(actor, token)
    _check_offset(upload, offset)
    most = min(2 * PIECE_BYTES, upload.size - upload.received)
    meter = _Meter(body, most)
    path = store.save(f"uploads/{upload.token[:2]}", meter)
    try:
        with transaction.atomic():
            upload = upload_of(actor, token, lock=True)
            # Somebody else's tab may have sent the same piece meanwhile.
            _check_offset(upload, offset)
            if meter.size:
                upload.pieces = [*upload.pieces, [offset, meter.size, path]]
                upload.received += meter.size
                upload.save(update_fields=["pieces", "received"])
    except BaseException:
        store.forget(path)
        raise
    if not meter.size:
        store.forget(path)
    return upload


def cancel_upload(actor: Actor, token: str) -> None:
    """Give up an upload and what was received of it."""
    with transaction.atomic():
        discard(upload_of(actor, token, lock=True))


def discard(upload: Upload) -> None:
    """Remove the upload; its pieces go when the transaction commits."""
    paths = [path for _, _, path in upload.pieces]
    upload.delete()
    transaction.on_commit(lambda: store.forget_all(paths))


def bytes_of(upload: Upload) -> Iterator[bytes]:
    """The received bytes from first to last."""
    for _, _, path in upload.pieces:
        yield from store.read(path)


def _whose(actor: Actor) -> dict[str, int]:
    """Whose an upload is: a membership's, or the account's of whoever is here as himself."""
    if actor.is_party:
        return {"account_id": actor.own_account_id}
    return {"by_id": actor.own_membership_id}


def _check_offset(upload: Upload, offset: int) -> None:
    if offset != upload.received:
        raise Refusal(
            "files.wrong_offset",
            f"已收到 {upload.received} 字节，请从这里继续上传。",
            received=upload.received,
            size=upload.size,
        )


class _Meter:
    """Reads a request's body in parts, counts them, and stops one that is longer than agreed."""

    def __init__(self, body: Body, most: int) -> None:
        self._body = body
        self._most = most
        self.size = 0

    def __iter__(self) -> Iterator[bytes]:
        while part := self._body.read(store.PART):
            self.size += len(part)
            if self.size > self._most:
                raise Invalid(
                    "files.piece_too_large",
                    f"这一段超过了可接收的 {self._most} 字节。请按约定的大小分段上传。",
                    most=self._most,
                )
            yield part
