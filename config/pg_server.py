"""One PostgreSQL cluster in one folder: made, started, watched and stopped by us."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from config.home import HomeError
from config.pg_software import Account, Software

LEAVING_SECONDS = 5.0
"""How long back ends of a killed server may take to leave before a new one may have their memory."""
STOP_SECONDS = 20.0
ADMIN = "anjie_admin"


def settings(durable: bool) -> dict[str, str]:
    """Return the server's settings for this machine's memory; what is not durable is for tests only."""
    memory = _memory_megabytes()
    shared = max(128, min(1024, memory // 16))
    if memory >= 4096:
        shared = max(512, shared)
    chosen = {
        "listen_addresses": "",
        "unix_socket_permissions": "0700",
        "max_connections": "120",
        "shared_buffers": f"{shared}MB",
        "effective_cache_size": f"{max(256, memory // 2)}MB",
        "work_mem": "32MB" if memory >= 2048 else "8MB",
        "maintenance_work_mem": f"{max(64, min(256, memory // 16))}MB",
        "max_wal_size": "4GB",
        "min_wal_size": "256MB",
        "checkpoint_timeout": "15min",
        "random_page_cost": "1.1",
        "jit": "off",
        "synchronous_commit": "on",
        "timezone": "Asia/Shanghai",
        "log_timezone": "Asia/Shanghai",
        "logging_collector": "on",
        "log_directory": "log",
        "log_filename": "postgresql-%a.log",
        "log_rotation_age": "1d",
        "log_rotation_size": "0",
        "log_truncate_on_rotation": "on",
        # Statements and details carry people's names and numbers; the log must not.
        "log_min_error_statement": "panic",
        "log_min_duration_statement": "-1",
        "log_error_verbosity": "terse",
        "log_parameter_max_length": "0",
    }
    if _shm_megabytes() < 256:
        # Containers get 64 MB of /dev/shm, too little for a parallel query.
        chosen["dynamic_shared_memory_type"] = "mmap"
    if not durable:
        chosen |= {"fsync": "off", "full_page_writes": "off"}
    return chosen


@dataclass
class Server:
    """A cluster below ``area``: its data, its socket, its log of the last start."""

    area: Path
    account: Account
    software: Software
    socket: Path
    durable: bool = True
    _process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def data(self) -> Path:
        return self.area / "data"

    def make(self, password: str) -> None:
        """Make the cluster; one that was interrupted is made anew, one that is there stays."""
        if (self.data / "PG_VERSION").exists():
            return
        spare = self.area / "data.new"
        shutil.rmtree(spare, ignore_errors=True)
        self._own_folder(spare)
        secret = self.area / "password.new"
        try:
            handle = os.open(secret, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "w") as file:
                file.write(password)
            os.chown(secret, self.account.uid, self.account.gid)
            done = self._run(
                "initdb",
                *("-D", str(spare), "-U", ADMIN, f"--pwfile={secret}", "-A", "scram-sha-256"),
                *("-E", "UTF8", "--locale=C.UTF-8", "--no-instructions"),
                *(() if self.durable else ("--no-sync",)),
            )
        finally:
            secret.unlink(missing_ok=True)
        if done.returncode != 0:
            raise HomeError(
                f"数据库初始化失败，目录 {self.area}。PostgreSQL 的说明：\n"
                f"Making the database below {self.area} failed. PostgreSQL said:\n{done.stderr.strip()}"
            )
        with (spare / "postgresql.conf").open("a", encoding="utf-8") as file:
            file.write(
                "\n# anjie.conf is written anew at every start; put your own settings in local.conf.\n"
            )
            file.write("include_if_exists = 'anjie.conf'\ninclude_if_exists = 'local.conf'\n")
        spare.rename(self.data)

    def postmaster(self) -> int | None:
        """Return the process id of the running server, None when none runs on these data."""
        try:
            pid = int((self.data / "postmaster.pid").read_text().split("\n", 1)[0])
        except (OSError, ValueError):
            return None
        if self._process is not None and self._process.pid == pid and self._process.poll() is not None:
            return None
        return pid if self._is_server(pid) else None

    def start(self) -> None:
        """Start the server and return when it answers; a server killed a moment ago is waited for."""
        self._own_folder(self.socket)
        self._write_settings()
        give_up = time.monotonic() + LEAVING_SECONDS
        swept = False
        while True:
            self._drop_foreign_pid_file()
            said = self._start_once()
            if said is None:
                return
            leaving = "shared memory block" in said or "lock file" in said
            if leaving and time.monotonic() < give_up:
                time.sleep(0.2)
            elif leaving and not swept:
                # Their server is dead, so nothing they do can be committed any more.
                self._kill_orphans()
                swept = True
                give_up = time.monotonic() + LEAVING_SECONDS
            else:
                raise HomeError(
                    f"数据库启动失败，目录 {self.area}。PostgreSQL 的说明：\n"
                    f"Starting the database below {self.area} failed. PostgreSQL said:\n{said.strip()}"
                )

    def stop(self) -> None:
        """Stop the server: finish what is being written, send clients away, and return when it is gone."""
        for number, seconds in ((signal.SIGINT, STOP_SECONDS), (signal.SIGQUIT, 5.0), (signal.SIGKILL, 5.0)):
            pid = self.postmaster()
            if pid is None:
                break
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, number)
            until = time.monotonic() + seconds
            while self._is_server(pid) and time.monotonic() < until:
                if self._process is not None:
                    self._process.poll()
                time.sleep(0.02)
        self._process = None

    # -- starting --

    def _start_once(self) -> str | None:
        """Start the server; return None when it is ready, else what it said before it ended."""
        log = self.area / "start.log"
        with log.open("wb") as output:
            self._process = subprocess.Popen(
                [str(self.software.bin / "postgres"), "-D", str(self.data), "-k", str(self.socket)],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                cwd="/",
                env=_environment(),
                # A Ctrl-C at the terminal is for us; we then stop the server in our own order.
                start_new_session=True,
                **self.account.popen(),  # type: ignore[call-overload]
            )
        while self._process.poll() is None:
            # The file may be read while it is being written.
            with contextlib.suppress(OSError, IndexError, ValueError):
                lines = (self.data / "postmaster.pid").read_text().split("\n")
                if int(lines[0]) == self._process.pid and lines[7].strip() == "ready":
                    return None
            time.sleep(0.02)
        said = log.read_text("utf-8", errors="replace")
        newest = max((self.data / "log").glob("*.log"), key=lambda path: path.stat().st_mtime, default=None)
        if newest is not None:
            said += "\n".join(newest.read_text("utf-8", errors="replace").splitlines()[-8:])
        return said

    def _write_settings(self) -> None:
        lines = ["# Written by the launcher at every start."]
        lines += [f"{name} = '{value}'" for name, value in settings(self.durable).items()]
        file = self.data / "anjie.conf"
        spare = self.data / "anjie.conf.new"
        spare.write_text("\n".join(lines) + "\n", "utf-8")
        spare.chmod(0o600)
        os.chown(spare, self.account.uid, self.account.gid)
        spare.rename(file)

    def _own_folder(self, folder: Path) -> None:
        """Make the folder private to the account; one that belongs to somebody else is refused."""
        with contextlib.suppress(FileExistsError):
            folder.mkdir(mode=0o700, parents=True)
            os.chown(folder, self.account.uid, self.account.gid)
        owner = folder.lstat()
        if folder.is_symlink() or not folder.is_dir() or owner.st_uid != self.account.uid:
            raise HomeError(
                f"目录 {folder} 属于别的用户，不能用于数据库。请删除它，或用 ANJIE_HOME 另选目录。\n"
                f"{folder} belongs to another user. Remove it, or choose another ANJIE_HOME."
            )
        folder.chmod(0o700)

    def _run(self, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(  # type: ignore[no-any-return, call-overload]
            [str(self.software.bin / program), *arguments],
            capture_output=True,
            text=True,
            check=False,
            cwd="/",
            env=_environment(),
            **self.account.popen(),
        )

    # -- processes --

    def _is_server(self, pid: int) -> bool:
        """Tell whether the process is a PostgreSQL process of these data; process ids are reused."""
        proc = Path("/proc") / str(pid)
        if not Path("/proc/self").exists():
            try:
                os.kill(pid, 0)
            except OSError:
                return False
            return True
        try:
            return (proc / "comm").read_text().startswith("postgres") and Path(
                os.readlink(proc / "cwd")
            ) == self.data.resolve()
        except OSError:
            return False

    def _drop_foreign_pid_file(self) -> None:
        """Remove a pid file whose process is not our server; PostgreSQL would take any living one for its own.

        The data are still guarded: PostgreSQL finds memory that is in use by the inode of the data folder.
        """
        file = self.data / "postmaster.pid"
        if file.exists() and self.postmaster() is None:
            file.unlink(missing_ok=True)

    def _orphans(self) -> Iterator[int]:
        for entry in Path("/proc").glob("[0-9]*"):
            if self._is_server(int(entry.name)):
                yield int(entry.name)

    def _kill_orphans(self) -> None:
        for pid in self._orphans():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "TMPDIR", "LD_LIBRARY_PATH") if name in os.environ}
    return kept | {"LC_ALL": "C.UTF-8", "TZ": "Asia/Shanghai"}


def _memory_megabytes() -> int:
    """Return the memory this machine or container may use, in MB."""
    found = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    for file in ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"):
        with contextlib.suppress(OSError, ValueError):
            found = min(found, int(Path(file).read_text()))
    return found // (1024 * 1024)


def _shm_megabytes() -> int:
    try:
        found = os.statvfs("/dev/shm")
    except OSError:
        return 0
    return found.f_frsize * found.f_blocks // (1024 * 1024)
