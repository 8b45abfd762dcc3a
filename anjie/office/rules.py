"""The toolbox's sums: simple interest over days and equal instalments, to the cent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from anjie.foundation.money import ZERO, rounded
from anjie.foundation.refusals import Invalid

DAYS_OF_YEAR = Decimal(365)
MOST_INSTALMENTS = 360


@dataclass(frozen=True)
class Instalment:
    """One payment of a plan: its number and what of it is principal and interest; amounts in yuan."""

    number: int
    payment: Decimal
    principal: Decimal
    interest: Decimal
    left: Decimal


def interest_over(
    amount: Decimal, from_on: date, to_on: date, rate: Decimal, per: str = "year"
) -> tuple[int, Decimal]:
    """Days and simple interest from ``from_on`` (not counted) to ``to_on`` at ``rate`` per ``day`` or ``year``.

    ``rate`` is a fraction: 0.0005 a day is the 0.05 % usual for cards.
    """
    if to_on < from_on:
        raise Invalid("toolbox.days", f"止息日 {to_on} 早于起息日 {from_on}。请核对日期。")
    days = (to_on - from_on).days
    daily = rate if per == "day" else rate / DAYS_OF_YEAR
    return days, rounded(amount * daily * days)


def instalment_plan(amount: Decimal, count: int, yearly_rate: Decimal, way: str) -> list[Instalment]:
    """A plan of ``count`` monthly payments; the last one takes the cents that are left.

    ``way`` is ``equal_payment`` (等额本息) or ``equal_principal`` (等额本金).
    """
    if not 1 <= count <= MOST_INSTALMENTS:
        raise Invalid(
            "toolbox.instalments",
            f"期数 {count} 不在 1 到 {MOST_INSTALMENTS} 之间。请重新填写。",
            count=count,
        )
    monthly = yearly_rate / 12
    level = _level_payment(amount, count, monthly)
    plan: list[Instalment] = []
    left = amount
    for number in range(1, count + 1):
        interest = rounded(left * monthly)
        if number == count:
            principal = left
        elif way == "equal_principal":
            principal = rounded(amount / count)
        else:
            principal = level - interest
        principal = max(ZERO, min(principal, left))
        left -= principal
        plan.append(Instalment(number, principal + interest, principal, interest, left))
    return plan


def _level_payment(amount: Decimal, count: int, monthly: Decimal) -> Decimal:
    if not monthly:
        return rounded(amount / count)
    growth = (1 + monthly) ** count
    return rounded(amount * monthly * growth / (growth - 1))
