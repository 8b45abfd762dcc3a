"""What mediating does in the background: meetings at the vendor, recordings, reminders."""

from __future__ import annotations

import procrastinate
from procrastinate.contrib.django import app

from anjie.access.actors import Actor
from anjie.lines.mediation.deeds import SessionDeed
from anjie.lines.mediation.session import meetings, reminding
from anjie.ports.failures import Later, Unsure
from anjie.services.terms import pausing

AGAIN = procrastinate.RetryStrategy(max_attempts=14, exponential_wait=2, retry_exceptions=(Later, Unsure))
"""Seconds at first, hours at last: a vendor that is down for an hour is asked again when it is back."""


@app.task(name="mediation.make_meeting", retry=AGAIN)
def make_meeting(booking_id: int, round: int) -> None:
    """Make the online meeting of one time of a booking."""
    meetings.make(booking_id, round)


@app.task(name="mediation.cancel_meeting", retry=AGAIN)
def cancel_meeting(meeting_id: str) -> None:
    """Call a meeting off at the vendor."""
    meetings.cancel(meeting_id)


@app.task(name="mediation.fetch_recordings", retry=AGAIN)
def fetch_recordings(booking_id: int) -> None:
    """Put the links of a session's recordings into its case."""
    meetings.fetch_recordings(booking_id)


@app.periodic(cron="45 23 * * *")
@app.task(name="mediation.remind", queueing_lock="mediation.remind")
def remind(timestamp: int = 0) -> None:
    """Daily at 07:45 in Shanghai; a missed day is caught up by the next."""
    reminding.remind_all(Actor.job("mediation.remind"))


@app.periodic(cron="10 16 * * *")
@app.task(name="mediation.stand_still", queueing_lock="mediation.stand_still")
def stand_still(timestamp: int = 0) -> None:
    """Daily at 00:10 in Shanghai: terms whose clock stands still move on; a missed day is caught up."""
    pausing.stand_still(Actor.job("mediation.stand_still"), "mediation", SessionDeed.MEDIATE)
