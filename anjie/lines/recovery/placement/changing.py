"""The values an update may change on cases and their placements: read, compared and written set-wise, as text.

A value's name says where it lives: ``placement.interest``, ``case.balance``, ``facts.employer``,
``custom.branch``. Amounts, days and numbers are compared in the form the database gives them.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal, cast

from django.db import connection

from anjie.access.actors import Actor
from anjie.desk.public import correct_custom, correct_words, set_owed, set_terms

Values = dict[str, str | None]


@dataclass(frozen=True)
class Told:
    """How a value is called and told: ``kind`` is its database type, ``shown`` whether the timeline may hold it."""

    label: str
    kind: str = "text"
    shown: bool = True


MONEY, DAY, COUNT = "numeric", "date", "integer"
KNOWN: dict[str, Told] = {
    "case.amount": Told("委案金额", MONEY),
    "case.balance": Told("欠款余额", MONEY),
    "case.term_on": Told("期限", DAY),
    "case.category": Told("账龄"),
    "case.region": Told("地区"),
    "placement.principal": Told("本金", MONEY),
    "placement.interest": Told("利息", MONEY),
    "placement.penalty": Told("违约金", MONEY),
    "placement.fee": Told("费用", MONEY),
    "placement.latest_balance": Told("最新欠款", MONEY),
    "placement.credit_limit": Told("信用额度", MONEY),
    "placement.loan_amount": Told("贷款金额", MONEY),
    "placement.min_payment": Told("最低还款额", MONEY),
    "placement.last_paid_amount": Told("最后还款金额", MONEY),
    "placement.recall_on": Told("退案日期", DAY),
    "placement.loan_on": Told("贷款日期", DAY),
    "placement.opened_on": Told("开卡日期", DAY),
    "placement.overdue_since": Told("逾期日期", DAY),
    "placement.last_paid_on": Told("最后还款日期", DAY),
    "placement.instalments": Told("期数", COUNT),
    "placement.paid_instalments": Told("已还期数", COUNT),
    "placement.statement_day": Told("账单日", COUNT),
    "placement.overdue_days": Told("逾期天数", COUNT),
    "placement.overdue_instalments": Told("逾期期数", COUNT),
    "placement.card_kind": Told("卡种"),
    "placement.commission_rate": Told("佣金比例", MONEY, shown=False),
    "facts.employer": Told("工作单位", shown=False),
    "facts.position": Told("职务", shown=False),
    "facts.office_address": Told("单位地址", shown=False),
    "facts.postcode": Told("邮编", shown=False),
    "facts.age": Told("年龄", shown=False),
    "facts.bureau_facts": Told("征信信息", shown=False),
    "facts.bureau_on": Told("征信查询日期"),
    "facts.balance_as_of": Told("欠款截至日期"),
    "facts.remarks": Told("备注", shown=False),
}

_FACT = """
UPDATE recovery_placement p SET facts = CASE WHEN x.value IS NULL THEN p.facts - %(code)s::text
    ELSE p.facts || jsonb_build_object(%(code)s::text, x.value) END
FROM unnest(%(cases)s::bigint[], %(values)s::text[]::jsonb[]) AS x(case_id, value) WHERE p.case_id = x.case_id
"""


def label_of(name: str) -> str:
    """What a value is called."""
    told = KNOWN.get(name)
    return told.label if told else name.partition(".")[2]


def read_values(case_ids: Sequence[int], names: Iterable[str]) -> dict[int, Values]:
    """These values of these cases as they are now; the caller has locked the cases."""
    wanted = sorted(names)
    columns, params = [], []
    for name in wanted:
        place, _, field = name.partition(".")
        match place:
            case "case":
                columns.append(f"c.{_checked(name)}::text")
            case "placement":
                columns.append(f"p.{_checked(name)}::text")
            case "facts":
                columns.append("(p.facts->%s)::text")
                params.append(field)
            case _:
                columns.append("c.custom->>%s")
                params.append(field)
    listed = "".join(f", {column}" for column in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT c.id{listed} FROM desk_case c JOIN recovery_placement p ON p.case_id = c.id"
            " WHERE c.id = ANY(%s)",
            [*params, list(case_ids)],
        )
        return {row[0]: dict(zip(wanted, row[1:], strict=True)) for row in cursor.fetchall()}


def write_values(actor: Actor, changes: Mapping[int, Values]) -> None:
    """Write values by case, each column in one statement; the caller writes the events."""
    by_name: dict[str, dict[int, str | None]] = defaultdict(dict)
    for case_id, values in changes.items():
        for name, value in values.items():
            by_name[name][case_id] = value
    for name in sorted(by_name):
        place, _, field = name.partition(".")
        match place:
            case "case":
                _write_case(actor, field, by_name[name])
            case "placement":
                _write_placement(name, by_name[name])
            case "facts":
                _write_fact(field, by_name[name])
            case _:
                correct_custom(actor, field, by_name[name])


def as_text(value: Any) -> str:
    """A value as the database gives it: amounts with their places, a fact's text as JSON."""
    return value.isoformat() if isinstance(value, date) else str(value)


def as_fact(value: Any) -> str:
    """A fact's value in the form it is compared in: jsonb as the database writes it."""
    return json.dumps(value, ensure_ascii=False)


def _checked(name: str) -> str:
    """The column of a known value: what goes into SQL comes from the table above only."""
    if name not in KNOWN:
        raise ValueError(f"{name} is no value an update may change")
    return name.partition(".")[2]


def _write_case(actor: Actor, field: str, values: Mapping[int, str | None]) -> None:
    match field:
        case "amount":
            set_owed(actor, amounts={case: Decimal(value or 0) for case, value in values.items()})
        case "balance":
            set_owed(actor, balances={case: Decimal(value or 0) for case, value in values.items()})
        case "term_on":
            days = {case: date.fromisoformat(value) if value else None for case, value in values.items()}
            set_terms(actor, cast(Mapping[int, date], days))
        case _:
            named = cast(Literal["category", "region"], field)
            correct_words(actor, named, {case: value or "" for case, value in values.items()})


def _write_placement(name: str, values: Mapping[int, str | None]) -> None:
    field, kind = _checked(name), KNOWN[name].kind
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE recovery_placement p SET {field} = x.value::{kind}"
            " FROM unnest(%s::bigint[], %s::text[]) AS x(case_id, value) WHERE p.case_id = x.case_id",
            [list(values), list(values.values())],
        )


def _write_fact(code: str, values: Mapping[int, str | None]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_FACT, {"code": code, "cases": list(values), "values": list(values.values())})
