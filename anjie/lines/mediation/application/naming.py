"""Whom an applicant names, beside her and against her: sealed with the draft, parties of the case once it is handed in."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from anjie.access.actors import Actor
from anjie.desk.public import (
    Case,
    ContactFacts,
    ContactPoint,
    Named,
    Party,
    PersonFacts,
    parties_of,
    put_parties,
)
from anjie.foundation.phones import PhoneKind, read_phone
from anjie.foundation.sealed import sealer
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.application.rules import BESIDE_HER, THE_OTHER_SIDE
from anjie.lines.mediation.parties.telling import no_longer
from anjie.lines.mediation.sides import made_it

PLACE = "mediation_dispute.respondents_sealed"
"""Where they are sealed until the application is handed in; the row is the case's id."""
CONTACT_POINT = "desk_contactpoint.sealed"
NUMBERS = ("phone", "id_no", "address")


Part = Party.Part
RELATIONS = {Part.RESPONDENT: THE_OTHER_SIDE, Part.APPLICANT: BESIDE_HER}
"""Whose a number of each side is, as seen from the applicant."""


@dataclass(frozen=True, slots=True)
class NamedParty:
    """One party as the applicant names him, in plain text; ``party_id`` and ``person_id`` where he is known."""

    name: str = ""
    kind: str = "natural"
    phone: str = ""
    id_no: str = ""
    address: str = ""
    party_id: int | None = None
    person_id: int | None = None
    part: str = Part.RESPONDENT.value


def named_in(dispute: Dispute, part: str = Part.RESPONDENT) -> list[NamedParty]:
    """Those of a side in their order: as the draft names them, else the parties with their newest numbers."""
    if dispute.respondents_sealed:
        told = sealer().open(bytes(dispute.respondents_sealed), PLACE, dispute.case_id)
        return [one for raw in json.loads(told) if (one := NamedParty(**raw)).part == part]
    return [_of_party(one) for one in named_parties(dispute.case, part)]


def named_parties(case: Case, part: str) -> list[Party]:
    """The parties of a side whom the application names: every respondent, the applicants beside who made it."""
    return [one for one in parties_of(case.pk, part) if not made_it(case, one)]


def keep(dispute: Dispute, part: str, given: Sequence[Mapping[str, Any]]) -> list[NamedParty]:
    """Put those given in the place of those named before; of one known as a party what is left blank stays."""
    other = Part.APPLICANT if part == Part.RESPONDENT else Part.RESPONDENT
    known = {one.pk: one for one in named_parties(dispute.case, part)}
    named = [_read(one, known, part) for one in given]
    told = json.dumps([asdict(one) for one in (*named, *named_in(dispute, other))], ensure_ascii=False)
    dispute.respondents_sealed = sealer().seal(told, PLACE, dispute.case_id)
    return named


def put(actor: Actor, case: Case, dispute: Dispute) -> None:
    """Those named become the case's parties, found again in other cases by their numbers; who made it stays the first."""
    first = Named(PersonFacts(name=case.person.name, kind=case.person.kind), person_id=case.person_id)
    beside = named_in(dispute, Part.APPLICANT)
    against = named_in(dispute)
    before = parties_of(case.pk, *RELATIONS)
    put_parties(actor, case, Part.APPLICANT, [first, *(facts_of(one) for one in beside)])
    put_parties(actor, case, Part.RESPONDENT, [facts_of(one) for one in against])
    still = {one.person_id for one in parties_of(case.pk, *RELATIONS)}
    for one in before:
        if one.account_id and one.person_id not in still:
            no_longer(actor, case, one, "申请修改后不再列您为当事人")


def phone_of(case: Case) -> str:
    """The number of who made the application."""
    numbers = (ContactPoint.Kind.MOBILE, ContactPoint.Kind.PHONE)
    points = ContactPoint.objects.filter(case=case, person_id=case.person_id, kind__in=numbers)
    point = points.order_by("position", "id").last()
    return sealer().open(bytes(point.sealed), CONTACT_POINT, point.pk) if point else ""


def facts_of(one: NamedParty) -> Named:
    """The same as the desk takes a party: who he is and how he is reached."""
    phone, name = read_phone(one.phone), one.name.strip()
    kind = ContactPoint.Kind.MOBILE if phone.kind is PhoneKind.MOBILE else ContactPoint.Kind.PHONE
    given = [(kind, phone.key)] + [(ContactPoint.Kind.ADDRESS, one.address)] * bool(one.address)
    return Named(
        PersonFacts(
            name=name,
            mobile=phone.key if kind == ContactPoint.Kind.MOBILE else "",
            id_no=one.id_no,
            kind=one.kind,
        ),
        [
            ContactFacts(kind, value, name, RELATIONS[Part(one.part)], source="application")
            for kind, value in given
        ],
        one.person_id,
    )


def _read(given: Mapping[str, Any], known: Mapping[int, Party], part: str) -> NamedParty:
    told = {name: str(given.get(name) or "").strip() for name in ("name", "kind", *NUMBERS)}
    one = NamedParty(
        told["name"],
        told["kind"] or "natural",
        told["phone"],
        told["id_no"],
        told["address"],
        person_id=given.get("person_id"),
        part=part,
    )
    party = known.get(given.get("party_id") or 0)
    if party is None:
        return one
    before = _of_party(party)
    one = replace(
        one,
        party_id=party.pk,
        name=one.name or before.name,
        phone=one.phone or before.phone,
        address=one.address or before.address,
    )
    # Another name or number is another person.
    return one if one.id_no or one.name != before.name else replace(one, person_id=party.person_id)


def _of_party(party: Party) -> NamedParty:
    """A party as he was named; the newest number of each kind counts."""
    found = {"phone": "", "address": ""}
    points = ContactPoint.objects.filter(case_id=party.case_id, person_id=party.person_id)
    for point in points.order_by("position", "id"):
        value = sealer().open(bytes(point.sealed), CONTACT_POINT, point.pk)
        found["address" if point.kind == ContactPoint.Kind.ADDRESS else "phone"] = value
    person = party.person
    return NamedParty(
        person.name, person.kind, **found, party_id=party.pk, person_id=person.pk, part=party.part
    )
