"""Opens cases set-wise: persons, cases, parties, contact points, search words, holders and the first event.

Used by the placement sheet, the demo world and tests alike. What only one line knows (the placement beside
its case) the line inserts itself with the ids returned here, in the same transaction.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from anjie.access.actors import Actor
from anjie.access.models import Membership
from anjie.desk import timeline
from anjie.desk.lines import Line
from anjie.desk.loading import copy_rows, take_ids, text_array
from anjie.desk.models import ContactPoint, Holding, Party
from anjie.desk.people import PersonFacts, find_or_create_persons
from anjie.desk.places import CONTACT_POINT, INDEX_OF_KIND, MASK_OF_KIND
from anjie.foundation import clock, identifiers, names
from anjie.foundation.sealed import sealer

OPENED = "case.opened"


@dataclass(slots=True)
class ContactFacts:
    """A phone, address or mail in plain text; whose it is in ``owner`` and ``relation`` (本人, 配偶, …)."""

    kind: str
    value: str
    owner: str = ""
    relation: str = "本人"
    label: str = ""
    attribution: str = ""
    source: str = "placement"
    state: str = ContactPoint.State.UNKNOWN


@dataclass(slots=True)
class CaseFacts:
    """One case to be opened.

    ``numbers`` are what it is also found by (serial number, contract number), not sealed ones. ``balance``
    of ``None`` is amount less settled_amount. ``title`` defaults to the person's name, ``state`` to the
    line's first, ``unit_id`` to the holder's unit.
    """

    person: PersonFacts
    organisation_id: int
    amount: Decimal
    batch_id: int | None = None
    unit_id: int | None = None
    holder_id: int | None = None
    clerk_id: int | None = None
    settled_amount: Decimal = Decimal(0)
    balance: Decimal | None = None
    currency: str = "CNY"
    state: str = ""
    title: str = ""
    category: str = ""
    region: str = ""
    term_on: date | None = None
    part: str = Party.Part.DEBTOR
    custom: Mapping[str, Any] = field(default_factory=dict)
    tags: Sequence[str] = ()
    numbers: Sequence[str] = ()
    contacts: Sequence[ContactFacts] = ()


@dataclass(frozen=True, slots=True)
class Opened:
    """The ids and numbers of the cases opened, in the order of the rows given."""

    case_ids: list[int]
    person_ids: list[int]
    nos: list[str]


@transaction.atomic
def open_cases(
    actor: Actor,
    line: Line,
    rows: Sequence[CaseFacts],
    *,
    at: datetime | None = None,
    facts: Mapping[str, Any] | None = None,
) -> Opened:
    """Open a case for each row; all or none.

    ``facts`` (batch number, import id) go into each case's first event beside its amount; no personal data.
    The caller has checked the actor's permission and the rows' values. Call it once per transaction: two
    callers that each call it several times may wait for one another's persons and one would be ended.
    """
    now = at or clock.now()
    person_ids = find_or_create_persons([row.person for row in rows])
    case_ids = take_ids("desk_case", len(rows))
    today = clock.local(now).date()
    # The id is the running number: unique without a counter that imports would wait for.
    nos = [identifiers.case_no(line.prefix, today, pk) for pk in case_ids]
    unit_of = _units_of(rows)
    _copy_cases(line, rows, case_ids, person_ids, nos, unit_of, now)
    copy_rows(
        "desk_party",
        ("case_id", "person_id", "part"),
        zip(case_ids, person_ids, (row.part for row in rows), strict=True),
    )
    copy_rows(
        "desk_casesearch",
        ("case_id", "grams", "tags"),
        (
            (
                pk,
                text_array(search_words(row.title or row.person.name, row.numbers)),
                text_array(row.tags),
            )
            for pk, row in zip(case_ids, rows, strict=True)
        ),
    )
    copy_rows(
        "desk_holding",
        ("case_id", "membership_id", "role", "from_at", "why"),
        (
            (pk, row.holder_id, Holding.Role.HOLDER.value, now, "opened")
            for pk, row in zip(case_ids, rows, strict=True)
            if row.holder_id
        ),
    )
    add_contact_points(
        (
            (case, person, position, contact)
            for case, person, row in zip(case_ids, person_ids, rows, strict=True)
            for position, contact in enumerate(row.contacts)
        ),
        at=now,
    )
    _begin_timelines(actor, case_ids, rows, now, facts or {})
    return Opened(case_ids, person_ids, nos)


def add_contact_points(
    rows: Iterable[tuple[int, int, int, ContactFacts]], *, at: datetime | None = None
) -> list[int]:
    """Seal and insert contact points given as (case id, person id, position, facts); returns their ids.

    The same value twice in one case of these rows is inserted once; what the case already has is for the
    caller to compare, by the blind index.
    """
    given = list(rows)
    indexes: list[bytes] = [b""] * len(given)
    seal = sealer()
    for kind in {contact.kind for *_, contact in given}:
        places = [at for at, row in enumerate(given) if row[3].kind == kind]
        values = (given[place][3].value for place in places)
        for place, index in zip(places, seal.index_many(values, INDEX_OF_KIND[kind]), strict=True):
            indexes[place] = index
    kept: dict[tuple[int, str, bytes], int] = {}
    for place, (case, _, _, contact) in enumerate(given):
        kept.setdefault((case, contact.kind, indexes[place]), place)
    places = sorted(kept.values())
    ids = take_ids("desk_contactpoint", len(places))
    tokens = seal.seal_many((given[place][3].value.strip() for place in places), CONTACT_POINT, ids)
    now = at or clock.now()
    copy_rows(
        "desk_contactpoint",
        (
            "id", "case_id", "person_id", "kind", "sealed", "index", "mask", "owner", "relation", "label",
            "attribution", "source", "state", "do_not_contact", "agreed_hours", "position", "created_at",
        ),
        (
            (
                pk, case, person, one.kind, token, indexes[place], MASK_OF_KIND[one.kind](one.value)[:80],
                one.owner, one.relation, one.label, one.attribution, one.source, one.state, False, False,
                position, now,
            )
            for pk, token, place in zip(ids, tokens, places, strict=True)
            for case, person, position, one in [given[place]]
        ),
    )  # fmt: skip
    return ids


def search_words(title: str, numbers: Iterable[str] = ()) -> list[str]:
    """What a case is found by: the grams of its title, and each number whole."""
    return [*names.grams(title), *(number_word(number) for number in numbers if number)]


def number_word(number: str) -> str:
    """The search word of a number, however it is written; the sign keeps it apart from names."""
    return f"#{identifiers.tidy(number)}"


def _units_of(rows: Sequence[CaseFacts]) -> dict[int, int]:
    holders = {row.holder_id for row in rows if row.holder_id and not row.unit_id}
    return dict(Membership.objects.filter(pk__in=holders).values_list("pk", "unit_id")) if holders else {}


def _copy_cases(
    line: Line,
    rows: Sequence[CaseFacts],
    case_ids: list[int],
    person_ids: list[int],
    nos: list[str],
    unit_of: Mapping[int, int],
    now: datetime,
) -> None:
    first = line.states[0].code
    closed = {state.code for state in line.states if not state.is_open}
    copy_rows(
        "desk_case",
        (
            "id", "no", "line", "state", "title", "title_key", "person_id", "organisation_id", "batch_id",
            "unit_id", "holder_id", "clerk_id", "amount", "settled_amount", "balance", "currency",
            "category", "region", "colour", "opened_at", "assigned_at", "term_on", "closed_at", "custom",
        ),
        (
            (
                pk, no, line.code, row.state or first, title, names.pinyin_key(title)[:80], person,
                row.organisation_id, row.batch_id,
                row.unit_id or (unit_of.get(row.holder_id) if row.holder_id else None), row.holder_id,
                row.clerk_id, row.amount, row.settled_amount,
                row.amount - row.settled_amount if row.balance is None else row.balance, row.currency,
                row.category, row.region, "", now, now if row.holder_id else None, row.term_on,
                now if row.state in closed else None,
                json.dumps(dict(row.custom), ensure_ascii=False, default=str) if row.custom else "{}",
            )
            for pk, no, person, row in zip(case_ids, nos, person_ids, rows, strict=True)
            for title in [row.title or row.person.name]
        ),
    )  # fmt: skip


def _begin_timelines(
    actor: Actor,
    case_ids: list[int],
    rows: Sequence[CaseFacts],
    now: datetime,
    facts: Mapping[str, Any],
) -> None:
    if not case_ids:
        return
    timeline.open_timelines(case_ids)
    timeline.record_from(
        actor,
        OPENED,
        "SELECT s.case_id, %(common)s::jsonb || jsonb_build_object('amount', s.amount::text) AS facts"
        " FROM unnest(%(cases)s::bigint[], %(amounts)s::numeric[]) AS s(case_id, amount)",
        {
            "common": json.dumps(dict(facts), ensure_ascii=False, default=str),
            "cases": case_ids,
            "amounts": [row.amount for row in rows],
        },
        at=now,
    )
