"""The trail's daily checkpoint, and the daily sweep of keys and codes nobody needs."""

from __future__ import annotations

import procrastinate
from procrastinate.contrib.django import app

from anjie.access import codes, scans
from anjie.access.checkpoints import take_checkpoint
from anjie.access.verify import chains


@app.periodic(cron="7 19 * * *")
@app.task(
    name="trail.checkpoint",
    queueing_lock="trail.checkpoint",
    retry=procrastinate.RetryStrategy(max_attempts=20, wait=30),
)
def checkpoint(timestamp: int = 0) -> None:
    """Once a day (03:07 in Shanghai): put what was chained since under a keyed checkpoint."""
    for chain in chains():
        take_checkpoint(chain.name, chain.table)


@app.periodic(cron="23 19 * * *")
@app.task(name="access.sweep", queueing_lock="access.sweep")
def sweep(timestamp: int = 0) -> None:
    """Once a day: drop keys of scans older than a day and codes older than thirty."""
    scans.forget_old()
    codes.forget_old()
