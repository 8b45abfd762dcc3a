"""Reads of exports: one's own, those one decides about, and what may be taken out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings

from anjie.access.actors import Actor
from anjie.access.models import Membership
from anjie.desk.public import DeskDeed
from anjie.foundation import clock
from anjie.foundation.refusals import NotFound
from anjie.services.sheets.exporting.exporters import Exporter, exporter_of, exporters_for
from anjie.services.sheets.exporting.running import JOB_STATES, State, wanted_of
from anjie.services.sheets.models import ColumnSet, Export

_TONES = {
    State.ASKED: "wait", State.APPROVAL: "warn", State.RUNNING: "live", State.READY: "done",
    State.FAILED: "stop", State.CANCELLED: "stop", State.REFUSED: "stop", State.EXPIRED: "stop",
}  # fmt: skip
_BESIDE = ("by__account", "approved_by__account")


def kinds_for(actor: Actor) -> list[dict[str, Any]]:
    """The lists this person may take out, each with the columns offered to him."""
    return [_kind(actor, exporter) for exporter in exporters_for(actor)]


def _kind(actor: Actor, exporter: Exporter) -> dict[str, Any]:
    return {
        "kind": exporter.kind,
        "label": exporter.label,
        "approval_rows": settings.EXPORT_APPROVAL_ROWS,
        "columns": [
            {
                "key": key,
                "label": column.label,
                "holds": column.holds,
                "usual": column.usual and not column.unmasked,
                "unmasked": column.unmasked,
            }
            for key, column in exporter.offered(actor).items()
        ],
    }


def one(actor: Actor, export_id: int) -> Export:
    """An export one asked for, or may decide or has decided about; anybody else's looks as if it were not there."""
    export = Export.objects.select_related(*_BESIDE).filter(pk=export_id).first()
    if export is None:
        raise NotFound("导出")
    concerned = actor.membership_id in (export.by_id, export.approved_by_id)
    if not concerned and (export.state != State.APPROVAL or not may_decide(actor, export)):
        raise NotFound("导出")
    return export


def page(actor: Actor, *, page: int, size: int, kind: str = "", state: str = "") -> dict[str, Any]:
    """One page of one's own exports, newest first."""
    found = Export.objects.filter(by_id=actor.membership_id).select_related(*_BESIDE)
    if kind:
        found = found.filter(kind=kind)
    if state:
        found = found.filter(state=state)
    first = (page - 1) * size
    rows = found.order_by("-id")[first : first + size]
    return {"rows": [row(actor, export) for export in rows], "count": found.count()}


def approvals(actor: Actor, *, page: int, size: int) -> dict[str, Any]:
    """What waits for this person's decision, then what he has decided, newest first."""
    actor.require(DeskDeed.EXPORT_APPROVE)
    waiting = Export.objects.filter(state=State.APPROVAL).select_related(*_BESIDE)
    open_ = [
        export for export in waiting.order_by("id") if not is_own(actor, export) and may_decide(actor, export)
    ]
    decided = (
        Export.objects.filter(approved_by_id=actor.membership_id)
        .select_related(*_BESIDE)
        .order_by("-decided_at")
    )
    first = (page - 1) * size
    shown: Iterable[Export] = open_[first : first + size]
    shown = [*shown, *decided[max(0, first - len(open_)) : max(0, first + size - len(open_))]]
    return {
        "rows": [row(actor, export) for export in shown],
        "count": len(open_) + decided.count(),
        "totals": {"waiting": len(open_)},
    }


def shown(actor: Actor, export_id: int) -> dict[str, Any]:
    """One export as its page shows it."""
    return row(actor, one(actor, export_id))


def row(actor: Actor, export: Export) -> dict[str, Any]:
    """An export as a list shows it."""
    exporter = exporter_of(export.kind)
    mine = export.by_id == actor.membership_id
    ready = export.state == State.READY and bool(export.expires_at and export.expires_at > clock.now())
    names = (
        "id", "kind", "name", "file_format", "state", "rows", "done_rows", "file_size", "reason", "unmasked", "why",
        "asked_at", "ready_at", "expires_at", "decided_at", "downloads",
    )  # fmt: skip
    return {name: getattr(export, name) for name in names} | {
        "state_label": export.get_state_display(),
        "state_tone": _TONES[State(export.state)],
        "job_state": JOB_STATES[State(export.state)],
        "topic": f"export:{export.pk}",
        "columns": [exporter.columns[key].label for key in export.columns if key in exporter.columns],
        "filters": [
            {"label": label, "value": value} for label, value in exporter.told(wanted_of(export)).items()
        ],
        "by": export.by.account.name,
        "approved_by": export.approved_by.account.name if export.approved_by else "",
        "may_cancel": mine and export.state in (State.ASKED, State.APPROVAL, State.RUNNING),
        "may_decide": not is_own(actor, export)
        and export.state == State.APPROVAL
        and may_decide(actor, export),
        "download_url": f"/api/sheets/exports/{export.pk}/download" if ready else "",
    }


def column_sets(actor: Actor, kind: str) -> list[ColumnSet]:
    """One's own saved choices of columns for a list."""
    return list(ColumnSet.objects.filter(kind=kind, owner_id=actor.membership_id).order_by("name"))


def is_own(actor: Actor, export: Export) -> bool:
    """One person in two memberships is still one person."""
    return actor.account_id is not None and actor.account_id == export.by.account_id


def may_decide(actor: Actor, export: Export) -> bool:
    """Who approves reaches as far as the rows do, and may see the list himself."""
    return (
        actor.may(DeskDeed.EXPORT_APPROVE)
        and actor.may(exporter_of(export.kind).deed)
        and reaches(actor, export.rights)
    )


def reaches(actor: Actor, rights: dict[str, Any]) -> bool:
    """Whether the actor reaches at least as far as an export's rows were chosen from."""
    clients, units, own = rights.get("clients"), rights.get("units"), rights.get("own")
    if actor.client_ids is not None and (clients is None or not set(clients) <= actor.client_ids):
        return False
    if own is not None and actor.membership_id == own:
        return True
    if actor.reach == Membership.Reach.OWN:
        return False
    if actor.unit_ids is None:
        return True
    if own is not None:
        units = Membership.objects.filter(pk=own).values_list("unit_id", flat=True)
    return units is not None and set(units) <= actor.unit_ids
