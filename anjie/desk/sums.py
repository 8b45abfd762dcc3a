"""The sums kept beside the cases: which questions they answer exactly, how they are folded, proved and made anew."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import connection, transaction
from django.db.models import Q, QuerySet

from anjie.access.actors import Actor
from anjie.access.deeds import Deed
from anjie.desk.filters import CaseQuery, Filter, among, filtered, in_units, is_, worked_since
from anjie.desk.models import Case, CaseSum
from anjie.desk.reach import summed_reach_of
from anjie.desk.sorts import Order
from anjie.desk.totals import expected

SUMMED: Mapping[str, Filter] = {
    "client": among("organisation_id"),
    "batch": among("batch_id"),
    "unit": Filter(in_units),
    "state": among("state"),
    "is_open": is_("is_open"),
    "unassigned": Filter(lambda actor, yes: Q(is_held=not yes)),
}
"""The filters that narrow sums as they narrow cases. A line's query asks more: then the cases themselves are summed."""
RANKED = frozenset({"organisation_id", "batch_id", "unit_id", "state"})

_KINDS = "line, state, is_open, is_held, unit_id, organisation_id, batch_id"
_SUMS = "sum(cases), sum(amount), sum(settled_amount), sum(balance)"
_SOME = "sum(cases) <> 0 OR sum(amount) <> 0 OR sum(settled_amount) <> 0 OR sum(balance) <> 0"
_COUNTED = (
    "SELECT line, state, closed_at IS NULL, holder_id IS NOT NULL, coalesce(unit_id, 0), organisation_id,"
    " coalesce(batch_id, 0), count(*), sum(amount), sum(settled_amount), sum(balance)"
    " FROM desk_case GROUP BY 1, 2, 3, 4, 5, 6, 7"
)
_ALONE = "hashtext('anjie.desk.sums')"
# What a second folder at the same moment finds gone it does not count: exact without any lock, quicker with one.
_FOLD = f"""
WITH several AS MATERIALIZED (SELECT {_KINDS} FROM desk_casesum GROUP BY {_KINDS} HAVING count(*) > 1),
gone AS (DELETE FROM desk_casesum USING several WHERE ({", ".join(f"desk_casesum.{kind}" for kind in _KINDS.split(", "))})
    = ({", ".join(f"several.{kind}" for kind in _KINDS.split(", "))}) RETURNING desk_casesum.*)
INSERT INTO desk_casesum ({_KINDS}, cases, amount, settled_amount, balance)
SELECT {_KINDS}, {_SUMS} FROM gone GROUP BY {_KINDS} HAVING {_SOME}
"""
_WRONG = f"""
WITH kept AS (SELECT {_KINDS}, {_SUMS} FROM desk_casesum GROUP BY {_KINDS} HAVING {_SOME}), counted AS ({_COUNTED})
SELECT count(*) FROM (
    SELECT {_KINDS} FROM (TABLE kept EXCEPT TABLE counted) more
    UNION SELECT {_KINDS} FROM (TABLE counted EXCEPT TABLE kept) fewer (
        {_KINDS}, cases, amount, settled_amount, balance)
) differing
"""


def summed(actor: Actor, query: CaseQuery, order: Order) -> QuerySet[CaseSum] | None:
    """The kept sums that add up to exactly the cases ``filtered`` gives; None where they are not divided so."""
    asked = query.asked()
    if not asked.keys() <= SUMMED.keys() or (order.sort.rank and order.sort.field not in RANKED):
        return None
    reach = summed_reach_of(actor)
    if reach is None:
        return None
    found = CaseSum.objects.filter(reach)
    if query.line:
        found = found.filter(line=query.line)
    for name, value in asked.items():
        found = found.filter(SUMMED[name].condition(actor, value))
    return found


def summed_but(
    actor: Actor, deed: Deed, query: CaseQuery, order: Order
) -> tuple[QuerySet[CaseSum], QuerySet[Case]] | None:
    """For “idle for so many days”: the kept sums of the question without it, and the cases it leaves out.

    None where sums are not divided so, or where more cases are left out than found.
    """
    if query.idle_days is None or order.sort.rank:
        return None
    whole = query.model_copy(update={"idle_days": None})
    kept = summed(actor, whole, order)
    if kept is None:
        return None
    worked = filtered(actor, deed, whole).filter(worked_since(query.idle_days))
    idle = filtered(actor, deed, query)
    return (kept, worked) if expected(worked) <= expected(idle) else None


@transaction.atomic
def fold() -> None:
    """Make one row of what adds up; not while somebody else does. Readers see the same sums before and after."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT pg_try_advisory_xact_lock({_ALONE})")
        if cursor.fetchone()[0]:
            cursor.execute(_FOLD)


def wrong() -> int:
    """How many kinds of case have kept sums that differ from the cases': 0 unless somebody went round the triggers."""
    with connection.cursor() as cursor:
        cursor.execute(_WRONG)
        return int(cursor.fetchone()[0])


@transaction.atomic
def recount() -> None:
    """Make all sums anew from the cases; nobody changes a case meanwhile."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT pg_advisory_xact_lock({_ALONE})")
        cursor.execute("LOCK TABLE desk_case IN SHARE MODE")
        cursor.execute("DELETE FROM desk_casesum")
        cursor.execute(
            f"INSERT INTO desk_casesum ({_KINDS}, cases, amount, settled_amount, balance) {_COUNTED}"
        )
