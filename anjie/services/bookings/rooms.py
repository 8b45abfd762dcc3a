"""Keeping the rooms: their hours, their closed days, taking one out of use."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import IntegrityError, transaction

from anjie.access import trail
from anjie.access.actors import Actor
from anjie.access.models import Organisation
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.services.bookings.deeds import BookingDeed
from anjie.services.bookings.models import Booking, Closure, Room
from anjie.services.bookings.queries import rooms_for
from anjie.services.bookings.rules import tidy_hours


@transaction.atomic
def save_room(actor: Actor, room_id: int | None = None, **given: Any) -> Room:
    """Make a room, or change it: name, place, seats, unit_id, hours, closed_on_holidays, note, is_active."""
    actor.require(BookingDeed.ROOMS_MANAGE)
    room = _kept(actor, room_id) if room_id else Room()
    given = dict(given)
    if "hours" in given:
        given["hours"] = tidy_hours(given["hours"])
        if not given["hours"]:
            raise Invalid("bookings.no_hours", "调解室还没有开放时间。请至少填写一天。")
    unit_id = given.get("unit_id")
    if unit_id is not None:
        units = actor.unit_ids
        if not Organisation.objects.filter(pk=unit_id).exists() or (
            units is not None and unit_id not in units
        ):
            raise NotFound("所属机构")
    for name, value in given.items():
        setattr(room, name, value.strip() if isinstance(value, str) else value)
    if not room.name or not room.place or room.seats < 1:
        raise Invalid("bookings.room", "调解室的名称、地点和座位数都要填写。请补充后保存。")
    try:
        with transaction.atomic():
            room.save()
    except IntegrityError:
        raise Refusal(
            "bookings.room_exists", f"“{room.place}”已有名为“{room.name}”的调解室。请换一个名称。"
        ) from None
    trail.record(actor, "room.saved", room=room.pk, name=room.name, is_active=room.is_active)
    return room


@transaction.atomic
def close_days(actor: Actor, room_id: int, from_on: date, to_on: date, reason: str) -> Closure:
    """Shut a room for some days; refused while somebody has it booked then, naming the first."""
    actor.require(BookingDeed.ROOMS_MANAGE)
    room = _kept(actor, room_id)
    if to_on < from_on or (to_on - from_on).days > 366:
        raise Invalid("bookings.closure", "停用的结束日期应不早于开始日期，且不超过一年。请更正后重试。")
    if not reason.strip():
        raise Invalid("bookings.reason_required", "停用需要填写原因。请补充后重试。")
    begins = datetime.combine(from_on, time.min, clock.ZONE)
    ends = datetime.combine(to_on + timedelta(days=1), time.min, clock.ZONE)
    booked = (
        Booking.objects.filter(
            room=room, cancelled_at__isnull=True, from_at__lt=ends, to_at__gt=max(begins, clock.now())
        )
        .select_related("by__account")
        .order_by("from_at")
    )
    first = booked.first()
    if first is not None:
        raise Refusal(
            "bookings.still_booked",
            f"{room.name}在这几天还有 {booked.count()} 个预约，最早的是{first.by.account.name} "
            f"{clock.local(first.from_at):%m-%d %H:%M}。请先改期或取消。",
            count=booked.count(),
        )
    made = Closure.objects.create(room=room, from_on=from_on, to_on=to_on, reason=reason.strip()[:80])
    trail.record(actor, "room.closed", room=room.pk, name=room.name, from_on=from_on, to_on=to_on)
    return made


@transaction.atomic
def reopen_days(actor: Actor, closure_id: int) -> Room:
    """Take back that a room is shut."""
    actor.require(BookingDeed.ROOMS_MANAGE)
    closure = Closure.objects.filter(pk=closure_id).first()
    if closure is None:
        raise NotFound("停用安排")
    room = _kept(actor, closure.room_id)
    closure.delete()
    trail.record(actor, "room.reopened", room=room.pk, name=room.name)
    return room


def _kept(actor: Actor, room_id: int) -> Room:
    room = (
        rooms_for(actor, with_closed=True)
        .filter(pk=room_id)
        .select_for_update(of=("self",), no_key=True)
        .first()
    )
    if room is None:
        raise NotFound("调解室")
    return room


def hanging(organisation_id: int) -> str | None:
    """Why an organisation with rooms is not deleted."""
    count = Room.objects.filter(unit_id=organisation_id).count()
    return f"还有 {count} 间调解室" if count else None
