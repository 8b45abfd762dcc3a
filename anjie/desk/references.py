"""What new rows point to, proved once for a whole load instead of row by row.

PostgreSQL asks for every foreign key of every row by a query of its own; of a load of 100,000 cases that was
two fifths of the database's work. A load knows what it points to: cases it has just written itself, and a
few distinct rows besides, which are locked and counted here exactly as the constraints would have done.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from django.db import IntegrityError, connection

Pointed = Mapping[str, Iterable[int]]
"""Table (with its key, ``table.column``, where that is not ``id``) → what rows point to."""

_SETTING = "session_replication_role"
_POINTING = """
SELECT c.conrelid::regclass::text, quote_ident(a.attname) FROM pg_constraint c
JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
WHERE c.contype = 'f' AND c.confrelid = %s::regclass ORDER BY 1, 2
"""


@contextmanager
def proved_at_the_end(pointed: Pointed) -> Iterator[None]:
    """Insert inside without a look-up for every foreign key; at the end ``pointed`` is locked and counted.

    Only for inserts, inside a transaction, by a writer that names all its rows point to. Raises IntegrityError
    where something is not there. A database whose owner did not grant the setting checks row by row as ever.
    """
    lifted = _may_lift()
    if lifted:
        _set("replica")
    # After an error the transaction is rolled back, and the setting with it.
    yield
    if lifted:
        _set("origin")
        prove(pointed)


def prove(pointed: Pointed) -> None:
    """Raise IntegrityError unless every row pointed to is there; none can be deleted until we have ended."""
    with connection.cursor() as cursor:
        for place, ids in sorted(pointed.items()):
            table, _, key = place.partition(".")
            wanted = sorted(set(ids))
            if not wanted:
                continue
            key = key or "id"
            cursor.execute(
                f"SELECT count(*) FROM (SELECT FROM {table} WHERE {key} = ANY(%s) ORDER BY {key} FOR KEY SHARE) AS x",
                [wanted],
            )
            (there,) = cursor.fetchone()
            if there != len(wanted):
                raise IntegrityError(f"{len(wanted) - there} rows of {table} are pointed to and not there")


def delete_unpointed(table: str, ids: Iterable[int]) -> int:
    """Delete those of these rows that nothing points to any more; returns how many. Inside a transaction.

    Asked of every table at once, where the database would search each of them for every row, some without an index.
    """
    wanted = sorted(set(ids))
    with connection.cursor() as cursor:
        # Whoever is about to point to one of them has a share of its lock: he is through before we look, or finds it gone.
        cursor.execute(f"SELECT id FROM {table} WHERE id = ANY(%s) ORDER BY id FOR UPDATE", [wanted])
        cursor.execute(_POINTING, [table])
        unless = "".join(
            f" AND NOT EXISTS (SELECT FROM {other} x WHERE x.{column} = p.id)"
            for other, column in cursor.fetchall()
        )
    lifted = _may_lift()
    if lifted:
        _set("replica")
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} p WHERE p.id = ANY(%s){unless}", [wanted])
        deleted = cursor.rowcount
    if lifted:
        _set("origin")
    return deleted


def _may_lift() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT has_parameter_privilege(%s, 'SET')", [_SETTING])
        return bool(cursor.fetchone()[0])


def _set(value: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, %s, true)", [_SETTING, value])
