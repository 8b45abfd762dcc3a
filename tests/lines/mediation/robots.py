"""A robot the tests script, and a case it is to ask about."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from anjie.access.actors import Actor
from anjie.desk.public import Case
from anjie.foundation import clock
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.consent import actions as consent
from anjie.lines.mediation.consent import calling, policy, reporting
from anjie.lines.mediation.consent.models import RobotTask
from anjie.ports.robot import Call, robot
from anjie.services.callbacks import actions as callbacks
from tests.lines.mediation.conftest import consenting
from tests.people import World
from tests.vendors import FakeRobot

JOB = Actor.job("mediation.robot")


@contextmanager
def a_robot() -> Iterator[FakeRobot]:
    """A robot is configured until the block ends."""
    with robot.held_by(FakeRobot()) as held:
        assert isinstance(held, FakeRobot)
        yield held


def calls_at(held: FakeRobot, moment: str | datetime) -> list[Call]:
    """Let the job run at this time of 1 September (or instant); the calls it made."""
    before = len(held.calls)
    at = f"2026-09-01T{moment}:00+08:00" if isinstance(moment, str) else moment
    with clock.stopped(at):
        calling.run(JOB)
    return held.calls[before:]


def reports(held: FakeRobot, call: Call, *answers: str, event: str = "e1", at: str = "12:05") -> bool:
    """The robot tells how a call went, as the door takes it; false when it told the same before."""
    told = held.tells(call, *answers)
    with clock.stopped(f"2026-09-01T{at}:00+08:00"):
        if not callbacks.take(
            "robot", f"{told.reference}:{event}", "robot.reported", reporting.sealed_report(told)
        ):
            return False
        from anjie.services.callbacks.models import Callback

        callbacks.handle(Callback.objects.latest("id").pk)
    return True


def task_of(case: Case, part: str = "respondent") -> RobotTask:
    """The errand to one side."""
    return RobotTask.objects.get(case=case, party__part=part)


def only_respondent(centre: World) -> Case:
    """A case in which the applicant has said yes, so that the robot has the respondent to ask."""
    case = consenting(centre)
    consent.answer_for_oneself(centre["沈梅"], case.pk, willing=True)
    return case


def setting(centre: World, case: Case, **changed: object) -> None:
    """What the case's institution wants of the robot, as its administrator sets it."""
    given = {"robot_asks": True, "spacing_hours": 4, "unwilling": "person"} | changed
    institution = Dispute.objects.get(case=case).institution_id
    policy.save_policy(centre["钱管理"], institution, **given)  # type: ignore[arg-type]
