"""What is booked, what is free, and the day as a grid."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from anjie.access.actors import Actor
from anjie.desk.public import Case, DeskDeed, cases_for
from anjie.foundation import clock
from anjie.services.bookings.deeds import BookingDeed
from anjie.services.bookings.models import Booking, Closure, Room
from anjie.services.bookings.rules import STEP, Span, covers, open_spans
from anjie.services.terms.working import working_calendar

EARLIEST, LATEST = time(8), time(20)
"""The grid shows at least these hours; rooms open longer stretch it."""
OFFERED = 3


def rooms_for(actor: Actor, *, with_closed: bool = False) -> QuerySet[Room]:
    """The rooms of the actor's units and of those above him, and the ones that are everybody's."""
    actor.require(BookingDeed.SEE)
    rooms = Room.objects.all() if with_closed else Room.objects.filter(is_active=True)
    if actor.unit_ids is None:
        return rooms
    above = [int(part) for part in actor.unit_path.split("/") if part]
    return rooms.filter(Q(unit__isnull=True) | Q(unit_id__in=[*above, *actor.unit_ids]))


def booked_for(case_id: int, *, past_only: bool = False) -> list[Booking]:
    """The bookings of a case that stand, in order of time; with ``past_only`` those that have begun."""
    found = Booking.objects.filter(case_id=case_id, cancelled_at__isnull=True)
    if past_only:
        found = found.filter(from_at__lte=clock.now())
    return list(found.select_related("room", "by__account").order_by("from_at", "id"))


def free_rooms(
    actor: Actor, from_at: datetime, to_at: datetime, *, seats: int = 0, place: str = ""
) -> list[Room]:
    """Rooms open and not booked for the whole of a time, the smallest that seats enough first."""
    rooms = rooms_for(actor).filter(seats__gte=seats)
    if place.strip():
        rooms = rooms.filter(Q(place__icontains=place.strip()) | Q(name__icontains=place.strip()))
    taken = Booking.objects.filter(
        room__isnull=False, cancelled_at__isnull=True, from_at__lt=to_at, to_at__gt=from_at
    ).values("room_id")
    found = list(rooms.exclude(pk__in=taken).order_by("seats", "place", "name"))
    day = clock.local(from_at).date()
    shut = closed_days(found, day)
    return [
        room
        for room in found
        if not shut.get(room.pk) and covers(open_spans(day, room.hours), from_at, to_at)
    ]


def closed_days(rooms: Iterable[Room], day: date) -> dict[int, str]:
    """Why rooms are shut on a day, by room; those that are open are left out."""
    asked = list(rooms)
    shut = {
        row.room_id: row.reason
        for row in Closure.objects.filter(
            room_id__in=[room.pk for room in asked], from_on__lte=day, to_on__gte=day
        )
    }
    # Weekends are what the weekly hours say; a public holiday is a weekday that is not worked.
    if day.isoweekday() <= 5 and not working_calendar().is_working(day):
        why = working_calendar().facts(day).why or "节假日"
        shut |= {room.pk: why for room in asked if room.closed_on_holidays and room.pk not in shut}
    return shut


def day_grid(actor: Actor, day: date, place: str = "") -> dict[str, Any]:
    """A day's rooms with their open spans and bookings, and the online sessions beside them."""
    rooms = rooms_for(actor)
    if place.strip():
        rooms = rooms.filter(Q(place__icontains=place.strip()) | Q(name__icontains=place.strip()))
    shown = list(rooms.select_related("unit"))
    begin = datetime.combine(day, time.min, clock.ZONE)
    end = begin + timedelta(days=1)
    day_of = Booking.objects.filter(cancelled_at__isnull=True, from_at__lt=end, to_at__gt=begin)
    found = list(
        day_of.filter(Q(room__in=shown) | Q(room__isnull=True)).select_related("room", "case", "by__account")
    )
    named = (
        set(
            cases_for(actor, DeskDeed.CASES_SEE)
            .filter(pk__in={one.case_id for one in found if one.case_id})
            .values_list("pk", flat=True)
        )
        if actor.may(DeskDeed.CASES_SEE)
        else set()
    )
    by_room: dict[int | None, list[Booking]] = defaultdict(list)
    for booking in found:
        by_room[booking.room_id].append(booking)
    shut = closed_days(shown, day)
    spans = {room.pk: [] if room.pk in shut else open_spans(day, room.hours) for room in shown}
    return {
        "day": day,
        "from_at": min([_moment(day, EARLIEST), *(span[0] for one in spans.values() for span in one)]),
        "to_at": max([_moment(day, LATEST), *(span[1] for one in spans.values() for span in one)]),
        "step_minutes": STEP // timedelta(minutes=1),
        "rooms": [
            {
                **room_row(room),
                "closed_why": shut.get(room.pk, ""),
                "open": [{"from_at": a, "to_at": b} for a, b in spans[room.pk]],
                "bookings": [row(actor, one, named) for one in by_room[room.pk]],
            }
            for room in shown
        ],
        # A session without a room is shown to whoever has its case within reach.
        "online": [row(actor, one, named) for one in by_room[None] if one.case_id in named],
    }


def list_rooms(actor: Actor) -> list[dict[str, Any]]:
    """Every room within reach with its hours and the closed days to come."""
    rooms = list(rooms_for(actor, with_closed=True).select_related("unit"))
    closures: dict[int, list[Closure]] = defaultdict(list)
    for one in Closure.objects.filter(room__in=rooms, to_on__gte=clock.today()):
        closures[one.room_id].append(one)
    return [room_row(room) | {"closures": closures[room.pk]} for room in rooms]


def room_row(room: Room) -> dict[str, Any]:
    """One room as lists show it."""
    return {
        "id": room.pk,
        "name": room.name,
        "place": room.place,
        "seats": room.seats,
        "unit_id": room.unit_id,
        "unit_name": room.unit.name if room.unit else "",
        "hours": room.hours,
        "closed_on_holidays": room.closed_on_holidays,
        "note": room.note,
        "is_active": room.is_active,
    }


def one_room(room: Room) -> dict[str, Any]:
    """One room with its closed days."""
    return room_row(room) | {"closures": list(room.closures.filter(to_on__gte=clock.today()))}


def own_row(actor: Actor, booking: Booking) -> dict[str, Any]:
    """A booking as the answer to whoever has just made or changed it."""
    return row(actor, booking, {booking.case_id} if booking.case_id else set())


def row(actor: Actor, booking: Booking, named: set[int]) -> dict[str, Any]:
    """One booking; the case is named only to whoever has it within reach."""
    case: Case | None = booking.case if booking.case_id in named else None
    stands = booking.cancelled_at is None and booking.to_at > clock.now()
    return {
        "id": booking.pk,
        "kind": booking.kind,
        "kind_label": booking.get_kind_display(),
        "room_id": booking.room_id,
        "room_name": booking.room.name if booking.room else "",
        "place": booking.room.place if booking.room else "",
        "case_id": case.pk if case else None,
        "case_no": case.no if case else "",
        "case_title": case.title if case else "",
        "subject": booking.subject if case or booking.case_id is None else "已被预约",
        "from_at": booking.from_at,
        "to_at": booking.to_at,
        "by": booking.by.account.name,
        "cancelled": booking.cancelled_at is not None,
        "reason": booking.reason,
        "join_url": booking.join_url if case else "",
        "meeting_code": booking.meeting_code if case else "",
        "meeting_password": booking.meeting_password if case else "",
        "may_change": stands and actor.may(BookingDeed.BOOK) and may_change(actor, booking, case is not None),
    }


def may_change(actor: Actor, booking: Booking, sees_case: bool) -> bool:
    """Who booked may change it, whoever works the case, and whoever keeps the rooms."""
    return booking.by_id == actor.membership_id or sees_case or actor.may(BookingDeed.ROOMS_MANAGE)


def taken_by(room_id: int, from_at: datetime, to_at: datetime, *, but: int | None = None) -> Booking | None:
    """Who has the room within this time, the first of them."""
    found = Booking.objects.filter(
        room_id=room_id, cancelled_at__isnull=True, from_at__lt=to_at, to_at__gt=from_at
    )
    if but is not None:
        found = found.exclude(pk=but)
    return found.select_related("by__account").order_by("from_at").first()


def spans_of(room: Room, day: date) -> list[Span]:
    """The room's open spans of a day by its weekly hours."""
    return open_spans(day, room.hours)


def _moment(day: date, at: time) -> datetime:
    return datetime.combine(day, at, clock.ZONE)
