"""The sheets of money on the desk: repayments counted once, claims made, and the bank's answers to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from anjie.access.actors import Actor
from anjie.access.deeds import Deed
from anjie.desk.public import cases_for
from anjie.foundation import money
from anjie.foundation.money import from_cents
from anjie.foundation.refusals import Refusal
from anjie.lines.recovery.deeds import PaymentDeed
from anjie.lines.recovery.payment.actions import Counted, RowNote, check_repayments, count_repayments
from anjie.lines.recovery.payment.claims import ClaimIn, Taken, check_claims, take_claims
from anjie.lines.recovery.payment.columns import CLAIMED_PAYMENT, REPAYMENT
from anjie.lines.recovery.payment.models import ClaimedPayment
from anjie.lines.recovery.payment.rules import RepaymentIn, overpaid
from anjie.lines.recovery.payment.undoing import undo_claims, undo_repayments
from anjie.lines.recovery.placement.matching import KEY_FIELDS, arriving
from anjie.lines.recovery.placement.templates import rules_of, takes_good_rows
from anjie.services.sheets.declaring.faults import Said, doubt, fault
from anjie.services.sheets.importing.loaders import Gathered, Landing, Loader, Written, register_loader

Told = Iterator[tuple[int, str, Said]]
_REPAYMENT_FIELDS = ("amount", "paid_on", "reference", "balance_after", "note")
_CLAIM_FIELDS = ("amount", "paid_on", "method", "payer", "note", "answer", "answer_note")
# Beside which column a refusal stands; what is not listed is about the case and stands beside its key.
_FIELD_OF = {
    "payment.already_counted": "amount",
    "payment.was_reversed": "amount",
    "payment.not_positive": "amount",
    "payment.overpaid": "amount",
    "payment.no_claim": "amount",
    "payment.claimed_already": "amount",
    "payment.future": "paid_on",
    "payment.before_placement": "paid_on",
    "payment.after_return": "paid_on",
    "payment.twice_in_list": "reference",
    "match.placed_on_differs": "placed_on",
}


def against_repayments(actor: Actor, client_id: int, gathered: Gathered) -> Told:
    """The rows that counting would refuse now, and what the clerk should look at in the others."""
    rows = _repayments(gathered)
    found = check_repayments(actor, rows, client_id=client_id)
    fields = _Fields(gathered)
    yield from fields.told(found.refused, found.warnings)
    refused = {note.row for note in found.refused}
    yield from _against_balances(actor, [row for row in rows if row.row not in refused], found, fields)


def land_repayments(landing: Landing) -> None:
    """Count the rows; what turned out to be counted meanwhile comes back with its reason."""
    gathered = Gathered((*KEY_FIELDS, *_REPAYMENT_FIELDS))
    for chunk in landing.chunks():
        gathered.take(chunk, REPAYMENT.amount_field)
    # All of them, also those the preview refused: which of several equal payments was counted before is
    # told by their number, and without the refused ones the next would be taken for them.
    result = count_repayments(
        landing.actor, _repayments(gathered), client_id=landing.record.client_id, import_id=landing.record.pk
    )
    refused = {note.row for note in result.refused}
    if free := landing.left_out - refused:
        raise Refusal(
            "sheets.changed_meanwhile",
            f"预览之后，有 {len(free)} 行的情况已变化。请重新读取后再确认。",
            rows=sorted(free)[:50],
        )
    late = [note for note in result.refused if note.row not in landing.left_out]
    landing.refused += list(_Fields(gathered).told(late, []))
    landing.written += [
        Written(row, case_id, created=False, before={})
        for row, case_id in result.case_of_row.items()
        if row not in refused
    ]
    landing.progress(len(landing.written))


def against_claims(actor: Actor, client_id: int, gathered: Gathered) -> Told:
    """The claims, or the bank's answers, that could not be taken now."""
    rows, unanswered = _claims(gathered)
    fields = _Fields(gathered)
    for row in unanswered:
        yield (
            row,
            "answer",
            fault("claim.answer_missing", "核实结果为空，本行不处理。请填写“已到账”或“未到账”。"),
        )
    found = check_claims(actor, rows, client_id=client_id)
    yield from fields.told(found.refused, [])
    yield from fields.names(actor, PaymentDeed.VERIFY, found)


def land_claims(landing: Landing) -> None:
    """Make the claims of a sheet, or answer those that wait."""
    gathered = arriving(landing, (*KEY_FIELDS, *_CLAIM_FIELDS))
    rows, _ = _claims(gathered)
    result = take_claims(landing.actor, rows, client_id=landing.record.client_id, import_id=landing.record.pk)
    landing.refused += list(_Fields(gathered).told(result.refused, []))
    states = dict(
        ClaimedPayment.objects.filter(pk__in=result.claim_of_row.values()).values_list("pk", "state")
    )
    asked = set(result.asked)
    landing.written += [
        Written(
            row,
            result.case_of_row[row],
            created=False,
            before={"claim": claim_id, "asked": claim_id in asked, "state": states[claim_id]},
        )
        for row, claim_id in result.claim_of_row.items()
    ]
    landing.progress(len(landing.written))


class _Fields:
    """Puts what is said of a row beside the column it is about."""

    def __init__(self, gathered: Gathered) -> None:
        self.gathered = gathered
        self.place = {row: at for at, row in enumerate(gathered.rows)}

    def told(self, refused: Iterable[RowNote], warnings: Iterable[RowNote]) -> Told:
        for note in refused:
            yield note.row, self.of(note), fault(note.code, note.message)
        for note in warnings:
            yield note.row, self.of(note), doubt(None, note.code, note.message)

    def of(self, note: RowNote) -> str:
        return _FIELD_OF.get(note.code) or next(
            (name for name in KEY_FIELDS if self.value(note.row, name)), KEY_FIELDS[0]
        )

    def value(self, row: int, name: str) -> Any:
        column = self.gathered.columns.get(name)
        return column[self.place[row]] if column else None

    def names(self, actor: Actor, deed: Deed, found: Counted | Taken) -> Told:
        """Rows that name somebody else than the case they lead to."""
        known = dict(_cases(actor, deed, found.case_of_row.values(), "title"))
        nos = dict(_cases(actor, deed, found.case_of_row.values(), "no"))
        for row, case_id in found.case_of_row.items():
            name = self.value(row, "debtor_name")
            if name and case_id in known and name != known[case_id]:
                words = f"该行的姓名与案件 {nos[case_id]} 的债务人不一致。请核对是否同一案件。"
                yield row, "debtor_name", doubt(None, "match.name_differs", words)


def _against_balances(actor: Actor, good: list[RepaymentIn], found: Counted, fields: _Fields) -> Told:
    """What the counting would leave: too much paid, or another balance than the client says."""
    yield from fields.names(actor, PaymentDeed.ENTER, found)
    left = dict(_cases(actor, PaymentDeed.ENTER, found.case_of_row.values(), "balance"))
    nos = dict(_cases(actor, PaymentDeed.ENTER, found.case_of_row.values(), "no"))
    last: dict[int, RepaymentIn] = {}
    for row in sorted(good, key=lambda row: row.paid_on):
        case_id = found.case_of_row[row.row]
        left[case_id] -= row.amount
        last[case_id] = row
    for case_id, row in last.items():
        if left[case_id] < 0:
            yield (
                row.row,
                "amount",
                doubt(None, "payment.overpaid", overpaid(nos[case_id], left[case_id]).message),
            )
        theirs = fields.value(row.row, "balance_after")
        if theirs is not None and from_cents(theirs) != left[case_id]:
            words = (
                f"还款后余额 {money.show(from_cents(theirs))} 元与案件 {nos[case_id]} 计入后的余额"
                f" {money.show(left[case_id])} 元不符。请与委托方核对，或另行导入利息费用。"
            )
            yield row.row, "balance_after", doubt(None, "payment.balance_differs", words)


def _cases(actor: Actor, deed: Deed, case_ids: Iterable[int], name: str) -> Iterable[tuple[int, Any]]:
    return cases_for(actor, deed).filter(pk__in=set(case_ids)).values_list("pk", name)


def _repayments(gathered: Gathered) -> list[RepaymentIn]:
    return [
        RepaymentIn(
            row=row,
            amount=amount,
            paid_on=paid_on,
            **keys,
            reference=values.get("reference") or "",
            note=(values.get("note") or "")[:200],
        )
        for row, amount, paid_on, keys, values in _rows(gathered)
    ]


def _claims(gathered: Gathered) -> tuple[list[ClaimIn], list[int]]:
    """The rows as claims or answers, and in a sheet of answers the rows that have none."""
    answers = gathered.columns.get("answer") or [None] * len(gathered.rows)
    answering = any(answers)
    unanswered = [row for row, answer in zip(gathered.rows, answers, strict=True) if answering and not answer]
    skipped = set(unanswered)
    rows = [
        ClaimIn(
            row=row,
            amount=amount,
            paid_on=paid_on,
            **keys,
            payer=values.get("payer") or "",
            way=values.get("method") or "",
            note=values.get("note") or "",
            confirmed=values["answer"] == "yes" if answering else None,
            answer=values.get("answer_note") or "",
        )
        for row, amount, paid_on, keys, values in _rows(gathered)
        if row not in skipped
    ]
    return rows, unanswered


def _rows(gathered: Gathered) -> Iterator[tuple[int, Decimal, date, dict[str, Any], dict[str, Any]]]:
    for at, row in enumerate(gathered.rows):
        values = {name: column[at] for name, column in gathered.columns.items()}
        placed = values.get("placed_on")
        keys = {
            **{name: values.get(name) or "" for name in ("serial_no", "contract_no", "card_no", "id_no")},
            "placed_on": date.fromisoformat(placed) if placed else None,
        }
        yield row, from_cents(values["amount"]), date.fromisoformat(values["paid_on"]), keys, values


def register() -> None:
    """Make the sheets of money known; called once at start-up."""
    register_loader(
        Loader(
            kind=REPAYMENT,
            deed=PaymentDeed.ENTER,
            land=land_repayments,
            gather=(*KEY_FIELDS, *_REPAYMENT_FIELDS),
            against_desk=against_repayments,
            undo=undo_repayments,
            undo_deed=PaymentDeed.REVERSE,
            rules=rules_of,
            takes_good_rows=takes_good_rows,
        )
    )
    register_loader(
        Loader(
            kind=CLAIMED_PAYMENT,
            deed=PaymentDeed.VERIFY,
            land=land_claims,
            gather=(*KEY_FIELDS, *_CLAIM_FIELDS),
            against_desk=against_claims,
            undo=undo_claims,
            undo_deed=PaymentDeed.REVERSE,
            rules=rules_of,
            takes_good_rows=takes_good_rows,
        )
    )
