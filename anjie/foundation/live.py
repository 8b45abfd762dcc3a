"""Tells the browsers that something happened: a PostgreSQL notification inside the caller's transaction.

It is delivered when the transaction commits and never when it rolls back. What it carries is a hint
(ids, states, counts): the page reads the rest through its own reach, so no personal data belongs here.
"""

from __future__ import annotations

import json
from typing import Any

from django.db import connection

CHANNEL = "anjie_live"
LIMIT_BYTES = 7900
"""PostgreSQL takes 8000 bytes; what is longer belongs behind a route, not in a hint."""


def publish(topic: str, *, event: str = "", **facts: Any) -> None:
    """Send ``facts`` to those who may hear ``topic`` (``import:7``, ``membership:12``, ``case:3``, ``list:batches``).

    ``event`` is the name the page listens for; without it the word before the colon, and ``job`` for
    imports and exports (facts then are ``state``, ``done``, ``total``, ``message``).
    """
    payload = message(topic, event=event, **facts)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, payload])


def message(topic: str, *, event: str = "", **facts: Any) -> str:
    """The notification as it travels; ValueError when it is too long to travel."""
    text = json.dumps(
        {"topic": topic, "event": event, "facts": facts},
        ensure_ascii=False,
        separators=(",", ":"),
        default=str,
    )
    size = len(text.encode())
    if size > LIMIT_BYTES:
        raise ValueError(
            f"a live message of {size} bytes on {topic.partition(':')[0]}: send ids, not content"
        )
    return text
