"""Giving 100,000 filtered cases to 200 people: preview and commit, against the bare statements.

    anjie bench assign --json        or        python -m bench.assign

The floor is what no desk can do without, in the same database and run: one UPDATE that writes holder
and unit on the same rows, and one INSERT of as many events. Everything lies in its own organisations
and is rolled back at the end.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any

OWN_DATABASE = True
WORK = "{cases} filtered cases to {people} people, preview + commit"

_PEOPLE = """
INSERT INTO access_account (password, kind, origin, username, name, is_active, must_change_password, mobile_mask, created_at)
SELECT '', 'staff', 'staff', %(tag)s || n, '催收' || n, true, false, '', now() FROM generate_series(1, %(people)s) n
RETURNING id
"""
_MEMBERS = """
INSERT INTO access_membership (account_id, role_id, unit_id, reach, is_active, created_at)
SELECT a, %(role)s, (%(units)s::bigint[])[1 + a %% 4], 'own', true, now() FROM unnest(%(accounts)s::bigint[]) a
"""
# About one person in five has two cases; amounts run from hundreds to two hundred thousand.
_CASES = """
WITH people AS (
    INSERT INTO desk_person (kind, name, id_kind, id_mask, sex, created_at)
    SELECT 'natural', '甲' || n, '', '', '', now() FROM generate_series(1, %(cases)s * 5 / 6) n RETURNING id),
numbered AS (SELECT id, row_number() OVER () AS n FROM people),
made AS (
    INSERT INTO desk_case (no, line, state, title, title_key, person_id, organisation_id, unit_id, amount,
        settled_amount, balance, currency, category, region, colour, opened_at, custom)
    SELECT 'X' || %(tag)s || g, 'recovery', 'open', '甲', '', p.id, %(client)s, (%(units)s::bigint[])[1 + g %% 4],
        amount, 0, amount, 'CNY', 'M' || g %% 7, '省' || g %% 31, '', now(), '{}'
    FROM generate_series(1, %(cases)s) g
    JOIN numbered p ON p.n = 1 + (g - 1) %% (%(cases)s * 5 / 6)
    CROSS JOIN LATERAL (SELECT round((300 + 200000 * random() ^ 3)::numeric, 2) AS amount WHERE g > 0) a
    RETURNING id)
INSERT INTO desk_timelinehead (case_id, seq, hash) SELECT id, 0, '' FROM made
"""
_PLACEMENTS = """
INSERT INTO recovery_placement (case_id, client_id, serial_no, contract_no, card_mask, card_kind, placed_on,
    retained_times, facts)
SELECT id, organisation_id, no, '', '', '', current_date, 0, '{}' FROM desk_case WHERE organisation_id = %(client)s
"""
_FLOOR_UPDATE = """
UPDATE desk_case SET holder_id = (%(members)s::bigint[])[1 + id %% %(people)s], unit_id = (%(units)s::bigint[])[1 + id %% 4],
    assigned_at = now()
WHERE organisation_id = %(client)s
"""
_FLOOR_EVENTS = """
INSERT INTO desk_event (case_id, seq, at, actor, actor_name, verb, facts, prev, hash)
SELECT id, 1, now(), 'bench', 'bench', 'assignment.assigned', jsonb_build_object('to', holder_id), '', ''
FROM desk_case WHERE organisation_id = %(client)s
"""


class _RolledBack(Exception):
    """Leaves nothing behind."""


def run(cases: int = 100_000, people: int = 200, mode: str = "both") -> dict[str, Any]:
    """Measure once; seconds are of preview and commit together, ``floor_seconds`` of the bare statements."""
    from django.db import connection, transaction

    result: dict[str, Any] = {}
    try:
        with transaction.atomic():
            # Two worlds of the same size, so that neither runs on rows the other has just rewritten.
            bare, ours = _world(connection, "f", cases, people), _world(connection, "p", cases, people)
            floor = _floor(connection, bare)
            result = _product(ours, mode, floor)
            raise _RolledBack
    except _RolledBack:
        return result


def _floor(connection: Any, values: dict[str, Any]) -> dict[str, float]:
    def execute(statement: str) -> Callable[[], None]:
        def work() -> None:
            with connection.cursor() as cursor:
                cursor.execute(statement, values)

        return work

    return {"update": _timed(execute(_FLOOR_UPDATE))[0], "events": _timed(execute(_FLOOR_EVENTS))[0]}


def _product(values: dict[str, Any], mode: str, floor: dict[str, float]) -> dict[str, Any]:
    from anjie.access.actors import Actor
    from anjie.access.models import Membership
    from anjie.lines.recovery.assignment.actions import commit, plan
    from anjie.lines.recovery.assignment.drafting import Wish

    boss = Membership.objects.select_related("account", "role", "unit").get(pk=values["boss"])
    actor = Actor.of(boss)
    wish = Wish(mode, query={"client": [values["client"]]}, collectors=values["members"])
    preview, made = _timed(lambda: plan(actor, wish))
    committed, done = _timed(lambda: commit(actor, made.pk))
    amounts = [float(row["added_amount"]) for row in done.people]
    counts = [row["added_count"] for row in done.people]
    most = [a for a, c in zip(amounts, counts, strict=True) if c == max(counts)]
    least = [a for a, c in zip(amounts, counts, strict=True) if c == min(counts)]
    seconds, bare = preview + committed, sum(floor.values())
    return {
        "name": "assign",
        "work": WORK.format(cases=values["cases"], people=values["people"]),
        "seconds": round(seconds, 2),
        "floor_seconds": round(bare, 2),
        "ratio": round(seconds / bare, 2),
        "preview_seconds": round(preview, 2),
        "commit_seconds": round(committed, 2),
        "assigned": done.summary["assigned"],
        "spread_count": max(counts) - min(counts),
        "spread_amount": round(max(max(most) - min(most), max(least) - min(least)), 2),
        "mode": mode,
    }


def _world(connection: Any, tag: str, cases: int, people: int) -> dict[str, Any]:
    """A client with cases, four teams with collectors and a supervisor, all made by plain statements."""
    from anjie.access.models import Membership, Organisation
    from anjie.access.shipped import ship_roles

    tag = f"bench{tag}{time.time_ns() % 1_000_000_000}"
    roles = ship_roles()

    def organisation(kind: str, name: str, parent: Organisation | None = None) -> Organisation:
        made = Organisation.objects.create(kind=kind, code=f"{tag}{name}", name=name, parent=parent, path="")
        made.path = f"{parent.path if parent else '/'}{made.pk}/"
        made.save(update_fields=["path"])
        return made

    company = organisation("company", "公司")
    teams = [organisation("team", f"{n}组", company).pk for n in range(4)]
    values: dict[str, Any] = {
        "tag": tag, "cases": cases, "people": people, "units": teams, "role": roles["collector"].pk,
        "client": organisation("client", "银行").pk,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_PEOPLE, {**values, "people": people + 1})
        accounts = [row[0] for row in cursor.fetchall()]
        cursor.execute(_MEMBERS, {**values, "accounts": accounts[1:]})
        cursor.execute(_CASES, values)
        cursor.execute(_PLACEMENTS, values)
        for table in ("desk_case", "desk_person", "desk_timelinehead", "desk_event", "desk_holding"):
            cursor.execute(f"ANALYZE {table}")
    values["members"] = list(
        Membership.objects.filter(account_id__in=accounts[1:]).order_by("pk").values_list("pk", flat=True)
    )
    boss = Membership.objects.create(
        account_id=accounts[0], role=roles["supervisor"], unit=company, reach="company"
    )
    values["boss"] = boss.pk
    return values


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    begin = time.perf_counter()
    answer = work()
    return time.perf_counter() - begin, answer


if __name__ == "__main__":
    import django

    django.setup()
    print(json.dumps(run(), ensure_ascii=False))
