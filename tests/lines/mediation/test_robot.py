"""The voice robot asks both sides: through the gate, three times at most, each call written down before it is made."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from anjie.desk.public import Case, ContactPoint, Event, Party, move_case
from anjie.foundation import clock
from anjie.foundation.refusals import NotFound, Refusal
from anjie.foundation.sealed import sealer
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.consent import actions as consent
from anjie.lines.mediation.consent import calling, errands, policy, queries, robot_read
from anjie.lines.mediation.consent.models import ConsentAnswer, RobotCall, RobotTask, RobotTurn
from anjie.lines.mediation.consent.robot_read import TEXT
from anjie.ports.failures import Later, Never, Unsure
from anjie.services.callbacks.models import Callback
from anjie.services.contact.models import Attempt
from tests.lines.mediation.conftest import consenting, submitted, told_since
from tests.lines.mediation.robots import JOB, a_robot, calls_at, reports, task_of
from tests.people import World
from tests.vendors import FakeRobot

HOW: list[tuple[str, ...]] = [(), ("no",), ("yes",), ("yes", "willing"), ("lost",)]


@pytest.fixture
def held() -> Iterator[FakeRobot]:
    with a_robot() as robot:
        yield robot


def to(calls: list, name: str):
    """The call to this person."""
    return next(one for one in calls if one.name == name)


def only_respondent(centre: World) -> Case:
    """A case in which the applicant has said yes, so that the robot has the respondent to ask."""
    case = consenting(centre)
    consent.answer_for_oneself(centre["沈梅"], case.pk, willing=True)
    return case


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


class TestAnswers:
    def test_both_willing_goes_on_to_filing(self, centre: World, held: FakeRobot):
        case = consenting(centre)
        made = calls_at(held, "12:00")
        for name in ("沈梅", "秦海涛"):
            assert reports(held, to(made, name), "yes", "willing")
        case.refresh_from_db()
        assert case.state == "awaiting_filing"
        assert (
            list(ConsentAnswer.objects.values_list("said", "way", "by")) == [("willing", "robot", None)] * 2
        )
        assert [one.state for one in RobotTask.objects.all()] == ["done"] * 2
        assert list(Attempt.objects.values_list("answered", flat=True)) == [True, True]
        assert calls_at(held, "19:00") == []

    def test_every_turn_is_kept_and_its_words_are_sealed(self, centre: World, held: FakeRobot):
        only_respondent(centre)
        [call] = calls_at(held, "12:00")
        reports(held, call, "yes", "unclear", "willing")
        turns = list(RobotTurn.objects.all())
        assert [(one.by, one.step, one.intent, one.confidence and float(one.confidence)) for one in turns] == [
            ("robot", "identity", "", None), ("party", "identity", "yes", 0.95),
            ("robot", "matter", "", None), ("party", "matter", "unclear", 0.95),
            ("robot", "matter_again", "", None), ("party", "matter_again", "willing", 0.95),
        ]  # fmt: skip
        first = turns[0]
        assert first.text_sealed and "秦海涛" in sealer().open(first.text_sealed, TEXT, first.pk)
        assert "秦海涛" not in str(Callback.objects.get().facts), "what waits for the job is sealed too"

    def test_the_conversation_is_read_by_who_takes_down_consent_and_that_is_noted(
        self, centre: World, held: FakeRobot
    ):
        case = only_respondent(centre)
        [call] = calls_at(held, "12:00")
        reports(held, call, "yes", "willing")
        row = RobotCall.objects.get()
        shown = robot_read.conversation(centre["何审核"], case.pk, row.pk)
        assert [one["by_label"] for one in shown["turns"]] == ["机器人", "接听人", "机器人", "接听人"]
        assert (shown["number"], shown["identified"], shown["said_label"]) == ("134****0002", True, "愿意")
        assert Event.objects.filter(case_id=case.pk, verb="robot.conversation_read").count() == 1
        with pytest.raises(NotFound):
            robot_read.conversation(centre["何审核"], consenting(centre).pk, row.pk)

    def test_one_unwilling_goes_to_a_person_unless_the_institution_closes(
        self, centre: World, held: FakeRobot
    ):
        case = consenting(centre)
        reports(held, to(calls_at(held, "12:00"), "秦海涛"), "yes", "unwilling")
        case.refresh_from_db()
        assert case.state == "consenting" and told_since(centre, "何审核", "consent.unwilling")

    def test_by_setting_one_unwilling_closes_and_the_applicant_is_told(self, centre: World, held: FakeRobot):
        case = consenting(centre)
        setting(centre, case, unwilling="close")
        made = calls_at(held, "12:00")
        reports(held, to(made, "秦海涛"), "yes", "unwilling")
        case.refresh_from_db()
        assert case.state == "declined"
        [told] = told_since(centre, "沈梅", "mediation.declined")
        assert told.text == f"{case.no} 因一方不愿调解已结束：被申请人不愿调解"
        assert task_of(case, "applicant").state == "cancelled", "nobody else is called for it"
        reports(held, to(made, "沈梅"), "yes", "willing", event="late")
        case.refresh_from_db()
        assert case.state == "declined" and ConsentAnswer.objects.count() == 1

    def test_the_setting_holds_for_who_answers_for_himself(self, centre: World):
        case = consenting(centre)
        setting(centre, case, unwilling="close")
        consent.answer_for_oneself(centre["秦海涛"], case.pk, willing=False)
        case.refresh_from_db()
        assert case.state == "declined"

    def test_an_answer_given_elsewhere_ends_the_errand(self, centre: World, held: FakeRobot):
        case = consenting(centre)
        made = calls_at(held, "12:00")
        consent.answer_for_oneself(centre["秦海涛"], case.pk, willing=True)
        assert (task_of(case).state, task_of(case).why) == ("cancelled", "当事人已答复")
        reports(held, to(made, "秦海涛"), "yes", "unwilling")
        assert ConsentAnswer.objects.count() == 1 and RobotTurn.objects.count() == 4, (
            "kept, and moves nothing"
        )
        assert RobotCall.objects.get(reference=to(made, "秦海涛").reference).said == "unwilling"
        assert [one.name for one in calls_at(held, "18:00")] == []

    def test_staff_take_an_answer_down_and_the_robot_stops(self, centre: World, held: FakeRobot):
        case = only_respondent(centre)
        party = Party.objects.get(case=case, part="respondent")
        consent.take_down(centre["何审核"], case.pk, party.pk, said="willing", way="meeting")
        assert calls_at(held, "12:00") == [] and task_of(case).state == "cancelled"

    def test_a_withdrawn_application_is_asked_about_no_more(self, centre: World, held: FakeRobot):
        case = consenting(centre)
        from anjie.lines.mediation.application.actions import withdraw

        withdraw(centre["沈梅"], case.pk, "已经和解")
        assert calls_at(held, "12:00") == []
        assert {one.state for one in RobotTask.objects.all()} == {"cancelled"}


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
        assert "被申请人：拨打 3 次未接通或没有有效答复，请人工征询调解意愿。" in told.text
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


class TestFaults:
    def test_the_same_report_twice_and_another_for_the_same_call_change_nothing(
        self, centre: World, held: FakeRobot
    ):
        only_respondent(centre)
        [call] = calls_at(held, "12:00")
        assert reports(held, call, "yes", "willing") is True
        assert reports(held, call, "yes", "willing") is False
        assert reports(held, call, "yes", "unwilling", event="e2") is True
        assert list(ConsentAnswer.objects.filter(way="robot").values_list("said", flat=True)) == ["willing"]
        assert RobotTurn.objects.count() == 4

    def test_a_busy_line_is_no_attempt_and_no_contact(self, centre: World, held: FakeRobot):
        case = only_respondent(centre)
        held.failing = Later("429")
        assert calls_at(held, "12:00") == []
        task = task_of(case)
        assert (task.attempts, task.unplaced, task.state) == (0, 1, "waiting")
        assert not Attempt.objects.filter(channel="robot").exists()
        held.failing = None
        assert calls_at(held, "12:04") == [] and len(calls_at(held, "12:05")) == 1
        assert (task_of(case).attempts, task_of(case).unplaced) == (1, 0)

    def test_a_line_that_stays_busy_leaves_it_to_people(self, centre: World, held: FakeRobot):
        case = only_respondent(centre)
        held.failing = Later("503")
        for hour in ("12:00", "13:00", "14:00", "15:00", "16:00"):
            calls_at(held, hour)
        assert (task_of(case).state, task_of(case).why) == ("handed_over", "机器人线路未能拨出（503）")

    def test_what_the_robot_never_will_do_goes_to_people_at_once(self, centre: World, held: FakeRobot):
        case = only_respondent(centre)
        held.failing = Never("422")
        calls_at(held, "12:00")
        assert (task_of(case).state, task_of(case).attempts) == ("handed_over", 0)

    def test_an_answer_lost_on_the_way_is_asked_after_not_called_again(self, centre: World, held: FakeRobot):
        case = only_respondent(centre)
        held.losing = Unsure("no_answer")
        [call] = calls_at(held, "12:00")
        held.losing = None
        assert RobotCall.objects.get().state == "unsure" and task_of(case).attempts == 1
        assert calls_at(held, "12:11") == [] and RobotCall.objects.get().state == "placed"
        held.tells(call, "yes", "willing")
        assert calls_at(held, "12:45") == [] and task_of(case).state == "done"

    def test_a_worker_killed_after_the_call_does_not_call_twice(
        self, centre: World, held: FakeRobot, monkeypatch: pytest.MonkeyPatch
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
        self, centre: World, held: FakeRobot, monkeypatch: pytest.MonkeyPatch
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

    def test_a_report_for_a_call_it_said_it_never_had_counts(self, centre: World, held: FakeRobot):
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

    def test_a_call_nobody_ever_tells_of_counts_as_not_reached(self, centre: World, held: FakeRobot):
        case = only_respondent(centre)
        calls_at(held, "12:00")
        assert calls_at(held, datetime(2026, 9, 2, 11, 59, tzinfo=clock.ZONE)) == []
        assert task_of(case).state == "calling"
        calls_at(held, datetime(2026, 9, 2, 12, 10, tzinfo=clock.ZONE))
        call = RobotCall.objects.get()
        assert (call.said, call.why) == ("not_reached", "一天内没有得到通话结果")
        assert (task_of(case).state, task_of(case).attempts) == ("waiting", 1)


class TestSettings:
    def test_only_who_may_sets_and_hours_have_bounds(self, centre: World):
        institution = centre.units["调解"].pk
        with pytest.raises(Refusal):
            policy.save_policy(
                centre["何审核"], institution, robot_asks=True, spacing_hours=4, unwilling="close"
            )
        with pytest.raises(Refusal) as refused:
            policy.save_policy(
                centre["钱管理"], institution, robot_asks=True, spacing_hours=0, unwilling="close"
            )
        assert refused.value.code == "consent.spacing"
        assert policy.policies(centre["钱管理"])[0] | {"institution_id": 0} == {
            "institution_id": 0, "name": "城东调解委员会", "robot_asks": True, "spacing_hours": 4,
            "unwilling": "person", "unwilling_label": "转人工核实", "changed_at": None, "by": "",
        }  # fmt: skip
        with pytest.raises(NotFound):
            policy.save_policy(
                centre["钱管理"], centre.units["北"].pk, robot_asks=True, spacing_hours=4, unwilling="close"
            )


def setting(centre: World, case: Case, **changed: object) -> None:
    given = {"robot_asks": True, "spacing_hours": 4, "unwilling": "person"} | changed
    institution = Dispute.objects.get(case=case).institution_id
    policy.save_policy(centre["钱管理"], institution, **given)  # type: ignore[arg-type]
