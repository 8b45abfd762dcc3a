"""How what is done about notices is told."""

from __future__ import annotations

from anjie.access.sentences import Group, tell

tell("notices.resent", Group.NOTICE, "重发通知 {delivery}")
tell("notices.template_named", Group.NOTICE, "填写通知模板 {template} 的编号")
