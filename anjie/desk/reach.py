"""The two doors to cases: rows come only from here, already narrowed to what the actor may see."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from anjie.access.actors import Actor
from anjie.access.deeds import Deed
from anjie.access.models import Membership
from anjie.desk.models import Case, Holding, Party
from anjie.desk.sealing import refuse_changing
from anjie.foundation.refusals import NotFound


def cases_for(actor: Actor, deed: Deed) -> QuerySet[Case]:
    """The cases within the actor's reach, of the deed's own line; raises when the membership lacks ``deed``."""
    actor.require(deed)
    cases = Case.objects.filter(reach_of(actor))
    return cases.filter(line=deed.line) if deed.line else cases


def case_for(actor: Actor, deed: Deed, case_id: int, *, lock: bool = False) -> Case:
    """One case within reach; out of reach looks the same as missing. It is locked to be changed: not when it is sealed."""
    cases = cases_for(actor, deed).filter(pk=case_id)
    case = (cases.select_for_update(of=("self",)) if lock else cases).first()
    if case is None:
        raise NotFound("案件")
    if lock:
        refuse_changing(case)
    return case


def reach_of(actor: Actor, prefix: str = "") -> Q:
    """The actor's reach as a condition on cases, or on rows that lead to a case by ``prefix`` (``case__``)."""
    if actor.is_party:
        return Q(**{f"{prefix}id__in": _taking_part(actor)})
    clients = (
        Q() if actor.client_ids is None else Q(**{f"{prefix}organisation_id__in": sorted(actor.client_ids)})
    )
    if actor.reach != Membership.Reach.OWN and actor.unit_ids is None:
        return clients
    # Few and open: read first, so the planner can use both indexes instead of scanning.
    helping = list(_helping(actor).values_list("case_id", flat=True))
    if actor.reach == Membership.Reach.OWN:
        own = Q(**{f"{prefix}holder_id": actor.membership_id})
    else:
        own = Q(**{f"{prefix}unit_id__in": sorted(actor.unit_ids or ())})
    return clients & (own | Q(**{f"{prefix}id__in": helping}) if helping else own)


def summed_reach_of(actor: Actor) -> Q | None:
    """The same reach as a condition on kept sums; None where it is drawn through single cases."""
    clients = Q() if actor.client_ids is None else Q(organisation_id__in=sorted(actor.client_ids))
    if actor.is_party or actor.reach == Membership.Reach.OWN:
        return None
    if actor.unit_ids is None:
        return clients
    return None if _helping(actor).exists() else clients & Q(unit_id__in=sorted(actor.unit_ids))


def _helping(actor: Actor) -> QuerySet[Holding]:
    """The open holdings by which the actor works somebody else's cases."""
    mine = Holding.objects.filter(membership_id=actor.membership_id or 0, to_at__isnull=True)
    return mine.exclude(role=Holding.Role.HOLDER)


def _taking_part(actor: Actor) -> QuerySet[Party, int]:
    return (
        Party.objects.taking_part().filter(account_id=actor.account_id or 0).values_list("case_id", flat=True)
    )
