"""Cases to be opened as columns: what a sheet brings by the thousand is never made into an object for each row."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, Self

from anjie.desk.case_facts import CaseFacts, ContactFacts


class ContactSort(NamedTuple):
    """What many contact points have in common."""

    kind: str
    relation: str = "本人"
    label: str = ""
    attribution: str = ""
    source: str = "placement"
    state: str = "unknown"


@dataclass(slots=True)
class ContactColumns:
    """Contact points in plain text, in the order of their cases; ``rows`` gives the place of each one's case."""

    rows: list[int]
    values: list[str]
    owners: list[str]
    sorts: list[ContactSort]

    @classmethod
    def of(cls, contacts: Iterable[tuple[int, ContactFacts]]) -> Self:
        """Contact points given as (place of the case, facts)."""
        made = cls([], [], [], [])
        for row, one in contacts:
            made.rows.append(row)
            made.values.append(one.value)
            made.owners.append(one.owner)
            made.sorts.append(
                ContactSort(one.kind, one.relation, one.label, one.attribution, one.source, one.state)
            )
        return made


@dataclass(slots=True)
class CaseColumns:
    """Cases to be opened, one value for each in every column.

    Amounts are texts in full; ``customs`` are JSON texts; ``numbers`` are what a case is also found by.
    """

    titles: Sequence[str]
    organisation_ids: Sequence[int]
    batch_ids: Sequence[int | None]
    unit_ids: Sequence[int | None]
    holder_ids: Sequence[int | None]
    clerk_ids: Sequence[int | None]
    states: Sequence[str]
    amounts: Sequence[str]
    settled_amounts: Sequence[str]
    balances: Sequence[str]
    currencies: Sequence[str]
    categories: Sequence[str]
    regions: Sequence[str]
    terms: Sequence[date | str | None]
    parts: Sequence[str]
    customs: Sequence[str]
    tags: Sequence[Sequence[str]]
    numbers: Sequence[Sequence[str]]
    contacts: ContactColumns

    @classmethod
    def of(cls, rows: Sequence[CaseFacts], first_state: str, unit_of: Mapping[int, int]) -> Self:
        """Rows as columns; ``unit_of`` gives the units of holders whose row names none."""
        return cls(
            titles=[row.title or row.person.name for row in rows],
            organisation_ids=[row.organisation_id for row in rows],
            batch_ids=[row.batch_id for row in rows],
            unit_ids=[row.unit_id or (unit_of.get(row.holder_id) if row.holder_id else None) for row in rows],
            holder_ids=[row.holder_id for row in rows],
            clerk_ids=[row.clerk_id for row in rows],
            states=[row.state or first_state for row in rows],
            amounts=[f"{row.amount:f}" for row in rows],
            settled_amounts=[str(row.settled_amount) for row in rows],
            balances=[
                str(row.amount - row.settled_amount if row.balance is None else row.balance) for row in rows
            ],
            currencies=[row.currency for row in rows],
            categories=[row.category for row in rows],
            regions=[row.region for row in rows],
            terms=[row.term_on for row in rows],
            parts=[row.part for row in rows],
            customs=[json_text(row.custom) for row in rows],
            tags=[row.tags for row in rows],
            numbers=[row.numbers for row in rows],
            contacts=ContactColumns.of((at, one) for at, row in enumerate(rows) for one in row.contacts),
        )


_encode = json.JSONEncoder(ensure_ascii=False, default=str).encode
_encode_text = json.encoder.encode_basestring


def json_text(values: Mapping[str, Any]) -> str:
    """Values by name as JSON; days and Decimals as their texts."""
    return _encode(dict(values)) if values else "{}"


def json_texts(columns: Mapping[str, Sequence[Any]], count: int) -> list[str]:
    """Columns by name as one JSON text for each row; what is None is left out."""
    cells = [
        [
            None if value is None else begin + (_encode_text(value) if type(value) is str else _encode(value))
            for value in values
        ]
        for begin, values in ((f"{_encode_text(name)}: ", values) for name, values in columns.items())
    ]
    if not cells:
        return ["{}"] * count
    return [f"{{{', '.join(filter(None, row))}}}" for row in zip(*cells, strict=True)]
