"""What an agreement must say before it is signed: every finding with its rule and law, to the cent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from anjie.lines.mediation.closing.rules import (
    Agreement,
    Term,
    check,
    court_until,
    matter_of,
    reminder_due,
)

TODAY = date(2026, 9, 1)
PAY = Term("pay", "秦海涛", "沈梅", Decimal("6000.00"), date(2026, 10, 1))
GOOD = Agreement(
    outcome="agreed",
    terms=[PAY, replace(PAY, amount=Decimal("2600.05"), due_on=date(2026, 11, 1))],
    today=TODAY,
    amount=Decimal("8600.05"),
    performance="银行转账",
)


def found(agreement: Agreement) -> list[tuple[str, str]]:
    return [(one.level, one.code) for one in check(agreement)]


def test_a_whole_agreement_has_no_finding():
    assert check(GOOD) == []


def test_one_cent_too_little_blocks_and_is_told():
    [one] = check(replace(GOOD, amount=Decimal("8600.06")))
    assert (one.level, one.code) == ("block", "agreement.sum_differs")
    assert one.message == "各期合计 8,600.05 元，与协议总金额 8,600.06 元相差 0.01 元。"
    assert one.law == "《人民调解法》第二十九条"


def test_cents_are_added_as_cents():
    thirds = [replace(PAY, amount=Decimal("0.10"))] * 3
    assert check(replace(GOOD, terms=thirds, amount=Decimal("0.30"))) == []


def test_who_pays_what_by_when_is_never_left_open():
    [one] = check(replace(GOOD, terms=[Term("pay", amount=Decimal("8600.05"))]))
    assert one.message == "第 1 项缺少付款人、收款人、到期日。"
    [other] = check(replace(GOOD, terms=[Term("do", "秦海涛")], amount=None))
    assert other.message == "第 1 项缺少履行内容、到期日。"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"terms": [], "amount": None}, [("block", "agreement.no_terms")]),
        ({"amount": None}, [("block", "agreement.no_sum")]),
        ({"terms": [replace(PAY, payee="秦海涛")], "amount": PAY.amount}, [("block", "agreement.same_person")]),
        ({"terms": [replace(PAY, due_on=date(2026, 8, 31))], "amount": PAY.amount}, [("warn", "agreement.past")]),
        ({"terms": [replace(PAY, due_on=date(2031, 9, 2))], "amount": PAY.amount}, [("warn", "agreement.long_plan")]),
        ({"note": "余款尽快付清"}, [("warn", "agreement.vague")]),
        ({"performance": " "}, [("warn", "agreement.no_way")]),
        ({"may_confirm": False, "kind_label": "山林土地"}, [("warn", "confirm.not_allowed")]),
        ({"may_e_sign": False}, [("warn", "sign.on_paper")]),
    ],
)  # fmt: skip
def test_findings(change: dict, expected: list[tuple[str, str]]):
    assert found(replace(GOOD, **change)) == expected


class TestForACourt:
    GOOD = replace(GOOD, outcome="confirmed", court="城东区人民法院")

    def test_a_whole_one_passes(self):
        assert check(self.GOOD) == []

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            ({"may_confirm": False, "kind_label": "婚姻家庭"}, "confirm.not_allowed"),
            ({"note": "双方解除收养关系"}, "confirm.not_allowed"),
            ({"note": "余款视情况支付"}, "agreement.vague"),
            ({"court": ""}, "confirm.no_court"),
        ],
    )
    def test_what_no_court_confirms_blocks(self, change: dict, code: str):
        assert ("block", code) in found(replace(self.GOOD, **change))

    def test_an_unknown_identity_warns(self):
        assert found(replace(self.GOOD, unidentified=["被申请人秦海涛"])) == [("warn", "confirm.no_id")]


def test_no_agreement_nothing_to_check():
    assert check(Agreement("failed", [], TODAY)) == []


@pytest.mark.parametrize(
    ("words", "may", "matter"),
    [
        ("支付赔偿款", True, ""),
        ("遗产房屋归长子", True, "inheritance"),
        ("解除收养", True, "adoption"),
        ("双方离婚", True, "marriage"),
        ("欠费期间停止供热", True, "utility"),
        ("支付抚养费", False, "marriage"),
    ],
)
def test_what_is_kept_from_electronic_signing(words: str, may: bool, matter: str):
    assert matter_of(words, may_e_sign=may) == matter


def test_the_courts_thirty_days_end_on_a_working_day():
    weekdays = lambda day: day.isoweekday() <= 5  # noqa: E731
    assert court_until(date(2026, 9, 1), weekdays) == date(2026, 10, 1)
    assert court_until(date(2026, 9, 3), weekdays) == date(2026, 10, 5), "3 October is a Saturday"


@pytest.mark.parametrize(
    ("day", "step"), [("2026-09-20", None), ("2026-09-21", 10), ("2026-09-28", 3), ("2026-09-30", 1), ("2026-10-02", None)]
)  # fmt: skip
def test_each_reminder_has_its_days(day: str, step: int | None):
    assert reminder_due(date(2026, 10, 1), date.fromisoformat(day)) == step
