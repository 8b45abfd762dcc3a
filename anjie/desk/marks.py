"""Colours and tags: what people put on cases for their own order, one or many at once, on the record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import connection, transaction

from anjie.access.actors import Actor
from anjie.desk import timeline
from anjie.desk.choosing import Target, chosen, within_reach
from anjie.desk.deeds import DeskDeed
from anjie.desk.models import Case
from anjie.foundation.refusals import Invalid, NotFound

LONGEST_TAG = 20
MOST_TAGS = 10


@transaction.atomic
def colour(actor: Actor, target: Target, colour: str) -> dict[str, Any]:
    """Put a colour on the cases (blank takes it off); those that have it already are left alone."""
    if colour not in Case.Colour.values:
        raise Invalid("mark.unknown_colour", f"没有名为“{colour[:20]}”的颜色。请从色板中选择。")
    reached = _reached(actor, target)
    others = Case.objects.filter(pk__in=reached).exclude(colour=colour)
    before = dict(others.values_list("pk", "colour"))
    Case.objects.filter(pk__in=before).update(colour=colour)
    timeline.record_each(
        actor, "case.coloured", {pk: {"from": old, "to": colour} for pk, old in before.items()}
    )
    return {"changed": len(before), "count": len(reached)}


@transaction.atomic
def tag(actor: Actor, target: Target, add: Sequence[str], remove: Sequence[str]) -> dict[str, Any]:
    """Add and remove tags; refused as a whole when a case would carry too many."""
    added, removed = _tidy(add), _tidy(remove)
    if not added and not removed:
        raise Invalid("mark.no_tags", "没有要增加或去掉的标签。请填写标签。")
    reached = _reached(actor, target)
    with connection.cursor() as cursor:
        cursor.execute(
            """
            WITH wanted AS (
                SELECT s.case_id, s.tags AS old, ARRAY(
                    SELECT t FROM (
                        SELECT t, min(place) AS place
                        FROM unnest(s.tags || %(add)s::varchar[]) WITH ORDINALITY AS u(t, place)
                        WHERE NOT t = ANY(%(remove)s::varchar[]) GROUP BY t) d ORDER BY place) AS new
                FROM desk_casesearch s WHERE s.case_id = ANY(%(cases)s))
            UPDATE desk_casesearch s SET tags = wanted.new FROM wanted
            WHERE s.case_id = wanted.case_id AND wanted.new IS DISTINCT FROM wanted.old
            RETURNING s.case_id, cardinality(wanted.new)
            """,
            {"cases": reached, "add": added, "remove": removed},
        )
        changed = cursor.fetchall()
    full = [pk for pk, count in changed if count > MOST_TAGS]
    if full:
        raise Invalid(
            "mark.too_many_tags",
            f"每个案件最多 {MOST_TAGS} 个标签，其中 {len(full)} 个案件将超过，未做任何更改。请先去掉一些标签。",
            cases=full[:20],
        )
    facts: dict[str, Any] = {key: value for key, value in (("added", added), ("removed", removed)) if value}
    timeline.record_all(actor, "case.tagged", [pk for pk, _ in changed], **facts)
    return {"changed": len(changed), "count": len(reached)}


def _reached(actor: Actor, target: Target) -> list[int]:
    ids = chosen(actor, DeskDeed.CASES_MARK, target)
    reached = within_reach(actor, DeskDeed.CASES_MARK, ids)
    if not reached:
        raise NotFound("案件")
    return reached


def _tidy(tags: Sequence[str]) -> list[str]:
    found = list(dict.fromkeys(tag.strip() for tag in tags if tag.strip()))
    for one in found:
        if len(one) > LONGEST_TAG or "\0" in one:
            raise Invalid(
                "mark.tag_too_long", f"标签“{one[:LONGEST_TAG]}…”超过 {LONGEST_TAG} 字。请缩短后重试。"
            )
    return found
