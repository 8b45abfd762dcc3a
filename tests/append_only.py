"""Lifts the append-only triggers as the owner of the tables can; the role the product uses is no superuser."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

TABLES = """
SELECT DISTINCT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
JOIN pg_proc p ON p.oid = t.tgfoid WHERE p.proname = 'anjie_append_only' ORDER BY 1
"""


def switching(cursor: Any, how: str) -> list[str]:
    """The statements that ``DISABLE`` or ``ENABLE`` the triggers of every append-only table."""
    cursor.execute(TABLES)
    return [f'ALTER TABLE "{table}" {how} TRIGGER USER' for (table,) in cursor.fetchall()]


@contextmanager
def lifted(cursor: Any) -> Iterator[None]:
    """Without the triggers until the block ends."""
    for statement in switching(cursor, "DISABLE"):
        cursor.execute(statement)
    yield
    for statement in switching(cursor, "ENABLE"):
        cursor.execute(statement)
