"""A database of an earlier version comes up to this one with nothing lost, also when two start at once.

``earlier/`` holds what that version's own actions wrote: staff, five placed cases, a call, a promise, a repayment, and
a mediation filed; of the second day disputes with one respondent each: a draft, one sent back and one answered, and
one whose parties talk to their mediator. A version that changes stored data adds a dump of its own day there.
"""

from __future__ import annotations

import json
import lzma
import shutil
import subprocess
import sys
import uuid
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg
import pytest
from django.db import connection
from psycopg import sql

from anjie.foundation.sealed import KeyRing, Sealer
from anjie.lines.mediation.application.naming import PLACE
from tests.config.homes import environment, new_home

EARLIER = Path(__file__).with_name("earlier")
DAYS = sorted(path.name.removesuffix(".sql.xz") for path in EARLIER.glob("*.sql.xz"))
APPLIED = "SELECT count(*), count(DISTINCT (app, name)) FROM django_migrations"
CHANGED = {
    "access_role": "shipped roles gain the deeds that are new",
    "access_trailentry": "what they gained is on the trail",
    "access_trailhead": "whose end moves on",
    "django_migrations": "more of them are applied",
    "django_content_type": "new tables",
    "auth_permission": "and what Django derives from them",
    "mediation_roommessage": "a private room is a party's, no longer a side's",
    "mediation_roomseen": "as far as it was read",
    "mediation_review": "remarks name the respondent they are about by his place",
}
"""The tables an upgrade may add to; every row that was there stays in them."""


MOVED = {
    "mediation_dispute": {
        "respondent_name": "SELECT w.name FROM desk_party p JOIN desk_person w ON w.id = p.person_id"
        " WHERE p.part = 'respondent'",
        "respondent_kind": "SELECT w.kind FROM desk_party p JOIN desk_person w ON w.id = p.person_id"
        " WHERE p.part = 'respondent'",
        "respondent_opinion": "SELECT opinion FROM mediation_statement",
        "respondent_statement": "SELECT text FROM mediation_statement",
        "respondent_sealed": "SELECT respondents_sealed FROM mediation_dispute",
    }
}
"""Columns that are gone, and where what stood in them is found now."""


@pytest.fixture
def database() -> Iterator[str]:
    """The address of a new database on the server of the tests."""
    given = connection.get_connection_params()
    name = f"anjie_upgrade_{uuid.uuid4().hex[:8]}"

    def address(database: str) -> str:
        return (
            f"postgresql://{given['user']}:{quote(given.get('password') or '', safe='')}@/{database}"
            f"?host={quote(str(given['host']), safe='')}&port={given.get('port') or 5432}"
        )

    with psycopg.connect(address("postgres"), autocommit=True) as server:
        server.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'").format(sql.Identifier(name))
        )
        yield address(name)
        server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def columns(database: psycopg.Connection) -> dict[str, list[str]]:
    """The columns of every table."""
    found: dict[str, list[str]] = {}
    for table, column in database.execute(
        "SELECT table_name, column_name FROM information_schema.columns c JOIN information_schema.tables t"
        " USING (table_schema, table_name) WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
        " AND table_name NOT LIKE 'procrastinate%' ORDER BY 1, 2"
    ):
        found.setdefault(table, []).append(column)
    return found


def rows(database: psycopg.Connection, table: str, names: list[str]) -> set[tuple[Any, ...]]:
    """A table's rows as text, of these columns."""
    asked = sql.SQL("SELECT {} FROM {}").format(
        sql.SQL(", ").join(sql.SQL("{}::text").format(sql.Identifier(name)) for name in names),
        sql.Identifier(table),
    )
    return set(database.execute(asked))


def named_in_drafts(database: psycopg.Connection, secrets: Path) -> list[dict[str, Any]]:
    """Whom applications that are not handed in name as respondents, opened with the installation's own keys."""
    held = json.loads(secrets.read_text())
    keys = {at: b64decode(one["key"]) for at, one in enumerate(held["seal_keys"], 1)}
    opener = Sealer(KeyRing(keys, max(keys), b64decode(held["index_key"])))
    sealed = database.execute(
        "SELECT respondents_sealed, case_id FROM mediation_dispute WHERE respondents_sealed IS NOT NULL ORDER BY 2"
    )
    return [one for token, pk in sealed for one in json.loads(opener.open(token, PLACE, pk))]


def respondents_are_parties(database: psycopg.Connection, secrets: Path) -> None:
    """Of 2026-11-27: whom drafts named, what was stated, said and remarked is found with the party it belongs to."""
    first, second = named_in_drafts(database, secrets)
    assert (first["name"], first["phone"], first["party_id"]) == ("邬兰", "13491230021", None)
    assert (second["name"], second["phone"]) == ("秦海涛", "13491230009")
    parties = {one for (one,) in database.execute("SELECT id FROM desk_party WHERE part = 'respondent'")}
    assert second["party_id"] in parties
    talked = "SELECT audience, party_id FROM mediation_roommessage WHERE party_id IS NOT NULL ORDER BY id"
    said = database.execute(talked).fetchall()
    assert [audience for audience, _ in said] == [f"mediators+p{party}" for _, party in said] and len(
        said
    ) == 2
    assert database.execute("SELECT room FROM mediation_roomseen").fetchall() == [(f"p{said[1][1]}",)]
    stated = database.execute("SELECT opinion, text FROM mediation_statement").fetchall()
    assert stated == [("partly", "漏水属实，但金额过高。")]
    remarks = database.execute("SELECT remarks FROM mediation_review WHERE decision = 'sent_back'")
    assert remarks.fetchone() == ({"respondents.0.phone": "打不通"},)


MOVED_OF = {"2026-11-27": respondents_are_parties}
"""What else is looked at in a database of that day."""


@pytest.mark.parametrize("day", DAYS)
def test_an_earlier_database_loses_nothing_and_two_starters_both_end_well(day: str, database: str) -> None:
    # given a database as that version left it, with its keys
    with psycopg.connect(database, autocommit=True) as old:
        old.execute(lzma.decompress((EARLIER / f"{day}.sql.xz").read_bytes()))
    with psycopg.connect(database) as old:
        was = columns(old)
        before = {table: rows(old, table, names) for table, names in was.items()}
    with new_home() as home:
        shutil.copy(EARLIER / f"{day}.secrets.json", home / "secrets.json")
        (home / "secrets.json").chmod(0o600)
        given = environment(home, DATABASE_URL=database)

        def start(*words: str) -> subprocess.Popen[str]:
            command = [sys.executable, "-m", "config.command", *words]
            return subprocess.Popen(
                command, env=given, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
            )

        # when two bring it up at the same moment
        both = [start("migrate"), start("migrate")]
        said = [one.communicate(timeout=300)[0] for one in both]
        # then one of them did it, once
        assert [one.returncode for one in both] == [0, 0], said
        assert sorted("Applying" in words for words in said) == [False, True], said
        # and everything that was there still is
        with psycopg.connect(database) as new:
            named = {one["name"] for one in named_in_drafts(new, home / "secrets.json")}
            MOVED_OF.get(day, lambda *_: None)(new, home / "secrets.json")
            applied = new.execute(APPLIED).fetchone()
            now = columns(new)
            stands = {
                name: {row[0] for row in new.execute(asked)}
                for queries in MOVED.values()
                for name, asked in queries.items()
            }
            kept = {t: rows(new, t, [n for n in was[t] if n in now[t]]) for t in was if t in now}
        assert applied and applied[0] == applied[1]
        assert was.keys() <= now.keys()
        # a column may go with what nobody ever wrote, or where its values stand elsewhere
        gone = {t: set(was[t]) - set(now[t]) for t in was if before[t]}
        assert {t: names for t, names in gone.items() if names - MOVED.get(t, {}).keys()} == {}
        for table, queries in MOVED.items():
            for name in gone.get(table, set()) & queries.keys():
                stood = {row[was[table].index(name)] for row in before[table]} - {None, ""}
                if name.endswith("_sealed"):
                    assert len(stood) == len(stands[name] - {None}), name
                else:
                    assert stood <= stands[name] | named, name
        still = {t: [at for at, name in enumerate(was[t]) if name in now[t]] for t in was}
        same = {t: {tuple(row[at] for at in still[t]) for row in before[t]} == kept[t] for t in was}
        assert {t for t in was if not same[t]} <= CHANGED.keys()
        assert {t for t in was if len(kept[t]) < len(before[t])} == set()
        # and its keys fit, its figures agree and its chains hold; only nobody works for it here
        examined = json.loads(start("doctor", "--json").communicate(timeout=120)[0].strip().splitlines()[-1])
        assert [one["name"] for one in examined["checks"] if not one["ok"]] == ["worker"]
        assert {"keys", "orphans", "timeline"} <= {one["name"] for one in examined["checks"]}
        chains = start("verify-trail", "--json")
        answer = chains.communicate(timeout=120)[0]
        assert chains.returncode == 0, answer
