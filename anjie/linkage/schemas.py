"""What linkage takes and answers over HTTP."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import Field

from anjie.desk.public import Clean, Id, Target
from anjie.lines.mediation.application.schemas import AnsweredOut

Answers = Annotated[dict[str, Any], Field(max_length=60)]
Reason = Annotated[Clean, Field(min_length=1, max_length=500)]
Ids = Annotated[list[Id], Field(max_length=1000)]


class LinkOptionOut(Schema):
    value: str
    label: str


class LinkPlacesOut(Schema):
    institutions: list[LinkOptionOut]
    kinds: list[LinkOptionOut]
    kind: str


class LinkDebtOut(Schema):
    id: int
    no: str
    balance: Decimal
    category: str


class LinkPersonOut(Schema):
    name: str
    part_label: str


class GuarantorOut(Schema):
    """A guarantor of the debt, his number as a mask; ``why_not`` says why he cannot be a respondent."""

    name: str
    mask: str
    why_not: str


class LinkFileOut(Schema):
    id: int
    case_id: int
    case_no: str
    name: str
    kind_label: str
    at: datetime


class LinkChoicesOut(LinkPlacesOut):
    needs_phone: bool
    agent: str
    client: str
    debtor: str
    debts: list[LinkDebtOut]
    guarantors: list[GuarantorOut]
    others: list[LinkPersonOut]
    files: list[LinkFileOut]
    description: str
    claim: str
    answers: dict[str, dict[str, Any]]


class LinkedCaseOut(Schema):
    """The other case of a link; ``case_id`` only for who may open it."""

    id: int
    line: str
    no: str
    case_id: int | None
    place: str
    state_label: str
    state_tone: str
    link_state: str
    link_label: str
    stops: bool
    words: str
    outcome: str
    sent_at: datetime
    by: str
    ended_at: datetime | None
    may_amend: bool
    may_take_back: bool


class CaseLinksOut(Schema):
    may_send: bool
    links: list[LinkedCaseOut]


class ReferralIn(Schema):
    kind: Clean = Field(max_length=24)
    institution_id: Id | None = None
    reason: Reason
    answers: Answers = Field(default_factory=dict)


class SendToMediationIn(ReferralIn):
    claim: str = Field("", max_length=4000)
    phone: Clean = Field("", max_length=40)
    also: Annotated[list[Id], Field(max_length=20)] = Field(default_factory=list)
    file_ids: Annotated[list[Id], Field(max_length=200)] = Field(default_factory=list)
    guarantors: Annotated[list[Clean], Field(max_length=9)] | None = Field(
        None, description="the names of those who become respondents too; left out, all who can be reached"
    )


class SendManyIn(ReferralIn):
    ids: Ids | None = None
    filter: dict[str, Any] | None = None
    count: int | None = None
    with_papers: bool = False

    def target(self) -> Target:
        """Which cases."""
        return Target(self.ids, self.filter, self.count)


class NotSentOut(Schema):
    id: int
    no: str
    code: str
    message: str


class SendingOut(Schema):
    id: int
    topic: str
    state: Literal["waiting", "running", "done", "failed"]
    done: int
    total: int
    sent: int
    refused: list[NotSentOut]


class SentBackOut(Schema):
    no: str
    note: str
    remarks: dict[str, str]
    description: str
    claim: str
    answers: list[AnsweredOut]


class AmendSentIn(Schema):
    description: str = Field(max_length=8000)
    claim: str = Field("", max_length=8000)
    answers: Answers


class TakeBackIn(Schema):
    reason: Reason
