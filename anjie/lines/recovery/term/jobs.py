"""What terms do by themselves."""

from __future__ import annotations

from procrastinate.contrib.django import app

from anjie.access.actors import Actor
from anjie.lines.recovery.deeds import TermDeed
from anjie.lines.recovery.term import reminding
from anjie.services.terms import pausing


@app.periodic(cron="30 23 * * *")
@app.task(name="term.remind", queueing_lock="term.remind")
def remind(timestamp: int = 0) -> None:
    """Daily at 07:30 in Shanghai; a missed day is caught up by the next."""
    reminding.remind_all(Actor.job("term.remind"))


@app.periodic(cron="5 16 * * *")
@app.task(name="term.stand_still", queueing_lock="term.stand_still")
def stand_still(timestamp: int = 0) -> None:
    """Daily at 00:05 in Shanghai: the recall days of terms that stand still move on; a missed day is caught up."""
    pausing.stand_still(Actor.job("term.stand_still"), "recovery", TermDeed.DUE_SEE)
