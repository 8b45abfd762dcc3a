"""Where a dispute of the demo world is on its way, and whom it meets there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from anjie.access.actors import Actor
from anjie.access.models import Organisation
from anjie.desk.public import move_case
from anjie.foundation import clock
from demo.story import Story, moment


@dataclass
class Centre:
    """The institution with who works there, and the people who quarrel, by name."""

    institution: Organisation
    reviewer: Actor
    assigner: Actor
    mediators: list[Actor]
    archivist: Actor
    parties: dict[str, Actor] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)

    @property
    def people(self) -> list[Actor]:
        """Who works here."""
        return [self.reviewer, self.assigner, *self.mediators, self.archivist]


@dataclass
class Way:
    """One dispute on its way: the next step is made a day or two after the last."""

    story: Story
    centre: Centre
    day: date
    case_id: int = 0

    def step(self, deed: Callable[..., Any], *given: Any, hour: int = 10, **named: Any) -> Any:
        """Do what comes next, on the day the story has come to."""
        with clock.stopped(moment(self.day, hour, self.story.dice.randint(0, 59))):
            done = deed(*given, **named)
        self.day = min(
            self.day + timedelta(days=self.story.dice.randint(1, 2)), self.story.today - timedelta(days=1)
        )
        return done

    def move(self, actor: Actor, code: str, reason: str = "", **facts: Any) -> None:
        """Make the next move."""
        self.step(move_case, actor, self.case_id, code, reason=reason, facts=facts)
