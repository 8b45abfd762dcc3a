"""Writes the timeline: one chained event per case, singly or set-wise, inside the caller's transaction."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from itertools import repeat
from typing import Any

from django.db import connection

from anjie.access.actors import Actor
from anjie.access.trail import link_sql, linked_sql
from anjie.desk.loading import Block, block, hexes, plains, texts
from anjie.desk.models import TimelineHead
from anjie.desk.sealing import refuse_sealed
from anjie.foundation import clock, live

LIVE_AT_MOST = 20
"""Pages hear of single cases; what is done to more at once is told by its job, or by who does it."""

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
_FIRST = f"""SELECT {
    linked_sql(
        key="%(case)s::bigint",
        seq="1",
        at="%(at)s::timestamptz",
        actor="%(actor)s::text",
        actor_name="%(actor_name)s::text",
        verb="%(verb)s::text",
        facts="%(facts)s::jsonb",
    )
}, %(facts)s::jsonb::text"""


class Beginnings:
    """The first events of new cases, which differ in one fact alone, written out to be loaded with the cases.

    The database says once what a first link looks like, with marks where the case and that fact will stand.
    """

    def __init__(
        self, actor: Actor, verb: str, facts: Mapping[str, Any], differs: str, *, at: datetime
    ) -> None:
        case, mark = 1 << 61 | secrets.randbits(61), secrets.token_hex(16)
        told = json.dumps({**facts, differs: mark}, ensure_ascii=False, default=str)
        with connection.cursor() as cursor:
            cursor.execute(
                _FIRST,
                {
                    "case": case,
                    "at": at,
                    "actor": actor.key,
                    "actor_name": actor.name,
                    "verb": verb,
                    "facts": told,
                },
            )
            link, facts_text = cursor.fetchone()
        self._link = _apart(link, str(case), mark)
        self._facts = _apart(facts_text, mark)
        self._common = (str(at), *texts([actor.key, actor.name, verb]))

    def blocks(self, case_ids: Sequence[int], told: Sequence[str]) -> list[Block]:
        """Events and heads of these cases; ``told`` are plain texts of the differing fact. Asks the database nothing."""
        before, between, after = self._link
        facts = "%s".join(one.replace("%", "%%") for one in self._facts)
        links = [
            sha256(f"{before}{case}{between}{text}{after}".encode()).digest()
            for case, text in zip(case_ids, told, strict=True)
        ]
        cases, hashes = plains(case_ids), hexes(links)
        at, actor, actor_name, verb = self._common
        return [
            block(
                "desk_event",
                {
                    "case_id": cases,
                    "seq": repeat("1"),
                    "at": repeat(at),
                    "actor": repeat(actor),
                    "actor_name": repeat(actor_name),
                    "verb": repeat(verb),
                    "facts": texts([facts % text for text in told]),
                    "prev": repeat("\\\\x"),
                    "hash": hashes,
                },
            ),
            block("desk_timelinehead", {"case_id": cases, "seq": repeat("1"), "hash": hashes}),
        ]


def _apart(text: str, *marks: str) -> list[str]:
    parts = []
    for mark in marks:
        before, _, text = text.partition(mark)
        parts.append(before)
    return [*parts, text]


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
    refuse_sealed(verb, cases)
    texts = [json.dumps(facts_by_case[case], ensure_ascii=False, default=str) for case in cases]
    written = _chain(actor, verb, source, {"cases": cases, "facts": texts}, at)
    _tell(verb, cases)
    return written


def record_all(
    actor: Actor, verb: str, case_ids: Iterable[int], *, at: datetime | None = None, **facts: Any
) -> int:
    """Append one event with the same facts to every case; returns how many were written."""
    source = "SELECT unnest(%(cases)s::bigint[]) AS case_id, %(facts)s::jsonb AS facts"
    cases = list(case_ids)
    refuse_sealed(verb, cases)
    params = {"cases": cases, "facts": json.dumps(facts, ensure_ascii=False, default=str)}
    written = _chain(actor, verb, source, params, at)
    _tell(verb, cases)
    return written


def record_from(
    actor: Actor, verb: str, source: str, params: Mapping[str, Any], *, at: datetime | None = None
) -> int:
    """Append an event for each row of ``source``, SQL that yields ``case_id`` and ``facts`` (jsonb)."""
    return _chain(actor, verb, source, params, at)


def last_seq(case_id: int) -> int:
    """How many events the case's timeline holds: names what happens next once and for all."""
    return TimelineHead.objects.filter(pk=case_id).values_list("seq", flat=True).first() or 0


def _tell(verb: str, case_ids: Sequence[int]) -> None:
    """Whoever has one of these cases on the screen reads it again."""
    if len(case_ids) <= LIVE_AT_MOST:
        for case_id in case_ids:
            live.publish(f"case:{case_id}", verb=verb)


def _chain(actor: Actor, verb: str, source: str, params: Mapping[str, Any], at: datetime | None) -> int:
    values = {
        **params,
        "at": at or clock.now(),
        "actor": actor.key,
        "actor_name": actor.name,
        "verb": verb,
    }
    with connection.cursor() as cursor:
        cursor.execute(_CHAIN.format(source=source), values)
        return cursor.rowcount
