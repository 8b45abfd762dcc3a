"""Who is in a case besides whom it is about: parties added, replaced, let go, and the accounts that act for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Max, Q, QuerySet

from anjie.access.actors import Actor
from anjie.access.models import Account
from anjie.desk import timeline
from anjie.desk.case_facts import ContactFacts
from anjie.desk.intake import add_contact_points
from anjie.desk.models import Case, ContactPoint, Party
from anjie.desk.people import PersonFacts, find_or_create_persons
from anjie.desk.places import CONTACT_POINT, INDEX_OF_KIND, PERSON_ID
from anjie.desk.twins import already_there
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid
from anjie.foundation.sealed import sealer

NOT_NAMED = "修改后的申请不再列其为当事人"
"""Why somebody leaves whom an amended application names no more."""
OWN_RELATIONS = frozenset({"", "本人", "债务人", "自己"})
"""How people write that a contact point is the person's own."""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody as a form names him, with how he is reached; ``person_id`` where he is known already."""

    person: PersonFacts
    contacts: Sequence[ContactFacts] = ()
    person_id: int | None = None


@transaction.atomic
def put_parties(actor: Actor, case: Case, part: str, named: Sequence[Named]) -> list[Party]:
    """Make these the case's only parties with this part, in this order; who is new is told on the timeline.

    The caller has locked the case and checked the values; who left it stays on its record, and whoever was let in by
    his account and is named no more leaves with what he handed in.
    """
    persons = [_person_of(one) for one in named]
    twice = next((one for place, one in enumerate(named) if persons[place] in persons[:place]), None)
    if twice is not None:
        raise Invalid(
            "party.twice",
            f"{twice.person.name}的姓名和号码与前面的一名当事人相同。请核对，同一人只填写一次。",
        )
    gone = Party.objects.taking_part().filter(case=case, part=part).exclude(person_id__in=persons)
    for other in gone.select_related("person"):
        ContactPoint.objects.filter(case=case, person_id=other.person_id, source="application").delete()
        if other.account_id is None:
            other.delete()
        else:
            let_go(actor, other, NOT_NAMED)
    return [
        _put(actor, case, part, one, person_id, position)
        for position, (one, person_id) in enumerate(zip(named, persons, strict=True))
    ]


@transaction.atomic
def add_party(actor: Actor, case: Case, part: str, named: Named, *, reason: str = "") -> Party:
    """One more party with this part, after those there are; who takes part already is refused."""
    person_id = _person_of(named)
    there = Party.objects.taking_part().filter(case=case)
    if there.filter(part=part, person_id=person_id).exists():
        raise Invalid("party.there", f"{named.person.name}已是案件 {case.no} 的当事人。请核对姓名和号码。")
    last = Party.objects.filter(case=case, part=part).aggregate(last=Max("position"))["last"]
    position = 0 if last is None else last + 1
    return _put(actor, case, part, named, person_id, position, reason)


def let_go(actor: Actor, party: Party, reason: str) -> None:
    """From now on this party takes no part: his account finds the case no more, what he did stays on its record."""
    party.left_at = clock.now()
    party.save(update_fields=["left_at"])
    timeline.record(
        actor,
        party.case_id,
        "party.left",
        part=party.get_part_display(),
        name=party.person.name,
        reason=reason,
    )


def _person_of(named: Named) -> int:
    return named.person_id or find_or_create_persons([named.person])[0]


def _put(
    actor: Actor, case: Case, part: str, named: Named, person_id: int, position: int, reason: str = ""
) -> Party:
    party = Party.objects.filter(case=case, part=part, person_id=person_id).first()
    is_new = party is None or party.left_at is not None
    if party is None:
        party = Party(case=case, person_id=person_id, part=part)
    party.position, party.left_at = position, None
    party.save()
    if is_new:
        why: dict[str, Any] = {"reason": reason} if reason else {}
        timeline.record(actor, case.pk, "party.added", part=part, name=named.person.name, **why)
    add_new_points(case, person_id, named.contacts)
    return party


def add_new_points(case: Case, person_id: int, contacts: Sequence[ContactFacts]) -> None:
    """Add those of a person's contact points that the case does not have yet; two may live at one address."""
    there = already_there([(case.pk, contact) for contact in contacts])
    own = {
        bytes(index)
        for index in ContactPoint.objects.filter(case=case, person_id=person_id).values_list(
            "index", flat=True
        )
    }
    first = case.contact_points.count()
    add_contact_points(
        (case.pk, person_id, first + place, contact)
        for place, contact in enumerate(contacts)
        if not there[place] or _shared(contact, own)
    )


def _shared(contact: ContactFacts, own: set[bytes]) -> bool:
    """An address that another person of the case has too, and this one has not yet."""
    address = ContactPoint.Kind.ADDRESS
    return contact.kind == address and sealer().index(contact.value, INDEX_OF_KIND[address]) not in own


def parties_of(case_id: int, *parts: str) -> list[Party]:
    """Who takes part in a case (with one of these parts) with his person, by part and as they were named."""
    found = Party.objects.taking_part().filter(case_id=case_id)
    if parts:
        found = found.filter(part__in=parts)
    return list(found.select_related("person").in_order())


def let_act(account: Account, party: Party) -> None:
    """Let an account act for a party from now on; it sees the case in its own list."""
    Party.objects.filter(pk=party.pk).update(account=account)
    party.account = account


def accounts_of(case_id: int, *parts: str) -> list[int]:
    """The accounts that act for the case's parties, or for those with one of these parts."""
    acting = Party.objects.taking_part().filter(case_id=case_id, account__isnull=False)
    if parts:
        acting = acting.filter(part__in=parts)
    return sorted({pk for pk in acting.values_list("account_id", flat=True) if pk is not None})


def numbers_for_paper(party: Party) -> dict[str, str]:
    """A party's ID number, mobile and address in plain text, for a paper that names him; never for a page or a log."""
    person, found = party.person, {"id_no": "", "mobile": "", "address": ""}
    if person.id_sealed:
        found["id_no"] = sealer().open(person.id_sealed, PERSON_ID, person.pk)
    points = own_points(party)
    for name, kinds in (("mobile", ("mobile", "phone")), ("address", ("address",))):
        # The first that is good; mobiles come before fixed lines by their name.
        point = points.filter(kind__in=kinds).order_by("kind", "position", "id").first()
        if point is not None:
            found[name] = sealer().open(point.sealed, CONTACT_POINT, point.pk)
    return found


def good_points(party: Party) -> QuerySet[ContactPoint]:
    """The contact points in the case that lead to a party and are not known to be bad."""
    bad = (ContactPoint.State.INVALID, ContactPoint.State.STRANGER)
    return ContactPoint.objects.filter(case_id=party.case_id, person_id=party.person_id).exclude(
        state__in=bad
    )


def own_points(party: Party) -> QuerySet[ContactPoint]:
    """Those of them that are his own: one of somebody beside him leads to him too."""
    return good_points(party).filter(Q(relation__in=OWN_RELATIONS) | Q(owner=party.person.name))


def number_to_dial(point: ContactPoint) -> str:
    """A contact point's number in plain text, for a contact the gate permitted; never for a page or a log."""
    return sealer().open(point.sealed, CONTACT_POINT, point.pk)
