"""The one place that knows what time it is, always aware and in the desk's own zone.

Call it as ``clock.now()`` (not ``from … import now``), so that a test or the demo can stop it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Shanghai")
ENVIRONMENT = "ANJIE_CLOCK"

_stopped_at: datetime | None = None


def now() -> datetime:
    """The present instant, aware, in Asia/Shanghai; the stopped one where the clock is stopped."""
    if _stopped_at is not None:
        return _stopped_at
    fixed = os.environ.get(ENVIRONMENT)
    return read_instant(fixed) if fixed else datetime.now(ZONE)


def today() -> date:
    """The calendar day in Asia/Shanghai."""
    return now().date()


def local(moment: datetime) -> datetime:
    """The same instant as a wall clock in Asia/Shanghai shows it; a naive one is a ValueError."""
    if moment.utcoffset() is None:
        raise ValueError("a moment without an offset names no instant")
    return moment.astimezone(ZONE)


def read_instant(text: str) -> datetime:
    """An ISO 8601 instant with an offset, turned to Asia/Shanghai; anything else is a ValueError."""
    return local(datetime.fromisoformat(text.strip()))


@contextmanager
def stopped(at: datetime | str) -> Iterator[datetime]:
    """Stop the clock for every thread of this process until the block ends."""
    global _stopped_at
    before = _stopped_at
    _stopped_at = read_instant(at) if isinstance(at, str) else local(at)
    try:
        yield _stopped_at
    finally:
        _stopped_at = before
