"""Every report leaves by the same export as lists, with every column, and holds what its page shows."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from anjie.foundation import clock
from anjie.lines.recovery.quality.actions import Told, record_complaint
from anjie.services.sheets.exporting import exports, queries, running
from anjie.services.sheets.exporting.exporters import Wanted
from tests.cases import place
from tests.http import Browser
from tests.insight.test_figures import TODAY, YEAR, year
from tests.people import World

__all__ = ["year"]
PLACED = {"placed_from": "2026-01-01", "placed_to": "2026-12-31"}
ASKED: dict[str, tuple[dict[str, Any], int]] = {
    "report_recovered": ({"by": "month", **YEAR}, 5),
    "report_batches": ({}, 4),
    "report_collectors": (YEAR, 3),
    "report_vintage": ({"by": "batch", "months": 36, **PLACED}, 3),
    "report_performance": ({"by": "person", **YEAR}, 5),
    "report_weekly": ({"day": "2026-09-14"}, 2),
    "report_complaints": ({"by": "severity", **YEAR}, 2),
    "report_mediation": ({"by": "month", **YEAR}, 1),
    "complaints": ({}, 1),
}
"""What each is asked, and how many rows it then has, its total included."""


@pytest.fixture(autouse=True)
def home(settings, tmp_path: Path) -> Path:
    settings.HOME = tmp_path
    return tmp_path


@pytest.fixture
def complained(year: World) -> World:
    """The year of repayments, and one complaint in it."""
    with clock.stopped("2026-09-10T10:00:00+08:00"):
        case = place(year, name="张六", holder="李催收", batch_no="B-2")
        told = Told("张六", "phone", "major", "多次来电。", "联系过于频繁", date(2026, 9, 10))
        record_complaint(year["孙内勤"], case.pk, told)
    return year


def test_every_report_leaves_with_every_column(complained: World) -> None:
    with clock.stopped(TODAY):
        boss = complained["钱管理"]
        offered = {one["kind"]: one for one in queries.kinds_for(boss)}
        assert {kind for kind in offered if kind.startswith("report_")} == set(ASKED) - {"complaints"}
        for kind, (asked, rows) in ASKED.items():
            columns = [column["key"] for column in offered[kind]["columns"]]
            export = running.run(exports.ask(boss, kind, Wanted(asked), columns=columns).pk)
            assert (kind, export.state, export.why, export.rows) == (kind, "ready", "", rows)


def test_the_file_says_what_the_page_says(complained: World) -> None:
    with clock.stopped(TODAY):
        boss = complained["孙内勤"]
        report = Browser(boss).get("/api/insight/recovered", by="month", **YEAR).json()
        export = running.run(exports.ask(boss, "report_recovered", Wanted({"by": "month", **YEAR})).pk)
    sheet = load_workbook(running.file_of(export)).worksheets[0]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert [(label, count, f"{amount:.2f}") for label, count, amount in rows] == [
        *((row["label"], row["count"], row["amount"]) for row in report["rows"]),
        ("合计", 8, "3502.50"),
    ]
