"""Rooms and bookings over HTTP."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Query, Router

from anjie.access.http import Needs
from anjie.services.bookings import actions, queries, rooms
from anjie.services.bookings.deeds import BookingDeed
from anjie.services.bookings.schemas import (
    BookIn,
    BookingOut,
    CancelBookingIn,
    ClosureIn,
    ClosureOut,
    DayGridOut,
    DayGridQuery,
    FreeQuery,
    MoveBookingIn,
    RoomIn,
    RoomOut,
    RoomRowOut,
)

router = Router(tags=["bookings"])
MANAGE = Needs(BookingDeed.ROOMS_MANAGE)


@router.get("/rooms", response=list[RoomOut], auth=Needs(BookingDeed.SEE))
def list_rooms(request: HttpRequest):
    """Every room within reach, those out of use too."""
    return queries.list_rooms(request.auth)


@router.post("/rooms", response=RoomOut, auth=MANAGE)
def add_room(request: HttpRequest, body: RoomIn):
    """Add a room."""
    return queries.one_room(rooms.save_room(request.auth, **body.dict()))


@router.put("/rooms/{int:room_id}", response=RoomOut, auth=MANAGE)
def change_room(request: HttpRequest, room_id: int, body: RoomIn):
    """Change a room, or take it out of use."""
    return queries.one_room(rooms.save_room(request.auth, room_id, **body.dict()))


@router.post("/rooms/{int:room_id}/closures", response=ClosureOut, auth=MANAGE)
def close_days(request: HttpRequest, room_id: int, body: ClosureIn):
    """Shut a room for some days."""
    return rooms.close_days(request.auth, room_id, body.from_on, body.to_on, body.reason)


@router.delete("/closures/{int:closure_id}", response=RoomOut, auth=MANAGE)
def reopen_days(request: HttpRequest, closure_id: int):
    """Open a room again on days it was shut for."""
    return queries.one_room(rooms.reopen_days(request.auth, closure_id))


@router.get("/day", response=DayGridOut, auth=Needs(BookingDeed.SEE))
def day_grid(request: HttpRequest, query: Query[DayGridQuery]):
    """A day's rooms with open spans and bookings."""
    return queries.day_grid(request.auth, query.day, query.place)


@router.get("/free", response=list[RoomRowOut], auth=Needs(BookingDeed.SEE))
def free_rooms(request: HttpRequest, query: Query[FreeQuery]):
    """Rooms free for the whole of a time."""
    found = queries.free_rooms(request.auth, query.from_at, query.to_at, seats=query.seats, place=query.place)
    return [queries.room_row(room) for room in found]


@router.post("", response=BookingOut, auth=Needs(BookingDeed.BOOK))
def book(request: HttpRequest, body: BookIn):
    """Book a room for a case, or an online session."""
    return queries.own_row(request.auth, actions.book(request.auth, **body.dict()))


@router.post("/{int:booking_id}/move", response=BookingOut, auth=Needs(BookingDeed.BOOK))
def move(request: HttpRequest, booking_id: int, body: MoveBookingIn):
    """Put a booking to another time or room."""
    return queries.own_row(request.auth, actions.move_booking(request.auth, booking_id, **body.dict()))


@router.post("/{int:booking_id}/cancel", response=BookingOut, auth=Needs(BookingDeed.BOOK))
def cancel(request: HttpRequest, booking_id: int, body: CancelBookingIn):
    """Give a slot back."""
    return queries.own_row(request.auth, actions.cancel_booking(request.auth, booking_id, body.reason))
