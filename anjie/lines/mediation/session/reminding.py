"""Daily: mediators are reminded that a term ends, parties of tomorrow's session, each once."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.db import transaction

from anjie.access.actors import Actor
from anjie.desk.public import Case, cases_for
from anjie.foundation import clock
from anjie.lines.mediation import moves
from anjie.lines.mediation import telling as staff
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.deeds import FilingDeed, SessionDeed
from anjie.lines.mediation.mediators.models import Appointment
from anjie.lines.mediation.session import telling
from anjie.lines.mediation.session.rules import REMIND_AT, reminder_due, reminder_text
from anjie.lines.mediation.session.wall import mediators_of
from anjie.services.bookings.models import Booking
from anjie.services.terms.pausing import standing_still
from anjie.services.terms.working import working_calendar


def remind_all(actor: Actor) -> int:
    """Give every reminder that is owed today and was not given yet; returns how many people were told.

    Each case is a transaction of its own, so a job that is killed goes on where it stopped; the notice's key says
    what was given.
    """
    return _terms(actor) + _appointments(actor) + _tomorrow(actor)


def _terms(actor: Actor) -> int:
    today, calendar = clock.today(), working_calendar()
    last = today + timedelta(days=max(REMIND_AT))
    ending = (
        cases_for(actor, SessionDeed.MEDIATE)
        .filter(state=moves.MEDIATING, term_on__lte=last)
        .exclude(pk__in=standing_still())
    )
    told = 0
    for case in ending.order_by("pk").iterator():
        if case.term_on is None:
            continue
        left = (case.term_on - today).days
        if (days := reminder_due(left)) is None:
            continue
        working = calendar.between(today, case.term_on) if left > 0 else 0
        told += _term(actor, case, days, reminder_text(case.no, case.term_on, left, working), left)
    return told


@transaction.atomic
def _term(actor: Actor, case: Case, days: int, text: str, left: int) -> int:
    title = "调解期限已过" if left < 0 else f"调解期限还有 {left} 天"
    key = f"session.term:{case.pk}:{case.term_on}:{days}"
    told = staff.tell_members(actor, case, mediators_of(case.pk), "session.term", title, text, key=key)
    if left < 0:
        told += staff.tell_staff(actor, case, SessionDeed.EXTEND_DECIDE, "session.term", title, text, key=key)
    return len(told)


def _appointments(actor: Actor) -> int:
    """A mediator who has not answered by his day, and those who appoint."""
    today, told = clock.today(), 0
    late = Appointment.objects.filter(
        state=Appointment.State.ASKED, ended_at__isnull=True, due_on__lte=today
    ).select_related("case", "mediator__membership__account")
    for one in late:
        text = f"案件 {one.case.no} 应于 {one.due_on} 前答复是否接受。请尽快接受或申请回避。"
        key = f"mediator.due:{one.pk}:{'late' if one.due_on < today else 'today'}"
        told += len(
            staff.tell_members(
                actor, one.case, [one.mediator_id], "mediator.due", "请答复是否接受案件", text, key=key
            )
        )
        if one.due_on < today:
            name = one.mediator.membership.account.name
            told += len(
                staff.tell_staff(
                    actor, one.case, FilingDeed.ASSIGN, "mediator.late", "调解员逾期未答复",
                    f"案件 {one.case.no}：{name}应于 {one.due_on} 前答复。请催办或改派。", key=key,
                )
            )  # fmt: skip
    return told


def _tomorrow(actor: Actor) -> int:
    """Both sides and the mediators of every session that takes place tomorrow."""
    begins = datetime.combine(clock.today() + timedelta(days=1), time.min, clock.ZONE)
    booked = Booking.objects.filter(
        cancelled_at__isnull=True,
        from_at__gte=begins,
        from_at__lt=begins + timedelta(days=1),
        case_id__in=Dispute.objects.filter(case__state=moves.MEDIATING).values("case_id"),
    ).select_related("case", "room")
    told = 0
    for one in booked:
        if one.case is None:
            continue
        key = telling.key_of("mediation.session_tomorrow", one)
        told += telling.tell_sides(
            actor, one.case, "mediation.session_tomorrow", telling.of_booking(one, "明天调解"), key=key
        )
        told += len(
            staff.tell_members(
                actor, one.case, mediators_of(one.case.pk), "mediation.session_tomorrow", "明天有调解",
                f"案件 {one.case.no}：{telling.span_of(one)}，{telling.where_of(one)}。", key=key,
            )
        )  # fmt: skip
    return told
