"""Counts repayments and takes them back, set-wise, with balances, events and what follows from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models.expressions import RawSQL

from anjie.access.actors import Actor
from anjie.access.deeds import Deed
from anjie.desk.public import (
    announce,
    case_for,
    cases_for,
    lower_balances,
    move_cases,
    raise_balances,
    reach_of,
    record_each,
)
from anjie.foundation import clock, money
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.lines.recovery.deeds import PaymentDeed
from anjie.lines.recovery.moves import SETTLED
from anjie.lines.recovery.payment import counting, matching, proving
from anjie.lines.recovery.payment.models import Repayment
from anjie.lines.recovery.payment.rules import (
    Placed,
    RepaymentIn,
    check_amount,
    choose_placement,
    overpaid,
    tell_apart,
)

__all__ = [
    "Counted",
    "RepaymentIn",
    "RowNote",
    "check_repayments",
    "count_repayments",
    "enter_repayment",
    "reverse_repayments",
]


@dataclass(frozen=True)
class RowNote:
    """What is to be said of one row: why it was refused, or what to look at although it was taken."""

    row: int
    code: str
    message: str
    facts: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, row: int, refusal: Refusal) -> RowNote:
        """The note that carries this refusal."""
        return cls(row, refusal.code, refusal.message, refusal.facts)


@dataclass
class Counted:
    """What counting a list did: ids and sum of what was counted, and the rows that were not, with why.

    ``case_of_row`` leads from a row to its case, ``settled`` lists the cases that closed by it.
    """

    counted: list[int] = field(default_factory=list)
    amount: Decimal = Decimal("0.00")
    refused: list[RowNote] = field(default_factory=list)
    warnings: list[RowNote] = field(default_factory=list)
    case_of_row: dict[int, int] = field(default_factory=dict)
    settled: list[int] = field(default_factory=list)
    claims: list[int] = field(default_factory=list)


def check_repayments(actor: Actor, rows: Sequence[RepaymentIn], *, client_id: int) -> Counted:
    """What counting these rows would do now; nothing is written and ``counted`` stays empty."""
    result, placed, _ = _judge(actor, PaymentDeed.ENTER, rows, client_id, lock=False)
    result.amount = sum((row.amount for row in placed), money.ZERO)
    return result


@transaction.atomic
def count_repayments(
    actor: Actor,
    rows: Sequence[RepaymentIn],
    *,
    client_id: int,
    source: str = Repayment.Source.SHEET,
    import_id: int | None = None,
    deed: Deed = PaymentDeed.ENTER,
) -> Counted:
    """Count each row once on the placement it belongs to; the others come back with why not.

    Balances go down, claims that wait for such a payment are confirmed, cases with nothing left settle,
    and whoever registered for ``payment.counted`` hears the case ids with ``repayment_ids`` and
    ``amounts`` by case. Two lists at the same moment wait for each other case by case.
    """
    result, placed, marks = _judge(actor, deed, rows, client_id, lock=True)
    notes = {row.row: row.note for row in rows}
    made = counting.insert(actor, placed, marks, notes, source=source, import_id=import_id)
    row_of_mark = {marks[row.row]: row for row in placed}
    for mark in row_of_mark.keys() - {mark for *_, mark in made}:
        row = row_of_mark[mark]
        result.refused.append(RowNote.of(row.row, _counted_meanwhile(row)))
    result.counted = [pk for pk, *_ in made]
    result.amount = sum((amount for _, _, _, amount, _ in made), money.ZERO)
    if not made:
        return result
    payments = defaultdict(list)
    for pk, case_id, paid_on, amount, _ in made:
        payments[case_id].append((pk, paid_on, amount))
    paid = {case_id: sum((p[2] for p in some), money.ZERO) for case_id, some in payments.items()}
    balances = lower_balances(actor, paid)
    record_each(
        actor,
        "payment.counted",
        {
            case_id: {
                "amount": money.plain(paid[case_id]),
                "balance": money.plain(balances[case_id]),
                "source": str(source),
                "payments": [
                    {"id": pk, "amount": money.plain(amount), "paid_on": day.isoformat()}
                    for pk, day, amount in some
                ],
                **({"import": import_id} if import_id else {}),
            }
            for case_id, some in payments.items()
        },
    )
    facts = {"repayment_ids": result.counted, "amounts": paid, "import_id": import_id}
    announce("payment.counted", actor, list(paid), facts)
    result.claims = proving.prove(actor, [(pk, case_id, day, amount) for pk, case_id, day, amount, _ in made])
    counted = {mark for *_, mark in made}
    for row in placed:
        if balances.get(row.case_id, money.ZERO) < 0 and marks[row.row] in counted:
            result.warnings.append(RowNote.of(row.row, overpaid(row.no, balances[row.case_id])))
    result.settled = _settle(actor, [case_id for case_id, balance in balances.items() if balance <= 0])
    return result


def enter_repayment(
    actor: Actor,
    case_id: int,
    amount: Decimal,
    paid_on: Any,
    *,
    reference: str = "",
    note: str = "",
    another: bool = False,
) -> Counted:
    """Count one repayment a clerk enters on a case; raises the refusal when it may not be counted."""
    case = case_for(actor, PaymentDeed.ENTER, case_id)
    row = RepaymentIn(
        0, amount, paid_on, case_id=case_id, reference=reference.strip(), note=note, another=another
    )
    return count_one(actor, row, client_id=case.organisation_id, source=Repayment.Source.HAND)


def count_one(
    actor: Actor, row: RepaymentIn, *, client_id: int, source: str, deed: Deed = PaymentDeed.ENTER
) -> Counted:
    """Count a single repayment, raising what a list would report."""
    result = count_repayments(actor, [row], client_id=client_id, source=source, deed=deed)
    if result.refused:
        refused = result.refused[0]
        raise Refusal(refused.code, refused.message, **refused.facts)
    return result


@transaction.atomic
def reverse_repayments(actor: Actor, repayment_ids: Iterable[int], reason: str) -> dict[str, Any]:
    """Take repayments back with a reason: balances return exactly, settled cases that owe again reopen.

    Answers ``{"reversed": ids, "amount", "reopened": case ids, "refused": [{id, code, message, facts}]}``.
    """
    actor.require(PaymentDeed.REVERSE)
    if not reason.strip():
        raise Invalid("payment.reason_required", "冲正需要填写原因。请补充原因后重试。")
    wanted = sorted(set(repayment_ids))
    seen = Repayment.objects.filter(reach_of(actor, "case__"), pk__in=wanted)
    list(
        cases_for(actor, PaymentDeed.REVERSE)
        .filter(pk__in=seen.values("case_id"))
        .order_by("pk")
        .select_for_update(of=("self",))
        .values_list("pk", flat=True)
    )
    rows = list(seen.select_related("case").order_by("pk"))
    refused = [
        {"id": pk, **NotFound("还款").as_dict()} for pk in sorted(set(wanted) - {row.pk for row in rows})
    ]
    refused += [{"id": row.pk, **_reversed_before(row).as_dict()} for row in rows if row.reversed_at]
    rows = [row for row in rows if not row.reversed_at]
    Repayment.objects.filter(pk__in=[row.pk for row in rows]).update(
        reversed_at=clock.now(), reversed_by=actor.membership_id, reversal_reason=reason.strip()[:200]
    )
    by_case: dict[int, list[Repayment]] = defaultdict(list)
    for row in rows:
        by_case[row.case_id].append(row)
    back = {case_id: sum((row.amount for row in some), money.ZERO) for case_id, some in by_case.items()}
    balances = raise_balances(actor, back)
    record_each(
        actor,
        "payment.reversed",
        {
            case_id: {
                "amount": money.plain(amount),
                "balance": money.plain(balances[case_id]),
                "reason": reason.strip(),
                "payments": [
                    {"id": row.pk, "amount": money.plain(row.amount), "paid_on": row.paid_on.isoformat()}
                    for row in by_case[case_id]
                ],
            }
            for case_id, amount in back.items()
        },
    )
    ids = [row.pk for row in rows]
    announce("payment.reversed", actor, list(back), {"repayment_ids": ids, "amounts": back, "reason": reason})
    proving.unprove(actor, ids, reason.strip())
    reopened = _reopen(actor, [case_id for case_id, balance in balances.items() if balance > 0])
    total = sum((row.amount for row in rows), money.ZERO)
    return {"reversed": ids, "amount": total, "reopened": reopened, "refused": refused}


def _judge(
    actor: Actor, deed: Deed, rows: Sequence[RepaymentIn], client_id: int, *, lock: bool
) -> tuple[Counted, list[Placed], Mapping[int, str]]:
    """Place every row and tell it from what was counted before: the report so far, the good rows, their marks."""
    actor.require(deed)
    if len({row.row for row in rows}) != len(rows):
        raise ValueError("each row needs a number of its own")
    result = Counted()
    placed: list[Placed] = []
    today = clock.today()
    keys = matching.keys_of(rows)
    found = matching.candidates(actor, deed, client_id, keys, lock=lock)
    for row, key, options in zip(rows, keys, found, strict=True):
        wrong = check_amount(row, today)
        chosen = wrong or choose_placement(key, row.paid_on, options)
        if isinstance(chosen, Refusal):
            result.refused.append(RowNote.of(row.row, chosen))
            continue
        case = chosen.candidate
        result.case_of_row[row.row] = case.case_id
        result.warnings += [RowNote.of(row.row, doubt) for doubt in chosen.warnings]
        reference = row.reference.strip()[:80]
        placed.append(Placed(row.row, case.case_id, case.no, row.paid_on, row.amount, reference, row.another))
    verdicts = tell_apart(placed, counting.read_known(client_id, placed)) if placed else {}
    result.refused += [RowNote.of(row, why) for row, why in verdicts.items() if isinstance(why, Refusal)]
    marks = {row: mark for row, mark in verdicts.items() if isinstance(mark, str)}
    good = [row for row in placed if row.row in marks]
    gone = {note.row for note in result.refused}
    result.warnings = [note for note in result.warnings if note.row not in gone]
    reversed_before = counting.read_reversed(good) if good else set()
    result.warnings += [
        RowNote.of(row.row, _was_reversed(row)) for row in good if row.equals in reversed_before
    ]
    return result, good, marks


def _settle(actor: Actor, case_ids: list[int]) -> list[int]:
    """Settle those cases whose state lets them; a returned one keeps its state."""
    return move_cases(_desk_of(actor), case_ids, "placement.settle").moved if case_ids else []


def _reopen(actor: Actor, case_ids: list[int]) -> list[int]:
    settled = list(_of_state(actor, case_ids, SETTLED))
    return move_cases(_desk_of(actor), settled, "placement.reopen").moved if settled else []


def _of_state(actor: Actor, case_ids: list[int], state: str) -> Iterable[int]:
    cases: Any = cases_for(_desk_of(actor), PaymentDeed.SEE)
    return cases.filter(pk__in=RawSQL("SELECT unnest(%s::bigint[])", [case_ids]), state=state).values_list(
        "pk", flat=True
    )


def _desk_of(actor: Actor) -> Actor:
    """The same person for the moves the desk makes by itself: he need not hold their deeds, reach was judged."""
    return replace(actor, deeds=frozenset({"*"}))


def _counted_meanwhile(row: Placed) -> Refusal:
    return Refusal(
        "payment.already_counted",
        f"案件 {row.no} 在 {row.paid_on} 的还款 {money.show(row.amount)} 元刚被另一份清单计入，不再重复计入。",
        no=row.no,
        paid_on=str(row.paid_on),
        amount=money.plain(row.amount),
    )


def _was_reversed(row: Placed) -> Refusal:
    return Refusal(
        "payment.was_reversed",
        f"案件 {row.no} 在 {row.paid_on} 的还款 {money.show(row.amount)} 元曾经冲正，本次重新计入。请确认清单无误。",
        no=row.no,
        paid_on=str(row.paid_on),
    )


def _reversed_before(row: Repayment) -> Refusal:
    on = clock.local(row.reversed_at).date() if row.reversed_at else ""
    return Refusal(
        "payment.already_reversed",
        f"该笔还款已于 {on} 冲正，不能再次冲正。请刷新后查看。",
        reversed_on=str(on),
    )
