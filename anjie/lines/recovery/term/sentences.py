"""How terms are told on a timeline and a trail."""

from __future__ import annotations

from anjie.access.sentences import Group, tell

tell("term.reminded", Group.NOTICE, "到期提醒：还有 {days_left} 天到期")
tell("term.retention_asked", Group.NOTE, "申请留案 {months} 个月")
tell("term.retention_withdrawn", Group.NOTE, "撤回留案申请")
tell("term.retention_declined", Group.NOTE, "留案申请未获同意")
tell("term.pause_began", Group.NOTE, "暂停事由：{label}（{clock}）")
tell("term.pause_ended", Group.NOTE, "暂停期间停算 {days} 天，退案日期由 {old_term_on} 顺延为 {new_term_on}")
tell("term.pause_reason_added", Group.NOTE, "新增暂停事由“{label}”")
tell("term.pause_reason_changed", Group.NOTE, "修改暂停事由“{label}”")
tell("term.continues", Group.NOTE, "接续原委案 {previous_no}")
tell("term.continued", Group.NOTE, "由新委案 {next_no} 接续")
tell("calendar.set", Group.NOTE, "修改工作日历")
tell("calendar.cleared", Group.NOTE, "恢复公布的工作日历")
