"""Everything that CI runs: the checks and all tests, side by side, against one embedded database started for the run.

A database is migrated first, which every process of the tests copies. The browser tests run beside the others, one
after the other, for they wait more than they reckon; what they say comes last. With extra arguments pytest runs just
those, without checks. With DATABASE_URL that server is used instead. A skipped test fails the run.
"""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, LiteralString
from urllib.parse import urlsplit
from xml.etree import ElementTree

import psycopg
from psycopg import sql

CHECKOUT = Path(__file__).resolve().parent.parent
BROWSER = "tests/browser"
HABITS = "tests/habits"
"""Run by the checks."""


def main() -> None:
    """Check, test, and exit with 1 when anything failed or was left out."""
    os.chdir(CHECKOUT)
    sys.path.insert(0, str(CHECKOUT))
    from config import postgres

    with tempfile.TemporaryDirectory(prefix="anjie-test-", ignore_cleanup_errors=True) as home:
        os.environ["ANJIE_HOME"] = home
        try:
            # What a test writes may be lost with the machine, so it need not wait for the disk.
            server = postgres.provide(durable=False).url
            failed = (
                everything(Path(home), server) if not sys.argv[1:] else some(Path(home), server, sys.argv[1:])
            )
        finally:
            postgres.stop()
    if failed:
        sys.exit(f"未通过：{' '.join(failed)}")


def some(home: Path, server: str, asked: list[str]) -> list[str]:
    """Run the tests that were asked for; what failed."""
    with migrated(server) as template:
        os.environ["ANJIE_TEST_TEMPLATE"] = template
        failed = ended(begun(home / "report.xml", *spread(), *asked), home / "report.xml")
    return ["测试 tests"] if failed else []


def everything(home: Path, server: str) -> list[str]:
    """Run the checks and all tests side by side; what failed. What ran beside the tests is told after them."""
    with (home / "checks.log").open("w+") as checked, (home / "browser.log").open("w+") as walked:
        command = gently([sys.executable, "scripts/check.py"])
        running = [checks := subprocess.Popen(command, stdout=checked, stderr=subprocess.STDOUT)]
        try:
            with migrated(server) as template:
                os.environ["ANJIE_TEST_TEMPLATE"] = template
                running.append(browser := begun(home / "browser.xml", BROWSER, said=walked))
                # A journey has somebody waiting: the others give way to it.
                others = [*spread(), "--ignore", BROWSER, "--ignore", HABITS]
                running.append(rest := begun(home / "report.xml", *others, gentle=True))
                failed = ["测试 tests"] if ended(rest, home / "report.xml") else []
                failed += ["浏览器测试 browser"] if ended(browser, home / "browser.xml") else []
                failed += ["检查 checks"] if checks.wait() else []
        finally:
            for one in running:
                one.terminate()
                one.wait()
            for said in (walked, checked):
                said.seek(0)
                print(said.read(), flush=True)
    return failed


@contextmanager
def migrated(server: str) -> Iterator[str]:
    """The name of a new database on this server that is migrated and otherwise empty; dropped after the block."""
    name = f"anjie_migrated_{secrets.token_hex(4)}"
    parts = urlsplit(server)
    own = f"postgresql://{parts.netloc}/{name}{f'?{parts.query}' if parts.query else ''}"
    command = [sys.executable, "-m", "django", "migrate", "--verbosity=0", "--settings=config.settings"]
    _on(server, "CREATE DATABASE {}", name)
    try:
        subprocess.run(command, env=os.environ | {"DATABASE_URL": own}, check=True)
        yield name
    finally:
        _on(server, "DROP DATABASE {} WITH (FORCE)", name)


def _on(server: str, statement: LiteralString, name: str) -> None:
    with psycopg.connect(server, dbname="postgres", autocommit=True) as connection:
        connection.execute(sql.SQL(statement).format(sql.Identifier(name)))


def spread() -> list[str]:
    """How pytest is told to use several processes."""
    workers = os.environ.get("ANJIE_TEST_WORKERS", "2")
    # In the order in which tests/conftest.py puts them: the longest files first.
    order = ["--dist", "loadfile", "--no-loadscope-reorder"]
    return ["-n", workers, *order] if workers not in ("0", "1") else []


def begun(
    report: Path, *asked: str, said: IO[str] | None = None, gentle: bool = False
) -> subprocess.Popen[bytes]:
    """Start pytest; its words go to ``said`` where that is given."""
    command = [sys.executable, "-m", "pytest", "-q", f"--junitxml={report}", *asked]
    command = gently(command) if gentle else command
    return subprocess.Popen(command, stdout=said, stderr=said and subprocess.STDOUT)


def gently(command: list[str]) -> list[str]:
    """The same command, giving way to what others wait for."""
    return ["nice", "-n", "5", *command]


def ended(tests: subprocess.Popen[bytes], report: Path) -> int:
    """Wait for pytest and return its exit code; skipped tests are named and count as failed."""
    code = tests.wait()
    skipped = []
    if report.exists():
        for case in ElementTree.parse(report).iter("testcase"):
            if case.find("skipped") is not None:
                skipped.append(f"{case.get('classname')}::{case.get('name')}")
    for name in skipped:
        print(f"跳过的测试 skipped test: {name}")
    return code or (1 if skipped else 0)


if __name__ == "__main__":
    main()
