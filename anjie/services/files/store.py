"""Contents in the storage, kept once by their SHA-256: streamed in, complete or not there at all."""

from __future__ import annotations

import errno
import hashlib
import secrets
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import transaction

from anjie.foundation import clock
from anjie.foundation.refusals import Refusal
from anjie.services.files.models import Blob
from anjie.services.files.rules import HEAD_BYTES

PART = 256 * 1024
RESERVE = 64 * 1024 * 1024
"""Left free on the disk, so that the database beside us can go on."""
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@dataclass(frozen=True)
class Content:
    """What a stream turned out to hold."""

    sha256: str
    size: int
    head: bytes


def examine(parts: Iterable[bytes]) -> Content:
    """Read a stream through once: its hash, its size, its beginning."""
    digest, size, head = hashlib.sha256(), 0, b""
    for part in parts:
        digest.update(part)
        size += len(part)
        if len(head) < HEAD_BYTES:
            head += part[: HEAD_BYTES - len(head)]
    return Content(digest.hexdigest(), size, head)


def save(folder: str, parts: Iterable[bytes]) -> str:
    """Write a stream under a new name in ``folder`` and return it; a full disk leaves nothing behind."""
    path = f"{folder}/{secrets.token_hex(8)}"
    try:
        return default_storage.save(path, _Stream(parts))
    except OSError as error:
        forget(path)
        if error.errno in _FULL:
            raise disk_full() from error
        raise
    except BaseException:
        forget(path)
        raise


def check_room(size: int) -> None:
    """Refuse before the first byte when the disk cannot hold ``size`` more; a remote storage is not asked."""
    free = free_bytes()
    if free is not None and free < size + RESERVE:
        raise disk_full()


def free_bytes() -> int | None:
    """What is free where the local storage lies; nothing for a storage elsewhere."""
    location = getattr(default_storage, "location", None)
    if not location:
        return None
    folder = Path(location)
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return shutil.disk_usage(folder).free


def disk_full() -> Refusal:
    """The refusal when the storage has no room."""
    return Refusal(
        "files.disk_full", "存储空间不足，文件没有保存。请联系系统管理员清理磁盘或扩容后重试。"
    ).with_status(507)


def keep(content: Content, media_type: str, parts: Iterator[bytes]) -> Blob:
    """The blob of this content, locked for the caller's transaction; written only when it is not there yet."""
    blob = Blob.objects.select_for_update().filter(pk=content.sha256).first()
    if blob is not None:
        return blob
    path = save(f"blobs/{content.sha256[:2]}", parts)
    made = Blob(
        sha256=content.sha256, size=content.size, media_type=media_type, path=path, created_at=clock.now()
    )
    # Waits for whoever adds or removes the same content at this moment.
    Blob.objects.bulk_create([made], ignore_conflicts=True)
    blob = Blob.objects.select_for_update().get(pk=content.sha256)
    if blob.path != path:
        transaction.on_commit(lambda: forget(path))
    return blob


def read(path: str, start: int = 0, length: int | None = None) -> Iterator[bytes]:
    """Read a stored content in parts, from ``start``, ``length`` bytes or to its end."""
    with default_storage.open(path, "rb") as file:
        if start:
            file.seek(start)
        left = length
        while left is None or left > 0:
            part = file.read(PART if left is None else min(PART, left))
            if not part:
                return
            if left is not None:
                left -= len(part)
            yield part


def parts_of(file: IO[bytes]) -> Iterator[bytes]:
    """An open file's bytes in parts, from its beginning."""
    file.seek(0)
    while part := file.read(PART):
        yield part


def forget(path: str) -> None:
    """Remove a content nobody refers to; one that cannot be removed now is found by the sweep."""
    try:
        default_storage.delete(path)
    except OSError:
        return


def forget_all(paths: Iterable[str]) -> None:
    """Remove several contents nobody refers to."""
    for path in paths:
        forget(path)


class _Stream(File):
    """A stream of parts as Django's storages read files."""

    def __init__(self, parts: Iterable[bytes]) -> None:
        super().__init__(file=None, name="stream")
        self._parts = iter(parts)
        self._rest = b""

    def chunks(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """The parts as they come."""
        return self._parts

    def multiple_chunks(self, chunk_size: int | None = None) -> bool:
        """Always streamed."""
        return True

    def read(self, size: int = -1) -> bytes:
        """For storages that read instead of asking for chunks."""
        while size < 0 or len(self._rest) < size:
            part = next(self._parts, None)
            if part is None:
                break
            self._rest += part
        if size < 0:
            size = len(self._rest)
        wanted, self._rest = self._rest[:size], self._rest[size:]
        return wanted

    def __bool__(self) -> bool:
        return True
