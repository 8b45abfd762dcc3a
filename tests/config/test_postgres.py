"""The embedded database: kept, shared, restarted, stopped."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import stat
import time
from collections.abc import Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

import psycopg
import pytest

from config import home as place
from config import pg_software, postgres
from tests.config.homes import hold, new_home


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("ANJIE_SECRETS_FILE", raising=False)
    with new_home() as folder:
        monkeypatch.setenv("ANJIE_HOME", str(folder))
        try:
            yield folder
        finally:
            postgres.stop()
        until = time.monotonic() + 30
        while left_running(folder) and time.monotonic() < until:
            time.sleep(0.1)
        assert left_running(folder) == []


def left_running(home: Path) -> list[str]:
    """The programs that still work below the home; none may outlast those who use it."""
    left = []
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if (process / "cwd").readlink().is_relative_to(home):
                left.append((process / "cmdline").read_text())
    return left


def ensure(home: Path, durable: bool = False) -> postgres.Database:
    return postgres.ensure(home, durable=durable)


def postmaster(home: Path) -> int:
    return int((home / "postgres/data/postmaster.pid").read_text().split()[0])


def write(url: str, word: str) -> None:
    with psycopg.connect(url) as connection:
        connection.execute("create table if not exists words (word text)")
        connection.execute("insert into words values (%s)", [word])


def words(url: str) -> list[str]:
    with psycopg.connect(url) as connection:
        return [row[0] for row in connection.execute("select word from words order by word")]


def test_rows_are_kept_over_a_stop_and_a_start(home: Path) -> None:
    first = ensure(home)
    write(first.url, "案结")
    postgres.stop()
    assert not (home / "postgres/data/postmaster.pid").exists()

    started = time.monotonic()
    second = ensure(home)

    assert second == postgres.Database(first.url, started_by_us=True)
    assert time.monotonic() - started < 5
    assert words(second.url) == ["案结"]


def test_committed_rows_survive_a_kill_of_the_server(home: Path) -> None:
    database = ensure(home, durable=True)
    write(database.url, "已提交")
    busy = psycopg.connect(database.url)
    # A back end in the middle of a statement leaves late, and holds the memory of the old server.
    busy.pgconn.send_query(b"select count(*) from generate_series(1, 100000000)")
    killed = postmaster(home)
    os.kill(killed, signal.SIGKILL)

    again = ensure(home, durable=True)

    busy.close()
    assert again.started_by_us
    assert postmaster(home) != killed
    assert words(again.url) == ["已提交"]


def test_a_killed_server_is_noticed(home: Path) -> None:
    ensure(home)
    assert postgres.alive()

    os.kill(postmaster(home), signal.SIGKILL)
    until = time.monotonic() + 30
    while postgres.alive() and time.monotonic() < until:
        time.sleep(0.01)

    assert postgres.in_use()
    assert not postgres.alive()


def test_a_second_command_shares_and_the_last_one_stops(home: Path) -> None:
    database = ensure(home)
    write(database.url, "共用")
    other = hold(home)
    assert other.stdout is not None
    assert other.stdout.readline() == "False\n"
    server = postmaster(home)

    postgres.stop()

    assert postmaster(home) == server
    assert words(database.url) == ["共用"]
    other.communicate("")
    assert other.returncode == 0
    assert not (home / "postgres/data/postmaster.pid").exists()


def test_the_server_of_a_killed_command_is_shared_then_stopped(home: Path) -> None:
    other = hold(home)
    assert other.stdout is not None
    assert other.stdout.readline() == "True\n"
    server = postmaster(home)
    other.kill()
    other.wait()

    database = ensure(home)

    assert not database.started_by_us
    assert postmaster(home) == server
    postgres.stop()
    assert not (home / "postgres/data/postmaster.pid").exists()


def test_two_commands_that_start_at_once_start_one_server(home: Path) -> None:
    both = [hold(home), hold(home)]
    said = sorted(process.stdout.readline() for process in both if process.stdout is not None)

    assert said == ["False\n", "True\n"]
    for process in both:
        process.communicate("")
    assert not (home / "postgres/data/postmaster.pid").exists()


def test_a_pid_file_that_names_another_program_is_no_obstacle(home: Path) -> None:
    database = ensure(home)
    write(database.url, "原有")
    pid_file = home / "postgres/data/postmaster.pid"
    left = pid_file.read_text()
    postgres.stop()
    # After a restart of the machine the number belongs to somebody else: here, to this test.
    pid_file.write_text(left.replace(left.split("\n")[0], str(os.getpid()), 1))

    again = ensure(home)

    assert again.started_by_us
    assert words(again.url) == ["原有"]


def test_an_interrupted_making_is_made_anew(home: Path) -> None:
    area = postgres.area_of(home)
    (area / "data.new").mkdir()
    (area / "data.new" / "PG_VERSION").write_text("18")

    database = ensure(home)

    assert database.started_by_us
    assert not (area / "data.new").exists()


def test_the_database_is_private(home: Path) -> None:
    database = ensure(home)

    run, data = home / "postgres/run", home / "postgres/data"
    assert [stat.S_IMODE(path.stat().st_mode) for path in (run, data)] == [0o700, 0o700]
    assert stat.S_IMODE((home / "postgres").stat().st_mode) & 0o007 == 0
    assert data.stat().st_uid != 0
    with psycopg.connect(database.url) as connection:
        role, superuser, addresses, locale = connection.execute(
            "select current_user, usesuper, current_setting('listen_addresses'), datctype"
            " from pg_user, pg_database where usename = current_user and datname = current_database()"
        ).fetchone() or ("", None, "", "")
    assert (role, superuser, addresses, locale) == ("anjie", False, "", "C.UTF-8")
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(database.url.replace(place.secrets().db_password, "wrong"))


def test_the_log_holds_no_statement(home: Path) -> None:
    database = ensure(home)
    with psycopg.connect(database.url) as connection:
        connection.execute("create table people (number text primary key)")
        connection.execute("insert into people values ('110101190001010000')")
        with pytest.raises(psycopg.errors.UniqueViolation):
            connection.execute("insert into people values ('110101190001010000')")
    postgres.stop()

    logged = "".join(path.read_text() for path in (home / "postgres/data/log").glob("*.log"))
    assert "duplicate key value" in logged
    assert "110101190001010000" not in logged


def test_lost_secrets_are_named(home: Path) -> None:
    ensure(home)
    postgres.stop()
    (home / "secrets.json").unlink()
    place._read.cache_clear()

    with pytest.raises(place.HomeError, match=r"secrets\.json") as refused:
        ensure(home)

    assert "请恢复" in str(refused.value)
    assert not postgres.in_use()


def test_a_home_deep_down_has_its_socket_elsewhere(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = home / ("很深的目录" * 8)
    deep.mkdir()
    home.chmod(0o755)
    monkeypatch.setenv("ANJIE_HOME", str(deep))

    database = ensure(deep)

    folder = Path(psycopg.conninfo.conninfo_to_dict(database.url)["host"])
    assert folder.parent == Path("/tmp")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    write(database.url, "可用")
    assert words(database.url) == ["可用"]
    postgres.stop()
    folder.rmdir()


def test_a_home_the_account_cannot_enter(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = home / "private" / "checkout" / "home"
    closed.mkdir(parents=True)
    (home / "private").chmod(0o700)
    home.chmod(0o755)
    (home / "outside").mkdir()
    monkeypatch.setenv("ANJIE_HOME", str(closed))
    monkeypatch.setattr(postgres, "OUTSIDE", home / "outside")

    database = ensure(closed)

    write(database.url, "可用")
    assert words(database.url) == ["可用"]
    area = postgres.area_of(closed)
    if os.geteuid() == 0:
        assert area.parent == home / "outside"
        assert json.loads((closed / "postgres.json").read_text()) == {"area": str(area)}
    else:
        assert area == closed / "postgres"


def test_programs_the_account_cannot_enter_are_copied(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    area = postgres.area_of(home)
    account = pg_software.account_for(area / "data")
    private = home / "private"
    install = next(iter(pg_software.installs()))[0]
    copied = pg_software._copy(install, private)
    private.chmod(0o700)
    monkeypatch.setattr(pg_software, "installs", lambda: iter([(copied, "wheel")]))

    software = pg_software.choose(area / "software", account, None)

    if account.dropped:
        assert software.origin == "copy"
        assert software.bin.is_relative_to(area / "software")
    else:
        assert software == pg_software.Software(copied / "bin", 18, "wheel")


def test_data_of_a_version_that_is_not_here(home: Path) -> None:
    account = pg_software.account_for(home)

    with pytest.raises(place.HomeError, match="PostgreSQL 99") as refused:
        pg_software.choose(home / "software", account, 99)

    assert "请装回该版本" in str(refused.value)


def test_a_given_server_is_used_and_none_started(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://somebody@somewhere/anjie")

    assert postgres.provide() == postgres.Database(
        "postgresql://somebody@somewhere/anjie", started_by_us=False
    )

    assert list(home.iterdir()) == []


def as_ordinary_user(home: Path, programs: Path, answer: Connection) -> None:
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
    os.environ["PATH"] = f"{programs}:{os.environ['PATH']}"
    try:
        database = ensure(home)
        write(database.url, "普通用户")
        found = (words(database.url), (home / "postgres/data").stat().st_uid == os.geteuid())
        postgres.stop()
        answer.send(found)
    except BaseException as error:
        answer.send(repr(error))


def test_an_ordinary_user_runs_it_as_himself(home: Path) -> None:
    install = next(iter(pg_software.installs()))[0]
    programs = pg_software._copy(install, home / "programs") / "bin"
    home.chmod(0o755)
    own = home / "own"
    own.mkdir()
    if os.geteuid() == 0:
        os.chown(own, 65534, 65534)
    os.environ["ANJIE_HOME"] = str(own)
    ours, theirs = get_context("fork").Pipe()
    child = get_context("fork").Process(target=as_ordinary_user, args=(own, programs, theirs))
    child.start()

    assert ours.poll(120)
    assert ours.recv() == (["普通用户"], True)
    child.join()
