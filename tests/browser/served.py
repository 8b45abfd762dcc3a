"""The product as it is served: a database of its own, migrated and filled, the web server and the worker."""

from __future__ import annotations

import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from config import supervise
from scripts import setup
from tests.contract.simulators.vendors import KEYS, Vendors, running

CHECKOUT = Path(__file__).parents[2]
NOW = "2026-09-15T10:30:00+08:00"
"""Tuesday, half past ten in Beijing, for the server and for the browser: inside the hours of every channel."""
READY_SECONDS = 180
LINK_SECONDS = 60
LINK_TEMPLATE = "1002"
"""What the vendor calls the message with a signing link; the address of the page stands in his template."""


@dataclass(frozen=True)
class Served:
    """A running installation and what it was filled with; ``people`` are user names by name, ``vendors`` simulated."""

    url: str
    people: Mapping[str, str]
    cases: Mapping[str, Mapping[str, str | int]]
    log: Path
    vendors: Vendors

    def code_sent_to(self, mobile: str) -> str:
        """The code that last left for this number."""
        sent = (one for one in reversed(self.vendors.tencent_sms) if one["number"] == f"+86{mobile}")
        return str(next(sent)["TemplateParamSet"][0])

    def link_sent_to(self, mobile: str) -> str:
        """The signing page's address that the short message to this number leads to, once the worker has sent it."""
        give_up = time.monotonic() + LINK_SECONDS
        while time.monotonic() < give_up:
            for one in self.vendors.tencent_sms:
                if one["number"] == f"+86{mobile}" and one["TemplateId"] == LINK_TEMPLATE:
                    return f"pages/sign/sign?token={one['TemplateParamSet'][1]}"
            time.sleep(0.2)
        raise AssertionError(f"No link was sent to {mobile}.")

    def case_path(self, name: str) -> str:
        """The address of the page of this debtor's case."""
        return f"/recovery/cases/{self.cases[name]['id']}"


@contextmanager
def served(home: Path) -> Iterator[Served]:
    """Serve until the block ends; then the processes are ended and the database is dropped."""
    check_console()
    with ExitStack() as stack:
        vendors = stack.enter_context(running())
        environment = os.environ | {
            "DATABASE_URL": stack.enter_context(_database()),
            "ANJIE_HOME": str(home),
            "ANJIE_CLOCK": NOW,
            "ANJIE_WEB_WORKERS": "1",
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "ANJIE_TENCENT_SMS_BASE_URL": vendors.base_url,
            "ANJIE_TENCENT_SMS_CODE_TEMPLATE": "1001",
        }
        environment |= {
            f"ANJIE_TENCENT_SMS_{name}".upper(): value for name, value in KEYS["tencent_sms"].items()
        }
        anjie = [sys.executable, "-m", "config.command"]
        _run([*anjie, "migrate"], environment)
        told = json.loads(_run([sys.executable, "-m", "tests.browser.seed"], environment))
        log, port = home / "server.log", _free_port()
        out = stack.enter_context(log.open("ab"))
        web = supervise.web("127.0.0.1", port, environment).argv
        for command in (web, [*anjie, "worker", "--concurrency", "1"]):
            process = subprocess.Popen(
                command, cwd=CHECKOUT, env=environment, stdout=out, stderr=out, start_new_session=True
            )
            stack.callback(_end, process)
        url = f"http://127.0.0.1:{port}"
        _wait_ready(url, log)
        yield Served(url, told["people"], told["cases"], log, vendors)


def check_console() -> None:
    """Fail when there is no built console, or when it was built from other sources than these."""
    if os.environ.get("ANJIE_CONSOLE"):
        return
    face = CHECKOUT / "web" / "console"
    sources = setup.digest([*setup.files(face), *setup.files(CHECKOUT / "web" / "client")])
    if not (face / "dist" / "index.html").exists() or not setup.same(
        setup.STAMPS / "web-console-built", sources
    ):
        raise RuntimeError(
            "浏览器测试需要构建好的控制台，而它不存在或早于源码。请先运行 make setup。\n"
            "The console is not built, or its sources have changed since. Run make setup first."
        )


@contextmanager
def _database() -> Iterator[str]:
    given = os.environ.get("DATABASE_URL", "")
    if not given:
        raise RuntimeError(
            "没有 DATABASE_URL：浏览器测试要在它所指的服务器上新建一个数据库。请运行 make test，或先设置它。\n"
            "DATABASE_URL is not set; the browser tests make a database on its server. Run make test, or set it."
        )
    name = f"browser_{secrets.token_hex(4)}"
    parts = urlsplit(given)
    url = f"postgresql://{parts.netloc}/{name}" + (f"?{parts.query}" if parts.query else "")
    with psycopg.connect(given, dbname="postgres", autocommit=True) as connection:
        copied = sql.Identifier(os.environ.get("ANJIE_TEST_TEMPLATE", "template1"))
        connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), copied))
        try:
            yield url
        finally:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def _run(command: list[str], environment: Mapping[str, str]) -> str:
    done = subprocess.run(command, cwd=CHECKOUT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_ready(url: str, log: Path) -> None:
    give_up = time.monotonic() + READY_SECONDS
    while time.monotonic() < give_up:
        try:
            with urllib.request.urlopen(f"{url}/readyz", timeout=5) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError(
        f"The server was not ready within {READY_SECONDS} s:\n{log.read_text('utf-8')[-4000:]}"
    )


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process and everything it started."""
    for number, seconds in ((signal.SIGTERM, 10), (signal.SIGKILL, 5)):
        try:
            os.killpg(process.pid, number)
        except ProcessLookupError:
            return
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            continue
