"""What the gate would say, asked before a contact, and the rule packs an administrator puts in force from a day on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import connection, transaction

from anjie.access import trail
from anjie.access.actors import Actor
from anjie.desk.public import ContactPoint, case_for
from anjie.foundation import clock, live
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.services.contact import gate
from anjie.services.contact.deeds import ContactDeed
from anjie.services.contact.models import PackVersion
from anjie.services.contact.packs import as_dict, from_dict
from anjie.services.contact.versions import in_force, loosened
from anjie.services.contact.words import RulePack, Verdict

OWN_CODE = "desk"


def ask(actor: Actor, case_id: int, **wanted: Any) -> Verdict:
    """What the gate would say of a contact on a case now; nothing is stored."""
    return gate.weigh(_ask(actor, case_id, **wanted))


@transaction.atomic
def add_pack(actor: Actor, valid_from: date, told: Mapping[str, Any], note: str) -> PackVersion:
    """A new version of the rules, in force from tomorrow or a later day on."""
    actor.require(ContactDeed.RULES_MANAGE)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('contact.packs', 0))")
    last = max((row.pack["version"] for row in PackVersion.objects.all()), default=1)
    pack = _checked(told, last + 1, valid_from, note)
    row = PackVersion.objects.create(
        version=pack.ref,
        valid_from=valid_from,
        pack=as_dict(pack),
        note=note.strip(),
        by_id=actor.membership_id,
        at=clock.now(),
    )
    trail.record(actor, "contact.pack_added", version=pack.ref, valid_from=valid_from, note=note.strip())
    live.publish("list:contact_packs")
    return row


@transaction.atomic
def change_pack(
    actor: Actor, pack_id: int, valid_from: date, told: Mapping[str, Any], note: str
) -> PackVersion:
    """Another text of a version whose day has not come; one in force stays as it is for ever."""
    actor.require(ContactDeed.RULES_MANAGE)
    row = _future(pack_id, "修改")
    before = row.pack
    pack = _checked(told, before["version"], valid_from, note)
    row.valid_from, row.pack, row.note = valid_from, as_dict(pack), note.strip()
    row.by_id, row.at = actor.membership_id, clock.now()
    row.save()
    trail.record(actor, "contact.pack_changed", version=row.version, before=before, after=row.pack)
    live.publish("list:contact_packs")
    return row


@transaction.atomic
def withdraw_pack(actor: Actor, pack_id: int) -> None:
    """Take back a version whose day has not come."""
    actor.require(ContactDeed.RULES_MANAGE)
    row = _future(pack_id, "撤回")
    trail.record(actor, "contact.pack_withdrawn", version=row.version, pack=row.pack)
    row.delete()
    live.publish("list:contact_packs")


def _ask(actor: Actor, case_id: int, **wanted: Any) -> gate.Ask:
    case = case_for(actor, ContactDeed.MAKE, case_id)
    point_id = wanted.pop("contact_point", None)
    point = None
    if point_id is not None:
        point = ContactPoint.objects.filter(pk=point_id, case=case).first()
        if point is None:
            raise NotFound("联系方式")
    if point is None and not wanted.get("number", "").strip():
        raise Invalid("contact.no_number", "没有选定联系方式。请选择一个号码或地址，或输入号码。")
    return gate.ask_for(case, point=point, **wanted)


def _future(pack_id: int, deed: str) -> PackVersion:
    row = PackVersion.objects.select_for_update().filter(pk=pack_id).first()
    if row is None:
        raise NotFound("规则版本")
    if row.valid_from <= clock.today():
        raise Refusal(
            "contact.pack_in_force",
            f"规则 {row.version} 已于 {row.valid_from} 生效，判定以它为据，不能{deed}。请新建一个版本。",
            version=row.version,
            valid_from=str(row.valid_from),
        )
    return row


def _checked(told: Mapping[str, Any], version: int, valid_from: date, note: str) -> RulePack:
    # Today's verdicts were given by today's pack, so the next one begins tomorrow at the earliest.
    if valid_from <= clock.today():
        raise Invalid(
            "contact.pack_in_past",
            f"生效日期 {valid_from} 须晚于今天，已作出的判定不能改变。请选择明天或以后的日期。",
            valid_from=str(valid_from),
        )
    pack = from_dict({**told, "code": OWN_CODE, "version": version, "valid_from": valid_from.isoformat()})
    looser = loosened(pack, in_force(valid_from))
    if looser and not note.strip():
        raise Invalid(
            "contact.pack_note_required",
            f"新规则比现行规则宽松：{'；'.join(looser)}。请填写放宽的依据后再保存。",
            looser=looser,
        )
    return pack
