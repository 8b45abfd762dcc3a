"""A mediator's records of a case, and the facts he corrects as they come to light."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from anjie.access.actors import Actor
from anjie.desk.public import Case, case_for, correct_case, record
from anjie.foundation import clock, money
from anjie.foundation.refusals import Invalid, NotFound
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.deeds import SessionDeed
from anjie.lines.mediation.session.models import MediationRecord
from anjie.lines.mediation.session.rules import check_text
from anjie.lines.mediation.session.wall import TALKING, WORKING, as_mediator, require_state
from anjie.services.bookings.models import Booking

LABELS = {"happened_on": "发生时间", "claim": "诉求", "amount": "涉及金额", "region": "地区"}


@transaction.atomic
def add_record(
    actor: Actor,
    case_id: int,
    *,
    kind: str,
    text: str,
    key: str,
    happened_at: datetime | None = None,
    booking_id: int | None = None,
) -> MediationRecord:
    """Note progress, a problem or a session; the same ``key`` again gives the record that was made.

    The timeline says that there is a record, not what stands in it.
    """
    case = as_mediator(actor, case_id, lock=True)
    there = MediationRecord.objects.filter(by_id=actor.own_membership_id, key=key, case=case).first()
    if there is not None:
        return there
    require_state(case, TALKING, "登记调解记录")
    if kind not in MediationRecord.Kind.values:
        raise Invalid("records.kind", "记录的种类不正确。请在列表中选择。")
    now = clock.now()
    if happened_at and happened_at > now:
        raise Invalid("records.ahead", "记录的时间晚于现在。请核对时间；以后的安排请用“预约”。")
    if booking_id and not Booking.objects.filter(pk=booking_id, case=case).exists():
        raise NotFound("预约")
    made = MediationRecord.objects.create(
        case=case,
        kind=kind,
        text=check_text(text, "记录"),
        happened_at=happened_at or now,
        booking_id=booking_id,
        by_id=actor.own_membership_id,
        made_at=now,
        key=key,
    )
    record(actor, case.pk, "mediation.recorded", record=made.pk, kind=made.get_kind_display())
    return made


def records_of(actor: Actor, case_id: int) -> dict[str, Any]:
    """The records of a case within reach, the latest first."""
    case = case_for(actor, SessionDeed.RECORDS_SEE, case_id)
    rows = [
        row(one)
        for one in MediationRecord.objects.filter(case=case).select_related("by__account", "booking__room")
    ]
    return {"rows": rows, "count": len(rows)}


def row(one: MediationRecord) -> dict[str, Any]:
    """One record as the page lists it."""
    return {
        "id": one.pk,
        "kind": one.kind,
        "kind_label": one.get_kind_display(),
        "text": one.text,
        "happened_at": one.happened_at,
        "made_at": one.made_at,
        "by": one.by.account.name,
        "booking_id": one.booking_id,
    }


@transaction.atomic
def correct_facts(actor: Actor, case_id: int, facts: Mapping[str, Any], why: str) -> Case:
    """Correct what the case is about, with the reason; old and new stand on the timeline."""
    case = as_mediator(actor, case_id, lock=True)
    require_state(case, WORKING, "更正案件事实")
    why = check_text(why, "更正的原因", most=300)
    dispute = Dispute.objects.select_for_update().get(case=case)
    old: dict[str, Any] = {
        "happened_on": dispute.happened_on,
        "claim": dispute.claim,
        "amount": case.amount,
        "region": case.region,
    }
    given = {name: _tidy(name, value) for name, value in facts.items() if name in old}
    changed = {name: value for name, value in given.items() if value != old[name]}
    if not changed:
        return case
    on_case = {name: changed[name] for name in ("amount", "region") if name in changed}
    if on_case:
        correct_case(actor, case.pk, **on_case)
    for name in ("happened_on", "claim"):
        if name in changed:
            setattr(dispute, name, changed[name])
    dispute.save(update_fields=["happened_on", "claim"])
    told = [
        {"label": LABELS[name], "old": _words(old[name]), "new": _words(value)}
        for name, value in changed.items()
    ]
    record(actor, case.pk, "mediation.facts_corrected", changes=told, reason=why)
    case.refresh_from_db()
    return case


def _tidy(name: str, value: Any) -> Any:
    if name == "amount":
        amount = Decimal(value or 0)
        if amount < 0:
            raise Invalid("facts.amount", "涉及金额不能小于零。请核对后保存。")
        return amount.quantize(Decimal("0.01"))
    if name == "happened_on":
        if value and value > clock.today():
            raise Invalid("facts.happened_on", "发生时间晚于今天。请核对日期。")
        return value
    return str(value or "").strip()


def _words(value: Any) -> str:
    if isinstance(value, Decimal):
        return money.plain(value)
    return str(value) if value else "未填"
