"""Keeps the processes of one installation running: the database, the web server, the worker.

A child that ends is started again; Ctrl-C or SIGTERM ends them all, the database last.
"""

from __future__ import annotations

import contextlib
import ctypes
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import FrameType

from config import home, postgres

TICK_SECONDS = 0.2
CALM_SECONDS = 30.0
"""A child that ran this long before it ended is started again at once."""
LONGEST_WAIT = 10.0
HOPELESS = 5
"""So many ends in a row, none after a calm while: the fault is not a passing one."""
GRACE_SECONDS = 10.0


class PortTaken(RuntimeError):
    """The port to listen on is somebody else's."""


@dataclass
class Child:
    """One process to keep running, in a session of its own so that its own children end with it."""

    name: str
    argv: list[str]
    environment: Mapping[str, str]
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    start_at: float = 0.0
    ends: int = 0
    last_code: int = field(default=0)

    def start(self) -> None:
        """Start the process; it is told to end when we are killed."""
        self.process = subprocess.Popen(
            self.argv,
            env=dict(self.environment),
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=_end_with_parent,
        )
        self.started_at = time.monotonic()

    def watch(self, now: float) -> None:
        """Start the process when it is due; when it ended, say so and set the time of the next start."""
        if self.process is None:
            if now >= self.start_at:
                self.start()
            return
        code = self.process.poll()
        if code is None:
            return
        # Its workers would keep the port or the job they had.
        self.signal(signal.SIGKILL)
        self.process, self.last_code = None, code
        self.ends = 1 if now - self.started_at > CALM_SECONDS else self.ends + 1
        wait = 0.0 if self.ends == 1 else min(LONGEST_WAIT, 0.5 * 2 ** (self.ends - 2))
        self.start_at = now + wait
        _say(
            f"{self.name} 已结束（代码 {code}），正在重启。 {self.name} ended with {code}; starting it again."
        )

    def signal(self, number: int) -> None:
        """Send the signal to the process and everything it started."""
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, number)


def web(host: str, port: int, environment: Mapping[str, str]) -> Child:
    """Return the web server with ANJIE_WEB_WORKERS processes (default 2)."""
    workers = environment.get("ANJIE_WEB_WORKERS", "2")
    argv = [
        *(sys.executable, "-m", "config.serving"),
        *("--host", host, "--port", str(port), "--workers", workers),
    ]
    return Child("web", argv, environment)


def worker(environment: Mapping[str, str]) -> Child:
    """Return the worker that runs the jobs."""
    return Child("worker", [sys.executable, "-m", "config.command", "worker"], environment)


def check_port(host: str, port: int) -> None:
    """Raise PortTaken when nobody could listen there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise PortTaken(
                f"不能在 {host}:{port} 提供服务（{error.strerror}）。请结束占用该端口的程序，"
                f"或换一个端口：make run PORT={port + 1 if port < 65535 else 8000}\n"
                f"Cannot listen on {host}:{port} ({error.strerror}). Stop what uses it, or choose another PORT."
            ) from error


def keep(children: list[Child], ready: Callable[[], bool], on_ready: Callable[[], None]) -> int:
    """Keep the children (and the embedded database, when we use it) running until told to stop.

    Calls ``on_ready`` once, when ``ready`` first says so. Returns the exit code: 0 after a signal, 1 when a child
    keeps ending at once.
    """
    asked: list[int] = []

    def ask(number: int, _frame: FrameType | None) -> None:
        asked.append(number)

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, ask)
    try:
        return _loop(children, asked, ready, on_ready)
    finally:
        _end(children)
        postgres.stop()


def _loop(
    children: list[Child], asked: list[int], ready: Callable[[], bool], on_ready: Callable[[], None]
) -> int:
    told = False
    database_at = 0.0
    while not asked:
        now = time.monotonic()
        if now >= database_at and postgres.in_use() and not postgres.alive():
            _say("数据库进程已结束，正在重启。 The database ended; starting it again.")
            try:
                postgres.ensure(home.home())
            except home.HomeError as error:
                # A full disk may be emptied: the others stay up and say that they are not ready.
                _say(str(error))
                database_at = now + LONGEST_WAIT
        for child in children:
            child.watch(now)
            if child.ends >= HOPELESS:
                _say(
                    f"{child.name} 连续 {HOPELESS} 次启动后即结束，请看上方的原因。 {child.name} keeps ending."
                )
                return 1
        if not told and ready():
            told = True
            on_ready()
        time.sleep(TICK_SECONDS)
    return 0


def _end(children: list[Child]) -> None:
    """End all children together: ask, wait, then insist."""
    for child in children:
        child.signal(signal.SIGTERM)
    until = time.monotonic() + GRACE_SECONDS
    for child in children:
        if child.process is None:
            continue
        try:
            child.process.wait(max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            _say(
                f"{child.name} 未在 {GRACE_SECONDS:.0f} 秒内结束，强制结束。 {child.name} did not end in time."
            )
        child.signal(signal.SIGKILL)
        child.process.wait()


def answers(host: str, port: int) -> bool:
    """Tell whether the web server answers its health question."""
    connection = http.client.HTTPConnection(
        "127.0.0.1" if host in ("0.0.0.0", "::") else host, port, timeout=2
    )
    try:
        connection.request("GET", "/healthz", headers={"Host": "127.0.0.1"})
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _end_with_parent() -> None:
    """Ask the kernel to end this process when its parent is killed (Linux only)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGTERM)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
