"""An export while it is written: stopped, out of room, its worker killed."""

from __future__ import annotations

import os

import pytest

from anjie.foundation.refusals import NotFound, Refusal
from anjie.services.notices.models import Notice
from anjie.services.sheets.exporting import exports, running
from anjie.services.sheets.exporting.exporters import Wanted
from anjie.services.sheets.models import Export
from tests.cases import place
from tests.exports import written
from tests.people import World

State = Export.State


def test_one_that_is_being_written_stops_at_the_next_look(world: World, monkeypatch) -> None:
    for _ in range(3):
        place(world)
    monkeypatch.setattr(running, "LOOK_EVERY_ROWS", 1)
    monkeypatch.setattr(running, "LOOK_EVERY_SECONDS", -1.0)
    export = exports.ask(world["孙内勤"], "recovery_cases", Wanted())
    looked = running._look

    def stop(record: Export, actor) -> None:
        exports.cancel(world["孙内勤"], record.pk)
        looked(record, actor)

    monkeypatch.setattr(running, "_look", stop)

    assert running.run(export.pk).state == State.CANCELLED
    assert list(running.folder().iterdir()) == []


def test_a_waiting_one_is_cancelled_at_once_and_by_nobody_else(world: World) -> None:
    place(world)
    export = exports.ask(world["孙内勤"], "recovery_cases", Wanted())
    with pytest.raises(NotFound):
        exports.cancel(world["钱管理"], export.pk)
    exports.cancel(world["孙内勤"], export.pk)
    assert running.run(export.pk).state == State.CANCELLED
    with pytest.raises(Refusal) as refused:
        exports.cancel(world["孙内勤"], export.pk)
    assert refused.value.code == "export.wrong_state"


def test_a_full_disk_fails_it_in_words_and_leaves_nothing(world: World, monkeypatch) -> None:
    place(world)
    monkeypatch.setattr(os, "urandom", lambda size: b"\0" * size)
    export = exports.ask(world["孙内勤"], "recovery_cases", Wanted())
    part = running.folder() / f"part-{export.pk}-00000000.xlsx"
    part.symlink_to("/dev/full")

    export = running.run(export.pk)

    assert (export.state, export.why) == (
        State.FAILED, "服务器磁盘空间不足，文件没有写完，已清除。请联系系统管理员清理后重新导出。",
    )  # fmt: skip
    assert list(running.folder().iterdir()) == []
    assert "export.ready" not in written(world["孙内勤"])
    assert Notice.objects.get(verb="export.failed").text.endswith(export.why)


def test_one_whose_worker_was_killed_starts_over(world: World) -> None:
    place(world)
    export = exports.ask(world["孙内勤"], "recovery_cases", Wanted())
    Export.objects.filter(pk=export.pk).update(state=State.RUNNING, done_rows=17)
    (running.folder() / f"part-{export.pk}-dead.xlsx").write_bytes(b"half")

    export = running.run(export.pk)

    assert (export.state, export.done_rows) == (State.READY, 1)
    assert running.run(export.pk).state == State.READY
    assert written(world["孙内勤"]) == ["export.asked", "export.ready"]
