"""The columns a list of cases can be sorted by, and how the database gets there fast."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from anjie.access.actors import Actor
from anjie.access.deeds import Deed
from anjie.access.models import Membership, Organisation
from anjie.desk.lines import lines
from anjie.desk.models import Batch, Case
from anjie.foundation import names
from anjie.foundation.refusals import Forbidden, Invalid

Ranker = Callable[[Sequence[Any]], dict[Any, Any]]
"""The keys by which a column's few distinct values are put in order."""


@dataclass(frozen=True)
class Sort:
    """One sortable column.

    ``rank`` marks a column of few distinct values (holder, state): the list counts each value, orders the
    values and reads only those a page needs. ``deed`` is what the column needs to be seen.
    """

    field: str
    nullable: bool = False
    deed: Deed | None = None
    rank: Ranker | None = None


@dataclass(frozen=True)
class Order:
    """The order a list is asked in: a column and its direction; ties by id, blanks last."""

    sort: Sort
    descending: bool = False


def order_of(actor: Actor, sorts: dict[str, Sort], asked: str) -> Order:
    """The order behind ``-amount``; a blank one is newest first. A column one may not see is refused."""
    if not asked:
        return Order(sorts["id"], descending=True)
    sort = sorts.get(asked.removeprefix("-"))
    if sort is None:
        raise Invalid("list.unknown_sort", f"列表不能按“{asked[:40]}”排序。请换一列。", sort=asked[:40])
    if sort.deed and not actor.may(sort.deed):
        raise Forbidden(sort.deed.value, sort.deed.label)
    return Order(sort, asked.startswith("-"))


def by_text(values: Sequence[Any]) -> dict[Any, Any]:
    """Texts as people look them up: by pinyin."""
    return {value: names.pinyin_key(value) for value in values}


def by_member(values: Sequence[Any]) -> dict[Any, Any]:
    """Memberships by their person's name."""
    rows = Membership.objects.filter(pk__in=values).values_list("pk", "account__name")
    return {pk: (names.pinyin_key(name), pk) for pk, name in rows}


def by_organisation(values: Sequence[Any]) -> dict[Any, Any]:
    """Organisations by name."""
    rows = Organisation.objects.filter(pk__in=values).values_list("pk", "name")
    return {pk: (names.pinyin_key(name), pk) for pk, name in rows}


def by_batch(values: Sequence[Any]) -> dict[Any, Any]:
    """Batches by number."""
    return {pk: (no, pk) for pk, no in Batch.objects.filter(pk__in=values).values_list("pk", "no")}


def by_state(values: Sequence[Any]) -> dict[Any, Any]:
    """States as their line lists them."""
    places = {state.code: (place, state.code) for line in lines() for place, state in enumerate(line.states)}
    return {value: places.get(value, (99, value)) for value in values}


def by_colour(values: Sequence[Any]) -> dict[Any, Any]:
    """Colours as the picker shows them, uncoloured last."""
    places = {code: place or 99 for place, code in enumerate(Case.Colour.values)}
    return {value: places.get(value, 99) for value in values}


CASE_SORTS: dict[str, Sort] = {
    "id": Sort("id"),
    "no": Sort("id"),  # numbers run with the id
    "title": Sort("title_key"),
    "amount": Sort("amount"),
    "settled_amount": Sort("settled_amount"),
    "balance": Sort("balance"),
    "opened_at": Sort("opened_at"),
    "assigned_at": Sort("assigned_at", nullable=True),
    "term_on": Sort("term_on", nullable=True),
    "days_left": Sort("term_on", nullable=True),
    "first_worked_at": Sort("first_worked_at", nullable=True),
    "last_worked_at": Sort("last_worked_at", nullable=True),
    "next_work_on": Sort("next_work_on", nullable=True),
    "closed_at": Sort("closed_at", nullable=True),
    "state": Sort("state", rank=by_state),
    "category": Sort("category", rank=by_text),
    "region": Sort("region", rank=by_text),
    "colour": Sort("colour", rank=by_colour),
    "client": Sort("organisation_id", rank=by_organisation),
    "batch": Sort("batch_id", nullable=True, rank=by_batch),
    "unit": Sort("unit_id", nullable=True, rank=by_organisation),
    "holder": Sort("holder_id", nullable=True, rank=by_member),
    "clerk": Sort("clerk_id", nullable=True, rank=by_member),
}
