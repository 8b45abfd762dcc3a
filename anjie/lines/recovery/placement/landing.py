"""How a placement sheet lands: its rows as cases with batch, placement and contact points, piece by piece.

The persons of all rows are found first, at once. Then each piece is sealed and written out while the database
is still taking in the one before; memory holds some pieces, never the sheet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import islice
from typing import Any

from anjie.access.models import Organisation
from anjie.desk.public import (
    Batch,
    CaseFacts,
    ContactFacts,
    CustomField,
    Opening,
    PersonFacts,
    Taken,
    find_or_create_persons,
    line_of,
    opening,
)
from anjie.foundation import clock
from anjie.foundation.ahead import ahead
from anjie.foundation.money import from_cents
from anjie.foundation.money import plain as plain_amount
from anjie.foundation.phones import PhoneKind, sort_of_phone
from anjie.foundation.refusals import Invalid
from anjie.lines.recovery.deeds import PlacementDeed
from anjie.lines.recovery.placement.actions import (
    PlacementFacts,
    PreparedPlacements,
    prepare_placements,
    write_placements,
)
from anjie.lines.recovery.placement.models import ClientContract
from anjie.lines.recovery.placement.templates import custom_fields, term_months
from anjie.lines.recovery.term.renewal import link_previous
from anjie.services.sheets.clean import Chunk
from anjie.services.sheets.loaders import Landing, Written
from anjie.services.terms.rules import add_months

CONTACTS = range(1, 11)
REMARKS = range(1, 7)
PHONES = (("mobile", "本人手机"), ("home_phone", "家庭电话"), ("office_phone", "单位电话"))
ADDRESSES = (
    ("home_address", "家庭地址"),
    ("household_address", "户籍地址"),
    ("statement_address", "账单地址"),
    ("office_address", "单位地址"),
)
NAMED = ("employer", "position", "office_address", "postcode", "bureau_facts", "age")
AMOUNTS = (
    "principal", "interest", "penalty", "fee", "latest_balance", "credit_limit", "loan_amount", "min_payment",
    "last_paid_amount",
)  # fmt: skip
DAYS = ("recall_on", "loan_on", "opened_on", "overdue_since", "last_paid_on")
PLAIN = ("instalments", "paid_instalments", "statement_day", "overdue_days", "overdue_instalments")


def land(landing: Landing) -> None:
    """Open a case for every good row, with its batch, placement and contact points, and link renewals."""
    landing.actor.require(PlacementDeed.IMPORT)
    client = Organisation.objects.get(pk=landing.record.client_id or 0)
    batches = _Batches(landing, client)
    people: list[PersonFacts] = []
    for chunk, places in landing.good():
        batches.meet(chunk, places)
        people += _people(chunk, places)
    persons = iter(find_or_create_persons(people))
    total = len(people)
    del people
    landing.progress(total // 4)
    case_ids: list[int] = []
    with opening(landing.actor, line_of("recovery"), facts={"import": landing.record.pk}) as one:
        sheet = _Sheet(landing, one, batches)

        def pieces() -> Iterator[_Piece]:
            for chunk, places in landing.good():
                taken = one.take(len(places), contacts_at_most(chunk))
                yield _Piece(chunk, places, list(islice(persons, len(places))), taken)

        for rows, prepared in ahead(sheet.prepare, pieces()):
            opened = write_placements(one, prepared)
            landing.written += map(Written, rows, opened.case_ids)
            case_ids += opened.case_ids
            landing.progress(total // 4 + len(case_ids) * 3 // 4)
    link_previous(landing.actor, case_ids)
    batches.close()
    landing.batch_nos += batches.nos


class _Batches:
    """The batches a sheet's rows belong to, made or found as their numbers come up."""

    def __init__(self, landing: Landing, client: Organisation) -> None:
        self.landing, self.client = landing, client
        self.ids: dict[str, int] = {}
        self.seen: dict[str, tuple[date | None, date | None, set[str], set[str]]] = {}
        chosen = Batch.objects.filter(pk=landing.record.batch_id or 0, organisation=client).first()
        self.chosen = chosen.no if chosen else ""
        if chosen:
            self.ids[chosen.no] = chosen.pk

    @property
    def nos(self) -> list[str]:
        return list(self.seen)

    def no_of(self, given: str | None, placed_on: str) -> str:
        """The row's batch: the one chosen for the import, the sheet's own, else client and day."""
        return self.chosen or given or f"{self.client.code}-{placed_on.replace('-', '')}"

    def meet(self, chunk: Chunk, places: Sequence[int]) -> None:
        """Make the batches of these rows and remember what their rows agree on."""
        column = chunk.column
        given, placed = column("batch_no"), column("placed_on") or []
        recall, rate, region = column("recall_on"), column("commission_rate"), column("region")
        for i in places:
            no = self.no_of(given[i] if given else None, placed[i])
            if no not in self.seen:
                self.seen[no] = (None, None, set(), set())
                self.ids.setdefault(no, self._find(no))
            first, last, rates, regions = self.seen[no]
            day = date.fromisoformat(placed[i])
            end = date.fromisoformat(recall[i]) if recall and recall[i] else None
            first = min(first, day) if first else day
            last = (max(last, end) if last else end) if end else last
            if rate and rate[i] and len(rates) < 2:
                rates.add(rate[i])
            if region and region[i] and len(regions) < 2:
                regions.add(region[i])
            self.seen[no] = (first, last, rates, regions)

    def _find(self, no: str) -> int:
        unit_id = self.landing.record.unit_id or self.landing.actor.unit_id
        if unit_id is None:
            raise Invalid("placement.no_unit", "导入没有指定归属机构。请指定机构后重新导入。")
        kind = ClientContract.objects.filter(client=self.client).first()
        batch, _ = Batch.objects.get_or_create(
            organisation=self.client,
            no=no,
            defaults={
                "line": "recovery",
                "unit_id": unit_id,
                "kind": kind.get_kind_display() if kind else "",
                "created_by_id": self.landing.actor.membership_id,
                "created_at": clock.now(),
            },
        )
        return batch.pk

    def close(self) -> None:
        """Write what the sheet says of each batch: its days, and rate and region where all rows agree."""
        for no, (first, last, rates, regions) in self.seen.items():
            batch = Batch.objects.get(pk=self.ids[no])
            batch.state = Batch.State.FILLED
            batch.received_on = min(filter(None, (batch.received_on, first)), default=None)
            batch.term_on = max(filter(None, (batch.term_on, last)), default=None)
            if batch.fee_rate is None and len(rates) == 1:
                batch.fee_rate = Decimal(next(iter(rates)))
            if not batch.region and len(regions) == 1:
                batch.region = next(iter(regions))[:40]
            batch.save()


@dataclass(frozen=True, slots=True)
class _Piece:
    """A chunk on its way: the places that land, the persons they are about, ids taken for them."""

    chunk: Chunk
    places: list[int]
    persons: list[int]
    taken: Taken


def contacts_at_most(chunk: Chunk) -> int:
    """How many contact points the rows of a chunk can have; a cell may hold several numbers."""
    fields = [name for name, _ in (*PHONES, *ADDRESSES)] + ["email"]
    fields += [f"contact_{n}_{part}" for n in CONTACTS for part in ("phone", "address")]
    columns = [chunk.columns[name] for name in fields if name in chunk.columns]
    return sum(cell.count(";") + 1 for column in columns for cell in column if cell)


def _people(chunk: Chunk, places: Sequence[int]) -> Iterator[PersonFacts]:
    nothing: list[Any] = [None] * len(chunk.rows)
    names, ids, mobiles, kinds, sexes, born = (
        chunk.columns.get(name) or nothing
        for name in ("debtor_name", "id_no", "mobile", "id_kind", "sex", "born_on")
    )
    for i in places:
        yield PersonFacts(
            name=names[i],
            id_no=ids[i] or "",
            mobile=(mobiles[i] or "").split(";", 1)[0],
            id_kind=(kinds[i] or "")[:16],
            sex=sexes[i] or "",
            born_on=_day(born[i]) if born[i] else None,
        )


class _Sheet:
    """What all pieces of one landing share; asks the database nothing once it is made."""

    def __init__(self, landing: Landing, one: Opening, batches: _Batches) -> None:
        record = landing.record
        self.one, self.batches = one, batches
        self.client_id = record.client_id
        self.unit_id = record.unit_id or landing.actor.unit_id
        self.clerk_id = landing.actor.membership_id
        self.state = line_of("recovery").states[0].code
        self.months = term_months(record.client_id)
        self.customs = [
            (one.code, one.kind == CustomField.Kind.MONEY) for one in custom_fields(record.client_id)
        ]

    def prepare(self, piece: _Piece) -> tuple[list[int], PreparedPlacements]:
        """The rows of a piece and what is to be written for them."""
        facts = list(self.facts(piece.chunk, piece.places))
        rows = [piece.chunk.rows[i] for i in piece.places]
        return rows, prepare_placements(self.one, facts, piece.persons, piece.taken)

    def facts(self, chunk: Chunk, places: Sequence[int]) -> Iterator[PlacementFacts]:
        """The rows as placements in plain text."""
        columns, have = chunk.columns, chunk.columns.keys()
        phones = [(name, label, columns[name]) for name, label in PHONES if name in have]
        addresses = [(label, columns[name]) for name, label in ADDRESSES if name in have]
        others = [
            _contact(columns, n)
            for n in CONTACTS
            if f"contact_{n}_phone" in have or f"contact_{n}_address" in have
        ]
        named = [(name, columns[name]) for name in NAMED if name in have]
        remarks = [columns[f"remark_{n}"] for n in REMARKS if f"remark_{n}" in have]
        custom = [
            (code, is_money, columns[f"custom_{code}"])
            for code, is_money in self.customs
            if f"custom_{code}" in have
        ]
        amounts = [(name, columns[name]) for name in AMOUNTS if name in have]
        days = [(name, columns[name]) for name in DAYS if name in have]
        plain = [(name, columns[name]) for name in PLAIN if name in have]
        nothing = [None] * len(chunk.rows)

        def column(name: str) -> list[Any]:
            return columns.get(name) or nothing

        names = column("debtor_name")
        totals, placed = column("placed_amount"), column("placed_on")
        latest, given, band, regions = (
            column("latest_balance"),
            column("batch_no"),
            column("overdue_band"),
            column("region"),
        )
        currency, rates, mails = column("currency"), column("commission_rate"), column("email")
        serials, contracts, cards = column("serial_no"), column("contract_no"), column("card_no")
        card_kinds = column("card_kind")
        for i in places:
            name = names[i]
            contacts = [
                _phone(number, name, "本人", label)
                for _, label, values in phones
                if values[i]
                for number in values[i].split(";")
            ]
            contacts += [
                ContactFacts("address", values[i], name, "本人", label)
                for label, values in addresses
                if values[i]
            ]
            if mails[i]:
                contacts.append(ContactFacts("email", mails[i], name))
            for whose, relation, phone, where in others:
                if phone[i]:
                    contacts += [
                        _phone(number, whose[i] or "", relation[i] or "联系人", "联系人电话")
                        for number in phone[i].split(";")
                    ]
                if where[i]:
                    contacts.append(
                        ContactFacts(
                            "address", where[i], whose[i] or "", relation[i] or "联系人", "联系人地址"
                        )
                    )
            amount = from_cents(totals[i])
            owed = from_cents(latest[i]) if latest[i] is not None else amount
            facts: dict[str, Any] = {key: values[i] for key, values in named if values[i] is not None}
            if said := [values[i] for values in remarks if values[i]]:
                facts["remarks"] = said
            more: dict[str, Any] = {
                key: from_cents(values[i]) for key, values in amounts if values[i] is not None
            }
            for key, values in days:
                if values[i] is not None:
                    more[key] = _day(values[i])
            for key, values in plain:
                if values[i] is not None:
                    more[key] = values[i]
            # A sheet that names no recall day leaves the contract's term.
            if "recall_on" not in more:
                more["recall_on"] = add_months(_day(placed[i]), self.months)
            yield PlacementFacts(
                case=CaseFacts(
                    person=PersonFacts(name),
                    organisation_id=self.client_id,
                    amount=amount,
                    batch_id=self.batches.ids[self.batches.no_of(given[i], placed[i])],
                    unit_id=self.unit_id,
                    clerk_id=self.clerk_id,
                    balance=owed,
                    currency=currency[i] or "CNY",
                    state=self.state,
                    category=(band[i] or "")[:24],
                    region=(regions[i] or "")[:40],
                    term_on=more.get("recall_on"),
                    numbers=[one for one in (serials[i], contracts[i]) if one],
                    contacts=contacts,
                    custom={
                        code: plain_amount(from_cents(values[i])) if is_money else values[i]
                        for code, is_money, values in custom
                        if values[i] is not None
                    },
                ),
                placed_on=_day(placed[i]),
                serial_no=serials[i] or "",
                contract_no=contracts[i] or "",
                card_no=cards[i] or "",
                card_kind=(card_kinds[i] or "")[:40],
                commission_rate=Decimal(rates[i]) if rates[i] else None,
                facts=facts,
                **more,
            )


@lru_cache(maxsize=65_536)
def _day(value: str) -> date:
    return date.fromisoformat(value)


def _contact(columns: dict[str, list[Any]], n: int) -> tuple[list[Any], ...]:
    nothing = [None] * len(next(iter(columns.values())))
    return tuple(
        columns.get(f"contact_{n}_{part}") or nothing for part in ("name", "relation", "phone", "address")
    )


def _phone(number: str, owner: str, relation: str, label: str) -> ContactFacts:
    sort, valid = sort_of_phone(number)
    kind = "mobile" if sort is PhoneKind.MOBILE else "phone"
    state = "unknown" if valid else "invalid"
    return ContactFacts(kind, number, owner, relation[:20], label, state=state)
