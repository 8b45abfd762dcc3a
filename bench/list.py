"""A million cases listed as the API answers them: the twelve usual filters and sorts, each with its totals.

    anjie bench list --json        (``--cases 5000000`` for more, ``--keep`` to leave the database for the next run)

Runs in a database of its own. The floor is the same answer by two bare statements (count and sums; one page)
on the same rows in the same run, without sign-in, reach, moves or JSON.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

OWN_DATABASE = True
AS_SERVED = True
"""Requests are answered in this process, which is made as the web server's is."""
GOAL_MS = 150
WARM, ROUNDS = 2, 15


@dataclass(frozen=True)
class Question:
    """One list as somebody asks it, and the bare SQL of the same question."""

    name: str
    who: str
    query: Mapping[str, Any]
    where: str
    order: str = "c.id DESC"
    among_twelve: bool = True
    skip: int = 0
    params: Mapping[str, Any] = field(default_factory=dict)


TEAM = "c.unit_id = (SELECT id FROM access_organisation WHERE code = 'BENCH-T0')"
OPEN = "c.state = 'open'"
WEEK = "date '2026-11-22' + 7"
QUESTIONS = (
    Question("newest, whole desk", "admin", {}, "true"),
    Question("largest first, whole desk", "admin", {"sort": "-amount"}, "true", "c.amount DESC, c.id DESC"),
    Question(
        "team, open, longest unworked", "supervisor", {"state": "open", "sort": "last_worked_at"},
        f"{TEAM} AND {OPEN}", "c.last_worked_at, c.id",
    ),
    Question(
        "own cases, last worked", "collector", {"is_open": "true", "sort": "-last_worked_at"},
        "c.holder_id = %(holder)s AND c.closed_at IS NULL", "c.last_worked_at DESC NULLS LAST, c.id DESC",
    ),
    Question(
        "one client by balance", "admin", {"client": "{client}", "sort": "-balance"},
        "c.organisation_id = %(client)s", "c.balance DESC, c.id DESC",
    ),
    Question("one batch by name", "clerk", {"batch": "{batch}", "sort": "title"}, "c.batch_id = %(batch)s",
             "c.title_key, c.id"),
    Question(
        "amount range", "clerk", {"amount_from": "20000", "amount_to": "50000", "sort": "-amount"},
        "c.amount BETWEEN 20000 AND 50000", "c.amount DESC, c.id DESC",
    ),
    Question(
        "region and colour", "admin", {"region": "江苏省", "colour": "red", "sort": "last_worked_at"},
        "c.region LIKE '江苏省%%' AND c.colour = 'red'", "c.last_worked_at, c.id",
    ),
    Question(
        "due within a week", "clerk", {"is_open": "true", "term_from": "2026-11-22", "term_to": "2026-11-29",
                                       "sort": "term_on"},
        f"c.closed_at IS NULL AND c.term_on BETWEEN date '2026-11-22' AND {WEEK}", "c.term_on, c.id",
    ),
    Question(
        "by name", "admin", {"q": "王小明", "sort": "-balance"},
        "c.id IN (SELECT case_id FROM desk_casesearch WHERE grams @> '{王小,小明}') AND c.title LIKE '%%王小明%%'",
        "c.balance DESC, c.id DESC",
    ),
    Question(
        "idle for a week, open", "admin", {"state": "open", "idle_days": "7", "sort": "-amount"},
        f"{OPEN} AND (c.last_worked_at IS NULL OR c.last_worked_at < timestamptz '2026-11-16 00:00+08')",
        "c.amount DESC, c.id DESC",
    ),
    Question(
        "branch and band by holder", "admin", {"unit": "{branch}", "category": "M3", "sort": "holder"},
        "c.unit_id = ANY(%(teams)s) AND c.category = 'M3'", "c.holder_id, c.id",
    ),
    Question("whole phone number", "supervisor", {"q": "{phone}"}, f"{TEAM} AND c.id IN"
             " (SELECT case_id FROM desk_contactpoint WHERE index = %(phone)s AND kind IN ('mobile', 'phone'))", among_twelve=False),
    Question("by state, whole desk", "admin", {"sort": "state"}, "true", "c.state, c.id", among_twelve=False),
    Question("a page in the middle", "admin", {"sort": "amount", "page": "{middle}"}, "true",
             "c.amount, c.id", among_twelve=False, skip=-2),
    Question("by name of the debtor, whole desk", "admin", {"sort": "title"}, "true", "c.title_key, c.id",
             among_twelve=False),
)  # fmt: skip


def run(cases: int = 1_000_000, rounds: int = ROUNDS, warm: int = WARM) -> dict[str, Any]:
    """Seed when the database is new, ask every question, and answer one line with p95 over the twelve."""
    from anjie.foundation import clock
    from bench.list_seed import seed

    began = time.perf_counter()
    with clock.stopped("2026-11-22T10:00:00+08:00"):
        world = seed(cases)
        seeded = time.perf_counter() - began
        measured = [_measure(question, world, rounds, warm) for question in QUESTIONS]
    twelve = [one for question, one in zip(QUESTIONS, measured, strict=True) if question.among_twelve]
    every = sorted(ms for one in twelve for ms in one["all_ms"])
    seconds = sum(one["ms"] for one in twelve) / 1000
    floor = sum(one["floor_ms"] for one in twelve) / 1000
    p95 = every[int(len(every) * 0.95)]
    return {
        "name": "list",
        "work": f"{cases} cases: twelve usual filters and sorts with totals, through the API",
        "seconds": round(seconds, 4),
        "floor_seconds": round(floor, 4),
        "ratio": round(seconds / floor, 2),
        "p95_ms": round(p95, 1),
        "median_ms": round(statistics.median(every), 1),
        "goal_ms": GOAL_MS,
        "met": p95 <= GOAL_MS,
        "seed_seconds": round(seeded, 1),
        "questions": [
            {key: one[key] for key in ("name", "ms", "worst_ms", "floor_ms", "count")} for one in measured
        ],
    }


def _measure(question: Question, world: dict[str, Any], rounds: int, warm: int) -> dict[str, Any]:
    client = world["browsers"][question.who]
    query = {key: _filled(value, world) for key, value in question.query.items()}
    times, answer = [], None
    for _ in range(warm + rounds):
        began = time.perf_counter()
        answer = client.get("/api/recovery/cases", {"page": 1, **query})
        times.append((time.perf_counter() - began) * 1000)
        if answer.status_code != 200:
            raise RuntimeError(f"{question.name}: {answer.status_code} {answer.content.decode()[:200]}")
    floors = [_floor(question, world) for _ in range(max(1, rounds // 3))]
    kept = times[warm:]  # the first warm the caches
    assert answer is not None
    return {
        "name": question.name,
        "ms": round(statistics.median(kept), 1),
        "worst_ms": round(max(kept), 1),
        "floor_ms": round(statistics.median(floors), 1),
        "count": answer.json()["count"],
        "all_ms": kept,
    }


def _filled(value: str, world: dict[str, Any]) -> Any:
    return world["facts"][value[1:-1]] if value.startswith("{") else value


def _floor(question: Question, world: dict[str, Any]) -> float:
    from django.db import connection

    skip = world["cases"] // 2 if question.skip else 0
    with connection.cursor() as cursor:
        began = time.perf_counter()
        cursor.execute(
            "SELECT count(*), sum(amount), sum(settled_amount), sum(balance) FROM desk_case c"
            f" WHERE c.line = 'recovery' AND {question.where}",
            world["params"],
        )
        cursor.fetchall()
        cursor.execute(
            f"SELECT c.* FROM desk_case c WHERE c.line = 'recovery' AND {question.where}"
            f" ORDER BY {question.order} LIMIT 50 OFFSET {skip}",
            world["params"],
        )
        cursor.fetchall()
        return (time.perf_counter() - began) * 1000
