"""What a database holds, in figures that two databases have in common only when their rows are the same."""

from __future__ import annotations

from typing import Any

import psycopg
from psycopg import sql


def tables(connection: psycopg.Connection) -> list[str]:
    """Every table of ours, by name."""
    found = connection.execute(
        "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"
    )
    return [name for (name,) in found]


def holdings(connection: psycopg.Connection) -> dict[str, dict[str, Any]]:
    """Of each table the number of rows and a sum of their hashes, in whatever order they lie."""
    found = {}
    for name in tables(connection):
        row = connection.execute(
            sql.SQL(
                "SELECT count(*), coalesce(sum(('x' || left(md5(t::text), 16))::bit(64)::bigint::numeric), 0)"
                " FROM {} t"
            ).format(sql.Identifier(name))
        ).fetchone()
        assert row is not None
        found[name] = {"rows": row[0], "hash": str(row[1])}
    return found


def migrations(connection: psycopg.Connection) -> list[str]:
    """The migrations that made this database what it is."""
    return [
        f"{app}.{name}"
        for app, name in connection.execute("SELECT app, name FROM django_migrations ORDER BY id")
    ]


def differing(before: dict[str, dict[str, Any]], after: dict[str, dict[str, Any]]) -> list[str]:
    """The tables in which two databases differ."""
    return sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))
