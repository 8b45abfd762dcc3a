"""What every seeded desk has: invented people, units, members with a browser signed in, and tables filled bare."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection
from django.test import Client

from anjie.access.models import Account, Membership, Organisation
from anjie.access.sessions import begin
from anjie.foundation import clock, names

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = (
    "小明伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛超霞平刚桂兰文玉华建国志海燕红玲飞鹏浩宇欣怡子轩涵梓晨"
    "雨泽思远博嘉俊辉凯婷雪梅莉琳慧颖倩佳琪瑶璐萍莹晶洁波斌鑫龙健东南西北春夏秋冬金木水火土天地山川"
)
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


def fill_people(cursor: Any, values: dict[str, Any]) -> None:
    """So many invented people, and ``bench_key`` with the pinyin key of each name among them."""
    cursor.execute("SELECT setseed(0.42)")
    cursor.execute(_PEOPLE, values | {"surnames": SURNAMES, "given": GIVEN})
    cursor.execute("CREATE TEMP TABLE bench_key (name text, key text)")
    cursor.execute("SELECT DISTINCT name FROM desk_person")
    keys = [(name, names.pinyin_key(name)) for (name,) in cursor.fetchall()]
    with cursor.copy("COPY bench_key FROM STDIN") as copy:
        for row in keys:
            copy.write_row(row)
    cursor.execute("ANALYZE bench_key")


@contextmanager
def bare(cursor: Any, tables: Sequence[str]) -> Iterator[None]:
    """Without secondary indexes, foreign keys and triggers while the rows go in; they are made again after."""
    cursor.execute(
        "SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) FROM pg_constraint"
        " WHERE contype = 'f' AND conrelid::regclass::text = ANY(%s)",
        [list(tables)],
    )
    keys = cursor.fetchall()
    cursor.execute(
        "SELECT quote_ident(i.indexname), i.indexdef FROM pg_indexes i WHERE i.tablename = ANY(%s)"
        " AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname)",
        [list(tables)],
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


def settle(tables: Sequence[str]) -> None:
    """Let the planner know these tables and index-only scans trust them; in a transaction only the former."""
    if connection.in_atomic_block:
        command = "ANALYZE"
    else:
        command = "VACUUM (ANALYZE)"
        connection.set_autocommit(True)
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"{command} {table}")


def browser(username: str) -> Client:
    """A browser in which this member is signed in."""
    client = Client()
    session = client.session
    session["account"] = Account.objects.get(username=username).pk
    session.save()
    membership = Membership.objects.select_related("account", "role", "unit").get(account__username=username)
    begin(membership.account, membership, str(session.session_key), address="127.0.0.1", agent="bench")
    return client


def unit(kind: str, code: str, name: str, parent: Organisation | None) -> Organisation:
    """A unit of the desk, below its parent."""
    made = Organisation.objects.create(kind=kind, code=code, name=name, parent=parent, path="")
    made.path = f"{parent.path if parent else '/'}{made.pk}/"
    made.save(update_fields=["path"])
    return made


def member(username: str, name: str, role: Any, unit: Organisation, reach: str) -> Membership:
    """Somebody with an account and one membership."""
    account = Account.objects.create(
        username=username, staff_no=f"B{username}", name=name, password_changed_at=clock.now()
    )
    return Membership.objects.create(account=account, role=role, unit=unit, reach=reach)
