"""How what the office does is told on the trail."""

from __future__ import annotations

from anjie.access.sentences import Group, tell

tell("office.announced", Group.NOTICE, "发布公告 {announcement}")
tell("office.withdrawn", Group.NOTICE, "撤回公告 {announcement}")
