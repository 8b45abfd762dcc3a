"""Consent over HTTP."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from ninja import Schema
from pydantic import Field

from anjie.desk.public import Clean, Id


class ConsentIn(Schema):
    willing: bool
    note: Clean = Field("", max_length=500)


class CallPermitIn(Schema):
    party_id: Id
    point_id: Id


class CallPermitOut(Schema):
    attempt_id: int


class TakeDownIn(Schema):
    party_id: Id
    said: Literal["willing", "unwilling", "unclear", "not_reached"]
    way: Literal["call", "meeting"]
    note: Clean = Field("", max_length=500)
    attempt_id: Id | None = None


class AnswerRowOut(Schema):
    id: int
    party_id: int
    said: str
    said_label: str
    way_label: str
    note: str
    by: str
    at: datetime


class PhoneOut(Schema):
    """A number a side may be called on, masked."""

    id: int
    mask: str
    label: str


class RobotCallRowOut(Schema):
    """One call of the robot; its conversation is asked for by itself."""

    id: int
    at: datetime
    number: str
    state: str
    state_label: str
    connected: bool | None
    said: str
    said_label: str
    why: str
    turns: int


class RobotOut(Schema):
    """Where the robot stands with a party: calls that went out of how many, and when the next is due."""

    state: str
    state_label: str
    attempts: int
    most: int
    next_at: datetime | None
    why: str
    may_stop: bool
    calls: list[RobotCallRowOut]


class RobotTurnOut(Schema):
    by: str
    by_label: str
    text: str
    intent: str
    intent_label: str
    confidence: float | None
    audio_url: str


class RobotConversationOut(Schema):
    id: int
    at: datetime
    part_label: str
    name: str
    number: str
    connected: bool | None
    identified: bool | None
    said_label: str
    why: str
    audio_url: str
    turns: list[RobotTurnOut]


class ConsentPolicyOut(Schema):
    """How one institution asks; ``changed_at`` is empty while the defaults hold."""

    institution_id: int
    name: str
    robot_asks: bool
    spacing_hours: int
    unwilling: str
    unwilling_label: str
    changed_at: datetime | None
    by: str


class ConsentPoliciesOut(Schema):
    robot_live: bool
    robot_about: str
    rows: list[ConsentPolicyOut]


class ConsentPolicyIn(Schema):
    robot_asks: bool
    spacing_hours: int = Field(ge=1, le=72)
    unwilling: Literal["person", "close"]


class SideOut(Schema):
    party_id: int
    part: str
    part_label: str
    name: str
    said: str
    said_label: str
    at: datetime | None
    has_account: bool
    phones: list[PhoneOut]
    robot: RobotOut | None
    answers: list[AnswerRowOut]


class ConsentOut(Schema):
    case_id: int
    state: str
    robot_live: bool
    robot_about: str
    sides: list[SideOut]
