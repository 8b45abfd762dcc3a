"""Handles what vendors told us in the background; a handler that fails is asked again, later and later."""

from __future__ import annotations

import procrastinate
from procrastinate.contrib.django import app

from anjie.services.callbacks import actions


@app.task(
    name="callbacks.handle",
    retry=procrastinate.RetryStrategy(max_attempts=14, exponential_wait=2),
)
def handle(callback_id: int) -> None:
    """Hand one event to its handlers."""
    actions.handle(callback_id)
