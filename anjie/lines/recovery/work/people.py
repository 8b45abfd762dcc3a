"""Who is to be told: the supervisors over a unit, and those who hold a deed on a case."""

from __future__ import annotations

from collections.abc import Iterable

from anjie.access.actors import Actor
from anjie.access.models import Membership, Organisation
from anjie.desk.public import active_members
from anjie.foundation.refusals import Refusal
from anjie.lines.recovery.deeds import WorkDeed


def member_id(actor: Actor) -> int:
    """The actor's membership; what must be answered to somebody is not asked by a job."""
    if actor.membership_id is None:
        raise Refusal("work.needs_person", "该操作需由人员本人进行，系统任务不能代办。")
    return actor.membership_id


def supervisors_of(unit_ids: Iterable[int]) -> dict[int, list[int]]:
    """For each unit the memberships that supervise it: those of the nearest unit upwards that has any."""
    paths = dict(Organisation.objects.filter(pk__in=set(unit_ids)).values_list("pk", "path"))
    own = (Membership.Reach.OWN, Membership.Reach.ALL)
    seers = [member for member in active_members(WorkDeed.TEAM_SEE) if member.reach not in own]
    found = {}
    for unit_id, path in paths.items():
        over = [member for member in seers if path.startswith(member.unit.path)]
        nearest = max((len(member.unit.path) for member in over), default=0)
        found[unit_id] = [member.pk for member in over if len(member.unit.path) == nearest]
    return found
