"""A hundred thousand disputes, asked what a mediation centre asks all day: queues, lists, figures, picker and ranking.

    anjie bench disputes --json        (``--cases 200000`` for more, ``--keep`` to leave the database for the next run)

Runs in a database of its own, through the API as browsers ask it. The floor is the same answer by bare statements on
the same rows in the same run, without sign-in, reach, moves or JSON.
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
WARM, ROUNDS = 2, 20
CASES = "/api/mediation/cases"


@dataclass(frozen=True)
class Question:
    """One thing as somebody asks it, and the bare SQL of the same."""

    name: str
    who: str
    path: str
    query: Mapping[str, Any] = field(default_factory=dict)
    floor: tuple[str, ...] = ()


def _list(
    name: str, who: str, query: Mapping[str, Any], where: str, order: str = "c.id DESC", skip: int = 0
) -> Question:
    beside = "FROM desk_case c JOIN mediation_dispute d ON d.case_id = c.id"
    return Question(
        name, who, CASES, query,
        (
            f"SELECT count(*), sum(c.amount), sum(c.balance) {beside} WHERE {where}",
            f"SELECT c.*, d.* {beside} WHERE {where} ORDER BY {order} LIMIT 50 OFFSET {skip}",
        ),
    )  # fmt: skip


HERE = "c.unit_id = %(institution)s"
LOAD = """
SELECT a.mediator_id, count(*), count(*) FILTER (WHERE c.state IN ('mediating', 'closing', 'signing')),
    count(*) FILTER (WHERE d.outcome IN ('agreed', 'confirmed'))
FROM mediation_appointment a JOIN desk_case c ON c.id = a.case_id JOIN mediation_dispute d ON d.case_id = c.id
WHERE a.state IN ('asked', 'accepted', 'done') {more} GROUP BY 1
"""
STARS = "SELECT mediator_id, avg(stars), count(*) FROM mediation_rating GROUP BY 1"
YEAR = {"from_on": "2025-11-23", "to_on": "2026-11-22"}


def _figures(by: str, group: str, who: str = "admin", where: str = "") -> Question:
    return Question(
        f"figures by {by}" + (", one institution" if where else ""), who, "/api/insight/mediation", {"by": by, **YEAR},
        (
            f"SELECT {group}, count(*), count(*) FILTER (WHERE d.outcome IN ('agreed', 'confirmed')),"
            " avg(d.outcome_on - d.accepted_at::date) FROM mediation_dispute d JOIN desk_case c ON c.id = d.case_id"
            f" WHERE d.accepted_at >= '2025-11-23 00:00+08' AND d.accepted_at < '2026-11-23 00:00+08' {where} GROUP BY 1",
        ),
    )  # fmt: skip


QUESTIONS = (
    _list("review queue", "reviewer", {"state": ["submitted", "second_review"], "sort": "submitted_at"},
          f"{HERE} AND c.state IN ('submitted', 'second_review')", "d.submitted_at, c.id"),
    _list("review queue, all institutions", "admin",
          {"state": ["submitted", "second_review"], "sort": "submitted_at"},
          "c.state IN ('submitted', 'second_review')", "d.submitted_at, c.id"),
    _list("consent queue", "reviewer", {"state": ["consenting"], "sort": "submitted_at"},
          f"{HERE} AND c.state = 'consenting'", "d.submitted_at, c.id"),
    _list("filing queue", "assigner", {"state": ["awaiting_filing"], "sort": "submitted_at"},
          f"{HERE} AND c.state = 'awaiting_filing'", "d.submitted_at, c.id"),
    _list("assignment queue", "assigner", {"state": ["awaiting_mediator"], "sort": "mediator_due_on"},
          f"{HERE} AND c.state = 'awaiting_mediator'", "d.mediator_due_on, c.id"),
    _list("filing and assignment, all institutions", "admin",
          {"state": ["awaiting_filing", "awaiting_mediator"], "sort": "mediator_due_on"},
          "c.state IN ('awaiting_filing', 'awaiting_mediator')", "d.mediator_due_on, c.id"),
    _list("closing queue", "assigner", {"state": ["closing", "signing"], "sort": "term_on"},
          f"{HERE} AND c.state IN ('closing', 'signing')", "c.term_on, c.id"),
    _list("a mediator's own list", "mediator", {"sort": "-submitted_at"},
          "c.holder_id = %(mediator)s", "d.submitted_at DESC NULLS LAST, c.id DESC"),
    _list("a mediator's cases going on", "mediator", {"state": ["mediating", "closing", "signing"], "sort": "term_on"},
          "c.holder_id = %(mediator)s AND c.state IN ('mediating', 'closing', 'signing')", "c.term_on, c.id"),
    _list("newest submitted, whole list", "admin", {"sort": "-submitted_at"}, "true",
          "d.submitted_at DESC NULLS LAST, c.id DESC"),
    _list("newest submitted, one institution", "assigner", {"sort": "-submitted_at"}, HERE,
          "d.submitted_at DESC NULLS LAST, c.id DESC"),
    _list("largest first, whole list", "admin", {"sort": "-amount"}, "true", "c.amount DESC, c.id DESC"),
    _list("by state, whole list", "admin", {"sort": "state"}, "true", "c.state, c.id"),
    _list("by kind, whole list", "admin", {"sort": "category"}, "true", "c.category, c.id"),
    _list("by mediator, whole list", "admin", {"sort": "holder"}, "true", "c.holder_id, c.id"),
    _list("by days left, whole list", "admin", {"sort": "days_left"}, "true", "c.term_on, c.id"),
    _list("by days left, open", "admin", {"is_open": "true", "sort": "term_on"},
          "c.closed_at IS NULL", "c.term_on, c.id"),
    _list("a page in the middle", "admin", {"sort": "-submitted_at", "page": "{middle}"}, "true",
          "d.submitted_at DESC NULLS LAST, c.id DESC", skip=-2),
    _list("one kind, newest", "admin", {"kind": "{kind}", "sort": "-submitted_at"}, "d.kind_id = %(kind)s",
          "d.submitted_at DESC NULLS LAST, c.id DESC"),
    _list("referred by a court, agreed", "admin", {"source": "referred", "outcome": ["agreed", "confirmed"],
          "sort": "-amount"}, "d.source = 'referred' AND d.outcome IN ('agreed', 'confirmed')",
          "c.amount DESC, c.id DESC"),
    _list("submitted in a month", "admin", {"submitted_from": "2026-06-01", "submitted_to": "2026-06-30",
          "sort": "submitted_at"}, "d.submitted_at >= '2026-06-01 00:00+08' AND d.submitted_at < '2026-07-01 00:00+08'",
          "d.submitted_at, c.id"),
    _list("accepted in a month", "admin", {"accepted_from": "2026-06-01", "accepted_to": "2026-06-30",
          "sort": "-amount"}, "d.accepted_at >= '2026-06-01 00:00+08' AND d.accepted_at < '2026-07-01 00:00+08'",
          "c.amount DESC, c.id DESC"),
    _list("amount range", "assigner", {"amount_from": "20000", "amount_to": "50000", "sort": "-amount"},
          f"{HERE} AND c.amount BETWEEN 20000 AND 50000", "c.amount DESC, c.id DESC"),
    _list("by a party's name", "admin", {"q": "{name}", "sort": "-submitted_at"},
          "c.title LIKE %(name)s", "d.submitted_at DESC NULLS LAST, c.id DESC"),
    _list("by one character of a name", "admin", {"q": "王", "sort": "-submitted_at"},
          "c.title LIKE '%%王%%'", "d.submitted_at DESC NULLS LAST, c.id DESC"),
    _list("of one mediator", "admin", {"mediator": ["{mediator}"], "sort": "-submitted_at"},
          "c.id IN (SELECT case_id FROM mediation_appointment WHERE mediator_id = %(mediator)s AND ended_at IS NULL)",
          "d.submitted_at DESC NULLS LAST, c.id DESC"),
    _list("behind a figure of the ranking", "admin", {"appointed": "{mediator}:2026-01-01..2026-11-22"},
          "c.id IN (SELECT case_id FROM mediation_appointment WHERE mediator_id = %(mediator)s)"),
    _list("archive, first review", "assigner", {"state": ["first_review"], "sort": "opened_at"},
          f"{HERE} AND c.state = 'first_review'", "c.opened_at, c.id"),
    _list("archive, final review", "archivist", {"state": ["final_review"], "sort": "opened_at"},
          f"{HERE} AND c.state = 'final_review'", "c.opened_at, c.id"),
    _list("archived", "archivist", {"state": ["archived"], "sort": "-opened_at"},
          f"{HERE} AND c.state = 'archived'", "c.opened_at DESC, c.id DESC"),
    _list("archived, all institutions", "admin", {"state": ["archived"], "sort": "-opened_at"},
          "c.state = 'archived'", "c.opened_at DESC, c.id DESC"),
    _figures("month", "date_trunc('month', d.accepted_at)"),
    _figures("kind", "d.kind_id"),
    _figures("institution", "d.institution_id"),
    _figures("source", "d.source"),
    _figures("month", "date_trunc('month', d.accepted_at)", "reviewer", f"AND {HERE}"),
    Question("the mediator picker for a case", "assigner", "/api/mediation/mediators", {"case_id": "{waiting}"},
             (LOAD.format(more=f"AND {HERE}"), STARS)),
    Question("the library of mediators", "admin", "/api/mediation/mediators", {"sort": "-rating"},
             (LOAD.format(more=""), STARS)),
    Question("ranking, all time", "admin", "/api/mediation/ranking", {}, (LOAD.format(more=""), STARS)),
    Question("ranking, this year", "admin", "/api/mediation/ranking", {"since": "2026-01-01", "until": "2026-11-22"},
             (LOAD.format(more="AND a.asked_at >= '2026-01-01 00:00+08'"), STARS)),
    Question("home of an assigner", "assigner", "/api/insight/home", {},
             (f"SELECT c.state, count(*) FROM desk_case c WHERE {HERE} GROUP BY 1",)),
    Question("home of a mediator", "mediator", "/api/insight/home", {},
             ("SELECT c.state, count(*) FROM desk_case c WHERE c.holder_id = %(mediator)s GROUP BY 1",)),
)  # fmt: skip


def run(cases: int = 100_000, rounds: int = ROUNDS, warm: int = WARM) -> dict[str, Any]:
    """Seed when the database is new, ask every question, and answer one line with the p95 of each and of all."""
    from anjie.foundation import clock
    from bench.disputes_seed import seed

    began = time.perf_counter()
    with clock.stopped("2026-11-22T10:00:00+08:00"):
        world = seed(cases)
        world["facts"]["middle"] = cases // 2 // 50
        seeded = time.perf_counter() - began
        measured = [_measure(question, world, rounds, warm, cases) for question in QUESTIONS]
    every = sorted(ms for one in measured for ms in one.pop("all_ms"))
    seconds = sum(one["ms"] for one in measured) / 1000
    floor = sum(one["floor_ms"] for one in measured) / 1000
    slowest = max(measured, key=lambda one: one["p95_ms"])
    return {
        "name": "disputes",
        "work": f"{cases} disputes: {len(QUESTIONS)} questions of a mediation centre, through the API",
        "seconds": round(seconds, 4),
        "floor_seconds": round(floor, 4),
        "ratio": round(seconds / floor, 2),
        "p95_ms": round(_p95(every), 1),
        "median_ms": round(statistics.median(every), 1),
        "slowest": slowest["name"],
        "slowest_p95_ms": slowest["p95_ms"],
        "goal_ms": GOAL_MS,
        "met": slowest["p95_ms"] <= GOAL_MS,
        "seed_seconds": round(seeded, 1),
        "questions": measured,
    }


def _measure(question: Question, world: dict[str, Any], rounds: int, warm: int, cases: int) -> dict[str, Any]:
    client = world["browsers"][question.who]
    query = {key: _filled(value, world) for key, value in question.query.items()}
    times, answer = [], None
    for _ in range(warm + rounds):
        began = time.perf_counter()
        answer = client.get(question.path, query)
        times.append((time.perf_counter() - began) * 1000)
        if answer.status_code != 200:
            raise RuntimeError(f"{question.name}: {answer.status_code} {answer.content.decode()[:200]}")
    floors = [_floor(question, world, cases) for _ in range(max(1, rounds // 4))]
    kept = sorted(times[warm:])  # the first warm the caches
    assert answer is not None
    told = answer.json()
    return {
        "name": question.name,
        "ms": round(statistics.median(kept), 1),
        "p95_ms": round(_p95(kept), 1),
        "floor_ms": round(statistics.median(floors), 1),
        "count": told.get("count", len(told.get("rows", told.get("needs", [])))),
        "all_ms": kept,
    }


def _p95(ordered: list[float]) -> float:
    return ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]


def _filled(value: Any, world: dict[str, Any]) -> Any:
    """``{name}`` in a query stands for a fact of the seeded world."""
    if isinstance(value, list):
        return [_filled(one, world) for one in value]
    return str(value).format_map(world["facts"])


def _floor(question: Question, world: dict[str, Any], cases: int) -> float:
    from django.db import connection

    with connection.cursor() as cursor:
        began = time.perf_counter()
        for statement in question.floor:
            cursor.execute(statement.replace("OFFSET -2", f"OFFSET {cases // 2}"), world["params"])
            cursor.fetchall()
        return (time.perf_counter() - began) * 1000
