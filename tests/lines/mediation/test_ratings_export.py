"""The list of ratings is taken out as it is filtered, by who may see it, on the record."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook

from anjie.access.models import TrailEntry
from anjie.foundation.refusals import Forbidden, Invalid
from anjie.lines.mediation.ratings import actions
from anjie.services.sheets.exporting import exports, queries, running
from anjie.services.sheets.exporting.exporters import Wanted
from anjie.services.sheets.models import Export
from tests.lines.mediation import closings
from tests.people import World

KIND = "mediation_ratings"


@pytest.fixture
def rated(centre: World, settings, tmp_path):
    """吕调解 has five stars of 沈梅 and three of 秦海涛."""
    with closings.papers_made(settings, tmp_path):
        case = closings.closed(centre)
        for name, stars, comment in (("沈梅", 5, "耐心"), ("秦海涛", 3, "")):
            actions.rate(centre[name], case.pk, centre["吕调解"].own_membership_id, stars, comment)
        yield case


def test_the_file_says_what_the_filtered_list_says_and_who_took_it(centre: World, rated) -> None:
    boss = centre["许分配"]
    offered = next(one for one in queries.kinds_for(boss) if one["kind"] == KIND)
    columns = [column["key"] for column in offered["columns"]]
    export = running.run(exports.ask(boss, KIND, Wanted({"stars": 5}), columns=columns).pk)
    book = load_workbook(running.file_of(export))
    head, *rows = book.worksheets[0].iter_rows(values_only=True)
    (only,) = (dict(zip(head, row, strict=True)) for row in rows)
    assert (only["调解员"], only["星级"], only["评语"], only["评价人"], only["身份"], only["案件编号"]) == (
        "吕调解", 5, "耐心", "沈梅", "申请人", rated.no,
    )  # fmt: skip
    watermark = " ".join(str(cell) for row in book.worksheets[-1].iter_rows(values_only=True) for cell in row)
    assert "许分配" in watermark and "星级" in watermark
    assert TrailEntry.objects.filter(verb__startswith="export", facts__kind=KIND).exists()


def test_who_may_not_see_ratings_and_a_wrong_filter_are_refused(centre: World, rated) -> None:
    with pytest.raises(Forbidden):
        exports.ask(centre["吕调解"], KIND, Wanted({}))
    with pytest.raises(Invalid) as refused:
        exports.ask(centre["许分配"], KIND, Wanted({"stars": 9}))
    assert refused.value.code == "list.wrong_filter"
    assert not Export.objects.exists()
