"""Finds or creates persons set-wise: by the ID number's blind index, else by mobile and name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import repeat

from django.db import connection

from anjie.desk.loading import Block, block, bytes_array, copy_block, few, hexes, plains, take_ids, texts
from anjie.desk.models import Person
from anjie.desk.places import PERSON_ID
from anjie.foundation import clock, masks
from anjie.foundation.ahead import ahead
from anjie.foundation.sealed import Field, sealer

_COLUMNS = (
    "id", "kind", "name", "id_kind", "id_sealed", "id_index", "id_mask", "mobile_index", "sex", "born_on",
    "created_at",
)  # fmt: skip
_STAGE = "anjie_new_person"
_PORTION = 10_000


@dataclass(slots=True)
class PersonFacts:
    """Who somebody is, as a sheet or a form tells it; ID number and mobile in plain text, written as they were."""

    name: str
    id_no: str = ""
    mobile: str = ""
    kind: str = Person.Kind.NATURAL
    id_kind: str = ""
    sex: str = ""
    born_on: date | None = None


@dataclass(slots=True)
class _Wanted:
    """A distinct person and the rows that name him."""

    facts: PersonFacts
    id_index: bytes | None
    mobile_index: bytes | None
    rows: list[int]
    id: int = 0


def find_or_create_persons(facts: Sequence[PersonFacts]) -> list[int]:
    """The person's id for each row, in order; must run inside a transaction.

    Rows with the same ID number are one person; a person known only by mobile and name takes on the ID
    number that a later row brings. Safe when others do the same at the same time: a unique index decides
    and the loser reads the winner's row. Rows with neither number are new persons each.
    """
    wanted = _distinct(facts)
    by_id = sorted((one for one in wanted if one.id_index), key=lambda one: one.id_index or b"")
    by_mobile = sorted(
        (one for one in wanted if not one.id_index and one.mobile_index),
        key=lambda one: (one.mobile_index or b"", one.facts.name),
    )
    _find_by_id(by_id)
    _adopt(by_id)
    _create([one for one in by_id if not one.id])
    _find_by_id([one for one in by_id if not one.id])
    _find_by_mobile(by_mobile)
    _create([one for one in by_mobile if not one.id])
    _find_by_mobile([one for one in by_mobile if not one.id])
    _create([one for one in wanted if not one.id_index and not one.mobile_index])
    ids = [0] * len(facts)
    for one in wanted:
        for row in one.rows:
            ids[row] = one.id
    return ids


def _distinct(facts: Sequence[PersonFacts]) -> list[_Wanted]:
    with_id = [row for row, one in enumerate(facts) if one.id_no]
    with_mobile = [row for row, one in enumerate(facts) if one.mobile]
    seal = sealer()
    ids = dict(zip(with_id, seal.index_many((facts[row].id_no for row in with_id), Field.ID_NO), strict=True))
    mobiles = dict(
        zip(
            with_mobile, seal.index_many((facts[row].mobile for row in with_mobile), Field.PHONE), strict=True
        )
    )
    found: dict[object, _Wanted] = {}
    for row, one in enumerate(facts):
        id_index, mobile_index = ids.get(row), mobiles.get(row)
        key: object = id_index or ((mobile_index, one.name) if mobile_index else row)
        known = found.get(key)
        if known:
            known.rows.append(row)
        else:
            found[key] = _Wanted(one, id_index, mobile_index, [row])
    return list(found.values())


def _find_by_id(wanted: list[_Wanted]) -> None:
    if not wanted:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id_index, id FROM desk_person WHERE id_index = ANY(%s::bytea[])",
            [bytes_array(one.id_index for one in wanted)],
        )
        known = {bytes(index): pk for index, pk in cursor.fetchall()}
    for one in wanted:
        one.id = known.get(one.id_index or b"", 0)


def _find_by_mobile(wanted: list[_Wanted], *, without_id: bool = False) -> None:
    if not wanted:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT ON (mobile_index, name) mobile_index, name, id FROM desk_person"
            " WHERE mobile_index = ANY(%s::bytea[])"
            + (" AND id_index IS NULL" if without_id else "")
            + " ORDER BY mobile_index, name, id",
            [bytes_array(one.mobile_index for one in wanted)],
        )
        known = {(bytes(index), name): pk for index, name, pk in cursor.fetchall()}
    for one in wanted:
        one.id = known.get((one.mobile_index or b"", one.facts.name), 0)


def _adopt(wanted: list[_Wanted]) -> None:
    """Give persons known only by mobile and name the ID number that has now come."""
    candidates = sorted(
        (one for one in wanted if not one.id and one.mobile_index), key=lambda one: one.rows[0]
    )
    _find_by_mobile(candidates, without_id=True)
    taken: set[int] = set()
    for one in candidates:
        if one.id in taken:  # two ID numbers claim the same nameless record: the second is somebody else
            one.id = 0
        taken.add(one.id)
    adopted = sorted((one for one in candidates if one.id), key=lambda one: one.id)
    if not adopted:
        return
    tokens = sealer().seal_many((one.facts.id_no for one in adopted), PERSON_ID, [one.id for one in adopted])
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE desk_person p SET id_index = s.id_index, id_sealed = s.id_sealed, id_mask = s.id_mask,"
            " id_kind = s.id_kind FROM unnest(%s::bigint[], %s::bytea[], %s::bytea[], %s::text[], %s::text[])"
            " AS s(id, id_index, id_sealed, id_mask, id_kind) WHERE p.id = s.id AND p.id_index IS NULL"
            " RETURNING p.id",
            [
                [one.id for one in adopted],
                [one.id_index for one in adopted],
                tokens,
                [masks.id_no(one.facts.id_no) for one in adopted],
                [one.facts.id_kind for one in adopted],
            ],
        )
        done = {row[0] for row in cursor.fetchall()}
    for one in adopted:
        if one.id not in done:  # somebody else gave it another number meanwhile
            one.id = 0


def _create(wanted: list[_Wanted]) -> None:
    """Insert those who are missing, in the unique index's order so that two imports never dead-lock.

    Whoever was created by somebody else meanwhile keeps the id 0 and is read again by the caller.
    """
    portions = [wanted[at : at + _PORTION] for at in range(0, len(wanted), _PORTION)]
    numbered = ((portion, take_ids("desk_person", len(portion))) for portion in portions)
    at = clock.now()

    def written_out(
        numbered: tuple[list[_Wanted], Sequence[int]],
    ) -> tuple[list[_Wanted], Sequence[int], Block]:
        return *numbered, _written_out(*numbered, at)

    # Many are sealed and written out while the database is still taking in those before them.
    written = ahead(written_out, numbered) if len(portions) > 1 else map(written_out, numbered)
    for portion, ids, rows in written:
        _insert(portion, ids, rows)


def _written_out(wanted: list[_Wanted], ids: Sequence[int], at: datetime) -> Block:
    """Persons sealed under these ids as rows for the stage; asks the database nothing."""
    with_id = [place for place, one in enumerate(wanted) if one.id_index]
    numbers = [wanted[place].facts.id_no for place in with_id]
    tokens = dict(
        zip(
            with_id,
            sealer().seal_many(numbers, PERSON_ID, [ids[place] for place in with_id]),
            strict=True,
        )
    )
    facts = [one.facts for one in wanted]
    return block(
        _STAGE,
        {
            "id": plains(ids),
            "kind": [one.kind for one in facts],
            "name": texts([one.name for one in facts]),
            "id_kind": texts([one.id_kind for one in facts]),
            "id_sealed": hexes(map(tokens.get, range(len(wanted)))),
            "id_index": hexes([one.id_index for one in wanted]),
            "id_mask": texts([masks.id_no(one.id_no) if one.id_no else "" for one in facts]),
            "mobile_index": hexes([one.mobile_index for one in wanted]),
            "sex": texts([one.sex for one in facts]),
            "born_on": few([one.born_on for one in facts]),
            "created_at": repeat(str(at)),
        },
    )


def _insert(wanted: list[_Wanted], ids: Sequence[int], rows: Block) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE TEMP TABLE IF NOT EXISTS {_STAGE} (LIKE desk_person) ON COMMIT DROP; TRUNCATE {_STAGE}"
        )
    copy_block(rows)
    named = ", ".join(_COLUMNS)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO desk_person ({named}) SELECT {named} FROM {_STAGE}"
            " ORDER BY id_index, mobile_index, name ON CONFLICT DO NOTHING RETURNING id"
        )
        made = {row[0] for row in cursor.fetchall()}
    for pk, one in zip(ids, wanted, strict=True):
        if pk in made:
            one.id = pk
