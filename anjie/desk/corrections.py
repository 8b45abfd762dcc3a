"""What a client's update corrects on the case itself, set-wise; the import that asks for it writes the event."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, Literal

from django.db import connection

from anjie.access.actors import Actor
from anjie.desk.intake import search_words
from anjie.desk.models import Case, CaseSearch
from anjie.foundation import names

_CORRECTABLE = ("amount", "balance", "category", "region", "title", "organisation_id", "unit_id")
_CUSTOM = """
UPDATE desk_case c SET custom = CASE WHEN x.value IS NULL THEN c.custom - %(code)s::text
    ELSE c.custom || jsonb_build_object(%(code)s::text, x.value) END
FROM unnest(%(cases)s::bigint[], %(values)s::text[]::jsonb[]) AS x(case_id, value) WHERE c.id = x.case_id
"""


def correct_case(actor: Actor, case_id: int, **facts: Any) -> None:
    """Write what a person told of a case while he may still change it; its title also as what it is found by.

    The caller has locked the case, judged the values and writes the event.
    """
    if unknown := set(facts) - set(_CORRECTABLE):
        raise ValueError(f"not to be corrected: {sorted(unknown)}")
    if "title" in facts:
        facts["title_key"] = names.pinyin_key(facts["title"])[:80]
        CaseSearch.objects.filter(case_id=case_id).update(grams=search_words(facts["title"]))
    Case.objects.filter(pk=case_id).update(**facts)


def find_also_by(actor: Actor, named: Mapping[int, Iterable[str]]) -> None:
    """Let each of these cases be found by further names than stand in its title; the caller has locked them."""
    cases = list(named)
    grams = [json.dumps([gram for name in named[pk] for gram in names.grams(name)]) for pk in cases]
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE desk_casesearch s SET grams = ARRAY(SELECT DISTINCT word FROM unnest(s.grams || ARRAY("
            "SELECT jsonb_array_elements_text(x.grams))) AS word)"
            " FROM unnest(%s::bigint[], %s::text[]::jsonb[]) AS x(case_id, grams) WHERE s.case_id = x.case_id",
            [cases, grams],
        )


def correct_words(actor: Actor, name: Literal["category", "region"], values: Mapping[int, str]) -> None:
    """Write each case's overdue band or region; the caller has locked the cases."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE desk_case c SET {name} = x.value"
            " FROM unnest(%s::bigint[], %s::text[]) AS x(case_id, value) WHERE c.id = x.case_id",
            [list(values), list(values.values())],
        )


def correct_custom(actor: Actor, code: str, values: Mapping[int, Any]) -> None:
    """Write one custom field of each case, ``None`` takes it away; the caller has locked the cases."""
    texts = [None if value is None else json.dumps(value, ensure_ascii=False) for value in values.values()]
    with connection.cursor() as cursor:
        cursor.execute(_CUSTOM, {"code": code, "cases": list(values), "values": texts})


def remove_contact_points(actor: Actor, point_ids: list[int]) -> None:
    """Delete contact points an import added in error; the caller has made sure that nobody used them."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM desk_contactpoint WHERE id = ANY(%s)", [point_ids])


def set_work_days(
    actor: Actor, days: Mapping[int, tuple[datetime | None, datetime | None, date | None]]
) -> None:
    """Write each case's first and last work and its next follow-up; the caller has locked the cases."""
    firsts, lasts, nexts = zip(*days.values(), strict=True) if days else ((), (), ())
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE desk_case c SET first_worked_at = x.first, last_worked_at = x.last, next_work_on = x.next"
            " FROM unnest(%s::bigint[], %s::timestamptz[], %s::timestamptz[], %s::date[])"
            " AS x(case_id, first, last, next) WHERE c.id = x.case_id",
            [list(days), list(firsts), list(lasts), list(nexts)],
        )
