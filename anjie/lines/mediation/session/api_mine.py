"""Mediating over HTTP, as a party sees it: sessions and offers shown to it."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router

from anjie.access.deeds import PartyDeed
from anjie.access.http import Needs
from anjie.lines.mediation.session import answering, offers, queries
from anjie.lines.mediation.session.schemas import (
    MySessionOut,
    OfferAnswerIn,
    ShownOfferOut,
)

router = Router(tags=["mediation: a party's session"])
DOOR = Needs(PartyDeed.TAKE_PART)


@router.get("/mine/{int:case_id}/sessions", response=list[MySessionOut], auth=DOOR)
def my_sessions(request: HttpRequest, case_id: int):
    """When and where to come, or by which link."""
    return queries.my_sessions(request.auth, case_id)


@router.get("/mine/{int:case_id}/offers", response=list[ShownOfferOut], auth=DOOR)
def my_offers(request: HttpRequest, case_id: int):
    """The offers that were shown to whoever is signed in."""
    return offers.shown_to_me(request.auth, case_id)


@router.post("/mine/{int:case_id}/offers/{int:offer_id}/answer", response=list[ShownOfferOut], auth=DOOR)
def answer_offer(request: HttpRequest, case_id: int, offer_id: int, body: OfferAnswerIn):
    """Accept, decline or counter an offer that was shown to whoever is signed in."""
    answering.answer(request.auth, case_id, offer_id, **body.dict())
    return offers.shown_to_me(request.auth, case_id)
