"""Which appointments count as what, by the state and the outcome of their cases."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from anjie.desk.public import day_begins
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid
from anjie.lines.mediation import moves
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.mediators.models import Appointment

_HELD = (Appointment.State.ASKED, Appointment.State.ACCEPTED, Appointment.State.DONE)
SUCCESS = (Dispute.Outcome.AGREED, Dispute.Outcome.CONFIRMED)
_STANDING = tuple(state.code for state in moves.STATES if state.code not in moves.ENDED)
_BY_OUTCOME = """
WITH taken (mediator_id, case_id, asked_at) AS ({taken})
SELECT mediator_id, outcome, count(*), sum(outcome_on - (asked_at AT TIME ZONE %s)::date), count(outcome_on)
FROM taken JOIN mediation_dispute USING (case_id) GROUP BY 1, 2
"""
_NOT_ENDED = """
WITH taken (mediator_id, case_id, asked_at) AS ({taken})
SELECT mediator_id, outcome, count(*), sum(outcome_on - (asked_at AT TIME ZONE %s)::date), count(outcome_on), state
FROM taken JOIN mediation_dispute USING (case_id) JOIN desk_case c ON c.id = case_id
WHERE c.line = 'mediation' AND state = ANY(%s) GROUP BY 1, 2, state
"""
_WORD = re.compile(r"(\d{1,18}):((?:19|20|21)\d\d-\d\d-\d\d)?\.\.((?:19|20|21)\d\d-\d\d-\d\d)?")


@dataclass(frozen=True)
class Period:
    """Appointments made from a day to a day, both counted; null is open."""

    since: date | None = None
    until: date | None = None

    def of(self, field: str = "asked_at") -> Q:
        """The period as a condition on the instant of this name."""
        found = Q()
        if self.since:
            found &= Q(**{f"{field}__gte": day_begins(self.since)})
        if self.until:
            found &= Q(**{f"{field}__lt": day_begins(self.until + timedelta(days=1))})
        return found

    def word(self, mediator_id: int) -> str:
        """What the list of cases is asked for those one mediator was appointed to in the period."""
        return f"{mediator_id}:{self.since or ''}..{self.until or ''}"


def held(prefix: str = "") -> Q:
    """Cases that are or were his to the end: not those he declined or that were given to another."""
    return Q(**{f"{prefix}state__in": _HELD})


@dataclass
class Tally:
    """What became of one mediator's cases; ``took`` is the days of the ``measured`` ones together."""

    total: int = 0
    going_on: int = 0
    """Those he still mediates, or whose papers wait for signatures."""
    ended: int = 0
    """Those that were closed, with whatever outcome."""
    succeeded: int = 0
    """Those that were closed with an agreement, confirmed by a court or not."""
    took: int = 0
    measured: int = 0

    def count_ended(self, outcome: str, many: int, took: int, measured: int) -> None:
        """Count so many as ended with this outcome; fewer than none takes them away again."""
        self.ended += many
        self.succeeded += many if outcome in SUCCESS else 0
        self.took += took
        self.measured += measured


def tallies(appointments: QuerySet[Appointment]) -> dict[int, Tally]:
    """The tally of each mediator with appointments among these.

    All are counted by outcome without their cases; those of cases that have not ended, which are few, are told apart.
    """
    found: dict[int, Tally] = defaultdict(Tally)
    rows = appointments.order_by().values_list("mediator_id", "case_id", "asked_at")
    try:
        taken, values = rows.query.sql_with_params()
    except EmptyResultSet:  # of no mediators
        return found
    with connection.cursor() as cursor:
        cursor.execute(_BY_OUTCOME.format(taken=taken), [*values, str(clock.ZONE)])
        for mediator_id, outcome, many, took, measured in cursor.fetchall():
            tally = found[mediator_id]
            tally.total += many
            tally.count_ended(outcome, many, took or 0, measured)
        cursor.execute(_NOT_ENDED.format(taken=taken), [*values, str(clock.ZONE), list(_STANDING)])
        for mediator_id, outcome, many, took, measured, state in cursor.fetchall():
            tally = found[mediator_id]
            tally.going_on += many if state in moves.GOING_ON else 0
            tally.count_ended(outcome, -many, -(took or 0), -measured)
    return found


def appointed(word: str) -> Q:
    """The cases that a period's word asks for: exactly those its figures count."""
    found = _WORD.fullmatch(word)
    try:
        mediator_id, since, until = found.groups() if found else ("", "", "")
        period = Period(*(date.fromisoformat(day) if day else None for day in (since, until)))
        asked = Appointment.objects.filter(held(), period.of(), mediator_id=int(mediator_id))
    except ValueError:
        raise Invalid(
            "list.wrong_filter",
            f"“{word[:40]}”不是调解员和分配日期。请从评优页面重新点开。",
            fields=["appointed"],
        ) from None
    return Q(Exists(asked.filter(case_id=OuterRef("pk"))))
