"""A placement is paused for a reason: its term stands still where the reason and the client say so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from anjie.access.actors import Actor
from anjie.desk.models import Case, Event
from anjie.desk.public import Target, move_case, move_cases
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid
from anjie.lines.recovery.deeds import TermDeed
from anjie.lines.recovery.placement.models import ClientContract
from anjie.lines.recovery.term.actions import retain_cases
from anjie.lines.recovery.term.reminding import remind_all
from anjie.services.notices.models import Notice
from anjie.services.terms import pausing
from anjie.services.terms.models import PauseReason, TermPause
from tests.cases import place
from tests.http import Browser
from tests.people import World

DESK = Actor.job("term.stand_still")


def at(day: int, month: int = 9) -> Any:
    return clock.stopped(f"2026-{month:02d}-{day:02d}T10:00:00+08:00")


@pytest.fixture(autouse=True)
def _first_day() -> Iterator[None]:
    with at(1):
        yield


def due(world: World, day: date = date(2026, 9, 30), **facts: Any) -> Case:
    return place(world, recall_on=day, **facts)


def pause(world: World, case: Case, reason: str | None = "objection") -> None:
    facts = {"pause_reason": reason} if reason else {}
    move_case(world["赵主管"], case.pk, "placement.pause", reason="客户称金额不符", facts=facts)


def resume(world: World, case: Case) -> None:
    move_case(world["赵主管"], case.pk, "placement.resume")


def term(case: Case) -> date | None:
    case.refresh_from_db()
    return case.term_on


def test_the_recall_day_moves_by_the_days_the_clock_stood_still(world: World) -> None:
    case = due(world)
    with at(3):
        pause(world, case)
    with at(10):
        resume(world, case)
    # then a week was lost, and the timeline says for what and by whom
    assert term(case) == date(2026, 10, 7)
    row = TermPause.objects.get(case=case)
    assert (row.from_on, row.to_on, row.days) == (date(2026, 9, 3), date(2026, 9, 10), 7)
    assert (row.reason.code, row.began_by_id, row.note) == (
        "objection", world["赵主管"].membership_id, "客户称金额不符",
    )  # fmt: skip
    told = Event.objects.filter(case_id=case.pk, verb__startswith="term.pause").order_by("seq")
    assert [event.facts for event in told] == [
        {"label": "债务人异议，委托方核实中", "clock": "期限停算"},
        {"days": 7, "old_term_on": "2026-09-30", "new_term_on": "2026-10-07"},
    ]


@pytest.mark.parametrize("reason", ["instalments", None])
def test_a_reason_that_does_not_stop_the_clock_or_none_leaves_the_day(world: World, reason: Any) -> None:
    case = due(world)
    pause(world, case, reason)
    with at(10):
        pausing.stand_still(DESK, "recovery", TermDeed.DUE_SEE)
        resume(world, case)
    assert term(case) == date(2026, 9, 30)
    assert TermPause.objects.get(case=case).to_on == date(2026, 9, 10)
    assert not Event.objects.filter(case_id=case.pk, verb="term.pause_ended").exists()


def test_a_client_may_have_agreed_otherwise(world: World) -> None:
    ours, other = due(world), due(world, client="DEMO-CF")
    ClientContract.objects.create(
        client=world.clients["DEMO-BANK"], pause_overrides={"objection": False, "instalments": True}
    )
    for case in (ours, other):
        pause(world, case)
    with at(5):
        for case in (ours, other):
            resume(world, case)
        pause(world, ours, "instalments")
    with at(7):
        resume(world, ours)
    # then of the bank only the two days of the instalments, of the other the four of the objection
    assert (term(ours), term(other)) == (date(2026, 10, 2), date(2026, 10, 4))


def test_while_it_stands_still_the_day_moves_with_each_day_and_nobody_is_reminded(world: World) -> None:
    case, other = due(world, date(2026, 9, 4)), due(world, date(2026, 9, 4))
    pause(world, case)
    for day in (2, 3, 3):
        with at(day):
            pausing.stand_still(DESK, "recovery", TermDeed.DUE_SEE)
            remind_all(DESK)
    assert term(case) == date(2026, 9, 6)
    assert set(Notice.objects.filter(verb="term.reminded").values_list("case_id", flat=True)) == {other.pk}
    # when it runs again, it reminds with the moved day and says why it moved
    with at(4):
        resume(world, case)
        remind_all(DESK)
    texts = Notice.objects.filter(case_id=case.pk, verb="term.reminded").values_list("text", flat=True)
    assert set(texts) == {
        f"此案件还有 3 天到期，请抓紧进行工作（案件 {case.no}，退案日期 2026-09-07，停算后顺延：债务人异议，委托方核实中）"
    }


def test_a_term_that_is_over_does_not_begin_to_run_again(world: World) -> None:
    case = due(world, date(2026, 9, 10))
    with at(11):
        pause(world, case)
    with at(20):
        resume(world, case)
    assert term(case) == date(2026, 9, 10)
    assert TermPause.objects.get(case=case).stops_clock is False


@pytest.mark.parametrize(
    ("who", "code"),
    [("王内勤", "placement.close"), ("王内勤", "placement.return"), ("王内勤", "placement.recall")],
)
def test_whatever_ends_a_pause_ends_it_once(world: World, who: str, code: str) -> None:
    case = due(world)
    pause(world, case)
    with at(4):
        move_case(world[who], case.pk, code, reason="委托方通知")
    with at(9):
        pausing.stand_still(DESK, "recovery", TermDeed.DUE_SEE)
    assert term(case) == date(2026, 10, 3)
    assert TermPause.objects.get(case=case).to_on == date(2026, 9, 4)


def test_a_term_given_anew_during_a_pause_stands_still_from_that_day(world: World) -> None:
    case = due(world)
    pause(world, case)
    with at(5):
        pausing.stand_still(DESK, "recovery", TermDeed.DUE_SEE)
        # when the clerk keeps it until the end of October
        retain_cases(world["王内勤"], Target(ids=[case.pk]), "委托方同意", term_on=date(2026, 10, 31))
        pausing.stand_still(DESK, "recovery", TermDeed.DUE_SEE)
        assert term(case) == date(2026, 10, 31)
    with at(8):
        resume(world, case)
    assert term(case) == date(2026, 11, 3)


def test_an_unknown_reason_moves_nothing(world: World) -> None:
    cases = [due(world), due(world)]
    PauseReason.objects.filter(code="client").update(is_active=False)
    with pytest.raises(Invalid) as refused:
        move_cases(
            world["赵主管"],
            [c.pk for c in cases],
            "placement.pause",
            reason="x",
            facts={"pause_reason": "nothing"},
        )
    assert refused.value.code == "term.pause_reason_unknown"
    assert not TermPause.objects.exists()
    assert {Case.objects.get(pk=case.pk).state for case in cases} == {"open"}


def test_the_pages_show_the_moved_day_and_why(world: World) -> None:
    case = due(world)
    lead = Browser(world["赵主管"])
    body = {"reason": "客户称金额不符", "facts": {"pause_reason": "objection"}}
    assert lead.post(f"/api/desk/cases/{case.pk}/moves/placement.pause", body).status_code == 200
    with at(4):
        pausing.stand_still(DESK, "recovery", TermDeed.DUE_SEE)
        lead = Browser(world["赵主管"])
        row = lead.get("/api/recovery/terms/due").json()["rows"][0]
        assert (row["term_on"], row["clock_note"]) == ("2026-10-03", "停算中：债务人异议，委托方核实中")
        resume(world, case)
        page = lead.get(f"/api/recovery/terms/pauses?case={case.pk}").json()
        facts = {one["code"]: one["value"] for one in lead.get(f"/api/desk/cases/{case.pk}").json()["panel"]}
    shown = {
        name: page[0][name] for name in ("reason", "from_on", "to_on", "days", "old_term_on", "new_term_on")
    }
    assert shown == {
        "reason": "债务人异议，委托方核实中", "from_on": "2026-09-01", "to_on": "2026-09-04", "days": 3,
        "old_term_on": "2026-09-30", "new_term_on": "2026-10-03",
    }  # fmt: skip
    assert page[0]["began_by"] == "赵主管" and page[0]["stops_clock"] is True
    assert facts["clock"] == "停算后顺延：债务人异议，委托方核实中"
    # and another team's pauses are as if they were not
    assert Browser(world["郑主管"]).get(f"/api/recovery/terms/pauses?case={case.pk}").json() == []


def test_reasons_are_kept_by_who_keeps_the_calendar(world: World) -> None:
    admin, collector = Browser(world["钱管理"]), Browser(world["李催收"])
    new = {"line": "recovery", "label": "债务人住院", "stops_clock": True}
    assert collector.post("/api/terms/pause-reasons", new).status_code == 403
    made = admin.post("/api/terms/pause-reasons", new).json()
    again = admin.post("/api/terms/pause-reasons", new)
    assert (again.status_code, again.json()["code"]) == (422, "term.pause_reason_taken")
    case = due(world)
    pause(world, case, made["code"])
    # when it no longer stops the clock and is offered no more, what was begun goes on as it was begun
    path = f"/api/terms/pause-reasons/{made['id']}"
    assert admin.patch(path, {"stops_clock": False, "is_active": False}).json()["is_active"] is False
    with at(3):
        resume(world, case)
    assert term(case) == date(2026, 10, 2)
    with pytest.raises(Invalid) as refused:
        pause(world, case, made["code"])
    assert refused.value.code == "term.pause_reason_unknown"
    case.refresh_from_db()
    assert (case.state, TermPause.objects.count()) == ("open", 1)


def test_a_contract_names_only_reasons_there_are(world: World) -> None:
    admin = Browser(world["钱管理"])
    path = f"/api/recovery/contracts/{world.clients['DEMO-BANK'].pk}"
    assert admin.patch(path, {"pause_overrides": {"objection": False}}).status_code == 200
    refused = admin.patch(path, {"pause_overrides": {"nothing": True}})
    assert (refused.status_code, refused.json()["code"]) == (422, "term.pause_reason_unknown")
    assert ClientContract.objects.get().pause_overrides == {"objection": False}
