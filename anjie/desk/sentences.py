"""How the desk's own verbs are told, and those of access and of the installation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from anjie.access.sentences import Facts, Group, tell
from anjie.desk.models import Case, ContactPoint

_STATES = dict(ContactPoint.State.choices)
_KINDS = dict(ContactPoint.Kind.choices)
_COLOURS = dict(Case.Colour.choices)
_FIELDS = {"owner": "姓名", "relation": "关系", "label": "说明"}
_ACCOUNT_FIELDS = {"name": "姓名", "staff_no": "工号", "mobile": "手机"}
_REACHES = {"own": "本人案件", "team": "本组", "branch": "本分公司", "company": "本公司", "all": "全部"}


def _opened(facts: Facts) -> str:
    category, amount = facts.get("category"), str(facts.get("amount") or "")
    told = "案件建立" + (f"，类别“{category}”" if category else "")
    return f"{told}，金额 {amount} 元" if amount.strip("0.") else told


def _coloured(facts: Facts) -> str:
    old, new = (_COLOURS.get(str(facts.get(name) or ""), "") for name in ("from", "to"))
    return f"标记颜色：{old} → {new}"


def _tagged(facts: Facts) -> str:
    added, removed = (_joined(facts.get(name)) for name in ("added", "removed"))
    said = [part for part in (f"增加 {added}" if added else "", f"去掉 {removed}" if removed else "") if part]
    return f"修改标签：{'，'.join(said)}"


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


def _looked_up(facts: Facts) -> str:
    by = _joined(facts.get("by"))
    return f"按号码查案，找到 {facts.get('count', 0)} 件" + (f"（{by}）" if by else "")


def _signed_in(facts: Facts) -> str:
    return "登录，原登录已结束" if facts.get("displaced") else "登录"


def _account_edited(facts: Facts) -> str:
    said = _joined(_ACCOUNT_FIELDS.get(str(one), str(one)) for one in facts.get("changed") or ())
    return f"修改账号 {facts.get('account', '')}：{said}"


def _post(verb: str) -> Any:
    def said(facts: Facts) -> str:
        state = "，停用" if facts.get("active") is False else ""
        reach = _REACHES.get(str(facts.get("reach")), "")
        return f"{verb} {facts.get('account', '')} 的任职：数据范围 {reach}{state}"

    return said


def _role_edited(facts: Facts) -> str:
    added, removed = len(facts.get("added") or ()), len(facts.get("removed") or ())
    return f"修改角色 {facts.get('role', '')}：增加 {added} 项权限，去掉 {removed} 项"


def _role_gained(facts: Facts) -> str:
    return f"升级后角色“{facts.get('name', '')}”新增 {len(facts.get('added') or ())} 项权限"


def _joined(values: Iterable[Any] | None) -> str:
    return "、".join(str(value) for value in values or ())


tell("case.opened", Group.MOVE, _opened)
tell("case.coloured", Group.NOTE, _coloured)
tell("case.tagged", Group.NOTE, _tagged)
tell("case.custom_edited", Group.NOTE, _custom)
tell("contact.added", Group.NOTE, _added)
tell("contact.edited", Group.NOTE, _edited)
tell("contact.marked", Group.NOTE, _marked)
tell("reveal.contact_point", Group.ACCESS, "查看完整联系方式 {mask}", after_seal=True)
tell("reveal.id_no", Group.ACCESS, "查看完整证件号码 {mask}", after_seal=True)
tell("reveal.fact", Group.ACCESS, "查看完整{label} {mask}", after_seal=True)
tell("desk.looked_up", Group.ACCESS, _looked_up)
tell("view.shared", Group.ACCESS, "共享筛选视图 {view}")
tell("view.unshared", Group.ACCESS, "取消共享筛选视图 {view}")

tell("access.registered", Group.ACCESS, "注册账号 {account}")
tell("access.profile_edited", Group.ACCESS, "修改本人资料")
tell("access.licence_shown", Group.ACCESS, "上传营业执照")
tell("access.mobile_changed", Group.ACCESS, "更换手机号")
tell("access.wechat_bound", Group.ACCESS, "绑定微信")
tell("access.wechat_unbound", Group.ACCESS, "解绑微信")
tell("access.scan_confirmed", Group.ACCESS, "确认扫码登录，网络地址 {address}")
tell("access.scan_refused", Group.ACCESS, "拒绝扫码登录，网络地址 {address}")
tell("access.signed_in", Group.ACCESS, _signed_in)
tell("access.signed_out", Group.ACCESS, "退出登录")
tell("access.switched", Group.ACCESS, "切换身份")
tell("access.password_changed", Group.ACCESS, "修改密码")
tell("account.created", Group.ACCESS, "新建账号 {account}（{username}）")
tell("account.edited", Group.ACCESS, _account_edited)
tell("account.password_reset", Group.ACCESS, "重置账号 {account} 的密码")
tell("account.disabled", Group.ACCESS, "停用账号 {account}：{why}")
tell("account.enabled", Group.ACCESS, "启用账号 {account}")
tell("account.post_given", Group.ACCESS, _post("授予账号"))
tell("account.post_edited", Group.ACCESS, _post("修改账号"))
tell("role.created", Group.ACCESS, "新建角色“{name}”")
tell("role.edited", Group.ACCESS, _role_edited)
tell("role.deleted", Group.ACCESS, "删除角色“{name}”")
tell("role.gained", Group.ACCESS, _role_gained)
tell("organisation.created", Group.ACCESS, "新建机构“{name}”")
tell("organisation.edited", Group.ACCESS, "修改机构“{name}”")
tell("organisation.bound", Group.ACCESS, "机构“{name}”绑定账号 {account}")
tell("organisation.unbound", Group.ACCESS, "机构“{name}”解除与账号 {account} 的绑定")
tell("organisation.deleted", Group.ACCESS, "删除机构“{name}”")
tell("access.address_refused", Group.ACCESS, "地址 {address} 不在允许的登录地址之内，已拒绝")
tell("addresses.set", Group.ACCESS, "设定{scope}的登录地址：{networks}")
tell("addresses.removed", Group.ACCESS, "取消{scope}的登录地址限制（原为 {networks}）")
tell("demo.began", Group.ACCESS, "开始装入演示数据")
tell("demo.loaded", Group.ACCESS, "演示数据装入完成")
tell("backup.asked", Group.ACCESS, "开始一次备份")
tell("backup.made", Group.ACCESS, "备份完成：{name}，{rows} 行")
tell("backup.failed", Group.ACCESS, "备份失败：{message}")
tell("keys.rotated", Group.ACCESS, "轮换到第 {key} 号密钥，重新加密 {count} 条")
