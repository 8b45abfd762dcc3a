"""How what happens to batches is told on the trail."""

from __future__ import annotations

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
