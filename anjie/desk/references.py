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


def _may_lift() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT has_parameter_privilege(%s, 'SET')", [_SETTING])
        return bool(cursor.fetchone()[0])


def _set(value: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, %s, true)", [_SETTING, value])
