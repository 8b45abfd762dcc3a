"""What the desk asks of the worker: the kept sums folded all day, proved every night."""

from __future__ import annotations

import structlog
from procrastinate.contrib.django import app

from anjie.desk import sums

log = structlog.get_logger("anjie.desk")


@app.periodic(cron="*/10 * * * *")
@app.task(name="desk.fold_sums", queueing_lock="desk.fold_sums")
def fold_sums(timestamp: int = 0) -> None:
    """Every ten minutes: what the day's statements added becomes one row each."""
    sums.fold()


@app.periodic(cron="20 19 * * *")
@app.task(name="desk.prove_sums", queueing_lock="desk.prove_sums")
def prove_sums(timestamp: int = 0) -> None:
    """Once a day (03:20 in Shanghai): sums that somebody has made wrong by hand are told and made anew."""
    if differing := sums.wrong():
        log.error("desk.sums_wrong", kinds=differing)
        sums.recount()
