"""Announcements reach who they are for; the toolbox counts to the cent."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anjie.foundation.refusals import Invalid
from anjie.office.rules import instalment_plan, interest_over
from tests.http import Browser
from tests.people import World


def test_an_announcement_reaches_its_branch_and_its_receipts_name_the_readers(world: World) -> None:
    admin, north, south = Browser(world["钱管理"]), Browser(world["李催收"]), Browser(world["吴催收"])
    made = admin.post(
        "/api/office/announcements",
        {"title": "国庆值班", "text": "10 月 1 日至 3 日轮值。", "unit_ids": [world.units["北"].pk]},
    ).json()
    assert [row["title"] for row in north.get("/api/office/announcements").json()] == ["国庆值班"]
    assert south.get("/api/office/announcements").json() == []
    assert north.post(f"/api/office/announcements/{made['id']}/read").status_code == 200
    assert south.post(f"/api/office/announcements/{made['id']}/read").status_code == 404
    receipts = admin.get(f"/api/office/announcements/{made['id']}/receipts").json()
    assert [row["name"] for row in receipts["read"]] == ["李催收"]
    assert {row["name"] for row in receipts["unread"]} == {"王内勤", "赵主管", "周催收"}


def test_a_withdrawn_announcement_is_gone_and_a_collector_cannot_publish(world: World) -> None:
    admin, collector = Browser(world["钱管理"]), Browser(world["李催收"])
    made = admin.post("/api/office/announcements", {"title": "试", "text": "试"}).json()
    assert collector.post("/api/office/announcements", {"title": "我", "text": "我"}).status_code == 403
    assert admin.post(f"/api/office/announcements/{made['id']}/withdraw").status_code == 200
    assert collector.get("/api/office/announcements").json() == []


def test_card_interest_of_thirty_days_at_five_in_ten_thousand_a_day() -> None:
    assert interest_over(Decimal("10000"), date(2026, 9, 1), date(2026, 10, 1), Decimal("0.0005"), "day") == (
        30,
        Decimal("150.00"),
    )


def test_interest_does_not_run_backwards() -> None:
    with pytest.raises(Invalid, match="早于起息日"):
        interest_over(Decimal(1), date(2026, 9, 2), date(2026, 9, 1), Decimal("0.0005"))


def test_twelve_equal_payments_of_twelve_thousand_at_twelve_percent() -> None:
    plan = instalment_plan(Decimal("12000"), 12, Decimal("0.12"), "equal_payment")
    assert plan[0].payment == Decimal("1066.19")
    assert (plan[0].principal, plan[0].interest) == (Decimal("946.19"), Decimal("120.00"))
    assert plan[-1].left == 0


@given(
    st.decimals(Decimal("0.01"), Decimal("500000"), places=2),
    st.integers(1, 360),
    st.decimals(0, Decimal("0.36"), places=4),
    st.sampled_from(["equal_payment", "equal_principal"]),
)
def test_every_plan_pays_the_principal_back_to_the_cent(
    amount: Decimal, count: int, rate: Decimal, way: str
) -> None:
    plan = instalment_plan(amount, count, rate, way)
    assert sum(row.principal for row in plan) == amount
    assert plan[-1].left == 0
    assert all(row.payment == row.principal + row.interest >= 0 for row in plan)


def test_the_toolbox_over_http(world: World) -> None:
    browser = Browser(world["李催收"])
    assert browser.post("/api/office/toolbox/capitals", {"amount": "1204.05"}).json() == {
        "text": "壹仟贰佰零肆元零伍分"
    }
    wrong = browser.post("/api/office/toolbox/id-check", {"number": "110101199003070000"}).json()
    assert (wrong["valid"], wrong["message"]) == (False, "证件号码校验位不符，可能录错了某一位。请核对原件。")
    place = browser.post("/api/office/toolbox/attribution", {"number": "01062345678"}).json()
    assert place["text"].startswith("北京")
