"""Work done one step ahead of who takes it: what is computed here overlaps with waiting elsewhere."""

from __future__ import annotations

import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")

HANDED_OVER_SECONDS = 0.0005
"""How long a thread that waits for the interpreter lets the other go on; 5 ms as Python has it."""


def ahead(work: Callable[[Given], Made], items: Iterable[Given], depth: int = 1) -> Iterator[Made]:
    """``map(work, items)`` in order, ``depth`` results ahead of the caller.

    ``items`` are taken in the caller's thread, ``work`` runs in another one, one at a time; it must not use
    the database. What it raises is raised here.
    """
    waiting: deque[Future[Made]] = deque()
    with handing_over_soon(), ThreadPoolExecutor(1, "ahead") as hand:
        try:
            for item in items:
                waiting.append(hand.submit(work, item))
                if len(waiting) > depth:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for one in waiting:
                one.cancel()


class _Turns:
    """How soon threads hand over: the shorter time while anybody in this process wants it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._wanting = 0
        self._usual = 0.0

    def want(self) -> None:
        with self._lock:
            if not self._wanting:
                self._usual = sys.getswitchinterval()
                sys.setswitchinterval(min(self._usual, HANDED_OVER_SECONDS))
            self._wanting += 1

    def done(self) -> None:
        with self._lock:
            self._wanting -= 1
            if not self._wanting:
                sys.setswitchinterval(self._usual)


_turns = _Turns()


@contextmanager
def handing_over_soon() -> Iterator[None]:
    """Inside, a thread that talks to the database soon gets its turn beside one that computes.

    It wants the interpreter for a moment only, once for every few kilobytes: waiting 5 ms each time, the database starves.
    """
    _turns.want()
    try:
        yield
    finally:
        _turns.done()
