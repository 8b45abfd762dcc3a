"""What assignment registers at start-up: access asks here what a leaver holds."""

from __future__ import annotations

from anjie.access.leavers import Keeper, register_keeper
from anjie.lines.recovery.assignment import leavers
from anjie.lines.recovery.assignment import sentences as sentences


def register() -> None:
    """Let a leaver's cases be counted and moved."""
    register_keeper(Keeper(leavers.KIND, leavers.held, leavers.hand_over))
