"""What a review sets off in the background: the other side without an account is invited by short message."""

from __future__ import annotations

from procrastinate.contrib.django import app

from anjie.access.actors import Actor
from anjie.lines.mediation import inviting


@app.task(name="mediation.invite")
def invite(case_id: int, code: str) -> None:
    """Invite the other side of a case, for the move that asked for it."""
    inviting.invite_by_number(Actor.job("mediation.invite"), case_id, code)
