"""Placements for tests, opened by the product's own intake: ``place(world, name="张三", holder="李催收")``."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any

from anjie.access.actors import Actor
from anjie.access.models import Organisation
from anjie.desk.public import Batch, Case, CaseFacts, ContactFacts, PersonFacts
from anjie.lines.recovery.placement.actions import PlacementFacts
from anjie.lines.recovery.placement.actions import place as place_all
from tests.people import World

_CASE = {"region", "category", "title", "tags", "custom", "currency", "state", "settled_amount", "balance"}
_PERSON = {"id_no", "mobile", "sex", "born_on", "id_kind"}
_numbers = count(1)


def batch(world: World, client: str = "DEMO-BANK", no: str = "B-2026-01", unit: str = "北") -> Batch:
    """The client's batch with this number, made when it is not there."""
    made, _ = Batch.objects.get_or_create(
        organisation=world.clients[client],
        no=no,
        defaults={"line": "recovery", "unit": world.units[unit], "state": Batch.State.FILLED},
    )
    return made


def facts_of(
    world: World,
    client: str = "DEMO-BANK",
    name: str = "张三",
    amount: str | Decimal = "1000.00",
    holder: str | None = "李催收",
    *,
    unit: str | None = None,
    clerk: str | None = "王内勤",
    batch_no: str | None = None,
    phones: tuple[str, ...] | None = None,
    contacts: tuple[ContactFacts, ...] = (),
    **facts: Any,
) -> PlacementFacts:
    """What :func:`place` opens, for tests that open many at once.

    Mobiles default to 100 and a running number: no Chinese number begins so, nobody can be reached by it.
    """
    number = next(_numbers)
    organisation: Organisation = world.clients[client]
    holder_id = world[holder].membership_id if holder else None
    unit_id = (
        world.units[unit].pk if unit else (world[holder].unit_id if holder else world.units["北一组"].pk)
    )
    mobile = facts.pop("mobile", f"100{number:08d}")
    numbers = phones if phones is not None else ((mobile,) if mobile else ())
    case_facts = {key: facts.pop(key) for key in list(facts) if key in _CASE}
    person = {key: facts.pop(key) for key in list(facts) if key in _PERSON}
    case = CaseFacts(
        person=PersonFacts(name=name, mobile=mobile, **person),
        organisation_id=organisation.pk,
        amount=Decimal(amount),
        batch_id=batch(world, client, batch_no).pk if batch_no else None,
        unit_id=unit_id,
        holder_id=holder_id,
        clerk_id=world[clerk].membership_id if clerk else None,
        contacts=[*(ContactFacts("mobile", phone, owner=name) for phone in numbers), *contacts],
        **case_facts,
    )
    facts.setdefault("placed_on", date(2026, 9, 1))
    facts.setdefault("recall_on", date(2026, 12, 1))
    facts.setdefault("serial_no", f"SN{number:06d}")
    return PlacementFacts(case=case, **facts)


def place(
    world: World,
    client: str = "DEMO-BANK",
    name: str = "张三",
    amount: str | Decimal = "1000.00",
    holder: str | None = "李催收",
    **facts: Any,
) -> Case:
    """One placement on the desk with person, party, contact points, holder and first event.

    Further facts are those of the case (``region``, ``tags`` …), of the person (``id_no``, ``mobile`` …)
    and of the placement (``serial_no``, ``card_no``, ``recall_on``, ``commission_rate`` …).
    """
    actor = facts.pop("actor", Actor.job("test"))
    at = facts.pop("at", None)
    opened = place_all(actor, [facts_of(world, client, name, amount, holder, **facts)], at=at)
    return Case.objects.get(pk=opened.case_ids[0])
