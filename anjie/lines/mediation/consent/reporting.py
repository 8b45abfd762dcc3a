"""What the robot tells of a call: every turn is kept sealed, the conclusion is an answer like any other."""

from __future__ import annotations

import base64
import json
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from django.db import transaction

from anjie.access.actors import Actor
from anjie.desk.public import Case, ContactPoint, cases_for
from anjie.foundation import clock
from anjie.foundation.sealed import sealer
from anjie.lines.mediation.consent import answers, errands
from anjie.lines.mediation.consent.models import ConsentAnswer, RobotCall, RobotTask, RobotTurn
from anjie.lines.mediation.consent.policy import policy_of
from anjie.lines.mediation.consent.robot_read import CALL_AUDIO, TEXT, TURN_AUDIO
from anjie.lines.mediation.consent.robot_rules import TRIES, Concluded, concluded, next_call
from anjie.lines.mediation.consent.rules import FINAL
from anjie.lines.mediation.deeds import ReviewDeed
from anjie.lines.mediation.moves import CONSENTING
from anjie.ports.robot import CallReport, Turn
from anjie.services.contact import gate
from anjie.services.contact.models import Attempt

ON_THE_WAY = "mediation.robot_report"
State, CallState = RobotTask.State, RobotCall.State


def sealed_report(report: CallReport) -> dict[str, Any]:
    """A report as it waits for its job: what was said is sealed, only the reference is not."""
    token = sealer().seal(json.dumps(asdict(report), ensure_ascii=False), ON_THE_WAY, 0)
    return {"reference": report.reference, "sealed": base64.b64encode(token).decode()}


def reported(actor: Actor, facts: dict[str, Any]) -> None:
    """The robot told of a call."""
    told = json.loads(sealer().open(base64.b64decode(facts["sealed"]), ON_THE_WAY, 0))
    turns = tuple(Turn(**one) for one in told.pop("turns"))
    take_report(actor, CallReport(turns=turns, **told))


@transaction.atomic
def take_report(actor: Actor, report: CallReport, why: str = "") -> bool:
    """Keep how a call went and act on it; false when that was done before, or the call still goes on.

    A report of an errand that has ended meanwhile is kept, and moves nothing.
    """
    found = RobotCall.objects.filter(reference=report.reference).values_list("pk", "task_id", "task__case_id")
    if not report.ended or (known := found.first()) is None:
        return False
    call_id, task_id, case_id = known
    case = cases_for(actor, ReviewDeed.CONSENT).select_for_update(of=("self",)).get(pk=case_id)
    task = RobotTask.objects.select_for_update(of=("self",)).select_related("party__person").get(pk=task_id)
    call = RobotCall.objects.select_for_update().get(pk=call_id)
    if call.state == CallState.ENDED:
        return False
    outcome = concluded(report)
    if call.state == CallState.NOT_PLACED:
        _made_after_all(actor, case, task, call, report)
    elif call.attempt_id is not None:
        gate.settle_answer(call.attempt_id, report.connected)
    _keep(call, report, outcome, why)
    if task.state == State.CALLING and case.state == CONSENTING and _is_latest(task, call):
        _go_on(actor, case, task, call, outcome)
    return True


def _go_on(actor: Actor, case: Case, task: RobotTask, call: RobotCall, outcome: Concluded) -> None:
    at = next_call(task.attempts, outcome.said, clock.now(), policy_of(case.pk).spacing)
    if outcome.said in FINAL:
        task.state = State.DONE
    elif at is not None and not outcome.to_people:
        task.state, task.next_at = State.WAITING, at
    task.save(update_fields=["state", "next_at"])
    answers.keep(actor, case, task.party, outcome.said, ConsentAnswer.Way.ROBOT, outcome.why, call.attempt_id)
    if task.state == State.CALLING:
        why = outcome.why if outcome.to_people else f"拨打 {task.attempts} 次未接通或没有有效答复"
        errands.hand_over(actor, case, task, why)


def _is_latest(task: RobotTask, call: RobotCall) -> bool:
    return not RobotCall.objects.filter(task=task, pk__gt=call.pk).exists()


def _made_after_all(actor: Actor, case: Case, task: RobotTask, call: RobotCall, report: CallReport) -> None:
    """The robot had said that it never had this call: it was made all the same, and counts."""
    point = ContactPoint.objects.filter(
        case=case, person_id=task.party.person_id, mask=call.number_mask
    ).first()
    if point is not None:
        ask = errands.ask_of(case, point, call.placed_at)
        origin = Attempt.Origin.ELSEWHERE
        call.attempt_id = gate.decide(actor, ask, answered=report.connected, origin=origin).attempt_id
    if task.attempts < TRIES:
        task.attempts += 1
        task.save(update_fields=["attempts"])


def _keep(call: RobotCall, report: CallReport, outcome: Concluded, why: str) -> None:
    call.state, call.ended_at = CallState.ENDED, clock.now()
    call.connected, call.identified = report.connected, outcome.identified
    call.said, call.why = outcome.said, (why or outcome.why)[:200]
    if report.audio_url:
        call.audio_sealed = sealer().seal(report.audio_url, CALL_AUDIO, call.pk)
    call.save()
    turns = RobotTurn.objects.bulk_create(
        RobotTurn(
            call=call,
            position=at,
            by=one.by,
            step=one.step,
            intent=one.intent,
            confidence=None if one.confidence is None else Decimal(str(round(one.confidence, 3))),
        )
        for at, one in enumerate(report.turns)
    )
    seal = sealer()
    for row, one in zip(turns, report.turns, strict=True):
        row.text_sealed = seal.seal(one.text, TEXT, row.pk)
        row.audio_sealed = seal.seal(one.audio_url, TURN_AUDIO, row.pk) if one.audio_url else None
    RobotTurn.objects.bulk_update(turns, ["text_sealed", "audio_sealed"])
