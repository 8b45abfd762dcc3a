"""Make a backup: one snapshot of the database, the files it speaks of, and proof that it can be restored."""

from __future__ import annotations

import contextlib
import hashlib
import json
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
from django.conf import settings
from django.core.files.storage import default_storage

from anjie.foundation import clock
from anjie.foundation.refusals import Refusal
from config import home
from config.backup import archive, contents, tools
from config.backup.restoring import prove

LOCK = 0x616E6A6962
"""The advisory lock of those who back up: "anjib" in ASCII."""
PREFIX = "anjie-"
Tell = Callable[[str], None]


def folder() -> Path:
    """Where backups lie."""
    return Path(settings.BACKUP_DIR)


def make(
    url: str, *, to: Path | None = None, with_secrets: bool = False, verify: bool = True, tell: Tell
) -> dict[str, Any]:
    """Write a backup and prove it; returns what stands beside it as its result. A failure is noted there as well."""
    place = folder() if to is None else to.parent
    began = clock.now()
    name = f"{PREFIX}{clock.local(began):%Y%m%d-%H%M%S}.zip" if to is None else to.name
    path = place / name
    result: dict[str, Any] = {
        "name": name, "state": "failed", "began_at": began.isoformat(), "size": 0, "rows": 0, "tables": 0,
        "files": 0, "verified_at": None, "code": "", "message": "",
    }  # fmt: skip
    with _alone(url):
        try:
            place.mkdir(parents=True, exist_ok=True, mode=0o700)
            for stale in place.glob(f"{PREFIX}*.part"):
                stale.unlink()
            said = _write(path, url, with_secrets, tell)
            rows = sum(one["rows"] for one in said["database"].values())
            result |= {"state": "made", "size": path.stat().st_size, "rows": rows, "tables": len(said["database"]),
                       "files": len(said["files"]), "message": "已备份，尚未验证。"}  # fmt: skip
            if verify:
                tell("正在恢复到临时数据库以验证……")
                result["message"] = prove(path, url)
                result |= {"state": "verified", "verified_at": clock.now().isoformat()}
        except Refusal as refusal:
            result |= {"code": refusal.code, "message": refusal.message}
            raise
        except OSError as error:
            told = _no_place(place, error)
            result |= {"code": told.code, "message": told.message}
            raise told from error
        finally:
            _note(path, result)
        if to is None:
            prune(settings.BACKUP_KEEP)
    return result


def listed() -> list[dict[str, Any]]:
    """The backups of the folder and how each went, the newest first."""
    found = []
    for note in sorted(folder().glob(f"{PREFIX}*.json"), reverse=True):
        with contextlib.suppress(OSError, ValueError):
            row = json.loads(note.read_text("utf-8"))
            if row["state"] != "failed" and not note.with_suffix(".zip").exists():
                row |= {"state": "gone", "message": "备份文件已不在目录中。"}
            found.append(row)
    return found


def prune(keep: int) -> list[str]:
    """Remove all but the newest ``keep`` good backups; a failed one goes with the good ones older than it."""
    rows = listed()
    good = [row["name"] for row in rows if row["state"] in ("made", "verified")]
    if len(good) <= keep:
        return []
    oldest = good[keep - 1]
    gone = [row["name"] for row in rows if row["name"] < oldest]
    for name in gone:
        path = folder() / name
        path.unlink(missing_ok=True)
        path.with_suffix(".json").unlink(missing_ok=True)
    return gone


def fingerprints(secrets: home.Secrets) -> dict[str, str]:
    """Tells keys apart without giving them away."""
    named = {one.id: one.key for one in secrets.seal_keys} | {"index": secrets.index_key}
    return {name: hashlib.sha256(b"anjie backup\0" + key).hexdigest()[:16] for name, key in named.items()}


def _write(path: Path, url: str, with_secrets: bool, tell: Tell) -> dict[str, Any]:
    writer = archive.Writer(path)
    try:
        with tools.connect(url) as connection:
            connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
            connection.read_only = True
            major = connection.info.server_version // 10_000
            row = connection.execute("SELECT pg_export_snapshot()").fetchone()
            assert row is not None
            tell("正在导出数据库……")
            writer.add(archive.DUMP, _dumped(tools.program("pg_dump", major), url, row[0]))
            tell("正在计算各表校验值……")
            said: dict[str, Any] = {
                "made_at": clock.now().isoformat(),
                "server_major": major,
                "migrations": contents.migrations(connection),
                "database": contents.holdings(connection),
            }
        tell("正在复制文件……")
        said["files"], said["missing_files"] = _add_files(writer)
        said["keys"] = fingerprints(home.secrets())
        if with_secrets:
            writer.add(archive.SECRETS, [home.secrets_file().read_bytes()])
        writer.finish(said)
    except BaseException:
        writer.give_up()
        raise
    return said


def _dumped(program: str, url: str, snapshot: str) -> Iterator[bytes]:
    """The database as of the snapshot, as pg_dump writes it."""
    with tempfile.TemporaryFile() as said:
        running = subprocess.Popen(
            [program, "--format=custom", "--compress=3", "--no-owner", "--no-privileges", f"--snapshot={snapshot}"],
            stdout=subprocess.PIPE, stderr=said, stdin=subprocess.DEVNULL, env=tools.environment(url),
        )  # fmt: skip
        assert running.stdout is not None
        read_whole = False
        try:
            while part := running.stdout.read(archive.PART):
                yield part
            read_whole = True
        finally:
            running.stdout.close()
            # Its output ends a moment before it does: only one that was given up on is ended by us.
            if not read_whole:
                running.terminate()
            code = running.wait()
        if code != 0:
            said.seek(0)
            raise Refusal(
                "backup.dump_failed",
                f"数据库导出失败，本次没有备份。PostgreSQL 的说明：{said.read().decode(errors='replace').strip()[:400]}",
            )


def _add_files(writer: archive.Writer) -> tuple[list[str], list[str]]:
    """Copy every stored file; one that was removed meanwhile is named."""
    names, missing = [], []
    for name in _stored(""):
        try:
            with default_storage.open(name, "rb") as file:
                writer.add(f"{archive.FILES}{name}", iter(lambda: file.read(archive.PART), b""))
        except FileNotFoundError:
            missing.append(name)
        else:
            names.append(name)
    return names, missing


def _stored(below: str) -> Iterator[str]:
    try:
        folders, files = default_storage.listdir(below)
    except FileNotFoundError:
        return
    yield from sorted(f"{below}{name}" for name in files)
    for inner in sorted(folders):
        yield from _stored(f"{below}{inner}/")


def _no_place(place: Path, error: OSError) -> Refusal:
    if error.errno in archive.FULL:
        return archive.disk_full(place)
    return Refusal(
        "backup.not_writable",
        f"备份目录 {place} 不能写入（{error.strerror}）。请检查目录权限，或用 ANJIE_BACKUP_DIR 换一个目录。",
        folder=str(place),
    )


@contextlib.contextmanager
def _alone(url: str) -> Iterator[None]:
    """Let one backup at a time run on this database."""
    with psycopg.connect(url, autocommit=True) as connection:
        row = connection.execute("SELECT pg_try_advisory_lock(%s)", [LOCK]).fetchone()
        if not row or not row[0]:
            raise Refusal("backup.running", "已有一次备份正在进行。请等它结束后再试。")
        yield


def _note(path: Path, result: dict[str, Any]) -> None:
    """Put the result beside the backup; where nothing can be written it is told all the same."""
    with contextlib.suppress(OSError):
        path.with_suffix(".json").write_text(json.dumps(result, ensure_ascii=False) + "\n", "utf-8")
