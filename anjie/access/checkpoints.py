"""Daily checkpoints over the chains: counts and digests under a key the database does not hold.

Whoever can write the database can cut a chain off together with its head; the checkpoint still counts it.
The last checkpoint is also written beside the secrets, so that the newest ones cannot be dropped unseen.
"""

from __future__ import annotations

import hmac
import json
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction

from anjie.access.models import TrailCheckpoint
from anjie.foundation import clock
from anjie.foundation.sealed import sealer

ANCHORS = "trail-checkpoints.jsonl"
_DIGEST = "sha256(coalesce(string_agg(e.hash, ''::bytea ORDER BY e.id), ''::bytea))"


def take_checkpoint(chain: str, table: str) -> TrailCheckpoint | None:
    """Put what was chained since the last checkpoint under a new one; nothing new, no checkpoint."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout = '3s'")
        # Waits for those who are writing: ids are given out before their rows are seen.
        cursor.execute(f"LOCK TABLE {table} IN SHARE MODE")
        last = TrailCheckpoint.objects.filter(chain=chain).order_by("-id").first()
        from_id = last.last_id if last else 0
        cursor.execute(f"SELECT max(e.id), count(*), {_DIGEST} FROM {table} e WHERE e.id > %s", [from_id])
        last_id, links, digest = cursor.fetchone()
        if not links:
            return None
        made = TrailCheckpoint(
            chain=chain,
            at=clock.now(),
            from_id=from_id,
            last_id=last_id,
            links=links,
            digest=bytes(digest),
            prev=bytes(last.mac) if last else b"",
        )
        made.mac = mac_of(made)
        made.save()
    _anchor(made)
    return made


def mac_of(checkpoint: TrailCheckpoint) -> bytes:
    """The keyed hash of a checkpoint and of the one before it."""
    text = "|".join(
        str(part)
        for part in (
            checkpoint.chain,
            checkpoint.from_id,
            checkpoint.last_id,
            checkpoint.links,
            bytes(checkpoint.digest).hex(),
            bytes(checkpoint.prev).hex(),
            int(checkpoint.at.timestamp()),
        )
    )
    return hmac.digest(sealer().ring.index, b"trail.checkpoint\0" + text.encode(), "sha256")


def wrong_checkpoints(cursor: Any, chain: str, table: str) -> tuple[int, list[tuple[str, str]]]:
    """How many checkpoints were held against the rows, and what is wrong with which."""
    cursor.execute(
        f"""
        SELECT c.id, count(e.id), {_DIGEST} FROM access_trailcheckpoint c
        LEFT JOIN {table} e ON e.id > c.from_id AND e.id <= c.last_id WHERE c.chain = %s GROUP BY c.id""",
        [chain],
    )
    found_by_id = {pk: (count, bytes(digest)) for pk, count, digest in cursor.fetchall()}
    wrong: list[tuple[str, str]] = []
    prev, from_id = b"", 0
    macs: set[str] = set()
    for one in TrailCheckpoint.objects.filter(chain=chain).order_by("from_id"):
        day = f"{clock.local(one.at):%Y-%m-%d %H:%M}"
        macs.add(bytes(one.mac).hex())
        if not hmac.compare_digest(bytes(one.mac), mac_of(one)):
            wrong.append(("checkpoint_forged", f"{day} 的检查点被改动。"))
        if bytes(one.prev) != prev or one.from_id != from_id:
            wrong.append(("checkpoint_missing", f"{day} 之前的检查点缺失。"))
        count, digest = found_by_id[one.pk]
        if count != one.links:
            wrong.append(("checkpoint_count", f"{day} 的检查点记有 {one.links} 条记录，现有 {count} 条。"))
        elif digest != bytes(one.digest):
            wrong.append(("checkpoint_digest", f"{day} 的检查点所含的记录被替换。"))
        prev, from_id = bytes(one.mac), one.last_id
    for anchor in _anchors(chain):
        if anchor["mac"] not in macs:
            wrong.append(("checkpoint_missing", f"{anchor['at']} 的检查点已不在数据库中。"))
    return len(found_by_id), wrong


def _file() -> Path:
    return Path(settings.HOME) / ANCHORS


def _anchor(made: TrailCheckpoint) -> None:
    at: datetime = clock.local(made.at)
    line = {"chain": made.chain, "at": f"{at:%Y-%m-%d %H:%M}", "mac": made.mac.hex(), "database": _database()}
    with _file().open("a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")


def _anchors(chain: str) -> list[dict[str, str]]:
    file = _file()
    if not file.exists():
        return []
    held = [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]
    return [one for one in held if one["chain"] == chain and one["database"] == _database()]


def _database() -> str:
    """Which database an anchor speaks of: one home may have served several."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT oid::text || '@' || current_database() FROM pg_database WHERE datname = current_database()"
        )
        return str(cursor.fetchone()[0])
