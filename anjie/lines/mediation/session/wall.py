"""Who stands inside a mediation: its mediators who took it, and the parties of its two sides; everybody else finds nothing."""

from __future__ import annotations

from anjie.access.actors import Actor
from anjie.access.deeds import PartyDeed
from anjie.desk.public import Case, Party, case_for, line_of
from anjie.foundation.refusals import NotFound, Refusal
from anjie.lines.mediation import moves
from anjie.lines.mediation.deeds import SessionDeed
from anjie.lines.mediation.mediators.models import Appointment
from anjie.lines.mediation.session.rules import not_open
from anjie.lines.mediation.sides import side_of

TAKEN = (Appointment.State.ACCEPTED, Appointment.State.DONE)
WORKING = (moves.MEDIATING,)
TALKING = (moves.MEDIATING, moves.CLOSING, moves.SIGNING)


def as_mediator(actor: Actor, case_id: int, *, lock: bool = False) -> Case:
    """The case, for who mediates it and has taken it. No permission replaces the appointment, no role sees past it."""
    case = case_for(actor, SessionDeed.MEDIATE, case_id, lock=lock)
    own = Appointment.objects.filter(case=case, mediator_id=actor.membership_id or 0)
    if own.filter(state__in=TAKEN).exists():
        return case
    if own.filter(state=Appointment.State.ASKED).exists():
        raise Refusal(
            "session.not_accepted",
            f"您还没有接受案件 {case.no}。请先在“调解员”中接受案件，并声明没有利害关系。",
        )
    raise NotFound("案件")


def as_side(actor: Actor, case_id: int, *, lock: bool = False) -> tuple[Case, Party]:
    """The case and the party of it that this account acts for."""
    case = case_for(actor, PartyDeed.TAKE_PART, case_id, lock=lock)
    party = side_of(case, actor.own_account_id)
    if party is None:
        raise NotFound("案件")
    return case, party


def mediators_of(case_id: int) -> list[int]:
    """The memberships that mediate the case now and have taken it."""
    going = Appointment.objects.filter(
        case_id=case_id, state=Appointment.State.ACCEPTED, ended_at__isnull=True
    )
    return list(going.order_by("id").values_list("mediator_id", flat=True))


def require_state(case: Case, among: tuple[str, ...], what: str) -> None:
    """Refuse ``what`` unless the case stands in one of these states."""
    refusal = not_open(case.no, case.state, line_of(case.line).label_of(case.state), among, what)
    if refusal:
        raise refusal
