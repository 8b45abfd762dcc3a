"""The cases an assignment is about: by id, by the list's own filter, or by who holds them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from anjie.access.actors import Actor
from anjie.access.deeds import Deed
from anjie.desk.public import Case, cases_for, filtered, query_of


def select(
    actor: Actor, deed: Deed, *, ids: Sequence[int] = (), query: Mapping[str, Any] | None = None
) -> QuerySet[Case]:
    """Recovery cases within reach: those with these ids, else those the case list shows for ``query``."""
    if ids:
        wanted = RawSQL("SELECT unnest(%s::bigint[])", [list(ids)])
        return cases_for(actor, deed).filter(pk__in=wanted)
    return filtered(actor, deed, query_of("recovery", query or {}))
