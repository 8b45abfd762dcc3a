"""What closings do by themselves."""

from __future__ import annotations

from procrastinate.contrib.django import app

from anjie.access.actors import Actor
from anjie.lines.mediation.closing import court


@app.periodic(cron="0 0 * * *")
@app.task(name="mediation.court_remind", queueing_lock="mediation.court_remind")
def remind(timestamp: int = 0) -> None:
    """Daily at 08:00 in Shanghai; a missed day is caught up by the next, each step told once."""
    court.remind_all(Actor.job("mediation.court_remind"))
