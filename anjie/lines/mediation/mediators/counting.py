"""Which appointments count as what, by the state and the outcome of their cases."""

from __future__ import annotations

from django.db.models import Q

from anjie.lines.mediation import moves
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.mediators.models import Appointment

_HELD = (Appointment.State.ASKED, Appointment.State.ACCEPTED, Appointment.State.DONE)
_SUCCESS = (Dispute.Outcome.AGREED, Dispute.Outcome.CONFIRMED)


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
    return ended(prefix) & Q(**{f"{prefix}case__dispute__outcome__in": _SUCCESS})
