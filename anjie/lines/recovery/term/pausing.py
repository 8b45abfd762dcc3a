"""What a pause does to a placement's term: kept with its reason, and the recall day moved by the days it stood still."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Case as Choose
from django.db.models import CharField, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, Concat

from anjie.access.actors import Actor
from anjie.desk.public import cases_for, record_each, set_terms
from anjie.foundation import clock
from anjie.lines.recovery.deeds import PlacementDeed, TermDeed
from anjie.lines.recovery.placement.models import ClientContract
from anjie.lines.recovery.term.models import TermPause
from anjie.services.terms.pause_reasons import reason_of
from anjie.services.terms.rules import Stop, moved_on

LINE = "recovery"
CHUNK = 1_000


def began(actor: Actor, case_ids: list[int], facts: Mapping[str, Any]) -> None:
    """Cases were paused: from today on, and with the clock standing still where reason and client say so.

    A term that is over does not stand still: it has nothing left to run.
    """
    code = facts.get("pause_reason")
    reason = reason_of(LINE, code) if code else None
    own = dict(ClientContract.objects.values_list("client_id", "pause_overrides")) if reason else {}
    now, today = clock.now(), clock.today()
    cases = cases_for(actor, PlacementDeed.PAUSE).filter(pk__in=case_ids)
    pauses = [
        TermPause(
            case_id=case_id,
            reason=reason,
            note=str(facts.get("reason") or "")[:500],
            stops_clock=reason is not None
            and own.get(client, {}).get(reason.code, reason.stops_clock)
            and not (term_on and term_on < today),
            from_on=today,
            counts_from=today,
            began_by_id=actor.membership_id,
            began_at=now,
            term_before=term_on,
            term_after=term_on,
        )
        for case_id, client, term_on in cases.values_list("pk", "organisation_id", "term_on")
    ]
    TermPause.objects.bulk_create(pauses, batch_size=CHUNK)
    if reason:
        record_each(
            actor,
            "term.pause_began",
            {one.case_id: {"label": reason.label, "clock": _clock(one)} for one in pauses},
        )


def ended(actor: Actor, case_ids: list[int], facts: Mapping[str, Any]) -> None:
    """Cases are paused no longer, by whatever move: the pause ends today and the recall day is where it belongs."""
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


def stand_still(actor: Actor) -> int:
    """Move the recall day of every placement whose clock stands still today; returns how many moved.

    It is computed from the day before the pause, so a missed or repeated run changes nothing.
    """
    open_now = TermPause.objects.filter(to_on=None, stops_clock=True)
    ids = list(open_now.order_by("case_id").values_list("case_id", flat=True))
    return sum(_stand_still(actor, ids[begin : begin + CHUNK]) for begin in range(0, len(ids), CHUNK))


@transaction.atomic
def _stand_still(actor: Actor, case_ids: list[int]) -> int:
    cases = cases_for(actor, TermDeed.DUE_SEE).filter(pk__in=case_ids).order_by("pk")
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
        if one.term_after and one.term_after != one.case.term_on:
            terms[one.case_id] = one.term_after
    set_terms(actor, terms)
    TermPause.objects.bulk_update(pauses, ["term_before", "term_after", "counts_from"], batch_size=CHUNK)
    return len(terms)


def clock_note() -> Coalesce:
    """In words, why the recall day of a case stands where it does: its clock stands still now, or stood still."""
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
