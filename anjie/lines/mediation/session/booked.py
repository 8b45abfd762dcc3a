"""What a booking of a mediated case sets off: both sides learn time and place, online sessions get their meeting."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from anjie.access.actors import Actor
from anjie.desk.public import on
from anjie.lines.mediation import telling as staff
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.session import meetings, telling
from anjie.lines.mediation.session.wall import mediators_of
from anjie.services.bookings.actions import CANCELLED, MADE, MOVED
from anjie.services.bookings.models import Booking


def made(actor: Actor, case_ids: list[int], facts: Mapping[str, Any]) -> None:
    """A room is told at once; an online session when its link is there (or the vendor is late)."""
    booking = _ours(case_ids, facts)
    if booking is None:
        return
    if booking.kind == Booking.Kind.ONLINE:
        meetings.begin(actor, booking)
    else:
        _tell(actor, booking, "mediation.booked", "调解时间地点")
    _tell_mediators(actor, booking, "mediation.booked", "案件已预约调解")


def moved(actor: Actor, case_ids: list[int], facts: Mapping[str, Any]) -> None:
    """Both sides learn the new time; the old meeting is called off and another made."""
    booking = _ours(case_ids, facts)
    if booking is None:
        return
    _tell(actor, booking, "mediation.booking_moved", "调解改期", reason=booking.reason)
    _tell_mediators(actor, booking, "mediation.booking_moved", "调解已改期")
    if booking.kind == Booking.Kind.ONLINE:
        meetings.call_off(booking, str(facts.get("meeting_ref") or ""), for_good=False)
        meetings.begin(actor, booking)


def cancelled(actor: Actor, case_ids: list[int], facts: Mapping[str, Any]) -> None:
    """Both sides learn that nobody is to come; the meeting is called off."""
    booking = _ours(case_ids, facts)
    if booking is None:
        return
    _tell(actor, booking, "mediation.booking_cancelled", "调解取消", reason=booking.reason)
    _tell_mediators(actor, booking, "mediation.booking_cancelled", "调解已取消")
    if booking.kind == Booking.Kind.ONLINE:
        meetings.call_off(booking, str(facts.get("meeting_ref") or ""), for_good=True)


def _ours(case_ids: list[int], facts: Mapping[str, Any]) -> Booking | None:
    if not Dispute.objects.filter(case_id__in=case_ids).exists():
        return None
    return Booking.objects.select_related("case", "room").get(pk=facts["booking"])


def _tell(actor: Actor, booking: Booking, template: str, what: str, **facts: Any) -> None:
    if booking.case is not None:
        told = telling.of_booking(booking, what, **facts)
        telling.tell_sides(actor, booking.case, template, told, key=telling.key_of(template, booking))


def _tell_mediators(actor: Actor, booking: Booking, verb: str, title: str) -> None:
    if booking.case is not None:
        staff.tell_members(
            actor, booking.case, mediators_of(booking.case.pk), verb, title,
            f"案件 {booking.case.no}：{telling.span_of(booking)}，{telling.where_of(booking)}。",
            key=telling.key_of(verb, booking),
        )  # fmt: skip


def register() -> None:
    """Hear what happens to bookings."""
    on(MADE, made)
    on(MOVED, moved)
    on(CANCELLED, cancelled)
