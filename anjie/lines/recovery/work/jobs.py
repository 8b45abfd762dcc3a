"""What work asks of the worker: late work told, promises whose day has passed judged. Both may run twice."""

from __future__ import annotations

from procrastinate.contrib.django import app

from anjie.access.actors import Actor
from anjie.lines.recovery.work import late, promises


@app.periodic(cron="*/10 * * * *")
@app.task(name="work.tell_late", queueing_lock="work.tell_late", lock="work.tell_late")
def tell_late(timestamp: int) -> None:
    """Tell of what became late since the last time, each case once."""
    late.tell_late(Actor.job("work.late"))


@app.periodic(cron="5,35 * * * *")
@app.task(name="work.judge_promises", queueing_lock="work.judge_promises", lock="work.judge_promises")
def judge_promises(timestamp: int) -> None:
    """Judge the open promises whose day has passed."""
    promises.judge_overdue(Actor.job("work.promises"))
