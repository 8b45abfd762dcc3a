"""Ratings as they are read: by who may give one, by the mediator without a name, by administrators whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Avg, Count, QuerySet

from anjie.access.actors import Actor
from anjie.access.deeds import PartyDeed
from anjie.desk.public import Case, Event, Party, case_for, reach_of
from anjie.foundation import clock
from anjie.foundation.refusals import NotFound, Refusal
from anjie.lines.mediation import moves
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.closing.rules import WITH_AGREEMENT
from anjie.lines.mediation.deeds import RatingDeed, SessionDeed
from anjie.lines.mediation.mediators.counting import Period
from anjie.lines.mediation.mediators.models import Appointment
from anjie.lines.mediation.ratings.models import Rating
from anjie.lines.mediation.ratings.rules import not_to_rate, until
from anjie.lines.mediation.sides import side_of

SIDES = (Party.Part.APPLICANT, Party.Part.RESPONDENT)
MEDIATED = (Appointment.State.ACCEPTED, Appointment.State.DONE)


@dataclass(frozen=True)
class Average:
    """The mean of a mediator's stars to one place, and of how many; no mean while there is none."""

    stars: Decimal | None = None
    count: int = 0


def own_party(actor: Actor, case: Case) -> Party:
    """The side of the case that the actor's own account stands for."""
    party = side_of(case, actor.own_account_id)
    if party is None:
        raise NotFound("案件")
    return party


def closed_on(case: Case) -> date | None:
    """The day the case was closed; none while it is not."""
    return _closed_on([case]).get(case.pk)


def _closed_on(cases: Sequence[Case]) -> dict[int, date]:
    ended = [case.pk for case in cases if case.state in moves.ENDED]
    closed = Event.objects.filter(case_id__in=ended, verb="signing.complete").order_by("seq")
    return {pk: clock.local(at).date() for pk, at in closed.values_list("case_id", "at")}


def why_not(case: Case) -> Refusal | None:
    """Why the case cannot be rated today, or nothing."""
    succeeded = Dispute.objects.filter(case=case, outcome__in=WITH_AGREEMENT).exists()
    return not_to_rate(case.no, succeeded, closed_on(case) if succeeded else None, clock.today())


def mediated(case: Case) -> QuerySet[Appointment]:
    """The appointments of who mediated the case to its end, the lead first."""
    found = Appointment.objects.filter(case=case, state__in=MEDIATED)
    return found.select_related("mediator__membership__account").order_by("-is_lead", "id")


def to_rate(sides: Sequence[Party]) -> set[int]:
    """The cases whose side may rate somebody today whom it has not rated yet; one side of each case, read with it."""
    closed = _closed_on([side.case for side in sides])
    successes = Dispute.objects.filter(case_id__in=closed, outcome__in=WITH_AGREEMENT)
    succeeded = set(successes.values_list("case_id", flat=True))
    today = clock.today()
    open_to = {
        side.case_id: side.pk
        for side in sides
        if not not_to_rate(side.case.no, side.case_id in succeeded, closed.get(side.case_id), today)
    }
    given = Rating.objects.filter(party_id__in=open_to.values()).values_list("case_id", "mediator_id")
    asked = Appointment.objects.filter(case_id__in=open_to, state__in=MEDIATED)
    owed = set(asked.values_list("case_id", "mediator_id")) - set(given)
    return {case_id for case_id, _ in owed}


def own_ratings(actor: Actor, case_id: int) -> dict[str, Any]:
    """The mediators of a party's case with what it has said of each, and whether it still may."""
    case = case_for(actor, PartyDeed.TAKE_PART, case_id)
    party = own_party(actor, case)
    given = {one.mediator_id: one for one in Rating.objects.filter(party=party)}
    refusal, closed = why_not(case), closed_on(case)
    rows = [
        {
            "mediator_id": one.mediator_id,
            "name": one.mediator.membership.account.name,
            "stars": given[one.mediator_id].stars if one.mediator_id in given else None,
            "comment": given[one.mediator_id].comment if one.mediator_id in given else "",
            "at": given[one.mediator_id].at if one.mediator_id in given else None,
        }
        for one in mediated(case)
    ]
    return {
        "case_id": case.pk,
        "no": case.no,
        "title": case.title,
        "until": until(closed) if closed else None,
        "why_not": refusal.message if refusal else "",
        "mediators": rows,
    }


def of_mediator(actor: Actor) -> dict[str, Any]:
    """What parties said of the mediator himself: case, stars and words, neither by whom nor when."""
    actor.require(SessionDeed.MEDIATE)
    found = Rating.objects.filter(mediator_id=actor.own_membership_id)
    mean = averages([actor.own_membership_id]).get(actor.own_membership_id, Average())
    # In an order that does not tell who of the two spoke first.
    rows = found.select_related("case").order_by("-case_id", "-stars", "comment")[:500]
    return {
        "average": mean.stars,
        "count": mean.count,
        "rows": [
            {
                "case_id": one.case_id,
                "no": one.case.no,
                "category": one.case.category,
                "stars": one.stars,
                "comment": one.comment,
            }
            for one in rows
        ],
    }


def ratings_of(actor: Actor, period: Period) -> QuerySet[Rating]:
    """The ratings of cases within reach whose mediators were appointed in the period."""
    return Rating.objects.filter(reach_of(actor, "case__"), period.of())


def ratings(
    actor: Actor,
    *,
    mediator_id: int | None = None,
    stars: int | None = None,
    period: Period | None = None,
    page: int = 1,
    size: int = 50,
) -> dict[str, Any]:
    """Every rating of the cases within reach, newest first, with who gave it."""
    found = found_for(actor, mediator_id=mediator_id, stars=stars, period=period)
    begin = (page - 1) * size
    return {"count": found.count(), "rows": [row(one) for one in found[begin : begin + size]]}


def found_for(
    actor: Actor, *, mediator_id: int | None = None, stars: int | None = None, period: Period | None = None
) -> QuerySet[Rating]:
    """The ratings a page or an export asks for, read with what each row tells."""
    actor.require(RatingDeed.SEE)
    found = ratings_of(actor, period or Period())
    if mediator_id is not None:
        found = found.filter(mediator_id=mediator_id)
    if stars is not None:
        found = found.filter(stars=stars)
    return found.select_related("case", "party__person", "mediator__membership__account")


def row(one: Rating) -> dict[str, Any]:
    """One rating with who gave it, for who may see that."""
    return {
        "id": one.pk,
        "case_id": one.case_id,
        "no": one.case.no,
        "mediator_id": one.mediator_id,
        "mediator": one.mediator.membership.account.name,
        "party": one.party.person.name,
        "part_label": one.party.get_part_display(),
        "stars": one.stars,
        "comment": one.comment,
        "at": one.at,
    }


def averages(mediator_ids: Sequence[int]) -> dict[int, Average]:
    """The mean stars of many mediators at once."""
    counted = (
        Rating.objects.filter(mediator_id__in=mediator_ids)
        .order_by()
        .values("mediator_id")
        .annotate(mean=Avg("stars"), many=Count("id"))
    )
    return {one["mediator_id"]: Average(_one_place(one["mean"]), one["many"]) for one in counted}


def _one_place(mean: float | Decimal) -> Decimal:
    return Decimal(str(mean)).quantize(Decimal("0.1"))
