"""What terms register at start-up."""

from __future__ import annotations

from anjie.desk.public import on
from anjie.lines.recovery.term import following
from anjie.lines.recovery.term import sentences as sentences


def register() -> None:
    """Hear of the moves that change or end a term."""
    on("placement.retain", following.retained)
    on("placement.return", following.returned)
    on("placement.recall", following.returned)
