"""Every figure of the team view opens as many cases as it says; the collector's desk has an order."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from anjie.access.actors import Actor
from anjie.desk.public import Case
from anjie.foundation import clock
from anjie.lines.recovery.work import asking, desk, promises, team
from tests.cases import place
from tests.http import Browser
from tests.lines.recovery.work.conftest import NOON, call, paid, promised
from tests.people import World


@pytest.fixture
def working(world: World) -> World:
    """李催收 holds five cases, worked and not; 周催收 one; 吴催收 of the other team one."""
    start = clock.read_instant("2026-08-20T09:00:00+08:00")
    with clock.stopped(start):
        held = [place(world, name=f"甲{n}", amount=f"{n + 1}000.00") for n in range(5)]
        place(world, name="乙", holder="周催收", amount="700.00")
        place(world, name="丙", holder="吴催收", amount="900.00")
        call(world["李催收"], held[0], "connected.promise", promise=promised("100.00", "2026-08-25"))
        call(world["李催收"], held[1], "connected.promise", promise=promised("200.00", "2026-09-01"))
        call(world["李催收"], held[2], "connected.promise", promise=promised("300.00", "2026-09-20"))
    with clock.stopped("2026-08-26T01:00:00+08:00"):
        promises.judge_overdue(Actor.job("work.promises"))
    row = paid(held[3], "450.00", "2026-09-01")
    row.holder_id = world["李催收"].membership_id
    row.save()
    return world


@pytest.mark.usefixtures("noon")
class TestTeam:
    def test_the_figures(self, working: World):
        answer = Browser(working["赵主管"]).get("/api/recovery/work/team").json()
        assert [(row["name"], row["cases"]) for row in answer["rows"]] == [("李催收", 5), ("周催收", 1)]
        li = answer["rows"][0]
        assert {name: li[name] for name in ("worked", "unworked", "worked_today", "late_first_call", "amount")} == {
            "worked": 3, "unworked": 2, "worked_today": 0, "late_first_call": 2, "amount": "15000.00",
        }  # fmt: skip
        assert (li["promises_open"], li["promises_due"], li["recovered"]) == (2, 1, "450.00")
        assert answer["totals"]["cases"] == 6 and answer["totals"]["amount"] == "15700.00"

    def test_broken_promises_are_of_the_period(self, working: World):
        august = (
            Browser(working["赵主管"])
            .get("/api/recovery/work/team", since="2026-08-01", until="2026-08-31")
            .json()
        )
        assert (august["totals"]["promises_broken"], august["totals"]["recovered"]) == (1, "0.00")
        assert august["totals"]["records"] == 3

    def test_every_figure_opens_what_it_counts(self, working: World):
        figures = team.team(working["赵主管"])
        for name in (*team.CASE_FIGURES, *team.PROMISE_FIGURES):
            for row in figures["rows"]:
                found = team.behind(working["赵主管"], name, membership=row["membership_id"], limit=500)
                assert found["count"] == row[name], (name, row["name"])
            assert team.behind(working["赵主管"], name)["count"] == figures["totals"][name]
        recovered = team.behind(working["赵主管"], "recovered")
        assert recovered["totals"]["amount"] == figures["totals"]["recovered"] == Decimal("450.00")
        assert len(recovered["rows"]) == 1

    def test_records_of_the_last_fourteen_days_are_counted_by_day(self, working: World):
        with clock.stopped("2026-08-22T23:30:00+08:00"):
            li, zhou = team.team(working["赵主管"])["rows"]
        assert li["daily"] == [0] * 11 + [3, 0, 0]
        assert zhou["daily"] == [0] * 14
        with clock.stopped("2026-09-03T00:10:00+08:00"):
            assert team.team(working["赵主管"])["rows"][0]["daily"] == [0] * 14

    def test_money_of_one_who_holds_nothing_any_more_stands_in_the_total(self, working: World):
        # given money that came while the clerk held a case which 周催收 holds now
        case = Case.objects.get(holder_id=working["周催收"].membership_id)
        row = paid(case, "60.00", "2026-09-01")
        row.holder_id = working["王内勤"].membership_id
        row.save()
        # then he has a row of his own, and total, rows and list agree
        figures = team.team(working["赵主管"])
        assert [row["name"] for row in figures["rows"] if row["recovered"] == Decimal("60.00")] == ["王内勤"]
        behind = team.behind(working["赵主管"], "recovered")
        assert figures["totals"]["recovered"] == behind["totals"]["amount"] == Decimal("510.00")
        his = team.behind(working["赵主管"], "recovered", membership=working["王内勤"].membership_id)
        assert (his["count"], his["totals"]["amount"]) == (1, Decimal("60.00"))
        # and in a month without that money he is not listed
        august = team.team(working["赵主管"], clock.read_instant("2026-08-01T00:00:00+08:00").date(),
                           clock.read_instant("2026-08-31T00:00:00+08:00").date())  # fmt: skip
        assert "王内勤" not in [row["name"] for row in august["rows"]]

    def test_another_team_sees_its_own(self, working: World):
        answer = Browser(working["郑主管"]).get("/api/recovery/work/team").json()
        assert [(row["name"], row["cases"]) for row in answer["rows"]] == [("吴催收", 1)]

    def test_a_collector_does_not_see_the_team(self, working: World):
        assert Browser(working["李催收"]).get("/api/recovery/work/team").status_code == 403

    def test_an_unknown_figure_is_refused(self, working: World):
        answer = Browser(working["赵主管"]).get("/api/recovery/work/team/password")
        assert (answer.status_code, answer.json()["code"]) == (422, "work.unknown_figure")


@pytest.mark.usefixtures("noon")
class TestDesk:
    def test_the_order_in_which_cases_want_to_be_worked(self, working: World):
        supervisor, li = working["赵主管"], working["李催收"]
        cases = {row["debtor"]: row["case_id"] for row in desk.own_queue(li)["rows"]}
        asking.instruct(supervisor, cases["甲3"], "请核实", clock.today() + timedelta(days=1))

        answer = Browser(li).get("/api/recovery/work/desk").json()

        assert [(row["debtor"], row["why"]) for row in answer["rows"]] == [
            ("甲3", "督办待回复"),
            ("甲1", "承诺今日到期"),
            ("甲0", "承诺已过期"),
            ("甲4", "尚未首次联系"),
            ("甲2", ""),
        ]
        assert answer["count"] == 5
        assert answer["totals"] == {
            "instructed": 1, "promised_today": 1, "promise_missed": 1, "planned": 0, "untouched": 1, "rest": 1,
        }  # fmt: skip

    def test_others_cases_are_not_on_ones_desk(self, working: World):
        assert desk.own_queue(working["周催收"])["count"] == 1
        assert clock.now() == clock.read_instant(NOON)
