"""Tells those concerned of what was done on a case they work."""

from __future__ import annotations

from collections.abc import Iterable

from anjie.access.actors import Actor
from anjie.desk.public import Case
from anjie.services.notices.actions import notify


def tell(
    actor: Actor, case: Case, verb: str, of: int, to: Iterable[int | None], title: str, text: str
) -> None:
    """Give each membership one notice of this verb on the row ``of``."""
    told = [member for member in to if member is not None]
    notify(actor, told, verb, title, text, key=f"{verb}:{of}", case_id=case.pk)
