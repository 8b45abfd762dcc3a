"""Opens cases set-wise: persons, cases, parties, contact points, search words, holders and the first event.

Used by the placement sheet, the demo world and tests alike. What only one line knows (the placement beside
its case) the line gives as blocks that are written in the same breath.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import compress, repeat
from typing import Any

from django.db import transaction

from anjie.access.actors import Actor
from anjie.access.models import Membership
from anjie.desk import timeline
from anjie.desk.case_columns import CaseColumns, ContactColumns, ContactSort
from anjie.desk.case_facts import CaseFacts, ContactFacts
from anjie.desk.lines import Line
from anjie.desk.loading import (
    NULL,
    Block,
    block,
    copy_block,
    few,
    hexes,
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
    blocks: list[Block]


class Opening:
    """Cases opened piece by piece in one transaction: take ids, prepare, write; see :func:`opening`."""

    def __init__(
        self,
        actor: Actor,
        line: Line,
        *,
        at: datetime | None = None,
        facts: Mapping[str, Any] | None = None,
        categories: Collection[str] = (),
    ) -> None:
        self.actor, self.line = actor, line
        self.at = at or clock.now()
        self.today = clock.local(self.at).date()
        said: dict[str, dict[str, Any]] = {one: {"category": one} for one in sorted(set(categories))} or {
            "": {}
        }
        self.beginnings = {
            category: timeline.Beginnings(actor, OPENED, {**(facts or {}), **told}, "amount", at=self.at)
            for category, told in said.items()
        }
        self.pointed: dict[str, set[int]] = {}
        """What the rows written so far point to, beside the cases themselves."""

    def take(self, cases: int, contact_points: int) -> Taken:
        """Ids for this many cases and at most this many contact points."""
        return Taken(take_ids("desk_case", cases), take_ids("desk_contactpoint", contact_points))

    def columns(self, rows: Sequence[CaseFacts]) -> CaseColumns:
        """Rows as columns, each in its state and unit."""
        return CaseColumns.of(rows, self.line.states[0].code, _units_of(rows))

    def prepare(self, given: CaseColumns, person_ids: Sequence[int], taken: Taken) -> Prepared:
        """Cases and the persons they are about as blocks to write; asks the database nothing."""
        case_ids = taken.cases
        # The id is the running number: unique without a counter that imports would wait for.
        nos = [identifiers.case_no(self.line.prefix, self.today, pk) for pk in case_ids]
        self._point(given, person_ids)
        cases, persons = plains(case_ids), plains(person_ids)
        blocks = [
            self._cases(given, cases, persons, nos),
            block("desk_party", {"case_id": cases, "person_id": persons, "part": texts(given.parts)}),
            block(
                "desk_casesearch",
                {
                    "case_id": cases,
                    "grams": texts(
                        [
                            text_array(search_words(title, numbers))
                            for title, numbers in zip(given.titles, given.numbers, strict=True)
                        ]
                    ),
                    "tags": texts(list(map(text_array, given.tags))),
                },
            ),
            self._holdings(given, case_ids),
        ]
        points = given.contacts
        counts = Counter(points.rows)
        contacts = _Contacts(
            [cases[row] for row in points.rows],
            [persons[row] for row in points.rows],
            [str(position) for row in range(len(cases)) for position in range(counts[row])],
            points,
        )
        blocks.append(_contact_block(contacts, taken.contact_points, self.at))
        blocks += self._begun(given, case_ids)
        return Prepared(Opened(case_ids, list(person_ids), nos), blocks)

    def _begun(self, given: CaseColumns, case_ids: Sequence[int]) -> list[Block]:
        """The first events, told by category where that was asked for."""
        if "" in self.beginnings:
            return self.beginnings[""].blocks(case_ids, given.amounts)
        rows: dict[str, list[int]] = defaultdict(list)
        for row, category in enumerate(given.categories):
            rows[category].append(row)
        return [
            one
            for category, of_it in rows.items()
            for one in self.beginnings[category].blocks(
                [case_ids[row] for row in of_it], [given.amounts[row] for row in of_it]
            )
        ]

    def write(self, prepared: Prepared, beside: Iterable[Block] = ()) -> Opened:
        """Write prepared cases with their first events, and what the line keeps ``beside`` them."""
        for one in (*prepared.blocks, *beside):
            copy_block(one)
        return prepared.opened

    def points(self, table: str, ids: Iterable[int | None]) -> None:
        """Note rows of ``table`` that written ones point to; blanks are nothing."""
        self.pointed.setdefault(table, set()).update(pk for pk in set(ids) if pk)

    def _point(self, given: CaseColumns, persons: Sequence[int]) -> None:
        self.points("desk_person", persons)
        self.points("desk_batch", given.batch_ids)
        self.points("access_organisation", given.organisation_ids)
        self.points("access_organisation", given.unit_ids)
        self.points("access_membership", given.holder_ids)
        self.points("access_membership", given.clerk_ids)

    def _cases(self, given: CaseColumns, cases: list[str], persons: list[str], nos: list[str]) -> Block:
        closed = {state.code for state in self.line.states if not state.is_open}
        now = str(self.at)
        return block(
            "desk_case",
            {
                "id": cases,
                "no": nos,
                "line": repeat(self.line.code),
                "state": given.states,
                "title": texts(given.titles),
                "title_key": texts([names.pinyin_key(title)[:80] for title in given.titles]),
                "person_id": persons,
                "organisation_id": few(given.organisation_ids),
                "batch_id": few(given.batch_ids),
                "unit_id": few(given.unit_ids),
                "holder_id": few(given.holder_ids),
                "clerk_id": few(given.clerk_ids),
                "amount": given.amounts,
                "settled_amount": given.settled_amounts,
                "balance": given.balances,
                "currency": texts(given.currencies),
                "category": texts(given.categories),
                "region": texts(given.regions),
                "colour": repeat(""),
                "opened_at": repeat(now),
                "assigned_at": [now if holder else NULL for holder in given.holder_ids],
                "term_on": few(given.terms),
                "closed_at": [now if state in closed else NULL for state in given.states],
                "custom": texts(given.customs),
            },
        )

    def _holdings(self, given: CaseColumns, case_ids: Sequence[int]) -> Block:
        held = [(pk, holder) for pk, holder in zip(case_ids, given.holder_ids, strict=True) if holder]
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
    actor: Actor,
    line: Line,
    *,
    at: datetime | None = None,
    facts: Mapping[str, Any] | None = None,
    categories: Collection[str] = (),
) -> Iterator[Opening]:
    """Open cases piece by piece, all or none; what they point to is proved at the end.

    ``facts`` (batch number, import id) go into each case's first event beside its amount; no personal data. So does
    its category where ``categories`` names all that the rows may have.
    The caller has checked the actor's permission and the rows' values, and found the persons beforehand.
    """
    with transaction.atomic():
        one = Opening(actor, line, at=at, facts=facts, categories=categories)
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
        return one.write(one.prepare(one.columns(rows), person_ids, taken))


def _units_of(rows: Sequence[CaseFacts]) -> dict[int, int]:
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
        ContactColumns.of((at, row[3]) for at, row in enumerate(given)),
    )
    ids = take_ids("desk_contactpoint", len(contacts.values))
    copy_block(_contact_block(contacts, ids, at or clock.now()))
    return ids


class _Contacts:
    """Contact points as columns, with their blind indexes and masks; the same value of a case once."""

    def __init__(
        self, cases: list[str], persons: list[str], positions: list[str], given: ContactColumns
    ) -> None:
        self.cases, self.persons, self.positions = cases, persons, positions
        self.values, self.owners, self.sorts = given.values, given.owners, given.sorts
        self.kinds = [sort.kind for sort in given.sorts]
        self.indexes: list[bytes] = [b""] * len(self.values)
        self.masks: list[str] = [""] * len(self.values)
        for kind in set(self.kinds):
            places = [place for place, one in enumerate(self.kinds) if one == kind]
            values = [self.values[place] for place in places]
            mask = MASK_OF_KIND[kind]
            for place, value, index in zip(
                places, values, sealer().index_many(values, INDEX_OF_KIND[kind]), strict=True
            ):
                self.indexes[place], self.masks[place] = index, mask(value)[:80]
        self._once_each()

    def _once_each(self) -> None:
        if len(set(zip(self.cases, self.kinds, self.indexes, strict=True))) == len(self.cases):
            return
        keys = list(zip(self.cases, self.kinds, self.indexes, strict=True))
        first = dict(zip(reversed(keys), range(len(keys) - 1, -1, -1), strict=True))
        kept = [first[key] == place for place, key in enumerate(keys)]
        for name, column in list(vars(self).items()):
            setattr(self, name, list(compress(column, kept)))


_SORT_COLUMNS = (*ContactSort._fields, "do_not_contact", "agreed_hours", "created_at")


def _contact_block(given: _Contacts, ids: Sequence[int], at: datetime) -> Block:
    ids = ids[: len(given.values)]
    tokens = sealer().seal_many(map(str.strip, given.values), CONTACT_POINT, ids)
    written = {sort: "\t".join((*texts(sort), "f", "f", str(at))) for sort in set(given.sorts)}
    return block(
        "desk_contactpoint",
        {
            "id": plains(ids),
            "case_id": given.cases,
            "person_id": given.persons,
            "position": given.positions,
            "sealed": hexes(tokens),
            "index": hexes(given.indexes),
            "mask": texts(given.masks),
            "owner": texts(given.owners),
            _SORT_COLUMNS: [written[sort] for sort in given.sorts],
        },
    )


def search_words(title: str, numbers: Iterable[str] = ()) -> list[str]:
    """What a case is found by: the grams of its title, and each number whole."""
    return [*names.grams(title), *(number_word(number) for number in numbers if number)]


def number_word(number: str) -> str:
    """The search word of a number, however it is written; the sign keeps it apart from names."""
    return f"#{identifiers.tidy(number)}"
