"""Which appointments count as what, by how their cases ended."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum

from anjie.desk.public import day_begins
from anjie.foundation.refusals import Invalid
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.mediators.models import Appointment

_HELD = (Appointment.State.ASKED, Appointment.State.ACCEPTED, Appointment.State.DONE)
SUCCESS = (Dispute.Outcome.AGREED, Dispute.Outcome.CONFIRMED)
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

    def count(self, outcome: str, many: int, took: int | None, measured: int) -> None:
        """Add so many with this outcome; blank is of cases that have not ended."""
        self.total += many
        if outcome == Dispute.Outcome.NONE:
            self.going_on += many
            return
        self.ended += many
        self.succeeded += many if outcome in SUCCESS else 0
        self.took += took or 0
        self.measured += measured


def tallies(appointments: QuerySet[Appointment]) -> dict[int, Tally]:
    """The tally of each mediator with appointments among these, from what is kept of how their cases ended."""
    rows = (
        appointments.order_by()
        .values_list("mediator_id", "outcome")
        .annotate(many=Count("*"), took=Sum("days"), measured=Count("days"))
    )
    found: dict[int, Tally] = defaultdict(Tally)
    for mediator_id, outcome, many, took, measured in rows:
        found[mediator_id].count(outcome, many, took, measured)
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
