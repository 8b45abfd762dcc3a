"""What appointments keep of how their cases ended is what the cases say, on every way to an end and back."""

from __future__ import annotations

from collections import defaultdict
from importlib import import_module

import pytest
from django.db import connection

from anjie.desk.public import Case
from anjie.foundation import clock
from anjie.foundation.refusals import Refusal
from anjie.lines.mediation import moves
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.closing import actions as closing
from anjie.lines.mediation.closing.actions import Agreed
from anjie.lines.mediation.mediators import actions
from anjie.lines.mediation.mediators.counting import SUCCESS, Tally, held, tallies
from anjie.lines.mediation.mediators.models import Appointment
from anjie.services.papers import actions as papers
from config import agreement, doctor
from tests.lines.mediation import closings
from tests.lines.mediation.conftest import filed, mediator
from tests.people import World

pytestmark = pytest.mark.django_db
MIGRATIONS = "anjie.lines.mediation.migrations"
OUTCOMES = next(one for one in agreement.QUESTIONS if one.name == "outcomes")


@pytest.fixture(autouse=True)
def ground(settings, tmp_path):
    with closings.papers_made(settings, tmp_path):
        yield


def by_hand() -> dict[int, Tally]:
    """The same tallies from the states of the cases and the outcomes of the disputes, one after the other."""
    found: dict[int, Tally] = defaultdict(Tally)
    for one in Appointment.objects.filter(held()).select_related("case__dispute"):
        told, tally = one.case.dispute, found[one.mediator_id]
        tally.total += 1
        tally.going_on += one.case.state in moves.GOING_ON
        if one.case.state in moves.ENDED:
            tally.ended += 1
            tally.succeeded += told.outcome in SUCCESS
            tally.took += (told.outcome_on - clock.local(one.asked_at).date()).days
            tally.measured += 1
    return found


def count(centre: World, *names: str) -> list[tuple[int, int, int, int, int]]:
    """Total, going on, ended, succeeded and days of these mediators, agreeing with the cases themselves."""
    counted = tallies(Appointment.objects.filter(held()))
    assert counted == by_hand()
    assert told_by_doctor() == "一致"
    found = [counted.get(centre[name].own_membership_id, Tally()) for name in names]
    return [(one.total, one.going_on, one.ended, one.succeeded, one.took) for one in found]


def told_by_doctor() -> str:
    """What ``anjie doctor`` says of the kept outcomes."""
    return doctor.agrees(OUTCOMES)


def ask(centre: World, case: Case, outcome: str) -> None:
    told = closings.agreed(case, outcome) if outcome != "failed" else Agreed("failed", note="双方分歧过大")
    closing.request(centre["吕调解"], case.pk, told)


def approve(centre: World, case: Case) -> None:
    for paper in closing.approve(centre["许分配"], case.pk):
        papers.finalise(centre["吕调解"], paper.pk)


def test_two_mediators_one_who_left_a_closing_sent_back_twice_and_another_outcome(centre: World):
    centre.actors["窦调解"] = mediator("窦调解", centre.units["调解"])
    closings.small_templates()
    three = ("吕调解", "施调解", "窦调解")
    with clock.stopped("2026-08-20T23:30:00+08:00"):
        case = closings.met(centre)
        # the third joins on the next day, though not by the clock of London
        with clock.stopped("2026-08-21T00:10:00+08:00"):
            actions.appoint(
                centre["许分配"], case.pk, [centre[name].own_membership_id for name in ("施调解", "窦调解")]
            )
        actions.accept(centre["施调解"], case.pk)
        actions.decline(centre["窦调解"], case.pk, why="本周出差")
    standing = [(1, 1, 0, 0, 0), (1, 1, 0, 0, 0), (0, 0, 0, 0, 0)]
    assert count(centre, *three) == standing

    ask(centre, case, "failed")
    assert count(centre, *three) == standing
    closing.send_back(centre["许分配"], case.pk, "再谈一次")
    ask(centre, case, "failed")
    approve(centre, case)
    assert Dispute.objects.get(case=case).outcome == "failed"
    assert count(centre, *three) == standing, "approved, and its papers still wait"
    closing.send_back(centre["许分配"], case.pk, "对方又愿意了")
    assert count(centre, *three) == standing

    with clock.stopped("2026-09-03T00:20:00+08:00"):
        ask(centre, case, "confirmed")
        approve(centre, case)
    with clock.stopped("2026-09-09T12:00:00+08:00"):
        case.refresh_from_db()
        closings.sign_on_paper(centre, case)
        assert count(centre, *three) == standing
        closing.complete(centre["吕调解"], case.pk)

        # till the day of the outcome, not of the last signature
        assert count(centre, *three) == [(1, 0, 1, 1, 14), (1, 0, 1, 1, 13), (0, 0, 0, 0, 0)]
        kept = Appointment.objects.order_by("id").values_list("outcome", "days")
        assert list(kept) == [("confirmed", 14), ("confirmed", 13), ("confirmed", 13)]

        Case.objects.filter(pk=case.pk).update(state="archived")
        assert count(centre, *three)[0] == (1, 0, 1, 1, 14)


def test_one_replaced_one_failed_and_one_going_on(centre: World):
    first, second = centre["吕调解"].own_membership_id, centre["施调解"].own_membership_id
    failed = closings.closed(centre, "failed")
    handed_on = actions.appoint(centre["许分配"], filed(centre).pk, [first])
    actions.replace(centre["许分配"], handed_on.pk, first, second, "休假")
    assert count(centre, "吕调解", "施调解") == [(1, 0, 1, 0, 0), (1, 1, 0, 0, 0)]

    # changed by hand it is named, and the upgrade fills what earlier versions did not keep
    Appointment.objects.update(outcome="", days=None)
    with pytest.raises(doctor.Wrong, match=failed.no):
        told_by_doctor()
    with connection.cursor() as cursor:
        cursor.execute(import_module(f"{MIGRATIONS}.0012_appointments_keep_how_cases_ended").KEEP)
    assert count(centre, "吕调解", "施调解") == [(1, 0, 1, 0, 0), (1, 1, 0, 0, 0)]


def test_who_mediated_to_the_end_cannot_take_a_failure_out_of_his_figures(centre: World):
    case = closings.closed(centre, "failed")
    with pytest.raises(Refusal) as refused:
        actions.decline(centre["吕调解"], case.pk, why="当时不该接")
    assert refused.value.message == f"案件 {case.no} 当前为“已结案”，不能申请回避。请刷新后重试。"
    assert Appointment.objects.get().state == "accepted"
    assert count(centre, "吕调解") == [(1, 0, 1, 0, 0)]


def test_a_case_ends_by_one_move_and_never_goes_back():
    """Outcomes are kept by one listener, once: another way to an end, or out of it, has to keep them too."""
    ended = set(moves.ENDED)
    entering = {move.code for move in moves.MOVES if move.target in ended and not set(move.sources) <= ended}
    leaving = {move.code for move in moves.MOVES if move.target not in ended and set(move.sources) & ended}
    assert (entering, leaving) == ({"signing.complete"}, set())
    assert all(f"'{state}'" in OUTCOMES.query for state in moves.ENDED)
