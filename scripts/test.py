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
from typing import IO
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
            checks = None if sys.argv[1:] else subprocess.Popen(gently([sys.executable, "scripts/check.py"]))
            with migrated(server) as template:
                os.environ["ANJIE_TEST_TEMPLATE"] = template
                tested = test_all(Path(home))
            checked = checks.wait() if checks else 0
        finally:
            postgres.stop()
    if checked or tested:
        sys.exit(f"未通过：{'检查 checks ' if checked else ''}{'测试 tests' if tested else ''}")


@contextmanager
def migrated(server: str) -> Iterator[str]:
    """The name of a new database on this server that is migrated and otherwise empty; dropped after the block."""
    name = f"anjie_migrated_{secrets.token_hex(4)}"
    database = sql.Identifier(name)
    own = os.environ | {"DATABASE_URL": urlsplit(server)._replace(path=f"/{name}").geturl()}
    command = [sys.executable, "-m", "django", "migrate", "--verbosity=0", "--settings=config.settings"]
    with psycopg.connect(server, dbname="postgres", autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(database))
        try:
            subprocess.run(command, env=own, check=True)
            yield name
        finally:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(database))


def test_all(home: Path) -> int:
    """Run the tests that were asked for, else all of them; return 0 when everything passed."""
    if sys.argv[1:]:
        return ended(begun(home / "report.xml", *spread(), *sys.argv[1:]), home / "report.xml")
    with (home / "browser.log").open("w+") as said:
        browser = begun(home / "browser.xml", BROWSER, said=said)
        # A journey has somebody waiting: the others give way to it.
        rest = begun(home / "report.xml", *spread(), "--ignore", BROWSER, "--ignore", HABITS, gentle=True)
        failed = ended(rest, home / "report.xml")
        failed = ended(browser, home / "browser.xml") or failed
        said.seek(0)
        print(said.read(), flush=True)
    return failed


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
