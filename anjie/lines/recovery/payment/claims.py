"""Claimed payments: the collector says the debtor has paid, the clerk says whether the bank has the money."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from anjie.access.actors import Actor
from anjie.desk.public import Case, case_for, cases_for, line_of, reach_of, record, record_each
from anjie.foundation import clock, money
from anjie.foundation.refusals import Forbidden, Invalid, NotFound, Refusal
from anjie.lines.recovery.deeds import PaymentDeed
from anjie.lines.recovery.payment import matching, proving
from anjie.lines.recovery.payment.actions import RowNote, count_one
from anjie.lines.recovery.payment.models import ClaimedPayment, Repayment
from anjie.lines.recovery.payment.rules import (
    Claim,
    RepaymentIn,
    check_amount,
    choose_placement,
    pair_claims,
)
from anjie.services.notices.actions import notify

State = ClaimedPayment.State


@dataclass(frozen=True)
class ClaimIn:
    """One row of a sheet of claims: with ``confirmed`` unset it asks, else it is the bank's answer."""

    row: int
    amount: Decimal
    paid_on: date
    case_id: int | None = None
    serial_no: str = ""
    contract_no: str = ""
    card_no: str = field(default="", repr=False)
    id_no: str = field(default="", repr=False)
    placed_on: date | None = None
    payer: str = ""
    way: str = ""
    note: str = ""
    confirmed: bool | None = None
    answer: str = ""

    def keys(self) -> RepaymentIn:
        """The row as the matching of repayments reads it."""
        return RepaymentIn(
            self.row, self.amount, self.paid_on, self.case_id, self.serial_no, self.contract_no,
            self.card_no, self.id_no, self.placed_on,
        )  # fmt: skip


@dataclass
class Taken:
    """What a sheet of claims did: ids asked, confirmed and refuted, and the rows that were not taken."""

    asked: list[int] = field(default_factory=list)
    confirmed: list[int] = field(default_factory=list)
    refuted: list[int] = field(default_factory=list)
    refused: list[RowNote] = field(default_factory=list)
    case_of_row: dict[int, int] = field(default_factory=dict)
    claim_of_row: dict[int, int] = field(default_factory=dict)


@transaction.atomic
def claim(
    actor: Actor,
    case_id: int,
    amount: Decimal,
    paid_on: date,
    *,
    payer: str = "",
    way: str = "",
    note: str = "",
) -> ClaimedPayment:
    """Register that the debtor says he has paid; the case's clerk is told, unless the money is here already."""
    case = case_for(actor, PaymentDeed.CLAIM, case_id, lock=True)
    made = _claim(actor, case, ClaimIn(0, amount, paid_on, payer=payer, way=way, note=note), None)
    made.refresh_from_db()
    return made


@transaction.atomic
def withdraw(actor: Actor, claim_id: int) -> ClaimedPayment:
    """Take back one's own claim while nobody has answered it."""
    found = _locked(actor, PaymentDeed.CLAIM, claim_id)
    if found.asked_by_id != actor.membership_id:
        raise Forbidden(PaymentDeed.CLAIM.value, "撤回他人登记的待对账还款")
    _still_waiting(found)
    found.state = State.WITHDRAWN
    found.answered_at = clock.now()
    found.save(update_fields=["state", "answered_at"])
    record(actor, found.case_id, "payment.claim_withdrawn", claim=found.pk, amount=money.plain(found.amount))
    return found


@transaction.atomic
def answer_claim(
    actor: Actor,
    claim_id: int,
    confirmed: bool,
    answer: str = "",
    *,
    amount: Decimal | None = None,
    paid_on: date | None = None,
    reference: str = "",
) -> ClaimedPayment:
    """Say whether the bank has the money; the collector is told.

    Confirming takes the repayment that is already counted, else counts it now, with the bank's own
    amount and day where they differ from what was claimed.
    """
    found = _locked(actor, PaymentDeed.VERIFY, claim_id)
    _still_waiting(found)
    if not confirmed and not answer.strip():
        raise Invalid("payment.answer_required", "未到账需要填写核实说明。请补充后重试。")
    _answer(actor, found, confirmed, answer, amount=amount, paid_on=paid_on, reference=reference)
    return found


def answer_claims(
    actor: Actor, claim_ids: Iterable[int], confirmed: bool, answer: str = ""
) -> dict[str, Any]:
    """Answer many alike: ``{"answered": ids, "refused": [{id, code, message, facts}]}``."""
    actor.require(PaymentDeed.VERIFY)
    answered: list[int] = []
    refused: list[dict[str, Any]] = []
    for claim_id in sorted(set(claim_ids)):
        try:
            answered.append(answer_claim(actor, claim_id, confirmed, answer).pk)
        except Refusal as refusal:
            refused.append({"id": claim_id, **refusal.as_dict()})
    return {"answered": answered, "refused": refused}


@transaction.atomic
def take_claims(
    actor: Actor, rows: Sequence[ClaimIn], *, client_id: int, import_id: int | None = None
) -> Taken:
    """Take a sheet of claims or of the bank's answers to them; rows that fit nothing come back with why."""
    result, placed = _place(actor, rows, client_id, lock=True)
    cases = cases_for(actor, PaymentDeed.VERIFY).in_bulk([case_id for _, case_id in placed])
    waiting = _waiting(list(cases))
    for row, case_id in placed:
        try:
            if row.confirmed is None:
                result.asked.append(_claim(actor, cases[case_id], row, import_id).pk)
                result.claim_of_row[row.row] = result.asked[-1]
                continue
            found = _answered_by(row, case_id, cases[case_id].no, waiting)
            result.claim_of_row[row.row] = found.pk
            _answer(actor, found, row.confirmed, row.answer, amount=row.amount, paid_on=row.paid_on)
            (result.confirmed if row.confirmed else result.refuted).append(found.pk)
        except Refusal as refusal:
            result.refused.append(RowNote.of(row.row, refusal))
    return result


def check_claims(actor: Actor, rows: Sequence[ClaimIn], *, client_id: int) -> Taken:
    """What taking these rows would refuse now; nothing is written."""
    result, placed = _place(actor, rows, client_id, lock=False)
    case_ids = [case_id for _, case_id in placed]
    waiting, known = _waiting(case_ids), _known(case_ids)
    cases = cases_for(actor, PaymentDeed.VERIFY).in_bulk(case_ids)
    for row, case_id in placed:
        try:
            if row.confirmed is None:
                _may_claim(cases[case_id], row, known.get((case_id, row.amount, row.paid_on)))
                known[case_id, row.amount, row.paid_on] = (0, State.WAITING)
            else:
                _answered_by(row, case_id, cases[case_id].no, waiting)
        except Refusal as refusal:
            result.refused.append(RowNote.of(row.row, refusal))
    return result


def _known(case_ids: Sequence[int]) -> dict[tuple[int, Decimal, date], tuple[int, str]]:
    """Claims that stand, by case, amount and day: a second one of the kind is the same one."""
    rows = ClaimedPayment.objects.filter(case_id__in=case_ids, state__in=[State.WAITING, State.CONFIRMED])
    return {
        (case_id, amount, day): (pk, state)
        for pk, case_id, amount, day, state in rows.order_by("-pk").values_list(
            "pk", "case_id", "amount", "paid_on", "state"
        )
    }


def _place(
    actor: Actor, rows: Sequence[ClaimIn], client_id: int, *, lock: bool
) -> tuple[Taken, list[tuple[ClaimIn, int]]]:
    actor.require(PaymentDeed.VERIFY)
    result = Taken()
    placed = []
    keys = matching.keys_of([row.keys() for row in rows])
    found = matching.candidates(actor, PaymentDeed.VERIFY, client_id, keys, lock=lock)
    for row, key, options in zip(rows, keys, found, strict=True):
        chosen = check_amount(row.keys(), clock.today()) or choose_placement(key, row.paid_on, options)
        if isinstance(chosen, Refusal):
            result.refused.append(RowNote.of(row.row, chosen))
            continue
        result.case_of_row[row.row] = chosen.candidate.case_id
        placed.append((row, chosen.candidate.case_id))
    return result, placed


def _may_claim(case: Case, row: ClaimIn, same: tuple[int, str] | None) -> None:
    """Raise where such a claim may not be made on the case; ``same`` is the one that stands already."""
    wrong = check_amount(row.keys(), clock.today())
    if wrong:
        raise wrong
    if not line_of(case.line).state_by_code[case.state].is_open:
        label = line_of(case.line).label_of(case.state)
        raise Refusal(
            "payment.case_not_open",
            f"案件 {case.no} 当前为“{label}”，不能登记待对账还款。请核对案件。",
            no=case.no,
        )
    if same:
        claim_id, state = same
        raise Refusal(
            "payment.claimed_already",
            f"案件 {case.no} 在 {row.paid_on} 的自称已还 {money.show(row.amount)} 元已登记，"
            f"当前为“{State(state).label}”。请勿重复登记。",
            claim=claim_id,
        )


def _claim(actor: Actor, case: Case, row: ClaimIn, import_id: int | None) -> ClaimedPayment:
    """Write one claim on a locked case."""
    _may_claim(case, row, _known([case.pk]).get((case.pk, row.amount, row.paid_on)))
    made = ClaimedPayment.objects.create(
        case=case,
        amount=row.amount,
        paid_on=row.paid_on,
        payer=row.payer[:60],
        way=row.way[:40],
        note=row.note[:500],
        asked_by_id=actor.membership_id,
        asked_at=clock.now(),
        import_id=import_id,
    )
    facts = {"claim": made.pk, "amount": money.plain(row.amount), "paid_on": row.paid_on.isoformat()}
    record_each(actor, "payment.claimed", {case.pk: facts})
    free = Repayment.objects.filter(case=case, amount=row.amount, reversed_at=None, claims=None)
    if (
        not proving.prove(actor, list(free.values_list("pk", "case_id", "paid_on", "amount")))
        and case.clerk_id
    ):
        notify(
            actor,
            [case.clerk_id],
            "payment.claimed",
            f"待核实还款 {money.show(row.amount)} 元",
            f"案件 {case.no}：债务人称已于 {row.paid_on} 还款 {money.show(row.amount)} 元，请与银行核实。",
            key=f"claim:{made.pk}:asked",
            case_id=case.pk,
        )
    return made


def _answer(
    actor: Actor,
    found: ClaimedPayment,
    confirmed: bool,
    answer: str,
    *,
    amount: Decimal | None = None,
    paid_on: date | None = None,
    reference: str = "",
) -> None:
    """Answer a locked claim, counting the repayment that proves it where there is none."""
    if not confirmed:
        proving.answer(actor, found, State.REFUTED, answer, None)
        proving.record_answers(actor, [found])
        return
    paid, day = amount or found.amount, paid_on or found.paid_on
    free = Repayment.objects.filter(case_id=found.case_id, amount=paid, reversed_at=None, claims=None)
    options = list(free.values_list("pk", "case_id", "paid_on", "amount"))
    proof = pair_claims([Claim(found.pk, found.case_id, day, paid)], options).get(found.pk)
    # Answered first: counting must not take it for a claim that still waits.
    proving.answer(actor, found, State.CONFIRMED, answer or "已核实到账。", proof)
    if proof is None:
        note = f"自称已还 {found.pk} 核实到账"
        row = RepaymentIn(0, paid, day, case_id=found.case_id, reference=reference, note=note)
        counted = count_one(
            actor,
            row,
            client_id=found.case.organisation_id,
            source=Repayment.Source.CLAIM,
            deed=PaymentDeed.VERIFY,
        )
        found.repayment_id = counted.counted[0]
        found.save(update_fields=["repayment"])
    proving.record_answers(actor, [found])


def _answered_by(
    row: ClaimIn, case_id: int, no: str, waiting: dict[int, list[ClaimedPayment]]
) -> ClaimedPayment:
    """The waiting claim a row answers; it is taken out of ``waiting``."""
    options = waiting.get(case_id, [])
    claims = [Claim(one.pk, one.case_id, one.paid_on, one.amount) for one in options]
    pairs = pair_claims(claims, [(0, case_id, row.paid_on, row.amount)])
    found = next((one for one in options if one.pk in pairs), None)
    if found is None:
        raise Refusal(
            "payment.no_claim",
            f"案件 {no} 没有 {row.paid_on} 前后、金额 {money.show(row.amount)} 元的待核实还款。请核对金额与日期。",
            no=no,
        )
    options.remove(found)
    return found


def _waiting(case_ids: Sequence[int]) -> dict[int, list[ClaimedPayment]]:
    found: dict[int, list[ClaimedPayment]] = {}
    rows = ClaimedPayment.objects.filter(case_id__in=case_ids, state=State.WAITING)
    for row in rows.select_related("case").order_by("paid_on", "pk"):
        found.setdefault(row.case_id, []).append(row)
    return found


def _locked(actor: Actor, deed: PaymentDeed, claim_id: int) -> ClaimedPayment:
    """The claim within reach, its case locked before it as everywhere."""
    actor.require(deed)
    case_id = (
        ClaimedPayment.objects.filter(reach_of(actor, "case__"), pk=claim_id)
        .values_list("case_id", flat=True)
        .first()
    )
    if case_id is None:
        raise NotFound("待对账还款")
    cases_for(actor, deed).select_for_update(of=("self",)).get(pk=case_id)
    return ClaimedPayment.objects.select_for_update(of=("self",)).select_related("case").get(pk=claim_id)


def _still_waiting(found: ClaimedPayment) -> None:
    if found.state != State.WAITING:
        label = State(found.state).label
        raise Refusal(
            "payment.claim_answered",
            f"该笔自称已还已为“{label}”，不能再次处理。请刷新后查看。",
            state=found.state,
        )
