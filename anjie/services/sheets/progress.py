"""How far an import or export is, told while its transaction is still open."""

from __future__ import annotations

import time
from types import TracebackType
from typing import Self

import psycopg
from django.db import connection

from anjie.foundation import live

EVERY_SECONDS = 0.3


class Progress:
    """Tells browsers over a connection of its own: what the transaction writes is not seen before it ends."""

    def __init__(self, topic: str, total: int = 0, state: str = "") -> None:
        self.topic, self.total, self.state = topic, total, state
        self._told = 0.0
        self._side: psycopg.Connection | None = None

    def __enter__(self) -> Self:
        facts = connection.get_connection_params()
        for ours in ("cursor_factory", "context", "pool"):
            facts.pop(ours, None)
        self._side = psycopg.connect(**facts, autocommit=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        if self._side is not None:
            self._side.close()

    def __call__(self, done: int) -> None:
        """Say that ``done`` rows are through; most calls are too soon after the last and cost nothing."""
        now = time.monotonic()
        if now - self._told < EVERY_SECONDS or self._side is None:
            return
        self._told = now
        payload = live.message(self.topic, event="job", state=self.state, done=done, total=self.total)
        self._side.execute("SELECT pg_notify(%s, %s)", (live.CHANNEL, payload))
