"""Every figure opens the list behind it, and the two agree to the cent."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from anjie.foundation import clock
from anjie.insight.rules import month_end, months_back, ratio
from anjie.lines.recovery.payment.actions import count_repayments
from anjie.lines.recovery.payment.rules import RepaymentIn
from tests.cases import batch, place
from tests.http import Browser
from tests.people import World

TODAY = "2026-09-15T10:00:00+08:00"
YEAR = {"from_on": "2026-01-01", "to_on": "2026-09-15"}


@pytest.fixture
def year(world: World) -> World:
    """Five placements of two clients in three batches, and eight repayments over four months, one reversed."""
    batch(world, "DEMO-BANK", "B-1"), batch(world, "DEMO-BANK", "B-2"), batch(world, "DEMO-CF", "C-1")
    with clock.stopped("2026-05-02T09:00:00+08:00"):
        rows = [
            place(world, "DEMO-BANK", "张一", "1000.00", "李催收", batch_no="B-1", region="江苏省"),
            place(world, "DEMO-BANK", "张二", "2000.00", "李催收", batch_no="B-1", region="江苏省苏州市"),
            place(world, "DEMO-BANK", "张三", "3000.00", "周催收", batch_no="B-2", region="辽宁省"),
            place(world, "DEMO-CF", "张四", "4000.00", "吴催收", batch_no="C-1", region="辽宁省"),
            place(world, "DEMO-CF", "张五", "5000.00", None, batch_no="C-1", region=""),
        ]
    paid = [(0, "100.10", "2026-05-10"), (0, "200.20", "2026-06-10"), (1, "300.30", "2026-06-11"),
            (2, "400.40", "2026-06-11"), (3, "500.50", "2026-08-01"), (3, "600.60", "2026-08-31"),
            (4, "700.70", "2026-09-01"), (0, "699.70", "2026-09-14")]  # fmt: skip
    with clock.stopped(TODAY):
        for client in ("DEMO-BANK", "DEMO-CF"):
            mine = [(i, a, d) for i, a, d in paid if (i >= 3) == (client == "DEMO-CF")]
            told = [
                RepaymentIn(n, Decimal(amount), date.fromisoformat(day), case_id=rows[i].pk)
                for n, (i, amount, day) in enumerate(mine)
            ]
            counted = count_repayments(world["孙内勤"], told, client_id=world.clients[client].pk)
            assert counted.refused == []
    return world


def listed(browser: Browser, path: str, query: dict[str, str]) -> tuple[int, Decimal]:
    """What the list behind a figure says: its count and its sum."""
    answer = browser.get(path, **query)
    assert answer.status_code == 200, answer.content
    body = answer.json()
    return body["count"], Decimal(body["totals"]["amount"])


@pytest.mark.parametrize(
    "by", ["day", "month", "year", "batch", "rate", "client", "unit", "collector", "region"]
)
def test_recovered_money_and_its_list_agree(year: World, by: str) -> None:
    with clock.stopped(TODAY):
        browser = Browser(year["孙内勤"])
        report = browser.get("/api/insight/recovered", by=by, **YEAR).json()
        assert (report["count"], report["amount"]) == (8, "3502.50")
        for row in report["rows"]:
            if row["drill"] is not None:
                found = listed(browser, "/api/recovery/payments", row["drill"])
                assert found == (row["count"], Decimal(row["amount"])), row["label"]
        assert sum(Decimal(row["amount"]) for row in report["rows"]) == Decimal("3502.50")


def test_a_unit_with_units_below_counts_and_lists_its_own_alone(year: World) -> None:
    # given money that came while somebody of the branch itself held the case
    north = year.units["北"]
    with clock.stopped(TODAY):
        head = place(year, "DEMO-BANK", "张六", "900.00", "王内勤", unit="北")
        told = RepaymentIn(9, Decimal("55.50"), date(2026, 9, 2), case_id=head.pk)
        count_repayments(year["孙内勤"], [told], client_id=year.clients["DEMO-BANK"].pk)
        browser = Browser(year["孙内勤"])
        rows = browser.get("/api/insight/recovered", by="unit", **YEAR).json()["rows"]
        # then the branch's row and its list leave out what its team recovered
        row = next(row for row in rows if row["key"] == str(north.pk))
        assert (row["count"], row["amount"]) == (1, "55.50")
        assert listed(browser, "/api/recovery/payments", row["drill"]) == (1, Decimal("55.50"))
        # while the list's own filter by unit has the units below as well
        below = {"unit": str(north.pk), "paid_from": "2026-01-01", "reversed": "false"}
        assert listed(browser, "/api/recovery/payments", below) == (7, Decimal("2456.90"))


def test_months_are_told_in_order_with_their_sums(year: World) -> None:
    with clock.stopped(TODAY):
        rows = Browser(year["孙内勤"]).get("/api/insight/recovered", by="month", **YEAR).json()["rows"]
    assert [(row["label"], row["amount"]) for row in rows] == [
        ("2026-05", "100.10"),
        ("2026-06", "900.90"),
        ("2026-08", "1101.10"),
        ("2026-09", "1400.40"),
    ]


def test_a_batchs_figures_are_those_of_its_cases(year: World) -> None:
    with clock.stopped(TODAY):
        browser = Browser(year["孙内勤"])
        report = browser.get("/api/insight/batches").json()
        first = next(row for row in report["rows"] if row["no"] == "B-1")
        assert (first["count"], first["amount"], first["repaid"]) == (2, "3000.00", "1300.30")
        assert (first["recovery_rate"], first["settled_count"]) == ("0.4334", 1)
        for row in report["rows"]:
            totals = browser.get("/api/recovery/cases", **row["drill"]).json()["totals"]
            assert (totals["count"], totals["amount"], totals["settled"]) == (
                row["count"],
                row["amount"],
                row["repaid"],
            )
        assert report["totals"]["amount"] == "15000.00"


def test_a_collectors_figures_are_those_of_what_he_holds(year: World) -> None:
    with clock.stopped(TODAY):
        browser = Browser(year["孙内勤"])
        rows = browser.get("/api/insight/collectors", **YEAR).json()["rows"]
        one = next(row for row in rows if row["name"] == "李催收")
        assert (one["count"], one["repayments"], one["repaid"]) == (1, 4, "1300.30")
        for row in rows:
            totals = browser.get("/api/recovery/cases", **row["drill_cases"]).json()["totals"]
            assert (totals["count"], totals["balance"]) == (row["count"], row["balance"])
            found = listed(browser, "/api/recovery/payments", row["drill_repayments"])
            assert found == (row["repayments"], Decimal(row["repaid"]))


def test_figures_are_narrowed_to_reach(year: World) -> None:
    with clock.stopped(TODAY):
        report = Browser(year["郑主管"]).get("/api/insight/recovered", by="client", **YEAR).json()
        assert [(row["label"], row["amount"]) for row in report["rows"]] == [("示范消金", "1101.10")]


def test_commission_rates_are_no_grouping_for_who_may_not_see_them(year: World) -> None:
    answer = Browser(year["赵主管"]).get("/api/insight/recovered", by="rate", **YEAR)
    assert answer.status_code == 403


def test_a_period_that_runs_backwards_is_refused(world: World) -> None:
    answer = Browser(world["孙内勤"]).get(
        "/api/insight/recovered", by="day", from_on="2026-02-01", to_on="2026-01-01"
    )
    assert (answer.status_code, answer.json()["code"]) == (422, "insight.period")


def home(browser: Browser) -> dict[str, Any]:
    answer = browser.get("/api/insight/home")
    assert answer.status_code == 200
    return answer.json()


def test_the_home_page_counts_what_its_lists_show(year: World) -> None:
    with clock.stopped(TODAY):
        browser = Browser(year["李催收"])
        page = home(browser)
        assert (page["mine"]["count"], page["mine"]["balance"]) == (1, "1699.70")
        assert (page["mine"]["month_count"], page["mine"]["month_amount"]) == (1, "699.70")
        totals = browser.get("/api/recovery/cases", **page["mine"]["drill"]).json()["totals"]
        assert (totals["count"], totals["balance"]) == (1, "1699.70")
        assert listed(browser, "/api/recovery/payments", page["mine"]["drill_month"]) == (
            1,
            Decimal("699.70"),
        )
        months = {row["month"]: row["amount"] for row in page["months"]}
        assert list(months) == ["2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09"]
        assert months["2026-06"] == "500.50"
        for need in page["needs"]:
            if need["page"] == "cases":
                assert browser.get("/api/recovery/cases", **need["query"]).json()["count"] == need["count"], (
                    need["key"]
                )


def test_a_clerk_sees_what_waits_to_be_assigned(year: World) -> None:
    with clock.stopped(TODAY):
        browser = Browser(year["孙内勤"])
        need = next(row for row in home(browser)["needs"] if row["key"] == "unassigned")
        assert need["count"] == 1
        assert browser.get("/api/recovery/cases", **need["query"]).json()["count"] == 1


def test_months_and_rates() -> None:
    assert months_back(date(2026, 1, 31), 3) == [date(2025, 11, 1), date(2025, 12, 1), date(2026, 1, 1)]
    assert month_end(date(2024, 2, 1)) == date(2024, 2, 29)
    assert ratio(1, 3) == Decimal("0.3333")
    assert ratio(5, 0) == Decimal("0.0000")
