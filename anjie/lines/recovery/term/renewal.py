"""Links a placement that a client re-imported under a new batch to the one it continues."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connection

from anjie.access.actors import Actor
from anjie.desk.public import id_array, record_each

MANY = 1_000

# The same account of the same client, placed earlier, and either gone back or kept for another term.
_LINK = """
WITH new AS MATERIALIZED (
    SELECT p.case_id, p.client_id, p.serial_no, p.contract_no, p.placed_on FROM recovery_placement p
    WHERE p.case_id IN (SELECT unnest(%(cases)s::bigint[])) AND p.previous_id IS NULL),
pairs AS (
    SELECT new.case_id, new.placed_on, p.case_id AS old_id FROM new JOIN recovery_placement p
        ON p.client_id = new.client_id AND p.serial_no = new.serial_no AND p.case_id <> new.case_id
    WHERE new.serial_no <> ''
    UNION
    SELECT new.case_id, new.placed_on, p.case_id FROM new JOIN recovery_placement p
        ON p.client_id = new.client_id AND p.contract_no = new.contract_no AND p.case_id <> new.case_id
    WHERE new.contract_no <> ''),
best AS (
    SELECT DISTINCT ON (pairs.case_id) pairs.case_id, pairs.old_id, c.no AS old_no,
        c.state <> 'returned' AS still_open
    FROM pairs JOIN recovery_placement p ON p.case_id = pairs.old_id JOIN desk_case c ON c.id = pairs.old_id
    WHERE p.placed_on <= pairs.placed_on AND (c.state = 'returned' OR p.retained_times > 0)
        AND NOT EXISTS (SELECT FROM new WHERE new.case_id = pairs.old_id)
    ORDER BY pairs.case_id, p.placed_on DESC, pairs.old_id DESC)
UPDATE recovery_placement p SET previous_id = best.old_id
FROM best JOIN desk_case c ON c.id = best.case_id WHERE p.case_id = best.case_id
RETURNING p.case_id, c.no, best.old_id, best.old_no, best.still_open
"""


@dataclass(frozen=True)
class Renewal:
    """A new placement and the one before it; ``still_open`` when the old one was kept and not yet returned."""

    case_id: int
    no: str
    old_id: int
    old_no: str
    still_open: bool


def link_previous(actor: Actor, case_ids: Iterable[int]) -> list[Renewal]:
    """Link each new placement to the latest earlier one of its account, by serial or contract number.

    Called by the import in its transaction; both timelines say so. Old ones that are still open are for
    the clerk to return.
    """
    cases = list(case_ids)
    with connection.cursor() as cursor:
        if len(cases) > MANY:
            # Of a table just loaded the planner knows nothing, and walks one index once for every new row.
            cursor.execute("SET LOCAL enable_nestloop = off")
        cursor.execute(_LINK, {"cases": id_array(cases)})
        found = [Renewal(*row) for row in sorted(cursor.fetchall())]
        cursor.execute("SET LOCAL enable_nestloop = on")
    record_each(
        actor,
        "term.continues",
        {one.case_id: {"previous": one.old_id, "previous_no": one.old_no} for one in found},
    )
    olds: dict[int, dict[str, Any]] = {one.old_id: {"next": one.case_id, "next_no": one.no} for one in found}
    record_each(actor, "term.continued", olds)
    return found
