"""Reads of imports."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from django.db.models import Q, QuerySet

from anjie.access.actors import Actor
from anjie.foundation.refusals import NotFound, Refusal
from anjie.services.sheets.examining.apart import mark_apart, peek_apart, unpack
from anjie.services.sheets.importing import imports
from anjie.services.sheets.importing.loaders import Loader, loader_of, loaders
from anjie.services.sheets.importing.previewing import order_for
from anjie.services.sheets.models import Import
from anjie.services.sheets.reading.limits import Limits

_NUMBERS = re.compile(r"\d{14,19}[\dXx]|(?<!\d)1\d{10}(?!\d)")
TONES = {
    "committed": "done",
    "preview": "wait",
    "refused": "stop",
    "failed": "stop",
    "cancelled": "stop",
    "undone": "stop",
}


def kinds_for(actor: Actor, client_id: int | None = None) -> list[dict[str, Any]]:
    """The kinds of sheet this person may import, with their columns, those a client declares among them."""
    if client_id is not None and actor.client_ids is not None and client_id not in actor.client_ids:
        raise NotFound("委托方")
    return [_kind(loader, client_id) for loader in loaders() if actor.may(loader.deed)]


def imports_for(actor: Actor, of: str = "") -> QuerySet[Import]:
    """Imports of kinds the actor may handle, of clients he serves, by his units or himself."""
    handled = [one.kind.code for one in loaders() if actor.may(one.deed) and of in ("", one.of)]
    found = Import.objects.filter(kind__in=handled)
    if actor.client_ids is not None:
        found = found.filter(client_id__in=actor.client_ids)
    if actor.unit_ids is not None:
        found = found.filter(Q(unit_id__in=actor.unit_ids) | Q(by_id=actor.membership_id))
    return found.select_related("client", "by__account")


def page(
    actor: Actor, *, page: int, size: int, kind: str, client: int | None, state: str, of: str = ""
) -> dict[str, Any]:
    """One page of the history of imports; ``of`` keeps to the sheets of clients, or to those of institutions."""
    found = imports_for(actor, of)
    if kind:
        found = found.filter(kind=kind)
    if client:
        found = found.filter(client_id=client)
    if state:
        found = found.filter(state=state)
    first = (page - 1) * size
    rows = found.defer("result", "faults").order_by("-id")[first : first + size]
    return {"rows": [row(actor, one) for one in rows], "count": found.count()}


def one(actor: Actor, import_id: int) -> Import:
    """An import within reach."""
    found = imports_for(actor).filter(pk=import_id).first()
    if found is None:
        raise NotFound("导入")
    return found


def row(actor: Actor, record: Import) -> dict[str, Any]:
    """An import as the list shows it."""
    loader = loader_of(record.kind)
    names = (
        "id", "kind", "client_id", "batch_id", "file_name", "file_size", "state", "rows", "good", "wrong",
        "amount_total", "done_rows", "batch_nos", "created_at", "committed_at", "undone_at", "refusal", "undo_report",
    )  # fmt: skip
    return {name: getattr(record, name) for name in names} | {
        "kind_label": loader.kind.label,
        "of": loader.of,
        "client": record.client.name,
        "state_label": record.get_state_display(),
        "state_tone": TONES.get(record.state, "live"),
        "by": record.by.account.name if record.by else "命令行",
        "takes_good_rows": loader.takes_good_rows(record.client_id),
        "may_undo": record.state == Import.State.COMMITTED
        and loader.undo is not None
        and actor.may(loader.deed),
    }


def detail(actor: Actor, import_id: int) -> dict[str, Any]:
    """An import with its mapping, its faults by kind and the first of them."""
    record = one(actor, import_id)
    result = record.result
    nothing: dict[str, Any] = {
        "header_row": 0, "sheet": "", "other_sheets": [], "mapping": {}, "confidence": {}, "unmapped": [],
        "fault_count": 0, "warning_count": 0, "skipped": 0, "fault_groups": [], "warning_groups": [],
        "refused_late": [],
    }  # fmt: skip
    told = {name: result.get(name, empty) for name, empty in nothing.items()}
    return row(actor, record) | told | {"faults": record.faults}


def peek(actor: Actor, import_id: int) -> dict[str, Any]:
    """The first rows of the workbook, each column with what it is taken for."""
    record = one(actor, import_id)
    loader = loader_of(record.kind)
    path = _file(record)
    seen = peek_apart(order_for(loader, path, record.file_name, record.client_id, imports.wish_of(record)))
    for column in seen["columns"]:
        column["values"] = [_veiled(value) for value in column["values"]]
    seen["first_rows"] = [[_veiled(value) for value in row] for row in seen["first_rows"]]
    return seen


def _veiled(cell: str) -> str:
    """A cell with its ID, card and mobile numbers masked: which column is which can be seen without them."""
    return _NUMBERS.sub(lambda found: f"{found[0][:3]}{'*' * (len(found[0]) - 7)}{found[0][-4:]}", cell)


def marked(actor: Actor, import_id: int) -> tuple[Path, str]:
    """The workbook with its bad cells marked: where it was written, and the name it should have."""
    record = one(actor, import_id)
    if "pack" not in record.result:
        raise Refusal("sheets.not_read", "该文件还没有读取完成，没有可标注的内容。请稍后再试。")
    source = _file(record)
    target = Path(mkdtemp(prefix="anjie-marked-")) / "marked.xlsx"
    mark_apart(source, target, unpack(dict(record.result["pack"])), Limits(), record.file_name)
    return target, f"{Path(record.file_name).stem}-标注.xlsx"


def _kind(loader: Loader, client_id: int | None) -> dict[str, Any]:
    declared = loader.extra(client_id) if client_id is not None else ()
    own = {column.field for column in declared}
    return {
        "code": loader.kind.code,
        "label": loader.kind.label,
        "of": loader.of,
        "columns": [
            {
                "field": c.field,
                "header": c.header,
                "required": c.required,
                "group": c.required_group,
                "declared": c.field in own,
            }
            for c in loader.kind.spread(declared)
        ],
        "takes_declared": loader.takes_declared,
        "match_keys": [key.label for key in loader.kind.match_keys],
    }


def _file(record: Import) -> Path:
    path = imports.file_of(record)
    if not path.exists():
        raise Refusal("sheets.file_gone", "原工作簿已按期清理，不能再查看。如需要请重新上传。")
    return path
