"""What asking for consent does in the background: the robot's calls."""

from __future__ import annotations

from procrastinate.contrib.django import app

from anjie.access.actors import Actor
from anjie.lines.mediation.consent import calling


@app.periodic(cron="* * * * *")
@app.task(name="mediation.robot", queueing_lock="mediation.robot")
def robot(timestamp: int = 0) -> None:
    """Every minute: make the robot's calls that are due, and ask after those it has not told of."""
    calling.run(Actor.job("mediation.robot"))
