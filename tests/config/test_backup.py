"""A backup is proved by restoring it; what cannot be restored is refused, and nothing is changed by that."""

from __future__ import annotations

import json
import resource
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage
from django.db import connection
from psycopg import sql

from anjie.access.models import TrailEntry
from anjie.foundation.refusals import Refusal
from config.backup import archive, asking, contents, jobs, making, restoring, tools
from tests.cases import place
from tests.http import Browser
from tests.people import World

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Path:
    settings.BACKUP_DIR = str(tmp_path / "backups")
    monkeypatch.setattr(default_storage, "_wrapped", FileSystemStorage(location=str(tmp_path / "files")))
    return tmp_path


@pytest.fixture
def url(monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of the database the test works in."""
    told = connection.get_connection_params()
    found = psycopg.conninfo.make_conninfo(
        **{key: told[key] for key in ("host", "port", "user", "password", "dbname") if told.get(key)}
    )
    named = psycopg.conninfo.conninfo_to_dict(found)
    as_url = f"postgresql://{named['user']}:{named['password']}@/{named['dbname']}?host={named['host']}&port={named['port']}"
    monkeypatch.setenv("DATABASE_URL", as_url)
    return as_url


@pytest.fixture
def elsewhere(url: str) -> Iterator[str]:
    """An empty database on the same server."""
    name = sql.Identifier("anjie_test_restored")
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))
        server.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'").format(name))
        yield tools.renamed(url, "anjie_test_restored")
        server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))


def at_work(world: World) -> None:
    """A case with a number, an event and a file."""
    place(world, name="张三", id_no="110101199003070001", card_no="6222020000000000000")
    default_storage.save("blobs/ab/letter", ContentFile("函件".encode() * 1000))


def made(url: str, **more: Any) -> Path:
    done = making.make(url, tell=lambda said: None, **{"verify": False, **more})
    return making.folder() / done["name"]


def held(url: str) -> dict[str, Any]:
    with tools.connect(url) as database:
        return contents.holdings(database)


def refused(code: str, deed: Any) -> Refusal:
    with pytest.raises(Refusal) as found:
        deed()
    assert found.value.code == code
    return found.value


def test_what_is_restored_equals_what_was_before(
    world: World, url: str, elsewhere: str, own_folders: Path
) -> None:
    at_work(world)
    before = held(url)
    done = making.make(url, tell=lambda said: None)
    # The backup proved itself in a scratch database, which is gone.
    assert done["state"] == "verified"
    assert done["message"].startswith(f"已恢复验证：{len(before)} 张表 ")
    path = making.folder() / done["name"]
    assert path.stat().st_mode & 0o777 == 0o600
    said = archive.check(path)
    assert said["database"] == before
    restoring.load(path, said, elsewhere)
    assert held(elsewhere) == before
    assert before["desk_event"]["rows"] > 0 and before["access_trailentry"]["rows"] >= 0
    with tools.connect(elsewhere) as database:
        # Sequences and what keeps the timeline append-only came along.
        last = database.execute("SELECT max(id) FROM desk_case").fetchone()
        following = database.execute("SELECT nextval(pg_get_serial_sequence('desk_case', 'id'))").fetchone()
        assert last and following and following[0] > last[0]
        with pytest.raises(psycopg.Error, match=r"append|only|只可"):
            database.execute("UPDATE desk_event SET verb = 'x'")
    shutil.rmtree(own_folders / "files")
    assert restoring.put_files_back(path, said) == 1
    assert default_storage.open("blobs/ab/letter").read() == "函件".encode() * 1000
    refused("backup.files_not_empty", lambda: restoring.put_files_back(path, said))


def test_keys_are_in_no_archive_unless_asked_for(world: World, url: str) -> None:
    assert zipfile.ZipFile(made(url)).namelist() == ["database.dump", "manifest.json"]
    with_keys = made(url, with_secrets=True, to=making.folder() / "anjie-with.zip")
    assert "secrets.json" in zipfile.ZipFile(with_keys).namelist()
    said = json.dumps(archive.manifest(with_keys))
    from config import home

    assert home.secrets().db_password not in said and "BEGIN" not in said


def test_one_changed_byte_is_found_and_nothing_is_loaded(world: World, url: str, elsewhere: str) -> None:
    path = made(url)
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 3] ^= 1
    path.write_bytes(raw)
    assert "database.dump" in refused("backup.damaged", lambda: archive.check(path)).message
    path.write_bytes(raw[: len(raw) // 2])
    refused("backup.damaged", lambda: archive.check(path))
    assert held(elsewhere) == {}


def test_a_database_that_holds_something_is_left_alone(world: World, url: str) -> None:
    path, before = made(url), held(url)
    refused("backup.target_not_empty", lambda: restoring.load(path, archive.check(path), url))
    assert held(url) == before


def test_what_does_not_come_out_the_same_is_taken_away_again(world: World, url: str, elsewhere: str) -> None:
    path = made(url)
    said = archive.check(path)
    said["database"]["access_role"]["rows"] += 1
    found = refused("backup.differs", lambda: restoring.load(path, said, elsewhere))
    assert found.facts == {"tables": ["access_role"]}
    assert held(elsewhere) == {}
    refused("backup.older_server", lambda: restoring.load(path, {**said, "server_major": 99}, elsewhere))


def test_a_full_disk_is_told_and_leaves_the_last_backup(world: World, url: str) -> None:
    good = made(url)
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64 * 1024, limit[1]))
    try:
        found = refused(
            "backup.disk_full", lambda: made(url, to=making.folder() / "anjie-99990101-000000.zip")
        )
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    assert found.status == 507
    assert [path.name for path in making.folder().glob("*.zip")] == [good.name]
    assert list(making.folder().glob("*.part")) == []
    assert [row["state"] for row in making.listed()] == ["failed", "made"]
    archive.check(good)


def test_one_at_a_time_and_only_so_many_are_kept(world: World, url: str, settings: Any) -> None:
    with making._alone(url):
        refused("backup.running", lambda: made(url))
    making.folder().mkdir(parents=True)
    for day in range(1, 6):
        row = {"name": f"anjie-2026010{day}-000000.zip", "state": "verified" if day != 4 else "failed"}
        (making.folder() / row["name"]).write_bytes(b"")
        (making.folder() / row["name"]).with_suffix(".json").write_text(json.dumps(row))
    assert making.prune(2) == ["anjie-20260102-000000.zip", "anjie-20260101-000000.zip"]
    assert [row["name"][6:14] for row in making.listed()] == ["20260105", "20260104", "20260103"]


def test_the_administrator_begins_one_and_sees_how_it_went(world: World, url: str) -> None:
    boss, collector = Browser(world["钱管理"]), Browser(world["李催收"])
    assert collector.post("/api/backups").status_code == 403
    assert boss.get("/api/backups").json()["rows"] == []
    assert boss.post("/api/backups").status_code == 200
    assert boss.get("/api/backups").json()["running"] is True
    assert boss.post("/api/backups").json()["code"] == "backup.running"
    # when the worker comes to it
    jobs.run()
    (row,) = boss.get("/api/backups").json()["rows"]
    assert (row["state_label"], row["files"]) == ("已验证", 0)
    verbs = [entry.verb for entry in TrailEntry.objects.filter(verb__startswith="backup.").order_by("id")]
    assert verbs == ["backup.asked", "backup.made"]
    (making.folder() / row["name"]).unlink()
    assert asking.overview(world["钱管理"])["rows"][0]["state_label"] == "文件不在"


def test_the_schedule_is_told_in_shanghai_and_kept_in_utc() -> None:
    assert (jobs.cron("02:30"), jobs.cron("23:05")) == ("30 18 * * *", "5 15 * * *")
