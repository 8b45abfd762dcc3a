"""How the desk's own verbs, and those of access, are told."""

from __future__ import annotations

from anjie.access.sentences import Facts, Group, tell
from anjie.desk.models import ContactPoint

_STATES = dict(ContactPoint.State.choices)
_KINDS = dict(ContactPoint.Kind.choices)
_FIELDS = {"owner": "姓名", "relation": "关系", "label": "说明"}


def _added(facts: Facts) -> str:
    whose = "，".join(part for part in (facts.get("relation"), facts.get("owner")) if part)
    kind = _KINDS.get(str(facts.get("kind")), "联系方式")
    return f"新增{kind} {facts.get('mask', '')}" + (f"（{whose}）" if whose else "")


def _edited(facts: Facts) -> str:
    changes = facts.get("changes") or {}
    said = "，".join(
        f"{_FIELDS.get(k, k)} {old or '空'} → {new or '空'}" for k, (old, new) in changes.items()
    )
    return f"修改联系方式 {facts.get('mask', '')}：{said}"


def _marked(facts: Facts) -> str:
    changes = facts.get("changes") or {}
    said = []
    if "state" in changes:
        old, new = changes["state"]
        said.append(f"{_STATES.get(old, old)} → {_STATES.get(new, new)}")
    if "do_not_contact" in changes:
        said.append("禁止联系" if changes["do_not_contact"][1] else "取消禁止联系")
    if "agreed_hours" in changes:
        said.append("同意在非常规时段联系" if changes["agreed_hours"][1] else "不再同意在非常规时段联系")
    return f"标记联系方式 {facts.get('mask', '')}：{'，'.join(said)}"


def _custom(facts: Facts) -> str:
    changes = facts.get("changes") or []
    said = "，".join(f"{label} {old or '空'} → {new or '空'}" for label, old, new in changes)
    return f"修改自定义信息：{said}"


tell("contact.added", Group.NOTE, _added)
tell("contact.edited", Group.NOTE, _edited)
tell("contact.marked", Group.NOTE, _marked)
tell("case.custom_edited", Group.NOTE, _custom)
tell("reveal.contact_point", Group.ACCESS, "查看完整联系方式 {mask}")
tell("reveal.id_no", Group.ACCESS, "查看完整证件号码 {mask}")
tell("reveal.fact", Group.ACCESS, "查看完整{label} {mask}")
tell("access.signed_in", Group.ACCESS, "登录")
tell("access.signed_out", Group.ACCESS, "退出登录")
tell("access.switched", Group.ACCESS, "切换身份")
