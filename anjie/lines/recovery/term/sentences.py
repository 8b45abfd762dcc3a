"""How terms are told on a timeline and a trail."""

from __future__ import annotations

from anjie.access.sentences import Group, tell

tell("term.reminded", Group.NOTICE, "到期提醒：还有 {days_left} 天到期")
tell("term.retention_asked", Group.NOTE, "申请留案 {months} 个月")
tell("term.retention_withdrawn", Group.NOTE, "撤回留案申请")
tell("term.retention_declined", Group.NOTE, "留案申请未获同意")
tell("term.continues", Group.NOTE, "接续原委案 {previous_no}")
tell("term.continued", Group.NOTE, "由新委案 {next_no} 接续")
