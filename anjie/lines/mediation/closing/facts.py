"""What mediation's papers may name, how it is gathered for a case, and what is checked before one is final."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any, cast

from anjie.access.actors import Actor
from anjie.desk.public import Case, Party, Person, numbers_for_paper, parties_of
from anjie.foundation import clock
from anjie.foundation.identifiers import read_id_number
from anjie.foundation.refusals import Invalid
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.closing import queries
from anjie.lines.mediation.closing.models import AgreedTerm, Closing
from anjie.lines.mediation.closing.rules import FAILED, court_until
from anjie.lines.mediation.mediators.models import Appointment
from anjie.lines.mediation.session.models import MediationRecord
from anjie.lines.mediation.sides import said_by, sides_of
from anjie.services.bookings.models import Booking
from anjie.services.bookings.queries import booked_for
from anjie.services.papers.lines import Finding, LinePapers, Matter, MustSign, register_facts
from anjie.services.papers.starters import FIELDS, KINDS, OUTCOMES
from anjie.services.terms.working import working_calendar

CHECKED = ("agreement", "confirmation")
"""Kinds of papers the checker looks at, and that all parties sign."""


def gather(actor: Actor, case: Case) -> Mapping[str, Any]:
    """A dispute's facts by code: who, about what, who mediated when, what was agreed."""
    dispute = Dispute.objects.select_related("kind", "institution").get(case=case)
    closing = queries.latest(case.pk)
    parties = parties_of(case.pk)
    agents = "、".join(one.person.name for one in parties if one.part == Party.Part.AGENT)
    mediators = list(_mediators(case.pk))
    bookings = booked_for(case.pk, past_only=True)
    last = bookings[-1] if bookings else None
    written = _written(case.pk)
    submitted, accepted = dispute.submitted_at, dispute.accepted_at
    return {
        "applicants": [_person(one, agents) for one in parties if one.part == Party.Part.APPLICANT],
        "respondents": [_person(one, "") for one in parties if one.part == Party.Part.RESPONDENT],
        "mediators": mediators,
        "mediator": "、".join(one["name"] for one in mediators),
        "institution": dispute.institution.name,
        "category": dispute.kind.label,
        "source": dispute.get_source_display(),
        "disputed_facts": dispute.description,
        "claims": dispute.claim,
        "sessions": [_session(one, parties, written.get(one.pk, "")) for one in bookings],
        "applied_on": clock.local(submitted).date() if submitted else None,
        "accepted_on": clock.local(accepted).date() if accepted else None,
        "mediated_on": clock.local(last.from_at).date() if last else clock.today(),
        "mediated_at": _place(last) if last else "",
        "term_on": case.term_on,
        **_agreed(dispute, closing),
    }


def _agreed(dispute: Dispute, closing: Closing | None) -> dict[str, Any]:
    if closing is None:
        return {}
    terms = queries.terms_of(closing)
    paid = [one for one in terms if one.kind == AgreedTerm.Kind.PAY]
    failed = closing.outcome == FAILED
    said = queries.told(terms)
    return {
        "disputed_points": closing.points or dispute.claim,
        "agreed_terms": "\n".join(part for part in (said, "" if failed else closing.note) if part),
        "performance": closing.performance,
        "agreed_amount": closing.amount,
        "instalments": [
            {
                "no": number,
                "payer": one.payer.person.name if one.payer else "",
                "payee": one.payee.person.name if one.payee else "",
                "due_on": one.due_on,
                "amount": one.amount,
            }
            for number, one in enumerate(paid, start=1)
        ],
        "end_reason": closing.note if failed else "",
        "ended_on": clock.local(closing.asked_at).date() if failed else None,
        "court": closing.court,
        # Signed today it ends then; signed later it ends later.
        "court_until": closing.court_until or court_until(clock.today(), working_calendar().is_working),
    }


def _person(party: Party, agents: str) -> dict[str, Any]:
    """Who a party is: as the case has it, and where it is silent as his account says of itself."""
    person, numbers = party.person, numbers_for_paper(party)
    said = said_by(party)
    known = {name: value or said.get(name, "") for name, value in numbers.items()}
    sex, born_on = person.sex or said.get("sex", ""), person.born_on
    if person.kind == Person.Kind.NATURAL and not (sex and born_on):
        with suppress(Invalid):
            resident = read_id_number(known["id_no"])
            sex, born_on = sex or resident.sex, born_on or resident.born_on
    return {"name": person.name, "sex": sex, "born_on": born_on, "agent": agents, **known}


def _mediators(case_id: int) -> Iterable[dict[str, str]]:
    """Who mediates, the lead first: those who took the case; before anybody has, those who are asked."""
    found = Appointment.objects.filter(case_id=case_id, ended_at__isnull=True).select_related(
        "mediator__membership__account", "mediator__institution"
    )
    asked = list(found.order_by("-is_lead", "id"))
    for one in [one for one in asked if one.declared_at] or asked:
        yield {"name": one.mediator.membership.account.name, "institution": one.mediator.institution.name}


def _written(case_id: int) -> dict[int, str]:
    """The minutes of each meeting; a mediator's other notes are not for papers."""
    kept = MediationRecord.objects.filter(case_id=case_id, kind=MediationRecord.Kind.SESSION)
    found: dict[int, str] = {}
    for booking_id, text in kept.order_by("happened_at", "id").values_list("booking_id", "text"):
        if booking_id:
            found[booking_id] = "\n".join(part for part in (found.get(booking_id, ""), text) if part)
    return found


def _session(booking: Booking, parties: list[Party], minutes: str) -> dict[str, Any]:
    """One meeting of all; what was offered there and what was said alone is nobody's paper."""
    return {
        "on": clock.local(booking.from_at).date(),
        "place": _place(booking),
        "present": "、".join(one.person.name for one in parties),
        "record": minutes or booking.subject,
    }


def _place(booking: Booking) -> str:
    return f"{booking.room.place} {booking.room.name}".strip() if booking.room else "线上调解"


def findings(actor: Actor, case: Case, kind: str, facts: Mapping[str, Any]) -> Iterable[Finding]:
    """What the checker finds on the agreement behind a paper, with the law it goes by."""
    if kind not in CHECKED:
        return []
    return [
        Finding(one.level, one.code, f"{one.message}（{one.law}）" if one.law else one.message)
        for one in queries.findings_of(case)
    ]


def matter(case: Case) -> Matter:
    """The matter for which the law wants the case's papers on paper."""
    return cast(Matter, queries.matter(case))


def signs(case: Case, kind: str) -> list[MustSign]:
    """An agreement and what all ask the court for together bind nobody who did not sign them himself."""
    if kind not in CHECKED:
        return []
    return [
        MustSign(one.get_part_display(), one.person.name, one.person.kind == Person.Kind.NATURAL, one.pk)
        for one in sides_of(case.pk)
    ]


register_facts(
    LinePapers(
        line="mediation",
        fields=FIELDS,
        gather=gather,
        outcomes=OUTCOMES,
        kinds=KINDS,
        matter=matter,
        check=findings,
        signs=signs,
    )
)
