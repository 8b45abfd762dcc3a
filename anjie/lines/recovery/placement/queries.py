"""What a list of placements can be asked and shows beside the case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from django.db.models import Exists, Min, OuterRef, Q
from pydantic import Field

from anjie.access.actors import Actor
from anjie.desk.public import (
    CASE_SORTS,
    CaseQuery,
    Day,
    Event,
    Filter,
    Finder,
    Holding,
    Sort,
    Text,
    Words,
    among,
    at_least,
    at_most,
    day_begins,
    register_beside,
    register_finder,
    register_query,
)
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid
from anjie.foundation.sealed import Field as SealedField
from anjie.foundation.sealed import sealer
from anjie.lines.recovery.deeds import PlacementDeed
from anjie.lines.recovery.placement.models import Placement
from anjie.lines.recovery.work.models import Promise

Rate = Annotated[Decimal | None, Field(ge=0, le=1, allow_inf_nan=False)]
Days = Annotated[int | None, Field(ge=-100_000, le=100_000)]

HELD = r"^(any|nobody|(member|unit|under)\.\d{1,18}):\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d$"
"""``member.12:2026-01-01..2026-01-31``; ``unit`` means holders of that unit, ``under`` of those below it too."""
_RATE = PlacementDeed.SEE_COMMISSION
_FIELDS = (
    "serial_no", "contract_no", "card_mask", "card_kind", "placed_on", "recall_on", "retained_times",
    "overdue_days", "overdue_since", "principal", "latest_balance", "last_paid_on", "last_paid_amount",
    "commission_rate",
)  # fmt: skip
HIDDEN = {"commission_rate": _RATE}
"""Fields of a placement and what seeing each needs; lists, sorts and filters all ask here."""


class PlacementQuery(CaseQuery):
    """Filters on placements: those on every case, and the recovery facts beside it.

    ``promise`` asks for an open promise to pay due ``today``, ``overdue``, or within the next ``week``.
    Filtering or sorting by the commission rate needs the permission to see it. ``held`` asks who held a case at
    any time of a period (:data:`HELD`), ``recalled`` whether the client took a returned one back before its day.
    """

    serial_no: Text | None = None
    contract_no: Text | None = None
    card_kind: Words = None
    placed_from: Day = None
    placed_to: Day = None
    overdue_from: Days = None
    overdue_to: Days = None
    retained: bool | None = None
    promise: Annotated[str | None, Field(pattern="^(today|overdue|week|any)$")] = None
    rate_from: Rate = None
    rate_to: Rate = None
    held: Annotated[str | None, Field(pattern=HELD)] = None
    recalled: bool | None = None
    no_batch: bool | None = None

    line: ClassVar[str] = "recovery"
    sorts: ClassVar[dict[str, Sort]] = {
        **CASE_SORTS,
        "recall_on": Sort("term_on", nullable=True),
        "serial_no": Sort("placement__serial_no"),
        "contract_no": Sort("placement__contract_no"),
        "placed_on": Sort("placement__placed_on"),
        "overdue_days": Sort("placement__overdue_days", nullable=True),
        "principal": Sort("placement__principal", nullable=True),
        "commission_rate": Sort("placement__commission_rate", nullable=True, deed=_RATE),
    }


def _promised(actor: Actor, when: str) -> Q:
    today = clock.today()
    due = {
        "today": Q(due_on=today),
        "overdue": Q(due_on__lt=today),
        "week": Q(due_on__gte=today, due_on__lte=today + timedelta(days=7)),
        "any": Q(),
    }[when]
    promises = Promise.objects.filter(due, state=Promise.State.OPEN)
    return Q(pk__in=promises.values("case_id"))


def _held(actor: Actor, asked: str) -> Q:
    """Cases somebody held on any day of the period, as payments are credited."""
    who, _, period = asked.partition(":")
    kind, _, number = who.partition(".")
    first, last = (_day(part) for part in period.split(".."))
    found = Holding.objects.filter(
        Q(to_at__isnull=True) | Q(to_at__gt=day_begins(first)),
        role=Holding.Role.HOLDER,
        from_at__lt=day_begins(last + timedelta(days=1)),
    )
    match kind:
        case "nobody":
            found = found.none()
        case "member":
            found = found.filter(membership_id=int(number))
        case "unit":
            found = found.filter(membership__unit_id=int(number))
        case "under":
            found = found.filter(membership__unit__path__contains=f"/{int(number)}/")
    return Q(pk__in=found.values("case_id"))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Invalid("list.wrong_filter", f"“{text}”不是日期。请修改筛选后重试。", fields=["held"]) from None


def was_recalled() -> Exists:
    """Whether a returned case went back because the client recalled it."""
    return Exists(Event.objects.filter(case_id=OuterRef("pk"), verb="placement.recall"))


def _number(field: str) -> Filter:
    """A number read from a paper: as it is written, or its beginning."""
    return Filter(lambda actor, value: Q(**{f"placement__{field}__startswith": value.strip()}))


PlacementQuery.filters = {
    **CaseQuery.filters,
    "serial_no": _number("serial_no"),
    "contract_no": _number("contract_no"),
    "card_kind": among("placement__card_kind"),
    "placed_from": at_least("placement__placed_on"),
    "placed_to": at_most("placement__placed_on"),
    "overdue_from": at_least("placement__overdue_days"),
    "overdue_to": at_most("placement__overdue_days"),
    "retained": Filter(
        lambda actor, yes: Q(placement__retained_times__gt=0) if yes else Q(placement__retained_times=0)
    ),
    "promise": Filter(_promised),
    "held": Filter(_held),
    "recalled": Filter(lambda actor, yes: Q(was_recalled()) if yes else ~Q(was_recalled())),
    "no_batch": Filter(lambda actor, yes: Q(batch_id__isnull=yes)),
    "rate_from": at_least("placement__commission_rate", deed=_RATE),
    "rate_to": at_most("placement__commission_rate", deed=_RATE),
}


def beside(actor: Actor, case_ids: Sequence[int]) -> Mapping[int, Mapping[str, Any]]:
    """The recovery facts of a list's rows; what the actor may not see is blank."""
    hidden = [name for name, deed in HIDDEN.items() if not actor.may(deed)]
    found = {
        row["case_id"]: {**row, **dict.fromkeys(hidden)}
        for row in Placement.objects.filter(case_id__in=case_ids).values("case_id", *_FIELDS)
    }
    promises = Promise.objects.filter(case_id__in=case_ids, state=Promise.State.OPEN)
    promised = dict(promises.values_list("case_id").annotate(due=Min("due_on")))
    for pk, row in found.items():
        del row["case_id"]
        row["promise_due_on"] = promised.get(pk)
    return found


def cases_by_card(number: str, most: int) -> Iterable[int]:
    """Ids of the placements of a whole card number."""
    index = sealer().index(number, SealedField.CARD_NO)
    return Placement.objects.filter(card_index=index).values_list("case_id", flat=True)[:most]


def register() -> None:
    """Put the placement list on the desk; called once at start-up."""
    register_query(PlacementQuery)
    register_beside(PlacementQuery.line, beside)
    register_finder(Finder("卡号", cases_by_card))
