"""Reads an uploaded workbook to its preview: examined apart, held against the desk, staged as it comes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings

from anjie.access.actors import Actor
from anjie.access.models import Organisation
from anjie.foundation.refusals import Invalid, NotFound
from anjie.services.sheets.declaring.chunk import Chunk
from anjie.services.sheets.declaring.faults import Fault
from anjie.services.sheets.examining.apart import examine_apart
from anjie.services.sheets.examining.examination import Examination, Order
from anjie.services.sheets.importing.loaders import Gathered, Loader
from anjie.services.sheets.models import Mapping as SavedMapping
from anjie.services.sheets.reading.limits import Limits


@dataclass(frozen=True)
class Wish:
    """How a file is to be read: the person's choices, all optional."""

    mapping: Mapping[str, str] | None = None
    sheet: str = ""
    header_row: int = 0


@dataclass
class Preview:
    """What reading found: the examination, and the rows the desk itself stands against."""

    found: Examination
    against: set[int] = field(default_factory=set)


def client_of(actor: Actor, code: str) -> Organisation:
    """The client, or mediation institution, with this code whom the actor serves."""
    if not code:
        raise Invalid("sheets.client_required", "请指明委托方（--client 编号）。")
    client = Organisation.objects.filter(
        kind__in=("client", "institution"), code=code, is_active=True
    ).first()
    if client is None or (actor.client_ids is not None and client.pk not in actor.client_ids):
        raise NotFound(f"委托方“{code}”", code="sheets.client_unknown")
    return client


def saved_mapping(kind: str, client_id: int, name: str = "") -> dict[str, str] | None:
    """The client's saved mapping by name, or its usual one; a named one that is not there is refused."""
    found = SavedMapping.objects.filter(kind=kind, client_id=client_id)
    row = (
        found.filter(name=name).first()
        if name
        else found.filter(is_default=True).order_by("-updated_at").first()
    )
    if name and row is None:
        raise NotFound(f"映射“{name}”", code="sheets.mapping_unknown")
    return dict(row.headers) if row else None


def order_for(loader: Loader, path: Path, name: str, client_id: int, wish: Wish) -> Order:
    """The examination to ask for, with the client's own columns and rules."""
    return Order(
        path=str(path),
        kind=loader.kind,
        name=name,
        mapping=wish.mapping or saved_mapping(loader.kind.code, client_id),
        sheet=wish.sheet,
        header_row=wish.header_row,
        extra=loader.extra(client_id),
        rules=loader.rules(client_id),
        limits=Limits(file_bytes=settings.UPLOAD_LIMIT_BYTES),
    )


def read(
    actor: Actor,
    loader: Loader,
    order: Order,
    client_id: int,
    *,
    keep: Callable[[int, Chunk], None] | None = None,
    started: Callable[[int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Preview:
    """Read the whole file and hold its good rows against the desk.

    ``keep`` gets every chunk with its number. Raises Refusal for a file that cannot be read at all.
    """
    gathered = Gathered(loader.gathers(client_id))
    count = 0

    def sink(chunk: Chunk) -> None:
        nonlocal count
        gathered.take(chunk, loader.kind.amount_field)
        if keep is not None:
            keep(count, chunk)
        count += 1

    found = examine_apart(order, sink, started=started, cancelled=cancelled)
    return Preview(found, against_desk(actor, loader, client_id, found, gathered))


def against_desk(
    actor: Actor, loader: Loader, client_id: int, found: Examination, gathered: Gathered
) -> set[int]:
    """Add what the desk stands against to the examination; returns the rows that are wrong because of it."""
    if loader.against_desk is None:
        return set()
    headers = found.mapping
    cents = dict(zip(gathered.rows, gathered.cents, strict=True))
    wrong: set[int] = set()
    for row, name, said in loader.against_desk(actor, client_id, gathered):
        one = Fault(row, headers.get(name, name), said.code, said.message, name)
        if said.doubt:
            found.warnings.append(one)
            found.warning_count += 1
            continue
        found.faults.append(one)
        found.fault_count += 1
        if row not in wrong:
            wrong.add(row)
            found.good -= 1
            found.amount_cents -= cents[row]
    found.faults.sort(key=lambda one: one.row)
    return wrong


def summary(found: Examination) -> dict[str, Any]:
    """What the preview page shows beside the counts: mapping, faults by kind, what was not read."""
    return {
        "form": found.form,
        "sheet": found.sheet,
        "other_sheets": found.other_sheets,
        "header_row": found.header_row,
        "mapping": found.mapping,
        "confidence": found.confidence,
        "unmapped": found.unmapped,
        "fault_groups": groups(found.faults),
        "warning_groups": groups(found.warnings),
        "fault_count": found.fault_count,
        "warning_count": found.warning_count,
        "skipped": len(found.skipped),
    }


def groups(faults: list[Fault]) -> list[dict[str, Any]]:
    """Faults by kind and column with how many rows and the first few: 17 行 身份证号校验位不符."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for one in faults:
        group = found.setdefault(
            (one.code, one.column),
            {"code": one.code, "column": one.column, "message": one.message, "count": 0, "rows": []},
        )
        group["count"] += 1
        if len(group["rows"]) < 20:
            group["rows"].append(one.row)
    return sorted(found.values(), key=lambda group: -group["count"])
