"""What assignment does by itself."""

from __future__ import annotations

from procrastinate.contrib.django import app

from anjie.lines.recovery.assignment.actions import forget_old_plans


@app.periodic(cron="40 18 * * *")
@app.task(name="assignment.forget_plans", queueing_lock="assignment.forget_plans")
def forget_plans(timestamp: int = 0) -> None:
    """Daily at 02:40 in Shanghai: drop the lines of plans older than a month."""
    forget_old_plans()
