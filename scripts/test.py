"""Everything that CI runs: the checks, then all tests against one embedded database started for the run.

The browser tests come last, one after the other: they serve the product. With extra arguments pytest runs just
those. With DATABASE_URL that server is used instead. A skipped test fails the run.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

CHECKOUT = Path(__file__).resolve().parent.parent
BROWSER = "tests/browser"
HABITS = "tests/habits"
"""Run by the checks."""


def main() -> None:
    """Check, test, and exit with 1 when anything failed or was left out."""
    os.chdir(CHECKOUT)
    sys.path.insert(0, str(CHECKOUT))
    checked = subprocess.run([sys.executable, "scripts/check.py"], check=False).returncode
    from config import postgres

    with tempfile.TemporaryDirectory(prefix="anjie-test-", ignore_cleanup_errors=True) as home:
        os.environ["ANJIE_HOME"] = home
        try:
            # What a test writes may be lost with the machine, so it need not wait for the disk.
            postgres.provide(durable=False)
            tested = test_all(Path(home))
        finally:
            postgres.stop()
    if checked or tested:
        sys.exit(f"未通过：{'检查 checks ' if checked else ''}{'测试 tests' if tested else ''}")


def test_all(home: Path) -> int:
    """Run the tests that were asked for, else all of them; return 0 when everything passed."""
    if sys.argv[1:]:
        return test(home / "report.xml", *sys.argv[1:])
    side_by_side = test(home / "report.xml", "--ignore", BROWSER, "--ignore", HABITS)
    return test(home / "browser.xml", BROWSER, parallel=False) or side_by_side


def test(report: Path, *asked: str, parallel: bool = True) -> int:
    """Run pytest and return its exit code; skipped tests are named and count as failed."""
    workers = os.environ.get("ANJIE_TEST_WORKERS", "2")
    spread = ["-n", workers, "--dist", "loadfile"] if parallel and workers not in ("0", "1") else []
    command = [sys.executable, "-m", "pytest", "-q", *spread, f"--junitxml={report}", *asked]
    code = subprocess.run(command, check=False).returncode
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
