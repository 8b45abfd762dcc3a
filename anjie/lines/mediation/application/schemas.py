"""Applications over HTTP: the party's own, and what staff read."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import BaseModel, Field

from anjie.desk.public import Clean, Day, Id
from anjie.desk.schemas_list import CaseRowOut, PageIn, TotalsOut
from anjie.lines.mediation.application.queries import DisputeQuery

__all__ = [
    "ApplicationOut",
    "BeginIn",
    "DisputeListOut",
    "DisputeSearchIn",
    "EnterIn",
    "FormIn",
    "FormOut",
    "InstitutionOut",
    "KindOut",
    "MyCaseOut",
    "MyCaseRowOut",
    "PageIn",
    "RespondentAnswerIn",
    "ToAmendOut",
    "ToldIn",
    "WithdrawIn",
]  # fmt: skip

Amount = Annotated[Decimal, Field(ge=0, le=Decimal("999999999999.99"), max_digits=14, decimal_places=2)]
Story = Annotated[str, Field(max_length=8000)]
Answers = Annotated[dict[str, Any], Field(max_length=60)]


class FormFieldOut(Schema):
    code: str
    label: str
    type: str
    required: bool
    help: str
    choices: list[str]


class AnsweredOut(FormFieldOut):
    value: Any = None


class KindOut(Schema):
    code: str
    label: str
    hint: str


class InstitutionOut(Schema):
    id: int
    name: str


class FormOut(Schema):
    """One version of a form."""

    id: int
    role: str
    role_label: str
    kind: str | None
    kind_label: str
    version: int
    state: str
    state_label: str
    note: str
    published_at: datetime | None
    fields: list[FormFieldOut]


class FormFieldIn(Schema):
    code: Clean = Field("", max_length=40)
    label: Clean = Field(max_length=30)
    type: Clean = Field(max_length=12)
    required: bool = False
    help: Clean = Field("", max_length=200)
    choices: list[Annotated[str, Field(max_length=60)]] = Field(default_factory=list, max_length=60)


class FormIn(Schema):
    role: Clean = Field(max_length=12)
    kind: Clean | None = Field(None, max_length=24)
    note: Clean = Field("", max_length=200)
    fields: list[FormFieldIn] = Field(max_length=80)


class BeginIn(Schema):
    kind: Clean = Field(max_length=24)
    institution_id: Id | None = None


class PartyNamedIn(Schema):
    """A respondent, or who applies beside the applicant, as the form names him; of one who is a party already what is left blank stays."""

    party_id: Id | None = None
    name: Clean = Field("", max_length=60)
    kind: Literal["natural", "enterprise"] = "natural"
    phone: Clean = Field("", max_length=40)
    id_no: Clean = Field("", max_length=40)
    address: Clean = Field("", max_length=200)


class ToldIn(Schema):
    """What was filled in so far; what is left out stays."""

    kind: Clean | None = Field(None, max_length=24)
    institution_id: Id | None = None
    happened_on: Day = None
    description: Story | None = None
    claim: Story | None = None
    amount: Amount | None = None
    region: Clean | None = Field(None, max_length=40)
    respondents: list[PartyNamedIn] | None = Field(None, max_length=20)
    co_applicants: list[PartyNamedIn] | None = Field(None, max_length=20)
    answers: Answers | None = None


class EnterIn(Schema):
    """An application taken down by staff."""

    kind: Clean = Field(max_length=24)
    institution_id: Id | None = None
    role: Literal["person", "enterprise", "institution"] = "person"
    source: Literal["applied", "found", "referred"] = "applied"
    applicant_name: Clean = Field(max_length=60)
    applicant_mobile: Clean = Field(max_length=40)
    applicant_id_no: Clean = Field("", max_length=40)
    told: ToldIn


class WithdrawIn(Schema):
    reason: Clean = Field(max_length=500)


class RespondentAnswerIn(Schema):
    opinion: Literal["agrees", "partly", "disputes"]
    statement: str = Field("", max_length=4000)


class MyCaseRowOut(Schema):
    id: int
    no: str
    title: str
    kind: str
    kind_label: str
    institution: str
    institution_id: int
    part: str
    part_label: str
    state: str
    state_label: str
    state_tone: str
    is_open: bool
    next: str
    who_acts: str
    is_yours: bool = Field(description="whether it is this party's turn")
    submitted_at: datetime | None
    term_on: date | None
    to_rate: bool = Field(description="whether its mediators wait for this side's rating")


class ReviewOut(Schema):
    id: int
    decision: str
    decision_label: str
    is_second: bool
    note: str
    remarks: dict[str, str]
    by: str
    at: datetime


class PartyNamedOut(Schema):
    """A respondent as whoever is signed in may see him: his numbers only to the applicant while he may change them."""

    party_id: int | None
    name: str
    kind: str
    phone: str = ""
    id_no: str = ""
    address: str = ""


class FellowPartyOut(Schema):
    """A party as the others see him: who he is, and nothing of his numbers."""

    part: str
    part_label: str
    name: str
    is_me: bool


class StepOut(Schema):
    code: str
    label: str
    at: datetime | None


class MyMayOut(Schema):
    change: bool
    submit: bool
    withdraw: bool
    answer: bool
    consent: bool
    rate: bool


class MyCaseOut(MyCaseRowOut):
    happened_on: date | None
    description: str
    claim: str
    amount: Decimal
    region: str
    answers: list[AnsweredOut]
    respondents: list[PartyNamedOut]
    co_applicants: list[PartyNamedOut]
    parties: list[FellowPartyOut]
    my_statement: str
    my_opinion: str
    remarks: ReviewOut | None
    my_consent: str
    steps: list[StepOut]
    may: MyMayOut


class EnterpriseSideOut(Schema):
    """How the registration of an enterprise that takes part stands, and since when it shows a licence."""

    state: str
    state_label: str
    credit_code: str
    legal_representative: str
    licence_at: datetime | None
    licence_is_pdf: bool


class SideOfCaseOut(Schema):
    id: int
    part: str
    part_label: str
    name: str
    has_account: bool
    opinion_label: str
    statement: str
    answered_at: datetime | None
    left_at: datetime | None
    left_why: str
    may_leave: bool = Field(description="whether whoever reads may let him go now")
    enterprise: EnterpriseSideOut | None


class ApplicationOut(Schema):
    case_id: int
    no: str
    state: str
    kind: str
    kind_label: str
    role: str
    role_label: str
    source_label: str
    institution: str
    happened_on: date | None
    description: str
    claim: str
    amount: Decimal
    region: str
    answers: list[AnsweredOut]
    form_version: int
    submitted_at: datetime | None
    invited_at: datetime | None
    answered_at: datetime | None
    accepted_at: datetime | None
    mediator_due_on: date | None
    outcome: str
    parties: list[SideOfCaseOut]
    may_add_party: bool
    reviews: list[ReviewOut]
    may_reveal: bool = Field(description="whether this person may ask for a number behind a mask")
    may_amend: bool = Field(description="sent back, and to be amended here: the applicant has no account")


class PartyToAmendOut(Schema):
    party_id: int
    name: str
    kind: Literal["natural", "enterprise"]
    phone_mask: str
    address_mask: str


class ToAmendOut(Schema):
    """An application that was sent back, as the form takes it; the parties' numbers only as masks."""

    no: str
    note: str
    remarks: dict[str, str]
    applicant_name: str
    role: Literal["person", "enterprise", "institution"]
    source: Literal["applied", "found", "referred"]
    kind: str
    institution_id: int
    happened_on: date | None
    amount: Decimal
    region: str
    description: str
    claim: str
    answers: list[AnsweredOut]
    respondents: list[PartyToAmendOut]
    co_applicants: list[PartyToAmendOut]


class DisputeRowOut(CaseRowOut):
    """A dispute in a list."""

    role: str = ""
    source: str = ""
    outcome: str = ""
    applicant: str = ""
    respondent: str = Field("", description="the first respondent, of several with how many")
    respondents: list[str] = Field(default_factory=list)
    mediators: list[str] = Field(default_factory=list)
    said: dict[str, str] = Field(default_factory=dict, description="each side's last clear answer, by part")
    submitted_at: datetime | None = None
    answered_at: datetime | None = None
    accepted_at: datetime | None = None
    mediator_due_on: date | None = None


class DisputeListOut(BaseModel):
    rows: list[DisputeRowOut]
    count: int
    totals: TotalsOut


class DisputeSearchIn(PageIn):
    """A list question in a body, for when ``q`` holds a number that no address may carry."""

    filter: DisputeQuery = DisputeQuery()
