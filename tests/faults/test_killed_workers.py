"""A worker killed in the middle of an export or an undo: the job runs again, one result, nothing lost."""

from __future__ import annotations

import os
import signal
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from openpyxl import load_workbook

from anjie.access.models import TrailEntry
from anjie.desk.models import Case
from anjie.services.sheets.exporting import exports, running
from anjie.services.sheets.exporting.exporters import Wanted
from anjie.services.sheets.importing import jobs, undoing
from anjie.services.sheets.models import Export, Import, ImportedRow
from tests.cases import place
from tests.people import World, build_world
from tests.sheets import SAMPLES, take

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def company(settings: Any, tmp_path: Path) -> World:
    settings.HOME = tmp_path
    return build_world()


def killed_in_the_middle(work: Callable[[], object], pause_at: Callable[[Callable[[], None]], None]) -> None:
    """Let another process begin ``work``, and end it by SIGKILL where ``pause_at`` has put its pause."""
    told, tell = os.pipe()
    connection.close()
    connection.close_pool()  # type: ignore[attr-defined]  # two processes must not speak on one line
    child = os.fork()
    if child == 0:  # pragma: no cover - it is killed

        def pause() -> None:
            os.write(tell, b"!")
            signal.pause()

        # A pool's threads do not live through a fork.
        connection.settings_dict["OPTIONS"].pop("pool", None)
        try:
            pause_at(pause)
            work()
        except BaseException:
            os.write(tell, traceback.format_exc().encode()[-4000:])
        finally:
            os._exit(1)
    os.close(tell)
    reached = os.read(told, 4000)
    os.close(told)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert (reached.decode(), os.WTERMSIG(status)) == ("!", signal.SIGKILL)


def test_an_export_that_was_being_written_is_written_again_whole(company: World) -> None:
    for _ in range(8):
        place(company)
    export = exports.ask(company["孙内勤"], "recovery_cases", Wanted())

    def after_three_rows(pause: Callable[[], None]) -> None:
        def slowly(export: Export, actor: Any, rows: Any, progress: Any) -> Iterator[Any]:
            for number, row in enumerate(rows):
                if number == 3:
                    pause()
                yield row

        running._watched = slowly

    killed_in_the_middle(lambda: running.run(export.pk), after_three_rows)
    assert Export.objects.get().state == Export.State.RUNNING
    assert not running.file_of(export).exists()
    # The database lets go of what the dead one held once it has noticed.
    until = time.monotonic() + 60
    while running.run(export.pk).state != Export.State.READY and time.monotonic() < until:
        time.sleep(0.05)
    running.run(export.pk)
    sheet = load_workbook(running.file_of(export)).worksheets[0]
    assert sheet.max_row == 1 + 8
    assert TrailEntry.objects.filter(verb="export.ready").count() == 1


def test_an_undo_that_had_begun_is_done_once_and_whole(company: World) -> None:
    landed = take(company["王内勤"], "placement", SAMPLES / "bank-clean.xlsx")
    before = ImportedRow.objects.count()
    undoing.ask(company["王内勤"], landed.pk)

    def after_the_first_step(pause: Callable[[], None]) -> None:
        undoing.is_cancelled = lambda record: pause()  # type: ignore[assignment]

    def worker(attempts: int) -> None:
        tried = SimpleNamespace(job=SimpleNamespace(attempts=attempts))
        jobs.undo(tried, landed.pk, company["王内勤"].membership_id)

    killed_in_the_middle(lambda: worker(0), after_the_first_step)
    # then all twenty are still there, and the next worker takes them back
    assert (Case.objects.count(), ImportedRow.objects.count()) == (20, before)
    worker(1)
    worker(2)
    assert (Import.objects.get().state, Case.objects.count()) == ("undone", 0)
    assert TrailEntry.objects.filter(verb="sheets.undone").count() == 1
