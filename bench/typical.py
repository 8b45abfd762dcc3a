"""How often the typical case somebody would want is among the first three proposed, and how fast in a large library.

The labelled stories stand in ``demo/typical_cases.py``. The figure that counts leaves the kind of dispute unsaid;
with the kind said it is easier, and given beside it.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import Any

OWN_DATABASE = True
"""The library is filled with invented cases: not on a desk that people use."""
LARGE = 10_000


def run(cases: int = LARGE) -> dict[str, Any]:
    """One line: the share of stories that found their case among three, and the 95th percentile of a search."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from anjie.access.actors import Actor
    from demo.typical_cases import QUERIES, TYPICAL, fill_library

    keys = fill_library(Actor.job("bench"))
    told = hits(keys, most=3, said=lambda kind: kind)
    unsaid, first = hits(keys, most=3, said=lambda kind: ""), hits(keys, most=1, said=lambda kind: "")
    _enlarge(cases)
    seconds = _timed()
    return {
        "name": "typical",
        "work": f"{len(QUERIES)} labelled stories, {len(TYPICAL)} typical cases; p95 among {cases}",
        "hit_at_3": round(unsaid / len(QUERIES), 3),
        "hit_at_1": round(first / len(QUERIES), 3),
        "hit_at_3_kind_said": round(told / len(QUERIES), 3),
        "seconds": round(seconds, 4),
    }


def hits(keys: dict[int, str], *, most: int, said: Callable[[str], str]) -> int:
    """How many labelled stories have a case somebody would want among the first ``most``."""
    from anjie.lines.mediation.library.queries import likest
    from demo.typical_cases import QUERIES

    return sum(
        1
        for kind, story, wanted in QUERIES
        if any(keys.get(pk) in wanted for pk, _ in likest(story, said(kind), most))
    )


def _enlarge(cases: int) -> None:
    """Fill the library with mixtures of pairs as often as they really stand in it."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            """
            WITH made AS (
                INSERT INTO mediation_typicalcase
                    (kind_id, title, facts, handling, result, basis, length, created_at, updated_at)
                SELECT 'other', 'bench ' || n, 'x', '', '', '', 100, now(), now()
                FROM generate_series(1, %s) n RETURNING id
            )
            INSERT INTO mediation_typicalgram (case_id, gram, times)
            SELECT made.id, g.gram, 1 FROM made CROSS JOIN LATERAL (
                SELECT DISTINCT gram FROM mediation_typicalgram TABLESAMPLE BERNOULLI (3) WHERE made.id > 0
            ) g
            """,
            [cases],
        )
        cursor.execute("ANALYZE mediation_typicalgram; ANALYZE mediation_typicalcase")


def _timed() -> float:
    from anjie.lines.mediation.library.queries import likest
    from demo.typical_cases import QUERIES

    seconds = []
    for kind, story, _ in QUERIES * 3:
        began = time.perf_counter()
        likest(story, kind)
        seconds.append(time.perf_counter() - began)
    return sorted(seconds)[int(len(seconds) * 0.95) - 1]
