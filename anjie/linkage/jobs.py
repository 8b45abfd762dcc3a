"""Sending many cases in the background; run again after a kill it goes on where it was."""

from __future__ import annotations

from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app

from anjie.linkage import many_run

TRIES = 3


@app.task(name="linkage.send_many", pass_context=True, retry=RetryStrategy(max_attempts=TRIES, wait=3))
def send_many(context: JobContext, sending_id: int) -> None:
    """Send what is left of it."""
    try:
        many_run.go_on(sending_id)
    except Exception:
        if context.job.attempts >= TRIES - 1:
            many_run.fail(sending_id)
        raise
