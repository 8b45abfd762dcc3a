"""Clients' own workbook forms: given by clerks, kept by version, offered where their list is exported."""

from __future__ import annotations

import hashlib
import io
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.db import transaction

from anjie.access import trail
from anjie.access.actors import Actor
from anjie.access.models import Organisation
from anjie.desk.public import DeskDeed
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid, NotFound
from anjie.services.sheets.deeds import SheetDeed
from anjie.services.sheets.exporting.exporters import Wanted, exporter_of, exporters_for
from anjie.services.sheets.exporting.layout import FIELDS, LIMITS, read_layout
from anjie.services.sheets.models import Layout

LONGEST = LIMITS.file_bytes


@transaction.atomic
def save(actor: Actor, *, kind: str, client_id: int, name: str, file_name: str, content: bytes) -> Layout:
    """Check and keep a form; the versions before it stay and are offered no more."""
    actor.require(SheetDeed.LAYOUTS_MANAGE)
    exporter = exporter_of(kind)
    actor.require(exporter.deed)
    name = name.strip()
    if not 0 < len(name) <= 60:
        raise Invalid("layout.name", "版式名称须为 1 到 60 个字。请改正后再上传。")
    client = _clients(actor).select_for_update().filter(pk=client_id).first()
    if client is None:
        raise NotFound("委托方")
    with tempfile.TemporaryDirectory() as folder:
        plan = read_layout(content, exporter.offered(actor), Path(folder) / "layout.xlsx")
    before = Layout.objects.filter(kind=kind, client=client, name=name)
    last = before.order_by("-version").values_list("version", flat=True).first() or 0
    before.update(is_current=False)
    saved = Layout.objects.create(
        kind=kind,
        client=client,
        name=name,
        version=last + 1,
        file_name=file_name[:200],
        file_sha256=hashlib.sha256(content).hexdigest(),
        content=content,
        plan=asdict(plan),
        by_id=actor.own_membership_id,
        at=clock.now(),
    )
    trail.record(
        actor,
        "sheets.layout_saved",
        layout=saved.pk,
        name=name,
        version=saved.version,
        sha256=saved.file_sha256,
    )
    return saved


@transaction.atomic
def retire(actor: Actor, layout_id: int) -> None:
    """Offer a form no more; what was written in it stays."""
    found = _one(actor, layout_id)
    Layout.objects.filter(pk=found.pk).update(is_current=False)
    trail.record(actor, "sheets.layout_retired", layout=found.pk, name=found.name)


def file(actor: Actor, layout_id: int) -> tuple[io.BytesIO, str]:
    """The form as it was given, and its name."""
    found = _one(actor, layout_id)
    return io.BytesIO(bytes(found.content)), found.file_name or f"{found.name}.xlsx"


def form_of(actor: Actor, layout_id: int, kind: str, wanted: Wanted) -> Layout:
    """The form in force under this id for this list, which must hold the form's client alone: by its filter, or
    because the actor serves no other."""
    found = (
        Layout.objects.select_related("client")
        .filter(pk=layout_id, kind=kind, is_current=True, client__in=_clients(actor))
        .first()
    )
    if found is None:
        raise NotFound("版式")
    asked = wanted.filter.get("client")
    ids = [int(one) for one in (asked if isinstance(asked, list) else [asked] if asked else [])]
    ids = ids or sorted(actor.client_ids or ())
    if ids != [found.client_id]:
        raise Invalid(
            "layout.other_client",
            f"版式“{found.name}”是{found.client.name}的。请先把列表筛选到这一个委托方再导出。",
            client=found.client_id,
        )
    return found


def listed(actor: Actor, *, kind: str = "", versions: bool = False) -> list[dict[str, Any]]:
    """The forms of the clients within reach."""
    found = Layout.objects.filter(client__in=_clients(actor)).select_related("client", "by__account")
    if kind:
        found = found.filter(kind=kind)
    if not versions:
        found = found.filter(is_current=True)
    known = {exporter.kind for exporter in exporters_for(actor)} if actor.may(DeskDeed.EXPORT) else set()
    return [row(one) for one in found.defer("content") if one.kind in known]


def row(layout: Layout) -> dict[str, Any]:
    """A form as a list shows it."""
    exporter = exporter_of(layout.kind)
    return {
        "id": layout.pk,
        "kind": layout.kind,
        "kind_label": exporter.label,
        "client_id": layout.client_id,
        "client": layout.client.name,
        "name": layout.name,
        "version": layout.version,
        "is_current": layout.is_current,
        "file_name": layout.file_name,
        "columns": [exporter.columns[key].label for key in layout.plan["columns"] if key in exporter.columns],
        "by": layout.by.account.name,
        "at": layout.at,
    }


def kinds(actor: Actor) -> list[dict[str, Any]]:
    """The lists that are narrowed to a client and so can have a form, with their placeholders."""
    return [
        {
            "kind": exporter.kind,
            "label": exporter.label,
            "fields": list(FIELDS),
            "columns": [{"key": key, "label": one.label} for key, one in exporter.offered(actor).items()],
        }
        for exporter in exporters_for(actor)
        if "client" in exporter.filters
    ]


def _one(actor: Actor, layout_id: int) -> Layout:
    actor.require(SheetDeed.LAYOUTS_MANAGE)
    found = Layout.objects.filter(pk=layout_id, client__in=_clients(actor)).first()
    if found is None:
        raise NotFound("版式")
    return found


def _clients(actor: Actor) -> Any:
    clients = Organisation.objects.filter(kind="client")
    return clients if actor.client_ids is None else clients.filter(pk__in=sorted(actor.client_ids))
