"""The mediation's clock stands still for an appraisal: its days do not count, and nobody is reminded meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from anjie.access.actors import Actor
from anjie.desk.public import Case, Event
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.lines.mediation.deeds import SessionDeed
from anjie.lines.mediation.session import extension, standing_still
from anjie.lines.mediation.session.reminding import remind_all
from anjie.services.notices.models import Notice
from anjie.services.terms import pausing
from anjie.services.terms.models import TermPause
from tests.http import Browser
from tests.lines.mediation.conftest import mediating, mediator
from tests.people import World

DESK = Actor.job("mediation.stand_still")
NOTE = "9 月 1 日委托城东司法鉴定所"


def at(day: int, month: int = 9) -> Any:
    return clock.stopped(f"2026-{month:02d}-{day:02d}T10:00:00+08:00")


def night() -> int:
    return pausing.stand_still(DESK, "mediation", SessionDeed.MEDIATE)


@pytest.fixture
def case(centre: World) -> Iterator[Case]:
    """In mediation from 1 September on; its term ends on 8 October, the first day worked after the holiday."""
    made = mediating(centre)
    with at(1):
        yield made


def term(case: Case) -> date | None:
    case.refresh_from_db()
    return case.term_on


def test_the_days_of_an_appraisal_do_not_count_and_both_sides_are_told_of_the_new_end(
    centre: World, case: Case
) -> None:
    standing_still.stop(centre["吕调解"], case.pk, "appraisal", NOTE)
    assert {one.text for one in Notice.objects.filter(verb="session.clock_stopped")} == {
        f"{case.no} {case.title}：鉴定、评估、审计期间，期限停算。"
    }
    with at(4):
        # three days lost: from 8 to 11 October, a Sunday, and so on to Monday
        assert night() == 1
        assert term(case) == date(2026, 10, 12)
        assert night() == 0
    with at(8):
        standing_still.go_on(centre["吕调解"], case.pk)
    assert term(case) == date(2026, 10, 15)
    one = TermPause.objects.get(case=case)
    assert (one.term_before, one.to_on, one.days) == (date(2026, 10, 8), date(2026, 9, 8), 7)
    assert Event.objects.filter(case_id=case.pk, verb="term.pause_ended").count() == 1
    told = Notice.objects.filter(verb="mediation.extended").values_list("text", flat=True)
    assert set(told) == {f"{case.no} 的调解期限延长至 2026年10月15日。"}
    with at(9):
        night()
    assert term(case) == date(2026, 10, 15)


def test_a_clock_that_goes_on_the_same_day_is_told_to_run_again(centre: World, case: Case) -> None:
    before = term(case)
    standing_still.stop(centre["吕调解"], case.pk, "appraisal", NOTE)
    standing_still.go_on(centre["吕调解"], case.pk)
    assert term(case) == before
    told = Event.objects.filter(case_id=case.pk, verb="mediation.clock_went_on")
    assert told.count() == 1


def test_a_reason_that_does_not_stop_the_clock_moves_nothing(centre: World, case: Case) -> None:
    standing_still.stop(centre["吕调解"], case.pk, "related_case", "等待另案判决")
    with at(10):
        night()
        standing_still.go_on(centre["吕调解"], case.pk)
    assert term(case) == date(2026, 10, 8)
    assert not Notice.objects.filter(verb="mediation.extended").exists()


def test_nobody_is_reminded_of_a_term_that_does_not_run(centre: World, case: Case) -> None:
    standing_still.stop(centre["吕调解"], case.pk, "appraisal", NOTE)
    with at(1, month=10):
        remind_all(DESK)
        assert not Notice.objects.filter(verb="session.term").exists()
        standing_still.go_on(centre["吕调解"], case.pk)
    with at(4, month=11):
        remind_all(DESK)
        assert Notice.objects.filter(verb="session.term").exists()


def test_asking_to_close_lets_the_clock_run_again(centre: World, case: Case) -> None:
    standing_still.stop(centre["吕调解"], case.pk, "appraisal", NOTE)
    with at(3):
        standing_still._closing(centre["吕调解"], [case.pk], {})
    assert TermPause.objects.get(case=case).to_on == date(2026, 9, 3)
    assert term(case) == date(2026, 10, 10)


class TestRefusals:
    @pytest.mark.parametrize(
        ("code", "note", "refusal"),
        [
            ("appraisal", "  ", "session.stop_note"),
            ("holiday", NOTE, "term.pause_reason_unknown"),
            ("objection", NOTE, "term.pause_reason_unknown"),
        ],
    )
    def test_without_a_known_reason_or_words(
        self, centre: World, case: Case, code: str, note: str, refusal: str
    ) -> None:
        with pytest.raises(Invalid) as said:
            standing_still.stop(centre["吕调解"], case.pk, code, note)
        assert (said.value.code, TermPause.objects.count()) == (refusal, 0)

    def test_twice_and_before_it_was_stopped(self, centre: World, case: Case) -> None:
        with pytest.raises(Refusal) as said:
            standing_still.go_on(centre["吕调解"], case.pk)
        assert said.value.code == "session.not_stopped"
        standing_still.stop(centre["吕调解"], case.pk, "appraisal", NOTE)
        with pytest.raises(Refusal) as said:
            standing_still.stop(centre["吕调解"], case.pk, "force_majeure", NOTE)
        assert (said.value.code, TermPause.objects.count()) == ("session.stopped_already", 1)

    def test_a_term_that_is_over(self, centre: World, case: Case) -> None:
        with at(9, month=10), pytest.raises(Refusal) as said:
            standing_still.stop(centre["吕调解"], case.pk, "appraisal", NOTE)
        assert (said.value.code, TermPause.objects.count()) == ("session.term_over", 0)

    def test_by_who_does_not_mediate_it(self, centre: World, case: Case) -> None:
        other = mediator("路过", centre.units["调解"])
        for who in (other, centre["许分配"]):
            with pytest.raises((NotFound, Refusal)):
                standing_still.stop(who, case.pk, "appraisal", NOTE)
        assert not TermPause.objects.exists()


def test_over_http_the_tab_shows_what_stopped_it(centre: World, case: Case) -> None:
    browser = Browser(centre["吕调解"])
    path = f"/api/mediation/cases/{case.pk}"
    stopped = browser.post(f"{path}/clock/stop", {"reason": "appraisal", "note": NOTE})
    assert stopped.status_code == 200, stopped.content.decode()
    assert [one["code"] for one in stopped.json()["stop_reasons"]] == [
        "appraisal",
        "force_majeure",
        "related_case",
    ]
    assert stopped.json()["stopped"] is True
    shown = extension.extension_of(centre["许分配"], case.pk)["stops"]
    assert [(one["reason"], one["note"], one["to_on"]) for one in shown] == [
        ("鉴定、评估、审计期间", NOTE, None)
    ]
    gone_on = browser.post(f"{path}/clock/go-on")
    assert (gone_on.json()["stopped"], gone_on.json()["stops"][0]["days"]) == (False, 0)
