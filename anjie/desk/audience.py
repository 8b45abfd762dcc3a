"""Who is to be told of a case: those whose membership holds a deed and reaches it."""

from __future__ import annotations

from anjie.access.actors import Actor
from anjie.access.deeds import Deed
from anjie.access.models import Membership
from anjie.desk.models import Case


def active_members(deed: Deed) -> list[Membership]:
    """Every active membership whose role holds ``deed``."""
    return list(
        Membership.objects.filter(
            is_active=True, account__is_active=True, unit__is_active=True, role__deeds__contains=[deed.value]
        ).select_related("account", "role", "unit")
    )


def who_may(deed: Deed, case: Case) -> list[int]:
    """The memberships that hold ``deed`` and have this case within reach."""
    return [member.pk for member in active_members(deed) if reaches(Actor.of(member), case)]


def reaches(actor: Actor, case: Case) -> bool:
    """Whether the case lies within the actor's units and clients (what he merely helps on aside)."""
    if actor.client_ids is not None and case.organisation_id not in actor.client_ids:
        return False
    if actor.reach == Membership.Reach.OWN:
        return case.holder_id == actor.membership_id
    units = actor.unit_ids
    return units is None or case.unit_id in units
