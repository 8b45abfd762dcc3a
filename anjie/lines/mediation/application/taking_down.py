"""Disputes written down set-wise: both sides, the case, the dispute beside it, in some statements for thousands of rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from anjie.access.actors import Actor
from anjie.access.models import Organisation
from anjie.desk.public import (
    CaseFacts,
    ContactFacts,
    ContactPoint,
    Party,
    PersonFacts,
    add_contact_points,
    copy_rows,
    find_also_by,
    find_or_create_persons,
    json_text,
    line_of,
    opening,
)
from anjie.foundation.phones import PhoneKind, read_phone
from anjie.lines.mediation.application.answers import parted, sealed
from anjie.lines.mediation.application.kinds import fields_of
from anjie.lines.mediation.application.models import DisputeKind, Form
from anjie.lines.mediation.application.naming import RELATIONS
from anjie.lines.mediation.application.rules import FormField
from anjie.lines.mediation.application.titles import title_of

PIECE = 1000
MOST_OF_ONE = 2
"""Contact points of one side: a number and an address."""


@dataclass(slots=True)
class Side:
    """One side as a sheet tells it, in plain text; the numbers may be blank."""

    name: str
    phone: str = ""
    id_no: str = ""
    kind: str = "natural"
    address: str = ""

    @property
    def person(self) -> PersonFacts:
        """Who he is; a fixed line finds nobody again."""
        phone = read_phone(self.phone) if self.phone else None
        mobile = phone.key if phone and phone.kind is PhoneKind.MOBILE else ""
        return PersonFacts(name=self.name, mobile=mobile, id_no=self.id_no, kind=self.kind)

    def contacts(self, relation: str) -> list[ContactFacts]:
        """Where he is reached."""
        found = []
        if self.phone:
            phone = read_phone(self.phone)
            kind = ContactPoint.Kind.MOBILE if phone.kind is PhoneKind.MOBILE else ContactPoint.Kind.PHONE
            found.append(ContactFacts(kind, phone.key, self.name, relation, source="application"))
        if self.address:
            kind = ContactPoint.Kind.ADDRESS
            found.append(ContactFacts(kind, self.address, self.name, relation, source="application"))
        return found


@dataclass(slots=True)
class Ended:
    """How a dispute that is over went."""

    outcome: str
    on: date
    note: str = ""


@dataclass(slots=True)
class Told:
    """One dispute as a sheet tells it; the row's checks have been made."""

    applicant: Side
    respondents: Sequence[Side]
    kind: DisputeKind
    form: Form
    role: str
    source: str
    happened_on: date | None = None
    description: str = ""
    claim: str = ""
    beside: Sequence[Side] = ()
    """Who applies with the applicant."""
    amount: Decimal = Decimal(0)
    region: str = ""
    answers: dict[str, Any] = field(default_factory=dict)
    holder_id: int | None = None
    number: str = ""
    """Another number the case is found by."""
    ended: Ended | None = None

    @property
    def others(self) -> list[tuple[Party.Part, Side]]:
        """Everybody but who applies, with his part."""
        return [
            *((Party.Part.RESPONDENT, side) for side in self.respondents),
            *((Party.Part.APPLICANT, side) for side in self.beside),
        ]


def write_down(
    actor: Actor,
    institution: Organisation,
    told: Sequence[Told],
    *,
    state: str,
    at: Sequence[datetime],
    facts: dict[str, Any],
) -> list[int]:
    """Open a case in ``state`` for each, with its parties and its dispute submitted ``at``; their ids in the same order."""
    named = [(at, part, side) for at, one in enumerate(told) for part, side in one.others]
    persons = find_or_create_persons(
        [one.applicant.person for one in told] + [side.person for *_, side in named]
    )
    applicants, others = persons[: len(told)], persons[len(told) :]
    ids: list[int] = []
    with opening(
        actor, line_of("mediation"), facts=facts, categories={one.kind.label for one in told}
    ) as one:
        one.points("desk_person", others)
        for begin in range(0, len(told), PIECE):
            rows = [_case(row, institution, state) for row in told[begin : begin + PIECE]]
            taken = one.take(len(rows), sum(len(row.contacts) for row in rows))
            people = applicants[begin : begin + PIECE]
            ids += one.write(one.prepare(one.columns(rows), people, taken)).case_ids
    _others(actor, told, ids, applicants, zip(named, others, strict=True))
    fields = {row.form.pk: fields_of(row.form) for row in told}
    disputes = (
        _dispute(row, fields[row.form.pk], institution, pk, when)
        for row, pk, when in zip(told, ids, at, strict=True)
    )
    copy_rows("mediation_dispute", _COLUMNS, disputes)
    return ids


def _others(
    actor: Actor,
    told: Sequence[Told],
    ids: Sequence[int],
    applicants: Sequence[int],
    named: Iterable[tuple[tuple[int, Party.Part, Side], int]],
) -> None:
    """Everybody beside who applies as parties in their order, with how each is reached; one named twice is one."""
    seen, places = Counter[int](), Counter[tuple[int, Party.Part]]()
    parties, points = (
        {(ids[at], person): (Party.Part.APPLICANT, 0) for at, person in enumerate(applicants)},
        [],
    )
    made = set(parties)
    for (at, part, side), person in named:
        if (ids[at], person) in parties:
            continue
        first = MOST_OF_ONE * (seen[at] + 1) if seen[at] else len(told[at].applicant.contacts(""))
        points += [
            (ids[at], person, first + place, contact)
            for place, contact in enumerate(side.contacts(RELATIONS[part]))
        ]
        parties[ids[at], person] = part, places[at, part] + (part == Party.Part.APPLICANT)
        places[at, part] += 1
        seen[at] += 1
    copy_rows(
        "desk_party",
        ("case_id", "person_id", "part", "position"),
        (
            (pk, person, part.value, place)
            for (pk, person), (part, place) in parties.items()
            if (pk, person) not in made
        ),
    )
    add_contact_points(points)
    several = {pk: [side.name for _, side in one.others] for pk, one in zip(ids, told, strict=True)}
    find_also_by(actor, {pk: names for pk, names in several.items() if len(names) > 1})


def _case(row: Told, institution: Organisation, state: str) -> CaseFacts:
    return CaseFacts(
        person=row.applicant.person,
        organisation_id=institution.pk,
        unit_id=institution.pk,
        holder_id=row.holder_id,
        amount=row.amount,
        state=state,
        title=title_of(row.applicant.name, [one.name for one in row.respondents], row.kind),
        category=row.kind.label,
        region=row.region[:40],
        part=Party.Part.APPLICANT,
        numbers=(row.number,) if row.number else (),
        contacts=row.applicant.contacts("本人"),
    )


_COLUMNS = (
    "case_id", "kind_id", "role", "source", "form_id", "institution_id", "happened_on", "description", "claim",
    "answers", "numbers_sealed", "submitted_at", "history_no", "related_case_ids", "accepted_at", "outcome", "outcome_on", "outcome_note",
)  # fmt: skip


def _dispute(
    row: Told, fields: Sequence[FormField], institution: Organisation, case_id: int, at: datetime
) -> tuple[Any, ...]:
    ended = row.ended
    answers, numbers = parted(fields, row.answers)
    over = (at, ended.outcome, ended.on, ended.note) if ended else (None, "", None, "")
    return (
        case_id, row.kind.pk, row.role, row.source, row.form.pk, institution.pk, row.happened_on, row.description,
        row.claim, json_text(answers), sealed(numbers, case_id), at, row.number, "{}",
        *over,
    )  # fmt: skip
