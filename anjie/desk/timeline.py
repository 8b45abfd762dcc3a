"""Writes the timeline: one chained event per case, singly or set-wise, inside the caller's transaction."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import connection

from anjie.access.actors import Actor
from anjie.access.trail import link_sql
from anjie.desk.models import TimelineHead
from anjie.foundation import clock

_CHAIN = f"""
WITH src AS MATERIALIZED ({{source}}),
locked AS MATERIALIZED (
    SELECT h.case_id, h.seq + 1 AS seq, h.hash AS prev, src.facts
    FROM desk_timelinehead h JOIN src ON src.case_id = h.case_id
    ORDER BY h.case_id FOR UPDATE OF h),
made AS (
    INSERT INTO desk_event (case_id, seq, at, actor, actor_name, verb, facts, prev, hash)
    SELECT case_id, seq, %(at)s, %(actor)s, %(actor_name)s, %(verb)s, facts, prev,
        {
    link_sql(
        prev="prev",
        key="case_id",
        seq="seq",
        at="%(at)s::timestamptz",
        actor="%(actor)s::text",
        actor_name="%(actor_name)s::text",
        verb="%(verb)s::text",
        facts="facts",
    )
}
    FROM locked RETURNING case_id, seq, hash)
UPDATE desk_timelinehead h SET seq = made.seq, hash = made.hash FROM made WHERE h.case_id = made.case_id
"""

# The case is new: there is no head to wait for, and nothing before the first link.
_BEGIN = f"""
WITH src AS MATERIALIZED ({{source}}),
made AS (
    INSERT INTO desk_event (case_id, seq, at, actor, actor_name, verb, facts, prev, hash)
    SELECT case_id, 1, %(at)s, %(actor)s, %(actor_name)s, %(verb)s, facts, ''::bytea,
        {
    link_sql(
        prev="''::bytea",
        key="case_id",
        seq="1",
        at="%(at)s::timestamptz",
        actor="%(actor)s::text",
        actor_name="%(actor_name)s::text",
        verb="%(verb)s::text",
        facts="facts",
    )
}
    FROM src RETURNING case_id, seq, hash)
INSERT INTO desk_timelinehead (case_id, seq, hash) SELECT case_id, seq, hash FROM made
"""


def record(actor: Actor, case_id: int, verb: str, *, at: datetime | None = None, **facts: Any) -> None:
    """Append one event to the case's timeline."""
    record_each(actor, verb, {case_id: facts}, at=at)


def record_each(
    actor: Actor, verb: str, facts_by_case: Mapping[int, Mapping[str, Any]], *, at: datetime | None = None
) -> int:
    """Append one event to each case, with its own facts; returns how many were written."""
    source = """
        SELECT case_id, facts FROM unnest(%(cases)s::bigint[], %(facts)s::text[]::jsonb[]) AS s(case_id, facts)"""
    cases = list(facts_by_case)
    texts = [json.dumps(facts_by_case[case], ensure_ascii=False, default=str) for case in cases]
    return _chain(actor, verb, source, {"cases": cases, "facts": texts}, at)


def record_all(
    actor: Actor, verb: str, case_ids: Iterable[int], *, at: datetime | None = None, **facts: Any
) -> int:
    """Append one event with the same facts to every case; returns how many were written."""
    source = "SELECT unnest(%(cases)s::bigint[]) AS case_id, %(facts)s::jsonb AS facts"
    params = {"cases": list(case_ids), "facts": json.dumps(facts, ensure_ascii=False, default=str)}
    return _chain(actor, verb, source, params, at)


def record_from(
    actor: Actor, verb: str, source: str, params: Mapping[str, Any], *, at: datetime | None = None
) -> int:
    """Append an event for each row of ``source``, SQL that yields ``case_id`` and ``facts`` (jsonb)."""
    return _chain(actor, verb, source, params, at)


def begin_from(
    actor: Actor, verb: str, source: str, params: Mapping[str, Any], *, at: datetime | None = None
) -> int:
    """Begin the timelines of new cases: their first event for each row of ``source``, as ``record_from``."""
    return _run(actor, verb, _BEGIN.format(source=source), params, at)


def last_seq(case_id: int) -> int:
    """How many events the case's timeline holds: names what happens next once and for all."""
    return TimelineHead.objects.filter(pk=case_id).values_list("seq", flat=True).first() or 0


def _chain(actor: Actor, verb: str, source: str, params: Mapping[str, Any], at: datetime | None) -> int:
    return _run(actor, verb, _CHAIN.format(source=source), params, at)


def _run(actor: Actor, verb: str, sql: str, params: Mapping[str, Any], at: datetime | None) -> int:
    values = {
        **params,
        "at": at or clock.now(),
        "actor": actor.key,
        "actor_name": actor.name,
        "verb": verb,
    }
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.rowcount
