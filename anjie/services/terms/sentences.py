"""How the calendar and the terms that stand still are told on a timeline and a trail."""

from __future__ import annotations

from anjie.access.sentences import Group, tell

tell("term.pause_began", Group.NOTE, "暂停事由：{label}（{clock}）")
tell("term.pause_ended", Group.NOTE, "暂停期间停算 {days} 天，期限由 {old_term_on} 顺延为 {new_term_on}")
tell("term.pause_reason_added", Group.NOTE, "新增暂停事由“{label}”")
tell("term.pause_reason_changed", Group.NOTE, "修改暂停事由“{label}”")
tell("calendar.set", Group.NOTE, "修改工作日历")
tell("calendar.cleared", Group.NOTE, "恢复公布的工作日历")
