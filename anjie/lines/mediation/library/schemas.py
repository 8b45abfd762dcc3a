"""Typical cases over HTTP."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from ninja import Schema
from pydantic import Field

from anjie.desk.public import Clean

Words = Annotated[str, Field(max_length=8000)]


class TypicalCaseOut(Schema):
    id: int
    kind: str
    kind_label: str
    title: str
    facts: str
    handling: str
    result: str
    basis: str
    by: str
    updated_at: datetime


class TypicalCasePageOut(Schema):
    rows: list[TypicalCaseOut]
    count: int


class AlikeOut(TypicalCaseOut):
    """A typical case proposed for a case at hand."""

    shared: list[str]
    """The words both hold, those that say most first."""


class TypicalCaseIn(Schema):
    kind: Clean = Field(max_length=24)
    title: Clean = Field(max_length=80)
    facts: Words
    handling: Words = ""
    result: Words = ""
    basis: Words = ""


class TypicalCaseChangeIn(Schema):
    """What is left out stays."""

    kind: Clean | None = Field(None, max_length=24)
    title: Clean | None = Field(None, max_length=80)
    facts: Words | None = None
    handling: Words | None = None
    result: Words | None = None
    basis: Words | None = None
