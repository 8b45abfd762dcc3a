"""Write requirements.lock and requirements-dev.lock anew from pyproject.toml, with hashes and without addresses.

Usage: .venv/bin/pip install pip-tools && .venv/bin/python scripts/lock.py [--upgrade]
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
FLAGS = (
    "--generate-hashes",
    "--allow-unsafe",
    # An extra must stand in its line: pip takes "coverage[toml]" for unpinned when only "coverage==" is there.
    "--no-strip-extras",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-emit-trusted-host",
    "--no-emit-options",
    "--no-annotate",
    "--no-header",
    "--quiet",
)
HEAD = """\
# Written by scripts/lock.py from pyproject.toml; change that file and run the script.
"""


def main() -> None:
    """Resolve both lists; the second holds the first, at the same versions."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))
    # Building the package itself without isolation needs its build tools in the lock.
    running = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    developing = project["dependency-groups"]["dev"]
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        (folder / "run.in").write_text("\n".join(running) + "\n")
        (folder / "dev.in").write_text("\n".join([*running, *developing]) + "\n")
        _compile(folder / "run.in", CHECKOUT / "requirements.lock")
        _compile(
            folder / "dev.in", CHECKOUT / "requirements-dev.lock", "-c", str(CHECKOUT / "requirements.lock")
        )


def _compile(source: Path, target: Path, *more: str) -> None:
    # Folders of odd wheels on this machine must not lend their hashes.
    environment = os.environ | {"PIP_FIND_LINKS": "", "PIP_EXTRA_INDEX_URL": "", "PIP_NO_INDEX": ""}
    tool = Path(sys.executable).with_name("pip-compile")
    command = [str(tool), str(source), "-o", str(target), *FLAGS, *more, *sys.argv[1:]]
    subprocess.run(command, env=environment, check=True)
    body = "".join(
        line for line in target.read_text().splitlines(keepends=True) if not line.startswith("# The")
    )
    for word in ("http://", "https://", "--index-url", "--find-links", "file:"):
        if word in body:
            raise SystemExit(f"{target.name} names an address ({word}); it must not.")
    target.write_text(HEAD + body)


if __name__ == "__main__":
    main()
