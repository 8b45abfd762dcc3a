"""How approvals are told."""

from __future__ import annotations

from collections.abc import Callable

from anjie.access.sentences import Facts, Group, tell


def _told(how: str) -> Callable[[Facts], str]:
    def words(facts: Facts) -> str:
        text = facts.get("text")
        return f"{how}{facts.get('label') or '审批'}{f'：{text}' if text else ''}"

    return words


tell("approval.asked", Group.NOTE, _told("提出"))
tell("approval.granted", Group.NOTE, _told("同意"))
tell("approval.declined", Group.NOTE, _told("不同意"))
tell("approval.withdrawn", Group.NOTE, _told("撤回"))
