"""The demo's mediation rooms, and the starting templates of every line that has papers."""

from __future__ import annotations

from anjie.access.actors import Actor
from anjie.services.bookings.rooms import save_room
from anjie.services.bookings.rules import OFFICE_HOURS
from anjie.services.papers.lines import lines_with_papers
from anjie.services.papers.starters import load_starters, suits

SATURDAYS = OFFICE_HOURS | {"6": [["09:00", "12:00"]]}
ROOMS = (
    ("一号调解室", "东楼 2 层", 6, OFFICE_HOURS),
    ("二号调解室", "东楼 2 层", 10, OFFICE_HOURS),
    ("圆桌调解室", "东楼 3 层", 16, SATURDAYS),
    ("视频调解室", "西楼 1 层", 4, OFFICE_HOURS),
)


def furnish(actor: Actor) -> None:
    """Register the rooms; load the templates where a line gives the facts they name."""
    for name, place, seats, hours in ROOMS:
        save_room(actor, name=name, place=place, seats=seats, hours=hours)
    for papers in lines_with_papers():
        if suits(papers):
            load_starters(actor, papers.line)
