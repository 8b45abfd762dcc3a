"""Writes of placements: opening them set-wise beside their cases."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from operator import attrgetter
from typing import Any

from django.db import transaction

from anjie.access.actors import Actor
from anjie.desk.public import CaseFacts, Opened, copy_rows, line_of, open_cases
from anjie.foundation import masks
from anjie.foundation.sealed import Field, sealer
from anjie.lines.recovery.deeds import PlacementDeed

CARD = "recovery_placement.card_sealed"
"""The place a card number is sealed for; the row is the case's id."""

_PLAIN = (
    "serial_no", "contract_no", "card_kind", "placed_on", "recall_on", "commission_rate", "principal",
    "interest", "penalty", "fee", "latest_balance", "credit_limit", "loan_amount", "loan_on", "instalments",
    "paid_instalments", "opened_on", "statement_day", "overdue_since", "overdue_days",
    "overdue_instalments", "min_payment", "last_paid_on", "last_paid_amount", "previous_id",
)  # fmt: skip


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
    cases = [_with_numbers(row) for row in rows]
    opened = open_cases(actor, line_of("recovery"), cases, at=at, facts=facts)
    seal = sealer()
    with_card = [place for place, row in enumerate(rows) if row.card_no]
    numbers = [rows[place].card_no for place in with_card]
    ids = [opened.case_ids[place] for place in with_card]
    tokens = dict(zip(with_card, seal.seal_many(numbers, CARD, ids), strict=True))
    indexes = dict(zip(with_card, seal.index_many(numbers, Field.CARD_NO), strict=True))
    plain = attrgetter(*_PLAIN)
    copy_rows(
        "recovery_placement",
        (
            "case_id",
            "client_id",
            "card_sealed",
            "card_index",
            "card_mask",
            *_PLAIN,
            "retained_times",
            "facts",
        ),
        (
            (
                pk,
                row.case.organisation_id,
                tokens.get(place),
                indexes.get(place),
                masks.card_no(row.card_no) if row.card_no else "",
                *plain(row),
                0,
                json.dumps(dict(row.facts), ensure_ascii=False, default=str) if row.facts else "{}",
            )
            for place, (pk, row) in enumerate(zip(opened.case_ids, rows, strict=True))
        ),
    )
    return opened


def _with_numbers(row: PlacementFacts) -> CaseFacts:
    """The case with its term and what it is also found by; as it is where the caller has said so already."""
    numbers = [one for one in (row.serial_no, row.contract_no) if one and one not in row.case.numbers]
    term_on = row.case.term_on or row.recall_on
    if not numbers and term_on == row.case.term_on:
        return row.case
    return replace(row.case, term_on=term_on, numbers=[*row.case.numbers, *numbers])
