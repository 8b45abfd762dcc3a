"""What must agree in a sound database: nothing points at what is gone, and every sum is what its rows say.

Asked by ``anjie doctor`` and not by a page: each question reads whole tables once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection
from psycopg import sql

NAMED = 3
"""So many of what disagrees are named; the rest are counted."""


@dataclass(frozen=True)
class Question:
    """``query`` answers one row, in words, for each thing that disagrees."""

    name: str
    label: str
    query: str


QUESTIONS = (
    Question(
        "sums.kept",
        "全库合计与案件",
        """
        SELECT format('%s %s：合计记 %s 户 %s 元，案件有 %s 户 %s 元', line, state, kept.n, kept.b, real.n, real.b)
        FROM (SELECT line, state, sum(cases) n, sum(balance) b FROM desk_casesum GROUP BY 1, 2) kept
        FULL JOIN (SELECT line, state, count(*) n, sum(balance) b FROM desk_case GROUP BY 1, 2) real
            USING (line, state)
        WHERE coalesce(kept.n, 0) <> coalesce(real.n, 0) OR coalesce(kept.b, 0) <> coalesce(real.b, 0)
        """,
    ),
    Question(
        "sums.batches",
        "批次合计与案件",
        """
        SELECT format('批次 %s：合计记 %s 户 %s 元，案件有 %s 户 %s 元', b.no, coalesce(kept.n, 0), coalesce(kept.a, 0),
            coalesce(real.n, 0), coalesce(real.a, 0))
        FROM (SELECT batch_id, sum(cases) n, sum(amount) a FROM desk_casesum WHERE batch_id <> 0 GROUP BY 1) kept
        FULL JOIN (SELECT batch_id, count(*) n, sum(amount) a FROM desk_case WHERE batch_id IS NOT NULL GROUP BY 1) real
            USING (batch_id)
        JOIN desk_batch b ON b.id = batch_id
        WHERE coalesce(kept.n, 0) <> coalesce(real.n, 0) OR coalesce(kept.a, 0) <> coalesce(real.a, 0)
        """,
    ),
    Question(
        "batches.clients",
        "案件与批次的委托方",
        """
        SELECT format('案件 %s 与批次 %s 的委托方不同', c.no, b.no)
        FROM desk_case c JOIN desk_batch b ON b.id = c.batch_id WHERE b.organisation_id <> c.organisation_id
        """,
    ),
    Question(
        "repayments",
        "已还金额与还款记录",
        """
        SELECT format('案件 %s：已还记 %s 元，还款记录合计 %s 元', c.no, c.settled_amount, coalesce(paid.a, 0))
        FROM desk_case c LEFT JOIN
            (SELECT case_id, sum(amount) a FROM recovery_repayment WHERE reversed_at IS NULL GROUP BY 1) paid
            ON paid.case_id = c.id
        WHERE c.line = 'recovery' AND c.settled_amount <> coalesce(paid.a, 0)
        """,
    ),
    Question(
        "settled",
        "结清与余额",
        """
        SELECT format('案件 %s 已结清，余额 %s 元', no, balance) FROM desk_case
        WHERE line = 'recovery' AND state = 'settled' AND balance > 0
        """,
    ),
    Question(
        "holders",
        "经办人与持有记录",
        """
        SELECT format('案件 %s 的经办人与持有记录不同', c.no)
        FROM desk_case c LEFT JOIN
            (SELECT case_id, membership_id FROM desk_holding WHERE role = 'holder' AND to_at IS NULL) h
            ON h.case_id = c.id
        WHERE c.line = 'recovery' AND c.holder_id IS DISTINCT FROM h.membership_id
        """,
    ),
    Question(
        "outcomes",
        "调解员任务上的结果与结案结果",
        """
        SELECT format('案件 %s：调解员任务上的结果与结案结果不同', c.no)
        FROM mediation_appointment a JOIN desk_case c ON c.id = a.case_id
        JOIN mediation_dispute d ON d.case_id = a.case_id
        CROSS JOIN LATERAL (SELECT
            c.state IN ('closed', 'first_review', 'final_review', 'archived', 'historical') AS ended) e
        WHERE (a.outcome, a.days) IS DISTINCT FROM (CASE WHEN ended THEN d.outcome ELSE '' END,
            CASE WHEN ended THEN d.outcome_on - (a.asked_at AT TIME ZONE 'Asia/Shanghai')::date END)
        """,
    ),
    Question(
        "placements",
        "案件与委案信息",
        """
        SELECT format('案件 %s 没有委案信息', c.no) FROM desk_case c
        WHERE c.line = 'recovery' AND NOT EXISTS (SELECT FROM recovery_placement p WHERE p.case_id = c.id)
        """,
    ),
    Question(
        "timeline",
        "案件与时间线",
        """
        SELECT format('案件 %s 没有时间线', c.no) FROM desk_case c
        WHERE NOT EXISTS (SELECT FROM desk_event e WHERE e.case_id = c.id)
        """,
    ),
)

_POINTERS = """
SELECT c.relname, a.attname, f.relname, b.attname FROM pg_constraint k
JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class f ON f.oid = k.confrelid
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
JOIN pg_attribute b ON b.attrelid = f.oid AND b.attnum = k.confkey[1]
WHERE k.contype = 'f' AND cardinality(k.conkey) = 1 AND k.connamespace = current_schema()::regnamespace
ORDER BY 1, 2
"""
_POINTS_AT_NOTHING = sql.SQL(
    "SELECT count(*) FROM {child} c WHERE c.{key} IS NOT NULL"
    " AND NOT EXISTS (SELECT FROM {parent} p WHERE p.{its_key} = c.{key})"
)


def disagreeing(question: Question) -> tuple[int, list[str]]:
    """How many disagree, and the first of them in words."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT count(*) OVER (), told FROM ({question.query}) AS x (told) ORDER BY told LIMIT {NAMED}"
        )
        rows = cursor.fetchall()
    return (rows[0][0] if rows else 0), [told for _, told in rows]


def orphans() -> Iterator[tuple[str, int]]:
    """Each column that points at rows which are not there, and how many of it do.

    Loads lift the database's own check of foreign keys and prove them at their end, so this asks once more.
    """
    with connection.cursor() as cursor:
        cursor.execute(_POINTERS)
        pointers = cursor.fetchall()
        for child, key, parent, its_key in pointers:
            names = {"child": child, "key": key, "parent": parent, "its_key": its_key}
            cursor.execute(
                _POINTS_AT_NOTHING.format(**{name: sql.Identifier(told) for name, told in names.items()})
            )
            if lost := cursor.fetchone()[0]:
                yield f"{child}.{key}", lost
