"""What a pause does to a case's term: kept with its reason, and its end moved by the days the clock stood still."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Case as Choose
from django.db.models import CharField, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce, Concat

from anjie.access.actors import Actor
from anjie.access.deeds import Deed
from anjie.desk.public import cases_for, record_each, set_terms
from anjie.foundation import clock
from anjie.services.terms.models import PauseReason, TermPause
from anjie.services.terms.rules import Stop, moved_on

CHUNK = 1_000
_LANDS: dict[str, Callable[[date], date]] = {}
Placed = tuple[int, int | None, date | None]
"""A case's id, whose client it is, and when its term ends."""


def lands(line: str, rule: Callable[[date], date]) -> None:
    """Say on which day a term of this line ends that would end on the given one."""
    _LANDS[line] = rule


def begin(
    actor: Actor,
    cases: Iterable[Placed],
    reason: PauseReason | None,
    note: str,
    stops: Callable[[int | None], bool],
) -> None:
    """Pause these cases from today on; ``stops`` says by client whether the clock stands still for the reason.

    A term that is over does not stand still: it has nothing left to run.
    """
    now, today = clock.now(), clock.today()
    pauses = [
        TermPause(
            case_id=case_id,
            reason=reason,
            note=note[:500],
            stops_clock=reason is not None and stops(client) and not (term_on and term_on < today),
            from_on=today,
            counts_from=today,
            began_by_id=actor.membership_id,
            began_at=now,
            term_before=term_on,
            term_after=term_on,
        )
        for case_id, client, term_on in cases
    ]
    TermPause.objects.bulk_create(pauses, batch_size=CHUNK)
    if reason:
        record_each(
            actor,
            "term.pause_began",
            {one.case_id: {"label": reason.label, "clock": _clock(one)} for one in pauses},
        )


def end(actor: Actor, case_ids: list[int]) -> None:
    """Cases are paused no longer, for whatever reason: the pause ends today and the term is where it belongs."""
    pauses = _open(case_ids)
    _move(actor, pauses)
    for one in pauses:
        one.to_on, one.ended_at, one.ended_by_id = clock.today(), clock.now(), actor.membership_id
    TermPause.objects.bulk_update(pauses, ["to_on", "ended_at", "ended_by"], batch_size=CHUNK)
    record_each(
        actor,
        "term.pause_ended",
        {
            one.case_id: {
                "days": one.days,
                "old_term_on": str(one.term_before),
                "new_term_on": str(one.term_after),
            }
            for one in pauses
            if one.term_before and one.term_after and one.term_after > one.term_before
        },
    )


def _clock(pause: TermPause) -> str:
    if pause.stops_clock:
        return "期限停算"
    return "期限已届满" if pause.term_before and pause.term_before < pause.from_on else "期限照算"


def stand_still(actor: Actor, line: str, deed: Deed) -> int:
    """Move the term of every case of the line whose clock stands still today; returns how many moved.

    It is computed from the day before the pause, so a missed or repeated run changes nothing.
    """
    ids = list(standing_still().filter(case__line=line).order_by("case_id"))
    return sum(_stand_still(actor, deed, ids[at : at + CHUNK]) for at in range(0, len(ids), CHUNK))


def standing_still() -> QuerySet[TermPause, int]:
    """The cases whose clock stands still now."""
    return TermPause.objects.filter(to_on=None, stops_clock=True).values_list("case_id", flat=True)


def pauses_of(cases: Any) -> list[dict[str, Any]]:
    """Every pause of these cases, the latest first: why, from when to when, and what it moved."""
    rows = TermPause.objects.filter(case__in=cases).order_by("-pk")
    return [
        {
            "id": row.pk,
            "reason": row.reason.label if row.reason else "",
            "note": row.note,
            "stops_clock": row.stops_clock,
            "from_on": row.from_on,
            "to_on": row.to_on,
            "days": row.days,
            "old_term_on": row.term_before,
            "new_term_on": row.term_after,
            "began_by": row.began_by.account.name if row.began_by else "",
            "began_at": row.began_at,
            "ended_by": row.ended_by.account.name if row.ended_by else "",
            "ended_at": row.ended_at,
        }
        for row in rows.select_related("reason", "began_by__account", "ended_by__account")
    ]


@transaction.atomic
def _stand_still(actor: Actor, deed: Deed, case_ids: list[int]) -> int:
    cases = cases_for(actor, deed).filter(pk__in=case_ids).order_by("pk")
    return _move(actor, _open(list(cases.select_for_update(of=("self",)).values_list("pk", flat=True))))


def _open(case_ids: list[int]) -> list[TermPause]:
    """The pauses of these cases that have not ended; the caller has locked the cases."""
    rows = TermPause.objects.filter(case_id__in=case_ids, to_on=None).select_related("case")
    return list(rows.order_by("case_id"))


def _move(actor: Actor, pauses: list[TermPause]) -> int:
    """Write where each term ends by today; a term given anew since runs from that day on."""
    today = clock.today()
    terms: dict[int, date] = {}
    for one in pauses:
        if one.case.term_on != one.term_after:
            one.term_before, one.counts_from = one.case.term_on, today
        one.term_after = one.term_before
        if one.stops_clock and one.term_before:
            one.term_after = moved_on(one.term_before, [Stop(one.counts_from, today)])
            if one.term_after > one.term_before and one.case.line in _LANDS:
                one.term_after = _LANDS[one.case.line](one.term_after)
        if one.term_after and one.term_after != one.case.term_on:
            terms[one.case_id] = one.term_after
    set_terms(actor, terms)
    TermPause.objects.bulk_update(pauses, ["term_before", "term_after", "counts_from"], batch_size=CHUNK)
    return len(terms)


def clock_note() -> Coalesce:
    """In words, why the term of a case ends where it does: its clock stands still now, or stood still."""
    told = (
        TermPause.objects.filter(case=OuterRef("pk"), stops_clock=True)
        .filter(
            Q(to_on=None)
            | Q(
                term_after=OuterRef("term_on"),
                term_after__gt=F("term_before"),
            )
        )
        .order_by("-pk")
        .annotate(
            told=Concat(
                Choose(When(to_on=None, then=Value("停算中：")), default=Value("停算后顺延：")),
                F("reason__label"),
                output_field=CharField(),
            )
        )
        .values("told")[:1]
    )
    return Coalesce(Subquery(told), Value(""))
