"""How complaints are told on a timeline."""

from __future__ import annotations

from anjie.access.sentences import Facts, Group, tell


def _done(facts: Facts) -> str:
    return f"投诉处理步骤“{facts.get('what', '')}”已完成" + ("（超时）" if facts.get("late") else "")


tell("complaint.recorded", Group.NOTE, "登记{severity}投诉：{why}")
tell("complaint.step_added", Group.NOTE, "投诉增加处理步骤“{what}”，{due_on} 前完成")
tell("complaint.step_done", Group.NOTE, _done)
tell("complaint.closed", Group.NOTE, "投诉办结：{result}")
