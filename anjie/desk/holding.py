"""Who holds which case: set-wise, with the holdings' history and an event on every case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection

from anjie.access.actors import Actor
from anjie.desk import timeline
from anjie.foundation import clock

_UPDATE = """
UPDATE desk_case c SET holder_id = x.holder_id, unit_id = COALESCE(m.unit_id, c.unit_id),
    assigned_at = CASE WHEN x.holder_id IS NULL THEN NULL ELSE %(at)s::timestamptz END,
    clerk_id = COALESCE(c.clerk_id, %(clerk)s::bigint)
FROM unnest(%(cases)s::bigint[], %(holders)s::bigint[]) AS x(case_id, holder_id)
LEFT JOIN access_membership m ON m.id = x.holder_id
WHERE c.id = x.case_id
"""
_CLOSE = """
UPDATE desk_holding h SET to_at = %(at)s
FROM unnest(%(cases)s::bigint[]) AS x(case_id)
WHERE h.case_id = x.case_id AND h.to_at IS NULL AND h.role = ANY(%(roles)s)
"""
_OPEN = """
INSERT INTO desk_holding (case_id, membership_id, role, from_at, why)
SELECT x.case_id, x.holder_id, 'holder', %(at)s, %(why)s
FROM unnest(%(cases)s::bigint[], %(holders)s::bigint[]) AS x(case_id, holder_id)
WHERE x.holder_id IS NOT NULL
"""
_EVENTS = """
SELECT x.case_id, jsonb_strip_nulls(jsonb_build_object('from', x.from_id, 'from_name', f.name,
    'to', x.to_id, 'to_name', t.name, 'why', %(why)s::text)) AS facts
FROM unnest(%(cases)s::bigint[], %(before)s::bigint[], %(holders)s::bigint[]) AS x(case_id, from_id, to_id)
LEFT JOIN (SELECT m.id, a.name FROM access_membership m JOIN access_account a ON a.id = m.account_id) f
    ON f.id = x.from_id
LEFT JOIN (SELECT m.id, a.name FROM access_membership m JOIN access_account a ON a.id = m.account_id) t
    ON t.id = x.to_id
"""


def assign_cases(
    actor: Actor,
    case_ids: Sequence[int],
    holder_ids: Sequence[int | None],
    *,
    before: Sequence[int | None],
    why: str,
) -> int:
    """Give each case its new holder (``None``: unassigned); returns how many were given.

    ``before`` is who held it. The caller has locked the cases in id order and judged them. The unit
    follows the holder and stays when the case is taken back; the clerk stays, and where there is none
    yet the person who assigns becomes it.
    """
    if not case_ids:
        return 0
    values: dict[str, Any] = {
        "cases": list(case_ids),
        "holders": list(holder_ids),
        "before": list(before),
        "clerk": actor.membership_id,
        "at": clock.now(),
        "why": why,
        "roles": ["holder"],
    }
    with connection.cursor() as cursor:
        cursor.execute(_UPDATE, values)
        given = cursor.rowcount
        if any(holder is not None for holder in before):
            cursor.execute(_CLOSE, values)
        cursor.execute(_OPEN, values)
    timeline.record_from(actor, "assignment.assigned", _EVENTS, values)
    return given


def held_by(
    membership_ids: Iterable[int], *, line: str, states: Sequence[str]
) -> dict[int, tuple[int, Decimal]]:
    """How many cases of a line in these states each holds, and their amount, whoever asks; none: left out."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT holder_id, count(*), sum(amount) FROM desk_case"
            " WHERE holder_id = ANY(%s) AND line = %s AND state = ANY(%s) GROUP BY holder_id",
            [list(membership_ids), line, list(states)],
        )
        return {holder: (count, amount) for holder, count, amount in cursor.fetchall()}


def end_holdings(actor: Actor, case_ids: Iterable[int], *, why: str) -> None:
    """Nobody holds these cases from now on: every open holding ends, helpers' too.

    Called while the move that ends the work is written; that move's event tells it.
    """
    values: dict[str, Any] = {
        "cases": list(case_ids),
        "at": clock.now(),
        "roles": ["holder", "helper", "mediator"],
    }
    with connection.cursor() as cursor:
        cursor.execute(_CLOSE, values)
        cursor.execute(
            "UPDATE desk_case SET holder_id = NULL WHERE id = ANY(%(cases)s) AND holder_id IS NOT NULL",
            values,
        )


def set_terms(actor: Actor, term_by_case: Mapping[int, date]) -> None:
    """Write each case's new term day; the move or import that changed it writes the event."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE desk_case c SET term_on = x.term_on"
            " FROM unnest(%(cases)s::bigint[], %(terms)s::date[]) AS x(case_id, term_on)"
            " WHERE c.id = x.case_id",
            {"cases": list(term_by_case), "terms": list(term_by_case.values())},
        )
