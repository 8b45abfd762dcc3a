"""A desk of a million cases, made set-wise in a database of its own: for measuring lists, not for looking at."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction
from django.test import Client

from anjie.access.models import Account, Membership, Organisation
from anjie.access.sealed_columns import prove_keys
from anjie.access.sessions import begin
from anjie.access.shipped import ship_roles
from anjie.desk.sums import recount
from anjie.foundation import names
from anjie.foundation.sealed import Field, sealer

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = (
    "小明伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛超霞平刚桂兰文玉华建国志海燕红玲飞鹏浩宇欣怡子轩涵梓晨"
    "雨泽思远博嘉俊辉凯婷雪梅莉琳慧颖倩佳琪瑶璐萍莹晶洁波斌鑫龙健东南西北春夏秋冬金木水火土天地山川"
)
TABLES = ("desk_person", "desk_case", "desk_casesearch", "desk_contactpoint", "recovery_placement")

_PEOPLE = """
INSERT INTO desk_person (id, kind, name, id_kind, id_mask, sex, created_at, mobile_index, id_index)
SELECT n, 'natural', s.name, '', '320***********' || lpad((n %% 10000)::text, 4, '0'), '', now(),
    substr(sha256(('m' || n)::bytea), 1, 16), substr(sha256(('i' || n)::bytea), 1, 16)
FROM generate_series(1, %(people)s) n
CROSS JOIN LATERAL (SELECT
    substr(%(surnames)s, 1 + (length(%(surnames)s) * random() ^ 2)::int %% length(%(surnames)s), 1)
    || substr(%(given)s, 1 + (length(%(given)s) * random() ^ 1.5)::int %% length(%(given)s), 1)
    || CASE WHEN random() < 0.75
        THEN substr(%(given)s, 1 + (length(%(given)s) * random() ^ 1.5)::int %% length(%(given)s), 1)
        ELSE '' END AS name WHERE n > 0) s
"""
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
    company = _unit("company", "BENCH", "公司", None)
    roles = ship_roles()
    clients = [_unit("client", f"BENCH-C{n}", f"委托方{n:02d}", None) for n in range(24)]
    teams = [
        _unit("team", f"BENCH-T{4 * branch + team}", f"{branch + 1}{team + 1}组", above)
        for branch in range(5)
        for above in [_unit("branch", f"BENCH-B{branch}", f"分公司{branch + 1}", company)]
        for team in range(4)
    ]
    for number in range(200):
        _member(
            f"col{number}",
            f"{SURNAMES[number % 40]}催{number:03d}",
            roles["collector"],
            teams[number % 20],
            "own",
        )
    _member("admin", "管理", roles["administrator"], company, "all")
    _member("clerk", "内勤", roles["clerk"], company, "company")
    _member("supervisor", "主管", roles["supervisor"], teams[0], "team")
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
        "surnames": SURNAMES,
        "given": GIVEN,
        "clerk": Membership.objects.get(account__username="clerk").pk,
        "regions": [f"{province}{city}市" for province in _provinces() for city in "甲乙丙丁戊己庚辛"],
        "batches": 240,
        "members": 200,
    }
    with transaction.atomic(), connection.cursor() as cursor:
        with _bare(cursor):
            cursor.execute("SELECT setseed(0.42)")
            cursor.execute(_PEOPLE, values)
            cursor.execute("CREATE TEMP TABLE bench_key (name text, key text)")
            cursor.execute("SELECT DISTINCT name FROM desk_person")
            keys = [(name, names.pinyin_key(name)) for (name,) in cursor.fetchall()]
            with cursor.copy("COPY bench_key FROM STDIN") as copy:
                for row in keys:
                    copy.write_row(row)
            cursor.execute("ANALYZE bench_key")
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
    connection.set_autocommit(True)
    with connection.cursor() as cursor:
        for table in (*TABLES, "desk_casesum", "desk_batch", "access_membership", "access_organisation"):
            cursor.execute(f"VACUUM (ANALYZE) {table}")


@contextmanager
def _bare(cursor: Any) -> Iterator[None]:
    """Without secondary indexes, foreign keys and triggers while the rows go in; they are made again after."""
    cursor.execute(
        "SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) FROM pg_constraint"
        " WHERE contype = 'f' AND conrelid::regclass::text = ANY(%s)",
        [list(TABLES)],
    )
    keys = cursor.fetchall()
    cursor.execute(
        "SELECT quote_ident(i.indexname), i.indexdef FROM pg_indexes i WHERE i.tablename = ANY(%s)"
        " AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname)",
        [list(TABLES)],
    )
    indexes = cursor.fetchall()
    for table, name, _ in keys:
        cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
    for name, _ in indexes:
        cursor.execute(f"DROP INDEX {name}")
    cursor.execute("ALTER TABLE desk_case DISABLE TRIGGER USER")
    yield
    cursor.execute("ALTER TABLE desk_case ENABLE TRIGGER USER")
    for _, definition in indexes:
        cursor.execute(definition)
    for table, name, definition in keys:
        cursor.execute(f"ALTER TABLE {table} ADD CONSTRAINT {name} {definition}")


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
            who: _browser(name)
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


def _browser(username: str) -> Client:
    client = Client()
    session = client.session
    session["account"] = Account.objects.get(username=username).pk
    session.save()
    membership = Membership.objects.select_related("account", "role", "unit").get(account__username=username)
    begin(membership.account, membership, str(session.session_key), address="127.0.0.1", agent="bench")
    return client


def _unit(kind: str, code: str, name: str, parent: Organisation | None) -> Organisation:
    made = Organisation.objects.create(kind=kind, code=code, name=name, parent=parent, path="")
    made.path = f"{parent.path if parent else '/'}{made.pk}/"
    made.save(update_fields=["path"])
    return made


def _member(username: str, name: str, role: Any, unit: Organisation, reach: str) -> None:
    from anjie.foundation import clock

    account = Account.objects.create(
        username=username, staff_no=f"B{username}", name=name, password_changed_at=clock.now()
    )
    Membership.objects.create(account=account, role=role, unit=unit, reach=reach)


def _provinces() -> list[str]:
    return ["江苏省", "浙江省", "广东省", "山东省", "河南省", "四川省", "湖北省", "湖南省", "福建省", "安徽省",
            "河北省", "陕西省", "江西省", "辽宁省", "云南省"]  # fmt: skip
