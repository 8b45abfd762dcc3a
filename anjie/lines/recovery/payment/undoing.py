"""Takes back what a sheet of money did: repayments are reversed, claims withdrawn, answers made to wait again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from anjie.access.actors import Actor
from anjie.desk.public import cases_for, record_each
from anjie.foundation import clock, money
from anjie.lines.recovery.deeds import PaymentDeed
from anjie.lines.recovery.payment import proving
from anjie.lines.recovery.payment.actions import reverse_repayments
from anjie.lines.recovery.payment.models import ClaimedPayment, Repayment
from anjie.services.sheets.importing.loaders import Kept, portions
from anjie.services.sheets.models import Import, ImportedRow

State = ClaimedPayment.State


def undo_repayments(actor: Actor, record: Import, progress: Callable[[int], None]) -> Sequence[Kept]:
    """Reverse what an import counted and nobody has reversed since, with the import as the reason."""
    counted = Repayment.objects.filter(import_id=record.pk, reversed_at=None).order_by("case_id", "pk")
    why: dict[int, str] = {}
    through = 0
    for some in portions(list(counted.values_list("pk", flat=True))):
        done = reverse_repayments(actor, some, f"撤销导入 {record.pk}")
        why |= {one["id"]: one["message"] for one in done["refused"]}
        through += len(some)
        progress(through)
    cases = Repayment.objects.filter(pk__in=why).values_list("case_id", "pk")
    kept = {case_id: Kept(case_id, "", why[pk]) for case_id, pk in cases}
    ImportedRow.objects.filter(import_id=record.pk).exclude(case_id__in=kept).delete()
    return list(kept.values())


def undo_claims(actor: Actor, record: Import, progress: Callable[[int], None]) -> Sequence[Kept]:
    """Withdraw the claims an import made and let those it answered wait again, where nobody has acted since."""
    made = ImportedRow.objects.filter(import_id=record.pk).order_by("row")
    rows: list[tuple[int, Any]] = list(made.values_list("case_id", "before"))
    cases = cases_for(actor, PaymentDeed.VERIFY).filter(pk__in={case_id for case_id, _ in rows})
    nos = dict(cases.order_by("pk").select_for_update(of=("self",)).values_list("pk", "no"))
    claims = ClaimedPayment.objects.select_for_update().in_bulk([before["claim"] for _, before in rows])
    reason = f"撤销导入 {record.pk}"
    kept: dict[int, Kept] = {}
    free: list[tuple[ClaimedPayment, bool]] = []
    for case_id, before in rows:
        claim = claims[before["claim"]]
        if case_id not in nos:
            kept[case_id] = Kept(case_id, "", "案件不在您的数据范围内，不能撤销。")
        elif claim.state == before["state"]:
            free.append((claim, before["asked"]))
        elif claim.state != (State.WITHDRAWN if before["asked"] else State.WAITING):
            words = f"自称已还 {money.show(claim.amount)} 元在导入后已变为“{State(claim.state).label}”，不能撤销。"
            kept[case_id] = Kept(case_id, nos[case_id], words)
    free = [(claim, asked) for claim, asked in free if claim.case_id not in kept]
    _reverse_counted(actor, [claim for claim, asked in free if not asked], reason)
    for done, (claim, asked) in enumerate(free, 1):
        _withdraw(actor, claim) if asked else _wait_again(actor, claim, reason)
        if done % 100 == 0:
            progress(done)
    ImportedRow.objects.filter(import_id=record.pk).exclude(case_id__in=kept).delete()
    return list(kept.values())


def _reverse_counted(actor: Actor, claims: Sequence[ClaimedPayment], reason: str) -> None:
    """The repayments that stand only because the answer said so."""
    counted = Repayment.objects.filter(
        pk__in=[claim.repayment_id for claim in claims if claim.repayment_id],
        source=Repayment.Source.CLAIM,
        reversed_at=None,
    )
    ids = list(counted.values_list("pk", flat=True))
    if ids:
        reverse_repayments(actor, ids, reason)


def _wait_again(actor: Actor, claim: ClaimedPayment, reason: str) -> None:
    claim.refresh_from_db()
    if claim.state != State.WAITING:  # a reversed repayment has let its claim wait already
        proving.answer(actor, claim, State.WAITING, reason, None)
        proving.record_answers(actor, [claim])


def _withdraw(actor: Actor, claim: ClaimedPayment) -> None:
    claim.state, claim.answered_at, claim.repayment_id = State.WITHDRAWN, clock.now(), None
    claim.save(update_fields=["state", "answered_at", "repayment"])
    facts = {"claim": claim.pk, "amount": money.plain(claim.amount)}
    record_each(actor, "payment.claim_withdrawn", {claim.case_id: facts})
