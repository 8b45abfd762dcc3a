"""GET /api/live: what happened, as it commits, to every signed-in browser that may know of it (server-sent events).

One connection per process listens to PostgreSQL; what it hears is handed to the clients of that process. A
client hears its own membership, and of other topics only those it may see. Events are hints with ids:
the page reads the rest through its own reach, and reads again on ``resync`` (the listener was away, or the
client too slow).
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from typing import Any
from weakref import WeakKeyDictionary

import psycopg
import structlog
from asgiref.sync import sync_to_async
from django.db import DatabaseError, connection, connections
from django.http import HttpRequest, JsonResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

from anjie.access import standing
from anjie.access.actors import Actor
from anjie.access.http import bearer_of
from anjie.foundation.live import CHANNEL
from config import metrics
from config.live_topics import may_hear

log = structlog.get_logger("anjie.live")

HEARTBEAT_SECONDS = 20.0
SESSIONS_SECONDS = 10.0
"""How often ended sessions are looked for; those who are displaced by a sign-in are told at once."""
QUEUE = 256
JOBS = frozenset({"import", "export", "job", "plan"})
"""Topics whose facts are a job's state: the page hears them all as ``job``."""


@dataclass(eq=False)
class Listener:
    """One browser: who it is, and what it has not been sent yet."""

    key_hash: str
    actor: Actor
    queue: asyncio.Queue[bytes | None] = field(default_factory=lambda: asyncio.Queue(QUEUE))
    ended: bool = False

    def give(self, block: bytes) -> None:
        """Queue an event; a client that does not keep up is told to read everything again."""
        if self.ended:
            return
        try:
            self.queue.put_nowait(block)
        except asyncio.QueueFull:
            self._forget()
            self.queue.put_nowait(block_of("resync", {"why": "slow"}))

    def end(self, last: bytes) -> None:
        """Queue the last event and the end of the stream: whatever still waits gives way, nothing follows."""
        if self.ended:
            return
        self.ended = True
        self._forget()
        self.queue.put_nowait(last)
        self.queue.put_nowait(None)

    def _forget(self) -> None:
        while not self.queue.empty():
            self.queue.get_nowait()


class Hub:
    """The listeners of one process and the one connection that hears PostgreSQL for them."""

    def __init__(self) -> None:
        self.listeners: set[Listener] = set()
        self._tasks: list[asyncio.Task[None]] = []

    def join(self, listener: Listener) -> None:
        """Begin to hand this listener what happens."""
        self.listeners.add(listener)
        metrics.LIVE.set(len(self.listeners))
        if not self._tasks:
            works = (self._listen(), self._watch_sessions(), self._beat())
            self._tasks = [asyncio.create_task(work) for work in works]

    def leave(self, listener: Listener) -> None:
        """Stop; the last one to leave ends the connection."""
        self.listeners.discard(listener)
        metrics.LIVE.set(len(self.listeners))
        if not self.listeners:
            for task in self._tasks:
                task.cancel()
            self._tasks = []

    async def _listen(self) -> None:
        """Hear PostgreSQL for ever: when it goes away, come back and let every page read again."""
        wait, was_away = 0.2, False
        while True:
            try:
                async with await psycopg.AsyncConnection.connect(**_parameters(), autocommit=True) as heard:
                    await heard.execute(f"LISTEN {CHANNEL}")
                    wait = 0.2
                    if was_away:
                        self._all(block_of("resync", {"why": "away"}))
                    was_away = True
                    async for notify in heard.notifies():
                        await self._hand_on(notify.payload)
            except (psycopg.Error, OSError) as error:
                log.warning("live.listener_away", kind=type(error).__name__)
                was_away = True
            await asyncio.sleep(wait)
            wait = min(wait * 2, 5.0)

    async def _hand_on(self, payload: str) -> None:
        try:
            told = json.loads(payload)
            topic, event, facts = told["topic"], told["event"], told["facts"]
        except (ValueError, KeyError, TypeError):
            return
        if not self.listeners:
            return
        head, _, tail = topic.partition(":")
        try:
            hears = await may_hear(head, tail)
        except DatabaseError as error:
            log.warning("live.reach_unknown", kind=type(error).__name__)
            return
        facts = {"topic": topic, **({"id": int(tail)} if tail.isdigit() else {}), **facts}
        if event == "session_changed":
            await self._look_at_sessions()
            return
        block = block_of(event or ("job" if head in JOBS else head), facts)
        for listener in [one for one in self.listeners if hears(one.actor)]:
            listener.give(block)

    def _all(self, block: bytes) -> None:
        for listener in list(self.listeners):
            listener.give(block)

    async def _beat(self) -> None:
        """Keep proxies from closing quiet streams, and notice browsers that went away."""
        while True:
            await asyncio.sleep(HEARTBEAT_SECONDS)
            self._all(b": heartbeat\n\n")

    async def _watch_sessions(self) -> None:
        while True:
            await asyncio.sleep(SESSIONS_SECONDS)
            with contextlib.suppress(DatabaseError):
                await self._look_at_sessions()

    async def _look_at_sessions(self) -> None:
        """Tell those whose session ended why and let them go; follow those whose rights changed."""
        by_hash: dict[str, list[Listener]] = {}
        for listener in self.listeners:
            by_hash.setdefault(listener.key_hash, []).append(listener)
        if not by_hash:
            return
        states = await sync_to_async(_states, thread_sensitive=False)(list(by_hash))
        for key_hash, state in states.items():
            for listener in by_hash[key_hash]:
                if isinstance(state, standing.Ended):
                    facts = {"ended": True, "why": state.why, "message": state.message}
                    listener.end(block_of("session", facts))
                elif replace(state, address=listener.actor.address) != listener.actor:
                    listener.actor = state
                    listener.give(block_of("resync", {"why": "rights"}))


_HUBS: WeakKeyDictionary[asyncio.AbstractEventLoop, Hub] = WeakKeyDictionary()


def hub() -> Hub:
    """The hub of this process's event loop."""
    return _HUBS.setdefault(asyncio.get_running_loop(), Hub())


async def live(request: HttpRequest) -> HttpResponseBase:
    """The stream of a signed-in browser; 401 with the reason when nobody is signed in."""
    if request.method != "GET":
        return JsonResponse({"code": "request.bad", "message": "请求方式不正确。", "facts": {}}, status=405)
    key = bearer_of(request) or request.session.session_key
    found = await sync_to_async(_who)(key, request.META.get("REMOTE_ADDR", "") or "")
    if isinstance(found, standing.Ended):
        body = {"code": f"access.{found.why}", "message": found.message, "facts": {"why": found.why}}
        return JsonResponse(body, status=401, json_dumps_params={"ensure_ascii": False})
    missed = bool(request.headers.get("Last-Event-ID"))
    response = StreamingHttpResponse(
        _stream(Listener(standing.hash_of(str(key)), found), missed), content_type="text/event-stream"
    )
    response["Cache-Control"] = "no-store"
    response["X-Accel-Buffering"] = "no"
    return response


async def _stream(listener: Listener, missed: bool) -> AsyncIterator[bytes]:
    here = hub()
    here.join(listener)
    try:
        yield b"retry: 3000\n\n" + block_of("hello", {"membership": listener.actor.membership_id})
        if missed:
            # Nothing is kept for those who were away: the page reads again what it shows.
            yield block_of("resync", {"why": "reconnected"})
        while True:
            block = await listener.queue.get()
            if block is None:
                return
            yield block
    finally:
        here.leave(listener)


def block_of(event: str, facts: dict[str, Any]) -> bytes:
    """One server-sent event."""
    data = json.dumps(facts, ensure_ascii=False, separators=(",", ":"), default=str)
    return f"id: {time.time_ns() // 1_000_000}\nevent: {event}\ndata: {data}\n\n".encode()


def _who(key: str | None, address: str) -> Actor | standing.Ended:
    try:
        found = standing.actor_of(key, address=address)
        if isinstance(found, Actor):
            _ = found.unit_ids  # read once here, so that judging an event needs no database
        return found
    finally:
        # The stream lives for hours and must not keep a connection of the pool.
        connections.close_all()


def _states(key_hashes: list[str]) -> dict[str, Actor | standing.Ended]:
    try:
        states = standing.states_of(key_hashes)
        for state in states.values():
            if isinstance(state, Actor):
                _ = state.unit_ids
        return states
    finally:
        connections.close_all()


def _parameters() -> dict[str, Any]:
    """How Django connects, without what belongs to its pool."""
    given = connection.get_connection_params()
    for name in ("pool", "cursor_factory", "context", "prepare_threshold"):
        given.pop(name, None)
    return given
