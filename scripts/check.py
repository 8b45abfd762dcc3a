"""Everything that can be judged without a database: format, lint, types, imports, habits, migrations, client."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
BIN = CHECKOUT / ".venv" / "bin"
SLOWEST = ("console", "types", "habits")


def main() -> None:
    """Run every check, say which failed, and exit with 1 when one did."""
    os.chdir(CHECKOUT)
    python = str(BIN / "python")
    steps: list[tuple[str, list[str], Path]] = [
        ("format", [str(BIN / "ruff"), "format", "--check", "."], CHECKOUT),
        ("lint", [str(BIN / "ruff"), "check", "."], CHECKOUT),
        ("imports", [str(BIN / "lint-imports")], CHECKOUT),
        ("migrations", [python, "scripts/missing_migrations.py"], CHECKOUT),
        ("types", [str(BIN / "mypy")], CHECKOUT),
        ("habits", [python, "-m", "pytest", "-q", "-p", "no:randomly", "tests/habits"], CHECKOUT),
    ]
    console = CHECKOUT / "web" / "console"
    if (console / "package.json").exists():
        steps.append(("client drift", ["npm", "run", "--silent", "client:check"], console))
        steps.append(("console", ["npm", "run", "--silent", "check"], console))
    steps.append(("phone", ["npm", "run", "--silent", "check"], CHECKOUT / "web" / "miniapp"))
    # Two at a time; what takes longest begins first, so that neither lane waits for it at the end.
    steps.sort(key=lambda step: SLOWEST.index(step[0]) if step[0] in SLOWEST else len(SLOWEST))
    with ThreadPoolExecutor(max_workers=2) as lanes:
        passed = list(lanes.map(lambda step: passes(*step), steps))
    failed = [step[0] for step, good in zip(steps, passed, strict=True) if not good]
    if failed:
        sys.exit(f"未通过：{'、'.join(failed)}\nFailed: {', '.join(failed)}")
    print("全部检查通过。 All checks passed.")


def passes(name: str, command: list[str], folder: Path) -> bool:
    """Run one check; show what it said only when it failed."""
    started = time.monotonic()
    tool = shutil.which(command[0])
    if tool is None:
        print(f"✗ {name}: {command[0]} is not installed; run make setup-dev")
        return False
    done = subprocess.run(
        command, cwd=folder, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    print(f"{'✓' if done.returncode == 0 else '✗'} {name} ({time.monotonic() - started:.1f} s)", flush=True)
    if done.returncode != 0:
        print(done.stdout, flush=True)
    return done.returncode == 0


if __name__ == "__main__":
    main()
