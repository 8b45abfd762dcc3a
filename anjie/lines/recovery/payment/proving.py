"""Claims and the repayments that prove them: confirmed when the money is found, waiting again when it is reversed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet

from anjie.access.actors import Actor
from anjie.desk.public import record_each
from anjie.foundation import clock, money
from anjie.lines.recovery.payment.models import ClaimedPayment
from anjie.lines.recovery.payment.rules import Claim, pair_claims
from anjie.services.notices.actions import Notable, notify_each

FOUND = "已在银行还款清单中核对到账。"


def prove(actor: Actor, payments: Sequence[tuple[int, int, date, Decimal]]) -> list[int]:
    """Confirm the waiting claims that these repayments (id, case, day, amount) prove; the ids of the claims."""
    waiting = ClaimedPayment.objects.filter(
        case_id__in={case_id for _, case_id, *_ in payments}, state=ClaimedPayment.State.WAITING
    ).select_for_update()
    claims = {claim.pk: claim for claim in waiting.order_by("pk")}
    pairs = pair_claims([Claim(c.pk, c.case_id, c.paid_on, c.amount) for c in claims.values()], payments)
    for claim_id, repayment_id in pairs.items():
        answer(actor, claims[claim_id], ClaimedPayment.State.CONFIRMED, FOUND, repayment_id)
    record_answers(actor, [claims[claim_id] for claim_id in pairs])
    return list(pairs)


def answer(
    actor: Actor, claim: ClaimedPayment, state: ClaimedPayment.State, text: str, repayment_id: int | None
) -> None:
    """Write state and answer on a locked claim; its event is written by :func:`record_answers`."""
    claim.state = state
    claim.answer = text[:500]
    claim.answered_by_id = actor.membership_id
    claim.answered_at = clock.now()
    claim.repayment_id = repayment_id
    claim.save(update_fields=["state", "answer", "answered_by", "answered_at", "repayment"])


def record_answers(actor: Actor, claims: Iterable[ClaimedPayment]) -> None:
    """Write each answered claim on its case's timeline and tell the collector who asked."""
    told: dict[str, list[Notable]] = defaultdict(list)
    for claim in claims:
        state = ClaimedPayment.State(claim.state)
        amount = money.show(claim.amount)
        facts = {"claim": claim.pk, "amount": money.plain(claim.amount), "answer": claim.answer}
        verb = f"payment.claim_{state.value}"
        record_each(actor, verb, {claim.case_id: facts})
        if claim.asked_by_id:
            told[verb].append(
                Notable(
                    [claim.asked_by_id],
                    f"自称已还 {amount} 元：{state.label}",
                    f"{claim.paid_on} 的自称已还 {amount} 元{state.label}。{claim.answer}",
                    key=f"claim:{claim.pk}:{state.value}:{claim.answered_at:%Y%m%d%H%M%S%f}",
                    case_id=claim.case_id,
                )
            )
    for verb, notables in told.items():
        notify_each(actor, verb, notables)


def unprove(actor: Actor, repayment_ids: Sequence[int], reason: str) -> list[int]:
    """Let claims wait again whose repayment was reversed; the ids of the claims."""
    claims: QuerySet[ClaimedPayment] = ClaimedPayment.objects.filter(
        repayment_id__in=repayment_ids, state=ClaimedPayment.State.CONFIRMED
    ).select_for_update()
    found = list(claims.order_by("pk"))
    for claim in found:
        answer(actor, claim, ClaimedPayment.State.WAITING, f"对应的还款已冲正：{reason}", None)
    record_answers(actor, found)
    return [claim.pk for claim in found]
