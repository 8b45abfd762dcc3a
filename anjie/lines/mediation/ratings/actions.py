"""A party says what it thought of its mediator: once, for itself, also when the case is archived meanwhile."""

from __future__ import annotations

from django.db import transaction

from anjie.access import trail
from anjie.access.actors import Actor
from anjie.access.deeds import PartyDeed
from anjie.desk.public import Party, case_for
from anjie.foundation import clock
from anjie.foundation.refusals import NotFound
from anjie.lines.mediation.ratings.models import Rating
from anjie.lines.mediation.ratings.queries import mediated, own_party, why_not
from anjie.lines.mediation.ratings.rules import another_given, wrong_rating


@transaction.atomic
def rate(actor: Actor, case_id: int, mediator_id: int, stars: int, comment: str = "") -> Rating:
    """Keep the party's stars and words; the same once more is the same rating, another one is refused.

    It stands on the trail and not on the timeline: the mediator reads the timeline, and is not told who said what.
    """
    case = case_for(actor, PartyDeed.TAKE_PART, case_id)
    party = Party.objects.select_for_update().get(pk=own_party(actor, case).pk)
    appointment = mediated(case).filter(mediator_id=mediator_id).first()
    if appointment is None:
        raise NotFound("调解员")
    comment = comment.strip()
    given = Rating.objects.filter(party=party, mediator_id=mediator_id).first()
    if given is not None:
        if (given.stars, given.comment) == (stars, comment):
            return given
        name = appointment.mediator.membership.account.name
        raise another_given(name, given.stars, clock.local(given.at).date())
    if refusal := why_not(case) or wrong_rating(stars, comment):
        raise refusal
    rating = Rating.objects.create(
        case=case, party=party, mediator_id=mediator_id, stars=stars, comment=comment, at=clock.now(),
        asked_at=appointment.asked_at,
    )  # fmt: skip
    trail.record(actor, "rating.given", case=case.pk, no=case.no, mediator=mediator_id, stars=stars)
    return rating
