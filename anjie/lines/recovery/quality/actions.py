"""Complaints recorded, handled step by step and closed; late steps told to the supervisor once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from anjie.access.actors import Actor
from anjie.desk.public import Case, case_for, record
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.lines.recovery.deeds import QualityDeed
from anjie.lines.recovery.quality.models import Complaint, ComplaintStep
from anjie.lines.recovery.quality.queries import complaint_of, members_in_reach
from anjie.lines.recovery.quality.rules import MOST_STEPS, STEPS
from anjie.lines.recovery.work.people import member_id, supervisors_of
from anjie.services.notices.actions import notify
from anjie.services.terms.working import working_calendar

Severity = Complaint.Severity


@dataclass(frozen=True)
class Told:
    """A complaint as it came in; ``against`` is the membership it is about, where it is about somebody."""

    complainant: str
    channel: str
    severity: str
    what: str
    why: str
    received_on: date
    against: int | None = None


@transaction.atomic
def record_complaint(actor: Actor, case_id: int, told: Told) -> Complaint:
    """Put a complaint on a case with the steps its severity asks for; the supervisor over the case is told."""
    case = case_for(actor, QualityDeed.COMPLAINTS_HANDLE, case_id, lock=True)
    if told.received_on > clock.today():
        raise Invalid(
            "quality.received_ahead", f"受理日期 {told.received_on} 还没有到。请改正日期。", on=str(told.received_on)
        )  # fmt: skip
    if told.against is not None and not members_in_reach(actor).filter(pk=told.against).exists():
        raise NotFound("被投诉人")
    made = Complaint.objects.create(
        case=case,
        complainant=told.complainant,
        against_id=told.against,
        channel=told.channel,
        severity=told.severity,
        what=told.what,
        why=told.why,
        received_on=told.received_on,
        by_id=member_id(actor),
        at=clock.now(),
    )
    calendar = working_calendar()
    ComplaintStep.objects.bulk_create(
        ComplaintStep(complaint=made, what=what, due_on=calendar.add(told.received_on, days))
        for what, days in STEPS[told.severity]
    )
    label = Severity(told.severity).label
    record(actor, case.pk, "complaint.recorded", complaint=made.pk, severity=label, why=made.why)
    _tell(
        actor,
        made,
        case,
        "complaint.recorded",
        f"{label}投诉",
        f"案件 {case.no} 收到{label}投诉：{made.why}。请按时限处理。",
    )
    return made


@transaction.atomic
def add_step(actor: Actor, complaint_id: int, what: str, days: int) -> ComplaintStep:
    """Another thing to be done within so many working days from today."""
    complaint = _open(actor, complaint_id)
    if complaint.steps.count() >= MOST_STEPS:
        raise Refusal(
            "quality.too_many_steps", f"一件投诉最多 {MOST_STEPS} 个处理步骤。请办结或合并已有步骤。"
        )
    due_on = working_calendar().add(clock.today(), days)
    step = ComplaintStep.objects.create(complaint=complaint, what=what, due_on=due_on)
    record(
        actor, complaint.case_id, "complaint.step_added",
        complaint=complaint.pk, step=step.pk, what=what, due_on=due_on,
    )  # fmt: skip
    return step


@transaction.atomic
def finish_step(actor: Actor, step_id: int, note: str) -> ComplaintStep:
    """Say that a step is done, and how; once."""
    found = ComplaintStep.objects.filter(pk=step_id).values_list("complaint_id", flat=True).first()
    if found is None:
        raise NotFound("处理步骤")
    complaint = _open(actor, found)
    step = ComplaintStep.objects.select_for_update().get(pk=step_id)
    if step.done_at is not None:
        raise Refusal(
            "quality.step_done",
            f"步骤“{step.what}”已于 {clock.local(step.done_at):%m-%d %H:%M} 完成。请刷新。",
        )
    step.done_at, step.done_by_id, step.note = clock.now(), member_id(actor), note
    step.save(update_fields=["done_at", "done_by", "note"])
    record(
        actor, complaint.case_id, "complaint.step_done",
        complaint=complaint.pk, step=step.pk, what=step.what, late=step.due_on < clock.today(),
    )  # fmt: skip
    return step


@transaction.atomic
def close(actor: Actor, complaint_id: int, measures: str, result: str) -> Complaint:
    """End a complaint whose steps are all done, with the measures taken and what came of it."""
    complaint = _open(actor, complaint_id)
    left = [step.what for step in complaint.steps.all() if step.done_at is None]
    if left:
        raise Refusal(
            "quality.steps_left",
            f"还有 {len(left)} 个步骤未完成：{'、'.join(left[:3])}。请先完成后再办结。",
            left=len(left),
        )
    complaint.state, complaint.measures, complaint.result = Complaint.State.CLOSED, measures, result
    complaint.closed_by_id, complaint.closed_at = member_id(actor), clock.now()
    complaint.save(update_fields=["state", "measures", "result", "closed_by", "closed_at"])
    record(actor, complaint.case_id, "complaint.closed", complaint=complaint.pk, result=result)
    _tell(
        actor,
        complaint,
        complaint.case,
        "complaint.closed",
        "投诉已办结",
        f"案件 {complaint.case.no} 的投诉已办结：{result}",
    )
    return complaint


def tell_late(actor: Actor) -> int:
    """Tell supervisors of steps whose day has passed, each once; returns how many there were."""
    owed = ComplaintStep.objects.filter(
        done_at__isnull=True, told_late_at__isnull=True, due_on__lt=clock.today()
    )
    return sum(_tell_one_late(actor, pk) for pk in list(owed.values_list("pk", flat=True)))


@transaction.atomic
def _tell_one_late(actor: Actor, step_id: int) -> bool:
    step = (
        ComplaintStep.objects.select_for_update(of=("self",), skip_locked=True)
        .select_related("complaint__case")
        .filter(pk=step_id, done_at__isnull=True, told_late_at__isnull=True)
        .first()
    )
    if step is None:
        return False
    step.told_late_at = clock.now()
    step.save(update_fields=["told_late_at"])
    case = step.complaint.case
    _tell(
        actor,
        step.complaint,
        case,
        "complaint.late",
        "投诉处理超时",
        f"案件 {case.no} 的投诉步骤“{step.what}”应于 {step.due_on} 完成，已超时。请督促处理。",
        mark=str(step.pk),
    )
    return True


def _open(actor: Actor, complaint_id: int) -> Complaint:
    complaint = complaint_of(actor, QualityDeed.COMPLAINTS_HANDLE, complaint_id, lock=True)
    if complaint.state == Complaint.State.CLOSED:
        raise Refusal("quality.closed", "这件投诉已办结，不能再修改。请刷新页面。", complaint=complaint.pk)
    return complaint


def _tell(
    actor: Actor, complaint: Complaint, case: Case, verb: str, title: str, text: str, mark: str = ""
) -> None:
    """The supervisors over the case and who recorded the complaint hear of it; never whom it is about."""
    leaders = supervisors_of({case.unit_id}).get(case.unit_id, []) if case.unit_id else []
    told = {*leaders, complaint.by_id} - {complaint.against_id}
    key = f"{verb}:{complaint.pk}:{mark}"
    notify(
        actor,
        [one for one in told if one],
        verb,
        title,
        text,
        key=key,
        link=f"/recovery/complaints/{complaint.pk}",
    )
