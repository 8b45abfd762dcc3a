"""A vintage cell is the cumulative recovery of what was placed together, and its list sums to the same cent."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from anjie.foundation import clock
from anjie.lines.recovery.payment.actions import count_repayments
from anjie.lines.recovery.payment.rules import RepaymentIn
from tests.cases import batch, place
from tests.http import Browser
from tests.insight.test_figures import listed
from tests.people import World

TODAY = "2026-09-15T10:00:00+08:00"
SINCE_JUNE = {"placed_from": "2026-06-01", "placed_to": "2026-09-15"}


@pytest.fixture
def placed(world: World) -> World:
    """June: 1,000 and 3,000 in one batch; July: 2,000 in another and 500 of 示范消金; six repayments."""
    batch(world, "DEMO-BANK", "B-06"), batch(world, "DEMO-BANK", "B-07"), batch(world, "DEMO-CF", "C-07")
    with clock.stopped("2026-06-02T09:00:00+08:00"):
        june, july = date(2026, 6, 2), date(2026, 7, 6)
        rows = [
            place(world, "DEMO-BANK", "张一", "1000.00", "李催收", batch_no="B-06", placed_on=june),
            place(world, "DEMO-BANK", "张二", "3000.00", "周催收", batch_no="B-06", placed_on=june),
            place(world, "DEMO-BANK", "张三", "2000.00", "李催收", batch_no="B-07", placed_on=july),
            place(world, "DEMO-CF", "张四", "500.00", "吴催收", batch_no="C-07", placed_on=july),
        ]
    paid = [(0, "100.01", "2026-06-30"), (1, "300.02", "2026-07-01"), (0, "50.00", "2026-09-01"),
            (2, "200.00", "2026-07-31"), (2, "0.99", "2026-09-14"), (3, "500.00", "2026-08-01")]  # fmt: skip
    with clock.stopped(TODAY):
        for client in ("DEMO-BANK", "DEMO-CF"):
            told = [
                RepaymentIn(n, Decimal(amount), date.fromisoformat(day), case_id=rows[i].pk)
                for n, (i, amount, day) in enumerate(paid)
                if (i == 3) == (client == "DEMO-CF")
            ]
            assert count_repayments(world["孙内勤"], told, client_id=world.clients[client].pk).refused == []
    return world


def test_each_month_adds_to_the_ones_before(placed: World) -> None:
    with clock.stopped(TODAY):
        report = Browser(placed["孙内勤"]).get("/api/insight/vintage", **SINCE_JUNE).json()
    assert [(row["label"], row["count"], row["amount"]) for row in report["rows"]] == [
        ("2026-06", 2, "4000.00"),
        ("2026-07", 2, "2500.00"),
    ]
    june, july = (
        [(cell["amount"], cell["rate"], cell["complete"]) for cell in row["cells"]] for row in report["rows"]
    )
    # the curve of June has four months, the last of which still runs
    assert june == [
        ("100.01", "0.0250", True),
        ("400.03", "0.1000", True),
        ("400.03", "0.1000", True),
        ("450.03", "0.1125", False),
    ]
    assert july == [("200.00", "0.0800", True), ("700.00", "0.2800", True), ("700.99", "0.2804", False)]
    assert report["months"] == 4


@pytest.mark.parametrize("by", ["month", "batch"])
def test_every_cell_and_every_row_opens_what_it_counts(placed: World, by: str) -> None:
    with clock.stopped(TODAY):
        browser = Browser(placed["孙内勤"])
        rows = browser.get("/api/insight/vintage", by=by, **SINCE_JUNE).json()["rows"]
        assert [row["label"] for row in rows] == {
            "month": ["2026-06", "2026-07"],
            "batch": ["B-06", "B-07", "C-07"],
        }[by]
        for row in rows:
            totals = browser.get("/api/recovery/cases", **row["drill"]).json()["totals"]
            assert (totals["count"], totals["amount"]) == (row["count"], row["amount"])
            for cell in row["cells"]:
                _, amount = listed(browser, "/api/recovery/payments", cell["drill"])
                assert amount == Decimal(cell["amount"]), (row["label"], cell["month"])


def test_a_client_and_a_reach_narrow_the_curve(placed: World) -> None:
    with clock.stopped(TODAY):
        bank = placed.clients["DEMO-BANK"].pk
        of_bank = Browser(placed["孙内勤"]).get("/api/insight/vintage", client=bank, **SINCE_JUNE).json()
        assert [row["amount"] for row in of_bank["rows"]] == ["4000.00", "2000.00"]
        south = Browser(placed["郑主管"]).get("/api/insight/vintage", **SINCE_JUNE).json()
        assert [(row["label"], row["cells"][-1]["rate"]) for row in south["rows"]] == [("2026-07", "1.0000")]
        assert Browser(placed["李催收"]).get("/api/insight/vintage", **SINCE_JUNE).status_code == 403


def test_a_curve_is_followed_as_long_as_asked(placed: World) -> None:
    with clock.stopped(TODAY):
        browser = Browser(placed["孙内勤"])
        rows = browser.get("/api/insight/vintage", months=2, **SINCE_JUNE).json()["rows"]
        assert [len(row["cells"]) for row in rows] == [2, 2]
        assert browser.get("/api/insight/vintage", months=37, **SINCE_JUNE).status_code == 422
