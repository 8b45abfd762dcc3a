from __future__ import annotations

from datetime import date

from anjie.foundation import clock
from tests.cases import place
from tests.http import Browser
from tests.people import World

DUE = "/api/recovery/terms/due"


def test_a_span_of_days_lists_just_what_its_figure_counts(world: World) -> None:
    # given one case over its term, one due in three days, one in seven, one in eight
    with clock.stopped("2026-09-20T09:00:00+08:00"):
        for name, on in (("逾期", 19), ("三天", 23), ("七天", 27), ("八天", 28)):
            place(world, name=name, recall_on=date(2026, 9, on))
        clerk = Browser(world["孙内勤"])
        # when the clerk looks at all, and at the days from four to seven
        every = clerk.get(DUE).json()
        span = clerk.get(DUE, within=7, after=3).json()
        over = clerk.get(DUE, within=-1).json()
    # then the span holds what the figure said
    figures = {name: every["totals"][name] for name in ("overdue", "in_3", "in_7", "in_15", "in_30")}
    assert figures == {"overdue": 1, "in_3": 1, "in_7": 1, "in_15": 1, "in_30": 0}
    assert [row["debtor"] for row in span["rows"]] == ["七天"]
    assert [row["debtor"] for row in over["rows"]] == ["逾期"]
