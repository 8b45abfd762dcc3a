"""What is told of a case that is to be opened, in plain text; whoever opens it seals what must be sealed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from anjie.desk.models import ContactPoint, Party
from anjie.desk.people import PersonFacts


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
