"""The online meeting of a booking: made by the vendor in the background, tried again, called off, its recordings found.

Each time of a booking is a round with a reference of its own; a meeting whose answer was lost is looked for by it
before another is made.
"""

from __future__ import annotations

from datetime import timedelta

import structlog
from django.db import transaction
from procrastinate.contrib.django import app

from anjie.access.actors import Actor
from anjie.desk.public import Case, case_for, record
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.lines.mediation import telling as staff
from anjie.lines.mediation.deeds import SessionDeed
from anjie.lines.mediation.session import telling
from anjie.lines.mediation.session.models import OnlineMeeting, Recording
from anjie.lines.mediation.session.wall import as_mediator, mediators_of
from anjie.ports.failures import Later, Never, VendorFailure
from anjie.ports.meeting import MadeMeeting, Meeting, meeting
from anjie.services.bookings.actions import set_meeting
from anjie.services.bookings.models import Booking

log = structlog.get_logger("anjie.meetings")
State = OnlineMeeting.State
BEFORE, AFTER = timedelta(hours=1), timedelta(hours=24)
"""Around a session within which its recordings are looked for."""


def begin(actor: Actor, booking: Booking) -> None:
    """Have the vendor make the meeting of this booking's time, in the background; inside the caller's transaction."""
    asked, made = OnlineMeeting.objects.select_for_update().get_or_create(booking=booking)
    if not made:
        asked.state, asked.round, asked.tries = State.WAITING, asked.round + 1, 0
        asked.failure, asked.told_at = "", None
        asked.save()
    app.configure_task("mediation.make_meeting").defer(booking_id=booking.pk, round=asked.round)


def call_off(booking: Booking, meeting_ref: str, *, for_good: bool) -> None:
    """Have the vendor call a meeting off in the background; ``for_good`` where no other takes its place."""
    if for_good:
        OnlineMeeting.objects.filter(booking=booking).update(state=State.CANCELLED)
    if meeting_ref:
        app.configure_task("mediation.cancel_meeting").defer(meeting_id=meeting_ref)


def make(booking_id: int, round: int) -> bool:
    """Make the meeting of this round and send its link to all; false when there is nothing (more) to make.

    Raises what the vendor said where the same may succeed later; the parties then know the time at least.
    """
    actor = Actor.job("mediation.make_meeting")
    with transaction.atomic():
        asked = _waiting(booking_id, round)
        if asked is None:
            return False
        booking = asked.booking
        if booking.to_at <= clock.now():
            _give_up(asked, "over")
            return False
        lost_before = asked.tries > 0
        asked.tries += 1
        asked.save(update_fields=["tries"])
        wanted = Meeting(
            reference=f"anjie-b{booking.pk}-{round}",
            subject=f"案件 {booking.case.no if booking.case else ''} 线上调解",
            starts_at=booking.from_at,
            ends_at=booking.to_at,
        )
    try:
        made = (meeting().find(wanted) if lost_before else None) or meeting().create(wanted)
    except VendorFailure as failure:
        _failed(actor, booking_id, round, failure)
        if isinstance(failure, Never):
            return False
        raise
    return _put(actor, booking_id, round, made)


def cancel(meeting_id: str) -> None:
    """Call a meeting off; what the vendor never will do is only logged."""
    try:
        meeting().cancel(meeting_id, "调解时间变更")
    except Never as never:
        log.warning("meeting.not_cancelled", code=never.code)


@transaction.atomic
def enter_link(
    actor: Actor, case_id: int, booking_id: int, *, join_url: str, code: str = "", password: str = ""
) -> Booking:
    """Put in the link of a meeting the mediator opened himself; it goes to all at once."""
    case = as_mediator(actor, case_id)
    asked = _of_case(case, booking_id)
    booking = asked.booking
    _still_stands(booking)
    if not join_url.startswith("https://"):
        raise Invalid("meetings.link", "会议链接应以 https:// 开头。请从会议软件中复制完整链接。")
    if booking.meeting_ref:
        raise Refusal(
            "meetings.made",
            "该场线上调解已由系统建立会议，不需要另填链接。如需更换，请改期或取消后重新预约。",
        )
    booking = set_meeting(actor, booking.pk, join_url=join_url, code=code, password=password)
    asked.state, asked.failure = State.MADE, ""
    asked.save(update_fields=["state", "failure"])
    _tell_link(actor, booking)
    return booking


@transaction.atomic
def try_again(actor: Actor, case_id: int, booking_id: int) -> None:
    """Ask the vendor once more for a meeting that could not be made."""
    case = as_mediator(actor, case_id)
    asked = _of_case(case, booking_id)
    _still_stands(asked.booking)
    if asked.state != State.FAILED:
        raise Refusal(
            "meetings.not_failed", f"会议当前为“{asked.get_state_display()}”，无需重试。请刷新查看。"
        )
    begin(actor, asked.booking)


def recording_ready(actor: Actor, facts: dict[str, object]) -> None:
    """The vendor says that a recording is ready: its link is fetched in the background."""
    booking = Booking.objects.filter(meeting_ref=str(facts.get("meeting_id") or "-")).first()
    if booking is not None and OnlineMeeting.objects.filter(booking=booking).exists():
        app.configure_task("mediation.fetch_recordings").defer(booking_id=booking.pk)


def fetch_recordings(booking_id: int) -> int:
    """Put the links of a session's recordings into its case, each once; returns how many are new.

    Raises Later where the vendor has none ready yet.
    """
    actor = Actor.job("mediation.fetch_recordings")
    booking = Booking.objects.select_related("case").get(pk=booking_id)
    found = meeting().recordings(booking.meeting_ref, booking.from_at - BEFORE, booking.to_at + AFTER)
    if not found:
        raise Later("not_ready")
    with transaction.atomic():
        there = set(Recording.objects.filter(booking=booking).values_list("recording_id", flat=True))
        new = [
            Recording(
                booking=booking, recording_id=one.recording_id, view_url=one.view_url[:1000], at=clock.now()
            )
            for one in found
            if one.recording_id not in there
        ]
        Recording.objects.bulk_create(new, ignore_conflicts=True)
        if new and booking.case is not None:
            record(actor, booking.case.pk, "mediation.recording_ready", booking=booking.pk, count=len(new))
            staff.tell_members(
                actor, booking.case, mediators_of(booking.case.pk), "mediation.recording_ready", "线上调解的录制已生成",
                f"案件 {booking.case.no} {telling.span_of(booking)} 的录制可以查看。",
                key=f"recording:{booking.pk}:{new[0].recording_id}",
            )  # fmt: skip
    return len(new)


def recording_link(actor: Actor, case_id: int, recording_id: int) -> str:
    """Where a recording plays now: the vendor is asked anew, since his links end; else the one that was told."""
    case = case_for(actor, SessionDeed.RECORDS_SEE, case_id)
    held = Recording.objects.filter(pk=recording_id, booking__case=case).select_related("booking").first()
    if held is None:
        raise NotFound("录制")
    booking = held.booking
    try:
        found = meeting().recordings(booking.meeting_ref, booking.from_at - BEFORE, booking.to_at + AFTER)
    except VendorFailure as failure:
        log.warning("recording.stale_link", code=failure.code)
        found = []
    fresh = next((one.view_url for one in found if one.recording_id == held.recording_id), "")
    record(actor, case.pk, "mediation.recording_viewed", booking=booking.pk, recording=held.pk)
    return fresh or held.view_url


def _waiting(booking_id: int, round: int) -> OnlineMeeting | None:
    return (
        OnlineMeeting.objects.select_for_update(of=("self",))
        .select_related("booking__case")
        .filter(booking_id=booking_id, round=round, state=State.WAITING, booking__cancelled_at__isnull=True)
        .first()
    )


@transaction.atomic
def _failed(actor: Actor, booking_id: int, round: int, failure: VendorFailure) -> None:
    asked = _waiting(booking_id, round)
    if asked is None:
        return
    asked.failure = failure.code
    asked.save(update_fields=["failure"])
    if isinstance(failure, Never):
        _give_up(asked, failure.code)
    _tell_time(actor, asked)


@transaction.atomic
def _put(actor: Actor, booking_id: int, round: int, made: MadeMeeting) -> bool:
    asked = _waiting(booking_id, round)
    if asked is None:
        # Moved or cancelled meanwhile: nobody is to come to this one.
        if made.meeting_id:
            app.configure_task("mediation.cancel_meeting").defer(meeting_id=made.meeting_id)
        return False
    if made.recorded:
        asked.state = State.BY_HAND
        asked.save(update_fields=["state"])
        _ask_for_link(actor, asked, "没有接通腾讯会议")
        _tell_time(actor, asked)
        return True
    booking = set_meeting(
        actor, booking_id, join_url=made.join_url, code=made.meeting_no, password="", ref=made.meeting_id
    )
    asked.state, asked.failure = State.MADE, ""
    asked.save(update_fields=["state", "failure"])
    _tell_link(actor, booking)
    return True


def _give_up(asked: OnlineMeeting, code: str) -> None:
    asked.state, asked.failure = State.FAILED, code[:80]
    asked.save(update_fields=["state", "failure"])
    if code != "over":
        _ask_for_link(Actor.job("mediation.make_meeting"), asked, "腾讯会议未能建立会议")


def _ask_for_link(actor: Actor, asked: OnlineMeeting, why: str) -> None:
    booking = asked.booking
    if booking.case is not None:
        staff.tell_members(
            actor, booking.case, mediators_of(booking.case.pk), "mediation.link_wanted", "请填写线上调解的会议链接",
            f"案件 {booking.case.no} {telling.span_of(booking)}：{why}，请自行开会议后填写链接，系统会发给双方。",
            key=f"link_wanted:{booking.pk}:{asked.round}",
        )  # fmt: skip


def _tell_time(actor: Actor, asked: OnlineMeeting) -> None:
    """Let both sides know the time while there is no link."""
    booking, case = asked.booking, asked.booking.case
    if asked.told_at is None and case is not None:
        telling.tell_sides(
            actor,
            case,
            "mediation.online_booked",
            telling.of_booking(booking, "线上调解时间"),
            key=telling.key_of("mediation.online_booked", booking),
        )
        asked.told_at = clock.now()
        asked.save(update_fields=["told_at"])


def _tell_link(actor: Actor, booking: Booking) -> None:
    if booking.case is None:
        return
    facts = telling.of_booking(
        booking,
        "加入线上调解",
        code=booking.meeting_code or "见链接",
        password=f"，密码 {booking.meeting_password}" if booking.meeting_password else "",
        url=booking.join_url,
    )
    key = telling.key_of("mediation.online_ready", booking, f":{booking.meeting_code}")
    telling.tell_sides(actor, booking.case, "mediation.online_ready", facts, key=key)
    staff.tell_members(
        actor, booking.case, mediators_of(booking.case.pk), "mediation.online_ready", "线上调解可以加入",
        f"案件 {booking.case.no} {telling.span_of(booking)}，会议号 {booking.meeting_code or '见链接'}。", key=key,
    )  # fmt: skip


def _of_case(case: Case, booking_id: int) -> OnlineMeeting:
    asked = (
        OnlineMeeting.objects.select_for_update(of=("self",))
        .select_related("booking__case", "booking__room")
        .filter(booking_id=booking_id, booking__case=case)
        .first()
    )
    if asked is None:
        raise NotFound("线上预约")
    return asked


def _still_stands(booking: Booking) -> None:
    if booking.cancelled_at is not None:
        raise Refusal("bookings.cancelled", "该预约已取消，不能再变更。请重新预约。")
    if booking.to_at <= clock.now():
        raise Refusal("bookings.over", "该预约的时间已过，不能再变更。")
