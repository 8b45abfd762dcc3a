"""The embedded PostgreSQL of an installation, shared by every command that uses the same home.

Who needs it calls ``provide``; the last one out stops it, also after a command that was killed.
"""

from __future__ import annotations

import atexit
import contextlib
import fcntl
import hashlib
import json
import os
import secrets as random_source
import shutil
import signal
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from urllib.parse import quote

import psycopg
from psycopg import sql

from config import home as home_
from config.home import HomeError
from config.pg_server import ADMIN, Server
from config.pg_software import Account, account_for, choose

DATABASE = "anjie"
ROLE = "anjie"
PORT = 5432  # only names the socket: nothing listens on the network
LONGEST_SOCKET_FOLDER = 90
"""A socket's whole path may have 107 bytes on Linux, 103 on macOS."""
ANSWER_SECONDS = 20.0
OUTSIDE = Path("/var/lib/anjie")


@dataclass(frozen=True)
class Database:
    """How to reach the database, and whether this call started its server."""

    url: str
    started_by_us: bool


@dataclass
class _Use:
    """This process's use of one embedded server."""

    server: Server
    lock: int


_use: _Use | None = None


def provide(durable: bool = True) -> Database:
    """Make DATABASE_URL name a running database until this process ends: the given one, else the embedded one.

    Children inherit it. Call it in the main thread before Django is set up; calling it again changes nothing.
    """
    given = os.environ.get("DATABASE_URL", "").strip()
    if given:
        return Database(given, started_by_us=False)
    database = ensure(home_.home(), durable=durable)
    os.environ["DATABASE_URL"] = database.url
    atexit.register(stop)
    if (
        threading.current_thread() is threading.main_thread()
        and signal.getsignal(signal.SIGTERM) == signal.SIG_DFL
    ):
        # The default ends the process without stopping the server.
        signal.signal(signal.SIGTERM, _leave)
    return database


def _leave(number: int, _frame: FrameType | None) -> None:
    sys.exit(128 + number)


def ensure(home: Path, durable: bool = True) -> Database:
    """Return the home's database, started when nobody else has; hold it until ``stop``."""
    global _use
    area = area_of(home)
    if _use is not None and _use.server.area != area:
        raise HomeError(f"This process already uses the database of {_use.server.area}.")
    password = home_.secrets().db_password
    with _starting(area):
        server = _use.server if _use is not None else _server(area, durable)
        lock = _use.lock if _use is not None else _hold(area)
        try:
            server.make(password)
            started = _up(server, password)
        except BaseException:
            if _use is None:
                _let_go(server, lock)
            raise
        _use = _Use(server, lock)
    return Database(url(home), started)


def _up(server: Server, password: str) -> bool:
    """Make the server answer; tell whether it was started for that."""
    started = False
    give_up = time.monotonic() + ANSWER_SECONDS
    while True:
        if server.postmaster() is None:
            server.start()
            started = True
        try:
            _open_for_us(server, password)
            return started
        except psycopg.OperationalError:
            # A server that is being killed may still look alive for a moment.
            if time.monotonic() > give_up:
                raise
            time.sleep(0.1)


def stop() -> None:
    """Let go of the embedded server, and stop it when nobody else holds it."""
    global _use
    if _use is None:
        return
    use, _use = _use, None
    with _starting(use.server.area):
        _let_go(use.server, use.lock)


def _let_go(server: Server, lock: int) -> None:
    """Drop our hold on the server; when nobody else has one, stop it."""
    os.close(lock)
    last = os.open(server.area / "users.lock", os.O_RDWR | os.O_CLOEXEC)
    try:
        fcntl.flock(last, fcntl.LOCK_EX | fcntl.LOCK_NB)
        server.stop()
    except BlockingIOError:
        pass
    finally:
        os.close(last)


def in_use() -> bool:
    """Tell whether this process holds an embedded server."""
    return _use is not None


def alive() -> bool:
    """Tell whether the embedded server that this process holds is running."""
    return _use is not None and _use.server.postmaster() is not None


def url(home: Path) -> str:
    """Return the address of the home's database, running or not."""
    folder = _socket_folder(area_of(home))
    password = quote(home_.secrets().db_password, safe="")
    return f"postgresql://{ROLE}:{password}@/{DATABASE}?host={quote(str(folder), safe='')}&port={PORT}"


# -- where --


def area_of(home: Path) -> Path:
    """Return the folder of the database: <home>/postgres, or one outside when its account cannot get there."""
    note = home / "postgres.json"
    if note.exists():
        return Path(json.loads(note.read_text("utf-8"))["area"])
    area = home / "postgres"
    if area.exists():
        return area
    home.mkdir(parents=True, exist_ok=True)
    account = account_for(area / "data")
    if account.dropped:
        _let_pass(home, account)
        if not account.can("-x", home):
            # The checkout lies below a private folder (/root/…), whose mode is not ours to change.
            outside = OUTSIDE / random_source.token_hex(6)
            outside.mkdir(parents=True)
            _private(outside, account)
            note.write_text(json.dumps({"area": str(outside)}) + "\n", "utf-8")
            print(
                f"数据库账户无法进入 {home}，数据改存于 {outside}（记录在 {note}）。\n"
                f"The database's account cannot enter {home}; its data are in {outside} (noted in {note}).",
                file=sys.stderr,
            )
            return outside
    area.mkdir(exist_ok=True)
    _private(area, account)
    return area


def _let_pass(home: Path, account: Account) -> None:
    """Let the account, and nobody else new, pass through the home; folders above it are not ours to change."""
    mode = home.stat().st_mode
    if home.stat().st_uid == 0 and not mode & 0o001:
        os.chown(home, -1, account.gid)
        home.chmod(mode & 0o7777 | 0o010)


def _private(area: Path, account: Account) -> None:
    """Close the area to everyone; the database's account may pass through it but put nothing there."""
    if account.dropped:
        os.chown(area, 0, account.gid)
        area.chmod(0o710)
    else:
        area.chmod(0o700)


def _socket_folder(area: Path) -> Path:
    folder = area / "run"
    if len(os.fsencode(folder)) <= LONGEST_SOCKET_FOLDER:
        return folder
    return Path("/tmp") / f"anjie-{hashlib.sha256(os.fsencode(area)).hexdigest()[:12]}"


def _server(area: Path, durable: bool) -> Server:
    data = area / "data"
    account = account_for(data)
    version = data / "PG_VERSION"
    try:
        wanted = int(version.read_text()) if version.exists() else None
    except PermissionError as error:
        raise HomeError(
            f"无权读取数据库目录 {data}。请用创建它的系统用户运行，或用 ANJIE_HOME 另选目录。\n"
            f"{data} is not readable by this user. Run as the user that made it, or choose another ANJIE_HOME."
        ) from error
    if account.dropped and data.exists() and data.stat().st_uid == 0:
        _give(data, account)
    return Server(area, account, choose(area / "software", account, wanted), _socket_folder(area), durable)


def _give(data: Path, account: Account) -> None:
    """Hand data that were restored as root to the account that will run on them."""
    for path in [data, *data.rglob("*")]:
        os.chown(path, account.uid, account.gid, follow_symlinks=False)
    data.chmod(0o700)


# -- who --


@contextlib.contextmanager
def _starting(area: Path) -> Iterator[None]:
    """Let one process at a time start or stop the server."""
    try:
        handle = os.open(area / "start.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except PermissionError as error:
        raise HomeError(
            f"无权使用数据库目录 {area}。请用创建它的系统用户运行，或用 ANJIE_HOME 另选目录。\n"
            f"{area} is not open to this user. Run as the user that made it, or choose another ANJIE_HOME."
        ) from error
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _hold(area: Path) -> int:
    """Say that this process uses the server; the kernel lets go for us when we are killed."""
    handle = os.open(area / "users.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    fcntl.flock(handle, fcntl.LOCK_SH)
    return handle


def _open_for_us(server: Server, password: str) -> None:
    """Make the role and the database where they are missing; the role is no superuser and runs no programs."""
    try:
        with psycopg.connect(
            host=str(server.socket),
            port=PORT,
            user=ADMIN,
            password=password,
            dbname="postgres",
            autocommit=True,
        ) as admin:
            if admin.execute("select 1 from pg_roles where rolname = %s", [ROLE]).fetchone() is None:
                admin.execute(
                    sql.SQL("create role {} login createdb password {}").format(
                        sql.Identifier(ROLE), sql.Literal(password)
                    )
                )
                admin.execute(
                    sql.SQL("grant pg_monitor, pg_checkpoint, pg_signal_backend to {}").format(
                        sql.Identifier(ROLE)
                    )
                )
            # A load of 100,000 cases proves what it points to at once (anjie/desk/references.py); the role owns
            # the tables and could lift their checks in any case.
            admin.execute(
                sql.SQL("grant set on parameter session_replication_role to {}").format(sql.Identifier(ROLE))
            )
            if admin.execute("select 1 from pg_database where datname = %s", [DATABASE]).fetchone() is None:
                admin.execute(
                    sql.SQL("create database {} owner {} template template0 encoding 'UTF8'").format(
                        sql.Identifier(DATABASE), sql.Identifier(ROLE)
                    )
                )
    except psycopg.OperationalError as error:
        if "password authentication failed" not in str(error):
            raise
        raise HomeError(
            f"数据库密码与 {home_.secrets_file()} 不符。请恢复与 {server.data} 同时备份的密钥文件。\n"
            f"The database does not take the password of {home_.secrets_file()}. "
            f"Restore the secrets that were backed up together with {server.data}."
        ) from error


def forget(home: Path) -> None:
    """Remove the home's database for good; nobody may be using it."""
    area = area_of(home)
    with _starting(area):
        handle = os.open(area / "users.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise HomeError(f"数据库正在使用，不能删除：{area}\nThe database is in use: {area}") from error
        finally:
            os.close(handle)
    shutil.rmtree(area)
    (home / "postgres.json").unlink(missing_ok=True)
