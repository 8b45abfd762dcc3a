"""A desk of a million cases, made set-wise in a database of its own: for measuring lists, not for looking at."""

from __future__ import annotations

from typing import Any

from django.db import connection, transaction

from anjie.access.models import Membership, Organisation
from anjie.access.sealed_columns import prove_keys
from anjie.access.shipped import ship_roles
from anjie.desk.sums import recount
from anjie.foundation.sealed import Field, sealer
from bench.seeding import SURNAMES, bare, browser, fill_people, member, settle, unit

TABLES = ("desk_person", "desk_case", "desk_casesearch", "desk_contactpoint", "recovery_placement")

_CASES = """
INSERT INTO desk_case (id, no, line, state, title, title_key, person_id, organisation_id, batch_id, unit_id,
    holder_id, clerk_id, amount, settled_amount, balance, currency, category, region, colour, opened_at,
    assigned_at, term_on, first_worked_at, last_worked_at, next_work_on, closed_at, custom)
SELECT g, 'C' || to_char(opened, 'YYMMDD') || '-' || lpad(g::text, 6, '0'), 'recovery', state, p.name, k.key, p.id,
    b.organisation_id, b.id, m.unit_id, CASE WHEN r.r1 < 0.95 AND state <> 'returned' THEN m.id END, %(clerk)s,
    amount, settled, amount - settled, 'CNY', 'M' || (1 + (7 * r.r2 ^ 1.5)::int), place, colour, opened, opened,
    (opened + interval '90 days')::date,
    CASE WHEN r.r3 < 0.8 THEN opened + interval '1 day' END,
    CASE WHEN r.r3 < 0.8 THEN least(opened + (now0 - opened) * r.r2, now0) END,
    CASE WHEN r.r3 < 0.3 THEN (now0 + interval '3 days' * r.r1)::date END,
    CASE WHEN state IN ('closed', 'settled', 'returned') THEN now0 END, '{}'
FROM generate_series(1, %(cases)s) g
CROSS JOIN LATERAL (SELECT random() AS r1, random() AS r2, random() AS r3, random() AS r4, random() AS r5,
    timestamptz '2026-11-22 10:00+08' AS now0 WHERE g > 0) r
CROSS JOIN LATERAL (SELECT now0 - interval '180 days' * r.r4 AS opened,
    round((300 + 150000 * r.r1 ^ 3)::numeric, 2) AS amount,
    (ARRAY['open','open','open','open','open','open','paused','settled','returned','closed'])
        [1 + (9.99 * r.r5)::int %% 10] AS state,
    (%(regions)s::text[])[1 + (1000 * r.r3)::int %% cardinality(%(regions)s::text[])] AS place,
    CASE WHEN r.r2 < 0.9 THEN '' ELSE
        (ARRAY['red','orange','yellow','green','blue'])[1 + (100 * r.r5)::int %% 5] END AS colour) x
CROSS JOIN LATERAL (SELECT CASE WHEN state = 'settled' THEN amount WHEN r.r5 > 0.5
    THEN round(amount * r.r3::numeric, 2) ELSE 0 END AS settled) y
JOIN desk_person p ON p.id = 1 + (g * 7919::bigint) %% %(people)s
JOIN bench_key k ON k.name = p.name
JOIN (SELECT id, organisation_id, row_number() OVER (ORDER BY id) - 1 AS n FROM desk_batch) b
    ON b.n = (g / 50) %% %(batches)s
JOIN (SELECT id, unit_id, row_number() OVER (ORDER BY id) - 1 AS n FROM access_membership
    WHERE reach = 'own') m ON m.n = (g * 31::bigint) %% %(members)s
"""
_BESIDE = (
    """
    INSERT INTO desk_casesearch (case_id, grams, tags)
    SELECT id, ARRAY[substr(title, 1, 1), substr(title, 2, 1), substr(title, 1, 2)]
        || CASE WHEN length(title) > 2 THEN ARRAY[substr(title, 3, 1), substr(title, 2, 2)] ELSE '{}' END
        || ARRAY['#SN' || id, '#HT' || id],
        CASE WHEN id % 10 = 0 THEN ARRAY['优质'] WHEN id % 17 = 0 THEN ARRAY['失联'] ELSE '{}' END
    FROM desk_case
    """,
    """
    INSERT INTO desk_contactpoint (case_id, person_id, kind, sealed, index, mask, owner, relation, label,
        attribution, source, state, do_not_contact, agreed_hours, position, created_at)
    SELECT id, person_id, 'mobile', sha256(('x' || id)::bytea), substr(sha256(('c' || id)::bytea), 1, 16),
        '100****' || lpad((id % 10000)::text, 4, '0'), '', '本人', '', '', 'placement', 'unknown', false, false, 0,
        now()
    FROM desk_case
    """,
    """
    INSERT INTO recovery_placement (case_id, client_id, serial_no, contract_no, card_mask, card_kind, placed_on,
        recall_on, retained_times, commission_rate, principal, overdue_days, facts, card_index)
    SELECT id, organisation_id, 'SN' || id, 'HT' || id, '6222***********' || lpad((id % 10000)::text, 4, '0'),
        '金卡', opened_at::date, term_on, 0, round((0.1 + 0.2 * random())::numeric, 4), amount * 0.8,
        (400 * random())::int, '{"employer": "某某公司"}', substr(sha256(('k' || id)::bytea), 1, 16)
    FROM desk_case
    """,
)


def seed(cases: int) -> dict[str, Any]:
    """The world of this many cases, made when the database does not hold it yet; browsers signed in."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM desk_case")
        there = cursor.fetchone()[0]
    if there != cases:
        if there:
            raise RuntimeError(f"the database holds {there} cases, not {cases}: run once without --keep")
        prove_keys()  # before rows whose sealed bytes only take up the room real ones would
        _organise()
        _fill(cases)
    return _world(cases)


def _organise() -> None:
    company = unit("company", "BENCH", "公司", None)
    roles = ship_roles()
    clients = [unit("client", f"BENCH-C{n}", f"委托方{n:02d}", None) for n in range(24)]
    teams = [
        unit("team", f"BENCH-T{4 * branch + team}", f"{branch + 1}{team + 1}组", above)
        for branch in range(5)
        for above in [unit("branch", f"BENCH-B{branch}", f"分公司{branch + 1}", company)]
        for team in range(4)
    ]
    for number in range(200):
        member(
            f"col{number}",
            f"{SURNAMES[number % 40]}催{number:03d}",
            roles["collector"],
            teams[number % 20],
            "own",
        )
    member("admin", "管理", roles["administrator"], company, "all")
    member("clerk", "内勤", roles["clerk"], company, "company")
    member("supervisor", "主管", roles["supervisor"], teams[0], "team")
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO desk_batch (line, no, organisation_id, unit_id, state, region, kind, note, created_at)"
            " SELECT 'recovery', 'B' || c || '-' || n, c, %s, 'filled', '', '', '', now()"
            " FROM unnest(%s::bigint[]) c, generate_series(1, 10) n",
            [company.pk, [client.pk for client in clients]],
        )


def _fill(cases: int) -> None:
    people = max(1, cases * 5 // 6)
    values: dict[str, Any] = {
        "cases": cases,
        "people": people,
        "clerk": Membership.objects.get(account__username="clerk").pk,
        "regions": [f"{province}{city}市" for province in _provinces() for city in "甲乙丙丁戊己庚辛"],
        "batches": 240,
        "members": 200,
    }
    with transaction.atomic(), connection.cursor() as cursor:
        with bare(cursor, TABLES):
            fill_people(cursor, values)
            cursor.execute(_CASES, values)
            for statement in _BESIDE:
                cursor.execute(statement)
        phone = sealer().index("10012345678", Field.PHONE)
        cursor.execute(
            "UPDATE desk_contactpoint SET index = %s WHERE case_id IN (SELECT c.id FROM desk_case c"
            " JOIN access_organisation o ON o.id = c.unit_id AND o.code = 'BENCH-T0' ORDER BY c.id LIMIT 3)",
            [phone],
        )
    recount()
    settle((*TABLES, "desk_casesum", "desk_batch", "access_membership", "access_organisation"))


def _world(cases: int) -> dict[str, Any]:
    client, branch = Organisation.objects.get(code="BENCH-C3"), Organisation.objects.get(code="BENCH-B2")
    teams = list(Organisation.objects.filter(path__startswith=branch.path).values_list("pk", flat=True))
    collector = Membership.objects.get(account__username="col7")
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(id) FROM desk_batch WHERE organisation_id = %s", [client.pk])
        batch = cursor.fetchone()[0]
    return {
        "cases": cases,
        "browsers": {
            who: browser(name)
            for who, name in (
                ("admin", "admin"), ("clerk", "clerk"), ("supervisor", "supervisor"), ("collector", "col7"),
            )
        },
        "facts": {
            "client": client.pk, "batch": batch, "branch": branch.pk, "phone": "10012345678",
            "middle": cases // 2 // 50,
        },
        "params": {
            "client": client.pk, "batch": batch, "holder": collector.pk, "teams": teams,
            "phone": sealer().index("10012345678", Field.PHONE),
        },
    }  # fmt: skip


def _provinces() -> list[str]:
    return ["江苏省", "浙江省", "广东省", "山东省", "河南省", "四川省", "湖北省", "湖南省", "福建省", "安徽省",
            "河北省", "陕西省", "江西省", "辽宁省", "云南省"]  # fmt: skip
