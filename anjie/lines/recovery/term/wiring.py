"""What terms register at start-up."""

from __future__ import annotations

from anjie.desk.public import on
from anjie.lines.recovery.term import following, pausing
from anjie.lines.recovery.term import sentences as sentences

BEGINS_A_PAUSE = ("placement.pause", "placement.back_to_pause")
ENDS_A_PAUSE = (
    "placement.resume", "placement.return", "placement.recall", "placement.close", "placement.settle",
    "placement.send_to_mediation", "placement.litigate",
)  # fmt: skip


def register() -> None:
    """Hear of the moves that change, pause or end a term; a pause ends before what its end sets off."""
    for code in BEGINS_A_PAUSE:
        on(code, pausing.began)
    for code in ENDS_A_PAUSE:
        on(code, pausing.ended)
    on("placement.retain", following.retained)
    on("placement.return", following.returned)
    on("placement.recall", following.returned)
