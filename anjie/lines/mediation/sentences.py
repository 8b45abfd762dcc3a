"""How mediation is told on a timeline and a trail."""

from __future__ import annotations

from anjie.access.sentences import Facts, Group, tell


def _answered(facts: Facts) -> str:
    # The note stands below the sentence, as every event's does.
    way = f"（{facts['way']}）" if facts.get("way") else ""
    return f"{facts.get('part', '当事人')}{facts.get('said', '答复')}{way}"


def _declined(facts: Facts) -> str:
    why = facts.get("conflict") or facts.get("why") or ""
    return f"调解员{facts.get('name', '')}{'申请回避' if facts.get('conflict') else '未接受'}：{why}"


tell("party.added", Group.NOTE, "登记当事人 {name}")
tell("consent.answered", Group.NOTE, _answered)
tell("mediator.accepted", Group.NOTE, "调解员{name}接受案件，声明无利害关系")
tell("mediator.declined", Group.NOTE, _declined)
tell("mediator.added", Group.NOTE, "增加调解员 {name}")
tell("respondent.answered", Group.NOTE, "对方当事人提交了补充材料和意见")
tell("form.drafted", Group.NOTE, "保存申请表单草稿，共 {fields} 项")
tell("form.published", Group.NOTE, "发布申请表单第 {version} 版")
tell("mediator.created", Group.NOTE, "新增调解员 {name}")
tell("mediator.changed", Group.NOTE, "修改调解员资料")
tell("library.added", Group.NOTE, "新增典型案例“{title}”")
tell("library.changed", Group.NOTE, "修改典型案例“{title}”")
tell("library.removed", Group.NOTE, "删除典型案例“{title}”")
