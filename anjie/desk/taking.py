"""The cases a list shows, all of them and in its order: what an export holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, F, Func, IntegerField, QuerySet, TextField, Value

from anjie.access.actors import Actor
from anjie.access.deeds import Deed
from anjie.desk.filters import filtered, query_of
from anjie.desk.models import Case
from anjie.desk.sorts import Sort, order_of


def taken(
    actor: Actor, deed: Deed, line: str, asked: Mapping[str, Any], ids: Sequence[int] | None, sort: str
) -> QuerySet[Case]:
    """Every case of the line's list within reach that ``asked`` finds (of ``ids``, where given), in the list's order."""
    query = query_of(line, asked)
    order = order_of(actor, query.sorts, sort)
    cases = filtered(actor, deed, query)
    if ids is not None:
        cases = cases.filter(pk__in=ids)
    by = _key(cases, order.sort)
    # A column that is never blank is ordered as its index is, so that the first rows come at once.
    blanks = {"nulls_last": True} if order.sort.nullable or order.sort.rank else {}
    if order.descending:
        return cases.order_by(by.desc(**blanks), "-pk")
    return cases.order_by(by.asc(**blanks), "pk")


def _key(cases: QuerySet[Case], sort: Sort) -> Any:
    """What rows are ordered by; a column of few values by the place its values have among each other."""
    if sort.rank is None:
        return F(sort.field)
    values = list(cases.order_by().values_list(sort.field, flat=True).distinct())
    keys = sort.rank([value for value in values if value not in (None, "")])
    ordered = sorted(keys, key=lambda value: keys[value])
    texts = any(isinstance(value, str) for value in ordered)
    kept = ArrayField(TextField() if texts else BigIntegerField())
    return Func(
        Value(ordered, output_field=kept),
        F(sort.field),
        function="array_position",
        template="%(function)s(%(expressions)s" + ("::text)" if texts else "::bigint)"),
        output_field=IntegerField(),
    )
