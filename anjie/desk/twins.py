"""Which contact points a case has already, by the blind index: what comes twice is not added twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import connection

from anjie.desk.case_facts import ContactFacts
from anjie.desk.places import INDEX_OF_KIND
from anjie.foundation.sealed import sealer


def already_there(rows: Sequence[tuple[int, ContactFacts]]) -> list[bool]:
    """For each (case id, contact): whether the case has it, or an earlier one of these rows brings it."""
    indexes: list[bytes] = [b""] * len(rows)
    seal = sealer()
    for kind in {contact.kind for _, contact in rows}:
        places = [place for place, (_, contact) in enumerate(rows) if contact.kind == kind]
        values = [rows[place][1].value for place in places]
        for place, index in zip(places, seal.index_many(values, INDEX_OF_KIND[kind]), strict=True):
            indexes[place] = index
    with connection.cursor() as cursor:
        cursor.execute(
            'SELECT case_id, "index" FROM desk_contactpoint WHERE case_id = ANY(%s)',
            [sorted({case for case, _ in rows})],
        )
        seen = {(case, bytes(index)) for case, index in cursor.fetchall()}
    found = []
    for (case, _), index in zip(rows, indexes, strict=True):
        found.append((case, index) in seen)
        seen.add((case, index))
    return found


def contact_room(case_ids: Iterable[int]) -> dict[int, tuple[int, int]]:
    """Of each case how many contact points it has, and the position the next one takes."""
    wanted = sorted(set(case_ids))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT case_id, count(*), max(position) + 1 FROM desk_contactpoint WHERE case_id = ANY(%s)"
            " GROUP BY case_id",
            [wanted],
        )
        found = {case: (count, position) for case, count, position in cursor.fetchall()}
    return {case: found.get(case, (0, 0)) for case in wanted}
