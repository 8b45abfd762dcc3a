"""Moves asked for over the desk's own routes, on one case or many: what a person may ask, before the machine decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django.db import transaction

from anjie.access.actors import Actor
from anjie.desk.choosing import Target, chosen
from anjie.desk.lines import Line, Move, find_move
from anjie.desk.moves import move_case, move_cases
from anjie.desk.queries_list import rows
from anjie.foundation.refusals import Invalid


def move_one(actor: Actor, case_id: int, code: str, reason: str, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Make one move; the case's row as it is now."""
    _, move = _asked(code)
    given = _facts(move, facts)
    move_case(actor, case_id, code, reason=reason.strip(), facts=given)
    return rows(actor, [case_id])[0]


@transaction.atomic
def move_many(
    actor: Actor, target: Target, code: str, reason: str, facts: Mapping[str, Any]
) -> dict[str, Any]:
    """Make one move on many cases: how many moved, and of each refused one its number and why."""
    line, move = _asked(code)
    if not move.bulk:
        raise Invalid("move.one_by_one", f"“{move.label}”只能逐个办理。请打开案件后操作。", move=code)
    deed = move.deed_of(actor.may)
    actor.require(deed)
    ids = chosen(actor, deed, replace(target, line=line.code))
    result = move_cases(actor, ids, code, reason=reason.strip(), facts=_facts(move, facts))
    return {"moved": len(result.moved), "refused": result.refused}


def _asked(code: str) -> tuple[Line, Move]:
    found = find_move(code)
    if not found:
        raise Invalid("move.unknown", f"没有名为“{code[:40]}”的流转。请刷新页面后重试。", move=code[:40])
    if found[1].automatic:
        raise Invalid(
            "move.automatic",
            f"“{found[1].label}”由系统自动办理，不能手工操作。请从对应的业务页面办理。",
            move=code,
        )
    return found


def _facts(move: Move, given: Mapping[str, Any]) -> dict[str, Any]:
    """Only the facts the move asks for or takes; days are read here, so that a rule never meets a wrong one."""
    known = (*move.needs, *move.takes, *move.options)
    facts = {name: given[name] for name in known if given.get(name) not in (None, "")}
    for name, value in facts.items():
        if isinstance(value, Mapping) != (name in move.takes):
            raise Invalid(
                "move.wrong_fact", "填写的内容格式不正确。请刷新页面后重试。", field=name, move=move.code
            )
        if name.endswith("_on") and isinstance(value, str):
            try:
                facts[name] = date.fromisoformat(value)
            except ValueError:
                raise Invalid(
                    "move.wrong_date", "日期应形如 2026-09-01。请修改后重试。", field=name, move=move.code
                ) from None
    return facts
