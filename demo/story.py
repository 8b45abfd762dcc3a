"""The year of the demo world as its chapters share it: who is there, the dice, and the days."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from anjie.access.actors import Actor
from anjie.foundation import clock
from anjie.foundation.refusals import Refusal
from demo.people import Company

TEAMS = ("JN1", "JN2", "BF1", "BF2")


@dataclass
class Story:
    """The year so far: the company, the dice, and what each month left to be done in the next."""

    company: Company
    dice: random.Random
    today: date
    size: str
    say: Callable[[str], None]
    results: dict[str, int] = field(default_factory=dict)

    def actor(self, username: str) -> Actor:
        """One of the demo people."""
        return self.company.actors[username]


def collectors(story: Story) -> list[Actor]:
    return [m for team in TEAMS for m in story.company.members_of(team)]


def team_of(story: Story, collector: Actor) -> str:
    return next(code for code in TEAMS if story.company.units[code].pk == collector.unit_id)


def attempt(deed: Callable[..., Any], *given: Any, **named: Any) -> Any:
    """What the product refuses did not happen in this world either."""
    try:
        return deed(*given, **named)
    except Refusal:
        return None


def moment(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), clock.ZONE)


def month_after(day: date, months: int) -> date:
    """The first of the month ``months`` away; with the same day of the month where ``day`` is not the first."""
    index = day.year * 12 + day.month - 1 + months
    first = date(index // 12, index % 12 + 1, 1)
    return first if months <= 0 or day.day == 1 else first + timedelta(days=min(day.day, 28) - 1)
