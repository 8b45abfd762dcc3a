"""The case list: rows of one page, with count and sums of all that is filtered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from anjie.access.actors import Actor
from anjie.access.deeds import Deed
from anjie.desk.filters import CaseQuery, filtered
from anjie.desk.lines import line_of
from anjie.desk.models import Case
from anjie.desk.moves import moves_for
from anjie.desk.paging import page_ids
from anjie.desk.sorts import Order, order_of
from anjie.desk.sums import summed, summed_but
from anjie.desk.totals import Totals, totals_by, totals_less, totals_of
from anjie.foundation import clock

LARGEST_PAGE = 200

_FIELDS = {
    "id": "id", "no": "no", "line": "line", "state": "state", "title": "title",
    "person_id": "person_id", "id_mask": "person__id_mask",
    "client_id": "organisation_id", "client": "organisation__name",
    "batch_id": "batch_id", "batch": "batch__no", "unit_id": "unit_id", "unit": "unit__name",
    "holder_id": "holder_id", "holder": "holder__account__name",
    "clerk_id": "clerk_id", "clerk": "clerk__account__name",
    "amount": "amount", "settled_amount": "settled_amount", "balance": "balance", "currency": "currency",
    "category": "category", "region": "region", "colour": "colour", "tags": "search__tags",
    "opened_at": "opened_at", "assigned_at": "assigned_at", "term_on": "term_on",
    "first_worked_at": "first_worked_at", "last_worked_at": "last_worked_at",
    "next_work_on": "next_work_on", "closed_at": "closed_at", "custom": "custom",
}  # fmt: skip

Beside = Callable[[Actor, Sequence[int]], Mapping[int, Mapping[str, Any]]]
"""What a line adds to rows: by case id, the further fields, already narrowed to what the actor may see."""
_BESIDE: dict[str, Beside] = {}


@dataclass(frozen=True)
class Page:
    """Which part of a list is asked for, in which order (``-amount``: greatest first)."""

    page: int = 1
    size: int = 50
    sort: str = ""


def register_beside(line: str, beside: Beside) -> None:
    """Say what the line's rows carry beside the case; called once at start-up."""
    _BESIDE[line] = beside


def list_cases(actor: Actor, deed: Deed, query: CaseQuery, page: Page) -> dict[str, Any]:
    """One page of the cases the query asks for within reach: ``{rows, count, totals}``."""
    order = order_of(actor, query.sorts, page.sort)
    cases = filtered(actor, deed, query)
    totals, tally = _totals(actor, deed, query, order, cases)
    size = min(page.size, LARGEST_PAGE)
    ids = page_ids(cases, order, totals.count, (page.page - 1) * size, size, tally)
    return {"rows": rows(actor, ids), "count": totals.count, "totals": asdict(totals)}


def _totals(
    actor: Actor, deed: Deed, query: CaseQuery, order: Order, cases: QuerySet[Case]
) -> tuple[Totals, dict[Any, int] | None]:
    """Totals of all that is asked, from kept sums where they can tell; and the tally of a few-valued order."""
    kept = summed(actor, query, order)
    if order.sort.rank:
        return totals_by(cases if kept is None else kept, order.sort.field)
    if kept is not None:
        return totals_of(kept), None
    but = summed_but(actor, deed, query, order)
    return (totals_less(*but) if but else totals_of(cases)), None


def rows(actor: Actor, ids: Sequence[int]) -> list[dict[str, Any]]:
    """The cases with these ids as a list shows them, in this order; the ids come from ``filtered``."""
    found = Case.objects.filter(pk__in=ids).values_list(*_FIELDS.values())
    by_id = {row[0]: dict(zip(_FIELDS, row, strict=True)) for row in found}
    now = clock.now()
    offers: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in by_id.values():
        kind = (row["line"], row["state"])
        if kind not in offers:
            offers[kind] = _offers(actor, *kind)
        row.update(_derived(row, now), moves=offers[kind])
    for line in {row["line"] for row in by_id.values()}:
        if line in _BESIDE:
            for pk, more in _BESIDE[line](actor, ids).items():
                by_id[pk].update(more)
    return [by_id[pk] for pk in ids if pk in by_id]


def stale_level(days: int | None) -> int:
    """How strongly a row is tinted by the days since it was last worked: 0 (today) to 4 (never, or long ago)."""
    if days is None:
        return 4
    return next((level for level, most in enumerate((1, 3, 7, 14)) if days <= most), 4)


def _derived(row: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    line = line_of(row["line"])
    state = line.state_by_code.get(row["state"])
    worked = row["last_worked_at"]
    today = clock.local(now).date()
    days = (today - clock.local(worked).date()).days if worked else None
    return {
        "state_label": line.label_of(row["state"]),
        "state_tone": state.tone if state else "live",
        "is_open": bool(state and state.is_open),
        "days_left": (row["term_on"] - today).days
        if row["term_on"] and state and state.counts_days
        else None,
        "days_since_work": days,
        "stale_level": stale_level(days),
        "tags": row["tags"] or [],
    }


def _offers(actor: Actor, line: str, state: str) -> list[dict[str, Any]]:
    """The moves this person may make on any case in this state."""
    return [
        {
            "code": move.code,
            "label": move.label,
            "reason": move.reason,
            "needs": list(move.needs),
            "options": list(move.options),
            "tone": move.tone,
            "bulk": move.bulk,
        }
        for move in moves_for(actor, Case(line=line, state=state))
    ]
