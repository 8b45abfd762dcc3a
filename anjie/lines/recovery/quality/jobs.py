"""What complaints ask of the worker: late steps are told. It may run twice."""

from __future__ import annotations

from procrastinate.contrib.django import app

from anjie.access.actors import Actor
from anjie.lines.recovery.quality import actions


@app.periodic(cron="15 * * * *")
@app.task(name="quality.tell_late", queueing_lock="quality.tell_late", lock="quality.tell_late")
def tell_late(timestamp: int) -> None:
    """Every hour: supervisors hear of complaint steps whose day has passed, each once."""
    actions.tell_late(Actor.job("quality.late"))
