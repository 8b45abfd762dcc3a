"""Updates of cases that are here: their facts, what is owed now, credit-bureau facts and remarks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from django.db import connection

from anjie.access.actors import Actor
from anjie.desk.public import ContactFacts
from anjie.foundation import money
from anjie.foundation.money import from_cents
from anjie.lines.recovery.deeds import PlacementDeed
from anjie.lines.recovery.placement.changing import KNOWN, Values, as_fact
from anjie.lines.recovery.placement.desk_columns import (
    ADDRESSES,
    AMOUNTS,
    CONTACTS,
    DAYS,
    NAMED,
    PHONES,
    PLAIN,
    REMARKS,
)
from anjie.lines.recovery.placement.kinds import BUREAU, INTEREST, PLACEMENT_UPDATE, REMARK
from anjie.lines.recovery.placement.matching import KEY_FIELDS, Matched, match
from anjie.lines.recovery.placement.sheets_contacts import address_facts, phone_facts
from anjie.lines.recovery.placement.templates import (
    custom_columns,
    custom_fields,
    rules_of,
    takes_good_rows,
)
from anjie.lines.recovery.placement.updating import Change, land_changes, undo_changes
from anjie.services.sheets.declaring.faults import Said, doubt
from anjie.services.sheets.declaring.kinds import SheetKind
from anjie.services.sheets.importing.loaders import Gathered, Landing, Loader, register_loader

Told = Iterator[tuple[int, str, Said]]
PARTS = ("principal", "interest", "penalty", "fee")

_PAID_SINCE = """
SELECT x.row, sum(r.amount) FROM unnest(%(rows)s::int[], %(cases)s::bigint[], %(days)s::date[]) AS x(row, case_id, day)
JOIN recovery_repayment r ON r.case_id = x.case_id AND r.reversed_at IS NULL AND r.paid_on > x.day
GROUP BY 1 ORDER BY 1
"""


def against_cases(*, once: bool) -> Callable[[Actor, int, Gathered], Told]:
    """Rows whose case is not found, not clear or ended; ``once`` also those that name a case a second time."""

    def told(actor: Actor, client_id: int, gathered: Gathered) -> Told:
        yield from match(actor, PlacementDeed.UPDATE, client_id, gathered, once=once).told

    return told


def against_owed(actor: Actor, client_id: int, gathered: Gathered) -> Told:
    """What stands against a sheet of interest: its cases, and what the clerk should know of the balances."""
    matched = match(actor, PlacementDeed.UPDATE, client_id, gathered, once=True)
    yield from matched.told
    for row, case, values in matched.rows():
        if values.get("latest_balance") is None:
            words = f"该行没有最新欠款，只更新本金、利息等明细，案件 {case.no} 的欠款余额不变。"
            yield row, "latest_balance", doubt(None, "interest.balance_unchanged", words)
    yield from _paid_since(matched)


def _paid_since(matched: Matched) -> Told:
    rows = [
        (row, case.case_id, values["as_of"])
        for row, case, values in matched.rows()
        if values.get("as_of") and values.get("latest_balance") is not None
    ]
    if not rows:
        return
    with connection.cursor() as cursor:
        names = ("rows", "cases", "days")
        cursor.execute(_PAID_SINCE, dict(zip(names, map(list, zip(*rows, strict=True)), strict=True)))
        found = cursor.fetchall()
    days = {row: day for row, _, day in rows}
    for row, amount in found:
        words = f"{days[row]} 之后已计入还款 {money.show(amount)} 元，最新欠款可能未扣除。请与委托方核对。"
        yield row, "latest_balance", doubt(None, "interest.paid_since", words)


def update_of(values: dict[str, Any], now: Values, customs: dict[str, str] | None = None) -> Change:
    """What a row of an update asks for; blank cells leave things as they are."""
    change = Change(values=_figures(values))
    if (cents := values.get("placed_amount")) is not None:
        amount = from_cents(cents)
        change.values["case.amount"] = money.plain(amount)
        if values.get("latest_balance") is None:
            # What was settled stays settled: the balance moves by as much as the amount does.
            moved = money.parse(now["case.balance"]) + amount - money.parse(now["case.amount"])
            change.values["case.balance"] = money.plain(moved)
    for name in DAYS:
        if values.get(name):
            change.values[f"placement.{name}"] = values[name]
    if values.get("recall_on"):
        change.values["case.term_on"] = values["recall_on"]
    for name in PLAIN:
        if values.get(name) is not None:
            change.values[f"placement.{name}"] = str(values[name])
    for name, place, most in (
        ("card_kind", "placement.card_kind", 40),
        ("overdue_band", "case.category", 24),
        ("region", "case.region", 40),
        ("commission_rate", "placement.commission_rate", 10),
    ):
        if values.get(name):
            change.values[place] = values[name][:most]
    for name in NAMED:
        if values.get(name) is not None:
            change.values[f"facts.{name}"] = as_fact(values[name])
    for code, kind in (customs or {}).items():
        if (value := values.get(f"custom_{code}")) is not None:
            change.values[f"custom.{code}"] = (
                money.plain(from_cents(value)) if kind == "money" else str(value)
            )
    change.remarks = [text for n in REMARKS if (text := values.get(f"remark_{n}"))]
    change.contacts = list(_contacts(values))
    return change


def owed_of(values: dict[str, Any], now: Values) -> Change:
    """What a row of interest and fees asks for: the parts, and with a latest balance what is owed now."""
    change = Change(values=_figures({name: values.get(name) for name in (*PARTS, "latest_balance")}))
    if values.get("as_of"):
        change.values["facts.balance_as_of"] = as_fact(values["as_of"])
    return change


def bureau_of(values: dict[str, Any], now: Values) -> Change:
    """What the credit bureau says of the debtor, and when it was asked."""
    change = Change(values={"facts.bureau_facts": as_fact(values["bureau_facts"])})
    if values.get("looked_up_on"):
        change.values["facts.bureau_on"] = as_fact(values["looked_up_on"])
    return change


def remark_of(values: dict[str, Any], now: Values) -> Change:
    """One remark of the client's."""
    return Change(remarks=[values["remark"]])


def _figures(values: dict[str, Any]) -> Values:
    told: Values = {
        f"placement.{name}": money.plain(from_cents(values[name]))
        for name in AMOUNTS
        if values.get(name) is not None
    }
    if "placement.latest_balance" in told:
        told["case.balance"] = told["placement.latest_balance"]
    return told


def _contacts(values: dict[str, Any]) -> Iterator[ContactFacts]:
    for name, label in PHONES:
        yield from phone_facts(values.get(name), values["debtor_name"], "本人", label, "update")
    for name, label in ADDRESSES:
        yield from address_facts(values.get(name), values["debtor_name"], "本人", label, "update")
    if values.get("email"):
        yield ContactFacts("email", values["email"], values["debtor_name"], source="update")
    for n in CONTACTS:
        owner, relation = (
            values.get(f"contact_{n}_name") or "",
            values.get(f"contact_{n}_relation") or "联系人",
        )
        yield from phone_facts(values.get(f"contact_{n}_phone"), owner, relation, "联系人电话", "update")
        yield from address_facts(values.get(f"contact_{n}_address"), owner, relation, "联系人地址", "update")


def land_update(landing: Landing) -> None:
    """Write an update sheet."""
    customs = {one.code: one.kind for one in custom_fields(landing.record.client_id)}
    columns = PLACEMENT_UPDATE.spread(custom_columns(landing.record.client_id))
    fields = [column.field for column in columns if column.field not in KEY_FIELDS]
    reads = [*KNOWN, *(f"custom.{code}" for code in customs)]

    def make(values: dict[str, Any], now: Values) -> Change:
        return update_of(values, now, customs)

    land_changes(landing, fields, reads, make, verb="placement.updated", once=True)


def land_owed(landing: Landing) -> None:
    """Write a sheet of interest and fees."""
    reads = (
        "case.balance",
        "facts.balance_as_of",
        *(f"placement.{name}" for name in (*PARTS, "latest_balance")),
    )
    fields = (*PARTS, "latest_balance", "as_of")
    land_changes(landing, fields, reads, owed_of, verb="placement.owed_updated", once=True)


def land_bureau(landing: Landing) -> None:
    """Write a sheet of credit-bureau facts."""
    reads = ("facts.bureau_facts", "facts.bureau_on")
    fields = ("bureau_facts", "looked_up_on")
    land_changes(landing, fields, reads, bureau_of, verb="placement.bureau_noted", once=True)


def land_remarks(landing: Landing) -> None:
    """Write a sheet of remarks."""
    land_changes(landing, ("remark",), (), remark_of, verb="placement.remarked")


def update_loader(
    kind: SheetKind,
    land: Callable[[Landing], None],
    against: Callable[[Actor, int, Gathered], Told],
    gather: tuple[str, ...] = (),
) -> Loader:
    """A sheet that changes cases which are here: matched by the four keys, undone by its values before."""
    return Loader(
        kind=kind,
        deed=PlacementDeed.UPDATE,
        land=land,
        gather=(*KEY_FIELDS, *gather),
        against_desk=against,
        undo=undo_changes,
        rules=rules_of,
        takes_good_rows=takes_good_rows,
    )


def register() -> None:
    """Make the update sheets known; called once at start-up."""
    update = update_loader(PLACEMENT_UPDATE, land_update, against_cases(once=True))
    register_loader(replace(update, extra=custom_columns))
    register_loader(update_loader(INTEREST, land_owed, against_owed, ("latest_balance", "as_of")))
    register_loader(update_loader(BUREAU, land_bureau, against_cases(once=True)))
    register_loader(update_loader(REMARK, land_remarks, against_cases(once=False)))
