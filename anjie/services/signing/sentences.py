"""How electronic signing is told."""

from __future__ import annotations

from anjie.access.sentences import Group, tell

tell("signing.offered", Group.FILE, "文书“{name}”发起在线签署：{signers}")
tell("signing.stopped", Group.FILE, "撤回文书“{name}”的在线签署")
tell("signing.link_renewed", Group.FILE, "重新发送“{name}”的签署链接：{signer}")
tell("signing.link_sent", Group.FILE, "以短信重新发送“{name}”的签署链接：{signer}")
tell("signing.confirmed", Group.FILE, "{part}通过短信验证码核验，开始阅读“{name}”")
tell("signing.signed", Group.FILE, "{part}签署“{name}”")
tell("signing.finished", Group.FILE, "“{name}”全部 {count} 人签署完成")
