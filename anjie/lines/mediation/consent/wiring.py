"""What asking for consent registers at start-up."""

from anjie.lines.mediation.consent import errands, reporting
from anjie.services.callbacks.actions import on


def register() -> None:
    """Begin and end the robot's errands with the case's moves, and hear how its calls went."""
    errands.register()
    on("robot.reported", reporting.reported)
