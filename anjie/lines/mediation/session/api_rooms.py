"""What is said in a case's rooms, over HTTP: the same for mediators and for parties, each by an own door."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import File, Form, Query, Router
from ninja.files import UploadedFile

from anjie.access.deeds import PartyDeed
from anjie.access.http import Needs
from anjie.access.schemas import OkOut
from anjie.lines.mediation.deeds import SessionDeed
from anjie.lines.mediation.session import rooms
from anjie.lines.mediation.session.schemas import (
    RoomCode,
    RoomFileIn,
    RoomMessageIn,
    RoomMessageOut,
    RoomMessagesOut,
    RoomSeenIn,
    TalkRoomOut,
)
from anjie.services.files import serving


def rooms_by(door: Needs, root: str, who: str) -> Router:
    """The routes under ``root`` for who comes by this door; which rooms he sees and is heard in, ``rooms`` judges."""
    router = Router(tags=["mediation: rooms"], auth=door)

    base = f"{root}/{{int:case_id}}/rooms"

    @router.get(base, response=list[TalkRoomOut], operation_id=f"{who}_rooms")
    def list_rooms(request: HttpRequest, case_id: int):
        """The joint room, and the private rooms one is in."""
        return rooms.rooms_of(request.auth, case_id)

    @router.get(base + "/{room}/messages", response=RoomMessagesOut, operation_id=f"{who}_messages")
    def list_messages(
        request: HttpRequest, case_id: int, room: RoomCode, after: int = Query(0, ge=0, le=2**63 - 1)
    ):
        """What was said in a room."""
        return rooms.messages_of(request.auth, case_id, room, after=after)

    @router.post(base + "/{room}/messages", response=RoomMessageOut, operation_id=f"{who}_say")
    def say(request: HttpRequest, case_id: int, room: RoomCode, body: RoomMessageIn):
        """Say something to the audience one was shown."""
        return rooms.say(request.auth, case_id, room, **body.dict())

    @router.post(base + "/{room}/files", response=RoomMessageOut, operation_id=f"{who}_say_with_file")
    def say_with_file(
        request: HttpRequest, case_id: int, room: RoomCode, file: File[UploadedFile], said: Form[RoomFileIn]
    ):
        """Send a file to the audience one was shown."""
        sent = rooms.Sent(file, file.name or "")
        return rooms.say(request.auth, case_id, room, **said.dict(), file=sent)

    @router.get(base + "/{room}/messages/{int:message_id}/file", operation_id=f"{who}_message_file")
    def open_message_file(request: HttpRequest, case_id: int, room: RoomCode, message_id: int):
        """The file of a message."""
        said, blob = rooms.file_behind(request.auth, case_id, room, message_id)
        return serving.file_response(request, said.file_name, blob, "view")

    @router.post(base + "/{room}/seen", response=OkOut, operation_id=f"{who}_seen")
    def mark_seen(request: HttpRequest, case_id: int, room: RoomCode, body: RoomSeenIn):
        """Note how far one has read."""
        rooms.mark_seen(request.auth, case_id, room, body.message_id)
        return OkOut()

    return router


of_mediators = rooms_by(Needs(SessionDeed.MEDIATE), "/cases", "mediator")
of_parties = rooms_by(Needs(PartyDeed.TAKE_PART), "/mine", "party")
