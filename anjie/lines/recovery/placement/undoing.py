"""Takes back the cases an import opened, where nobody has done anything with them since."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.db import connection

from anjie.access.actors import Actor
from anjie.access.sentences import told
from anjie.desk.public import delete_unpointed, find_move, record_all
from anjie.services.sheets.importing.loaders import Kept, portions
from anjie.services.sheets.models import Import

# What may have happened to a case that still counts as untouched.
UNTOUCHED = ("case.opened", "term.continues", "assignment.assigned", "case.coloured", "case.tagged")

_TOUCHED = """
SELECT r.case_id, c.no, (array_agg(e.verb ORDER BY e.seq))[1], count(*)
FROM sheets_importedrow r JOIN desk_case c ON c.id = r.case_id
JOIN desk_event e ON e.case_id = r.case_id AND NOT e.verb = ANY(%(untouched)s)
WHERE r.import_id = %(import)s
GROUP BY 1, 2 ORDER BY 2
"""

_ROWS = "SELECT case_id FROM sheets_importedrow WHERE import_id = %(import)s AND NOT case_id = ANY(%(kept)s) ORDER BY 1"

_DELETE = (
    "DELETE FROM desk_holding WHERE case_id = ANY(%(cases)s)",
    "DELETE FROM desk_contactpoint WHERE case_id = ANY(%(cases)s)",
    "DELETE FROM desk_party WHERE case_id = ANY(%(cases)s)",
    "DELETE FROM desk_casesearch WHERE case_id = ANY(%(cases)s)",
    "UPDATE recovery_placement SET previous_id = NULL WHERE previous_id = ANY(%(cases)s)",
    "DELETE FROM recovery_placement WHERE case_id = ANY(%(cases)s)",
    "DELETE FROM desk_case WHERE id = ANY(%(cases)s)",
    "DELETE FROM sheets_importedrow WHERE import_id = %(import)s AND case_id = ANY(%(cases)s)",
)

_EMPTIED = """
UPDATE desk_batch b SET state = 'empty' WHERE b.id = ANY(%s)
    AND NOT EXISTS (SELECT 1 FROM desk_case c WHERE c.batch_id = b.id)
"""


def take_back(actor: Actor, record: Import, progress: Callable[[int], None]) -> Sequence[Kept]:
    """Delete the untouched cases of an import; their timelines stay, with who took them back as the last link.

    Returns the cases that somebody has worked on, each with what was done first.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id FROM desk_case WHERE id IN (SELECT case_id FROM sheets_importedrow WHERE import_id = %s)"
            " ORDER BY id FOR UPDATE",
            [record.pk],
        )
        cursor.execute(_TOUCHED, {"import": record.pk, "untouched": list(UNTOUCHED)})
        kept = [Kept(case_id, no, _why(verb, count)) for case_id, no, verb, count in cursor.fetchall()]
        cursor.execute(_ROWS, {"import": record.pk, "kept": [one.case_id for one in kept]})
        cases = [row[0] for row in cursor.fetchall()]
        cursor.execute("SELECT DISTINCT batch_id FROM desk_case WHERE id = ANY(%s)", [cases])
        batches = [row[0] for row in cursor.fetchall()]
        cursor.execute("SELECT DISTINCT person_id FROM desk_case WHERE id = ANY(%s)", [cases])
        persons = [row[0] for row in cursor.fetchall()]
    through = len(kept)
    for some in portions(cases):
        record_all(actor, "case.import_undone", some, import_id=record.pk)
        with connection.cursor() as cursor:
            for statement in _DELETE:
                cursor.execute(statement, {"cases": some, "import": record.pk})
        through += len(some)
        progress(through)
    with connection.cursor() as cursor:
        cursor.execute(_EMPTIED, [batches])
    delete_unpointed("desk_person", persons)
    return kept


def _why(verb: str, count: int) -> str:
    move = find_move(verb)
    what = move[1].label if move else told(verb, {}).text
    return f"导入后已有 {count} 项操作，最早一项是“{what}”，不能撤销。"
