"""Carries notices outside in the background, and finds out what became of those whose answer was lost."""

from __future__ import annotations

from procrastinate.contrib.django import app

from anjie.services.notices import delivering


@app.task(name="notices.deliver")
def deliver() -> None:
    """Carry what is due now; several of these at once share it."""
    delivering.deliver_due()


@app.periodic(cron="* * * * *")
@app.task(name="notices.care", queueing_lock="notices.care", lock="notices.care")
def care(timestamp: int = 0) -> None:
    """Every minute, one at a time: ask after deliveries without an answer, and carry what is due again."""
    delivering.settle_unsure()
    delivering.deliver_due()
