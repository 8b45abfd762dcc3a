"""How mediation is told on a timeline and a trail."""

from __future__ import annotations

from anjie.access.sentences import Facts, Group, tell


def _answered(facts: Facts) -> str:
    # The note stands below the sentence, as every event's does.
    way = f"（{facts['way']}）" if facts.get("way") else ""
    return f"{facts.get('part', '当事人')}{facts.get('name', '')}{facts.get('said', '答复')}{way}"


def _declined(facts: Facts) -> str:
    why = facts.get("conflict") or facts.get("why") or ""
    return f"调解员{facts.get('name', '')}{'申请回避' if facts.get('conflict') else '未接受'}：{why}"


def _effective(facts: Facts) -> str:
    until = facts.get("court_until")
    more = f"，双方可在 {until} 前共同申请司法确认" if until else ""
    return f"调解协议自 {facts.get('effective_on', '')} 起生效{more}"


tell("party.added", Group.NOTE, "登记当事人 {name}")
tell("consent.answered", Group.NOTE, _answered)
tell("robot.handed_over", Group.NOTE, "语音机器人转人工（{part}，已拨 {attempts} 次）：{why}")
tell("robot.conversation_read", Group.ACCESS, "查看语音机器人与{part}的对话", after_seal=True)
tell(
    "consent.settings_changed",
    Group.NOTE,
    "设置{institution}的意愿征询：机器人{robot}，间隔 {hours} 小时，一方不愿时{unwilling}",
)
tell("mediator.accepted", Group.NOTE, "调解员{name}接受案件，声明无利害关系")
tell("mediator.declined", Group.NOTE, _declined)
tell("mediator.added", Group.NOTE, "增加调解员 {name}")
tell("party.left", Group.NOTE, "{part}{name}退出本案调解")
tell("respondent.invited", Group.NOTE, "以短信邀请对方当事人{name}，手机 {number}")
tell("respondent.answered", Group.NOTE, "对方当事人{name}提交了补充材料和意见")
tell("form.drafted", Group.NOTE, "保存申请表单草稿，共 {fields} 项")
tell("form.published", Group.NOTE, "发布申请表单第 {version} 版")
tell("mediator.created", Group.NOTE, "新增调解员 {name}")
tell("mediator.changed", Group.NOTE, "修改调解员资料")
tell("library.added", Group.NOTE, "新增典型案例“{title}”")
tell("library.changed", Group.NOTE, "修改典型案例“{title}”")
tell("library.removed", Group.NOTE, "删除典型案例“{title}”")
tell("agreement.effective", Group.NOTE, _effective)
tell("court.filed", Group.NOTE, "{filed_on} 向{court}申请司法确认")
tell("court.bundled", Group.ACCESS, "下载司法确认材料包，共 {count} 份", after_seal=True)
tell("archive.sealed", Group.FILE, "案卷归档，档号 {archive_no}，共 {count} 份", after_seal=True)
tell("archive.bundled", Group.ACCESS, "下载案卷包 {archive_no}", after_seal=True)
tell("rating.given", Group.NOTE, "评价 {no} 的调解员 {stars} 星")
tell("ranking.weights_set", Group.NOTE, "设置评优权重，自 {valid_from} 起适用")
tell("ranking.weights_withdrawn", Group.NOTE, "撤回自 {valid_from} 起适用的评优权重")
tell("paper.taken", Group.ACCESS, "{part}下载文书“{name}”", after_seal=True)
