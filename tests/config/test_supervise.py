"""What keeps the processes of an installation running."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from config import supervise
from tests.config.homes import environment, new_home
from tests.config.test_postgres import left_running


def wait_for(what: Callable[[], bool], seconds: float = 120.0) -> bool:
    until = time.monotonic() + seconds
    while not what():
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


def running(pid: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def child() -> Iterator[supervise.Child]:
    made = supervise.Child("sleeper", [sys.executable, "-c", "import time; time.sleep(60)"], os.environ)
    yield made
    made.signal(signal.SIGKILL)


def test_a_killed_child_is_started_again(child: supervise.Child) -> None:
    child.watch(time.monotonic())
    first = child.process
    assert first is not None
    first.kill()
    first.wait()

    child.watch(time.monotonic())
    child.watch(time.monotonic())

    assert child.process is not None
    assert child.process.pid != first.pid
    assert child.process.poll() is None
    assert child.last_code == -signal.SIGKILL


def test_a_child_that_keeps_ending_waits_longer_each_time() -> None:
    child = supervise.Child("broken", [sys.executable, "-c", "raise SystemExit(3)"], os.environ)
    waits = []
    now = time.monotonic()
    for _ in range(4):
        child.watch(now)
        assert child.process is not None
        child.process.wait()
        child.watch(now)
        waits.append(child.start_at - now)
        now = child.start_at

    assert waits == [0.0, 0.5, 1.0, 2.0]
    assert child.ends == 4
    assert child.last_code == 3


def test_what_a_killed_child_had_started_ends_with_it(tmp_path: Path) -> None:
    said = tmp_path / "said"
    child = supervise.Child("parent", ["/bin/sh", "-c", f"sleep 60 & echo $! > {said}; wait"], os.environ)
    child.watch(time.monotonic())
    assert wait_for(lambda: said.exists() and said.read_text().strip() != "")
    grandchild = int(said.read_text())
    assert child.process is not None
    child.process.kill()
    child.process.wait()
    assert running(grandchild)

    child.watch(time.monotonic())

    assert wait_for(lambda: not running(grandchild), 5)


def test_a_taken_port_is_named_before_anything_is_started() -> None:
    with socket.socket() as holder, new_home() as home:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]

        done = subprocess.run(
            [sys.executable, "-m", "config.command", "run"],
            env=environment(home, PORT=str(port)),
            capture_output=True,
            text=True,
            check=False,
        )

        assert done.returncode == 2
        assert f"不能在 127.0.0.1:{port} 提供服务" in done.stderr
        assert "Cannot listen" in done.stderr
        assert list(home.iterdir()) == []


def health(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def postmaster(home: Path) -> int:
    try:
        return int((home / "postgres/data/postmaster.pid").read_text().split()[0])
    except (OSError, IndexError):
        return 0


def test_the_server_comes_back_after_kills_and_leaves_nothing_behind() -> None:
    port = free_port()
    with new_home() as home:
        command = [sys.executable, "-m", "config.command", "serve", "--port", str(port)]
        served = subprocess.Popen(command, env=environment(home, ANJIE_WEB_WORKERS="1"))
        try:
            assert wait_for(lambda: health(port))
            children = Path(f"/proc/{served.pid}/task/{served.pid}/children").read_text().split()
            database = postmaster(home)
            web = next(int(pid) for pid in children if int(pid) != database)
            os.kill(database, signal.SIGKILL)
            os.kill(web, signal.SIGKILL)

            assert wait_for(lambda: not running(web))
            assert wait_for(lambda: health(port))
            assert wait_for(lambda: postmaster(home) not in (0, database))
        finally:
            served.terminate()
            code = served.wait(90)

        assert code == 0
        assert not health(port)
        assert wait_for(lambda: left_running(home) == [], 30)
