"""Rooms are booked once; who comes later is told who has it and what is free."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from anjie.access.actors import Actor
from anjie.desk.public import Event
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.services.bookings.actions import book_online, book_room, cancel_booking, move_booking, set_meeting
from anjie.services.bookings.models import Booking, Room
from anjie.services.bookings.queries import booked_for, free_rooms
from anjie.services.bookings.rooms import close_days, reopen_days, save_room
from anjie.services.bookings.rules import OFFICE_HOURS
from tests.cases import place
from tests.http import Browser
from tests.people import World, member

NOW = "2026-09-01T08:00:00+08:00"  # a Tuesday


def at(hour: int, minute: int = 0, day: int = 2) -> datetime:
    return datetime(2026, 9, day, hour, minute, tzinfo=clock.ZONE)


@pytest.fixture(autouse=True)
def stopped():
    with clock.stopped(NOW):
        yield


def room(world: World, name: str = "一号调解室", seats: int = 8, **given) -> Room:
    return save_room(
        world["钱管理"],
        **{"name": name, "place": "东楼 2 层", "seats": seats, "unit_id": None, "hours": OFFICE_HOURS}
        | given,
    )


def mediator(world: World, name: str) -> Actor:
    return member(name, "mediator", world.units["公司"], "company")


def test_a_room_is_kept_for_a_case_and_told_on_its_timeline(world: World) -> None:
    case, one, who = place(world), room(world), mediator(world, "林调解")
    made = book_room(who, one.pk, case.pk, at(9), at(10, 30))
    assert booked_for(case.pk) == [made]
    event = Event.objects.filter(case_id=case.pk, verb="booking.made").get()
    assert event.facts["where"] == "东楼 2 层 一号调解室"
    assert event.facts["span"] == "2026-09-02 09:00–10:30"


def test_a_taken_slot_names_who_has_it_until_when_and_what_is_free(world: World) -> None:
    first, second = place(world, name="张三"), place(world, name="李四")
    one, two = room(world), room(world, "二号调解室", seats=10)
    book_room(mediator(world, "林调解"), one.pk, first.pk, at(9), at(10, 30))
    late = mediator(world, "郭调解")
    with pytest.raises(Refusal) as refused:
        book_room(late, one.pk, second.pk, at(10), at(11))
    assert refused.value.message == (
        "一号调解室已由林调解预约，09-02 09:00 至 10:30。同一时间可用：二号调解室（东楼 2 层，10 座）。"
    )
    assert [one_free["id"] for one_free in refused.value.facts["free"]] == [two.pk]
    assert Booking.objects.count() == 1

    book_room(late, one.pk, second.pk, at(10, 30), at(11))  # one ends as the other begins
    assert Booking.objects.count() == 2


def test_the_database_itself_refuses_an_overlap(world: World) -> None:
    case, one, who = place(world), room(world), mediator(world, "林调解")
    book_room(who, one.pk, case.pk, at(9), at(10))
    with pytest.raises(IntegrityError, match="bookings_never_overlap"), transaction.atomic():
        Booking.objects.create(
            room=one,
            subject="偷",
            from_at=at(9, 30),
            to_at=at(11),
            by_id=who.membership_id,
            made_at=clock.now(),
        )


@pytest.mark.parametrize(
    ("from_at", "to_at", "said"),
    [
        (at(11), at(10), "结束时间不晚于开始时间"),
        (at(7, 0, 1), at(7, 30, 1), "已经过去"),
        (at(12), at(13), "当天的开放时间是：09:00–12:00、13:30–17:30"),
        (at(11), at(14), "当天的开放时间是"),
        (at(9, 0, 5), at(10, 0, 5), "当天不开放"),  # a Saturday
        (at(9, 0, 25), at(10, 0, 25), "不开放（法定节假日）"),
    ],
)
def test_times_that_are_none(world: World, from_at: datetime, to_at: datetime, said: str) -> None:
    case, one, who = place(world), room(world), mediator(world, "林调解")
    with pytest.raises(Refusal, match=said):
        book_room(who, one.pk, case.pk, from_at, to_at)
    assert not Booking.objects.exists()


def test_free_rooms_are_those_open_empty_and_large_enough(world: World) -> None:
    case, who = place(world), mediator(world, "林调解")
    small, large = room(world, "小", seats=4), room(world, "大", seats=20)
    evening = room(world, "夜间", seats=6, hours={"3": [["18:00", "21:00"]]}, place="西楼")
    assert free_rooms(who, at(9), at(10)) == [small, large]
    assert free_rooms(who, at(9), at(10), seats=5) == [large]
    assert free_rooms(who, at(18), at(20)) == [evening]
    assert free_rooms(who, at(18), at(20), place="东楼") == []
    book_room(who, small.pk, case.pk, at(9), at(10))
    assert free_rooms(who, at(9, 30), at(11)) == [large]


def test_moving_frees_the_old_slot_and_cancelling_the_new_one(world: World) -> None:
    case, one, who = place(world), room(world), mediator(world, "林调解")
    made = book_room(who, one.pk, case.pk, at(9), at(10))
    with pytest.raises(Invalid, match="改期需要填写原因"):
        move_booking(who, made.pk, at(14), at(15), "")
    move_booking(who, made.pk, at(9, 30), at(10, 30), "对方迟到")  # overlaps only itself
    assert free_rooms(who, at(9), at(9, 30)) == [one]
    cancel_booking(who, made.pk, "撤回申请")
    assert booked_for(case.pk) == [] and free_rooms(who, at(9), at(12)) == [one]
    with pytest.raises(Refusal, match="该预约已取消"):
        cancel_booking(who, made.pk, "再次")
    verbs = Event.objects.filter(case_id=case.pk).order_by("seq").values_list("verb", flat=True)
    assert list(verbs)[-3:] == ["booking.made", "booking.moved", "booking.cancelled"]


def test_moving_into_anothers_slot_changes_nothing(world: World) -> None:
    case, one, who = place(world), room(world), mediator(world, "林调解")
    mine = book_room(who, one.pk, case.pk, at(9), at(10))
    book_room(who, one.pk, case.pk, at(10), at(11))
    with pytest.raises(Refusal, match="已由林调解预约"):
        move_booking(who, mine.pk, at(10, 30), at(11, 30), "试")
    mine.refresh_from_db()
    assert (mine.from_at, mine.to_at, mine.moved_at) == (at(9), at(10), None)


def test_an_online_session_takes_no_room_and_gets_its_link_once(world: World) -> None:
    case, who = place(world), mediator(world, "林调解")
    made = book_online(who, case.pk, at(20), at(21))
    for _ in range(2):
        set_meeting(Actor.job("meeting"), made.pk, join_url="https://meeting.example/1", code="123 456 789")
    assert Event.objects.filter(case_id=case.pk, verb="booking.meeting_set").count() == 1
    assert [one.join_url for one in booked_for(case.pk)] == ["https://meeting.example/1"]


def test_a_room_is_not_shut_over_a_booking(world: World) -> None:
    case, one, who = place(world), room(world), mediator(world, "林调解")
    made = book_room(who, one.pk, case.pk, at(9), at(10))
    with pytest.raises(Refusal, match="在这几天还有 1 个预约，最早的是林调解 09-02 09:00"):
        close_days(world["钱管理"], one.pk, at(9).date(), at(9).date(), "装修")
    cancel_booking(who, made.pk, "装修")
    closed = close_days(world["钱管理"], one.pk, at(9).date(), at(9).date(), "装修")
    with pytest.raises(Refusal, match="2026-09-02 不开放（装修）"):
        book_room(who, one.pk, case.pk, at(9), at(10))
    reopen_days(world["钱管理"], closed.pk)
    book_room(who, one.pk, case.pk, at(9), at(10))


def test_rooms_of_another_branch_are_not_seen(world: World) -> None:
    south = room(world, "南一", unit_id=world.units["南"].pk)
    north = room(world, "北一", unit_id=world.units["北"].pk)
    ours = member("林调解", "mediator", world.units["北一组"], "team")
    case = place(world, holder="李催收")
    assert free_rooms(ours, at(9), at(10)) == [north]
    with pytest.raises(NotFound):
        book_room(ours, south.pk, case.pk, at(9), at(10))
    assert not Booking.objects.exists()


def test_only_who_booked_works_the_case_or_keeps_rooms_may_cancel(world: World) -> None:
    case, one, who = place(world, holder="李催收"), room(world), mediator(world, "林调解")
    made = book_room(who, one.pk, case.pk, at(9), at(10))
    stranger = member("郭调解", "mediator", world.units["南一组"], "team")
    with pytest.raises(Refusal, match="变更他人的预约"):
        cancel_booking(stranger, made.pk, "我要用")
    assert booked_for(case.pk) == [made]


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ({}, "还没有开放时间"),
        ({"1": [["10:00", "09:00"]]}, "星期一的开放时间 10:00–09:00 结束不晚于开始"),
        ({"2": [["09:00", "12:00"], ["11:00", "13:00"]]}, "星期二的开放时间互相重叠"),
        ({"9": [["09:00", "12:00"]]}, "星期应为 1 到 7"),
        ({"1": [["早上", "12:00"]]}, "应写作 09:00"),
    ],
)
def test_hours_that_are_none(world: World, hours: dict, said: str) -> None:
    with pytest.raises(Invalid, match=said):
        room(world, hours=hours)
    assert not Room.objects.exists()


def test_the_day_over_http(world: World) -> None:
    case, one = place(world, holder="李催收", name="张三"), room(world)
    who = mediator(world, "林调解")
    browser = Browser(who)
    answer = browser.post(
        "/api/bookings",
        {"room_id": one.pk, "case_id": case.pk, "from_at": at(9).isoformat(), "to_at": at(10).isoformat()},
    )
    assert answer.status_code == 200, answer.content
    day = browser.get("/api/bookings/day", day="2026-09-02").json()
    assert [b["case_no"] for b in day["rooms"][0]["bookings"]] == [case.no]
    assert day["rooms"][0]["open"][0]["from_at"] == "2026-09-02T09:00:00+08:00"
    # Whoever does not have the case within reach sees that the time is taken, not for whom.
    stranger = Browser(member("郭调解", "mediator", world.units["南一组"], "team"))
    seen = stranger.get("/api/bookings/day", day="2026-09-02").json()["rooms"][0]["bookings"][0]
    assert (seen["subject"], seen["case_no"], seen["by"]) == ("已被预约", "", "林调解")
    again = stranger.post(
        "/api/bookings",
        {"room_id": one.pk, "case_id": case.pk, "from_at": at(9).isoformat(), "to_at": at(10).isoformat()},
    )
    assert again.status_code == 404  # not his case
    later = (at(9) + timedelta(hours=1)).isoformat()
    free = browser.get("/api/bookings/free", from_at=later, to_at=at(11).isoformat(), seats=2).json()
    assert [one_free["id"] for one_free in free] == [one.pk]
