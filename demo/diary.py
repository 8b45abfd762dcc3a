"""The mediation rooms of the demo world from last week to the end of next: what was held, and what is booked."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Max

from anjie.access.actors import Actor
from anjie.desk.public import Event
from anjie.foundation import clock
from anjie.lines.mediation.mediators.models import Appointment
from anjie.lines.mediation.session import records
from anjie.services.bookings.actions import book_room
from anjie.services.bookings.models import Booking, Room
from anjie.services.terms.working import working_calendar
from demo.story import attempt, moment

SLOTS = ((9, 0, 10, 30), (10, 30, 12, 0), (14, 0, 15, 30), (15, 30, 17, 0))
BUSY = 0.4
"""How many of a room's slots are taken."""
HELD = (
    "双方到场，各自陈述。申请人出示票据，被申请人对其中两笔有异议，约定核对后再谈。",
    "分别沟通后双方差距缩小，已提出折中方案，双方表示回去与家人商量。",
    "到场核对清单，双方确认数额无误，对付款期数还有分歧，另约时间。",
)


@dataclass
class _Talk:
    """A dispute that is being mediated, by whom, and when something last happened on it."""

    case_id: int
    mediator: Actor
    last_at: datetime


def keep_diary(mediators: list[Actor], today: date) -> None:
    """Book rooms for those who mediate; what lies before today was held and noted. Its dice are its own."""
    dice = random.Random(20261)
    talks = _going_on(mediators)
    rooms = list(Room.objects.filter(is_active=True).order_by("id"))
    if not talks or not rooms:
        return
    turn = 0
    for day in _days(today):
        for room in rooms:
            for from_hour, from_minute, to_hour, to_minute in SLOTS:
                if dice.random() >= BUSY:
                    continue
                span = moment(day, from_hour, from_minute), moment(day, to_hour, to_minute)
                turn += 1
                for step in range(len(talks)):
                    talk = talks[(turn + step) % len(talks)]
                    if _book(talk, room, span, today, dice) is not None:
                        break


def _days(today: date) -> Iterator[date]:
    monday = today - timedelta(days=today.weekday())
    calendar = working_calendar()
    for number in range(-7, 14):
        day = monday + timedelta(days=number)
        if calendar.is_working(day):
            yield day


def _going_on(mediators: list[Actor]) -> list[_Talk]:
    by_membership = {one.membership_id: one for one in mediators}
    leads = Appointment.objects.filter(
        case__state="mediating", is_lead=True, ended_at=None, state=Appointment.State.ACCEPTED
    ).order_by("case_id")
    last = dict(
        Event.objects.filter(case_id__in=leads.values("case_id"))
        .order_by()
        .values("case_id")
        .annotate(at=Max("at"))
        .values_list("case_id", "at")
    )
    return [_Talk(one.case_id, by_membership[one.mediator_id], last[one.case_id]) for one in leads]


def _book(
    talk: _Talk, room: Room, span: tuple[datetime, datetime], today: date, dice: random.Random
) -> Booking | None:
    """Booked at five the day before, yesterday at the latest; what is told of a case stays in order."""
    day = clock.local(span[0]).date()
    at = moment(min(day, today) - timedelta(days=1), 17, dice.randint(0, 59))
    if talk.last_at >= at or _taken(talk, span):
        return None
    key = f"diary-{room.pk}-{span[0]:%m%d%H%M}"
    with clock.stopped(at):
        booking: Booking | None = attempt(book_room, talk.mediator, room.pk, talk.case_id, *span, key=key)
    if booking is None or day >= today:
        return booking
    talk.last_at = span[1] + timedelta(minutes=20)
    with clock.stopped(talk.last_at):
        records.add_record(
            talk.mediator,
            talk.case_id,
            kind="session",
            text=dice.choice(HELD),
            booking_id=booking.pk,
            key=f"{key}-note",
        )
    return booking


def _taken(talk: _Talk, span: tuple[datetime, datetime]) -> bool:
    """Whether the mediator sits elsewhere then, or the parties meet that day already."""
    day = clock.local(span[0]).date()
    same_day = Booking.objects.filter(
        case_id=talk.case_id, from_at__gte=moment(day, 0), from_at__lt=moment(day + timedelta(days=1), 0)
    )
    elsewhere = Booking.objects.filter(
        by_id=talk.mediator.own_membership_id, from_at__lt=span[1], to_at__gt=span[0]
    )
    return same_day.exists() or elsewhere.exists()
