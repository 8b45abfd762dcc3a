"""What a party tells the robot counts as his answer, is kept word by word under seal, and ends the errand."""

from __future__ import annotations

import pytest

from anjie.desk.public import Event, Party
from anjie.foundation.refusals import NotFound
from anjie.foundation.sealed import sealer
from anjie.lines.mediation.consent import actions as consent
from anjie.lines.mediation.consent import robot_read
from anjie.lines.mediation.consent.models import ConsentAnswer, RobotCall, RobotTask, RobotTurn
from anjie.lines.mediation.consent.robot_read import TEXT
from anjie.services.callbacks.models import Callback
from anjie.services.contact.models import Attempt
from tests.lines.mediation.conftest import consenting, told_since
from tests.lines.mediation.robots import calls_at, only_respondent, reports, setting, task_of
from tests.people import World
from tests.vendors import FakeRobot


def to(calls: list, name: str):
    """The call to this person."""
    return next(one for one in calls if one.name == name)


def test_both_willing_goes_on_to_filing(centre: World, held: FakeRobot):
    case = consenting(centre)
    made = calls_at(held, "12:00")
    for name in ("沈梅", "秦海涛"):
        assert reports(held, to(made, name), "yes", "willing")
    case.refresh_from_db()
    assert case.state == "awaiting_filing"
    assert list(ConsentAnswer.objects.values_list("said", "way", "by")) == [("willing", "robot", None)] * 2
    assert [one.state for one in RobotTask.objects.all()] == ["done"] * 2
    assert list(Attempt.objects.values_list("answered", flat=True)) == [True, True]
    assert calls_at(held, "19:00") == []


def test_every_turn_is_kept_and_its_words_are_sealed(centre: World, held: FakeRobot):
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


def test_the_conversation_is_read_by_who_takes_down_consent_and_that_is_noted(centre: World, held: FakeRobot):
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


def test_one_unwilling_goes_to_a_person_unless_the_institution_closes(centre: World, held: FakeRobot):
    case = consenting(centre)
    reports(held, to(calls_at(held, "12:00"), "秦海涛"), "yes", "unwilling")
    case.refresh_from_db()
    assert case.state == "consenting" and told_since(centre, "何审核", "consent.unwilling")


def test_by_setting_one_unwilling_closes_and_the_applicant_is_told(centre: World, held: FakeRobot):
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


def test_the_setting_holds_for_who_answers_for_himself(centre: World):
    case = consenting(centre)
    setting(centre, case, unwilling="close")
    consent.answer_for_oneself(centre["秦海涛"], case.pk, willing=False)
    case.refresh_from_db()
    assert case.state == "declined"


def test_an_answer_given_elsewhere_ends_the_errand(centre: World, held: FakeRobot):
    case = consenting(centre)
    made = calls_at(held, "12:00")
    consent.answer_for_oneself(centre["秦海涛"], case.pk, willing=True)
    assert (task_of(case).state, task_of(case).why) == ("cancelled", "当事人已答复")
    reports(held, to(made, "秦海涛"), "yes", "unwilling")
    assert ConsentAnswer.objects.count() == 1 and RobotTurn.objects.count() == 4, "kept, and moves nothing"
    assert RobotCall.objects.get(reference=to(made, "秦海涛").reference).said == "unwilling"
    assert [one.name for one in calls_at(held, "18:00")] == []


def test_staff_take_an_answer_down_and_the_robot_stops(centre: World, held: FakeRobot):
    case = only_respondent(centre)
    party = Party.objects.get(case=case, part="respondent")
    consent.take_down(centre["何审核"], case.pk, party.pk, said="willing", way="meeting")
    assert calls_at(held, "12:00") == [] and task_of(case).state == "cancelled"


def test_a_withdrawn_application_is_asked_about_no_more(centre: World, held: FakeRobot):
    case = consenting(centre)
    from anjie.lines.mediation.application.actions import withdraw

    withdraw(centre["沈梅"], case.pk, "已经和解")
    assert calls_at(held, "12:00") == []
    assert {one.state for one in RobotTask.objects.all()} == {"cancelled"}
