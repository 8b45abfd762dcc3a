"""What waits in mediation for whoever signs in: each figure opens the queue it was counted in."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from anjie.access.actors import Actor
from anjie.access.deeds import Deed
from anjie.desk.public import cases_for
from anjie.foundation import clock
from anjie.lines.mediation import moves
from anjie.lines.mediation.deeds import ArchiveDeed, FilingDeed, ReviewDeed, SessionDeed
from anjie.lines.mediation.mediators.models import Appointment
from anjie.services.people.deeds import PeopleDeed
from anjie.services.people.queries import waiting
from anjie.services.people.rules import Standing

DUE_SOON_DAYS = 7
WORKS = (ReviewDeed.DECIDE, ReviewDeed.CONSENT, FilingDeed.DECIDE, SessionDeed.MEDIATE, ArchiveDeed.FINAL)
# deed, states waited in, key, label, page, what its list is asked
QUEUES: tuple[tuple[Deed, tuple[str, ...], str, str, str, dict[str, str]], ...] = (
    (ReviewDeed.DECIDE, (moves.SUBMITTED, moves.SECOND_REVIEW), "disputes_review", "调解申请待审核",
     "disputes_review", {}),
    (ReviewDeed.CONSENT, (moves.CONSENTING,), "disputes_consent", "待确认调解意愿", "disputes_consent", {}),
    (FilingDeed.DECIDE, (moves.AWAITING_FILING,), "disputes_filing", "调解待立案", "disputes_filing",
     {"state": moves.AWAITING_FILING}),
    (FilingDeed.ASSIGN, (moves.AWAITING_MEDIATOR,), "disputes_assign", "待分配调解员", "disputes_filing",
     {"state": moves.AWAITING_MEDIATOR}),
)  # fmt: skip


def works_disputes(actor: Actor) -> bool:
    """Whether disputes are part of what this membership is there for."""
    return any(actor.may(deed) for deed in WORKS)


def needs(actor: Actor) -> list[dict[str, Any]]:
    """The queues this person works, with how many wait in each; a mediator's own cases too, enterprises to be reviewed."""
    found = [
        _need(key, label, page, query, cases_for(actor, deed).filter(state__in=states).count())
        for deed, states, key, label, page, query in QUEUES
        if actor.may(deed)
    ]
    if actor.may(SessionDeed.MEDIATE) and actor.membership_id:
        found += _of_a_mediator(actor, actor.membership_id, clock.today())
    if actor.may(PeopleDeed.VERIFY) and (count := waiting(actor)):
        found.append(
            _need("enterprises", "企业认证待审核", "enterprises", {"state": Standing.WAITING.value}, count)
        )
    return found


def _of_a_mediator(actor: Actor, membership_id: int, today: date) -> list[dict[str, Any]]:
    asked = Appointment.objects.filter(
        mediator_id=membership_id, state=Appointment.State.ASKED, ended_at__isnull=True
    )
    last = today + timedelta(days=DUE_SOON_DAYS)
    mediating = cases_for(actor, SessionDeed.MEDIATE).filter(state=moves.MEDIATING)
    soon = {"state": moves.MEDIATING, "term_to": last.isoformat()}
    return [
        _need("disputes_asked", "调解案件待接受", "disputes", {"asked_of": str(membership_id)}, asked.count()),
        _need("disputes_mine", "调解中的案件", "disputes", {"state": moves.MEDIATING}, mediating.count()),
        _need("disputes_due", f"{DUE_SOON_DAYS} 天内到调解期限", "disputes", soon,
              mediating.filter(term_on__lte=last).count()),
    ]  # fmt: skip


def _need(key: str, label: str, page: str, query: dict[str, str], count: int) -> dict[str, Any]:
    return {"key": key, "label": label, "page": page, "query": query, "count": count}
