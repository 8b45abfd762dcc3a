"""How papers and templates are told."""

from __future__ import annotations

from anjie.access.sentences import Facts, Group, tell


def _partly(facts: Facts) -> str:
    signed, missing = ("、".join(facts.get(name) or ()) for name in ("signed", "missing"))
    return f"登记文书“{facts.get('name', '')}”部分签署：{signed}已签，待{missing}签署"


tell("paper.made", Group.FILE, "制作文书“{name}”（模板第 {number} 版）")
tell("paper.final", Group.FILE, "文书“{name}”定稿")
tell("paper.previewed", Group.ACCESS, "用本案预览模板“{name}”", after_seal=True)
tell("paper.opened", Group.ACCESS, "打开文书“{name}”", after_seal=True)
tell("paper.signed_on_paper", Group.FILE, "登记文书“{name}”已纸质签署")
tell("paper.partly_signed", Group.FILE, _partly)
tell("template.uploaded", Group.FILE, "上传文书模板“{name}”第 {number} 版")
tell("template.changed", Group.FILE, "修改文书模板“{name}”")
