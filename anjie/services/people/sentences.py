"""How what is done about users of the phone is told."""

from __future__ import annotations

from anjie.access.sentences import Group, tell

tell("people.verified", Group.ACCESS, "通过企业“{name}”的认证")
tell("people.returned", Group.ACCESS, "退回企业“{name}”的认证")
tell("people.licence_seen", Group.ACCESS, "查看“{name}”的营业执照", after_seal=True)
tell("people.policy_changed", Group.ACCESS, "设置未认证企业{unverified}提交申请")
