"""A room or an online session is booked from the case: both sides learn time, place and link, once each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from anjie.access.actors import Actor
from anjie.desk.public import Case, Event
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.lines.mediation.session import meetings, queries, reminding
from anjie.lines.mediation.session.models import OnlineMeeting, Recording
from anjie.ports.failures import Later, Never, Unsure, VendorFailure
from anjie.ports.meeting import FakeMeeting, MadeMeeting, Meeting, MeetingRecording, meeting
from anjie.services.bookings.actions import book_online, book_room, cancel_booking, move_booking
from anjie.services.bookings.models import Booking, Room
from anjie.services.bookings.queries import booked_for
from anjie.services.bookings.rooms import save_room
from anjie.services.bookings.rules import OFFICE_HOURS
from anjie.services.callbacks import actions as callbacks
from anjie.services.callbacks.models import Callback
from anjie.services.files.actions import add_offline
from anjie.services.notices.models import Delivery
from tests.cases import place
from tests.lines.mediation.conftest import mediating, told_since
from tests.people import World


class Vendor(FakeMeeting):
    """The fake with faults: ``failing`` does nothing, ``losing`` does it and the answer is lost."""

    def __init__(self) -> None:
        super().__init__()
        self.failing: VendorFailure | None = None
        self.losing: VendorFailure | None = None
        self.asked = 0

    def create(self, meeting: Meeting) -> MadeMeeting:
        self.asked += 1
        if self.failing:
            raise self.failing
        made = super().create(meeting)
        if self.losing:
            raise self.losing
        return made


@pytest.fixture
def vendor() -> Iterator[Vendor]:
    with meeting.held_by(Vendor()) as held:
        assert isinstance(held, Vendor)
        yield held


def at(hour: int, minute: int = 0, day: int = 2) -> datetime:
    return datetime(2026, 9, day, hour, minute, tzinfo=clock.ZONE)


def room(centre: World, name: str = "一号调解室") -> Room:
    return save_room(
        centre["钱管理"], name=name, place="东楼 2 层", seats=8, unit_id=None, hours=OFFICE_HOURS
    )


def online(centre: World, case: Case, key: str = "", hour: int = 9) -> Booking:
    return book_online(centre["吕调解"], case.pk, at(hour), at(hour + 1), key=key)


def texts(centre: World, name: str, verb: str) -> list[str]:
    return [one.text for one in told_since(centre, name, verb)]


class TestRooms:
    def test_both_sides_learn_time_and_place_and_every_change(self, centre: World):
        case, one = mediating(centre), room(centre)
        made = book_room(centre["吕调解"], one.pk, case.pk, at(9), at(10, 30))
        move_booking(centre["吕调解"], made.pk, at(14), at(15), "申请人上午有事")
        cancel_booking(centre["吕调解"], made.pk, "双方改为线上")
        for name in ("沈梅", "秦海涛"):
            assert texts(centre, name, "mediation.book") == [
                f"{case.no} 定于 9月2日（周三）09:00–10:30 在东楼 2 层 一号调解室调解，请按时参加。",
                f"{case.no} 的调解改为 9月2日（周三）14:00–15:00，在东楼 2 层 一号调解室。原因：申请人上午有事",
                f"{case.no} 原定 9月2日（周三）14:00–15:00 的调解已取消。原因：双方改为线上",
            ]
        assert booked_for(case.pk) == []
        shown = queries.my_sessions(centre["沈梅"], case.pk)
        assert [(one["room_name"], one["cancelled"]) for one in shown] == [("一号调解室", True)]

    def test_two_mediators_at_the_same_moment_one_has_it_the_other_is_told(self, centre: World):
        first, second, one = mediating(centre), mediating(centre, "施调解"), room(centre)
        book_room(centre["吕调解"], one.pk, first.pk, at(9), at(10))
        with pytest.raises(Refusal) as refused:
            book_room(centre["施调解"], one.pk, second.pk, at(9, 30), at(10, 30))
        assert refused.value.code == "bookings.taken" and "已由吕调解预约" in refused.value.message
        assert not told_since(centre, "施调解", "mediation.booked") and Booking.objects.count() == 1

    def test_a_double_tap_books_and_tells_once(self, centre: World):
        case, one = mediating(centre), room(centre)
        made = [
            book_room(centre["吕调解"], one.pk, case.pk, at(9), at(10), key="tap-00001") for _ in range(2)
        ]
        assert made[0] == made[1] and Booking.objects.count() == 1
        assert len(texts(centre, "沈梅", "mediation.booked")) == 1
        other = mediating(centre)
        with pytest.raises(Invalid, match="已用于其他案件"):
            book_room(centre["吕调解"], one.pk, other.pk, at(14), at(15), key="tap-00001")

    def test_the_day_before_all_are_reminded_once(self, centre: World):
        case, one = mediating(centre), room(centre)
        book_room(centre["吕调解"], one.pk, case.pk, at(9, day=3), at(10, day=3))
        for hour in (7, 8):
            with clock.stopped(at(hour)):
                reminding.remind_all(Actor.job("mediation.remind"))
        for name in ("沈梅", "秦海涛", "吕调解"):
            assert len(told_since(centre, name, "mediation.session_tomorrow")) == 1

    def test_a_booking_of_another_line_tells_no_party(self, centre: World):
        debt, one = place(centre, holder="李催收"), room(centre)
        book_room(centre["钱管理"], one.pk, debt.pk, at(9), at(10))
        assert not OnlineMeeting.objects.exists() and not texts(centre, "沈梅", "mediation.book")


class TestOnline:
    def test_the_meeting_is_made_once_and_its_link_goes_to_all(self, centre: World, vendor: Vendor):
        case = mediating(centre)
        booking = online(centre, case, key="tap-00001")
        assert online(centre, case, key="tap-00001") == booking
        assert meetings.make(booking.pk, 1) and not meetings.make(booking.pk, 1)
        assert list(vendor.made) == [f"anjie-b{booking.pk}-1"]
        assert vendor.made[f"anjie-b{booking.pk}-1"].subject == f"案件 {case.no} 线上调解", "no names leave"
        for name in ("沈梅", "秦海涛"):
            assert texts(centre, name, "mediation.online") == [
                f"{case.no} 定于 9月2日（周三）09:00–10:00 线上调解，会议号 000000001。"
                "加入链接：https://meeting.test/000000001"
            ]
            assert (
                queries.my_sessions(centre[name], case.pk)[0]["join_url"] == "https://meeting.test/000000001"
            )
        assert queries.sessions_of(centre["吕调解"], case.pk)["rows"][0]["meeting"]["state"] == "made"

    def test_while_the_vendor_is_down_the_time_is_told_and_nothing_is_lost(
        self, centre: World, vendor: Vendor
    ):
        booking = online(centre, mediating(centre))
        vendor.failing = Later("500")
        for _ in range(3):
            with pytest.raises(Later):
                meetings.make(booking.pk, 1)
        assert len(texts(centre, "沈梅", "mediation.online_booked")) == 1
        assert OnlineMeeting.objects.get().failure == "500"
        vendor.failing = None
        assert meetings.make(booking.pk, 1)
        assert len(texts(centre, "沈梅", "mediation.online_ready")) == 1 and len(vendor.made) == 1

    def test_an_answer_that_was_lost_makes_no_second_meeting(self, centre: World, vendor: Vendor):
        booking = online(centre, mediating(centre))
        vendor.losing = Unsure("timeout")
        with pytest.raises(Unsure):
            meetings.make(booking.pk, 1)
        vendor.losing = None
        assert meetings.make(booking.pk, 1) and vendor.asked == 1

    def test_a_refusal_for_good_asks_the_mediator_for_a_link(self, centre: World, vendor: Vendor):
        case = mediating(centre)
        booking = online(centre, case)
        vendor.failing = Never("9003")
        assert not meetings.make(booking.pk, 1)
        assert OnlineMeeting.objects.get().state == "failed"
        assert len(told_since(centre, "吕调解", "mediation.link_wanted")) == 1
        vendor.failing = None
        meetings.try_again(centre["吕调解"], case.pk, booking.pk)
        assert meetings.make(booking.pk, 2) and len(vendor.made) == 1
        with pytest.raises(Refusal, match="无需重试"):
            meetings.try_again(centre["吕调解"], case.pk, booking.pk)

    def test_moved_it_is_another_meeting_and_the_old_one_is_called_off(self, centre: World, vendor: Vendor):
        booking = online(centre, mediating(centre))
        meetings.make(booking.pk, 1)
        move_booking(centre["吕调解"], booking.pk, at(14), at(15), "改期")
        booking.refresh_from_db()
        assert booking.join_url == "" and not meetings.make(booking.pk, 1), "the old round is over"
        meetings.make(booking.pk, 2)
        meetings.cancel(f"m-anjie-b{booking.pk}-1")
        booking.refresh_from_db()
        assert booking.meeting_ref == f"m-anjie-b{booking.pk}-2"
        assert vendor.cancelled == [f"m-anjie-b{booking.pk}-1"]
        assert len(texts(centre, "秦海涛", "mediation.online_ready")) == 2

    def test_cancelled_while_it_was_being_made_is_called_off(self, centre: World, vendor: Vendor):
        booking = online(centre, mediating(centre))
        vendor.losing = Later("network")
        with pytest.raises(Later):
            meetings.make(booking.pk, 1)
        vendor.losing = None
        cancel_booking(centre["吕调解"], booking.pk, "一方不来")
        assert not meetings.make(booking.pk, 1)
        assert OnlineMeeting.objects.get().state == "cancelled"
        assert not texts(centre, "沈梅", "mediation.online_ready")

    def test_a_session_that_is_over_is_not_announced(self, centre: World, vendor: Vendor):
        booking = online(centre, mediating(centre))
        with clock.stopped(at(10)):
            assert not meetings.make(booking.pk, 1)
        assert not vendor.made and not texts(centre, "沈梅", "mediation.online")

    def test_without_a_vendor_the_mediator_enters_the_link(self, centre: World):
        case = mediating(centre)
        booking = online(centre, case)
        meetings.make(booking.pk, 1)
        assert OnlineMeeting.objects.get().state == "by_hand"
        assert len(texts(centre, "沈梅", "mediation.online_booked")) == 1
        with pytest.raises(Invalid, match="https://"):
            meetings.enter_link(centre["吕调解"], case.pk, booking.pk, join_url="javascript:alert(1)")
        meetings.enter_link(
            centre["吕调解"], case.pk, booking.pk, join_url="https://meeting.example/9", code="123"
        )
        assert texts(centre, "秦海涛", "mediation.online_ready")[0].endswith(
            "加入链接：https://meeting.example/9"
        )
        with pytest.raises(NotFound):
            meetings.enter_link(centre["施调解"], case.pk, booking.pk, join_url="https://meeting.example/8")
        booking.refresh_from_db()
        assert booking.join_url == "https://meeting.example/9"


class TestRecordings:
    def test_the_vendors_word_brings_the_link_into_the_case_once(self, centre: World, vendor: Vendor):
        case = mediating(centre)
        booking = online(centre, case)
        meetings.make(booking.pk, 1)
        ref = f"m-anjie-b{booking.pk}-1"
        vendor.recorded[ref] = [MeetingRecording("f-1", "https://meeting.test/view/1", "")]
        for _ in range(2):
            callbacks.take(
                "tencent_meeting", "recording.completed:t-1", "meeting.recording_ready", {"meeting_id": ref}
            )
        assert Callback.objects.count() == 1
        callbacks.handle(Callback.objects.get().pk)
        assert [meetings.fetch_recordings(booking.pk) for _ in range(2)] == [1, 0]
        held = Recording.objects.get()
        assert Event.objects.filter(case_id=case.pk, verb="mediation.recording_ready").count() == 1
        assert len(told_since(centre, "吕调解", "mediation.recording_ready")) == 1

        # The vendor's links end: each viewing asks for a new one, and is on the record.
        vendor.recorded[ref] = [MeetingRecording("f-1", "https://meeting.test/view/2", "")]
        assert meetings.recording_link(centre["许分配"], case.pk, held.pk) == "https://meeting.test/view/2"
        vendor.recorded[ref] = []
        assert meetings.recording_link(centre["许分配"], case.pk, held.pk) == "https://meeting.test/view/1"
        assert Event.objects.filter(case_id=case.pk, verb="mediation.recording_viewed").count() == 2
        with pytest.raises(NotFound):
            meetings.recording_link(centre["施调解"], case.pk, held.pk)

    def test_not_ready_is_asked_again(self, centre: World, vendor: Vendor):
        booking = online(centre, mediating(centre))
        meetings.make(booking.pk, 1)
        with pytest.raises(Later):
            meetings.fetch_recordings(booking.pk)
        assert not Recording.objects.exists()

    def test_a_word_of_anothers_meeting_changes_nothing(self, centre: World):
        meetings.recording_ready(Actor.job("callbacks.handle"), {"meeting_id": "m-strange"})
        meetings.recording_ready(Actor.job("callbacks.handle"), {})
        assert not Recording.objects.exists()


class TestOffline:
    def test_the_catalogue_finds_by_words_within_reach(self, centre: World):
        case = mediating(centre)
        add_offline(
            centre["吕调解"],
            case.pk,
            name="9月2日现场录像.mp4",
            kind="video",
            place="档案室 3 柜 2 层",
            note="两小时",
        )
        add_offline(centre["吕调解"], case.pk, name="收据原件", kind="document", place="调解室抽屉")
        who = centre["许分配"]
        for words in ("录像", "3 柜", "两小时 档案室", case.no[:6] + " 录像", "沈梅 录像"):
            assert [one["name"] for one in queries.catalogue(who, q=words)["rows"]] == [
                "9月2日现场录像.mp4"
            ], words
        assert queries.catalogue(who, kind="video")["count"] == 1 and queries.catalogue(who)["count"] == 2
        assert queries.catalogue(who, q="没有")["count"] == 0
        assert queries.catalogue(centre["施调解"])["count"] == 0


def test_times_are_told_while_they_lie_ahead(centre: World) -> None:
    """What is told outside carries until when it is worth telling: a session that is over is announced to nobody."""
    case, one = mediating(centre), room(centre)
    book_room(centre["吕调解"], one.pk, case.pk, at(9), at(10))
    stale = set(Delivery.objects.filter(template="mediation.booked").values_list("stale_at", flat=True))
    assert stale == {at(10)} and at(10) - clock.now() < timedelta(days=1)
