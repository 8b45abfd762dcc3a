"""How assignment is told on a timeline and a trail."""

from __future__ import annotations

from anjie.access.sentences import Facts, Group, tell
from anjie.lines.recovery.assignment.queries import WHY


def _assigned(facts: Facts) -> str:
    code = str(facts.get("why", ""))
    # Another line's code says nothing to people; its own events tell why.
    why = WHY.get(code, "" if code.isascii() else code)
    told = f"（{why}）" if why else ""
    came, went = facts.get("from_name"), facts.get("to_name")
    if not went:
        return f"由 {came} 名下收回{told}"
    return f"由 {came} 转给 {went}{told}" if came else f"分配给 {went}{told}"


tell("assignment.assigned", Group.MOVE, _assigned)
tell("assignment.rule_made", Group.NOTE, "新增分案规则“{name}”")
tell("assignment.rule_changed", Group.NOTE, "修改分案规则“{name}”")
tell("assignment.rule_deleted", Group.NOTE, "删除分案规则“{name}”")
