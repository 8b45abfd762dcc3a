"""The tree of results a contact can have: shipped, changed by administrators, with branches per client."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from anjie.access import trail
from anjie.access.actors import Actor
from anjie.access.models import Organisation
from anjie.foundation import live
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.lines.recovery.deeds import WorkDeed
from anjie.lines.recovery.work.models import ResultCode, WorkRecord

DEPTH = 3

# label, letter, code, meaning, asks for a promise, children
SHIPPED: tuple[tuple[Any, ...], ...] = (
    ("接通本人", "C", "connected", "connected", False, (
        ("承诺还款", "P", "connected.promise", "connected", True),
        ("协商分期", "I", "connected.instalments", "connected", False),
        ("自称已还款", "A", "connected.says_paid", "connected", False),
        ("对欠款有异议", "D", "connected.disputes", "connected", False),
        ("经济困难", "H", "connected.hardship", "connected", False),
        ("约定再联系", "L", "connected.later", "connected", False),
        ("无还款意愿", "U", "connected.unwilling", "connected", False),
    )),
    ("接通第三方", "T", "third_party", "third_party", False, (
        ("愿意转告", "R", "third_party.will_tell", "third_party", False),
        ("不愿转告", "N", "third_party.will_not", "third_party", False),
        ("不认识债务人", "K", "third_party.stranger", "third_party", False),
    )),
    ("未接通", "N", "not_connected", "not_connected", False, (
        ("无人接听", "W", "not_connected.no_answer", "not_connected", False),
        ("忙线", "B", "not_connected.busy", "not_connected", False),
        ("挂断", "J", "not_connected.hung_up", "not_connected", False),
        ("关机", "G", "not_connected.off", "not_connected", False),
        ("停机", "S", "not_connected.suspended", "not_connected", False),
    )),
    ("号码无效", "V", "invalid", "invalid", False, (
        ("空号", "E", "invalid.none", "invalid", False),
        ("号码错误", "M", "invalid.wrong", "invalid", False),
    )),
    ("拒绝联系", "X", "refused", "refused", False, ()),
    ("仅备注", "M", "note", "note", False, ()),
)  # fmt: skip


def ship_results() -> None:
    """Create the shipped tree where there is none; a changed one stays as it is."""
    if ResultCode.objects.filter(client=None).exists():
        return
    with transaction.atomic():
        for position, (label, key, code, meaning, promise, children) in enumerate(SHIPPED):
            parent, _ = ResultCode.objects.get_or_create(
                client=None,
                code=code,
                defaults={
                    "label": label,
                    "key": key,
                    "meaning": meaning,
                    "asks_promise": promise,
                    "position": position,
                },
            )
            for place, (name, letter, sub_code, sub_meaning, sub_promise) in enumerate(children):
                ResultCode.objects.get_or_create(
                    client=None,
                    code=sub_code,
                    defaults={
                        "parent": parent,
                        "label": name,
                        "key": letter,
                        "meaning": sub_meaning,
                        "asks_promise": sub_promise,
                        "position": place,
                    },
                )


def results_for(client_id: int | None, *, everything: bool = False) -> list[dict[str, Any]]:
    """The tree for a client as nested rows: what holds for all and what is the client's own."""
    ship_results()
    codes = ResultCode.objects.all()
    if not everything:
        codes = codes.filter(is_active=True)
    if client_id is not None or not everything:
        codes = codes.filter(client__isnull=True) | codes.filter(client_id=client_id)
    rows: list[dict[str, Any]] = [
        {
            "id": code.pk,
            "parent": code.parent_id,
            "client": code.client_id,
            "code": code.code,
            "label": code.label,
            "key": code.key,
            "meaning": code.meaning,
            "asks_promise": code.asks_promise,
            "is_active": code.is_active,
            "position": code.position,
            "children": [],
        }
        for code in codes.order_by("position", "id")
    ]
    by_id = {row["id"]: row for row in rows}
    roots = []
    for row in rows:
        if row["parent"] is None:
            roots.append(row)
        elif row["parent"] in by_id:
            by_id[row["parent"]]["children"].append(row)
    return roots


def result_for(client_id: int, result_id: int) -> ResultCode:
    """The active result a record on this client's case names."""
    code = ResultCode.objects.filter(pk=result_id, is_active=True).first()
    if code is None or code.client_id not in (None, client_id):
        raise Invalid("work.unknown_result", "所选的催收结果不存在或已停用。请刷新页面后重新选择。")
    return code


@transaction.atomic
def add_result(actor: Actor, told: dict[str, Any]) -> ResultCode:
    """A new branch or leaf."""
    actor.require(WorkDeed.RESULTS_MANAGE)
    ship_results()
    client_id, parent_id = told.get("client"), told.get("parent")
    if client_id is not None and not Organisation.objects.filter(pk=client_id, kind="client").exists():
        raise NotFound("委托方")
    parent = None
    if parent_id is not None:
        parent = ResultCode.objects.filter(pk=parent_id).first()
        if parent is None or parent.client_id not in (None, client_id):
            raise NotFound("上级结果")
        if _depth(parent) >= DEPTH:
            raise Invalid(
                "work.result_too_deep", f"催收结果最多 {DEPTH} 级。请放在更上一级之下。", depth=DEPTH
            )
    if ResultCode.objects.filter(client_id=client_id, code=told["code"]).exists():
        raise Refusal(
            "work.result_code_taken", f"代码“{told['code']}”已被使用。请换一个代码。", taken=told["code"]
        )
    _check_key(parent_id, client_id, told.get("key", ""))
    code = ResultCode.objects.create(
        parent=parent,
        client_id=client_id,
        code=told["code"],
        label=told["label"],
        key=told.get("key", "").upper(),
        meaning=told["meaning"],
        asks_promise=told.get("asks_promise", False),
        position=told.get("position", 0),
    )
    trail.record(actor, "work.result_added", result=code.pk, code=code.code, label=code.label)
    live.publish("list:results")
    return code


@transaction.atomic
def change_result(actor: Actor, result_id: int, told: dict[str, Any]) -> ResultCode:
    """Another label, letter, place or use; the meaning of one that records name stays what it was."""
    actor.require(WorkDeed.RESULTS_MANAGE)
    code = ResultCode.objects.select_for_update().filter(pk=result_id).first()
    if code is None:
        raise NotFound("催收结果")
    meaning = told.get("meaning", code.meaning)
    if meaning != code.meaning and WorkRecord.objects.filter(result=code).exists():
        raise Refusal(
            "work.result_used",
            f"“{code.label}”已有催记使用，含义不能再改，否则过去的统计会变。请停用它并新建一个。",
            result=code.pk,
        )
    if "key" in told and told["key"].upper() != code.key:
        _check_key(code.parent_id, code.client_id, told["key"])
    before = {name: getattr(code, name) for name in told if hasattr(code, name)}
    for name in ("label", "meaning", "asks_promise", "is_active", "position"):
        if name in told:
            setattr(code, name, told[name])
    if "key" in told:
        code.key = told["key"].upper()
    code.save()
    trail.record(actor, "work.result_changed", result=code.pk, before=before, after=told)
    live.publish("list:results")
    return code


def _depth(code: ResultCode) -> int:
    depth = 1
    while code.parent is not None:
        code, depth = code.parent, depth + 1
    return depth


def _check_key(parent_id: int | None, client_id: int | None, key: str) -> None:
    if not key:
        return
    beside = ResultCode.objects.filter(parent_id=parent_id, key=key.upper(), is_active=True)
    taken = (beside.filter(client__isnull=True) | beside.filter(client_id=client_id)).first()
    if taken:
        raise Refusal(
            "work.result_key_taken",
            f"同级的“{taken.label}”已使用字母 {key.upper()}。请换一个字母。",
            key=key.upper(),
        )
