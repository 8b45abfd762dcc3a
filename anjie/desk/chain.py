"""The cases' timelines as a chain that can be proved."""

from __future__ import annotations

from anjie.access.verify import Chain, register_chain
from anjie.desk.models import Case


def _numbers(keys: list[int]) -> dict[int, str]:
    return dict(Case.objects.filter(pk__in=keys).values_list("pk", "no"))


register_chain(
    Chain(
        name="timeline",
        label="案件时间线",
        table="desk_event",
        key="case_id",
        heads="desk_timelinehead",
        names=_numbers,
        noun="案件",
        orphans="""SELECT c.id FROM desk_case c
            WHERE NOT EXISTS (SELECT 1 FROM desk_timelinehead h WHERE h.case_id = c.id)
            AND NOT EXISTS (SELECT 1 FROM desk_event e WHERE e.case_id = c.id) ORDER BY c.id""",
    )
)
