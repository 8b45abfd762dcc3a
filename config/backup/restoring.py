"""Bring a backup back into an empty database, and prove that what is there is what was saved."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from anjie.foundation.refusals import Refusal
from config.backup import archive, contents, tools

HARMLESS = (
    "transaction_timeout",
    "errors ignored on restore",
    "while PROCESSING TOC",
    "from TOC entry",
    "Command was:",
)
"""What pg_restore says when it sets what only a newer server knows; everything else it says is a fault."""


def load(path: Path, said: dict[str, Any], url: str) -> None:
    """Load the archive's database into the empty one at ``url`` and compare every table; a failure leaves it empty."""
    with tools.connect(url) as connection:
        major = connection.info.server_version // 10_000
        there = contents.tables(connection)
    if there:
        raise Refusal(
            "backup.target_not_empty",
            f"目标数据库已有 {len(there)} 张表，没有恢复。请新建一个空数据库（或换一个新的 ANJIE_HOME）后再恢复。",
            tables=len(there),
        )
    if major < said["server_major"]:
        raise Refusal(
            "backup.older_server",
            f"备份来自 PostgreSQL {said['server_major']}，目标是 {major}。请恢复到 {said['server_major']} 或更高版本。",
            server=major, needed=said["server_major"],
        )  # fmt: skip
    try:
        _pour(path, url, tools.program("pg_restore", major))
        with tools.connect(url) as connection:
            different = contents.differing(said["database"], contents.holdings(connection))
        if different:
            raise Refusal(
                "backup.differs",
                f"恢复后有 {len(different)} 张表与备份不一致（{'、'.join(different[:5])}）。目标数据库已清空，请换一份备份。",
                tables=different,
            )
    except BaseException:
        _empty(url)
        raise


def prove(path: Path, url: str) -> str:
    """Restore the archive into a scratch database on the same server, compare, verify the trail, and drop it."""
    said = archive.check(path)
    name = f"{psycopg.conninfo.conninfo_to_dict(url)['dbname']}_check"
    scratch = tools.renamed(url, name)
    with psycopg.connect(url, autocommit=True) as connection:
        drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
        try:
            connection.execute(drop)
            connection.execute(
                sql.SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'").format(sql.Identifier(name))
            )
        except psycopg.errors.InsufficientPrivilege as error:
            raise Refusal(
                "backup.may_not_verify",
                "已备份，但数据库账户不能新建临时数据库，未能验证。请授予 CREATEDB，或在另一台机器上恢复一次。",
            ) from error
        try:
            load(path, said, scratch)
            links = _verify_trail(scratch)
        except psycopg.errors.DiskFull as error:
            raise Refusal(
                "backup.no_room_to_verify", "已备份，但数据库磁盘放不下临时副本，未能验证。请扩容后再验证。"
            ) from error
        finally:
            with contextlib.suppress(psycopg.Error):
                connection.execute(drop)
    rows = sum(one["rows"] for one in said["database"].values())
    return f"已恢复验证：{len(said['database'])} 张表 {rows} 行与备份时一致，{links} 条留痕链条完整。"


def put_files_back(path: Path, said: dict[str, Any]) -> int:
    """Write the files into the storage; one that is there with other contents is refused before any is written."""
    from django.core.files.base import File
    from django.core.files.storage import default_storage

    taken = [name for name in said["files"] if default_storage.exists(name)]
    if taken:
        raise Refusal(
            "backup.files_not_empty",
            f"文件目录中已有 {len(taken)} 个同名文件（如 {taken[0]}），没有恢复。请换一个空的文件目录。",
            count=len(taken),
        )
    done: list[str] = []
    try:
        for name in said["files"]:
            with tempfile.TemporaryFile() as spare:
                for part in archive.read(path, f"{archive.FILES}{name}"):
                    spare.write(part)
                spare.seek(0)
                done.append(default_storage.save(name, File(spare)))
    except BaseException as error:
        for name in done:
            default_storage.delete(name)
        if isinstance(error, OSError) and error.errno in archive.FULL:
            raise Refusal("backup.disk_full", "磁盘空间不足，文件没有恢复。请扩容后再恢复。").with_status(
                507
            ) from error
        raise
    return len(done)


def _pour(path: Path, url: str, program: str) -> None:
    """Give the dump to pg_restore."""
    with tempfile.TemporaryFile() as heard:
        running = subprocess.Popen(
            [program, "--no-owner", "--no-privileges", f"--dbname={psycopg.conninfo.conninfo_to_dict(url)['dbname']}"],
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=heard, env=tools.environment(url),
        )  # fmt: skip
        assert running.stdin is not None
        try:
            with contextlib.suppress(BrokenPipeError):
                for part in archive.read(path, archive.DUMP):
                    running.stdin.write(part)
        finally:
            with contextlib.suppress(BrokenPipeError):
                running.stdin.close()
            code = running.wait()
        heard.seek(0)
        lines = heard.read().decode(errors="replace").splitlines()
    wrong = [line for line in lines if line.strip() and not any(word in line for word in HARMLESS)]
    if wrong or (code != 0 and not lines):
        full = any("No space left" in line for line in wrong)
        raise Refusal(
            "backup.database_full" if full else "backup.load_failed",
            "数据库磁盘空间不足，没有恢复，目标数据库已清空。请扩容后重试。"
            if full
            else f"载入数据库失败，目标数据库已清空。PostgreSQL 的说明：{wrong[0][:300] if wrong else code}",
        )


def _empty(url: str) -> None:
    """Take away what a failed restore has made."""
    with contextlib.suppress(psycopg.Error), psycopg.connect(url, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")


def _verify_trail(url: str) -> int:
    """Prove the chains of another database; returns how many links there are."""
    done = subprocess.run(
        [sys.executable, "-m", "config.command", "verify-trail", "--json"],
        capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, env=os.environ | {"DATABASE_URL": url},
    )  # fmt: skip
    try:
        found = json.loads(done.stdout.splitlines()[-1])
    except (IndexError, ValueError):
        raise Refusal(
            "backup.trail_unread", "恢复出的数据库不能核对留痕链条。请运行 anjie verify-trail 查看原因。"
        ) from None
    if not found["whole"]:
        raise Refusal("backup.trail_broken", f"恢复出的数据库留痕链条不完整：{found['message']}")
    return sum(chain["links"] for chain in found["chains"])
