"""Contact points of a case: added, described and marked, each change with its history on the timeline."""

from __future__ import annotations

import re
from typing import Any

from django.db import transaction
from django.db.models import Max

from anjie.access.actors import Actor
from anjie.desk import timeline
from anjie.desk.deeds import DeskDeed
from anjie.desk.models import Case, ContactPoint, Party
from anjie.desk.places import CONTACT_POINT, INDEX_OF_KIND
from anjie.desk.reach import case_for
from anjie.foundation import clock, masks
from anjie.foundation.attribution import attribution
from anjie.foundation.phones import PhoneKind, read_phone
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.foundation.sealed import sealer

MOST_POINTS = 200
SOURCES = {
    "placement": "委案资料",
    "phone": "电话导入",
    "address": "地址导入",
    "update": "更新导入",
    "bureau": "征信导入",
    "application": "申请人填写",
    "staff": "人工新增",
    "debtor": "债务人告知",
    "third_party": "第三方告知",
    "skip_trace": "失联修复",
}
TYPED_SOURCES = ("staff", "debtor", "third_party", "skip_trace")
STATES = dict(ContactPoint.State.choices)
_MAIL = re.compile(r"[^@\s]{1,64}@[^@\s]+\.[^@\s]{2,}")


def source_label(source: str) -> str:
    """Where a contact point came from, in words."""
    return SOURCES.get(source, source)


@transaction.atomic
def add_contact_point(
    actor: Actor,
    case_id: int,
    *,
    kind: str,
    value: str,
    owner: str = "",
    relation: str = "本人",
    label: str = "",
    source: str = "staff",
    note: str = "",
) -> ContactPoint:
    """Put a phone, address or mail on the case; one that is there already is refused with its mask."""
    case = case_for(actor, DeskDeed.CONTACTS_EDIT, case_id, lock=True)
    if source not in TYPED_SOURCES:
        raise Invalid("contacts.unknown_source", "来源不正确。请在来源列表中选择。", sources=TYPED_SOURCES)
    read_kind, written, mask, place = read_value(kind, value)
    index = sealer().index(written, INDEX_OF_KIND[read_kind])
    points = ContactPoint.objects.filter(case=case)
    twin = points.filter(index=index).first()
    if twin is not None:
        raise Refusal(
            "contacts.already_there",
            f"案件 {case.no} 已有 {twin.mask}（{twin.relation}，{twin.get_state_display()}）。请直接修改该条。",
            contact_point=twin.pk,
        )
    if points.count() >= MOST_POINTS:
        raise Refusal(
            "contacts.too_many",
            f"案件 {case.no} 已有 {MOST_POINTS} 条联系方式，达到上限。请先核对已有的联系方式。",
            count=MOST_POINTS,
        )
    last = points.aggregate(last=Max("position"))["last"]
    point = ContactPoint.objects.create(
        case=case,
        person_id=_whose(case, owner.strip()),
        kind=read_kind,
        sealed=b"",
        index=index,
        mask=mask,
        owner=owner.strip(),
        relation=relation.strip() or "本人",
        label=label.strip(),
        attribution=place,
        source=source,
        position=0 if last is None else last + 1,
        created_at=clock.now(),
    )
    # The seal is bound to the row's id, which is known only now.
    point.sealed = sealer().seal(written, CONTACT_POINT, point.pk)
    point.save(update_fields=["sealed"])
    timeline.record(
        actor,
        case.pk,
        "contact.added",
        point=point.pk,
        kind=point.kind,
        mask=point.mask,
        owner=point.owner,
        relation=point.relation,
        source=source,
        note=note.strip(),
    )
    return point


def read_value(kind: str, value: str) -> tuple[ContactPoint.Kind, str, str, str]:
    """The kind, the written form that is sealed, its mask, and for phones where it was issued."""
    text = value.strip()
    if kind in (ContactPoint.Kind.MOBILE, ContactPoint.Kind.PHONE):
        phone = read_phone(text)
        if phone.fault:
            raise Invalid(
                "contacts.wrong_phone", f"号码无法拨打：{phone.fault}。请核对后重新填写。", fault=phone.fault
            )
        is_mobile = phone.kind is PhoneKind.MOBILE
        read_kind = ContactPoint.Kind.MOBILE if is_mobile else ContactPoint.Kind.PHONE
        return read_kind, phone.key, masks.phone(phone.key), attribution(phone).text
    if kind == ContactPoint.Kind.ADDRESS:
        if not 4 <= len(text) <= 200:
            raise Invalid("contacts.wrong_address", "地址应为 4 到 200 字。请补全后重新填写。")
        return ContactPoint.Kind.ADDRESS, text, masks.address(text), ""
    if kind == ContactPoint.Kind.EMAIL:
        if len(text) > 120 or not _MAIL.fullmatch(text):
            raise Invalid(
                "contacts.wrong_mail", "邮箱格式不正确，应形如 name@example.com。请核对后重新填写。"
            )
        return ContactPoint.Kind.EMAIL, text, masks.mail(text), ""
    raise Invalid("contacts.unknown_kind", "联系方式的类型不正确。请选择手机、固话、地址或邮箱。", kind=kind)


@transaction.atomic
def edit_contact_point(
    actor: Actor,
    case_id: int,
    point_id: int,
    *,
    owner: str | None = None,
    relation: str | None = None,
    label: str | None = None,
) -> ContactPoint:
    """Change whose it is, the relation or the label. A wrong number is marked invalid and a new one added."""
    _, point = _locked(actor, case_id, point_id)
    given = {"owner": owner, "relation": relation, "label": label}
    return _change(actor, point, "contact.edited", given, "")


@transaction.atomic
def mark_contact_point(
    actor: Actor,
    case_id: int,
    point_id: int,
    *,
    state: str | None = None,
    do_not_contact: bool | None = None,
    agreed_hours: bool | None = None,
    note: str = "",
) -> ContactPoint:
    """Mark it valid, invalid, refused or a stranger's; lifting a do-not-contact mark needs a reason."""
    _, point = _locked(actor, case_id, point_id)
    if state is not None and state not in STATES:
        raise Invalid(
            "contacts.unknown_state", f"没有“{state}”这种标记。请刷新页面后重试。", states=list(STATES)
        )
    if do_not_contact is False and point.do_not_contact and not note.strip():
        raise Invalid(
            "contacts.reason_required",
            f"{point.mask} 已标记为禁止联系，取消标记需要填写原因。请补充后重试。",
            contact_point=point.pk,
        )
    given = {"state": state, "do_not_contact": do_not_contact, "agreed_hours": agreed_hours}
    return _change(actor, point, "contact.marked", given, note.strip())


def _whose(case: Case, owner: str) -> int:
    """The person a contact point leads to: the party of this name where the case has one, else whom it is about."""
    named = (
        Party.objects.taking_part().filter(case=case, person__name=owner) if owner else Party.objects.none()
    )
    return named.values_list("person_id", flat=True).first() or case.person_id


def _locked(actor: Actor, case_id: int, point_id: int) -> tuple[Case, ContactPoint]:
    case = case_for(actor, DeskDeed.CONTACTS_EDIT, case_id, lock=True)
    point = ContactPoint.objects.select_for_update().filter(case=case, pk=point_id).first()
    if point is None:
        raise NotFound("联系方式")
    return case, point


def _change(actor: Actor, point: ContactPoint, verb: str, given: dict[str, Any], note: str) -> ContactPoint:
    """Write what differs, with old and new on the timeline; nothing differs, nothing is written."""
    changes: dict[str, list[Any]] = {}
    for name, value in given.items():
        new = value.strip() if isinstance(value, str) else value
        old = getattr(point, name)
        if value is not None and new != old:
            changes[name] = [old, new]
            setattr(point, name, new)
    if changes:
        point.save(update_fields=list(changes))
        timeline.record(
            actor, point.case_id, verb, point=point.pk, mask=point.mask, changes=changes, note=note
        )
    return point
