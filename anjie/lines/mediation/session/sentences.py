"""How mediating is told on a timeline and a trail; what was said or offered is told on neither."""

from __future__ import annotations

from anjie.access.sentences import Facts, Group, tell


def _corrected(facts: Facts) -> str:
    told = [f"{one['label']} {one['old']} → {one['new']}" for one in facts.get("changes") or ()]
    return f"更正案件事实：{'；'.join(told)}"


tell("mediation.recorded", Group.NOTE, "登记调解记录（{kind}）")
tell("mediation.facts_corrected", Group.NOTE, _corrected)
tell("mediation.extended", Group.NOTE, "调解期限由 {old_on} 延长至 {to_on}")
tell("mediation.clock_went_on", Group.NOTE, "恢复计时，期限不变")
tell("mediation.recording_ready", Group.FILE, "线上调解的录制已生成，共 {count} 段")
tell("mediation.recording_viewed", Group.FILE, "查看线上调解的录制")
tell("offer.taken_down", Group.NOTE, "登记调解方案")
tell("offer.disclosed", Group.NOTE, "向一方转达调解方案")
tell("offer.withdrawn", Group.NOTE, "标记调解方案已撤回")
tell("offer.answered", Group.NOTE, "答复调解方案")
