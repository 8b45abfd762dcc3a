"""What a list of disputes can be asked and shows beside the case, and one application as staff read it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, ClassVar

from django.db.models import Q

from anjie.access.actors import Actor
from anjie.desk.public import (
    CASE_SORTS,
    Case,
    CaseQuery,
    Day,
    DeskDeed,
    Filter,
    Ids,
    Party,
    Sort,
    Text,
    Words,
    among,
    case_for,
    day_begins,
    register_beside,
    register_query,
)
from anjie.foundation.refusals import NotFound
from anjie.lines.mediation.application.answers import answered
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.application.titles import several
from anjie.lines.mediation.consent.queries import said_in
from anjie.lines.mediation.deeds import ApplicationDeed
from anjie.lines.mediation.mediators.counting import appointed
from anjie.lines.mediation.mediators.models import Appointment
from anjie.lines.mediation.moves import TO_AMEND
from anjie.lines.mediation.parties import queries as parties
from anjie.lines.mediation.review.models import Review
from anjie.lines.mediation.sides import SIDES, made_it, sides_of


class DisputeQuery(CaseQuery):
    """Filters on disputes: those on every case, and what only mediation knows.

    ``appointed`` is ``mediator:from..to``, a mediator and the days on which he was appointed; both days may be left out.
    """

    kind: Words = None
    role: Words = None
    source: Words = None
    outcome: Words = None
    mediator: Ids = None
    asked_of: Ids = None
    appointed: Text | None = None
    applicant_account: Ids = None
    respondent_account: Ids = None
    submitted_from: Day = None
    submitted_to: Day = None
    accepted_from: Day = None
    accepted_to: Day = None

    line: ClassVar[str] = "mediation"
    sorts: ClassVar[dict[str, Sort]] = {
        **CASE_SORTS,
        "submitted_at": Sort("dispute__submitted_at", nullable=True),
        "mediator_due_on": Sort("dispute__mediator_due_on", nullable=True),
    }


def _since(field: str) -> Filter:
    return Filter(lambda actor, day: Q(**{f"{field}__gte": day_begins(day)}))


def _until(field: str) -> Filter:
    return Filter(lambda actor, day: Q(**{f"{field}__lt": day_begins(day + timedelta(days=1))}))


def _mediated_by(actor: Actor, mediators: list[int]) -> Q:
    return Q(appointments__mediator_id__in=mediators, appointments__ended_at__isnull=True)


def _asked_of(actor: Actor, mediators: list[int]) -> Q:
    asked = Appointment.objects.filter(
        mediator_id__in=mediators, state=Appointment.State.ASKED, ended_at__isnull=True
    )
    return Q(pk__in=asked.values("case_id"))


def _taken_part_in(part: str) -> Filter:
    def asked(actor: Actor, accounts: list[int]) -> Q:
        return Q(
            pk__in=Party.objects.taking_part().filter(account_id__in=accounts, part=part).values("case_id")
        )

    return Filter(asked)


DisputeQuery.filters = {
    **CaseQuery.filters,
    "kind": among("dispute__kind_id"),
    "role": among("dispute__role"),
    "source": among("dispute__source"),
    "outcome": among("dispute__outcome"),
    "mediator": Filter(_mediated_by),
    "asked_of": Filter(_asked_of),
    "appointed": Filter(lambda actor, word: appointed(word)),
    "applicant_account": _taken_part_in(Party.Part.APPLICANT),
    "respondent_account": _taken_part_in(Party.Part.RESPONDENT),
    "submitted_from": _since("dispute__submitted_at"),
    "submitted_to": _until("dispute__submitted_at"),
    "accepted_from": _since("dispute__accepted_at"),
    "accepted_to": _until("dispute__accepted_at"),
}

_FIELDS = (
    "case_id",
    "role",
    "source",
    "outcome",
    "submitted_at",
    "accepted_at",
    "mediator_due_on",
    "answered_at",
)


def beside(actor: Actor, case_ids: Sequence[int]) -> Mapping[int, Mapping[str, Any]]:
    """The mediation facts of a list's rows: who against whom, since when, what both said, by whom."""
    said = said_in(case_ids)
    found = {
        (case_id := row.pop("case_id")): row
        | {"applicant": "", "respondent": "", "mediators": [], "said": said.get(case_id, {})}
        | {"respondents": []}
        for row in Dispute.objects.filter(case_id__in=case_ids).values(*_FIELDS)
    }
    names = names_of(case_ids)
    for case_id, row in found.items():
        for part in SIDES:
            row[part] = several(names[case_id][part]) if names[case_id][part] else ""
        row["respondents"] = names[case_id][Party.Part.RESPONDENT]
    going = Appointment.objects.filter(case_id__in=case_ids, ended_at__isnull=True)
    for case_id, name in going.order_by("-is_lead", "id").values_list(
        "case_id", "mediator__membership__account__name"
    ):
        if case_id in found:
            found[case_id]["mediators"].append(name)
    return found


def names_of(case_ids: Sequence[int]) -> Mapping[int, Mapping[str, list[str]]]:
    """The names of each side of many cases, in their order: ``{case: {part: [name]}}``."""
    found: dict[int, dict[str, list[str]]] = defaultdict(lambda: {part: [] for part in SIDES})
    sides = Party.objects.taking_part().filter(case_id__in=case_ids, part__in=SIDES).in_order()
    for case_id, part, name in sides.values_list("case_id", "part", "person__name"):
        found[case_id][part].append(name)
    return found


def application(actor: Actor, case_id: int) -> dict[str, Any]:
    """One application whole, as a reviewer or mediator reads it: story, form with answers, both sides, reviews."""
    case = case_for(actor, DeskDeed.CASES_SEE, case_id)
    dispute = Dispute.objects.select_related("kind", "form", "institution").filter(case=case).first()
    if dispute is None:
        raise NotFound("申请")
    reviews = Review.objects.filter(case=case).select_related("by__account")
    return {
        "case_id": case.pk,
        "no": case.no,
        "state": case.state,
        "kind": dispute.kind_id,
        "kind_label": dispute.kind.label,
        "role": dispute.role,
        "role_label": dispute.get_role_display(),
        "source_label": dispute.get_source_display(),
        "institution": dispute.institution.name,
        "happened_on": dispute.happened_on,
        "description": dispute.description,
        "claim": dispute.claim,
        "amount": case.amount,
        "region": case.region,
        "answers": answered(dispute),
        "form_version": dispute.form.version,
        "submitted_at": dispute.submitted_at,
        "invited_at": dispute.invited_at,
        "answered_at": dispute.answered_at,
        "accepted_at": dispute.accepted_at,
        "mediator_due_on": dispute.mediator_due_on,
        "outcome": dispute.outcome,
        "parties": parties.page_rows(actor, case),
        "may_add_party": parties.may_add(actor, case),
        "reviews": [review_row(one) for one in reviews],
        "may_reveal": actor.may(DeskDeed.CONTACTS_REVEAL),
        "may_amend": actor.may(ApplicationDeed.ENTER) and amended_at_the_desk(case, dispute),
    }


def amended_at_the_desk(case: Case, dispute: Dispute) -> bool:
    """Whether staff amend it: it was sent back, nobody sent it from collection, no account acts for the applicant."""
    sent_back = case.state == TO_AMEND and not dispute.related_case_ids
    return sent_back and not any(one.account_id for one in sides_of(case.pk) if made_it(case, one))


def review_row(review: Review) -> dict[str, Any]:
    """One decision as pages tell it."""
    return {
        "id": review.pk,
        "decision": review.decision,
        "decision_label": review.get_decision_display(),
        "is_second": review.is_second,
        "note": review.note,
        "remarks": review.remarks,
        "by": review.by.account.name if review.by else "",
        "at": review.at,
    }


def register() -> None:
    """Put the list of disputes on the desk; called once at start-up."""
    register_query(DisputeQuery)
    register_beside(DisputeQuery.line, beside)
