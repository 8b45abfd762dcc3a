"""Revealing one sealed value to one person, with a reason, on the timeline and the trail, so many an hour."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import transaction

from anjie.access import trail
from anjie.access.actors import Actor
from anjie.access.models import TrailEntry
from anjie.desk import timeline
from anjie.desk.case_page import case_page_of
from anjie.desk.deeds import DeskDeed
from anjie.desk.models import Case, ContactPoint, Party, Person
from anjie.desk.places import CONTACT_POINT, PERSON_ID
from anjie.desk.reach import case_for
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.foundation.sealed import sealer

POINT, ID_NO, FACT = "reveal.contact_point", "reveal.id_no", "reveal.fact"
VERBS = (POINT, ID_NO, FACT)
HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Revealed:
    """The value, for this once, and how many more may be revealed within the hour."""

    value: str
    left: int


def reveal_contact_point(actor: Actor, case_id: int, point_id: int, reason: str) -> Revealed:
    """The whole phone, address or mail behind a mask."""

    def find(case: Case) -> tuple[str, dict[str, Any]]:
        point = ContactPoint.objects.filter(case=case, pk=point_id).first()
        if point is None:
            raise NotFound("联系方式")
        value = sealer().open(point.sealed, CONTACT_POINT, point.pk)
        return value, {"point": point.pk, "kind": point.kind, "mask": point.mask, "relation": point.relation}

    return _reveal(actor, case_id, POINT, reason, find)


def reveal_party_id(actor: Actor, case_id: int, party_id: int, reason: str) -> Revealed:
    """The whole ID number of a party."""

    def find(case: Case) -> tuple[str, dict[str, Any]]:
        party = Party.objects.select_related("person").filter(case=case, pk=party_id).first()
        if party is None:
            raise NotFound("当事人")
        return _id_no(party.person), {"mask": party.person.id_mask, "part": party.get_part_display()}

    return _reveal(actor, case_id, ID_NO, reason, find)


def reveal_fact(actor: Actor, case_id: int, code: str, reason: str) -> Revealed:
    """The whole value of a sealed fact: ``id_no`` of whom the case is about, or one the line brings (卡号)."""

    def find(case: Case) -> tuple[str, dict[str, Any]]:
        if code == "id_no":
            return _id_no(case.person), {"code": code, "label": "证件号码", "mask": case.person.id_mask}
        open_it = case_page_of(case.line).open_sealed
        opened = open_it(case, code) if open_it else None
        if opened is None:
            raise NotFound("加密信息")
        return opened.value, {"code": code, "label": opened.label, "mask": opened.mask}

    return _reveal(actor, case_id, ID_NO if code == "id_no" else FACT, reason, find)


@transaction.atomic
def _reveal(
    actor: Actor, case_id: int, verb: str, reason: str, find: Callable[[Case], tuple[str, dict[str, Any]]]
) -> Revealed:
    case = case_for(actor, DeskDeed.CONTACTS_REVEAL, case_id)
    reason = reason.strip()
    if not 2 <= len(reason) <= 200:
        raise Invalid("reveal.reason_required", "查看完整信息需要填写 2 到 200 字的原因。请补充后重试。")
    left = _left_after_this(actor)
    value, facts = find(case)
    timeline.record(actor, case.pk, verb, **facts, reason=reason)
    trail.record(actor, verb, case=case.no, **facts, reason=reason)
    return Revealed(value, left)


def _left_after_this(actor: Actor) -> int:
    """How many reveals the hour still allows after this one; refuses when it allows none."""
    # Two reveals at the same moment are counted one after the other: both need the actor's own chain.
    trail.hold(actor)
    limit, now = settings.REVEALS_PER_HOUR, clock.now()
    times = list(
        TrailEntry.objects.filter(actor=actor.key, verb__in=VERBS, at__gt=now - HOUR)
        .order_by("-at")
        .values_list("at", flat=True)[:limit]
    )
    if len(times) >= limit:
        until = clock.local(times[-1] + HOUR)
        raise Refusal(
            "reveal.hourly_limit",
            f"您在一小时内已查看 {limit} 次完整信息，达到上限。请在 {until:%H:%M} 之后再查看，或联系主管。",
            count=len(times),
            until=until.isoformat(),
        ).with_status(429)
    return limit - len(times) - 1


def _id_no(person: Person) -> str:
    if not person.id_sealed:
        raise NotFound("证件号码")
    return sealer().open(person.id_sealed, PERSON_ID, person.pk)
