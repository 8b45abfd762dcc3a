"""Personal and enterprise users over HTTP."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from ninja import Schema
from pydantic import Field

from anjie.desk.public import Clean

StandingText = Literal["waiting", "passed", "returned", "bound"]
Remark = Annotated[str, Field(max_length=300)]


class UserRowOut(Schema):
    id: int
    name: str
    username: str
    mobile: str
    active: bool
    origin: str
    origin_label: str
    wechat_bound_at: datetime | None
    created_at: datetime
    last_seen_at: datetime | None
    as_applicant: int = Field(description="cases within reach in which it is the applicant")
    as_respondent: int
    may_manage: bool = Field(description="whether whoever asks may disable it and the like")
    has_password: bool


class PersonUserOut(UserRowOut):
    id_no: str = Field(description="the mask")
    sex: str


class PersonUsersOut(Schema):
    rows: list[PersonUserOut]
    count: int


class EnterpriseUserOut(UserRowOut):
    credit_code: str
    legal_representative: str
    contact_name: str
    address: str
    institution: str
    state: StandingText
    state_label: str
    licence_at: datetime | None
    licence_is_pdf: bool
    told_at: datetime | None


class EnterpriseUsersOut(Schema):
    rows: list[EnterpriseUserOut]
    count: int
    waiting: int


class DecidedOut(Schema):
    decision: str
    decision_label: str
    remarks: dict[str, str]
    note: str
    by: str
    at: datetime


class EnterpriseOut(EnterpriseUserOut):
    version: str
    may_verify: bool
    decided: DecidedOut | None


class VerifyIn(Schema):
    """``version`` names what was read: a decision on what changed meanwhile is refused."""

    passes: bool
    remarks: dict[str, Remark] = Field(default_factory=dict, max_length=10)
    note: Clean = Field("", max_length=500)
    version: str = Field(max_length=40)


class OwnStandingOut(Schema):
    """How the enterprise that asks stands, and what it is to mend."""

    state: StandingText
    state_label: str
    remarks: dict[str, str]
    note: str
    at: datetime | None
    has_licence: bool
    may_apply: bool


class VerificationPolicyIn(Schema):
    unverified_may_apply: bool


class VerificationPolicyOut(VerificationPolicyIn):
    changed_at: datetime | None
    changed_by: str
