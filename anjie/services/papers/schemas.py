"""Templates and papers over HTTP."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from ninja import Schema
from pydantic import Field

from anjie.desk.public import Clean, Id


class PaperChoiceOut(Schema):
    code: str
    label: str


class PaperLineOut(Schema):
    line: str
    label: str
    kinds: list[PaperChoiceOut]
    outcomes: list[PaperChoiceOut]


class ItemFactOut(Schema):
    code: str
    label: str
    kind: str
    written: str


class PaperFactOut(Schema):
    """One fact; ``written`` is what a clerk pastes into Word."""

    code: str
    label: str
    kind: str
    note: str
    written: str
    items: list[ItemFactOut]


class TemplateVersionOut(Schema):
    id: int
    number: int
    file_name: str
    sha256: str
    used: list[str]
    by: str
    at: datetime


class TemplateOut(Schema):
    id: int
    line: str
    line_label: str
    name: str
    kind: str
    kind_label: str
    outcomes: list[str]
    outcome_labels: list[str]
    is_signed: bool
    is_active: bool
    position: int
    versions: list[TemplateVersionOut]


class TemplateFaultOut(Schema):
    place: str
    text: str
    code: str
    message: str
    suggestion: str


class TemplateCheckOut(Schema):
    used: list[str]
    faults: list[TemplateFaultOut]


class TemplateIn(Schema):
    """What an upload says beside the file."""

    line: Clean = Field(max_length=12)
    name: Clean = Field(max_length=60)
    kind: Clean = Field(max_length=40)
    outcomes: list[Clean] = Field([], max_length=40)
    is_signed: bool = False


class TemplateChangeIn(Schema):
    name: Clean = Field(min_length=1, max_length=60)
    kind: Clean = Field(max_length=40)
    outcomes: list[Clean] = Field([], max_length=40)
    is_signed: bool = False
    is_active: bool = True
    position: int = Field(0, ge=0, le=1000)


class ProduceIn(Schema):
    """All papers of an outcome, or one template's paper."""

    outcome: Clean = Field("", max_length=40)
    template_id: Id | None = None


class PaperFindingOut(Schema):
    level: str
    code: str
    message: str


class PaperSignerOut(Schema):
    """A party without whom the paper binds nobody; ``himself`` where nobody may sign for him."""

    party_id: int
    part: str
    name: str
    himself: bool
    signed: bool


class PaperOut(Schema):
    id: int
    case_id: int
    name: str
    kind: str
    outcome: str
    outcome_label: str
    version: int
    state: str
    state_label: str
    findings: list[PaperFindingOut]
    sha256: str
    has_pdf: bool
    has_signed_pdf: bool
    scan_id: int | None
    signed_how: str
    signers: list[PaperSignerOut]
    made_by: str
    made_at: datetime
    final_at: datetime | None
    signed_at: datetime | None
    may_remake: bool
    may_finalise: bool
    may_sign: bool


class CaseTemplateOut(Schema):
    id: int
    name: str
    kind: str
    outcomes: list[str]


class PapersOut(Schema):
    rows: list[PaperOut]
    outcomes: list[PaperChoiceOut]
    templates: list[CaseTemplateOut]
    can_convert: bool
    may_produce: bool


class OpenPaperIn(Schema):
    what: Literal["docx", "pdf", "signed"]


class OpenPaperOut(Schema):
    url: str


class SignedOnPaperIn(Schema):
    """A scan of a paper: which parties' signatures it shows, and whether others are still to come."""

    file_id: Id
    note: Clean = Field("", max_length=120)
    signed: list[Id] = Field(default_factory=list, max_length=30)
    partly: bool = False
