"""Booking a room or an online session for a case, moving and cancelling it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from anjie.access.actors import Actor
from anjie.desk.public import Case, DeskDeed, announce, case_for, cases_for, record
from anjie.foundation import clock, live
from anjie.foundation.refusals import Forbidden, Invalid, NotFound, Refusal
from anjie.services.bookings import queries
from anjie.services.bookings.deeds import BookingDeed
from anjie.services.bookings.models import Booking, Room
from anjie.services.bookings.rules import check_open, check_span

MADE, MOVED, CANCELLED = "booking.made", "booking.moved", "booking.cancelled"
"""What is announced of a case's booking, inside the transaction, with the booking's id."""


def book(
    actor: Actor,
    case_id: int,
    room_id: int | None,
    from_at: datetime,
    to_at: datetime,
    subject: str = "",
    key: str = "",
) -> Booking:
    """Book a room, or an online session where none is named."""
    if room_id is None:
        return book_online(actor, case_id, from_at, to_at, subject=subject, key=key)
    return book_room(actor, room_id, case_id, from_at, to_at, subject=subject, key=key)


@transaction.atomic
def book_room(
    actor: Actor,
    room_id: int,
    case_id: int,
    from_at: datetime,
    to_at: datetime,
    *,
    subject: str = "",
    key: str = "",
) -> Booking:
    """Keep a room for a case; a taken slot is refused with who has it until when, and what is free instead.

    The same ``key`` of the same person again (a double tap) gives the booking that was made.
    """
    actor.require(BookingDeed.BOOK)
    case = case_for(actor, DeskDeed.CASES_SEE, case_id)
    if there := _made_before(actor, case, key):
        return there
    check_span(from_at, to_at, clock.now())
    try:
        room = _free_room(actor, room_id, from_at, to_at)
    except Refusal:
        # The other tap may have had it while this one waited.
        if there := _made_before(actor, case, key):
            return there
        raise
    made = Booking(
        kind=Booking.Kind.ROOM,
        room=room,
        case=case,
        subject=_subject(subject, case),
        from_at=from_at,
        to_at=to_at,
        by_id=actor.own_membership_id,
        made_at=clock.now(),
        key=key,
    )
    _save(actor, made, room)
    record(actor, case.pk, "booking.made", **_told(made))
    _announce(actor, MADE, made)
    return made


@transaction.atomic
def book_online(
    actor: Actor, case_id: int, from_at: datetime, to_at: datetime, *, subject: str = "", key: str = ""
) -> Booking:
    """Keep a time for an online session; its link is put in once the meeting was made (:func:`set_meeting`).

    The same ``key`` of the same person again gives the booking that was made.
    """
    actor.require(BookingDeed.BOOK)
    case = case_for(actor, DeskDeed.CASES_SEE, case_id, lock=bool(key))
    if there := _made_before(actor, case, key):
        return there
    check_span(from_at, to_at, clock.now())
    made = Booking.objects.create(
        kind=Booking.Kind.ONLINE,
        case=case,
        subject=_subject(subject, case),
        from_at=from_at,
        to_at=to_at,
        by_id=actor.own_membership_id,
        made_at=clock.now(),
        key=key,
    )
    record(actor, case.pk, "booking.made", **_told(made))
    _announce(actor, MADE, made)
    return made


@transaction.atomic
def set_meeting(
    actor: Actor, booking_id: int, *, join_url: str, code: str = "", password: str = "", ref: str = ""
) -> Booking:
    """Put the vendor's meeting on an online booking; the same meeting again changes nothing."""
    booking = (
        Booking.objects.select_for_update(of=("self",))
        .select_related("case")
        .filter(pk=booking_id, kind=Booking.Kind.ONLINE)
        .first()
    )
    if booking is None:
        raise NotFound("线上预约")
    given = (join_url[:500], code[:32], password[:16], ref[:64])
    if given == (booking.join_url, booking.meeting_code, booking.meeting_password, booking.meeting_ref):
        return booking
    booking.join_url, booking.meeting_code, booking.meeting_password, booking.meeting_ref = given
    booking.save(update_fields=["join_url", "meeting_code", "meeting_password", "meeting_ref"])
    if booking.case_id:
        record(actor, booking.case_id, "booking.meeting_set", booking=booking.pk, code=booking.meeting_code)
    return booking


@transaction.atomic
def move_booking(
    actor: Actor,
    booking_id: int,
    from_at: datetime,
    to_at: datetime,
    reason: str,
    *,
    room_id: int | None = None,
) -> Booking:
    """Put a booking to another time or room, with the reason; the old slot is free at once.

    An online session loses its link: the meeting was for the old time, and a new one is put in.
    """
    booking = _own(actor, booking_id)
    _need_reason(reason, "改期")
    check_span(from_at, to_at, clock.now())
    before = _told(booking)
    room = None
    if booking.kind == Booking.Kind.ROOM:
        room = _free_room(actor, room_id or booking.room_id or 0, from_at, to_at, but=booking.pk)
    booking.room, booking.from_at, booking.to_at = room, from_at, to_at
    booking.moved_at, booking.reason = clock.now(), reason.strip()[:200]
    old_meeting = booking.meeting_ref
    booking.join_url = booking.meeting_code = booking.meeting_password = booking.meeting_ref = ""
    _save(actor, booking, room)
    if booking.case_id:
        record(
            actor, booking.case_id, "booking.moved",
            **_told(booking), old_span=before["span"], old_where=before["where"], reason=booking.reason,
        )  # fmt: skip
    _announce(actor, MOVED, booking, meeting_ref=old_meeting)
    return booking


@transaction.atomic
def cancel_booking(actor: Actor, booking_id: int, reason: str) -> Booking:
    """Give a slot back, with the reason."""
    booking = _own(actor, booking_id)
    _need_reason(reason, "取消")
    booking.cancelled_at, booking.cancelled_by_id = clock.now(), actor.membership_id
    booking.reason = reason.strip()[:200]
    booking.save(update_fields=["cancelled_at", "cancelled_by", "reason"])
    if booking.case_id:
        record(actor, booking.case_id, "booking.cancelled", **_told(booking), reason=booking.reason)
    _announce(actor, CANCELLED, booking, meeting_ref=booking.meeting_ref)
    return booking


def _made_before(actor: Actor, case: Case, key: str) -> Booking | None:
    """What this person booked for the case under this key; asked for other things, the key is refused."""
    if not key:
        return None
    there = (
        Booking.objects.filter(by_id=actor.own_membership_id, key=key)
        .select_related("room", "case", "by__account")
        .first()
    )
    if there is not None and there.case_id != case.pk:
        raise Invalid("bookings.key_used", "该提交编号已用于其他案件。请刷新页面后重试。")
    return there


def _free_room(
    actor: Actor, room_id: int, from_at: datetime, to_at: datetime, but: int | None = None
) -> Room:
    """The room, open and free then, held to this transaction; what is taken already is refused without waiting."""
    found = queries.rooms_for(actor).filter(pk=room_id)
    room = found.first()
    if room is None:
        raise NotFound("调解室")
    _check_free(actor, room, from_at, to_at, but)
    # Whoever books it too waits here, and then finds it taken.
    room = found.select_for_update(of=("self",), no_key=True).get()
    _check_free(actor, room, from_at, to_at, but)
    return room


def _check_free(actor: Actor, room: Room, from_at: datetime, to_at: datetime, but: int | None) -> None:
    taken = queries.taken_by(room.pk, from_at, to_at, but=but)
    if taken is not None:
        raise _taken(actor, room, taken, from_at, to_at)
    day = clock.local(from_at).date()
    spans = queries.spans_of(room, day)
    check_open(room.name, from_at, to_at, spans, queries.closed_days([room], day).get(room.pk, ""))


def _taken(actor: Actor, room: Room, taken: Booking, from_at: datetime, to_at: datetime) -> Refusal:
    offered = queries.free_rooms(actor, from_at, to_at, seats=room.seats)[: queries.OFFERED]
    offered = offered or queries.free_rooms(actor, from_at, to_at)[: queries.OFFERED]
    names = "、".join(f"{one.name}（{one.place}，{one.seats} 座）" for one in offered)
    proposal = f"同一时间可用：{names}。" if names else "同一时间没有其他空闲的调解室，请改选时间。"
    begins, ends = clock.local(taken.from_at), clock.local(taken.to_at)
    return Refusal(
        "bookings.taken",
        f"{room.name}已由{taken.by.account.name}预约，{begins:%m-%d %H:%M} 至 {ends:%H:%M}。{proposal}",
        room=room.pk,
        by=taken.by.account.name,
        until=ends.isoformat(),
        free=[{"id": one.pk, "name": one.name, "place": one.place, "seats": one.seats} for one in offered],
    )


def _save(actor: Actor, booking: Booking, room: Room | None) -> None:
    """Write it; should somebody have slipped past the room's lock, the database still refuses."""
    try:
        with transaction.atomic():
            booking.save()
    except IntegrityError:
        taken = room and queries.taken_by(room.pk, booking.from_at, booking.to_at, but=booking.pk)
        if not room or not taken:
            raise
        raise _taken(actor, room, taken, booking.from_at, booking.to_at) from None


def _own(actor: Actor, booking_id: int) -> Booking:
    actor.require(BookingDeed.BOOK)
    booking = (
        Booking.objects.select_for_update(of=("self",))
        .select_related("room", "case", "by__account")
        .filter(pk=booking_id)
        .first()
    )
    if booking is None:
        raise NotFound("预约")
    seen = booking.case_id is not None and actor.may(DeskDeed.CASES_SEE)
    sees = seen and cases_for(actor, DeskDeed.CASES_SEE).filter(pk=booking.case_id or 0).exists()
    if booking.room_id and not queries.rooms_for(actor, with_closed=True).filter(pk=booking.room_id).exists():
        raise NotFound("预约")
    if not booking.room_id and not sees and booking.by_id != actor.membership_id:
        raise NotFound("预约")
    if not queries.may_change(actor, booking, sees):
        raise Forbidden(BookingDeed.BOOK.value, "变更他人的预约")
    if booking.cancelled_at is not None:
        raise Refusal("bookings.cancelled", "该预约已取消，不能再变更。请重新预约。")
    if booking.to_at <= clock.now():
        raise Refusal("bookings.over", "该预约的时间已过，不能再变更。")
    return booking


def _need_reason(reason: str, what: str) -> None:
    if not reason.strip():
        raise Invalid("bookings.reason_required", f"{what}需要填写原因。请补充后重试。")


def _subject(subject: str, case: Case) -> str:
    return (subject.strip() or f"{case.title} 调解")[:80]


def _told(booking: Booking) -> dict[str, Any]:
    begins, ends = clock.local(booking.from_at), clock.local(booking.to_at)
    where = f"{booking.room.place} {booking.room.name}" if booking.room else "线上"
    return {
        "booking": booking.pk,
        "where": where,
        "span": f"{begins:%Y-%m-%d %H:%M}–{ends:%H:%M}",
        "room": booking.room_id,
    }


def _announce(actor: Actor, happening: str, booking: Booking, **facts: Any) -> None:
    if booking.case_id:
        announce(happening, actor, [booking.case_id], {"booking": booking.pk, **facts})
    live.publish("list:bookings", id=booking.pk, day=clock.local(booking.from_at).date().isoformat())
