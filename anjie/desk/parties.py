"""Who is in a case besides whom it is about: parties added, replaced, and the accounts that act for them."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from anjie.access.actors import Actor
from anjie.access.models import Account
from anjie.desk import timeline
from anjie.desk.case_facts import ContactFacts
from anjie.desk.intake import add_contact_points
from anjie.desk.models import Case, ContactPoint, Party
from anjie.desk.people import PersonFacts, find_or_create_persons
from anjie.desk.places import CONTACT_POINT, PERSON_ID
from anjie.desk.twins import already_there
from anjie.foundation.sealed import sealer


@transaction.atomic
def put_party(
    actor: Actor,
    case: Case,
    part: str,
    person: PersonFacts,
    contacts: Sequence[ContactFacts] = (),
    *,
    person_id: int | None = None,
) -> Party:
    """Make this person the case's only one with this part, with these contact points; says so when it changed.

    The caller has locked the case and checked the values. A point that is there already stays as it is.
    ``person_id`` is the person where he is known; else he is found, or made, by ``person``.
    """
    if person_id is None:
        (person_id,) = find_or_create_persons([person])
    party = Party.objects.filter(case=case, part=part, person_id=person_id).first()
    if party is None:
        for other in Party.objects.filter(case=case, part=part):
            ContactPoint.objects.filter(case=case, person_id=other.person_id, source="application").delete()
            other.delete()
        party = Party.objects.create(case=case, person_id=person_id, part=part)
        timeline.record(actor, case.pk, "party.added", part=part, name=person.name)
    add_new_points(case, person_id, contacts)
    return party


def add_new_points(case: Case, person_id: int, contacts: Sequence[ContactFacts]) -> None:
    """Add those of a person's contact points that the case does not have yet."""
    there = already_there([(case.pk, contact) for contact in contacts])
    first = case.contact_points.count()
    add_contact_points(
        (case.pk, person_id, first + place, contact)
        for place, contact in enumerate(contacts)
        if not there[place]
    )


def let_act(account: Account, party: Party) -> None:
    """Let an account act for a party from now on; it sees the case in its own list."""
    Party.objects.filter(pk=party.pk).update(account=account)
    party.account = account


def accounts_of(case_id: int, *parts: str) -> list[int]:
    """The accounts that act for the case's parties, or for those with one of these parts."""
    acting = Party.objects.filter(case_id=case_id, account__isnull=False)
    if parts:
        acting = acting.filter(part__in=parts)
    return sorted({pk for pk in acting.values_list("account_id", flat=True) if pk is not None})


def numbers_for_paper(party: Party) -> dict[str, str]:
    """A party's ID number, mobile and address in plain text, for a paper that names him; never for a page or a log."""
    person, found = party.person, {"id_no": "", "mobile": "", "address": ""}
    if person.id_sealed:
        found["id_no"] = sealer().open(person.id_sealed, PERSON_ID, person.pk)
    points = ContactPoint.objects.filter(case_id=party.case_id, person_id=person.pk).exclude(
        state__in=(ContactPoint.State.INVALID, ContactPoint.State.STRANGER)
    )
    for name, kinds in (("mobile", ("mobile", "phone")), ("address", ("address",))):
        # The first that is good; mobiles come before fixed lines by their name.
        point = points.filter(kind__in=kinds).order_by("kind", "position", "id").first()
        if point is not None:
            found[name] = sealer().open(point.sealed, CONTACT_POINT, point.pk)
    return found


def number_to_dial(point: ContactPoint) -> str:
    """A contact point's number in plain text, for a contact the gate permitted; never for a page or a log."""
    return sealer().open(point.sealed, CONTACT_POINT, point.pk)
