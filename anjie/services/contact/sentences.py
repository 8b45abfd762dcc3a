"""How what the gate did is told on a timeline and a trail."""

from __future__ import annotations

from anjie.access.sentences import Facts, Group, tell
from anjie.services.contact.words import Channel

GROUPS = {
    Channel.CALL.value: Group.CALL,
    Channel.ROBOT.value: Group.CALL,
    Channel.SMS.value: Group.MESSAGE,
    Channel.LETTER.value: Group.LETTER,
    Channel.VISIT.value: Group.VISIT,
}
RULES = {
    "contact.hours": "不在可联系时段",
    "contact.answered_per_day": "今日接通次数已满",
    "contact.unanswered_per_number": "该号码今日未接次数已满",
    "contact.do_not_contact": "已标记禁止联系",
    "contact.third_party": "本人仍可联系，不得联系第三人",
    "contact.third_party_refused": "第三人已拒绝",
    "contact.in_mediation": "案件调解中",
    "contact.case_paused": "案件已暂停",
    "contact.case_closed": "案件已关闭",
    "contact.case_settled": "案件已结清",
    "contact.case_returned": "案件已退案",
}


def channel_label(facts: Facts) -> str:
    """电话, 短信 … of an event."""
    code = str(facts.get("channel", ""))
    return Channel(code).label if code in GROUPS else "联系"


def rule_label(rule: str) -> str:
    """A rule in a few words; its code where an administrator named a rule of his own."""
    return RULES.get(rule, rule)


def _refused(facts: Facts) -> str:
    count = facts.get("count") or 0
    told = rule_label(str(facts.get("rule", ""))) + (f"（{count} 次）" if count else "")
    return f"{channel_label(facts)} {facts.get('number', '')} 被联系关卡拒绝：{told}"


def _permitted(facts: Facts) -> str:
    return f"{channel_label(facts)} {facts.get('number', '')} 获准联系"


tell("contact.refused", Group.CALL, _refused, by=("channel", GROUPS))
tell("contact.permitted", Group.CALL, _permitted, by=("channel", GROUPS))
tell("contact.pack_added", Group.ACCESS, "新增联系规则 {version}，自 {valid_from} 起生效")
tell("contact.pack_changed", Group.ACCESS, "修改未生效的联系规则 {version}")
tell("contact.pack_withdrawn", Group.ACCESS, "撤回未生效的联系规则 {version}")
