"""How what happens to batches is told on the trail."""

from __future__ import annotations

from collections.abc import Callable

from anjie.access.sentences import Facts, Group, tell
from anjie.desk.public import find_move


def _moved(facts: Facts) -> str:
    found = find_move(str(facts.get("move", "")))
    label = found[1].label if found else "流转"
    return f"批次 {facts.get('batch', '')} 整批{label}：{facts.get('moved', 0)} 件，未能办理 {facts.get('refused', 0)} 件"


tell("batch.created", Group.NOTE, "新建批次 {no}")
tell("batch.changed", Group.NOTE, "修改批次 {batch}")
tell("batch.deleted", Group.NOTE, "删除批次 {no}")
tell("batch.moved", Group.MOVE, _moved)


def _changed(facts: Facts) -> str:
    """最新欠款 100.00 → 200.00, or only its name where the value is nobody's business on a timeline."""
    said = [
        f"{one[0]} {one[1] or '空'} → {one[2] or '空'}" if len(one) == 3 else str(one[0])
        for one in facts.get("changes") or ()
    ]
    if facts.get("remarks"):
        said.append(f"新增备注 {facts['remarks']} 条")
    return "，".join(said)


def _by_import(words: str) -> Callable[[Facts], str]:
    def said(facts: Facts) -> str:
        by, what = facts.get("import"), _changed(facts)
        return words + (f"（导入 {by}）" if by else "") + (f"：{what}" if what else "")

    return said


tell("placement.updated", Group.NOTE, _by_import("更新案件资料"))
tell("placement.owed_updated", Group.MONEY, _by_import("更新欠款"))
tell("placement.bureau_noted", Group.NOTE, _by_import("登记征信信息"))
tell("placement.remarked", Group.NOTE, _by_import("登记评语"))
tell("placement.update_undone", Group.NOTE, "撤销导入 {import_id}，恢复导入前的内容")
tell("contract.changed", Group.NOTE, "修改委托方设置")
tell("contract.field_declared", Group.NOTE, "新增自定义字段“{label}”")
tell("contract.field_dropped", Group.NOTE, "停用自定义字段“{label}”")
