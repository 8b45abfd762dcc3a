"""One backup is one ZIP: the database as pg_dump writes it, the files, and a manifest with the hash of each."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from anjie.foundation.refusals import Refusal

FORMAT = 1
DUMP, MANIFEST, SECRETS, FILES = "database.dump", "manifest.json", "secrets.json", "files/"
PART = 1024 * 1024


class Writer:
    """An archive that is being written beside its final name; it takes that name only when it is complete."""

    def __init__(self, path: Path) -> None:
        self.path, self.part = path, path.with_name(f"{path.name}.part")
        handle = os.open(self.part, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
        self._file = os.fdopen(handle, "w+b")
        self._zip = zipfile.ZipFile(self._file, "w", zipfile.ZIP_STORED, allowZip64=True)
        self.members: dict[str, dict[str, Any]] = {}

    def add(self, name: str, parts: Iterable[bytes]) -> None:
        """Stream one member in."""
        digest, size = hashlib.sha256(), 0
        with self._zip.open(name, "w", force_zip64=True) as member:
            for part in parts:
                member.write(part)
                digest.update(part)
                size += len(part)
        self.members[name] = {"sha256": digest.hexdigest(), "size": size}

    def finish(self, manifest: dict[str, Any]) -> None:
        """Write the manifest, bring everything to the disk, and give the archive its name."""
        said = {"format": FORMAT, **manifest, "members": self.members}
        self._zip.writestr(MANIFEST, json.dumps(said, ensure_ascii=False, indent=1))
        self._zip.close()
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        self.part.replace(self.path)

    def give_up(self) -> None:
        """Leave nothing behind."""
        with contextlib.suppress(OSError, ValueError):
            self._file.close()
        # Its own end would be written to the file that has just been closed.
        self._zip.fp = None
        self.part.unlink(missing_ok=True)


def manifest(path: Path) -> dict[str, Any]:
    """What the archive says of itself; a file that is none of ours is refused."""
    try:
        with zipfile.ZipFile(path) as found:
            said = json.loads(found.read(MANIFEST))
    except FileNotFoundError:
        raise Refusal("backup.no_file", f"没有找到备份文件 {path}。请核对路径。", path=str(path)) from None
    except (zipfile.BadZipFile, KeyError, ValueError, OSError):
        raise damaged(path, "目录或清单无法读取") from None
    if said.get("format") != FORMAT:
        raise Refusal(
            "backup.other_format",
            f"备份 {path.name} 的格式是 {said.get('format')}，本程序只认识 {FORMAT}。请用制作它的版本恢复。",
            format=said.get("format"),
        )
    return dict(said)


def read(path: Path, name: str) -> Iterator[bytes]:
    """One member in parts."""
    try:
        with zipfile.ZipFile(path) as found, found.open(name) as member:
            while part := member.read(PART):
                yield part
    except (zipfile.BadZipFile, KeyError, EOFError) as error:
        raise damaged(path, f"{name} 无法读取") from error


def check(path: Path) -> dict[str, Any]:
    """Read everything through against the manifest's hashes; returns the manifest."""
    said = manifest(path)
    for name, expected in said["members"].items():
        digest, size = hashlib.sha256(), 0
        for part in read(path, name):
            digest.update(part)
            size += len(part)
        if {"sha256": digest.hexdigest(), "size": size} != expected:
            raise damaged(path, f"{name} 与清单中的校验值不符")
    return said


def damaged(path: Path, what: str) -> Refusal:
    """The refusal of an archive that is not what was written."""
    return Refusal(
        "backup.damaged", f"备份 {path.name} 已损坏：{what}，没有恢复任何内容。请换一份备份。", what=what
    )


def disk_full(folder: Path) -> Refusal:
    """The refusal when a backup does not fit."""
    return Refusal(
        "backup.disk_full",
        f"备份目录 {folder} 所在磁盘空间不足，本次没有备份，先前的备份不受影响。请清理磁盘或用 ANJIE_BACKUP_DIR 换一个目录。",
        folder=str(folder),
    ).with_status(507)


FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
