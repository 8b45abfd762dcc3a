"""What sign-in and the session say over HTTP."""

from __future__ import annotations

from typing import Literal

from ninja import Schema
from pydantic import Field

from anjie.foundation.bounds import Id


class SignInIn(Schema):
    username: str
    password: str


class FirstOut(Schema):
    open: bool


class FirstAdminIn(Schema):
    """Who administers first, and for which company."""

    company: str = Field(min_length=1, max_length=80)
    username: str = Field(min_length=2, max_length=40, pattern=r"^[A-Za-z0-9_.-]+$")
    name: str = Field(min_length=1, max_length=60)
    staff_no: str = Field(min_length=1, max_length=20)


class FirstIn(FirstAdminIn):
    """The same with a password of one's own; the key is the one in the server's log."""

    key: str = Field(max_length=40)
    password: str = Field(min_length=1, max_length=128)


class PasswordIn(Schema):
    old: str
    new: str


class SwitchIn(Schema):
    membership: Id | Literal[0]


class AccountOut(Schema):
    id: int
    name: str
    username: str
    staff_no: str | None
    kind: str
    mobile: str
    must_change_password: bool


class MembershipOut(Schema):
    """One of the account's memberships; id 0 is the account itself, acting as a party."""

    id: int
    label: str
    role: str
    role_name: str
    unit_id: int
    unit: str
    reach: str


class MeOut(Schema):
    account: AccountOut
    membership: MembershipOut
    memberships: list[MembershipOut]
    permissions: list[str]
    watermark: str
    demo: bool
    idle_minutes: int


class SessionOut(Schema):
    key: str
    me: MeOut


class DemoSignInOut(Schema):
    username: str
    password: str
    name: str
    role: str
    unit: str


class LookupOut(Schema):
    """Something to choose by name; ``note`` tells two of the same name apart."""

    id: int
    name: str
    note: str = ""
    children: list[LookupOut] = []


class OkOut(Schema):
    ok: bool = True
