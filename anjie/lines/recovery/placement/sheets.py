"""The placement sheet on the desk: rows held against what is open here, landed as cases, taken back untouched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection

from anjie.access.actors import Actor
from anjie.access.models import Organisation
from anjie.desk.public import Batch, CaseFacts, ContactFacts, CustomField, PersonFacts, line_of
from anjie.foundation import clock
from anjie.foundation.money import from_cents
from anjie.foundation.money import plain as plain_amount
from anjie.foundation.phones import PhoneKind, read_phone
from anjie.foundation.refusals import Invalid
from anjie.lines.recovery.deeds import PlacementDeed
from anjie.lines.recovery.placement.actions import PlacementFacts, place
from anjie.lines.recovery.placement.columns import PLACEMENT
from anjie.lines.recovery.placement.models import ClientContract
from anjie.lines.recovery.placement.undoing import take_back
from anjie.lines.recovery.term.renewal import link_previous
from anjie.services.sheets.clean import Chunk
from anjie.services.sheets.faults import Said, fault
from anjie.services.sheets.kinds import ClientRules, Column
from anjie.services.sheets.loaders import Gathered, Landing, Loader, Written, register_loader
from anjie.services.sheets.types import date as date_type
from anjie.services.sheets.types import money, text
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
TYPES = {"text": text, "choice": text, "number": text, "money": money, "date": date_type}

_OPEN_HERE = """
SELECT x.row, c.no, p.serial_no = x.serial AND x.serial <> ''
FROM unnest(%(rows)s::int[], %(serials)s::text[], %(contracts)s::text[], %(days)s::date[])
        AS x(row, serial, contract, placed_on)
JOIN recovery_placement p ON p.client_id = %(client)s
    AND ((x.serial <> '' AND p.serial_no = x.serial) OR
         (x.serial = '' AND x.contract <> '' AND p.contract_no = x.contract AND p.placed_on = x.placed_on))
JOIN desk_case c ON c.id = p.case_id AND c.closed_at IS NULL
ORDER BY 1, 2
"""


def open_here(actor: Actor, client_id: int, rows: Gathered) -> Iterator[tuple[int, str, Said]]:
    """Rows whose account this client has placed already and that is still open."""
    columns = rows.columns
    values: dict[str, Any] = {
        "client": client_id,
        "rows": rows.rows,
        "serials": [value or "" for value in columns.get("serial_no", [])],
        "contracts": [value or "" for value in columns.get("contract_no", [])],
        "days": columns.get("placed_on", []),
    }
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off" if connection.in_atomic_block else "SELECT 1")
        cursor.execute(_OPEN_HERE, values)
        found = cursor.fetchall()
        if connection.in_atomic_block:
            cursor.execute("SET LOCAL enable_seqscan TO DEFAULT")
    told: set[int] = set()
    for row, no, by_serial in found:
        if row in told:
            continue
        told.add(row)
        name, label = ("serial_no", "个案序列号") if by_serial else ("contract_no", "合同号与委案日期")
        yield (
            row,
            name,
            fault(
                "placement.open_here", f"{label}与在办案件 {no} 相同，不能重复委案。请核对，或用“案件更新”。"
            ),
        )


def land(landing: Landing) -> None:
    """Open a case for every good row, with its batch, placement and contact points, and link renewals."""
    client = Organisation.objects.get(pk=landing.record.client_id or 0)
    batches = _Batches(landing, client)
    customs = list(custom_fields(client.pk))
    facts: list[PlacementFacts] = []
    numbers: list[int] = []
    for chunk, places in landing.good():
        batches.meet(chunk, places)
        facts += _facts(chunk, places, landing, batches, customs)
        numbers += [chunk.rows[i] for i in places]
        landing.progress(len(numbers) // 2)
    opened = place(landing.actor, facts, facts={"import": landing.record.pk})
    landing.written += [Written(row, case_id) for row, case_id in zip(numbers, opened.case_ids, strict=True)]
    landing.progress(len(numbers))
    link_previous(landing.actor, opened.case_ids)
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


def _facts(
    chunk: Chunk, places: Sequence[int], landing: Landing, batches: _Batches, customs: Sequence[CustomField]
) -> Iterator[PlacementFacts]:
    record, columns = landing.record, chunk.columns
    unit_id = record.unit_id or landing.actor.unit_id
    clerk_id = landing.actor.membership_id
    state = line_of("recovery").states[0].code
    have = columns.keys()
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
        (one.code, one.kind == CustomField.Kind.MONEY, columns[f"custom_{one.code}"])
        for one in customs
        if f"custom_{one.code}" in have
    ]
    amounts = [(name, columns[name]) for name in AMOUNTS if name in have]
    days = [(name, columns[name]) for name in DAYS if name in have]
    plain = [(name, columns[name]) for name in PLAIN if name in have]
    nothing = [None] * len(chunk.rows)

    def column(name: str) -> list[Any]:
        return columns.get(name) or nothing

    names, mobiles, ids, kinds = column("debtor_name"), column("mobile"), column("id_no"), column("id_kind")
    sexes, born, totals, placed = (
        column("sex"),
        column("born_on"),
        column("placed_amount"),
        column("placed_on"),
    )
    latest, given, band, regions = (
        column("latest_balance"),
        column("batch_no"),
        column("overdue_band"),
        column("region"),
    )
    currency, rates, mails = column("currency"), column("commission_rate"), column("email")
    serials, contracts, cards = column("serial_no"), column("contract_no"), column("card_no")
    card_kinds = column("card_kind")
    months = term_months(record.client_id)
    parsed: dict[str, date] = {}

    def day(value: str) -> date:
        found = parsed.get(value)
        if found is None:
            found = parsed[value] = date.fromisoformat(value)
        return found

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
                    ContactFacts("address", where[i], whose[i] or "", relation[i] or "联系人", "联系人地址")
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
                more[key] = day(values[i])
        for key, values in plain:
            if values[i] is not None:
                more[key] = values[i]
        # A sheet that names no recall day leaves the contract's term.
        more.setdefault("recall_on", add_months(day(placed[i]), months))
        yield PlacementFacts(
            case=CaseFacts(
                person=PersonFacts(
                    name=name,
                    id_no=ids[i] or "",
                    mobile=(mobiles[i] or "").split(";", 1)[0],
                    id_kind=(kinds[i] or "")[:16],
                    sex=sexes[i] or "",
                    born_on=day(born[i]) if born[i] else None,
                ),
                organisation_id=record.client_id,
                amount=amount,
                batch_id=batches.ids[batches.no_of(given[i], placed[i])],
                unit_id=unit_id,
                clerk_id=clerk_id,
                balance=owed,
                currency=currency[i] or "CNY",
                state=state,
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
            placed_on=day(placed[i]),
            serial_no=serials[i] or "",
            contract_no=contracts[i] or "",
            card_no=cards[i] or "",
            card_kind=(card_kinds[i] or "")[:40],
            commission_rate=Decimal(rates[i]) if rates[i] else None,
            facts=facts,
            **more,
        )


def _contact(columns: dict[str, list[Any]], n: int) -> tuple[list[Any], ...]:
    nothing = [None] * len(next(iter(columns.values())))
    return tuple(
        columns.get(f"contact_{n}_{part}") or nothing for part in ("name", "relation", "phone", "address")
    )


def _phone(number: str, owner: str, relation: str, label: str) -> ContactFacts:
    read = read_phone(number)
    kind = "mobile" if read.kind is PhoneKind.MOBILE else "phone"
    state = "unknown" if read.valid else "invalid"
    return ContactFacts(kind, number, owner, relation[:20], label, state=state)


def custom_fields(client_id: int) -> Iterable[CustomField]:
    """The fields the client's template declares, with those every client has."""
    return CustomField.objects.filter(
        line="recovery", organisation_id__in=[client_id]
    ) | CustomField.objects.filter(line="recovery", organisation__isnull=True)


def custom_columns(client_id: int) -> tuple[Column, ...]:
    """The client's custom fields as columns of its sheets."""
    return tuple(
        Column(one.label, f"custom_{one.code}", TYPES[one.kind], (one.code,))
        for one in custom_fields(client_id)
    )


def rules_of(client_id: int) -> ClientRules:
    """How the client wants its rows checked."""
    contract = ClientContract.objects.filter(client_id=client_id).first()
    if contract is None:
        return ClientRules()
    return ClientRules(
        "fault" if contract.wrong_check_digit_is_fault else "warning", contract.parts_tolerance
    )


def term_months(client_id: int) -> int:
    """How many months the client's placements run."""
    found = ClientContract.objects.filter(client_id=client_id).values_list("term_months", flat=True).first()
    return found or ClientContract._meta.get_field("term_months").default


def takes_good_rows(client_id: int) -> bool:
    """Whether the client lets the good rows in while others are wrong."""
    contract = ClientContract.objects.filter(client_id=client_id).first()
    return contract is None or contract.takes_good_rows


PLACEMENT_LOADER = Loader(
    kind=PLACEMENT,
    deed=PlacementDeed.IMPORT,
    land=land,
    gather=("serial_no", "contract_no", "placed_on"),
    against_desk=open_here,
    undo=take_back,
    undo_deed=PlacementDeed.IMPORT_UNDO,
    extra=custom_columns,
    rules=rules_of,
    takes_good_rows=takes_good_rows,
)


def register() -> None:
    """Make the placement sheet known; called once at start-up."""
    register_loader(PLACEMENT_LOADER)
