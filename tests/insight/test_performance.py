"""Performance by person, team, branch and company: credited to who held the case when it was paid."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from anjie.access.actors import Actor
from anjie.desk.public import assign_cases
from anjie.foundation import clock
from anjie.lines.recovery.payment.actions import count_repayments
from anjie.lines.recovery.payment.rules import RepaymentIn
from anjie.lines.recovery.work import promises
from anjie.lines.recovery.work.models import ResultCode
from anjie.lines.recovery.work.records import Contacted, PromiseMade, record_work
from anjie.lines.recovery.work.results import ship_results
from tests.cases import place
from tests.http import Browser
from tests.insight.test_figures import listed
from tests.people import World

TODAY = "2026-09-15T10:00:00+08:00"
SEPTEMBER = {"from_on": "2026-09-01", "to_on": "2026-09-15"}


def promise(actor: Actor, case: Any, amount: str, due_on: str) -> None:
    """One note with a promise on it."""
    ship_results()
    result = ResultCode.objects.get(client=None, code="connected.promise")
    made = PromiseMade(Decimal(amount), date.fromisoformat(due_on))
    point = case.contact_points.order_by("id")[0].pk
    record_work(
        actor, Contacted(case=case.pk, contact_point=point, result=result.pk, note="答应还", promise=made)
    )


@pytest.fixture
def month(world: World) -> World:
    """甲 went from 李催收 to 周催收 on 10 September and was paid before and after; 乙 is 周's, 丙 吴's."""
    with clock.stopped("2026-09-02T10:00:00+08:00"):
        one = place(world, "DEMO-BANK", "甲", "1000.00", "李催收")
        two = place(world, "DEMO-BANK", "乙", "2000.00", "周催收")
        three = place(world, "DEMO-CF", "丙", "3000.00", "吴催收")
        promise(world["李催收"], one, "100.00", "2026-09-05")
        promise(world["吴催收"], three, "300.00", "2026-09-05")
    li, zhou = world["李催收"].membership_id, world["周催收"].membership_id
    with clock.stopped("2026-09-10T09:00:00+08:00"):
        assign_cases(world["赵主管"], [one.pk], [zhou], before=[li], why="hand")
    with clock.stopped(TODAY):
        for client, told in (
            ("DEMO-BANK", [(one, "100.00", "2026-09-04"), (one, "40.50", "2026-09-11"), (two, "60.00", "2026-09-11")]),
            ("DEMO-CF", [(three, "30.00", "2026-09-03")]),
        ):  # fmt: skip
            rows = [
                RepaymentIn(n, Decimal(amount), date.fromisoformat(day), case_id=case.pk)
                for n, (case, amount, day) in enumerate(told)
            ]
            assert count_repayments(world["孙内勤"], rows, client_id=world.clients[client].pk).refused == []
        promises.judge_overdue(Actor.job("work.promises"))
    return world


def asked(world: World, who: str, by: str, **more: Any) -> dict[str, Any]:
    """The report as this person gets it."""
    answer = Browser(world[who]).get("/api/insight/performance", by=by, **SEPTEMBER, **more)
    assert answer.status_code == 200, answer.content
    return answer.json()


def told(row: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(
        row[name]
        for name in ("label", "placed", "placed_amount", "worked", "made", "kept", "partly", "broken", "recovered", "rate")
    )  # fmt: skip


def test_money_follows_the_holder_of_the_day(month: World) -> None:
    with clock.stopped(TODAY):
        report = asked(month, "孙内勤", "person")
    assert [told(row) for row in report["rows"]] == [
        ("周催收", 2, "3000.00", 0, 0, 0, 0, 0, "100.50", "0.0335"),
        ("李催收", 1, "1000.00", 1, 1, 1, 0, 0, "100.00", "0.1000"),
        ("吴催收", 1, "3000.00", 1, 1, 0, 1, 0, "30.00", "0.0100"),
    ]
    # 甲 was held by two and is one case of the whole
    assert told(report["totals"]) == ("合计", 3, "6000.00", 2, 2, 1, 1, 0, "230.50", "0.0384")


def test_teams_branches_and_the_company_add_up(month: World) -> None:
    with clock.stopped(TODAY):
        teams = asked(month, "孙内勤", "team")["rows"]
        branches = asked(month, "孙内勤", "branch")["rows"]
        company = asked(month, "孙内勤", "company")["rows"]
    north = (2, "3000.00", 1, 1, 1, 0, 0, "200.50", "0.0668")
    south = (1, "3000.00", 1, 1, 0, 1, 0, "30.00", "0.0100")
    assert [told(row) for row in teams] == [("北一组", *north), ("南一组", *south)]
    assert [told(row) for row in branches] == [("北分公司", *north), ("南分公司", *south)]
    assert [told(row) for row in company] == [("安捷公司", 3, "6000.00", 2, 2, 1, 1, 0, "230.50", "0.0384")]


@pytest.mark.parametrize("by", ["person", "team", "branch", "company"])
def test_every_figure_opens_the_list_that_counts_it(month: World, by: str) -> None:
    with clock.stopped(TODAY):
        browser = Browser(month["孙内勤"])
        report = browser.get("/api/insight/performance", by=by, **SEPTEMBER).json()
        for row in (*report["rows"], report["totals"]):
            cases = browser.get("/api/recovery/cases", **row["drill_placed"]).json()["totals"]
            assert (cases["count"], cases["amount"]) == (row["placed"], row["placed_amount"]), row["label"]
            records = browser.get("/api/recovery/work/records", **row["drill_records"]).json()
            assert (records["totals"]["cases"], records["count"]) == (row["worked"], row["records"])
            said = browser.get("/api/recovery/work/promises", **row["drill_promises"]).json()
            assert said["count"] == row["made"]
            for state in ("kept", "partly", "broken"):
                of_state = browser.get("/api/recovery/work/promises", **row["drill_promises"], state=state)
                assert of_state.json()["count"] == row[state], (row["label"], state)
            found = listed(browser, "/api/recovery/payments", row["drill_repayments"])
            assert found == (row["repayments"], Decimal(row["recovered"])), row["label"]


def test_a_client_and_a_reach_narrow_it(month: World) -> None:
    with clock.stopped(TODAY):
        bank = asked(month, "孙内勤", "team", client=month.clients["DEMO-BANK"].pk)
        assert [(row["label"], row["recovered"]) for row in bank["rows"]] == [("北一组", "200.50")]
        south = asked(month, "郑主管", "person")
        assert [(row["label"], row["recovered"]) for row in south["rows"]] == [("吴催收", "30.00")]


def test_a_wrong_day_in_the_holders_filter_is_refused(month: World) -> None:
    answer = Browser(month["孙内勤"]).get("/api/recovery/cases", held="any:2026-02-31..2026-03-01")
    assert (answer.status_code, answer.json()["code"]) == (422, "list.wrong_filter")
