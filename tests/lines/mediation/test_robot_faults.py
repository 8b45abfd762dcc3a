"""A robot that is busy, silent, slow or told twice: no call is made twice and none is counted that was not made."""

from __future__ import annotations

from datetime import datetime

import pytest

from anjie.foundation import clock
from anjie.lines.mediation.consent import calling
from anjie.lines.mediation.consent.models import ConsentAnswer, RobotCall, RobotTurn
from anjie.ports.failures import Later, Never, Unsure
from anjie.ports.robot import Call, CallReport
from anjie.services.contact.models import Attempt
from tests.lines.mediation.conftest import consenting
from tests.lines.mediation.robots import calls_at, only_respondent, reports, task_of
from tests.people import World
from tests.vendors import FakeRobot


def test_the_same_report_twice_and_another_for_the_same_call_change_nothing(centre: World, held: FakeRobot):
    only_respondent(centre)
    [call] = calls_at(held, "12:00")
    assert reports(held, call, "yes", "willing") is True
    assert reports(held, call, "yes", "willing") is False
    assert reports(held, call, "yes", "unwilling", event="e2") is True
    assert list(ConsentAnswer.objects.filter(way="robot").values_list("said", flat=True)) == ["willing"]
    assert RobotTurn.objects.count() == 4


def test_a_busy_line_is_no_attempt_and_no_contact(centre: World, held: FakeRobot):
    case = only_respondent(centre)
    held.failing = Later("429")
    assert calls_at(held, "12:00") == []
    task = task_of(case)
    assert (task.attempts, task.unplaced, task.state) == (0, 1, "waiting")
    assert not Attempt.objects.filter(channel="robot").exists()
    held.failing = None
    assert calls_at(held, "12:04") == [] and len(calls_at(held, "12:05")) == 1
    assert (task_of(case).attempts, task_of(case).unplaced) == (1, 0)


def test_a_line_that_stays_busy_leaves_it_to_people(centre: World, held: FakeRobot):
    case = only_respondent(centre)
    held.failing = Later("503")
    for hour in ("12:00", "13:00", "14:00", "15:00", "16:00"):
        calls_at(held, hour)
    assert (task_of(case).state, task_of(case).why) == ("handed_over", "机器人线路未能拨出（503）")


def test_what_the_robot_never_will_do_goes_to_people_at_once(centre: World, held: FakeRobot):
    case = only_respondent(centre)
    held.failing = Never("422")
    calls_at(held, "12:00")
    assert (task_of(case).state, task_of(case).attempts) == ("handed_over", 0)


def test_an_answer_lost_on_the_way_is_asked_after_not_called_again(centre: World, held: FakeRobot):
    case = only_respondent(centre)
    held.losing = Unsure("no_answer")
    [call] = calls_at(held, "12:00")
    held.losing = None
    assert RobotCall.objects.get().state == "unsure" and task_of(case).attempts == 1
    assert calls_at(held, "12:11") == [] and RobotCall.objects.get().state == "placed"
    held.tells(call, "yes", "willing")
    assert calls_at(held, "12:45") == [] and task_of(case).state == "done"


def test_a_worker_killed_after_the_call_does_not_call_twice(
    centre: World, held: FakeRobot, monkeypatch: pytest.MonkeyPatch
):
    case = only_respondent(centre)
    place = held.place

    def killed(call: object) -> str:
        place(call)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    monkeypatch.setattr(held, "place", killed)
    with pytest.raises(KeyboardInterrupt):
        calls_at(held, "12:00")
    monkeypatch.undo()
    assert RobotCall.objects.get().state == "placing" and len(held.calls) == 1
    for minute in ("12:01", "12:06", "12:30"):
        assert calls_at(held, minute) == []
    assert RobotCall.objects.get().state == "placed" and task_of(case).attempts == 1


def test_a_worker_killed_before_the_call_calls_after_all(
    centre: World, held: FakeRobot, monkeypatch: pytest.MonkeyPatch
):
    case = only_respondent(centre)

    def killed(call: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(held, "place", killed)
    with pytest.raises(KeyboardInterrupt):
        calls_at(held, "12:00")
    monkeypatch.undo()
    assert calls_at(held, "12:06") == [] and len(calls_at(held, "12:11")) == 1
    assert (task_of(case).attempts, RobotCall.objects.count()) == (1, 2)


def test_a_report_for_a_call_it_said_it_never_had_counts(centre: World, held: FakeRobot):
    case = only_respondent(centre)
    held.losing = Unsure("no_answer")
    [call] = calls_at(held, "12:00")
    held.losing = None
    held.calls.clear()
    calls_at(held, "12:11")
    assert RobotCall.objects.get().state == "not_placed" and task_of(case).attempts == 0
    reports(held, call, "yes", "willing", at="12:12")
    assert (RobotCall.objects.get().state, task_of(case).attempts) == ("ended", 1)
    assert Attempt.objects.get(channel="robot").origin == "elsewhere"


def test_a_call_nobody_ever_tells_of_counts_as_not_reached(centre: World, held: FakeRobot):
    case = only_respondent(centre)
    calls_at(held, "12:00")
    assert calls_at(held, datetime(2026, 9, 2, 11, 59, tzinfo=clock.ZONE)) == []
    assert task_of(case).state == "calling"
    calls_at(held, datetime(2026, 9, 2, 12, 10, tzinfo=clock.ZONE))
    call = RobotCall.objects.get()
    assert (call.said, call.why) == ("not_reached", "一天内没有得到通话结果")
    assert (task_of(case).state, task_of(case).attempts) == ("waiting", 1)


def test_a_robot_slow_to_tell_is_asked_for_a_share_of_the_minute_and_still_calls(
    centre: World, held: FakeRobot, monkeypatch: pytest.MonkeyPatch
):
    asked = [consenting(centre) for _ in range(2)]
    assert len(calls_at(held, "12:00")) == 4
    waiting = only_respondent(centre)
    look_up, told, at = held.look_up, [], [0.0]

    def slowly(reference: str) -> CallReport | None:
        told.append(reference)
        at[0] += 9.0
        return look_up(reference)

    monkeypatch.setattr(held, "look_up", slowly)
    monkeypatch.setattr(calling.time, "monotonic", lambda: at[0])
    [call] = calls_at(held, "12:30")
    assert len(told) == len(set(told)) == 3, "9, 18 and 27 seconds: no more is begun after twenty"
    assert task_of(waiting).state == "calling" and call.name == "秦海涛"
    calls_at(held, "12:31")
    assert sorted(told) == sorted(
        RobotCall.objects.filter(task__case__in=asked).values_list("reference", flat=True)
    )


def test_a_robot_slow_to_take_calls_gives_none_after_half_a_minute(
    centre: World, held: FakeRobot, monkeypatch: pytest.MonkeyPatch
):
    for _ in range(2):
        consenting(centre)
    place, at = held.place, [0.0]

    def slowly(call: Call) -> str:
        at[0] += 11.0
        return place(call)

    monkeypatch.setattr(held, "place", slowly)
    monkeypatch.setattr(calling.time, "monotonic", lambda: at[0])
    assert len(calls_at(held, "12:00")) == 3
    assert len(calls_at(held, "12:01")) == 1
