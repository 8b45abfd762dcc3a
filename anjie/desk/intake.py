"""Opens cases set-wise: persons, cases, parties, contact points, search words, holders and the first event.

Used by the placement sheet, the demo world and tests alike. What only one line knows (the placement beside
its case) the line gives as blocks that are written in the same breath.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from itertools import chain, compress, repeat
from typing import Any

from django.db import transaction

from anjie.access.actors import Actor
from anjie.access.models import Membership
from anjie.desk import timeline
from anjie.desk.case_facts import CaseFacts, ContactFacts
from anjie.desk.lines import Line
from anjie.desk.loading import (
    NULL,
    Block,
    block,
    copy_block,
    few,
    hexes,
    id_array,
    plains,
    take_ids,
    text_array,
    texts,
)
from anjie.desk.models import Holding
from anjie.desk.people import find_or_create_persons
from anjie.desk.places import CONTACT_POINT, INDEX_OF_KIND, MASK_OF_KIND
from anjie.desk.references import proved_at_the_end
from anjie.foundation import clock, identifiers, names
from anjie.foundation.sealed import sealer

OPENED = "case.opened"


@dataclass(frozen=True, slots=True)
class Opened:
    """The ids and numbers of the cases opened, in the order of the rows given."""

    case_ids: Sequence[int]
    person_ids: list[int]
    nos: list[str]


@dataclass(frozen=True, slots=True)
class Taken:
    """Ids taken ahead for some cases and their contact points (more of these than needed is no harm)."""

    cases: Sequence[int]
    contact_points: Sequence[int]


@dataclass(frozen=True, slots=True)
class Prepared:
    """Some cases sealed, indexed and written out, ready to be written down."""

    opened: Opened
    amounts: list[Decimal]
    blocks: list[Block]


class Opening:
    """Cases opened piece by piece in one transaction: take ids, prepare, write; see :func:`opening`."""

    def __init__(
        self, actor: Actor, line: Line, *, at: datetime | None = None, facts: Mapping[str, Any] | None = None
    ) -> None:
        self.actor, self.line = actor, line
        self.at = at or clock.now()
        self.today = clock.local(self.at).date()
        self.facts = facts or {}
        self.pointed: dict[str, set[int]] = {}
        """What the rows written so far point to, beside the cases themselves."""

    def take(self, cases: int, contact_points: int) -> Taken:
        """Ids for this many cases and at most this many contact points."""
        return Taken(take_ids("desk_case", cases), take_ids("desk_contactpoint", contact_points))

    def prepare(
        self,
        rows: Sequence[CaseFacts],
        person_ids: Sequence[int],
        taken: Taken,
        unit_of: Mapping[int, int] | None = None,
    ) -> Prepared:
        """Rows and the persons they are about as blocks to write; asks the database nothing.

        ``unit_of`` gives the units of holders whose row names none.
        """
        case_ids = taken.cases
        # The id is the running number: unique without a counter that imports would wait for.
        nos = [identifiers.case_no(self.line.prefix, self.today, pk) for pk in case_ids]
        self._point(rows, person_ids, unit_of or {})
        cases, persons = plains(case_ids), plains(person_ids)
        blocks = [
            self._cases(rows, cases, persons, nos, unit_of or {}),
            block(
                "desk_party",
                {"case_id": cases, "person_id": persons, "part": texts([row.part for row in rows])},
            ),
            block(
                "desk_casesearch",
                {
                    "case_id": cases,
                    "grams": texts(
                        [text_array(search_words(row.title or row.person.name, row.numbers)) for row in rows]
                    ),
                    "tags": texts([text_array(row.tags) for row in rows]),
                },
            ),
            self._holdings(rows, case_ids),
        ]
        counts = [len(row.contacts) for row in rows]
        contacts = _Contacts(
            list(chain.from_iterable(map(repeat, cases, counts))),
            list(chain.from_iterable(map(repeat, persons, counts))),
            [str(position) for count in counts for position in range(count)],
            [contact for row in rows for contact in row.contacts],
        )
        blocks.append(_contact_block(contacts, taken.contact_points, self.at))
        return Prepared(Opened(case_ids, list(person_ids), nos), [row.amount for row in rows], blocks)

    def write(self, prepared: Prepared, beside: Iterable[Block] = ()) -> Opened:
        """Write prepared cases, what the line keeps ``beside`` them, and their first events."""
        for one in (*prepared.blocks, *beside):
            copy_block(one)
        if prepared.amounts:
            timeline.begin_from(
                self.actor,
                OPENED,
                "SELECT s.case_id, %(common)s::jsonb || jsonb_build_object('amount', s.amount::text) AS facts"
                " FROM unnest(%(cases)s::bigint[], %(amounts)s::numeric[]) AS s(case_id, amount)",
                {
                    "common": json.dumps(dict(self.facts), ensure_ascii=False, default=str),
                    "cases": id_array(prepared.opened.case_ids),
                    "amounts": f"{{{','.join(map(str, prepared.amounts))}}}",
                },
                at=self.at,
            )
        return prepared.opened

    def points(self, table: str, ids: Iterable[int | None]) -> None:
        """Note rows of ``table`` that written ones point to; blanks are nothing."""
        self.pointed.setdefault(table, set()).update(pk for pk in set(ids) if pk)

    def _point(self, rows: Sequence[CaseFacts], persons: Sequence[int], unit_of: Mapping[int, int]) -> None:
        self.points("desk_person", persons)
        self.points("desk_batch", (row.batch_id for row in rows))
        self.points("access_organisation", (row.organisation_id for row in rows))
        self.points("access_organisation", (row.unit_id for row in rows))
        self.points("access_organisation", unit_of.values())
        self.points("access_membership", (row.holder_id for row in rows))
        self.points("access_membership", (row.clerk_id for row in rows))

    def _cases(
        self,
        rows: Sequence[CaseFacts],
        cases: list[str],
        persons: list[str],
        nos: list[str],
        unit_of: Mapping[int, int],
    ) -> Block:
        first = self.line.states[0].code
        closed = {state.code for state in self.line.states if not state.is_open}
        now = str(self.at)
        titles = [row.title or row.person.name for row in rows]
        return block(
            "desk_case",
            {
                "id": cases,
                "no": nos,
                "line": repeat(self.line.code),
                "state": [row.state or first for row in rows],
                "title": texts(titles),
                "title_key": texts([names.pinyin_key(title)[:80] for title in titles]),
                "person_id": persons,
                "organisation_id": few([row.organisation_id for row in rows]),
                "batch_id": few([row.batch_id for row in rows]),
                "unit_id": few(
                    row.unit_id or (unit_of.get(row.holder_id) if row.holder_id else None) for row in rows
                ),
                "holder_id": few([row.holder_id for row in rows]),
                "clerk_id": few([row.clerk_id for row in rows]),
                "amount": plains(row.amount for row in rows),
                "settled_amount": few([row.settled_amount for row in rows]),
                "balance": plains(
                    row.amount - row.settled_amount if row.balance is None else row.balance for row in rows
                ),
                "currency": texts([row.currency for row in rows]),
                "category": texts([row.category for row in rows]),
                "region": texts([row.region for row in rows]),
                "colour": repeat(""),
                "opened_at": repeat(now),
                "assigned_at": [now if row.holder_id else NULL for row in rows],
                "term_on": few([row.term_on for row in rows]),
                "closed_at": [now if row.state in closed else NULL for row in rows],
                "custom": texts([_json(row.custom) for row in rows]),
            },
        )

    def _holdings(self, rows: Sequence[CaseFacts], case_ids: Sequence[int]) -> Block:
        held = [(pk, row.holder_id) for pk, row in zip(case_ids, rows, strict=True) if row.holder_id]
        return block(
            "desk_holding",
            {
                "case_id": plains(pk for pk, _ in held),
                "membership_id": plains(holder for _, holder in held),
                "role": repeat(Holding.Role.HOLDER.value),
                "from_at": repeat(str(self.at)),
                "why": repeat("opened"),
            },
        )


@contextmanager
def opening(
    actor: Actor, line: Line, *, at: datetime | None = None, facts: Mapping[str, Any] | None = None
) -> Iterator[Opening]:
    """Open cases piece by piece, all or none; what they point to is proved at the end.

    ``facts`` (batch number, import id) go into each case's first event beside its amount; no personal data.
    The caller has checked the actor's permission and the rows' values, and found the persons beforehand.
    """
    with transaction.atomic():
        one = Opening(actor, line, at=at, facts=facts)
        with proved_at_the_end(one.pointed):
            yield one


@transaction.atomic
def open_cases(
    actor: Actor,
    line: Line,
    rows: Sequence[CaseFacts],
    *,
    at: datetime | None = None,
    facts: Mapping[str, Any] | None = None,
) -> Opened:
    """Open a case for each row; all or none, as :func:`opening` does.

    Call it once per transaction: two callers that each call it several times may wait for one another's
    persons and one would be ended.
    """
    person_ids = find_or_create_persons([row.person for row in rows])
    with opening(actor, line, at=at, facts=facts) as one:
        taken = one.take(len(rows), sum(len(row.contacts) for row in rows))
        return one.write(one.prepare(rows, person_ids, taken, units_of(rows)))


def units_of(rows: Sequence[CaseFacts]) -> dict[int, int]:
    """The units of holders whose row names none."""
    holders = {row.holder_id for row in rows if row.holder_id and not row.unit_id}
    return dict(Membership.objects.filter(pk__in=holders).values_list("pk", "unit_id")) if holders else {}


def add_contact_points(
    rows: Iterable[tuple[int, int, int, ContactFacts]], *, at: datetime | None = None
) -> Sequence[int]:
    """Seal and insert contact points given as (case id, person id, position, facts); returns their ids.

    The same value twice in one case of these rows is inserted once; what the case already has is for the
    caller to compare, by the blind index.
    """
    given = list(rows)
    contacts = _Contacts(
        plains(row[0] for row in given),
        plains(row[1] for row in given),
        plains(row[2] for row in given),
        [row[3] for row in given],
    )
    ids = take_ids("desk_contactpoint", len(contacts.facts))
    copy_block(_contact_block(contacts, ids, at or clock.now()))
    return ids


class _Contacts:
    """Contact points as columns, with their blind indexes; the same value of a case once."""

    def __init__(
        self, cases: list[str], persons: list[str], positions: list[str], facts: list[ContactFacts]
    ) -> None:
        self.cases, self.persons, self.positions, self.facts = cases, persons, positions, facts
        self.kinds = [one.kind for one in facts]
        self.indexes: list[bytes] = [b""] * len(facts)
        fields = [INDEX_OF_KIND[kind] for kind in self.kinds]
        for field in set(fields):
            places = [place for place, one in enumerate(fields) if one == field]
            values = [facts[place].value for place in places]
            for place, index in zip(places, sealer().index_many(values, field), strict=True):
                self.indexes[place] = index
        self._once_each()

    def _once_each(self) -> None:
        keys = list(zip(self.cases, self.kinds, self.indexes, strict=True))
        first = dict(zip(reversed(keys), range(len(keys) - 1, -1, -1), strict=True))
        if len(first) == len(keys):
            return
        kept = [first[key] == place for place, key in enumerate(keys)]
        for name, column in list(vars(self).items()):
            setattr(self, name, list(compress(column, kept)))


def _contact_block(given: _Contacts, ids: Sequence[int], at: datetime) -> Block:
    facts, kinds = given.facts, given.kinds
    ids = ids[: len(facts)]
    tokens = sealer().seal_many([one.value.strip() for one in facts], CONTACT_POINT, ids)
    return block(
        "desk_contactpoint",
        {
            "id": plains(ids),
            "case_id": given.cases,
            "person_id": given.persons,
            "kind": kinds,
            "sealed": hexes(tokens),
            "index": hexes(given.indexes),
            "mask": texts([MASK_OF_KIND[one.kind](one.value)[:80] for one in facts]),
            "owner": texts([one.owner for one in facts]),
            "relation": texts([one.relation for one in facts]),
            "label": texts([one.label for one in facts]),
            "attribution": texts([one.attribution for one in facts]),
            "source": texts([one.source for one in facts]),
            "state": [one.state for one in facts],
            "do_not_contact": repeat("f"),
            "agreed_hours": repeat("f"),
            "position": given.positions,
            "created_at": repeat(str(at)),
        },
    )


_encode = json.JSONEncoder(ensure_ascii=False, default=str).encode


def _json(values: Mapping[str, Any]) -> str:
    return _encode(dict(values)) if values else "{}"


def search_words(title: str, numbers: Iterable[str] = ()) -> list[str]:
    """What a case is found by: the grams of its title, and each number whole."""
    return [*names.grams(title), *(number_word(number) for number in numbers if number)]


def number_word(number: str) -> str:
    """The search word of a number, however it is written; the sign keeps it apart from names."""
    return f"#{identifiers.tidy(number)}"
