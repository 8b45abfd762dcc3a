"""Which appointments count as what, by the state and the outcome of their cases."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q

from anjie.desk.public import day_begins
from anjie.foundation.refusals import Invalid
from anjie.lines.mediation import moves
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


def going_on(prefix: str = "") -> Q:
    """Those he still mediates, or whose papers wait for signatures."""
    return held(prefix) & Q(**{f"{prefix}case__state__in": moves.GOING_ON})


def ended(prefix: str = "") -> Q:
    """Those that were closed, with whatever outcome."""
    return held(prefix) & Q(**{f"{prefix}case__state__in": moves.ENDED})


def succeeded(prefix: str = "") -> Q:
    """Those that were closed with an agreement, confirmed by a court or not."""
    return ended(prefix) & Q(**{f"{prefix}case__dispute__outcome__in": SUCCESS})


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
