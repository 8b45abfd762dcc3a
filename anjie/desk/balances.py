"""What is still owed: the only place a case's settled amount and balance change because money came or went."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from django.db import connection

from anjie.access.actors import Actor

_ADD = """
UPDATE desk_case c SET settled_amount = c.settled_amount + x.paid, balance = c.balance - x.paid
FROM unnest(%(cases)s::bigint[], %(amounts)s::numeric[]) AS x(case_id, paid)
WHERE c.id = x.case_id RETURNING c.id, c.balance
"""


def lower_balances(actor: Actor, paid: Mapping[int, Decimal]) -> dict[int, Decimal]:
    """Take what was paid off each case and give its new balance; below zero means paid too much.

    The caller has locked the cases (in id order), writes the event and stays in one transaction.
    """
    return _add(paid)


def raise_balances(actor: Actor, taken_back: Mapping[int, Decimal]) -> dict[int, Decimal]:
    """Put back what was reversed, exactly, and give each case's new balance."""
    return _add({case: -amount for case, amount in taken_back.items()})


def _add(paid: Mapping[int, Decimal]) -> dict[int, Decimal]:
    if not paid:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_ADD, {"cases": list(paid), "amounts": list(paid.values())})
        return dict(cursor.fetchall())


def set_owed(
    actor: Actor,
    *,
    amounts: Mapping[int, Decimal] | None = None,
    balances: Mapping[int, Decimal] | None = None,
) -> None:
    """Write what a client says a case's amount is, or what is owed on it now; what was settled stays.

    The caller has locked the cases (in id order) and writes the event with old and new.
    """
    with connection.cursor() as cursor:
        for column, given in (("amount", amounts), ("balance", balances)):
            if given:
                cursor.execute(
                    f"UPDATE desk_case c SET {column} = x.value"
                    " FROM unnest(%s::bigint[], %s::numeric[]) AS x(case_id, value) WHERE c.id = x.case_id",
                    [list(given), list(given.values())],
                )
