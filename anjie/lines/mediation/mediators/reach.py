"""Which mediators somebody may choose among and read of."""

from __future__ import annotations

from django.db.models import QuerySet

from anjie.access.actors import Actor
from anjie.lines.mediation.mediators.models import Mediator


def mediators_for(actor: Actor) -> QuerySet[Mediator]:
    """The mediators of the institutions within the actor's reach."""
    found = Mediator.objects.select_related("membership__account", "institution")
    if actor.unit_ids is None:
        return found
    return found.filter(institution_id__in=actor.unit_ids)
