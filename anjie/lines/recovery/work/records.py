"""Work records: the contact gate decides first; then the record, the contact point, the promise and the dates."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Max, Min

from anjie.access.actors import Actor
from anjie.desk.public import Case, ContactPoint, announce, case_for, record
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.lines.recovery.deeds import WorkDeed
from anjie.lines.recovery.work.models import Promise, ResultCode, WorkRecord
from anjie.lines.recovery.work.results import result_for
from anjie.lines.recovery.work.rules import is_answered, is_entered_late, point_state_after
from anjie.services.contact import gate
from anjie.services.contact.models import Attempt
from anjie.services.notices.actions import notify

Channel, Origin = WorkRecord.Channel, WorkRecord.Origin

JUST_NOW = timedelta(minutes=30)
"""A contact made through the system is entered within this time; what is older was made elsewhere."""
PERMIT_LASTS = timedelta(hours=2)
FARTHEST = timedelta(days=366)
FIRST_CONTACT = frozenset({Channel.CALL, Channel.ROBOT, Channel.VISIT})
"""Channels by which the client's limit for the first contact is met."""


@dataclass(frozen=True)
class PromiseMade:
    """What the debtor promised: how much, by when."""

    amount: Decimal
    due_on: date


@dataclass(frozen=True)
class Contacted:
    """One contact as the collector enters it; ``attempt`` is the permit he had before dialling."""

    case: int
    channel: str = Channel.CALL
    contact_point: int | None = None
    number: str = ""
    attempt: int | None = None
    result: int | None = None
    note: str = ""
    next_on: date | None = None
    promise: PromiseMade | None = None
    made_elsewhere: bool = False
    at: datetime | None = None
    spoke_to: str = ""

    def digest(self) -> str:
        """What was sent, so that a repeated key with other content is noticed."""
        plain = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return hashlib.sha256(json.dumps(plain, default=str, sort_keys=True).encode()).hexdigest()


def record_work(actor: Actor, told: Contacted, key: str | None = None) -> WorkRecord:
    """Record a contact or a note. The gate's refusal of a contact by the system is stored and raised.

    What was made elsewhere did happen: it is recorded with the gate's verdict as a warning. The same
    ``key`` again gives the first record back, and is refused when the content differs.
    """
    with transaction.atomic():
        case = case_for(actor, WorkDeed.RECORD, told.case, lock=True)
        if key and (first := _under_key(actor, key, told)):
            return first
        entry = _check(actor, case, told)
        decision = _decide(actor, case, told, entry)
        if decision is None or decision.verdict.allowed or told.made_elsewhere:
            return _write(actor, case, told, entry, decision, key)
    raise gate.refusal_of(decision.verdict)


@transaction.atomic
def delete_record(actor: Actor, record_id: int, reason: str) -> None:
    """Take a record out of sight with the reason; that it was there stays on the timeline, the contact counts on."""
    row = WorkRecord.objects.filter(pk=record_id, deleted_at__isnull=True).first()
    if row is None:
        raise NotFound("催记")
    case = case_for(actor, WorkDeed.RECORDS_DELETE, row.case_id, lock=True)
    gone = WorkRecord.objects.filter(pk=record_id, deleted_at__isnull=True).update(
        deleted_at=clock.now(), deleted_by_id=actor.membership_id, deletion_reason=reason[:200]
    )
    if not gone:
        raise NotFound("催记")
    promises = Promise.objects.filter(record=row, state=Promise.State.OPEN)
    cancelled = promises.update(state=Promise.State.CANCELLED, judged_at=clock.now())
    left = WorkRecord.objects.filter(case=case, deleted_at__isnull=True)
    case.last_worked_at = left.aggregate(at=Max("at"))["at"]
    case.first_worked_at = left.filter(channel__in=FIRST_CONTACT).aggregate(at=Min("at"))["at"]
    case.save(update_fields=["last_worked_at", "first_worked_at"])
    record(actor, case.pk, "work.record_deleted", record=row.pk, reason=reason, promises_cancelled=cancelled)


@dataclass(frozen=True)
class _Entry:
    """What was found of the things a record names."""

    at: datetime
    point: ContactPoint | None
    result: ResultCode | None
    permit: Attempt | None

    @property
    def meaning(self) -> str:
        return self.result.meaning if self.result else ResultCode.Meaning.NOTE


def _under_key(actor: Actor, key: str, told: Contacted) -> WorkRecord | None:
    first = WorkRecord.objects.filter(membership_id=actor.membership_id or 0, key=key).first()
    if first is not None and first.key_digest != told.digest():
        raise Refusal(
            "work.key_reused",
            "这次提交与之前用同一编号保存的催记内容不同，没有保存。请刷新页面后重新填写。",
            record=first.pk,
        )
    return first


def _check(actor: Actor, case: Case, told: Contacted) -> _Entry:
    note = told.note.strip()
    if told.channel == Channel.NOTE and not note:
        raise Invalid("work.note_required", "备注内容为空。请填写备注。")
    if case.closed_at is not None and (told.channel == Channel.NOTE or told.made_elsewhere):
        raise Refusal("work.case_ended", f"案件 {case.no} 已结束，不能再录入催记。", no=case.no)
    permit = _permit(actor, case, told)
    point = _point(case, told)
    contact = told.channel != Channel.NOTE
    if contact and permit is None and point is None and not told.number.strip():
        raise Invalid("work.no_contact_point", "没有选定联系方式。请选择一个号码或地址，或输入号码。")
    if contact and told.result is None and told.channel in (Channel.CALL, Channel.VISIT, Channel.ROBOT):
        raise Invalid("work.result_required", "没有选择催收结果。请选择结果后保存。")
    result = result_for(case.organisation_id, told.result) if told.result is not None else None
    _check_promise(case, told, result)
    today = clock.today()
    if told.next_on and not today <= told.next_on <= today + FARTHEST:
        raise Invalid(
            "work.next_on_wrong",
            f"下次跟进日期 {told.next_on} 应在今天至一年之内。请改选日期。",
            next_on=str(told.next_on),
        )
    return _Entry(permit.at if permit else _moment(case, told), point, result, permit)


def _moment(case: Case, told: Contacted) -> datetime:
    now = clock.now()
    at = clock.local(told.at) if told.at else now
    if at > now + timedelta(minutes=1):
        raise Invalid("work.at_ahead", f"联系时间 {at:%m-%d %H:%M} 还没有到。请改正时间。")
    if told.made_elsewhere:
        if told.at is None:
            raise Invalid("work.at_required", "系统外的联系需要填写联系时间。请补充后保存。")
        if at < clock.local(case.opened_at):
            raise Invalid(
                "work.at_before_case",
                f"联系时间 {at:%Y-%m-%d %H:%M} 早于案件 {case.no} 的进件时间。请改正时间。",
                no=case.no,
            )
    elif now - at > JUST_NOW:
        raise Invalid(
            "work.at_not_now",
            f"联系时间 {at:%m-%d %H:%M} 距现在已超过 30 分钟。如在系统外联系，请勾选“系统外补录”后保存。",
        )
    return min(at, now)


def _point(case: Case, told: Contacted) -> ContactPoint | None:
    points = ContactPoint.objects.select_for_update().filter(case=case)
    if told.contact_point is not None:
        point = points.filter(pk=told.contact_point).first()
        if point is None:
            raise NotFound("联系方式")
        return point
    return None


def _permit(actor: Actor, case: Case, told: Contacted) -> Attempt | None:
    if told.attempt is None:
        return None
    attempt = Attempt.objects.filter(
        pk=told.attempt,
        case_id=case.pk,
        membership_id=actor.membership_id or 0,
        channel=told.channel,
        allowed=True,
    ).first()
    if attempt is None or WorkRecord.objects.filter(case=case, attempt_id=told.attempt).exists():
        raise Refusal(
            "work.permit_used", "这次拨号许可不存在或已用于另一条催记。请重新拨号，或按新的联系保存。"
        )
    if clock.now() - attempt.at > PERMIT_LASTS:
        raise Refusal(
            "work.permit_old", "这次拨号许可已超过 2 小时。如确已联系，请勾选“系统外补录”并填写时间后保存。"
        )
    return attempt


def _check_promise(case: Case, told: Contacted, result: ResultCode | None) -> None:
    promise = told.promise
    if promise is None:
        if result is not None and result.asks_promise:
            raise Invalid(
                "work.promise_required", f"结果“{result.label}”需要填写承诺金额和日期。请补充后保存。"
            )
        return
    today = clock.today()
    if promise.amount <= 0 or promise.amount.quantize(Decimal("0.01")) != promise.amount:
        raise Invalid("work.promise_amount", "承诺金额应大于 0，最多两位小数。请改正金额。")
    if promise.amount > case.balance:
        raise Invalid(
            "work.promise_over_balance",
            f"承诺金额 {promise.amount:,.2f} 元超过欠款余额 {case.balance:,.2f} 元。请核对金额。",
            balance=str(case.balance),
        )
    if not today <= promise.due_on <= today + FARTHEST:
        raise Invalid(
            "work.promise_day",
            f"承诺日期 {promise.due_on} 应在今天至一年之内。请改选日期。",
            due_on=str(promise.due_on),
        )


def _decide(actor: Actor, case: Case, told: Contacted, entry: _Entry) -> gate.Decision | None:
    if told.channel == Channel.NOTE:
        return None
    answered = is_answered(entry.meaning)
    if entry.permit is not None:
        gate.settle_answer(entry.permit.pk, answered)
        return gate.Decision(gate.permitted(entry.permit), entry.permit.pk)
    ask = gate.ask_for(case, told.channel, point=entry.point, number=told.number, at=entry.at)
    origin = Attempt.Origin.ELSEWHERE if told.made_elsewhere else Attempt.Origin.SYSTEM
    return gate.decide(actor, ask, answered=answered, origin=origin)


def _write(
    actor: Actor,
    case: Case,
    told: Contacted,
    entry: _Entry,
    decision: gate.Decision | None,
    key: str | None,
) -> WorkRecord:
    now = clock.now()
    attempt = Attempt.objects.get(pk=decision.attempt_id) if decision else None
    point = entry.point or _known_point(case, attempt)
    row = WorkRecord.objects.create(
        case=case,
        person_id=attempt.person_id if attempt else case.person_id,
        contact_point=point,
        number_mask=attempt.number_mask if attempt else (point.mask if point else ""),
        spoke_to=told.spoke_to.strip() or (point.owner if point else ""),
        relation=point.relation if point else "",
        membership_id=actor.membership_id,
        channel=told.channel,
        origin=Origin.ELSEWHERE if told.made_elsewhere else Origin.SYSTEM,
        at=entry.at,
        entered_at=now,
        result=entry.result,
        note=told.note.strip(),
        next_on=told.next_on,
        verdict=decision.verdict.as_dict() if decision else None,
        attempt_id=decision.attempt_id if decision else None,
        key=key or None,
        key_digest=told.digest() if key else "",
    )
    promise = None
    if told.promise:
        promise = Promise.objects.create(
            case=case,
            record=row,
            membership_id=actor.membership_id,
            amount=told.promise.amount,
            due_on=told.promise.due_on,
            made_at=entry.at,
        )
    point_facts = _mark_point(point, entry, told)
    _move_dates(case, told, entry.at)
    record(actor, case.pk, "work.recorded", **_facts(row, entry, promise), **point_facts)
    announce("work.recorded", actor, [case.pk], {"record": row.pk, "channel": row.channel})
    if case.holder_id and case.holder_id != actor.membership_id:
        notify(
            actor,
            [case.holder_id],
            "work.recorded",
            "案件有新催记",
            f"{actor.name} 在您经办的案件 {case.no} 录入了一条催记。",
            key=f"work.recorded:{row.pk}",
            case_id=case.pk,
        )
    return row


def _known_point(case: Case, attempt: Attempt | None) -> ContactPoint | None:
    """The case's own contact point behind a number that was typed in."""
    if attempt is None or not attempt.number_index:
        return None
    return ContactPoint.objects.filter(case=case, index=bytes(attempt.number_index)).first()


def _mark_point(point: ContactPoint | None, entry: _Entry, told: Contacted) -> dict[str, Any]:
    if point is None or told.channel not in (Channel.CALL, Channel.ROBOT, Channel.VISIT):
        return {}
    if told.number.strip() and bytes(point.index) != gate.number_index(told.number):
        return {}  # another number was dialled from this row; its result says nothing of the row's own
    state = point_state_after(entry.meaning, own=gate.is_own(point.relation))
    if state is None or state == point.state:
        return {}
    before, point.state = point.state, state
    point.save(update_fields=["state"])
    return {"point_before": before, "point_after": state}


def _move_dates(case: Case, told: Contacted, at: datetime) -> None:
    if told.channel in FIRST_CONTACT:
        case.first_worked_at = min(filter(None, (case.first_worked_at, at)))
    case.last_worked_at = max(filter(None, (case.last_worked_at, at)))
    planned = told.next_on or (told.promise.due_on if told.promise else None)
    if planned:
        case.next_work_on = planned
    elif case.next_work_on and case.next_work_on <= clock.today():
        case.next_work_on = None
    case.save(update_fields=["first_worked_at", "last_worked_at", "next_work_on"])


def _facts(row: WorkRecord, entry: _Entry, promise: Promise | None) -> dict[str, Any]:
    """What stands on the timeline: codes, masks and sums, never the note, which may be purged one day."""
    facts: dict[str, Any] = {
        "record": row.pk,
        "channel": row.channel,
        "result": entry.result.label if entry.result else "",
        "meaning": entry.meaning,
        "number": row.number_mask,
        "relation": row.relation,
        "point": row.contact_point_id,
        "origin": row.origin,
    }
    if row.at != row.entered_at:
        facts["made_at"] = row.at.isoformat()
    if is_entered_late(row.at, row.entered_at):
        facts["late"] = True
    if row.next_on:
        facts["next_on"] = str(row.next_on)
    if promise:
        facts["promise"] = {"id": promise.pk, "amount": str(promise.amount), "due_on": str(promise.due_on)}
    if row.verdict:
        facts["pack"] = row.verdict["pack"]
        if not row.verdict["allowed"]:
            facts["warning"] = row.verdict["rule"]
    return facts
