"""A clerk imports a workbook over HTTP: preview, confirm, undo; twice is refused, out of reach is missing."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from anjie.desk.models import Batch, Case, CaseSearch, ContactPoint, Event, Holding, Party, Person
from anjie.lines.recovery.placement.models import Placement
from anjie.services.sheets.importing import imports, jobs, landing
from anjie.services.sheets.models import Import, ImportedRow, StagedChunk
from tests.http import Browser
from tests.people import World

SAMPLES = Path(__file__).parents[4] / "demo" / "samples"


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch, settings, tmp_path: Path) -> None:
    """Jobs run where they are deferred; workbooks lie in a folder of the test's own."""
    settings.HOME = tmp_path
    monkeypatch.setattr(jobs.read_upload, "defer", lambda **told: jobs.read_upload(attempt(0), **told))
    monkeypatch.setattr(jobs.land, "defer", lambda **told: jobs.land(attempt(0), **told))
    monkeypatch.setattr(jobs.undo, "defer", lambda **told: jobs.undo(attempt(0), **told))


def attempt(before: int) -> SimpleNamespace:
    """What the worker tells a job: how often it was tried before."""
    return SimpleNamespace(job=SimpleNamespace(attempts=before))


def upload(browser: Browser, world: World, name: str = "bank-clean.xlsx", client: str = "DEMO-BANK"):
    file = SimpleUploadedFile(name, (SAMPLES / name).read_bytes())
    return browser.client.post(
        "/api/sheets/imports",
        {"file": file, "kind": "placement", "client": world.clients[client].pk},
        headers={"X-CSRFToken": browser.token},
    )


def test_a_clean_workbook_becomes_twenty_cases_in_their_batch(world: World) -> None:
    browser = Browser(world["王内勤"])
    seen = upload(browser, world).json()
    assert (seen["state"], seen["rows"], seen["good"], seen["wrong"]) == ("preview", 20, 20, 0)
    assert seen["amount_total"] == "315489.04"
    assert Case.objects.count() == 0
    done = browser.post(f"/api/sheets/imports/{seen['id']}/commit").json()
    assert (done["state"], done["done_rows"], done["batch_nos"]) == ("committed", 20, ["XYK202601"])
    assert sum(case.amount for case in Case.objects.all()) == Decimal("315489.04")
    assert Batch.objects.get().state == "filled"
    assert Event.objects.filter(verb="case.opened").count() == 20
    assert not StagedChunk.objects.exists()


def test_the_same_file_twice_is_recognised(world: World) -> None:
    browser = Browser(world["王内勤"])
    first = upload(browser, world).json()
    browser.post(f"/api/sheets/imports/{first['id']}/commit")
    again = upload(browser, world)
    assert (again.status_code, again.json()["code"]) == (409, "sheets.already_imported")
    assert Case.objects.count() == 20


def test_two_previews_of_one_file_land_once(world: World) -> None:
    browser = Browser(world["王内勤"])
    one, two = upload(browser, world).json(), upload(browser, world).json()
    assert browser.post(f"/api/sheets/imports/{one['id']}/commit").json()["state"] == "committed"
    refused = browser.post(f"/api/sheets/imports/{two['id']}/commit")
    assert refused.json()["code"] == "sheets.already_imported"
    assert Case.objects.count() == 20


def test_a_second_press_of_confirm_lands_nothing_more(world: World) -> None:
    browser = Browser(world["王内勤"])
    seen = upload(browser, world).json()
    browser.post(f"/api/sheets/imports/{seen['id']}/commit")
    again = browser.post(f"/api/sheets/imports/{seen['id']}/commit")
    assert again.json()["code"] == "sheets.already_imported"
    assert Case.objects.count() == 20


def test_an_import_killed_while_landing_starts_over_and_lands_once(world: World) -> None:
    browser = Browser(world["王内勤"])
    seen = upload(browser, world).json()
    imports.begin_commit(world["王内勤"], seen["id"], good_only=False)
    # The worker was killed here: the row says it is landing, nothing was written.
    assert Case.objects.count() == 0
    jobs.land(attempt(1), seen["id"], world["王内勤"].membership_id)
    jobs.land(attempt(2), seen["id"], world["王内勤"].membership_id)
    assert Case.objects.count() == 20
    assert Import.objects.get().state == "committed"


def test_undo_takes_back_what_nobody_touched_and_names_the_rest(world: World) -> None:
    browser = Browser(world["王内勤"])
    seen = upload(browser, world).json()
    browser.post(f"/api/sheets/imports/{seen['id']}/commit")
    worked = Case.objects.order_by("id").first()
    assert worked is not None
    browser.post(f"/api/desk/cases/{worked.pk}/moves/placement.pause", {"reason": "核实中"})
    done = browser.post(f"/api/sheets/imports/{seen['id']}/undo").json()
    assert [one["no"] for one in done["undo_report"]] == [worked.no]
    assert "不能撤销" in done["undo_report"][0]["why"]
    assert list(Case.objects.values_list("no", flat=True)) == [worked.no]
    assert ImportedRow.objects.count() == 1
    assert Event.objects.filter(verb="case.import_undone").count() == 19


def test_an_undone_import_leaves_nothing_but_its_timelines(world: World) -> None:
    browser = Browser(world["王内勤"])
    seen = upload(browser, world).json()
    browser.post(f"/api/sheets/imports/{seen['id']}/commit")
    assert ContactPoint.objects.count() > 20
    browser.post(f"/api/sheets/imports/{seen['id']}/undo")
    for model in (Case, ContactPoint, Party, CaseSearch, Holding, Placement, Person, ImportedRow):
        assert not model.objects.exists(), model
    assert Event.objects.count() == 40


def test_an_undone_file_may_come_again(world: World) -> None:
    browser = Browser(world["王内勤"])
    seen = upload(browser, world).json()
    browser.post(f"/api/sheets/imports/{seen['id']}/commit")
    assert browser.post(f"/api/sheets/imports/{seen['id']}/undo").json()["state"] == "undone"
    assert Batch.objects.get().state == "empty"
    again = upload(browser, world).json()
    assert browser.post(f"/api/sheets/imports/{again['id']}/commit").json()["done_rows"] == 20


def test_accounts_open_on_the_desk_are_named_at_preview(world: World) -> None:
    browser = Browser(world["王内勤"])
    seen = upload(browser, world).json()
    browser.post(f"/api/sheets/imports/{seen['id']}/commit")
    Import.objects.update(file_sha256="0" * 64)
    again = upload(browser, world).json()
    assert (again["good"], again["wrong"]) == (0, 20)
    assert again["fault_groups"][0]["code"] == "placement.open_here"
    refused = browser.post(f"/api/sheets/imports/{again['id']}/commit", {"good_only": True})
    assert refused.json()["code"] == "sheets.nothing_good"
    assert Case.objects.count() == 20


def test_a_file_that_cannot_be_read_is_refused_with_its_reason(world: World) -> None:
    browser = Browser(world["王内勤"])
    seen = upload(browser, world, "password.xlsx").json()
    assert seen["state"] == "refused"
    assert "密码" in seen["refusal"]["message"]
    assert not StagedChunk.objects.exists()


def test_a_clerk_of_another_client_neither_uploads_nor_sees(world: World) -> None:
    mine, other = Browser(world["孙内勤"]), Browser(world["王内勤"])
    assert upload(other, world, client="DEMO-CF").status_code == 404
    seen = upload(mine, world, client="DEMO-CF").json()
    assert other.get(f"/api/sheets/imports/{seen['id']}").status_code == 404
    assert other.post(f"/api/sheets/imports/{seen['id']}/commit").status_code == 404
    assert other.get("/api/sheets/imports").json()["count"] == 0
    assert Case.objects.count() == 0


def test_a_collector_imports_nothing(world: World) -> None:
    assert upload(Browser(world["李催收"]), world).status_code == 403
    assert not Import.objects.exists()


def test_the_marked_workbook_comes_back(world: World) -> None:
    browser = Browser(world["王内勤"])
    seen = upload(browser, world, "amounts-wrong.xlsx").json()
    assert seen["wrong"] > 0
    answer = browser.get(f"/api/sheets/imports/{seen['id']}/marked")
    assert answer.status_code == 200
    assert b"".join(answer.streaming_content)[:2] == b"PK"


def test_no_personal_data_stands_in_the_staged_rows(world: World) -> None:
    browser = Browser(world["王内勤"])
    upload(browser, world)
    content = b"".join(bytes(row.content_sealed) for row in StagedChunk.objects.all())
    assert content
    assert b"1349" not in content


def test_an_unexpected_fault_is_tried_again_and_then_told(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = Browser(world["王内勤"])
    seen = upload(browser, world).json()
    imports.begin_commit(world["王内勤"], seen["id"], good_only=False)
    monkeypatch.setattr(landing, "_land", lambda *given: 1 / 0)
    for before, state in ((0, "committing"), (1, "committing"), (2, "failed")):
        with pytest.raises(ZeroDivisionError):
            jobs.land(attempt(before), seen["id"], world["王内勤"].membership_id)
        assert Import.objects.get().state == state
    assert Case.objects.count() == 0
    told = browser.get(f"/api/sheets/imports/{seen['id']}").json()
    assert "没有写入任何内容" in told["refusal"]["message"]
    assert browser.post(f"/api/sheets/imports/{seen['id']}/cancel").json()["state"] == "cancelled"


def test_a_preview_is_cancelled_and_nothing_stays_staged(world: World) -> None:
    browser = Browser(world["王内勤"])
    seen = upload(browser, world).json()
    assert browser.post(f"/api/sheets/imports/{seen['id']}/cancel").json()["state"] == "cancelled"
    assert not StagedChunk.objects.exists()
    refused = browser.post(f"/api/sheets/imports/{seen['id']}/commit")
    assert refused.json()["code"] == "sheets.wrong_state"
    assert Case.objects.count() == 0


def test_the_first_rows_show_no_whole_number(world: World) -> None:
    browser = Browser(world["王内勤"])
    seen = upload(browser, world).json()
    peeked = browser.get(f"/api/sheets/imports/{seen['id']}/peek").json()
    ids = next(column for column in peeked["columns"] if column["field"] == "id_no")
    assert all(value[3:-4].strip("*") == "" and len(value) == 18 for value in ids["values"])
    mobiles = next(column for column in peeked["columns"] if column["field"] == "mobile")
    assert all(value[3:7] == "****" for value in mobiles["values"])
