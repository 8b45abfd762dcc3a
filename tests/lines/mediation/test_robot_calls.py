"""The voice robot asks both sides: through the gate, in permitted hours, three times at most."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from anjie.desk.public import ContactPoint, Event, Party, move_case
from anjie.foundation import clock
from anjie.foundation.refusals import Refusal
from anjie.lines.mediation.consent import actions as consent
from anjie.lines.mediation.consent import calling, errands, queries
from anjie.lines.mediation.consent.models import ConsentAnswer, RobotTask
from anjie.services.contact.models import Attempt
from tests.lines.mediation.conftest import consenting, submitted, told_since
from tests.lines.mediation.robots import JOB, a_robot, calls_at, only_respondent, reports, setting, task_of
from tests.people import World
from tests.vendors import FakeRobot

HOW: list[tuple[str, ...]] = [(), ("no",), ("yes",), ("yes", "willing"), ("lost",)]


class TestBeginning:
    def test_each_side_with_a_number_is_asked(self, centre: World, held: FakeRobot):
        case = consenting(centre)
        assert [(one.state, one.attempts) for one in RobotTask.objects.filter(case=case)] == [
            ("waiting", 0)
        ] * 2
        made = calls_at(held, "12:00")
        assert {(one.name, one.number) for one in made} == {
            ("沈梅", "13491230001"),
            ("秦海涛", "13491230002"),
        }
        assert task_of(case).state == "calling"
        permits = Attempt.objects.filter(channel="robot")
        assert [(one.allowed, one.answered) for one in permits] == [(True, None)] * 2

    def test_without_a_robot_no_errand_is_made_and_the_screen_says_who_asks(self, centre: World):
        case = consenting(centre)
        assert not RobotTask.objects.exists() and calling.run(JOB) == 0
        shown = queries.consent(centre["何审核"], case.pk)
        assert (shown["robot_live"], shown["robot_about"]) == (False, "未配置语音机器人，由工作人员征询")
        assert [one["robot"] for one in shown["sides"]] == [None, None]

    def test_an_institution_may_do_without_it(self, centre: World, held: FakeRobot):
        case = submitted(centre)
        setting(centre, case, robot_asks=False)
        move_case(centre["何审核"], case.pk, "review.approve")
        assert not RobotTask.objects.exists()

    def test_who_has_only_bad_numbers_is_left_to_people(self, centre: World, held: FakeRobot):
        case = only_respondent(centre)
        respondent = Party.objects.get(case=case, part="respondent")
        ContactPoint.objects.filter(case=case, person_id=respondent.person_id).update(state="invalid")
        assert calls_at(held, "12:00") == []
        assert (task_of(case).state, task_of(case).why) == ("handed_over", "没有可用的电话号码")

    def test_an_errand_that_waits_goes_to_people_when_there_is_no_robot_any_more(self, centre: World):
        with a_robot():
            case = consenting(centre)
        calling.run(JOB)
        assert [one.state for one in RobotTask.objects.filter(case=case)] == ["handed_over"] * 2


class TestThreeTimes:
    def test_three_calls_without_an_answer_go_to_people_and_it_never_calls_again(
        self, centre: World, held: FakeRobot
    ):
        case = only_respondent(centre)
        for hour, answers in (("12:00", ()), ("16:30", ("no",)), ("20:45", ("yes", "unclear", "unclear"))):
            [call] = calls_at(held, hour)
            reports(held, call, *answers, at=hour)
        task = task_of(case)
        assert (task.state, task.attempts, task.why) == ("handed_over", 3, "拨打 3 次未接通或没有有效答复")
        assert list(ConsentAnswer.objects.filter(way="robot").order_by("id").values_list("said", "note")) == [
            ("not_reached", ""), ("unclear", "未能确认接听人是本人"), ("unclear", "没有得到明确答复"),
        ]  # fmt: skip
        [told] = told_since(centre, "何审核", "robot.handed_over")
        assert "被申请人秦海涛：拨打 3 次未接通或没有有效答复，请人工征询调解意愿。" in told.text
        for day in range(2, 9):
            assert calls_at(held, datetime(2026, 9, day, 12, tzinfo=clock.ZONE)) == []
        with pytest.raises(IntegrityError), transaction.atomic():
            RobotTask.objects.update(attempts=4)

    def test_calls_are_spaced_as_the_institution_set(self, centre: World, held: FakeRobot):
        case = only_respondent(centre)
        setting(centre, case, spacing_hours=2)
        [call] = calls_at(held, "12:00")
        reports(held, call, at="12:01")
        assert task_of(case).next_at == datetime(2026, 9, 1, 14, 1, tzinfo=clock.ZONE)
        assert calls_at(held, "14:00") == [] and len(calls_at(held, "14:01")) == 1

    def test_who_wants_a_person_goes_to_people_after_one_call(self, centre: World, held: FakeRobot):
        case = only_respondent(centre)
        reports(held, calls_at(held, "12:00")[0], "yes", "wants_person")
        assert (task_of(case).state, task_of(case).attempts, task_of(case).why) == (
            "handed_over", 1, "要求人工联系",
        )  # fmt: skip

    def test_staff_stop_it(self, centre: World, held: FakeRobot):
        case = only_respondent(centre)
        party = Party.objects.get(case=case, part="respondent")
        errands.stop(centre["何审核"], case.pk, party.pk)
        assert task_of(case).why == "工作人员停止机器人" and calls_at(held, "12:00") == []
        with pytest.raises(Refusal) as refused:
            errands.stop(centre["何审核"], case.pk, party.pk)
        assert refused.value.code == "robot.not_asking"

    def test_never_more_than_three_calls_and_never_outside_hours(self, centre: World, held: FakeRobot):
        case = only_respondent(centre)

        @settings(max_examples=5, deadline=None)
        @given(st.lists(st.tuples(st.integers(1, 1500), st.sampled_from(HOW)), min_size=3, max_size=5))
        def story(steps: list[tuple[int, tuple[str, ...]]]) -> None:
            with transaction.atomic():
                now, began = datetime(2026, 9, 1, 12, tzinfo=clock.ZONE), len(held.calls)
                for number, (minutes, answers) in enumerate(steps):
                    now += timedelta(minutes=minutes)
                    for call in calls_at(held, now):
                        assert 8 <= now.hour < 21
                        if answers != ("lost",):
                            reports(held, call, *answers, event=f"{number}")
                made = len(held.calls) - began
                assert made <= 3 and task_of(case).attempts == made
                transaction.set_rollback(True)

        story()


class TestGate:
    def test_at_night_it_waits_for_the_morning_and_that_is_no_attempt(self, centre: World, held: FakeRobot):
        case = only_respondent(centre)
        assert calls_at(held, "21:30") == []
        task = task_of(case)
        assert (task.attempts, task.state) == (0, "waiting")
        assert task.next_at == datetime(2026, 9, 2, 8, tzinfo=clock.ZONE)
        assert Event.objects.get(case_id=case.pk, verb="contact.refused").facts["rule"] == "contact.hours"

    def test_who_is_not_to_be_contacted_goes_to_people(self, centre: World, held: FakeRobot):
        case = only_respondent(centre)
        respondent = Party.objects.get(case=case, part="respondent")
        ContactPoint.objects.filter(case=case, person_id=respondent.person_id).update(do_not_contact=True)
        assert calls_at(held, "12:00") == []
        assert task_of(case).state == "handed_over" and "禁止联系" in task_of(case).why

    def test_the_days_limit_of_answered_calls_counts_all_cases_and_people(
        self, centre: World, held: FakeRobot
    ):
        case = only_respondent(centre)
        party = Party.objects.get(case=case, part="respondent")
        point = ContactPoint.objects.get(case=case, person_id=party.person_id)
        for _ in range(3):
            permit = consent.permit_call(centre["何审核"], case.pk, party.pk, point.pk)
            Attempt.objects.filter(pk=permit).update(answered=True)
        assert calls_at(held, "13:00") == []
        assert task_of(case).next_at == datetime(2026, 9, 2, 8, tzinfo=clock.ZONE)
