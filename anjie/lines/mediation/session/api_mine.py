"""Mediating over HTTP, as a party sees it: sessions, rooms, offers shown to it."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import File, Form, Query, Router
from ninja.files import UploadedFile

from anjie.access.deeds import PartyDeed
from anjie.access.http import Needs
from anjie.access.schemas import OkOut
from anjie.lines.mediation.session import answering, offers, queries, rooms
from anjie.lines.mediation.session.schemas import (
    MySessionOut,
    OfferAnswerIn,
    RoomCode,
    RoomFileIn,
    RoomMessageIn,
    RoomMessageOut,
    RoomMessagesOut,
    RoomSeenIn,
    ShownOfferOut,
    TalkRoomOut,
)
from anjie.services.files import serving

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


@router.get("/mine/{int:case_id}/rooms", response=list[TalkRoomOut], auth=DOOR)
def my_rooms(request: HttpRequest, case_id: int):
    """The joint room and one's own with the mediators."""
    return rooms.rooms_of(request.auth, case_id)


@router.get("/mine/{int:case_id}/rooms/{room}/messages", response=RoomMessagesOut, auth=DOOR)
def my_messages(
    request: HttpRequest, case_id: int, room: RoomCode, after: int = Query(0, ge=0, le=2**63 - 1)
):
    """What was said in a room."""
    return rooms.messages_of(request.auth, case_id, room, after=after)


@router.post("/mine/{int:case_id}/rooms/{room}/messages", response=RoomMessageOut, auth=DOOR)
def say(request: HttpRequest, case_id: int, room: RoomCode, body: RoomMessageIn):
    """Say something to the audience one was shown."""
    return rooms.say(request.auth, case_id, room, **body.dict())


@router.post("/mine/{int:case_id}/rooms/{room}/files", response=RoomMessageOut, auth=DOOR)
def say_with_file(
    request: HttpRequest, case_id: int, room: RoomCode, file: File[UploadedFile], said: Form[RoomFileIn]
):
    """Send a file to the audience one was shown."""
    return rooms.say(request.auth, case_id, room, **said.dict(), file=file, file_name=file.name or "")


@router.get("/mine/{int:case_id}/rooms/{room}/messages/{int:message_id}/file", auth=DOOR)
def open_message_file(request: HttpRequest, case_id: int, room: RoomCode, message_id: int):
    """The file of a message."""
    said, blob = rooms.file_behind(request.auth, case_id, room, message_id)
    return serving.file_response(request, said.file_name, blob, "view")


@router.post("/mine/{int:case_id}/rooms/{room}/seen", response=OkOut, auth=DOOR)
def mark_seen(request: HttpRequest, case_id: int, room: RoomCode, body: RoomSeenIn):
    """Note how far one has read."""
    rooms.mark_seen(request.auth, case_id, room, body.message_id)
    return OkOut()
