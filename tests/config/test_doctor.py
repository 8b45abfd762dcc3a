from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from django.core.files import storage as files
from django.core.files.storage import FileSystemStorage
from django.db import OperationalError, connection

from anjie.foundation import clock
from anjie.services.terms.models import CalendarDay
from config import command, command_desk, doctor


@pytest.fixture(autouse=True)
def own_storage(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(files.default_storage, "_wrapped", FileSystemStorage(location=str(tmp_path)))
    monkeypatch.setattr(command_desk, "ready", lambda: None)
    return tmp_path


def a_worker_beats(seconds_ago: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - make_interval(secs => %s))",
            [seconds_ago],
        )


def found() -> dict[str, doctor.Finding]:
    return {finding.name: finding for finding in doctor.examine()}


def test_all_is_well() -> None:
    a_worker_beats(seconds_ago=5)
    with clock.stopped("2026-06-01T09:00:00+08:00"):
        run = CliRunner().invoke(command.main, ["doctor", "--json"])
    said = json.loads(run.stdout)
    assert (run.exit_code, said["ok"]) == (0, True)
    assert [row["name"] for row in said["checks"]] == [
        "database", "migrations", "keys", "worker", "storage", "calendar", "append_only",
        "port.meeting", "port.robot", "port.sms", "port.wechat", "sums.kept", "sums.batches", "batches.clients", "repayments",
        "settled", "holders", "outcomes", "placements", "timeline", "orphans",
    ]  # fmt: skip
    assert all(row["ok"] and row["message"] for row in said["checks"])


def test_a_silent_worker_is_told() -> None:
    a_worker_beats(seconds_ago=300)
    finding = found()["worker"]
    assert finding.ok is False
    assert finding.message.startswith("没有运行中的后台任务进程，最后一次心跳在 ")
    assert CliRunner().invoke(command.main, ["doctor"]).exit_code == 1


def test_a_storage_that_cannot_be_written_is_told(own_storage: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (own_storage / "file").write_text("not a folder")
    blocked = FileSystemStorage(location=str(own_storage / "file"))
    monkeypatch.setattr(files.default_storage, "_wrapped", blocked)
    finding = found()["storage"]
    assert (finding.ok, finding.message.startswith("文件存储不可写")) == (False, True)


def test_a_disk_with_little_room_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "LITTLE_ROOM", 2**60)
    assert found()["storage"].ok is False


def test_a_probe_leaves_nothing_behind(own_storage: Path) -> None:
    assert found()["storage"].ok is True
    assert [path for path in own_storage.rglob("*") if path.is_file()] == []


def test_the_next_year_must_be_known_in_december() -> None:
    with clock.stopped("2026-11-30T09:00:00+08:00"):
        assert found()["calendar"].ok is True
    with clock.stopped("2026-12-01T09:00:00+08:00"):
        finding = found()["calendar"]
        assert finding.ok is False
        assert finding.message.startswith("2027 年的节假日尚未录入")
        # when an administrator enters the year, it is known
        for month in (1, 5, 10):
            CalendarDay.objects.create(day=date(2027, month, 1), is_working=False)
        assert found()["calendar"].message == "2026、2027 年的节假日已知"


def test_a_trigger_that_was_switched_off_is_told() -> None:
    assert found()["append_only"].ok is True
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE desk_event DISABLE TRIGGER append_only")
    assert found()["append_only"].ok is False


def test_a_database_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any) -> Any:
        raise OperationalError

    with monkeypatch.context() as patch:
        patch.setattr(connection, "cursor", refuse)
        said = doctor.examine()
    assert [(row.name, row.ok) for row in said if not row.name.startswith("port.")] == [
        ("database", False),
        ("storage", True),
    ]
    assert said[0].message == "数据库没有应答。请确认数据库已启动，DATABASE_URL 正确。"
