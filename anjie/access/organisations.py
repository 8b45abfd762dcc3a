"""The tree of our units, the clients and the institutions; nothing is deleted while something hangs on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.db import transaction
from django.db.models import F, ProtectedError, Q, QuerySet, Value
from django.db.models.functions import Concat, Substr

from anjie.access import trail
from anjie.access.actors import Actor
from anjie.access.deeds import AccessDeed
from anjie.access.models import Account, Membership, Organisation
from anjie.foundation import clock
from anjie.foundation.identifiers import read_credit_code
from anjie.foundation.refusals import Invalid, NotFound, Refusal

Kind = Organisation.Kind
PARENTS: Mapping[str, tuple[str, ...]] = {
    Kind.COMPANY: (),
    Kind.BRANCH: (Kind.COMPANY,),
    Kind.DEPARTMENT: (Kind.COMPANY, Kind.BRANCH, Kind.DEPARTMENT),
    Kind.TEAM: (Kind.COMPANY, Kind.BRANCH, Kind.DEPARTMENT),
    Kind.CLIENT: (Kind.CLIENT,),
    Kind.INSTITUTION: (Kind.INSTITUTION,),
}
ROOTS = (Kind.COMPANY, Kind.CLIENT, Kind.INSTITUTION)
OUTSIDE = (Kind.CLIENT, Kind.INSTITUTION)
"""What is no unit of ours."""
FACTS = ("name", "credit_code", "legal_representative", "contact_name", "contact_phone", "address")
"""What an institution's own account sees and changes too, once it is bound."""
EDITABLE = (*FACTS, "note", "is_active")

Blocker = Callable[[int], str | None]
_BLOCKERS: list[Blocker] = []


def block_deletion(blocker: Blocker) -> None:
    """Register who may say, in Chinese, why an organisation cannot be deleted (``还有 3 个案件``)."""
    _BLOCKERS.append(blocker)


@transaction.atomic
def create(
    actor: Actor, *, kind: str, code: str, name: str, parent_id: int | None, **rest: Any
) -> Organisation:
    """Add an organisation under a parent of a fitting kind."""
    actor.require(AccessDeed.ORGANISATIONS_MANAGE)
    parent = _parent(actor, kind, parent_id)
    if Organisation.objects.filter(code=code).exists():
        raise Invalid("organisation.code_taken", f"编号“{code}”已被使用。请换一个编号。", taken=code)
    made = Organisation.objects.create(kind=kind, code=code, name=name, parent=parent, path="", **_kept(rest))
    made.path = f"{parent.path if parent else '/'}{made.pk}/"
    made.save(update_fields=["path"])
    trail.record(actor, "organisation.created", organisation=made.pk, kind=kind, name=name)
    return made


@transaction.atomic
def edit(actor: Actor, organisation_id: int, changes: Mapping[str, Any], *, version: int) -> Organisation:
    """Change the facts of an organisation, or move it under another parent; refused when ``version`` is no longer its."""
    actor.require(AccessDeed.ORGANISATIONS_MANAGE)
    row = locked(actor, organisation_id)
    refuse_stale(row, version)
    if "parent_id" in changes and changes["parent_id"] != row.parent_id:
        _refuse_move_of_bound(row, changes["parent_id"])
        _move(actor, row, changes["parent_id"])
        row.save(update_fields=["parent", "path"])
    return change(actor, row, changes)


def change(actor: Actor, row: Organisation, changes: Mapping[str, Any]) -> Organisation:
    """Write what differs to a locked organisation, on the record; a bound account's name follows in the same write."""
    before = {name: getattr(row, name) for name in EDITABLE}
    for name, value in _kept(changes).items():
        setattr(row, name, value)
    changed = {
        name: [before[name], getattr(row, name)] for name in EDITABLE if before[name] != getattr(row, name)
    }
    row.version += 1
    row.changed_at, row.changed_by = clock.now(), actor.name
    row.save(update_fields=[*EDITABLE, "version", "changed_at", "changed_by"])
    trail.record(actor, "organisation.edited", organisation=row.pk, name=row.name, changed=changed)
    return row


def refuse_stale(row: Organisation, version: int) -> None:
    """Refuse an edit made on a page that no longer shows what is there."""
    if row.version != version:
        at = f"{clock.local(row.changed_at):%m-%d %H:%M}" if row.changed_at else "刚才"
        raise Refusal(
            "organisation.changed_meanwhile",
            f"“{row.name}”的资料已由{row.changed_by or '他人'}于 {at} 修改。您的改动没有保存，请查看最新内容后再改。",
            version=row.version,
            by=row.changed_by,
        )


@transaction.atomic
def delete(actor: Actor, organisation_id: int) -> None:
    """Delete an organisation on which nothing hangs; the refusal names everything that does."""
    actor.require(AccessDeed.ORGANISATIONS_MANAGE)
    row = locked(actor, organisation_id)
    reasons = [reason for blocker in (_below, _members, _account, *_BLOCKERS) if (reason := blocker(row.pk))]
    if reasons:
        raise _in_use(row, reasons)
    trail.record(actor, "organisation.deleted", organisation=row.pk, name=row.name)
    try:
        row.delete()
    except ProtectedError as held:
        raise _in_use(row, [f"还有 {len(held.protected_objects)} 条业务记录"]) from None


def _in_use(row: Organisation, reasons: list[str]) -> Refusal:
    return Refusal(
        "organisation.in_use",
        f"“{row.name}”{'、'.join(reasons)}，不能删除。请先移走它们，或改为停用。",
        reasons=reasons,
    )


def seen_by(actor: Actor) -> QuerySet[Organisation]:
    """Our units within reach, every institution, and the clients the actor serves."""
    ours = Q() if actor.unit_ids is None else Q(pk__in=actor.unit_ids) | Q(kind__in=OUTSIDE)
    served = Q() if actor.client_ids is None else ~Q(kind=Kind.CLIENT) | Q(pk__in=actor.client_ids)
    return Organisation.objects.filter(ours & served)


def managed_by(actor: Actor) -> QuerySet[Organisation]:
    """Those of them that are the actor's to change: his units; clients and institutions belong to the company as a whole."""
    seen = seen_by(actor)
    return seen if _whole_company(actor) else seen.filter(pk__in=actor.unit_ids or ())


def _whole_company(actor: Actor) -> bool:
    if actor.unit_ids is None:
        return True
    outside = Organisation.objects.filter(pk=actor.unit_id or 0, kind__in=OUTSIDE).exists()
    return actor.reach == Membership.Reach.COMPANY and not outside


def locked(actor: Actor, organisation_id: int) -> Organisation:
    """The organisation within the actor's reach, held until the transaction ends; always before its account."""
    row = managed_by(actor).select_for_update(of=("self",)).filter(pk=organisation_id).first()
    if row is None:
        raise NotFound("机构")
    return row


def _kept(given: Mapping[str, Any]) -> dict[str, Any]:
    kept = {name: given[name] for name in EDITABLE if given.get(name) is not None}
    kept = {name: value.strip() if isinstance(value, str) else value for name, value in kept.items()}
    if kept.get("name") == "":
        raise Invalid("organisation.name", "请填写名称。")
    if kept.get("credit_code"):
        kept["credit_code"] = read_credit_code(kept["credit_code"])
    return kept


def _parent(actor: Actor, kind: str, parent_id: int | None) -> Organisation | None:
    if parent_id is None:
        if kind not in ROOTS:
            raise Invalid(
                "organisation.parent_required", f"{Kind(kind).label}必须隶属于上级机构。请选择上级。"
            )
        if not _whole_company(actor):
            raise Refusal(
                "organisation.root_beyond_reach",
                "您的数据范围是部分机构，不能新建一级机构或移为一级机构。请选择范围内的上级，或联系系统管理员。",
            )
        return None
    parent = managed_by(actor).filter(pk=parent_id).first()
    if parent is None:
        raise NotFound("上级机构")
    if parent.kind not in PARENTS[kind]:
        raise Invalid(
            "organisation.wrong_parent",
            f"{Kind(kind).label}不能放在{Kind(parent.kind).label}“{parent.name}”之下。请选择其他上级。",
        )
    return parent


def _refuse_move_of_bound(row: Organisation, parent_id: int | None) -> None:
    if parent_id is not None and hasattr(row, "account"):
        raise Refusal(
            "organisation.bound_is_first_level",
            f"“{row.name}”绑定着机构账号，只能是一级机构。请先解除绑定，再移到其他机构之下。",
        )


def _move(actor: Actor, row: Organisation, parent_id: int | None) -> None:
    parent = _parent(actor, row.kind, parent_id)
    if parent and parent.path.startswith(row.path):
        raise Invalid("organisation.cycle", f"“{row.name}”不能放到自己或自己的下级之下。请选择其他上级。")
    old, new = row.path, f"{parent.path if parent else '/'}{row.pk}/"
    Organisation.objects.filter(path__startswith=old).update(
        path=Concat(Value(new), Substr(F("path"), len(old) + 1))
    )
    row.parent, row.path = parent, new


def _below(organisation_id: int) -> str | None:
    count = Organisation.objects.filter(parent_id=organisation_id).count()
    return f"还有 {count} 个下级机构" if count else None


def _members(organisation_id: int) -> str | None:
    count = Membership.objects.filter(unit_id=organisation_id).count()
    return f"还有 {count} 个任职" if count else None


def _account(organisation_id: int) -> str | None:
    name = Account.objects.filter(institution_id=organisation_id).values_list("username", flat=True).first()
    return f"还绑定着机构账号 {name}" if name else None
