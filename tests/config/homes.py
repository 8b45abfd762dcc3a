"""Homes of throw-away installations, each with a database of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]


@contextmanager
def new_home() -> Iterator[Path]:
    """A folder for one installation; pytest's own folders are closed to the database's account."""
    folder = Path(tempfile.mkdtemp(prefix="anjie-home-", dir="/tmp"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def environment(home: Path, **more: str) -> dict[str, str]:
    """What a command of that installation gets: its home, and no other database."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("DATABASE_URL", "ANJIE_"))}
    return kept | {"ANJIE_HOME": str(home), "PYTHONPATH": str(CHECKOUT), "PYTHONUNBUFFERED": "1"} | more


HOLD = """
import sys
from config import home, postgres
database = postgres.ensure(home.home(), durable=False)
print(database.started_by_us, flush=True)
sys.stdin.read()
postgres.stop()
"""


def hold(home: Path) -> subprocess.Popen[str]:
    """Another command that uses the home's database until its input is closed; its first line says who started."""
    return subprocess.Popen(
        [sys.executable, "-c", HOLD],
        env=environment(home),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
