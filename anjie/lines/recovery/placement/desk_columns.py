"""The cleaned columns of a placement sheet as columns of cases, placements and contact points."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from anjie.desk.public import CaseColumns, ContactColumns, ContactSort, json_texts
from anjie.foundation.money import plain_cents
from anjie.foundation.phones import PhoneKind, sort_of_phone
from anjie.lines.recovery.placement.actions import PlacementColumns
from anjie.services.sheets.declaring.chunk import Chunk
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


@dataclass(frozen=True, slots=True)
class Common:
    """What all rows of a sheet share, and how a row's batch is known."""

    client_id: int
    unit_id: int | None
    clerk_id: int | None
    state: str
    term_months: int
    customs: Sequence[tuple[str, bool]]
    """Declared fields by code, and whether they hold money."""
    batch_id: Callable[[str | None, str], int]
    """The batch by the row's batch number and placement day."""


def placement_columns(chunk: Chunk, places: Sequence[int], common: Common) -> PlacementColumns:
    """The rows at these places of a chunk, in plain text."""
    count = len(places)
    nothing: list[Any] = [None] * count
    columns = (
        chunk.columns
        if count == len(chunk.rows)
        else {name: [values[i] for i in places] for name, values in chunk.columns.items()}
    )

    def column(name: str) -> list[Any]:
        return columns.get(name) or nothing

    placed = column("placed_on")
    plain = {name: columns[name] for name in (*DAYS, *PLAIN, "commission_rate") if name in columns}
    plain |= {name: _amounts(columns[name]) for name in AMOUNTS if name in columns}
    plain["placed_on"] = placed
    # A row that names no recall day leaves the contract's term.
    plain["recall_on"] = [
        day or _term(start, common.term_months)
        for day, start in zip(column("recall_on"), placed, strict=True)
    ]
    amounts = _amounts(column("placed_amount"))
    owed = plain.get("latest_balance") or nothing
    serials, contracts = _words(column("serial_no")), _words(column("contract_no"))
    return PlacementColumns(
        cases=CaseColumns(
            titles=column("debtor_name"),
            organisation_ids=[common.client_id] * count,
            batch_ids=list(map(common.batch_id, column("batch_no"), placed)),
            unit_ids=[common.unit_id] * count,
            holder_ids=nothing,
            clerk_ids=[common.clerk_id] * count,
            states=[common.state] * count,
            amounts=amounts,
            settled_amounts=["0"] * count,
            balances=[amount if left is None else left for amount, left in zip(amounts, owed, strict=True)],
            currencies=[value or "CNY" for value in column("currency")],
            categories=[(value or "")[:24] for value in column("overdue_band")],
            regions=[(value or "")[:40] for value in column("region")],
            terms=plain["recall_on"],
            parts=["debtor"] * count,
            customs=json_texts(
                {
                    code: _amounts(columns[f"custom_{code}"]) if is_money else columns[f"custom_{code}"]
                    for code, is_money in common.customs
                    if f"custom_{code}" in columns
                },
                count,
            ),
            tags=[()] * count,
            numbers=list(zip(serials, contracts, strict=True)),
            contacts=_contacts(columns, column("debtor_name"), nothing),
        ),
        cards=_words(column("card_no")),
        facts=json_texts(_facts(columns), count),
        texts={
            "serial_no": serials,
            "contract_no": contracts,
            "card_kind": [value[:40] for value in _words(column("card_kind"))],
        },
        plain=plain,
    )


def contacts_at_most(chunk: Chunk) -> int:
    """How many contact points the rows of a chunk can have; a cell may hold several numbers."""
    fields = [name for name, _ in (*PHONES, *ADDRESSES)] + ["email"]
    fields += [f"contact_{n}_{part}" for n in CONTACTS for part in ("phone", "address")]
    columns = [chunk.columns[name] for name in fields if name in chunk.columns]
    return sum(cell.count(";") + 1 for column in columns for cell in column if cell)


def _facts(columns: dict[str, list[Any]]) -> dict[str, list[Any]]:
    facts = {name: columns[name] for name in NAMED if name in columns}
    remarks = [columns[f"remark_{n}"] for n in REMARKS if f"remark_{n}" in columns]
    if remarks:
        facts["remarks"] = [list(filter(None, said)) or None for said in zip(*remarks, strict=True)]
    return facts


@dataclass(frozen=True, slots=True)
class _Source:
    """One column that holds contact points: whose they are and what they are called."""

    cells: list[Any]
    owners: list[Any]
    relations: list[Any]
    label: str
    kind: str = ""
    """Blank for phones: the number itself tells."""


def _sources(columns: dict[str, list[Any]], names: list[Any], nothing: list[Any]) -> Iterator[_Source]:
    own = ["本人"] * len(nothing)
    for name, label in PHONES:
        if name in columns:
            yield _Source(columns[name], names, own, label)
    for name, label in ADDRESSES:
        if name in columns:
            yield _Source(columns[name], names, own, label, "address")
    if "email" in columns:
        yield _Source(columns["email"], names, own, "", "email")
    for n in CONTACTS:
        whose = columns.get(f"contact_{n}_name") or nothing
        relations = columns.get(f"contact_{n}_relation") or nothing
        if cells := columns.get(f"contact_{n}_phone"):
            yield _Source(cells, whose, relations, "联系人电话")
        if cells := columns.get(f"contact_{n}_address"):
            yield _Source(cells, whose, relations, "联系人地址", "address")


def _contacts(columns: dict[str, list[Any]], names: list[Any], nothing: list[Any]) -> ContactColumns:
    made = ContactColumns([], [], [], [])
    rows, values, owners, sorts = made.rows, made.values, made.owners, made.sorts
    for source in _sources(columns, names, nothing):
        label, kind = source.label, source.kind
        for row, (cell, owner, relation) in enumerate(
            zip(source.cells, source.owners, source.relations, strict=True)
        ):
            if not cell:
                continue
            for value in (cell,) if kind or ";" not in cell else cell.split(";"):
                rows.append(row)
                values.append(value)
                owners.append(owner or "")
                sorts.append(
                    _sort(kind, True, relation, label)
                    if kind
                    else _sort(*sort_of_phone(value), relation, label)
                )
    # Row by row, and within a row in the order of the columns.
    order = sorted(range(len(rows)), key=rows.__getitem__)
    return ContactColumns(
        [rows[at] for at in order],
        [values[at] for at in order],
        [owners[at] for at in order],
        [sorts[at] for at in order],
    )


@lru_cache(maxsize=4096)
def _sort(kind: str, exists: bool, relation: str | None, label: str) -> ContactSort:
    if isinstance(kind, PhoneKind):
        kind = "mobile" if kind is PhoneKind.MOBILE else "phone"
    return ContactSort(kind, (relation or "联系人")[:20], label, state="unknown" if exists else "invalid")


def _words(values: list[Any]) -> list[str]:
    return [value or "" for value in values]


def _amounts(cents: list[Any]) -> list[Any]:
    return [None if count is None else plain_cents(count) for count in cents]


@lru_cache(maxsize=4096)
def _term(placed_on: str, months: int) -> str:
    return add_months(date.fromisoformat(placed_on), months).isoformat()
