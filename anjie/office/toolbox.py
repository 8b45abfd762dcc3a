"""The collector's toolbox; nothing typed into it is kept or logged."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from anjie.foundation import identifiers, money
from anjie.foundation.attribution import attribution
from anjie.foundation.refusals import Invalid
from anjie.office import rules


def place_of(number: str) -> dict[str, str]:
    """Where a number was issued and by whom."""
    found = attribution(number)
    return {"province": found.province, "city": found.city, "carrier": found.carrier, "text": found.text}


def check_id(number: str) -> dict[str, Any]:
    """Whether an ID number can be right, and what it says of its owner."""
    try:
        read = identifiers.read_id_number(number)
    except Invalid as wrong:
        return {"valid": False, "message": wrong.message, "region": "", "born_on": None, "sex": ""}
    return {
        "valid": True,
        "message": "校验通过。",
        "region": read.region,
        "born_on": read.born_on,
        "sex": read.sex,
    }


def plan(amount: Decimal, count: int, yearly_rate: Decimal, way: str) -> dict[str, Any]:
    """An instalment plan with its sums."""
    rows = rules.instalment_plan(amount, count, yearly_rate, way)
    paid = sum((row.payment for row in rows), money.ZERO)
    return {"rows": rows, "total": paid, "interest": paid - amount}
