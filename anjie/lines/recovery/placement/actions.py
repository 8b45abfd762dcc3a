"""Writes of placements: opening them set-wise beside their cases."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from itertools import repeat
from typing import Any

from django.db import transaction

from anjie.access.actors import Actor
from anjie.desk.public import (
    Block,
    CaseColumns,
    CaseFacts,
    Opened,
    Opening,
    Prepared,
    Taken,
    block,
    few,
    find_or_create_persons,
    hexes,
    json_text,
    line_of,
    opening,
    plains,
    texts,
)
from anjie.foundation import masks
from anjie.foundation.sealed import Field, sealer
from anjie.lines.recovery.deeds import PlacementDeed

CARD = "recovery_placement.card_sealed"
"""The place a card number is sealed for; the row is the case's id."""

_PLAIN = (
    "placed_on", "recall_on", "commission_rate", "principal", "interest", "penalty", "fee", "latest_balance",
    "credit_limit", "loan_amount", "loan_on", "instalments", "paid_instalments", "opened_on", "statement_day",
    "overdue_since", "overdue_days", "overdue_instalments", "min_payment", "last_paid_on", "last_paid_amount",
    "previous_id",
)  # fmt: skip
_TEXTS = ("serial_no", "contract_no", "card_kind")


@dataclass(slots=True)
class PlacementFacts:
    """One account given to us: the case to open and the recovery facts beside it, card number in plain text."""

    case: CaseFacts
    placed_on: date
    serial_no: str = ""
    contract_no: str = ""
    card_no: str = ""
    card_kind: str = ""
    recall_on: date | None = None
    commission_rate: Decimal | None = None
    principal: Decimal | None = None
    interest: Decimal | None = None
    penalty: Decimal | None = None
    fee: Decimal | None = None
    latest_balance: Decimal | None = None
    credit_limit: Decimal | None = None
    loan_amount: Decimal | None = None
    loan_on: date | None = None
    instalments: int | None = None
    paid_instalments: int | None = None
    opened_on: date | None = None
    statement_day: int | None = None
    overdue_since: date | None = None
    overdue_days: int | None = None
    overdue_instalments: int | None = None
    min_payment: Decimal | None = None
    last_paid_on: date | None = None
    last_paid_amount: Decimal | None = None
    previous_id: int | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class PlacementColumns:
    """Placements as columns; one that is missing in ``texts`` or ``plain`` is blank for all of them.

    ``facts`` are JSON texts; ``plain`` holds days, numbers and amounts, as they are or as their texts.
    """

    cases: CaseColumns
    cards: Sequence[str]
    facts: Sequence[str]
    texts: Mapping[str, Sequence[str]]
    plain: Mapping[str, Sequence[Any]]


@dataclass(frozen=True, slots=True)
class PreparedPlacements:
    """Some placements sealed, indexed and written out beside their cases, ready to be written down."""

    cases: Prepared
    beside: Block


@transaction.atomic
def place(
    actor: Actor,
    rows: Sequence[PlacementFacts],
    *,
    at: datetime | None = None,
    facts: Mapping[str, Any] | None = None,
) -> Opened:
    """Open a case with its placement for each row, all or none; values were checked by the caller.

    The recall day becomes the case's term, the serial and contract number are what it is found by.
    """
    actor.require(PlacementDeed.IMPORT)
    persons = find_or_create_persons([row.case.person for row in rows])
    with opening(actor, line_of("recovery"), at=at, facts=facts) as one:
        taken = one.take(len(rows), sum(len(row.case.contacts) for row in rows))
        columns = PlacementColumns(
            cases=one.columns([_with_numbers(row) for row in rows]),
            cards=[row.card_no for row in rows],
            facts=[json_text(row.facts) for row in rows],
            texts={name: [getattr(row, name) for row in rows] for name in _TEXTS},
            plain={name: [getattr(row, name) for row in rows] for name in _PLAIN},
        )
        return write_placements(one, prepare_placements(one, columns, persons, taken))


def prepare_placements(
    one: Opening, given: PlacementColumns, persons: Sequence[int], taken: Taken
) -> PreparedPlacements:
    """Placements and the persons they are about as blocks to write; asks the database nothing."""
    cases = one.prepare(given.cases, persons, taken)
    return PreparedPlacements(cases, _beside(one, cases.opened.case_ids, given))


def write_placements(one: Opening, prepared: PreparedPlacements) -> Opened:
    """Write prepared placements with their cases."""
    return one.write(prepared.cases, [prepared.beside])


def _beside(one: Opening, case_ids: Sequence[int], given: PlacementColumns) -> Block:
    one.points("recovery_placement.case_id", given.plain.get("previous_id", ()))
    seal = sealer()
    with_card = [place for place, card in enumerate(given.cards) if card]
    numbers = [given.cards[place] for place in with_card]
    tokens: list[bytes | None] = [None] * len(case_ids)
    indexes: list[bytes | None] = [None] * len(case_ids)
    ids = [case_ids[place] for place in with_card]
    for place, token, index in zip(
        with_card, seal.seal_many(numbers, CARD, ids), seal.index_many(numbers, Field.CARD_NO), strict=True
    ):
        tokens[place], indexes[place] = token, index
    return block(
        "recovery_placement",
        {
            "case_id": plains(case_ids),
            "client_id": few(given.cases.organisation_ids),
            "card_sealed": hexes(tokens),
            "card_index": hexes(indexes),
            "card_mask": texts([masks.card_no(card) if card else "" for card in given.cards]),
            **{name: texts(given.texts[name]) if name in given.texts else repeat("") for name in _TEXTS},
            **{name: few(values) for name, values in given.plain.items()},
            "retained_times": repeat("0"),
            "facts": texts(given.facts),
        },
    )


def _with_numbers(row: PlacementFacts) -> CaseFacts:
    """The case with its term and what it is also found by; as it is where the caller has said so already."""
    numbers = [one for one in (row.serial_no, row.contract_no) if one and one not in row.case.numbers]
    term_on = row.case.term_on or row.recall_on
    if not numbers and term_on == row.case.term_on:
        return row.case
    return replace(row.case, term_on=term_on, numbers=[*row.case.numbers, *numbers])
