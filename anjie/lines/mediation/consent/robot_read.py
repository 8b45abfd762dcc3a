"""What people see of the robot: how far it is with each party, what was said, and how institutions let it ask."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Count, Prefetch

from anjie.access.actors import Actor
from anjie.desk.public import case_for, record
from anjie.foundation.refusals import NotFound
from anjie.foundation.sealed import sealer
from anjie.lines.mediation.consent import policy
from anjie.lines.mediation.consent.models import RobotCall, RobotTask, RobotTurn
from anjie.lines.mediation.consent.robot_rules import TRIES
from anjie.lines.mediation.consent.rules import LABELS
from anjie.lines.mediation.deeds import ReviewDeed
from anjie.ports.robot import robot

TEXT, TURN_AUDIO = "mediation_robotturn.text_sealed", "mediation_robotturn.audio_sealed"
CALL_AUDIO = "mediation_robotcall.audio_sealed"
INTENTS = {
    "yes": "是本人",
    "no": "不是本人",
    "willing": "愿意",
    "unwilling": "不愿",
    "unclear": "未听清",
    "wants_person": "要求人工",
    "do_not_call": "要求不再拨打",
}


def robot_by_party(case_id: int) -> dict[int, dict[str, Any]]:
    """Where the robot stands with each party of a case, with its calls, the newest first."""
    calls = RobotCall.objects.annotate(said_turns=Count("turns")).order_by("-id")
    found = RobotTask.objects.filter(case_id=case_id).prefetch_related(Prefetch("calls", queryset=calls))
    return {
        task.party_id: {
            "state": task.state,
            "state_label": task.get_state_display(),
            "attempts": task.attempts,
            "most": TRIES,
            "next_at": task.next_at if task.state == RobotTask.State.WAITING else None,
            "why": task.why,
            "may_stop": task.state in (RobotTask.State.WAITING, RobotTask.State.CALLING),
            "calls": [_call(one) for one in task.calls.all()],
        }
        for task in found
    }


@transaction.atomic
def conversation(actor: Actor, case_id: int, call_id: int) -> dict[str, Any]:
    """What was said in one call, for who takes down consent; the reading is on the case's record."""
    case = case_for(actor, ReviewDeed.CONSENT, case_id)
    call = RobotCall.objects.filter(pk=call_id, task__case=case).select_related("task__party__person").first()
    if call is None:
        raise NotFound("通话")
    party, seal = call.task.party, sealer()
    turns = list(call.turns.all())
    record(actor, case.pk, "robot.conversation_read", part=party.get_part_display(), call=call.pk)
    return {
        "id": call.pk,
        "at": call.placed_at,
        "part_label": party.get_part_display(),
        "name": party.person.name,
        "number": call.number_mask,
        "connected": call.connected,
        "identified": call.identified,
        "said_label": LABELS[call.said],
        "why": call.why,
        "audio_url": seal.open(call.audio_sealed, CALL_AUDIO, call.pk) if call.audio_sealed else "",
        "turns": [_turn(one) for one in turns],
    }


def settings(actor: Actor) -> dict[str, Any]:
    """How each institution within reach asks for consent, and whether there is a robot at all."""
    rows = policy.policies(actor)
    return {"robot_live": robot().live, "robot_about": robot().about, "rows": rows}


def _call(one: Any) -> dict[str, Any]:
    return {
        "id": one.pk,
        "at": one.placed_at,
        "number": one.number_mask,
        "state": one.state,
        "state_label": one.get_state_display(),
        "connected": one.connected,
        "said": one.said,
        "said_label": LABELS[one.said] if one.said else "",
        "why": one.why,
        "turns": one.said_turns,
    }


def _turn(one: RobotTurn) -> dict[str, Any]:
    seal = sealer()
    return {
        "by": one.by,
        "by_label": one.get_by_display(),
        "text": seal.open(one.text_sealed, TEXT, one.pk) if one.text_sealed else "",
        "intent": one.intent,
        "intent_label": INTENTS.get(one.intent, ""),
        "confidence": None if one.confidence is None else float(one.confidence),
        "audio_url": seal.open(one.audio_sealed, TURN_AUDIO, one.pk) if one.audio_sealed else "",
    }
