"""A client's settings act on the next import; its custom fields are read from its sheets and shown on its cases."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from anjie.access.actors import Actor
from anjie.desk.models import Case
from anjie.foundation.refusals import Refusal
from anjie.lines.recovery.models import ClientContract
from anjie.services.sheets.importing.desktop import import_file, preview
from tests.http import Browser
from tests.people import World

SAMPLE = Path(__file__).parents[4] / "demo" / "samples" / "bank-clean.xlsx"
JOB = Actor.job("test")


@pytest.fixture(autouse=True)
def own_home(settings, tmp_path: Path) -> None:
    settings.HOME = tmp_path


def with_column(tmp_path: Path, header: str, value: object) -> Path:
    book = openpyxl.load_workbook(SAMPLE)
    sheet = book.active
    column = sheet.max_column + 1
    sheet.cell(1, column, header)
    for row in range(2, sheet.max_row + 1):
        sheet.cell(row, column, value)
    target = tmp_path / "custom.xlsx"
    book.save(target)
    return target


def test_a_declared_field_is_read_from_the_sheet_and_kept_on_the_case(world: World, tmp_path: Path) -> None:
    browser, client = Browser(world["钱管理"]), world.clients["DEMO-BANK"]
    for code, label, kind in (("tier", "客群", "text"), ("gift", "权益金额", "money")):
        body = {"code": code, "label": label, "kind": kind}
        assert browser.post(f"/api/recovery/contracts/{client.pk}/fields", body).status_code == 200
    import_file(JOB, with_column(tmp_path, "权益金额", 12.5), "placement", "DEMO-BANK")
    assert {case.custom["gift"] for case in Case.objects.all()} == {"12.50"}


def test_an_undeclared_column_is_named_as_unmapped(world: World, tmp_path: Path) -> None:
    found = preview(JOB, with_column(tmp_path, "权益金额", 12.5), "placement", "DEMO-BANK")
    assert found.unmapped == ["权益金额"]


def test_a_client_that_takes_files_whole_refuses_one_with_a_wrong_row(world: World) -> None:
    browser, client = Browser(world["钱管理"]), world.clients["DEMO-BANK"]
    changed = browser.patch(f"/api/recovery/contracts/{client.pk}", {"takes_good_rows": False})
    assert changed.status_code == 200
    with pytest.raises(Refusal, match="整份拒收"):
        import_file(JOB, SAMPLE.with_name("amounts-wrong.xlsx"), "placement", "DEMO-BANK", good_only=True)
    assert Case.objects.count() == 0


def test_records_are_never_kept_less_than_two_years(world: World) -> None:
    browser, client = Browser(world["钱管理"]), world.clients["DEMO-BANK"]
    assert browser.patch(f"/api/recovery/contracts/{client.pk}", {"retention_years": 1}).status_code == 422
    assert not ClientContract.objects.exists()


def test_settings_show_and_change_in_part(world: World) -> None:
    browser, client = Browser(world["钱管理"]), world.clients["DEMO-CF"]
    browser.patch(
        f"/api/recovery/contracts/{client.pk}", {"first_call_limit": 2, "first_call_clock": "hours"}
    )
    row = next(r for r in browser.get("/api/recovery/contracts").json() if r["code"] == "DEMO-CF")
    assert (row["first_call_limit"], row["first_call_clock"], row["visit_limit_days"]) == (2, "hours", 7)
    assert ClientContract.objects.get().parts_tolerance == Decimal("0.00")


def test_wrong_contact_limits_are_refused_and_nothing_changes(world: World) -> None:
    browser, client = Browser(world["钱管理"]), world.clients["DEMO-CF"]
    answer = browser.patch(
        f"/api/recovery/contracts/{client.pk}", {"contact_overrides": {"contact.answered_per_day": "许多"}}
    )
    assert answer.status_code == 422
    assert not ClientContract.objects.exists()


def test_a_collector_neither_sees_nor_changes_them(world: World) -> None:
    browser, client = Browser(world["李催收"]), world.clients["DEMO-BANK"]
    assert browser.get("/api/recovery/contracts").status_code == 403
    assert browser.patch(f"/api/recovery/contracts/{client.pk}", {"visit_limit_days": 1}).status_code == 403
    assert not ClientContract.objects.exists()
