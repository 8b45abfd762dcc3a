"""What the ways in say over HTTP: codes, registration, one's own facts, WeChat, scans."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from ninja import Schema
from pydantic import Field


class DoorsOut(Schema):
    """Which ways in lead somewhere; ``sms_recorded``: codes are only recorded here, not sent."""

    sms: bool
    sms_recorded: bool
    wechat: bool


class CodeIn(Schema):
    mobile: str = Field(max_length=30)
    purpose: Literal["enter", "mobile"] = "enter"


class CodeOut(Schema):
    """``recorded``: there is no vendor, nothing was sent; a demo then shows the code itself."""

    lives_seconds: int
    again_seconds: int
    recorded: bool
    code: str | None


class MobileCodeIn(Schema):
    mobile: str = Field(max_length=30)
    code: str = Field(max_length=10)


class ProofIn(Schema):
    """A number and its code, or the ticket an earlier step gave for them."""

    mobile: str = Field("", max_length=30)
    code: str = Field("", max_length=10)
    ticket: str = Field("", max_length=2000)


class PersonIn(ProofIn):
    name: str = Field(max_length=60)
    id_no: str = Field(max_length=30)
    sex: Literal["男", "女", ""] = ""
    address: str = Field("", max_length=200)


class EnterpriseIn(ProofIn):
    name: str = Field(max_length=60)
    credit_code: str = Field(max_length=30)
    legal_representative: str = Field(max_length=60)
    contact_name: str = Field(max_length=60)
    address: str = Field("", max_length=200)


class ProfileIn(Schema):
    """What is left out stays; ``version`` is the one that was read, for an institution's account."""

    name: str | None = Field(None, max_length=60)
    id_no: str | None = Field(None, max_length=30)
    sex: Literal["男", "女"] | None = None
    address: str | None = Field(None, max_length=200)
    credit_code: str | None = Field(None, max_length=30)
    legal_representative: str | None = Field(None, max_length=60)
    contact_name: str | None = Field(None, max_length=60)
    contact_phone: str | None = Field(None, max_length=40)
    version: int | None = Field(None, ge=0, le=2**31 - 1)


class OwnInstitutionOut(Schema):
    """The institution an account is bound to, and who changed its facts last."""

    id: int
    name: str
    code: str
    is_active: bool
    changed_by: str
    changed_at: datetime | None


class ProfileOut(Schema):
    """One's own facts; ``missing`` names those still to be given."""

    kind: str
    name: str
    mobile: str
    username: str
    has_password: bool
    wechat_bound_at: datetime | None
    id_no: str
    sex: str
    address: str
    credit_code: str
    legal_representative: str
    contact_name: str
    contact_phone: str
    institution: OwnInstitutionOut | None
    version: int
    missing: list[str]


class TapIn(Schema):
    code: str = Field(min_length=1, max_length=200)


class PhoneIn(Schema):
    """``ticket`` of the tap, and WeChat's code for the number or the number with its code."""

    ticket: str = Field(max_length=2000)
    phone_code: str = Field("", max_length=200)
    mobile: str = Field("", max_length=30)
    code: str = Field("", max_length=10)


class ScanShownOut(Schema):
    """``picture`` as a data URI; the same browser asks how it goes on."""

    picture: str
    check_no: str
    lives_seconds: int


class ScanStateOut(Schema):
    state: str


class ScanOut(Schema):
    """What the phone shows before it answers."""

    purpose: str
    check_no: str
    address: str
    agent: str
    made_at: datetime
    account: str


class ScanAnswerIn(Schema):
    yes: bool
