"""How working a debt is told on a timeline and a trail."""

from __future__ import annotations

from anjie.access.sentences import Facts, Group, tell
from anjie.lines.recovery.work.models import WorkRecord
from anjie.services.contact.sentences import GROUPS, rule_label

_CHANNELS = dict(WorkRecord.Channel.choices)
_BY = {**GROUPS, WorkRecord.Channel.NOTE.value: Group.NOTE}


def _recorded(facts: Facts) -> str:
    whom = "，".join(part for part in (facts.get("number"), facts.get("relation")) if part)
    said = _CHANNELS.get(str(facts.get("channel")), "联系") + (f" {whom}" if whom else "")
    if facts.get("result"):
        said += f"：{facts['result']}"
    if promise := facts.get("promise"):
        said += f"，承诺 {promise['due_on']} 还 {promise['amount']} 元"
    if facts.get("next_on"):
        said += f"，下次跟进 {facts['next_on']}"
    notes = []
    if facts.get("origin") == WorkRecord.Origin.ELSEWHERE:
        notes.append("系统外补录")
    if facts.get("origin") == WorkRecord.Origin.SHEET:
        notes.append(f"导入 {facts.get('import', '')}")
        if facts.get("collector"):
            notes.append(f"催收员 {facts['collector']}")
    if facts.get("late"):
        notes.append("非当日录入")
    if facts.get("warning"):
        notes.append(f"联系规则提示：{rule_label(str(facts['warning']))}")
    return said + (f"（{'；'.join(notes)}）" if notes else "")


def _promise(verdict: str) -> str:
    return f"承诺 {{due_on}} 还 {{amount}} 元：{verdict}，已还 {{paid}} 元"


tell("work.recorded", Group.CALL, _recorded, by=("channel", _BY))
tell("work.record_deleted", Group.NOTE, "删除催记 {record}")
tell("work.import_undone", Group.NOTE, "撤销导入 {import_id}，移除催记 {records} 条")
tell("promise.open", Group.MONEY, _promise("待履行"))
tell("promise.kept", Group.MONEY, _promise("已履行"))
tell("promise.partly", Group.MONEY, _promise("部分履行"))
tell("promise.broken", Group.MONEY, _promise("已违约"))
tell("promise.cancelled", Group.MONEY, "取消承诺 {due_on} {amount}")
tell("joint.asked", Group.NOTICE, "邀请 {helper_name} 协催")
tell("joint.ended", Group.NOTICE, "{helper_name} 协催结束")
tell("material.asked", Group.NOTE, "向内勤索要资料：{what}")
tell("material.answered", Group.NOTE, "内勤答复资料请求：{what}")
tell("material.declined", Group.NOTE, "内勤无法提供资料：{what}")
tell("material.withdrawn", Group.NOTE, "撤回资料请求：{what}")
tell("instruction.given", Group.NOTICE, "督办，{due_on} 前回复")
tell("instruction.answered", Group.NOTICE, "回复督办")
tell("work.result_added", Group.ACCESS, "新增催收结果 {label}")
tell("work.result_changed", Group.ACCESS, "修改催收结果 {result}")
