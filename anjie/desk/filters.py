"""What a list of cases can be asked: each filter is one field of the query and one line of its table.

A line extends :class:`CaseQuery` with what only it knows and registers that. The same query decides what a
list shows, what its totals sum, what a bulk move or an assignment applies to, and what an export holds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Annotated, Any, ClassVar

from django.db.models import Q, QuerySet
from pydantic import BaseModel, ConfigDict, Field, model_validator

from anjie.access.actors import Actor
from anjie.access.deeds import Deed
from anjie.access.models import Organisation
from anjie.desk.custom_filters import custom_condition
from anjie.desk.models import Case, CaseSearch
from anjie.desk.query_fields import Day, Ids, Money, Text, Words, some
from anjie.desk.reach import cases_for
from anjie.desk.search import matching
from anjie.desk.sorts import CASE_SORTS, Sort
from anjie.foundation import clock
from anjie.foundation.refusals import Forbidden, Invalid

Condition = Callable[[Actor, Any], Q]


class CaseQuery(BaseModel):
    """Filters on cases of any line; those left out do not narrow. Ranges include both ends.

    ``unit`` includes the units below it. ``idle_days`` asks for what nobody worked for so many days, never
    worked included. ``custom`` holds ``code:value`` (``code:from..to`` for numbers, amounts and dates).
    ``q`` is a name or part of one, a case, serial or contract number, or (for who may look up) a whole ID,
    card or phone number.
    """

    model_config = ConfigDict(extra="forbid")

    q: Text | None = None
    client: Ids = None
    batch: Ids = None
    unit: Ids = None
    holder: Ids = None
    clerk: Ids = None
    unassigned: bool | None = None
    state: Words = None
    is_open: bool | None = None
    category: Words = None
    region: Words = None
    colour: Words = None
    tags: Words = None
    amount_from: Money = None
    amount_to: Money = None
    settled_from: Money = None
    settled_to: Money = None
    balance_from: Money = None
    balance_to: Money = None
    opened_from: Day = None
    opened_to: Day = None
    assigned_from: Day = None
    assigned_to: Day = None
    closed_from: Day = None
    closed_to: Day = None
    term_from: Day = None
    term_to: Day = None
    last_worked_from: Day = None
    last_worked_to: Day = None
    never_worked: bool | None = None
    idle_days: Annotated[int | None, Field(ge=0, le=3650)] = None
    next_work_from: Day = None
    next_work_to: Day = None
    custom: Words = None

    line: ClassVar[str] = ""
    filters: ClassVar[dict[str, Filter]]
    sorts: ClassVar[dict[str, Sort]] = CASE_SORTS

    @model_validator(mode="before")
    @classmethod
    def _blanks_do_not_narrow(cls, given: Any) -> Any:
        return (
            {key: value for key, value in given.items() if some(value)} if isinstance(given, dict) else given
        )

    def asked(self) -> dict[str, Any]:
        """The filters that are set, by name: what a bulk deed puts on record."""
        return {name: value for name in type(self).model_fields if some(value := getattr(self, name))}


@dataclass(frozen=True)
class Filter:
    """How one filter narrows; ``deed`` is what its field needs to be seen, so that it is no oracle."""

    condition: Condition
    deed: Deed | None = None


def is_(field: str) -> Filter:
    """The field equals the value."""
    return Filter(lambda actor, value: Q(**{field: value}))


def among(field: str, deed: Deed | None = None) -> Filter:
    """The field is one of the values."""
    return Filter(lambda actor, values: Q(**{f"{field}__in": values}), deed)


def at_least(field: str, deed: Deed | None = None) -> Filter:
    """The field is the value or more."""
    return Filter(lambda actor, value: Q(**{f"{field}__gte": value}), deed)


def at_most(field: str, deed: Deed | None = None) -> Filter:
    """The field is the value or less."""
    return Filter(lambda actor, value: Q(**{f"{field}__lte": value}), deed)


def is_null(field: str) -> Filter:
    """The field is empty (true) or not (false)."""
    return Filter(lambda actor, value: Q(**{f"{field}__isnull": value}))


def from_day(field: str) -> Filter:
    """The instant lies on this day of ours or later."""
    return Filter(lambda actor, day: Q(**{f"{field}__gte": day_begins(day)}))


def to_day(field: str) -> Filter:
    """The instant lies on this day of ours or earlier."""
    return Filter(lambda actor, day: Q(**{f"{field}__lt": day_begins(day + timedelta(days=1))}))


def day_begins(day: date) -> datetime:
    """Midnight of this day on our clocks."""
    return datetime.combine(day, time(), clock.ZONE)


def in_units(actor: Actor, units: list[int]) -> Q:
    """The row's unit is one of these or lies below one."""
    paths = Organisation.objects.filter(pk__in=units).values_list("path", flat=True)
    below = Q()
    for path in paths:
        below |= Q(path__startswith=path)
    found = Organisation.objects.filter(below).values_list("pk", flat=True) if below else []
    return Q(unit_id__in=list(found))


def _in_regions(actor: Actor, regions: list[str]) -> Q:
    """江苏省 also finds 江苏省苏州市."""
    wanted = Q()
    for region in regions:
        wanted |= Q(region__startswith=region)
    return wanted


def _idle(actor: Actor, days: int) -> Q:
    return Q(last_worked_at__isnull=True) | Q(last_worked_at__lt=_idle_until(days))


def worked_since(idle_days: int) -> Q:
    """Exactly the cases that are not idle for so many days."""
    return Q(last_worked_at__gte=_idle_until(idle_days))


def _idle_until(days: int) -> datetime:
    return day_begins(clock.today() - timedelta(days=days)) + timedelta(days=1)


def _tagged(actor: Actor, tags: list[str]) -> Q:
    return Q(pk__in=CaseSearch.objects.filter(tags__overlap=tags).values("case_id"))


def _custom(actor: Actor, asked: list[str]) -> Q:

    narrowed = Q()
    for one in asked:
        narrowed &= custom_condition(one)
    return narrowed


CaseQuery.filters = {
    "q": Filter(matching),
    "client": among("organisation_id"),
    "batch": among("batch_id"),
    "unit": Filter(in_units),
    "holder": among("holder_id"),
    "clerk": among("clerk_id"),
    "unassigned": is_null("holder_id"),
    "state": among("state"),
    "is_open": is_null("closed_at"),
    "category": among("category"),
    "region": Filter(_in_regions),
    "colour": among("colour"),
    "tags": Filter(_tagged),
    "amount_from": at_least("amount"),
    "amount_to": at_most("amount"),
    "settled_from": at_least("settled_amount"),
    "settled_to": at_most("settled_amount"),
    "balance_from": at_least("balance"),
    "balance_to": at_most("balance"),
    "opened_from": from_day("opened_at"),
    "opened_to": to_day("opened_at"),
    "assigned_from": from_day("assigned_at"),
    "assigned_to": to_day("assigned_at"),
    "closed_from": from_day("closed_at"),
    "closed_to": to_day("closed_at"),
    "term_from": at_least("term_on"),
    "term_to": at_most("term_on"),
    "last_worked_from": from_day("last_worked_at"),
    "last_worked_to": to_day("last_worked_at"),
    "never_worked": is_null("last_worked_at"),
    "idle_days": Filter(_idle),
    "next_work_from": at_least("next_work_on"),
    "next_work_to": at_most("next_work_on"),
    "custom": Filter(_custom),
}


def filtered(actor: Actor, deed: Deed, query: CaseQuery) -> QuerySet[Case]:
    """The cases of the query's line within reach that it asks for, unordered.

    Asking by a field one may not see is refused: the answer would tell its value.
    """
    cases = cases_for(actor, deed)
    if query.line:
        cases = cases.filter(line=query.line)
    for name, value in query.asked().items():
        narrowing = query.filters[name]
        if narrowing.deed and not actor.may(narrowing.deed):
            raise Forbidden(narrowing.deed.value, narrowing.deed.label)
        cases = cases.filter(narrowing.condition(actor, value))
    return cases


_QUERIES: dict[str, type[CaseQuery]] = {}


def register_query(query: type[CaseQuery]) -> None:
    """Name the query of a line's own list; called once at start-up."""
    _QUERIES[query.line] = query


def query_of(line: str, asked: Mapping[str, Any]) -> CaseQuery:
    """The line's query out of a request's plain values; unknown or wrong ones are refused by name."""
    if line not in _QUERIES:
        raise Invalid("list.unknown_line", f"没有名为“{line}”的业务条线。请刷新页面后重试。", line=line)
    try:
        return _QUERIES[line].model_validate(dict(asked))
    except ValueError as wrong:
        raise _wrong_filters(wrong) from None


def _wrong_filters(wrong: ValueError) -> Invalid:
    errors = wrong.errors() if hasattr(wrong, "errors") else []
    names = list(dict.fromkeys(str(error["loc"][0]) for error in errors if error["loc"]))
    shown = "、".join(names) or "筛选"
    return Invalid("list.wrong_filter", f"筛选条件有误：{shown}。请修改筛选后重试。", fields=names)
