"""The moves machine: the only place a case changes state, singly or set-wise, always with its event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from anjie.access.actors import Actor
from anjie.desk import timeline
from anjie.desk.lines import Line, Move, find_move, line_of
from anjie.desk.models import Case
from anjie.desk.reach import cases_for
from anjie.foundation import clock, live
from anjie.foundation.refusals import Invalid, NotFound, Refusal

Listener = Callable[[Actor, list[int], Mapping[str, Any]], None]
_LISTENERS: dict[str, list[Listener]] = defaultdict(list)


@dataclass
class Moved:
    """What a set-wise move did: ids that moved, and per refused case its number and why."""

    moved: list[int] = field(default_factory=list)
    refused: list[dict[str, Any]] = field(default_factory=list)


def on(happening: str, listener: Listener) -> None:
    """Register for a move (or another named happening); called in its transaction with the case ids."""
    if listener not in _LISTENERS[happening]:
        _LISTENERS[happening].append(listener)


def announce(happening: str, actor: Actor, case_ids: list[int], facts: Mapping[str, Any]) -> None:
    """Tell whoever registered for ``happening``; nothing happens when the list is empty."""
    if case_ids:
        for listener in _LISTENERS[happening]:
            listener(actor, case_ids, facts)


def moves_for(actor: Actor, case: Case) -> list[Move]:
    """The moves this person may make on this case now, in the table's order."""
    return [move for move in line_of(case.line).moves if may_offer(actor, case, move)]


def may_offer(actor: Actor, case: Case, move: Move) -> bool:
    """Whether ``move`` belongs among the buttons this actor is shown on ``case``."""
    return not move.automatic and case.state in move.sources and actor.may(move.deed_of(actor.may))


def move_case(
    actor: Actor, case_id: int, code: str, *, reason: str = "", facts: Mapping[str, Any] | None = None
) -> Case:
    """Make one move; raises the refusal when it may not be made. Returns the case as it now is."""
    moved = move_cases(actor, [case_id], code, reason=reason, facts=facts)
    if moved.refused:
        refused = moved.refused[0]
        if refused["code"] == "not_found":
            raise NotFound("案件")
        raise Refusal(refused["code"], refused["message"], **refused["facts"])
    return Case.objects.get(pk=case_id)


@transaction.atomic
def move_cases(
    actor: Actor,
    case_ids: Iterable[int],
    code: str,
    *,
    reason: str = "",
    facts: Mapping[str, Any] | None = None,
) -> Moved:
    """Make one move on many cases; those that may not move are refused one by one, the rest move.

    Rows are locked in id order, so two set-wise moves never dead-lock. Cases out of reach come back
    as not found.
    """
    line, move = _known(code)
    deed = move.deed_of(actor.may)
    actor.require(deed)
    given = dict(facts or {})
    _check_inputs(move, reason, given)
    wanted = sorted(set(case_ids))
    cases = list(cases_for(actor, deed).filter(pk__in=wanted).order_by("pk").select_for_update(of=("self",)))
    result = Moved()
    missing = set(wanted) - {case.pk for case in cases}
    result.refused += [{"id": pk, "no": "", **NotFound("案件").as_dict()} for pk in sorted(missing)]
    from_states: dict[int, dict[str, Any]] = {}
    for case in cases:
        refusal = why_not(line, move, case, {**given, "_actor": actor})
        if refusal:
            result.refused.append({"id": case.pk, "no": case.no, **refusal.as_dict()})
            continue
        from_states[case.pk] = {"from": case.state, "to": move.target or case.state}
        result.moved.append(case.pk)
    if result.moved:
        _write(line, move, result.moved)
        public = {key: value for key, value in given.items() if not key.startswith("_")}
        extra = {**public, **({"reason": reason} if reason else {})}
        timeline.record_each(actor, code, {pk: {**states, **extra} for pk, states in from_states.items()})
        announce(code, actor, result.moved, {**given, "reason": reason})
        _tell_queues(line, from_states)
    return result


def _tell_queues(line: Line, moved: Mapping[int, Mapping[str, Any]]) -> None:
    """A hint for queues that wait in a state a case came to or left; the pages of the cases hear the timeline."""
    live.publish(
        f"list:{line.code}", states=sorted({state for one in moved.values() for state in one.values()})
    )


def why_not(line: Line, move: Move, case: Case, facts: Mapping[str, Any]) -> Refusal | None:
    """The refusal that stops ``move`` on ``case`` now, or nothing."""
    if case.line != line.code or case.state not in move.sources:
        state = line_of(case.line).label_of(case.state)
        return Refusal(
            "move.wrong_state",
            f"案件 {case.no} 当前为“{state}”，不能“{move.label}”。请刷新后重试。",
            no=case.no,
            state=case.state,
            move=move.code,
        )
    for guard in move.guards:
        refusal = guard(case, facts)
        if refusal:
            return refusal
    return None


def _known(code: str) -> tuple[Line, Move]:
    found = find_move(code)
    if not found:
        raise Invalid("move.unknown", f"没有名为“{code}”的流转。请刷新页面后重试。", move=code)
    return found


def _check_inputs(move: Move, reason: str, facts: Mapping[str, Any]) -> None:
    if move.reason == "required" and not reason.strip():
        raise Invalid(
            "move.reason_required", f"“{move.label}”需要填写原因。请补充原因后重试。", move=move.code
        )
    missing = [name for name in move.needs if facts.get(name) in (None, "")]
    if missing:
        raise Invalid(
            "move.facts_required",
            f"“{move.label}”还缺少必填内容。请补充后重试。",
            move=move.code,
            missing=missing,
        )


def _write(line: Line, move: Move, case_ids: list[int]) -> None:
    """Set the new state and, with it, whether the case is closed."""
    if move.target is None:
        return
    is_open = line.state_by_code[move.target].is_open
    Case.objects.filter(pk__in=case_ids).update(state=move.target, closed_at=None if is_open else clock.now())
