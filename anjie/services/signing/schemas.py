"""Electronic signing over HTTP."""

from __future__ import annotations

from datetime import datetime

from ninja import Schema
from pydantic import Field

from anjie.desk.public import Clean, Id

Token = Field(min_length=10, max_length=100)


class SignerIn(Schema):
    name: Clean = Field(max_length=60)
    mobile: Clean = Field("", max_length=20)
    part: Clean = Field(max_length=40)
    point_id: Id | None = None


class SignerCandidateOut(Schema):
    """A party who may be asked to sign, with the mobile the case has of him, masked."""

    name: str
    part: str
    point_id: int | None
    mask: str
    account_id: int | None


class OfferIn(Schema):
    signers: list[SignerIn] = Field(max_length=20)


class SignerOut(Schema):
    id: int
    name: str
    part: str
    mobile: str
    confirmed_at: datetime | None
    seen_pages: int
    signed_at: datetime | None
    has_account: bool
    sends: int
    send_state: str
    send_label: str


class OfferOut(Schema):
    id: int
    paper_id: int
    state: str
    state_label: str
    sha256: str
    pages: int
    by: str
    made_at: datetime
    ended_at: datetime | None
    reason: str
    signers: list[SignerOut]


class OffersOut(Schema):
    rows: list[OfferOut]
    can_send_codes: bool


class SigningLinkOut(Schema):
    signer_id: int
    path: str
    token: str


class OfferedOut(OfferOut):
    """The links are shown this once; only their hashes are kept."""

    links: list[SigningLinkOut]


class StopOfferIn(Schema):
    reason: Clean = Field(max_length=200)


class OwnSigningOut(Schema):
    signer_id: int
    paper_id: int
    case_id: int
    paper: str
    case_no: str
    part: str
    pages: int
    offered_at: datetime


class TokenIn(Schema):
    token: Clean = Token


class BehindLinkOut(Schema):
    paper: str
    organisation: str
    part: str
    name: str
    mobile: str
    pages: int
    signed_at: datetime | None


class SigningCodeOut(Schema):
    """``code`` is shown in a demo without a vendor only."""

    mobile: str
    code: str | None


class ConfirmIn(TokenIn):
    code: Clean = Field(min_length=4, max_length=10)


class ConfirmedOut(Schema):
    grant: str
    pages: int
    sha256: str
    name: str


class SigningPageIn(TokenIn):
    grant: Clean = Field(max_length=100)
    page: int = Field(ge=1, le=1000)


class SignIn(TokenIn):
    """``image`` is the drawn signature, PNG in base64; ``sha256`` the document as it was shown."""

    grant: Clean = Field(max_length=100)
    image: Clean = Field(max_length=400_000)
    sha256: Clean = Field(min_length=64, max_length=64)


class SignedOut(Schema):
    signed_at: datetime
    waiting: int
    finished: bool
