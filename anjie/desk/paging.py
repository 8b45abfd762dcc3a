"""Finds the ids of one page of a million cases: the way is chosen by how many match, which the totals told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import connection
from django.db.models import F, QuerySet

from anjie.desk.models import Case
from anjie.desk.sorts import Order, Sort

FEW = 10_000
"""So many rows are found first and sorted then; of more, the order's index is walked until the page is full."""


def page_ids(
    cases: QuerySet[Case],
    order: Order,
    count: int,
    offset: int,
    size: int,
    tally: Mapping[Any, int] | None = None,
) -> list[int]:
    """The ids on the page, in order. ``tally`` counts each value when the order's column has few of them."""
    size = min(size, count - offset)
    if size <= 0:
        return []
    if order.sort.rank and tally is not None:
        return _by_tally(cases, order, tally, offset, size)
    if count <= FEW:
        return _found_first(cases, order, offset, size)
    if order.sort.nullable:
        return _blanks_last(cases, order, count, offset, size)
    return _walked(cases, order, count, offset, size)


def _walked(cases: QuerySet[Case], order: Order, count: int, offset: int, size: int) -> list[int]:
    """Along the order's index; past the middle from the other end."""
    if offset > count // 2:
        backwards = Order(order.sort, not order.descending)
        return _ids(_ordered(cases, backwards), count - offset - size, size)[::-1]
    return _ids(_ordered(cases, order), offset, size)


def _blanks_last(cases: QuerySet[Case], order: Order, count: int, offset: int, size: int) -> list[int]:
    """Those with a value along the index, then the blanks: one index serves both directions."""
    field = order.sort.field
    filled = cases.filter(**{f"{field}__isnull": False})
    ids = _ids(_ordered(filled, order), offset, size)
    if len(ids) < size:
        before = offset + len(ids) if ids or offset == 0 else filled.count()
        blanks = cases.filter(**{f"{field}__isnull": True})
        newest_first = Order(Sort("id"), order.descending)
        ids += _ids(_ordered(blanks, newest_first), max(0, offset - before), size - len(ids))
    return ids


def _by_tally(
    cases: QuerySet[Case], order: Order, tally: Mapping[Any, int], offset: int, size: int
) -> list[int]:
    """Value by value in their order, reading only those the page touches."""
    sort = order.sort
    assert sort.rank
    keys = sort.rank([value for value in tally if value not in (None, "")])
    values = sorted(keys, key=lambda value: keys[value], reverse=order.descending)
    values += [value for value in tally if value not in keys]  # blanks last, whichever way
    ids: list[int] = []
    for value in values:
        if offset >= tally[value]:
            offset -= tally[value]
            continue
        same = cases.filter(**({sort.field: value} if value is not None else {f"{sort.field}__isnull": True}))
        by_id = Order(Sort("id"), order.descending)
        ids += page_ids(same, by_id, tally[value], offset, size - len(ids))
        offset = 0
        if len(ids) >= size:
            break
    return ids


def _found_first(cases: QuerySet[Case], order: Order, offset: int, size: int) -> list[int]:
    """Find all, then sort: no plan that walks an index in vain until the few turn up."""
    found = cases.order_by().values_list("pk", order.sort.field)
    sql, params = found.query.sql_with_params()
    way = "DESC" if order.descending else "ASC"
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH found (id, key) AS MATERIALIZED ({sql}) SELECT id FROM found"
            f" ORDER BY key {way} NULLS LAST, id {way} LIMIT %s OFFSET %s",
            [*params, size, offset],
        )
        return [row[0] for row in cursor.fetchall()]


def _ordered(cases: QuerySet[Case], order: Order) -> QuerySet[Case]:
    fields = [F(order.sort.field)] if order.sort.field == "id" else [F(order.sort.field), F("id")]
    return cases.order_by(*(field.desc() if order.descending else field.asc() for field in fields))


def _ids(cases: QuerySet[Case], offset: int, size: int) -> list[int]:
    return list(cases.values_list("pk", flat=True)[offset : offset + size])
