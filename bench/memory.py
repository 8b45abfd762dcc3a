"""The most memory a process has held, as Linux tells it of the program that runs now.

``ru_maxrss`` will not do: a child inherits its parent's peak, and a floor taken in the same process counts too.
"""

from __future__ import annotations

import os
import re
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

_EVERY_SECONDS = 0.05


class Peaks:
    """While inside, the peaks in MB of this process and of the child whose command line has ``child`` in it."""

    def __init__(self, child: str = "") -> None:
        self.own_mb = 0
        self.child_mb = 0
        self._child = child
        self._over = threading.Event()
        self._watch = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        # Asks the kernel to forget what was before.
        Path("/proc/self/clear_refs").write_text("5")
        if self._child:
            self._watch.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.own_mb = _peak_mb(os.getpid())
        self._over.set()
        if self._child:
            self._watch.join()

    def _look(self) -> None:
        while not self._over.wait(_EVERY_SECONDS):
            for pid in _children():
                try:
                    command = Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace")
                    if self._child in command:
                        self.child_mb = max(self.child_mb, _peak_mb(pid))
                except OSError:  # it has ended meanwhile
                    continue


def held_mb() -> int:
    """What this process holds now."""
    told = re.search(r"VmRSS:\s+(\d+) kB", Path("/proc/self/status").read_text())
    return int(told[1]) // 1024 if told else 0


def _children() -> list[int]:
    found = Path("/proc/self/task").glob("*/children")
    return [int(pid) for tasks in found for pid in tasks.read_text().split()]


def _peak_mb(pid: int) -> int:
    told = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text())
    return int(told[1]) // 1024 if told else 0
