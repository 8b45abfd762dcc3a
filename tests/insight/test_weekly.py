"""The week's returns: what went back, was recalled and settled, by client and batch, as the lists say."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from anjie.desk.public import move_case
from anjie.foundation import clock
from anjie.lines.recovery.payment.actions import count_repayments
from anjie.lines.recovery.payment.rules import RepaymentIn
from tests.cases import place
from tests.http import Browser
from tests.people import World

WAYS = ("returned", "recalled", "settled")


@pytest.fixture
def week(world: World) -> World:
    """In the week of 7 September: two returned, one recalled, one settled; one returned the Sunday before."""
    bank, consumer = world.clients["DEMO-BANK"].pk, world.clients["DEMO-CF"].pk
    with clock.stopped("2026-09-01T09:00:00+08:00"):
        rows = [
            place(world, "DEMO-BANK", "甲", "100.00", batch_no="B-1"),
            place(world, "DEMO-BANK", "乙", "200.00", batch_no="B-1"),
            place(world, "DEMO-BANK", "丙", "400.00", batch_no="B-2"),
            place(world, "DEMO-CF", "丁", "800.00", "吴催收", batch_no="C-1"),
            place(world, "DEMO-BANK", "戊", "1600.00", batch_no="B-1"),
        ]
    sun = world["孙内勤"]
    with clock.stopped("2026-09-06T23:59:00+08:00"):
        move_case(sun, rows[4].pk, "placement.return", reason="到期")
    with clock.stopped("2026-09-07T00:00:00+08:00"):
        count_repayments(
            sun, [RepaymentIn(0, Decimal("30.00"), date(2026, 9, 6), case_id=rows[0].pk)], client_id=bank
        )
        move_case(sun, rows[0].pk, "placement.return", reason="到期")
    with clock.stopped("2026-09-13T23:59:00+08:00"):
        move_case(sun, rows[1].pk, "placement.return", reason="到期")
        move_case(sun, rows[2].pk, "placement.recall", reason="委托方收回")
        count_repayments(sun, [RepaymentIn(0, Decimal("800.00"), date(2026, 9, 13), case_id=rows[3].pk)],
                         client_id=consumer)  # fmt: skip
    return world


def test_the_week_by_client_and_batch(week: World) -> None:
    report = Browser(week["孙内勤"]).get("/api/insight/weekly", day="2026-09-10").json()
    assert (report["from_on"], report["to_on"]) == ("2026-09-07", "2026-09-13")
    assert [
        (row["client"], row["batch"], *(row[way]["count"] for way in WAYS), row["returned"]["amount"])
        for row in report["rows"]
    ] == [
        ("示范消金", "C-1", 0, 0, 1, "0.00"),
        ("示范银行", "B-1", 2, 0, 0, "300.00"),
        ("示范银行", "B-2", 0, 1, 0, "0.00"),
    ]
    returned = report["totals"]["returned"]
    assert (returned["count"], returned["settled_amount"], returned["balance"]) == (2, "30.00", "270.00")
    assert report["totals"]["settled"]["settled_amount"] == "800.00"


def test_every_figure_opens_its_cases(week: World) -> None:
    browser = Browser(week["孙内勤"])
    report = browser.get("/api/insight/weekly", day="2026-09-10").json()
    for row in (*report["rows"], report["totals"]):
        for way in WAYS:
            totals = browser.get("/api/recovery/cases", **row[way]["drill"]).json()["totals"]
            assert (totals["count"], totals["amount"], totals["balance"]) == (
                row[way]["count"],
                row[way]["amount"],
                row[way]["balance"],
            ), (row["batch"], way)


def test_the_clients_return_sheet_of_the_week_holds_the_same_cases(week: World) -> None:
    browser = Browser(week["孙内勤"])
    report = browser.get("/api/insight/weekly", day="2026-09-10").json()
    for row in report["rows"]:
        sheet = browser.get("/api/recovery/terms/returned", outcome=list(WAYS), **row["sheet"]).json()
        assert sheet["count"] == sum(row[way]["count"] for way in WAYS), row["batch"]
    bank = browser.get(
        "/api/recovery/terms/returned", returned_from="2026-09-07", returned_to="2026-09-13", outcome=list(WAYS)
    ).json()  # fmt: skip
    assert sorted((one["debtor"], one["outcome"], one["reason"]) for one in bank["rows"]) == [
        ("丁", "结清", ""), ("丙", "撤案", "委托方收回"), ("乙", "退案", "到期"), ("甲", "退案", "到期"),
    ]  # fmt: skip


def test_another_team_sees_its_own_week(week: World) -> None:
    report = Browser(week["郑主管"]).get("/api/insight/weekly", day="2026-09-10").json()
    assert [row["client"] for row in report["rows"]] == ["示范消金"]
