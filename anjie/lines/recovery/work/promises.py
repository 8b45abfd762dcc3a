"""Promises to pay followed through: judged again whenever money comes or goes, and when their day has passed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import DateField, ExpressionWrapper, F

from anjie.access.actors import Actor
from anjie.desk.public import Case, announce, case_for, cases_for, record_each
from anjie.foundation import clock
from anjie.foundation.refusals import NotFound, Refusal
from anjie.lines.recovery.deeds import WorkDeed
from anjie.lines.recovery.payment.models import Repayment
from anjie.lines.recovery.work.models import Promise
from anjie.lines.recovery.work.rules import PaidSum, PromisedSum, PromiseVerdict, judge_promises
from anjie.services.notices.actions import Notable, notify_each

State = Promise.State
LAST_DAY = ExpressionWrapper(F("due_on") + F("grace_days"), output_field=DateField())


def payments_changed(actor: Actor, case_ids: list[int], facts: Mapping[str, Any]) -> None:
    """A repayment was counted or reversed: the promises of its cases are judged again, in its transaction."""
    judge_cases(actor, case_ids)


@transaction.atomic
def judge_cases(actor: Actor, case_ids: Iterable[int]) -> int:
    """Judge every promise of these cases by all repayments that count; returns how many changed."""
    promises: dict[int, list[Promise]] = defaultdict(list)
    rows = (
        Promise.objects.select_for_update()
        .filter(case_id__in=set(case_ids))
        .exclude(state=State.CANCELLED)
        .order_by("pk")
    )
    for promise in rows:
        promises[promise.case_id].append(promise)
    if not promises:
        return 0
    payments: dict[int, list[PaidSum]] = defaultdict(list)
    counted = Repayment.objects.filter(case_id__in=promises, reversed_at__isnull=True).order_by(
        "paid_on", "pk"
    )
    for case_id, amount, paid_on in counted.values_list("case_id", "amount", "paid_on"):
        payments[case_id].append(PaidSum(amount, paid_on))
    changed: list[tuple[Promise, PromiseVerdict]] = []
    for case_id, made in promises.items():
        sums = [PromisedSum(p.amount, clock.local(p.made_at).date(), p.due_on, p.grace_days) for p in made]
        verdicts = judge_promises(sums, payments[case_id], clock.today())
        changed += [
            (promise, verdict)
            for promise, verdict in zip(made, verdicts, strict=True)
            if (promise.state, promise.paid_amount) != (verdict.state, verdict.paid)
        ]
    _write(actor, changed)
    return len(changed)


def judge_overdue(actor: Actor) -> int:
    """Judge the open promises whose day has passed; returns how many changed. Run again it changes nothing."""
    changed = 0
    while True:
        due = (
            Promise.objects.filter(state=State.OPEN, due_on__lt=clock.today())
            .alias(last_day=LAST_DAY)
            .filter(last_day__lt=clock.today())
            .order_by("case_id")
            .values_list("case_id", flat=True)
            .distinct()
        )
        cases = list(due[:1000])
        if not cases:
            return changed
        changed += judge_cases(actor, cases)


@transaction.atomic
def case_ended(actor: Actor, case_ids: list[int], facts: Mapping[str, Any]) -> None:
    """A case was settled, closed or given back: what was still promised on it is owed to nobody here."""
    judge_cases(actor, case_ids)
    still = Promise.objects.filter(case_id__in=case_ids, state=State.OPEN)
    told: dict[int, dict[str, Any]] = {}
    for promise in still:
        told[promise.case_id] = {
            "promise": promise.pk,
            "amount": str(promise.amount),
            "due_on": str(promise.due_on),
        }
    still.update(state=State.CANCELLED, judged_at=clock.now())
    if told:
        record_each(actor, "promise.cancelled", told)


@dataclass(frozen=True, slots=True)
class AgreedSum:
    """One instalment of a plan the debtor signed."""

    amount: Decimal
    due_on: date


@transaction.atomic
def take_agreed(
    actor: Actor,
    case_id: int,
    sums: Sequence[AgreedSum],
    *,
    made_at: datetime,
    agreement_no: str,
    grace_days: int,
) -> list[Promise]:
    """Make a signed plan's instalments promises of the case, judged at once; what was promised before gives way."""
    judge_cases(actor, [case_id])
    for before in Promise.objects.filter(case_id=case_id, state=State.OPEN).order_by("pk"):
        before.state, before.judged_at = State.CANCELLED, clock.now()
        before.save(update_fields=["state", "judged_at"])
        told = {"promise": before.pk, "amount": str(before.amount), "due_on": str(before.due_on)}
        record_each(actor, "promise.cancelled", {case_id: told})
    made = Promise.objects.bulk_create(
        Promise(
            case_id=case_id,
            amount=one.amount,
            due_on=one.due_on,
            made_at=made_at,
            agreement_no=agreement_no,
            grace_days=grace_days,
        )
        for one in sums
    )
    for promise in made:
        record_each(actor, "promise.open", {case_id: _facts(promise)})
    judge_cases(actor, [case_id])
    return made


@transaction.atomic
def cancel(actor: Actor, promise_id: int, reason: str) -> Promise:
    """Take back an open promise that was entered in error or replaced, with the reason."""
    promise = Promise.objects.filter(pk=promise_id).first()
    if promise is None:
        raise NotFound("承诺")
    case = case_for(actor, WorkDeed.RECORD, promise.case_id, lock=True)
    promise = Promise.objects.select_for_update().get(pk=promise_id)
    if promise.state != State.OPEN:
        raise Refusal(
            "work.promise_judged",
            f"该承诺当前为“{promise.get_state_display()}”，不能取消。请刷新后查看。",
            state=promise.state,
        )
    announce("promise.cancelling", actor, [case.pk], {"promise": promise.pk})
    promise.state, promise.judged_at = State.CANCELLED, clock.now()
    promise.save(update_fields=["state", "judged_at"])
    record_each(actor, "promise.cancelled", {case.pk: {"promise": promise.pk, "reason": reason}})
    return promise


def _write(actor: Actor, changed: list[tuple[Promise, PromiseVerdict]]) -> None:
    if not changed:
        return
    now = clock.now()
    turned = []
    for promise, verdict in changed:
        if promise.state != verdict.state:
            turned.append(promise)
            promise.judged_at = None if verdict.state == State.OPEN else now
        promise.state, promise.paid_amount = verdict.state, verdict.paid
    Promise.objects.bulk_update([promise for promise, _ in changed], ["state", "paid_amount", "judged_at"])
    by_verb: dict[str, dict[int, list[Promise]]] = defaultdict(lambda: defaultdict(list))
    for promise in turned:
        by_verb[promise.state][promise.case_id].append(promise)
    for state, cases in by_verb.items():
        # One event per promise; a case seldom has two that turn the same way at once.
        while cases:
            record_each(
                actor, f"promise.{state}", {case_id: _facts(made.pop()) for case_id, made in cases.items()}
            )
            cases = {case_id: made for case_id, made in cases.items() if made}
    # Of a signed plan that is missed, whoever follows the agreement tells.
    missed = [one for one in turned if one.state in (State.BROKEN, State.PARTLY) and not one.agreement_no]
    _tell(actor, missed)
    turned_cases = sorted({promise.case_id for promise in turned})
    announce("promise.judged", actor, turned_cases, {})


def _facts(promise: Promise) -> dict[str, Any]:
    return {
        "promise": promise.pk,
        "amount": str(promise.amount),
        "due_on": str(promise.due_on),
        "paid": str(promise.paid_amount),
    }


def _tell(actor: Actor, broken: list[Promise]) -> None:
    """Tell the holders whose debtors did not keep their word: one case by name, several as a list."""
    cases: dict[int, Case] = {
        case.pk: case
        for case in cases_for(Actor.job("work.promises"), WorkDeed.RECORD).filter(
            pk__in={promise.case_id for promise in broken}, holder__isnull=False
        )
    }
    by_holder: dict[int, list[Promise]] = defaultdict(list)
    for promise in broken:
        case = cases.get(promise.case_id)
        if case is not None and case.holder_id is not None:
            by_holder[case.holder_id].append(promise)
    notables: list[Notable] = []
    for holder_id, made in by_holder.items():
        first = made[0]
        nos = "、".join(dict.fromkeys(cases[promise.case_id].no for promise in made[:3]))
        alone = len(made) == 1
        notables.append(
            Notable(
                [holder_id],
                "承诺未履行" if alone else f"{len(made)} 笔承诺未履行",
                f"案件 {nos}{'' if len(made) <= 3 else ' 等'} 的承诺还款已过期未足额到账，请联系当事人或改期。",
                key=f"promise.broken:{min(promise.pk for promise in made)}:{first.due_on}",
                case_id=first.case_id if alone else None,
                link="" if alone else "/recovery/promises?state=broken",
            )
        )
    notify_each(actor, "promise.broken", notables)
