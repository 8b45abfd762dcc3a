"""Reads of the library: its list, one case, and those most like the case at hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import connection

from anjie.access.actors import Actor
from anjie.desk.public import case_for
from anjie.foundation.refusals import NotFound
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.deeds import LibraryDeed
from anjie.lines.mediation.library.models import TypicalCase
from anjie.lines.mediation.library.rules import grams, shared_words

PROPOSED = 5
MOST_PAIRS = 80
"""Of a long story only the rarest pairs are weighed: the others say little and cost the most."""
SAME_KIND = 1.5
"""How much more a typical case of the same kind counts."""

# BM25 over the inverted table; its usual constants (1.2, 0.75).
_ALIKE = """
WITH asked AS (SELECT * FROM unnest(%s::text[]) AS q(gram)),
sizes AS (SELECT count(*)::float AS cases, greatest(avg(length), 1)::float AS mean FROM mediation_typicalcase),
seen AS (
    SELECT gram, count(*)::float AS held FROM asked JOIN mediation_typicalgram USING (gram) GROUP BY gram
),
weights AS (
    SELECT gram, ln(1 + (cases - held + 0.5) / (held + 0.5)) AS weight, mean FROM seen, sizes
    ORDER BY weight DESC, gram LIMIT %s
),
shared AS (
    SELECT g.case_id, g.gram,
           w.weight * g.times * 2.2 / (g.times + 1.2 * (0.25 + 0.75 * t.length / w.mean)) AS part
    FROM weights w JOIN mediation_typicalgram g USING (gram) JOIN mediation_typicalcase t ON t.id = g.case_id
)
SELECT t.id, sum(part) * CASE WHEN t.kind_id = %s THEN %s ELSE 1 END AS score,
       (array_agg(gram ORDER BY part DESC, gram))[1:12]
FROM shared JOIN mediation_typicalcase t ON t.id = shared.case_id
GROUP BY t.id ORDER BY score DESC, t.id LIMIT %s
"""


def typical_cases(
    actor: Actor, *, q: str = "", kind: str = "", page: int = 1, size: int = 50
) -> dict[str, Any]:
    """One page of the library, by kind and by words of the title, those changed last first."""
    actor.require(LibraryDeed.SEE)
    found = TypicalCase.objects.select_related("kind", "by__account")
    if kind:
        found = found.filter(kind_id=kind)
    for word in q.split():
        found = found.filter(title__icontains=word)
    begin = (page - 1) * size
    return {"rows": [row(one) for one in found[begin : begin + size]], "count": found.count()}


def typical_case(actor: Actor, pk: int) -> TypicalCase:
    """One typical case of the library."""
    actor.require(LibraryDeed.SEE)
    found = TypicalCase.objects.select_related("kind", "by__account").filter(pk=pk).first()
    if found is None:
        raise NotFound("典型案例")
    return found


def row(one: TypicalCase) -> dict[str, Any]:
    """A typical case as lists and pages show it."""
    return {
        "id": one.pk,
        "kind": one.kind_id,
        "kind_label": one.kind.label,
        "title": one.title,
        "facts": one.facts,
        "handling": one.handling,
        "result": one.result,
        "basis": one.basis,
        "by": one.by.account.name if one.by else "",
        "updated_at": one.updated_at,
    }


def alike(actor: Actor, case_id: int) -> list[dict[str, Any]]:
    """The typical cases most like a case at hand, the likest first, each with the words both hold."""
    actor.require(LibraryDeed.SEE)
    case = case_for(actor, LibraryDeed.SEE, case_id)
    dispute = Dispute.objects.filter(case=case).first()
    if dispute is None:
        raise NotFound("案件")
    return _proposed(likest(f"{dispute.description}\n{dispute.claim}", dispute.kind_id))


def likest(text: str, kind: str = "", most: int = PROPOSED) -> list[tuple[int, list[str]]]:
    """Ids of the typical cases most like a text, the likest first, with the pairs of characters both hold."""
    with connection.cursor() as cursor:
        cursor.execute(_ALIKE, [sorted(grams(text)), MOST_PAIRS, kind, SAME_KIND, most])
        return [(pk, pairs) for pk, _, pairs in cursor.fetchall()]


def _proposed(found: Sequence[tuple[int, list[str]]]) -> list[dict[str, Any]]:
    cases = TypicalCase.objects.select_related("kind", "by__account").in_bulk([pk for pk, _ in found])
    return [row(cases[pk]) | {"shared": shared_words(pairs)} for pk, pairs in found if pk in cases]
