"""An event committed until 200 browsers have seen it, through granian as it is served.

The floor is the bare notification from one connection to another in the same run.
"""

from __future__ import annotations

import asyncio
import json
import os
import secrets
import socket
import subprocess
import time
from dataclasses import dataclass, field
from typing import Any

from config import supervise

OWN_DATABASE = True
"""Two hundred accounts sign in: not on a desk that people use."""
CLIENTS = 200
EVENTS = 100
SPACING = 0.05
TOPIC = "list:bench"


@dataclass
class Seen:
    """When each client saw each event, by the event's number."""

    at: dict[int, list[float]] = field(default_factory=dict)
    ready: int = 0


def run(clients: int = CLIENTS, events: int = EVENTS) -> dict[str, Any]:
    """One line: the 99th percentile of commit-to-seen in seconds, and the bare notification's median."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from django.db import connection

    keys = _sign_in_many(clients)
    connection.close()
    server, port = _serve()
    try:
        samples = asyncio.run(_measure(keys, port, events))
        floor = asyncio.run(_floor(20))
    finally:
        server.terminate()
        server.wait(20)
        _sign_out_all()
    samples.sort()
    p99 = samples[int(len(samples) * 0.99) - 1]
    return {
        "name": "live",
        "work": f"{clients} SSE clients, {events} events, {len(samples)} deliveries, p99 of commit to seen",
        "seconds": round(p99, 4),
        "floor_seconds": round(floor, 5),
        "ratio": round(p99 / floor, 2),
        "p50_seconds": round(samples[len(samples) // 2], 4),
        "max_seconds": round(samples[-1], 4),
        "lost": clients * events - len(samples),
    }


async def _measure(keys: list[str], port: int, events: int) -> list[float]:
    seen = Seen()
    readers = [asyncio.create_task(_client(key, port, seen)) for key in keys]
    until = time.monotonic() + 60
    while seen.ready < len(keys):
        if time.monotonic() > until:
            raise RuntimeError(f"only {seen.ready} of {len(keys)} streams opened")
        await asyncio.sleep(0.05)
    await asyncio.sleep(1.0)
    sent = await asyncio.to_thread(_publish, events)
    await asyncio.sleep(2.0)
    for reader in readers:
        reader.cancel()
    return [at - sent[number] for number, ats in seen.at.items() for at in ats]


def _publish(events: int) -> dict[int, float]:
    """Commit one event at a time; the clock starts before the commit is sent."""
    from django.db import connection, transaction

    from anjie.foundation import live

    sent = {}
    for number in range(events):
        with transaction.atomic():
            live.publish(TOPIC, number=number)
            sent[number] = time.perf_counter()
        time.sleep(SPACING)
    connection.close()
    return sent


async def _client(key: str, port: int, seen: Seen) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(
        f"GET /api/live HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {key}\r\n"
        "Accept: text/event-stream\r\n\r\n".encode()
    )
    await writer.drain()
    status = await reader.readline()
    if b" 200 " not in status:
        raise RuntimeError(f"the stream answered {status!r}")
    try:
        while line := await reader.readline():
            if line.startswith(b"event: hello"):
                seen.ready += 1
            elif line.startswith(b"data: ") and b'"list:bench"' in line:
                at = time.perf_counter()
                seen.at.setdefault(json.loads(line[6:])["number"], []).append(at)
    finally:
        writer.close()


async def _floor(times: int) -> float:
    import psycopg

    from config.live import _parameters

    gaps = []
    async with (
        await psycopg.AsyncConnection.connect(**_parameters(), autocommit=True) as hears,
        await psycopg.AsyncConnection.connect(**_parameters(), autocommit=True) as tells,
    ):
        await hears.execute("LISTEN anjie_bench")
        for _ in range(times):
            began = time.perf_counter()
            await tells.execute("SELECT pg_notify('anjie_bench', 'x')")
            async for _told in hears.notifies(timeout=5, stop_after=1):
                gaps.append(time.perf_counter() - began)
    return sorted(gaps)[len(gaps) // 2]


def _serve() -> tuple[subprocess.Popen[bytes], int]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        supervise.web("127.0.0.1", port, os.environ).argv,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
    )
    until = time.monotonic() + 60
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                time.sleep(1.0)
                return server, port
        time.sleep(0.1)
    server.kill()
    raise RuntimeError("the web server did not start")


def _sign_in_many(count: int) -> list[str]:
    """So many accounts with a live session each; they are taken away again afterwards."""
    from anjie.access.models import Account, LiveSession, Membership, Organisation, Role
    from anjie.access.standing import hash_of
    from anjie.foundation import clock

    _sign_out_all()
    now = clock.now()
    role, _ = Role.objects.get_or_create(code="bench", defaults={"name": "压测", "deeds": []})
    unit, _ = Organisation.objects.get_or_create(
        code="BENCH", defaults={"kind": "team", "name": "压测组", "path": "/0/"}
    )
    accounts = Account.objects.bulk_create(
        Account(username=f"bench-{number}", name="压测", password="!", password_changed_at=now)
        for number in range(count)
    )
    members = Membership.objects.bulk_create(
        Membership(account=account, role=role, unit=unit) for account in accounts
    )
    keys = [secrets.token_urlsafe(24) for _ in accounts]
    LiveSession.objects.bulk_create(
        LiveSession(account=a, membership=m, key_hash=hash_of(key), started_at=now, seen_at=now)
        for a, m, key in zip(accounts, members, keys, strict=True)
    )
    return keys


def _sign_out_all() -> None:
    from anjie.access.models import Account, Organisation, Role

    Account.objects.filter(username__startswith="bench-").delete()
    Role.objects.filter(code="bench").delete()
    Organisation.objects.filter(code="BENCH").delete()


if __name__ == "__main__":
    print(json.dumps(run(), ensure_ascii=False))
