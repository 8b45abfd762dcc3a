"""The robot's calls: each permitted by the contact gate and written down before it is asked for, so that none is made twice."""

from __future__ import annotations

import secrets
import time
from datetime import timedelta
from typing import Literal

import structlog
from django.db import transaction

from anjie.access.actors import Actor
from anjie.desk.public import Case, cases_for, number_to_dial
from anjie.foundation import clock
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.consent import errands
from anjie.lines.mediation.consent.models import RobotCall, RobotTask
from anjie.lines.mediation.consent.queries import standing
from anjie.lines.mediation.consent.reporting import take_report
from anjie.lines.mediation.consent.robot_rules import DIALOGUE, dialogue, next_try
from anjie.lines.mediation.deeds import ReviewDeed
from anjie.lines.mediation.moves import CONSENTING
from anjie.ports.failures import Never, Unsure, VendorFailure
from anjie.ports.robot import Call, CallReport, robot
from anjie.services.contact import gate

log = structlog.get_logger("anjie.robot")
State, CallState = RobotTask.State, RobotCall.State
OPEN = (CallState.PLACING, CallState.UNSURE, CallState.PLACED)
LOST_AFTER = timedelta(minutes=5)
"""A call still being placed then has no worker any more: whether it was made only the robot knows."""
ASKED_AFTER, ASKED_AGAIN = timedelta(minutes=20), timedelta(minutes=10)
GIVEN_UP_AFTER = timedelta(hours=24)
FAULTS_IN_A_ROW = 3
MOST_AT_ONCE = 200
LONGEST_LOOK, LONGEST_RUN = 20.0, 30.0
"""Seconds for asking and for calling: one run ends before the next minute's, and a robot slow to answer still calls."""


def run(actor: Actor) -> int:
    """Find out what became of calls nobody told of, then make those that are due; returns how many went out."""
    if not robot().live:
        _stand_down(actor)
        return 0
    settle(actor)
    return place_due(actor)


def place_due(actor: Actor) -> int:
    """Make the calls that are due until none is left or the robot fails; returns how many went out."""
    began, placed, faults = time.monotonic(), 0, 0
    due = RobotTask.objects.filter(state=State.WAITING, next_at__lte=clock.now()).order_by("next_at", "id")
    for task_id, case_id in list(due.values_list("pk", "case_id")[:MOST_AT_ONCE]):
        if faults >= FAULTS_IN_A_ROW or time.monotonic() - began >= LONGEST_RUN:
            break
        wanted = _claim(actor, task_id, case_id)
        if wanted is not None:
            outcome = _place(actor, wanted)
            placed += outcome == "made"
            faults = faults + 1 if outcome == "unwell" else 0
    return placed


def settle(actor: Actor) -> int:
    """Ask the robot about every call it has not told of in time; returns how many are known now."""
    began, known, faults = time.monotonic(), 0, 0
    while faults < FAULTS_IN_A_ROW and time.monotonic() - began < LONGEST_LOOK:
        now = clock.now()
        with transaction.atomic():
            call = (
                RobotCall.objects.select_for_update(of=("self",), skip_locked=True)
                .filter(state__in=OPEN, look_at__lte=now)
                .order_by("look_at", "id")
                .first()
            )
            if call is None:
                break
            call.look_at = now + ASKED_AGAIN
            call.save(update_fields=["look_at"])
        try:
            report = robot().look_up(call.reference)
        except VendorFailure as failure:
            log.warning("robot.not_told", call=call.pk, code=failure.code)
            faults += 1
            report = None
        else:
            if report is None and call.state != CallState.PLACED:
                _not_made(actor, call.pk, "not_received", give_up=False)
                known += 1
                continue
        known += _heard(actor, call, report)
    return known


def _heard(actor: Actor, call: RobotCall, report: CallReport | None) -> bool:
    """Act on what the robot said of a call; one without an ending for a day counts as not reached."""
    if report is not None and report.ended:
        return take_report(actor, report)
    if clock.now() - call.placed_at > GIVEN_UP_AFTER:
        return take_report(actor, CallReport(call.reference, ended=True), "一天内没有得到通话结果")
    if report is not None:
        RobotCall.objects.filter(pk=call.pk, state__in=(CallState.PLACING, CallState.UNSURE)).update(
            state=CallState.PLACED
        )
    return False


@transaction.atomic
def _claim(actor: Actor, task_id: int, case_id: int) -> Call | None:
    """Take one due errand for this process: asked of the gate, and the call written down before it is made."""
    case = _free(actor, case_id)
    if case is None:
        return None
    task = (
        RobotTask.objects.select_for_update(of=("self",), skip_locked=True)
        .select_related("party__person")
        .filter(pk=task_id, state=State.WAITING, next_at__lte=clock.now())
        .first()
    )
    if task is None:
        return None
    if case.state != CONSENTING:
        errands.end_of_cases([case.pk], "已不在确认意愿阶段")
        return None
    numbers = errands.numbers_of(case.pk, task.party.person_id)
    if not numbers:
        errands.hand_over(actor, case, task, "没有可用的电话号码")
        return None
    point = numbers[task.attempts % len(numbers)]
    decision = gate.decide(actor, errands.ask_of(case, point, clock.now()))
    if not decision.verdict.allowed:
        if decision.verdict.until is None:
            errands.hand_over(actor, case, task, decision.verdict.message)
        else:
            task.next_at = decision.verdict.until
            task.save(update_fields=["next_at"])
        return None
    now = clock.now()
    call = RobotCall.objects.create(
        task=task,
        reference=f"anjie-{secrets.token_hex(12)}",
        number_mask=point.mask,
        attempt_id=decision.attempt_id,
        dialogue=DIALOGUE,
        placed_at=now,
        look_at=now + LOST_AFTER,
    )
    task.state, task.attempts = State.CALLING, task.attempts + 1
    task.save(update_fields=["state", "attempts"])
    dispute = Dispute.objects.select_related("kind", "institution").get(case=case)
    applicant = next((one.name for one in standing(case.pk) if one.part == "applicant"), "")
    steps = dialogue(
        name=task.party.person.name,
        institution=dispute.institution.name,
        kind=dispute.kind.label,
        is_applicant=task.party.part == "applicant",
        applicant=applicant,
    )
    return Call(call.reference, number_to_dial(point), task.party.person.name, DIALOGUE, steps)


def _place(actor: Actor, wanted: Call) -> Literal["made", "refused", "unwell"]:
    """Have one call made."""
    mine = RobotCall.objects.filter(reference=wanted.reference, state=CallState.PLACING)
    try:
        vendor_reference = robot().place(wanted)
    except Unsure as unsure:
        mine.update(state=CallState.UNSURE, look_at=clock.now() + ASKED_AGAIN)
        log.warning("robot.unsure", call=wanted.reference, code=unsure.code)
        return "unwell"
    except VendorFailure as failure:
        call_id = RobotCall.objects.values_list("pk", flat=True).get(reference=wanted.reference)
        _not_made(actor, call_id, failure.code, give_up=isinstance(failure, Never))
        return "refused" if isinstance(failure, Never) else "unwell"
    # The report may have come before we got here: it knows more than we do.
    mine.update(
        state=CallState.PLACED, vendor_reference=vendor_reference[:80], look_at=clock.now() + ASKED_AFTER
    )
    RobotTask.objects.filter(calls__reference=wanted.reference).update(unplaced=0)
    return "made"


@transaction.atomic
def _not_made(actor: Actor, call_id: int, code: str, *, give_up: bool) -> None:
    """A call that certainly was not made counts for nothing and is tried later, or people take over."""
    task_id, case_id = RobotCall.objects.values_list("task_id", "task__case_id").get(pk=call_id)
    case = cases_for(actor, ReviewDeed.CONSENT).select_for_update(of=("self",)).get(pk=case_id)
    task = RobotTask.objects.select_for_update(of=("self",)).select_related("party").get(pk=task_id)
    call = RobotCall.objects.select_for_update().get(pk=call_id)
    if call.state not in (CallState.PLACING, CallState.UNSURE):
        return
    if call.attempt_id is not None:
        gate.take_back(call.attempt_id)
    call.state, call.why, call.ended_at = (
        CallState.NOT_PLACED,
        f"机器人线路未受理（{code}）"[:200],
        clock.now(),
    )
    call.attempt_id = None
    call.save(update_fields=["state", "why", "ended_at", "attempt_id"])
    task.attempts, task.unplaced = task.attempts - 1, task.unplaced + 1
    at = None if give_up else next_try(task.unplaced, clock.now())
    waits = task.state == State.CALLING
    if waits and at is not None:
        task.state, task.next_at = State.WAITING, at
    task.save(update_fields=["attempts", "unplaced", "state", "next_at"])
    if waits and at is None:
        errands.hand_over(actor, case, task, f"机器人线路未能拨出（{code}）")


def _stand_down(actor: Actor) -> None:
    """No robot is configured any more: what it had to ask goes to people."""
    waiting = RobotTask.objects.filter(state__in=errands.OPEN).values_list("pk", "case_id")
    for task_id, case_id in list(waiting[:MOST_AT_ONCE]):
        with transaction.atomic():
            case = _free(actor, case_id)
            task = (
                RobotTask.objects.select_for_update(of=("self",), skip_locked=True)
                .select_related("party")
                .filter(pk=task_id, state__in=errands.OPEN)
                .first()
            )
            if case is not None and task is not None:
                errands.hand_over(actor, case, task, "语音机器人已停用")


def _free(actor: Actor, case_id: int) -> Case | None:
    """The case, held from now on; nothing while somebody else holds it."""
    cases = cases_for(actor, ReviewDeed.CONSENT).filter(pk=case_id)
    return cases.select_for_update(of=("self",), skip_locked=True).first()
