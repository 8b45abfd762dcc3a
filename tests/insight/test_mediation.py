"""The report of mediation: each figure is exactly the rows of the list it opens; earlier years are in it, and marked."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from anjie.foundation.refusals import Forbidden
from anjie.insight.mediation import mediation
from tests.http import Browser
from tests.lines.mediation.conftest import centre, filed, mediating, noon  # noqa: F401
from tests.lines.mediation.test_history import HEAD, row
from tests.people import World, member
from tests.sheets import book, take

pytestmark = pytest.mark.django_db
YEARS = (date(2023, 1, 1), date(2025, 12, 31))


@pytest.fixture
def told(centre: World) -> World:  # noqa: F811
    admin = member("汤管理", "administrator", centre.units["公司"], "all")
    rows = [
        row("旧1"),
        row("旧2", "司法确认", kind="物业"),
        row("旧3", "调解失败"),
    ]
    rows[2][6:8] = ["2024-01-02", "2024-01-22"]
    take(admin, "history", book(HEAD, *rows), "TJ1")
    centre.actors["管理"] = admin
    return centre


def figures(row: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(
        row[name] for name in ("label", "count", "ended", "agreed", "confirmed", "failed", "rate", "days")
    )


def test_by_month_kind_and_institution(told: World) -> None:
    months = mediation(told["许分配"], "month", *YEARS)
    assert [figures(one) for one in months["rows"]] == [
        ("2023-03", 2, 2, 2, 1, 0, Decimal("1.0000"), Decimal("36.0")),
        ("2024-01", 1, 1, 0, 0, 1, Decimal("0.0000"), Decimal("20.0")),
    ]
    assert figures(months["totals"]) == ("合计", 3, 3, 2, 1, 1, Decimal("0.6667"), Decimal("30.7"))
    kinds = mediation(told["许分配"], "kind", *YEARS)
    assert [(one["label"], one["count"]) for one in kinds["rows"]] == [("邻里", 2), ("物业", 1)]
    places = mediation(told["许分配"], "institution", *YEARS)
    assert [(one["label"], one["count"]) for one in places["rows"]] == [("城东调解委员会", 3)]


def test_todays_cases_stand_beside_those_of_earlier_years(told: World) -> None:
    filed(told)
    mediating(told)
    now = mediation(told["许分配"], "source", date(2024, 1, 1), date(2026, 12, 31))["totals"]
    assert (now["count"], now["going_on"], now["ended"], now["historical"]) == (3, 2, 1, 1)


def test_every_figure_is_the_count_of_the_list_it_opens(told: World) -> None:
    filed(told)
    browser = Browser(told["许分配"])
    for by in ("month", "kind", "institution", "source"):
        told_ = browser.get("/api/insight/mediation", by=by, from_on="2024-01-01", to_on="2026-12-31").json()
        for one in [*told_["rows"], told_["totals"]]:
            for name, more in told_["narrower"].items():
                asked = {"filter": one["drill"] | more}
                answer = browser.post("/api/mediation/cases/search", asked)
                assert answer.status_code == 200, answer.content
                assert answer.json()["count"] == one[name], (by, one["label"], name)


def test_who_may_not_see_figures_is_refused_and_reach_holds(told: World) -> None:
    with pytest.raises(Forbidden):
        mediation(told["李催收"], "month", *YEARS)
    elsewhere = member("尹分配", "assigner", told.units["北"], "team")
    assert mediation(elsewhere, "month", *YEARS)["rows"] == []
