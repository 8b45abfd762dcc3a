"""The trail of deeds outside any case, chained per actor, written in the caller's transaction."""

from __future__ import annotations

import json
from typing import Any

from django.db import connection, transaction

from anjie.access.actors import Actor
from anjie.foundation import clock

LINKED = """jsonb_build_array(%(key)s, %(seq)s, to_char(%(at)s AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
    %(actor)s, %(actor_name)s, %(verb)s, %(facts)s)::text"""
LINK = f"sha256(%(prev)s || convert_to({LINKED}, 'UTF8'))"
"""The hash of one link, for this trail and for every case's timeline; writers and verifier share it."""


def link_sql(**columns: str) -> str:
    """:data:`LINK` with SQL expressions for prev, key, seq, at, actor, actor_name, verb and facts."""
    return LINK % columns


def linked_sql(**columns: str) -> str:
    """The text that such a hash is of, less the hash before it."""
    return LINKED % columns


_APPEND = f"""
WITH locked AS MATERIALIZED (
    SELECT actor, seq + 1 AS seq, hash AS prev FROM access_trailhead WHERE actor = %(actor)s FOR UPDATE),
made AS (
    INSERT INTO access_trailentry (actor, actor_name, seq, at, verb, facts, prev, hash)
    SELECT actor, %(actor_name)s, seq, %(at)s, %(verb)s, %(facts)s::jsonb, prev,
        {
    link_sql(
        prev="prev",
        key="actor",
        seq="seq",
        at="%(at)s::timestamptz",
        actor="actor",
        actor_name="%(actor_name)s::text",
        verb="%(verb)s::text",
        facts="%(facts)s::jsonb",
    )
}
    FROM locked RETURNING actor, seq, hash)
UPDATE access_trailhead h SET seq = made.seq, hash = made.hash FROM made WHERE h.actor = made.actor
"""

_BEGIN = "INSERT INTO access_trailhead (actor, seq, hash) VALUES (%s, 0, '') ON CONFLICT DO NOTHING"


def record(actor: Actor, verb: str, **facts: Any) -> None:
    """Append one entry to the actor's own chain; facts carry ids and counts, never sealed values."""
    values: dict[str, Any] = {
        "actor": actor.key,
        "actor_name": actor.name,
        "at": clock.now(),
        "verb": verb,
        "facts": json.dumps(facts, ensure_ascii=False, default=str),
    }
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_BEGIN, [actor.key])
        cursor.execute(_APPEND, values)


def hold(actor: Actor) -> None:
    """Keep the actor's chain to this transaction, so that what it says so far can be counted.

    Taken before a case's timeline, never after it, or two requests of one person wait for each other.
    """
    with connection.cursor() as cursor:
        cursor.execute(_BEGIN, [actor.key])
        cursor.execute("SELECT 1 FROM access_trailhead WHERE actor = %s FOR UPDATE", [actor.key])
