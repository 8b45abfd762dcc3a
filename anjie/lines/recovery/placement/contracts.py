"""How each client wants its placements checked and worked, and the fields its template declares."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from anjie.access import trail
from anjie.access.actors import Actor
from anjie.access.models import Organisation
from anjie.desk.public import CustomField
from anjie.foundation.refusals import Invalid, NotFound
from anjie.lines.recovery.deeds import PlacementDeed
from anjie.lines.recovery.placement.models import ClientContract
from anjie.services.contact.overrides import with_overrides
from anjie.services.contact.packs import SHIPPED
from anjie.services.terms.pause_reasons import reason_of

SETTINGS = (
    "kind", "takes_good_rows", "wrong_check_digit_is_fault", "parts_tolerance", "first_call_limit",
    "first_call_clock", "visit_limit_days", "term_months", "retention_months", "retention_years", "contact_overrides",
    "pause_overrides", "plan_grace_days",
)  # fmt: skip
_CODE = re.compile(r"^[a-z][a-z0-9_]{0,39}$")


def contracts(actor: Actor) -> list[dict[str, Any]]:
    """Every client the actor serves with its settings; those never written have the usual ones."""
    actor.require(PlacementDeed.CONTRACTS_MANAGE)
    found = {row.pk: row for row in ClientContract.objects.all()}
    fields: dict[int, list[CustomField]] = {}
    for field in CustomField.objects.filter(line="recovery", organisation__isnull=False):
        assert field.organisation_id
        fields.setdefault(field.organisation_id, []).append(field)
    return [
        _row(client, found.get(client.pk) or ClientContract(client=client), fields.get(client.pk, []))
        for client in _clients(actor)
    ]


@transaction.atomic
def change_contract(actor: Actor, client_id: int, changes: Mapping[str, Any]) -> ClientContract:
    """Change a client's settings; what a row is checked by applies from the next import on."""
    client = _client(actor, client_id)
    row, _ = ClientContract.objects.select_for_update().get_or_create(client=client)
    if "contact_overrides" in changes:
        with_overrides(SHIPPED[-1], client.name, changes["contact_overrides"] or {})
    for code in changes.get("pause_overrides") or {}:
        reason_of("recovery", code, offered=False)
    before = {name: getattr(row, name) for name in SETTINGS}
    for name, value in changes.items():
        if name in SETTINGS and value is not None:
            setattr(row, name, value)
    row.save()
    changed = {
        name: [str(before[name]), str(getattr(row, name))]
        for name in SETTINGS
        if before[name] != getattr(row, name)
    }
    trail.record(actor, "contract.changed", client=client.pk, changed=changed)
    return row


@transaction.atomic
def declare_field(
    actor: Actor, client_id: int, *, code: str, label: str, kind: str, choices: list[str], in_fold: bool
) -> CustomField:
    """Declare a custom field: the client's sheets may carry it and its cases show it."""
    client = _client(actor, client_id)
    if not _CODE.match(code):
        raise Invalid("contract.field_code", "字段编号由小写字母、数字和下划线组成，以字母开头。请重新填写。")
    if kind == CustomField.Kind.CHOICE and not choices:
        raise Invalid("contract.field_choices", "选项字段至少需要一个选项。请补充选项。")
    if CustomField.objects.filter(line="recovery", organisation=client, code=code).exists():
        raise Invalid("contract.field_taken", f"编号“{code}”已被使用。请换一个编号。", taken=code)
    made = CustomField.objects.create(
        line="recovery", organisation=client, code=code, label=label, kind=kind, choices=choices, in_fold=in_fold,
        position=CustomField.objects.filter(line="recovery", organisation=client).count(),
    )  # fmt: skip
    trail.record(actor, "contract.field_declared", client=client.pk, field=code, label=label)
    return made


@transaction.atomic
def drop_field(actor: Actor, client_id: int, field_id: int) -> None:
    """Stop declaring a field; values that cases already hold stay and are shown last."""
    client = _client(actor, client_id)
    field = CustomField.objects.filter(pk=field_id, organisation=client, line="recovery").first()
    if field is None:
        raise NotFound("字段")
    trail.record(actor, "contract.field_dropped", client=client.pk, field=field.code, label=field.label)
    field.delete()


def _clients(actor: Actor) -> list[Organisation]:
    found = Organisation.objects.filter(kind=Organisation.Kind.CLIENT, is_active=True)
    if actor.client_ids is not None:
        found = found.filter(pk__in=actor.client_ids)
    return list(found.order_by("name"))


def _client(actor: Actor, client_id: int) -> Organisation:
    actor.require(PlacementDeed.CONTRACTS_MANAGE)
    client = next((one for one in _clients(actor) if one.pk == client_id), None)
    if client is None:
        raise NotFound("委托方")
    return client


def _row(client: Organisation, row: ClientContract, fields: list[CustomField]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in SETTINGS} | {
        "client_id": client.pk,
        "client": client.name,
        "code": client.code,
        "kind_label": row.get_kind_display(),
        "fields": fields,
    }
