"""What lists of cases and what people keep about them say over HTTP.

Rows of lists are plain pydantic models: ninja's own schema asks every field through Django's template rules,
which costs more than finding the rows.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import BaseModel, Field

PAGE = r"^[\w.:/-]+$"
"""How a page is named in its saved views."""


class PageIn(Schema):
    """Which page of a list, how many rows, and the order (``-amount``: greatest first, ties by id, blanks last)."""

    page: int = Field(1, ge=1, le=10_000_000)
    size: int = Field(50, ge=1, le=200)
    sort: str = Field("", max_length=60)


class TotalsOut(BaseModel):
    """Sums of exactly what is filtered, in yuan."""

    count: int
    amount: Decimal
    settled: Decimal
    balance: Decimal


class RowMoveOut(BaseModel):
    """A move this person may make on the row now."""

    code: str
    label: str
    reason: Literal["none", "optional", "required"]
    needs: list[str]
    options: list[str]
    tone: str
    bulk: bool


class CaseRowOut(BaseModel):
    """A case in a list; ``stale_level`` 0 (worked today) to 4 (never, or over two weeks ago) tints it."""

    id: int
    no: str
    line: str
    title: str
    state: str
    state_label: str
    state_tone: str
    is_open: bool
    person_id: int
    id_mask: str
    client_id: int
    client: str
    batch_id: int | None
    batch: str | None
    unit_id: int | None
    unit: str | None
    holder_id: int | None
    holder: str | None
    clerk_id: int | None
    clerk: str | None
    amount: Decimal
    settled_amount: Decimal
    balance: Decimal
    currency: str
    category: str
    region: str
    colour: str
    tags: list[str]
    opened_at: datetime
    assigned_at: datetime | None
    term_on: date | None
    days_left: int | None
    first_worked_at: datetime | None
    last_worked_at: datetime | None
    days_since_work: int | None
    stale_level: int
    next_work_on: date | None
    closed_at: datetime | None
    custom: dict[str, Any]
    moves: list[RowMoveOut]


class TargetIn(Schema):
    """Cases by ``ids``, or all the ``filter`` finds (the list's own words); then ``count`` is what was confirmed."""

    ids: list[Annotated[int, Field(ge=1, le=2**63 - 1)]] | None = Field(None, max_length=50_000)
    filter: dict[str, Any] | None = None
    count: int | None = Field(None, ge=0)
    line: str = Field("recovery", max_length=12)


class MoveOneIn(Schema):
    reason: str = Field("", max_length=500)
    facts: Annotated[dict[str, str | dict[str, str]], Field(max_length=20)] = {}


class MoveManyIn(TargetIn, MoveOneIn):
    pass


class MoveRefusedOut(Schema):
    """A case that did not move, and why."""

    id: int
    no: str
    code: str
    message: str
    facts: dict[str, Any]


class MovedOut(Schema):
    moved: int
    refused: list[MoveRefusedOut]


class ColourIn(TargetIn):
    colour: str = Field("", max_length=8)


class TagsIn(TargetIn):
    add: list[str] = Field([], max_length=10)
    remove: list[str] = Field([], max_length=10)


class MarkedOut(Schema):
    """How many were within reach, and how many of them changed."""

    changed: int
    count: int


class PaletteIn(Schema):
    q: str = Field("", max_length=100)


class FoundOut(Schema):
    """A case in a line of text."""

    id: int
    no: str
    title: str
    line: str
    line_label: str
    state: str
    state_label: str
    state_tone: str
    client: str
    holder: str
    balance: Decimal


class LookUpIn(Schema):
    """A whole ID, card, phone, case, serial or contract number; in the body, so that no log holds it."""

    number: str = Field(max_length=64)


class LookedUpOut(FoundOut):
    by: list[str]


class LookUpOut(Schema):
    rows: list[LookedUpOut]
    count: int


class ViewIn(Schema):
    page: str = Field(min_length=1, max_length=40, pattern=PAGE)
    name: str = Field(min_length=1, max_length=40)
    query: dict[str, Any] = {}
    shared: bool = False
    pinned: bool = False


class ViewChangeIn(Schema):
    name: str | None = Field(None, min_length=1, max_length=40)
    query: dict[str, Any] | None = None
    shared: bool | None = None
    pinned: bool | None = None


class ViewOut(Schema):
    """A saved view; ``mine`` may be changed, the others are shared by their owner."""

    id: int
    page: str
    name: str
    query: dict[str, Any]
    shared: bool
    pinned: bool
    mine: bool
    owner: str
    updated_at: datetime


class PreferenceIn(Schema):
    value: Any = None


class PreferenceOut(Schema):
    key: str
    value: Any = None


class StateChoiceOut(Schema):
    value: str
    label: str
    tone: str
    is_open: bool


class ChoiceOut(Schema):
    value: str
    label: str


class NamedChoiceOut(Schema):
    id: int
    name: str
    note: str


class MemberChoiceOut(NamedChoiceOut):
    unit_id: int
    role: str


class UnitChoiceOut(Schema):
    id: int
    name: str
    kind: str
    parent_id: int | None


class CustomChoiceOut(Schema):
    code: str
    label: str
    kind: str
    choices: list[str]
    client_id: int | None


class ChoicesOut(Schema):
    """What the pickers of a list offer; ``more`` are the line's own, by name."""

    states: list[StateChoiceOut]
    colours: list[ChoiceOut]
    members: list[MemberChoiceOut]
    units: list[UnitChoiceOut]
    clients: list[NamedChoiceOut]
    batches: list[NamedChoiceOut]
    categories: list[str]
    regions: list[str]
    tags: list[str]
    custom: list[CustomChoiceOut]
    more: dict[str, list[dict[str, Any]]]
