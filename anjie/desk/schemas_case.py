"""What the case page says over HTTP."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

from ninja import Schema
from pydantic import Field


class NamedOut(Schema):
    id: int
    name: str


class BatchRefOut(Schema):
    id: int
    no: str


class CaseHelperOut(NamedOut):
    role_label: str


class HeadOut(Schema):
    """What stands at the top of the case page."""

    id: int
    no: str
    line: str
    title: str
    state: str
    state_label: str
    state_tone: str
    is_open: bool
    amount: Decimal
    settled_amount: Decimal
    balance: Decimal
    currency: str
    category: str
    region: str
    colour: str
    tags: list[str]
    client: NamedOut
    batch: BatchRefOut | None
    unit: NamedOut | None
    holder: NamedOut | None
    clerk: NamedOut | None
    opened_at: datetime
    assigned_at: datetime | None
    term_on: date | None
    days_left: int | None
    first_worked_at: datetime | None
    last_worked_at: datetime | None
    next_work_on: date | None
    closed_at: datetime | None


class CaseMoveOut(Schema):
    """A move this person may make now; the page draws its button from it."""

    code: str
    label: str
    reason: Literal["none", "optional", "required"]
    needs: list[str]
    options: list[str]
    tone: str
    triggers: str


class FactOut(Schema):
    """One line of the facts; ``sealed`` ones show a mask and are revealed by their code."""

    code: str
    label: str
    value: str
    kind: Literal["text", "money", "date", "number", "percent", "sealed"]


class PartyOut(Schema):
    id: int
    person_id: int
    part: str
    part_label: str
    name: str
    kind: str
    id_mask: str
    left_at: datetime | None


class LastResultOut(Schema):
    text: str
    at: datetime
    by: str


class ContactPointOut(Schema):
    """A phone, address or mail, masked."""

    id: int
    order: int
    kind: str
    kind_label: str
    mask: str
    owner: str
    relation: str
    label: str
    attribution: str
    source: str
    source_label: str
    state: str
    state_label: str
    do_not_contact: bool
    agreed_hours: bool
    created_at: datetime
    last_result: LastResultOut | None


class CustomValueOut(Schema):
    code: str
    label: str
    kind: str
    choices: list[str]
    in_fold: bool
    value: str | None


class TabOut(Schema):
    code: str
    label: str


class MayOut(Schema):
    """What this person may do on the page besides moves."""

    reveal: bool
    edit_contacts: bool
    edit_custom: bool
    mark: bool
    add_files: bool
    delete_files: bool


class WordsOut(Schema):
    """What the case's line calls the figures and people at the top; a blank word is not shown."""

    amount: str
    settled: str
    balance: str
    category: str
    term: str
    due_today: str
    holder: str
    helpers: str
    clerk: str
    shared: str


class CasePageOut(Schema):
    head: HeadOut
    words: WordsOut
    moves: list[CaseMoveOut]
    panel: list[FactOut]
    fold: list[FactOut]
    parties: list[PartyOut]
    contact_points: list[ContactPointOut]
    custom: list[CustomValueOut]
    helpers: list[CaseHelperOut]
    tabs: list[TabOut]
    may: MayOut


class TimelineRowOut(Schema):
    seq: int
    at: datetime
    actor: str
    verb: str
    kind: str
    kind_label: str
    text: str
    detail: str
    facts: dict[str, Any]


class ChipOut(Schema):
    kind: str
    label: str
    count: int


class TimelineQuery(Schema):
    kind: list[str] = []
    contact_point: int | None = None
    before: int | None = None
    limit: int = Field(50, ge=1, le=200)


class TimelineOut(Schema):
    """A page of events, newest first; ``next`` is the ``before`` of the next page."""

    rows: list[TimelineRowOut]
    next: int | None
    chips: list[ChipOut]


class SharedDebtOut(Schema):
    id: int
    no: str
    line: str
    title: str
    state: str
    state_label: str
    state_tone: str
    client: str
    batch: str
    unit: str
    holder: NamedOut | None
    amount: Decimal
    settled_amount: Decimal
    balance: Decimal
    term_on: date | None
    by: list[str]


class SharedTotalsOut(Schema):
    amount: Decimal
    settled_amount: Decimal
    balance: Decimal


class SharedDebtsOut(Schema):
    rows: list[SharedDebtOut]
    count: int
    totals: SharedTotalsOut


class ContactPointIn(Schema):
    kind: Literal["mobile", "phone", "address", "email"]
    value: str = Field(max_length=200)
    owner: str = Field("", max_length=60)
    relation: str = Field("本人", max_length=20)
    label: str = Field("", max_length=20)
    source: Literal["staff", "debtor", "third_party", "skip_trace"] = "staff"
    note: str = Field("", max_length=200)


class ContactPointEditIn(Schema):
    owner: str | None = Field(None, max_length=60)
    relation: str | None = Field(None, max_length=20, min_length=1)
    label: str | None = Field(None, max_length=20)


class ContactPointMarkIn(Schema):
    state: Literal["unknown", "valid", "invalid", "refused", "stranger"] | None = None
    do_not_contact: bool | None = None
    agreed_hours: bool | None = None
    note: str = Field("", max_length=200)


class RevealIn(Schema):
    reason: str = Field("", max_length=200)


class RevealedOut(Schema):
    """The value for this once; ``left`` more may be revealed within the hour."""

    value: str
    left: int


class CustomIn(Schema):
    values: dict[str, str | None]


class TrailQuery(Schema):
    """``actor`` is a key such as ``account:12``; ``name`` a part of a name; days are of Shanghai."""

    actor: str = Field("", max_length=40)
    name: str = Field("", max_length=40)
    verb: str = Field("", max_length=48)
    since: date | None = Field(None, alias="from")
    until: date | None = Field(None, alias="to")
    before: int | None = None
    limit: int = Field(50, ge=1, le=200)


class TrailRowOut(Schema):
    id: int
    seq: int
    at: datetime
    actor: str
    actor_name: str
    verb: str
    kind: str
    text: str
    detail: str
    facts: dict[str, Any]


class VerbOut(Schema):
    verb: str
    label: str


class TrailOut(Schema):
    rows: list[TrailRowOut]
    next: int | None
    verbs: list[VerbOut]


class BrokenLinkOut(Schema):
    chain: str
    key: str
    no: str
    seq: int
    what: str
    message: str


class ChainOut(Schema):
    name: str
    label: str
    links: int
    chains: int
    checkpoints: int


class VerifiedOut(Schema):
    whole: bool
    chains: list[ChainOut]
    broken: list[BrokenLinkOut]
    broken_count: int
    seconds: float
    message: str
