"""An import is taken back in the background: told as it goes, stopped when asked, done once after a kill."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.db import connection

from anjie.access.models import TrailEntry
from anjie.desk.models import Case
from anjie.foundation.refusals import Refusal
from anjie.services.sheets.importing import desktop, imports, jobs, loaders, undoing
from anjie.services.sheets.models import Import
from anjie.services.sheets.progress import Progress
from tests.http import Browser
from tests.people import World
from tests.sheets import SAMPLES, take


def attempt(before: int) -> SimpleNamespace:
    """What the worker tells a job: how often it was tried before."""
    return SimpleNamespace(job=SimpleNamespace(attempts=before))


@pytest.fixture
def landed(world: World, settings, tmp_path: Path) -> Import:
    """Twenty cases that came with a workbook."""
    settings.HOME = tmp_path
    return take(world["王内勤"], "placement", SAMPLES / "bank-clean.xlsx")


def waiting() -> list[dict]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT args FROM procrastinate_jobs WHERE task_name = 'sheets.undo' AND status = 'todo'"
        )
        return [json.loads(row[0]) for row in cursor.fetchall()]


def test_the_request_only_asks_and_the_worker_takes_back(world: World, landed: Import) -> None:
    # given an import, when its undo is asked for
    browser = Browser(world["王内勤"])
    told = browser.post(f"/api/sheets/imports/{landed.pk}/undo").json()
    # then nothing has gone yet, one job waits, and asking again adds none
    assert (told["state"], told["state_label"], told["may_undo"]) == ("undoing", "撤销中", False)
    assert Case.objects.count() == 20
    assert browser.post(f"/api/sheets/imports/{landed.pk}/undo").json()["state"] == "undoing"
    (args,) = waiting()
    # when the worker does it
    jobs.undo(attempt(0), **args)
    assert (Import.objects.get().state, Case.objects.count()) == ("undone", 0)
    refused = browser.post(f"/api/sheets/imports/{landed.pk}/undo")
    assert refused.json()["code"] == "sheets.already_undone"


def test_a_killed_undo_starts_over_and_is_done_once(world: World, landed: Import) -> None:
    undoing.ask(world["王内勤"], landed.pk)
    # The worker was killed here: the row says it is being undone, nothing has gone.
    assert Case.objects.count() == 20
    jobs.undo(attempt(1), landed.pk, world["王内勤"].membership_id)
    jobs.undo(attempt(2), landed.pk, world["王内勤"].membership_id)
    assert (Import.objects.get().state, Case.objects.count()) == ("undone", 0)
    assert TrailEntry.objects.filter(verb="sheets.undone").count() == 1


def test_it_says_how_far_it_is(world: World, landed: Import, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[str, int, int]] = []
    monkeypatch.setattr(loaders, "PORTION", 8)
    monkeypatch.setattr(Progress, "__call__", lambda self, done: told.append((self.state, done, self.total)))
    undoing.ask(world["王内勤"], landed.pk)
    undoing.take_back(world["王内勤"], landed.pk)
    assert told == [("undoing", 8, 20), ("undoing", 16, 20), ("undoing", 20, 20)]


def test_stopped_half_way_everything_is_still_there(
    world: World, landed: Import, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loaders, "PORTION", 8)
    clerk = world["王内勤"]

    def asked_meanwhile(self: Progress, done: int) -> None:
        if done == 16:
            imports.cancel(clerk, landed.pk)

    monkeypatch.setattr(Progress, "__call__", asked_meanwhile)
    undoing.ask(clerk, landed.pk)
    record = undoing.take_back(clerk, landed.pk)
    assert (record.state, Case.objects.count()) == ("committed", 20)
    monkeypatch.undo()
    assert desktop.undo(clerk, landed.pk) == {"import_id": landed.pk, "undone": 20, "kept": []}


def test_an_unexpected_fault_leaves_the_import_as_it_landed(
    world: World, landed: Import, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undoing, "_take_back", lambda *given: 1 / 0)
    undoing.ask(world["王内勤"], landed.pk)
    for before, state in ((0, "undoing"), (1, "undoing"), (2, "committed")):
        with pytest.raises(ZeroDivisionError):
            jobs.undo(attempt(before), landed.pk, world["王内勤"].membership_id)
        assert Import.objects.get().state == state
    told = Browser(world["王内勤"]).get(f"/api/sheets/imports/{landed.pk}").json()
    assert "内容都还在" in told["refusal"]["message"]
    assert (told["may_undo"], Case.objects.count()) == (True, 20)


def test_the_command_line_takes_back_at_once_or_says_why(world: World, landed: Import) -> None:
    assert desktop.undo(world["王内勤"], landed.pk) == {"import_id": landed.pk, "undone": 20, "kept": []}
    with pytest.raises(Refusal) as refused:
        desktop.undo(world["王内勤"], landed.pk)
    assert refused.value.code == "sheets.already_undone"
    assert waiting() == []


def test_a_collector_undoes_nothing(world: World, landed: Import) -> None:
    answer = Browser(world["李催收"]).post(f"/api/sheets/imports/{landed.pk}/undo")
    assert answer.status_code == 403
    assert (Import.objects.get().state, waiting()) == ("committed", [])
