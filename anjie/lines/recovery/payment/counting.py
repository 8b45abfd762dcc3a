"""The set-wise statements behind counting and reversing repayments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection

from anjie.access.actors import Actor
from anjie.foundation import clock
from anjie.lines.recovery.payment.rules import Known, Placed

_KNOWN = """
SELECT r.id, r.case_id, c.no, r.paid_on, r.amount, r.reference, r.fingerprint
FROM recovery_repayment r JOIN desk_case c ON c.id = r.case_id
WHERE r.reversed_at IS NULL AND r.client_id = %(client)s AND r.fingerprint = ANY(%(marks)s)
UNION
SELECT r.id, r.case_id, c.no, r.paid_on, r.amount, r.reference, r.fingerprint
FROM (SELECT DISTINCT * FROM unnest(%(cases)s::bigint[], %(days)s::date[], %(amounts)s::numeric[])
        AS x(case_id, paid_on, amount)) x
JOIN recovery_repayment r ON r.case_id = x.case_id AND r.paid_on = x.paid_on AND r.amount = x.amount
JOIN desk_case c ON c.id = r.case_id
WHERE r.reversed_at IS NULL
ORDER BY 1
"""

# The holder is whoever held the case last on the day of payment: commission follows him, not today's holder.
_INSERT = """
INSERT INTO recovery_repayment (case_id, client_id, batch_id, holder_id, holder_unit_id, amount, paid_on,
    reference, fingerprint, commission_rate, source, import_id, note, entered_by_id, entered_at, reversal_reason)
SELECT c.id, c.organisation_id, c.batch_id, h.membership_id, COALESCE(m.unit_id, c.unit_id), x.amount, x.paid_on,
    x.reference, x.mark, COALESCE(p.commission_rate, b.fee_rate), %(source)s, %(import)s, x.note, %(by)s, %(at)s, ''
FROM unnest(%(cases)s::bigint[], %(amounts)s::numeric[], %(days)s::date[], %(references)s::text[],
        %(marks)s::text[], %(notes)s::text[]) WITH ORDINALITY
    AS x(case_id, amount, paid_on, reference, mark, note, place)
JOIN desk_case c ON c.id = x.case_id
JOIN recovery_placement p ON p.case_id = c.id
LEFT JOIN desk_batch b ON b.id = c.batch_id
LEFT JOIN LATERAL (
    SELECT h.membership_id FROM desk_holding h
    WHERE h.case_id = c.id AND h.role = 'holder'
        AND h.from_at < (x.paid_on + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
        AND (h.to_at IS NULL OR h.to_at > x.paid_on::timestamp AT TIME ZONE 'Asia/Shanghai')
    ORDER BY h.from_at DESC, h.id DESC LIMIT 1) h ON true
LEFT JOIN access_membership m ON m.id = h.membership_id
ORDER BY x.place
ON CONFLICT (client_id, fingerprint) WHERE reversed_at IS NULL DO NOTHING
RETURNING id, case_id, paid_on, amount, fingerprint
"""

_REVERSED_BEFORE = """
SELECT DISTINCT r.case_id, r.paid_on, r.amount
FROM unnest(%(cases)s::bigint[], %(days)s::date[], %(amounts)s::numeric[]) AS x(case_id, paid_on, amount)
JOIN recovery_repayment r ON r.case_id = x.case_id AND r.paid_on = x.paid_on AND r.amount = x.amount
WHERE r.reversed_at IS NOT NULL
"""


def read_known(client_id: int, rows: Sequence[Placed]) -> list[Known]:
    """What is counted already and could be one of these rows: by reference, or by case, day and amount."""
    with connection.cursor() as cursor:
        marks = [f"ref:{row.reference}" for row in rows if row.reference]
        cursor.execute(_KNOWN, {"client": client_id, "marks": marks, **_columns(rows)})
        return [Known(*row[1:]) for row in cursor.fetchall()]


def read_reversed(rows: Sequence[Placed]) -> set[tuple[int, date, Decimal]]:
    """The case, day and amount of those rows that were counted once and reversed."""
    with connection.cursor() as cursor:
        cursor.execute(_REVERSED_BEFORE, _columns(rows))
        return set(cursor.fetchall())


def insert(
    actor: Actor,
    rows: Sequence[Placed],
    marks: Mapping[int, str],
    notes: Mapping[int, str],
    *,
    source: str,
    import_id: int | None,
) -> list[tuple[int, int, date, Decimal, str]]:
    """Write the repayments; a fingerprint that somebody else counted meanwhile is left out of the answer."""
    if not rows:
        return []
    values: dict[str, Any] = {
        **_columns(rows),
        "references": [row.reference for row in rows],
        "marks": [marks[row.row] for row in rows],
        "notes": [notes.get(row.row, "")[:200] for row in rows],
        "source": source,
        "import": import_id,
        "by": actor.membership_id,
        "at": clock.now(),
    }
    with connection.cursor() as cursor:
        cursor.execute(_INSERT, values)
        return sorted(cursor.fetchall())


def _columns(rows: Sequence[Placed]) -> dict[str, Any]:
    return {
        "cases": [row.case_id for row in rows],
        "days": [row.paid_on for row in rows],
        "amounts": [row.amount for row in rows],
    }
