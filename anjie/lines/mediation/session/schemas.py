"""Mediating over HTTP: records, sessions, rooms, offers, extensions."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Annotated, Literal

from ninja import Schema
from pydantic import Field

from anjie.desk.public import Clean, Id, Money
from anjie.foundation.bounds import Day, Instant
from anjie.services.approvals.schemas import ApprovalOut
from anjie.services.bookings.schemas import BookingOut
from anjie.services.terms.schemas import PauseReasonOut, TermPauseOut

Key = Annotated[
    Clean, Field(min_length=8, max_length=40, description="the sender's own: sent again it is one")
]
Words = Annotated[Clean, Field(max_length=4000)]
RoomCode = Annotated[str, Field(pattern=r"^(joint|p[0-9]{1,11})$", description="``joint``, or a party's own")]


class MediationRecordOut(Schema):
    id: int
    kind: str
    kind_label: str
    text: str
    happened_at: datetime.datetime
    made_at: datetime.datetime
    by: str
    booking_id: int | None


class MediationRecordsOut(Schema):
    rows: list[MediationRecordOut]
    count: int


class MediationRecordIn(Schema):
    kind: Literal["progress", "problem", "session", "contact"]
    text: Words
    happened_at: Instant | None = None
    booking_id: Id | None = None
    key: Key


class FactsCorrectIn(Schema):
    """What is left out stays."""

    happened_on: Day | None = None
    claim: Words = ""
    amount: Money = None
    region: Clean = Field("", max_length=60)
    why: Clean = Field(max_length=300)


class OnlineMeetingOut(Schema):
    state: str
    state_label: str
    failure: str


class RecordingOut(Schema):
    id: int
    at: datetime.datetime


class CaseSessionOut(BookingOut):
    is_over: bool
    meeting: OnlineMeetingOut | None
    recordings: list[RecordingOut]


class CaseSessionsOut(Schema):
    rows: list[CaseSessionOut]
    count: int
    may_book: bool
    meeting_live: bool
    meeting_about: str


class MeetingLinkIn(Schema):
    join_url: Clean = Field(max_length=500)
    code: Clean = Field("", max_length=32)
    password: Clean = Field("", max_length=16)


class RecordingLinkOut(Schema):
    url: str


class MySessionOut(Schema):
    id: int
    kind: str
    kind_label: str
    from_at: datetime.datetime
    to_at: datetime.datetime
    place: str
    room_name: str
    cancelled: bool
    reason: str
    is_over: bool
    join_url: str
    meeting_code: str
    meeting_password: str


class TalkRoomOut(Schema):
    """One room; ``audience`` is what a message sent from here must state, ``audience_label`` what is shown."""

    room: str
    name: str
    is_private: bool
    audience: str
    audience_label: str
    unread: int
    last_at: datetime.datetime | None
    may_say: bool


class MessageFileOut(Schema):
    name: str
    size: int
    media_type: str


class RoomMessageOut(Schema):
    id: int
    audience: str
    audience_label: str
    text: str
    file: MessageFileOut | None
    name: str
    from_mediator: bool
    is_mine: bool
    at: datetime.datetime


class RoomMessagesOut(Schema):
    room: str
    audience: str
    audience_label: str
    rows: list[RoomMessageOut]


class RoomMessageIn(Schema):
    """``audience`` is the one the writer was shown; where it is not the room's, nothing is sent."""

    text: Words
    audience: Clean = Field(max_length=24)
    key: Key


class RoomFileIn(Schema):
    """What goes with a file into a room, as a form; words are not needed then."""

    text: Words = ""
    audience: Clean = Field(max_length=24)
    key: Key


class RoomSeenIn(Schema):
    message_id: int = Field(ge=0, le=2**63 - 1)


class OfferAnswerOut(Schema):
    said: Literal["accepted", "declined", "countered"]
    said_label: str
    text: str
    amount: Decimal | None
    at: datetime.datetime


class OfferShareOut(Schema):
    party_id: int
    name: str
    at: datetime.datetime
    answer: OfferAnswerOut | None


class MediationOfferOut(Schema):
    id: int
    of_id: int | None
    of_label: str
    kind: str
    kind_label: str
    text: str
    amount: Decimal | None
    by: str
    made_at: datetime.datetime
    withdrawn_at: datetime.datetime | None
    shares: list[OfferShareOut]


class OfferSideOut(Schema):
    party_id: int
    part: str
    part_label: str
    name: str


class MediationOffersOut(Schema):
    rows: list[MediationOfferOut]
    count: int
    sides: list[OfferSideOut]


class MediationOfferIn(Schema):
    """Without ``of_id``: the mediator's own proposal."""

    of_id: Id | None = None
    kind: Literal["offer", "concession", "limit"]
    text: Words
    amount: Money = None
    key: Key


class DiscloseIn(Schema):
    to_id: Id


class ShownOfferOut(Schema):
    id: int
    of_label: str
    kind_label: str
    text: str
    amount: Decimal | None
    at: datetime.datetime
    withdrawn: bool
    superseded: bool = Field(description="the other side has put a newer one since")
    answer: OfferAnswerOut | None
    may_answer: bool


class OfferAnswerIn(Schema):
    """``amount`` counts with a counter-offer only, whose ``text`` says what one offers instead."""

    said: Literal["accepted", "declined", "countered"]
    text: Words = ""
    amount: Money = None


class ClockStopIn(Schema):
    reason: Clean = Field(max_length=24)
    note: Clean = Field(max_length=500)


class ExtensionOut(Schema):
    term_on: datetime.date | None
    days_left: int | None
    working_days_left: int
    most_days: int
    may_ask: bool
    rows: list[ApprovalOut]
    stopped: bool = Field(description="the clock is paused now")
    stops: list[TermPauseOut]
    stop_reasons: list[PauseReasonOut]


class ExtensionIn(Schema):
    to_on: Day
    reason: Clean = Field(max_length=500)
    agreed: bool = Field(description="both parties have agreed")


class CatalogueQuery(Schema):
    q: Clean = Field("", max_length=60)
    kind: Clean = Field("", max_length=12)
    page: int = Field(1, ge=1, le=100_000)
    size: int = Field(50, ge=1, le=200)


class CatalogueRowOut(Schema):
    id: int
    case_id: int
    case_no: str
    case_title: str
    name: str
    kind: str
    kind_label: str
    place: str
    note: str
    by: str
    at: datetime.datetime


class CatalogueKindOut(Schema):
    kind: str
    label: str


class CatalogueOut(Schema):
    rows: list[CatalogueRowOut]
    count: int
    kinds: list[CatalogueKindOut]
