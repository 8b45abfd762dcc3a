"""Work done one step ahead of who takes it: what is computed here overlaps with waiting elsewhere."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")


def ahead(work: Callable[[Given], Made], items: Iterable[Given], depth: int = 1) -> Iterator[Made]:
    """``map(work, items)`` in order, ``depth`` results ahead of the caller.

    ``items`` are taken in the caller's thread, ``work`` runs in another one, one at a time; it must not use
    the database. What it raises is raised here.
    """
    waiting: deque[Future[Made]] = deque()
    with ThreadPoolExecutor(1, "ahead") as hand:
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
