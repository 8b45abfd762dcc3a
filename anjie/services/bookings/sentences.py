"""How bookings and rooms are told."""

from __future__ import annotations

from anjie.access.sentences import Group, tell

tell("booking.made", Group.NOTE, "预约 {where}，{span}")
tell("booking.moved", Group.NOTE, "预约改期：{old_where} {old_span} → {where} {span}")
tell("booking.cancelled", Group.NOTE, "取消预约 {where}，{span}")
tell("booking.meeting_set", Group.NOTE, "线上会议已建立，会议号 {code}")
tell("room.saved", Group.NOTE, "保存调解室“{name}”")
tell("room.closed", Group.NOTE, "停用调解室“{name}” {from_on} 至 {to_on}")
tell("room.reopened", Group.NOTE, "恢复调解室“{name}”")
