"""What the administration of accounts, roles and organisations says over HTTP."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from ninja import Field, Schema

from anjie.foundation.bounds import Id

ReachText = Literal["own", "team", "branch", "company", "all"]
KindText = Literal["company", "branch", "department", "team", "client", "institution"]


class PostIn(Schema):
    role: Id
    unit: Id
    reach: ReachText = "own"
    clients: list[Id] | None = None


class PostEditIn(Schema):
    reach: ReachText
    clients: list[Id] | None = None
    active: bool = True


class PostOut(Schema):
    id: int
    role_id: int
    role: str
    unit_id: int
    unit: str
    reach: str
    reach_label: str
    clients: list[int] | None
    active: bool


class AccountIn(Schema):
    username: str = Field(min_length=2, max_length=40, pattern=r"^[A-Za-z0-9_.-]+$")
    name: str = Field(min_length=1, max_length=60)
    staff_no: str | None = Field(None, max_length=20)
    mobile: str = Field("", max_length=20)
    kind: Literal["staff", "person", "enterprise"] = "staff"
    posts: list[PostIn]


class AccountEditIn(Schema):
    name: str | None = Field(None, min_length=1, max_length=60)
    staff_no: str | None = Field(None, max_length=20)
    mobile: str | None = Field(None, max_length=20)


class AccountRowOut(Schema):
    id: int
    kind: str
    username: str
    staff_no: str | None
    name: str
    mobile: str
    active: bool
    must_change_password: bool
    created_at: datetime
    last_seen_at: datetime | None
    posts: list[PostOut]


class AccountPageOut(Schema):
    rows: list[AccountRowOut]
    count: int


class FirstPasswordOut(Schema):
    id: int
    password: str


class DisableIn(Schema):
    why: str = Field(min_length=1, max_length=200)
    hand_over_to: list[Id] = []


class DisabledOut(Schema):
    moved: dict[str, int]


class HeldOut(Schema):
    kind: str
    label: str
    count: int
    amount: str


class DeedOut(Schema):
    code: str
    label: str
    group: str


class RoleIn(Schema):
    code: str = Field(min_length=2, max_length=32, pattern=r"^[a-z0-9_]+$")
    name: str = Field(min_length=1, max_length=40)
    deeds: list[str]
    note: str = Field("", max_length=200)


class RoleEditIn(Schema):
    name: str = Field(min_length=1, max_length=40)
    deeds: list[str]
    note: str = Field("", max_length=200)


class RoleOut(Schema):
    id: int
    code: str
    name: str
    deeds: list[str]
    is_shipped: bool
    note: str
    holders: int


class OrganisationIn(Schema):
    kind: KindText
    code: str = Field(min_length=1, max_length=32, pattern=r"^[A-Za-z0-9_-]+$")
    name: str = Field(min_length=1, max_length=80)
    parent: Id | None = None
    contact_name: str = Field("", max_length=60)
    contact_phone: str = Field("", max_length=40)
    credit_code: str = Field("", max_length=30)
    legal_representative: str = Field("", max_length=60)
    address: str = Field("", max_length=200)
    note: str = Field("", max_length=500)


class OrganisationEditIn(Schema):
    """What is left out stays; ``version`` is the one that was read, so that nobody's edit is lost unseen."""

    version: int = Field(ge=0, le=2**31 - 1)
    name: str | None = Field(None, min_length=1, max_length=80)
    parent: Id | None = None
    contact_name: str | None = Field(None, max_length=60)
    contact_phone: str | None = Field(None, max_length=40)
    credit_code: str | None = Field(None, max_length=30)
    legal_representative: str | None = Field(None, max_length=60)
    address: str | None = Field(None, max_length=200)
    note: str | None = Field(None, max_length=500)
    is_active: bool | None = None


class BoundAccountOut(Schema):
    id: int
    username: str
    mobile: str
    is_active: bool


class BindableAccountOut(Schema):
    """An enterprise's account that may be bound, with what it tells of itself."""

    id: int
    username: str
    mobile: str
    name: str
    credit_code: str
    legal_representative: str
    contact_name: str
    address: str


class BindIn(Schema):
    """``keep``: whose facts stand where the two differ."""

    account: Id
    keep: Literal["organisation", "account"]
    version: int = Field(ge=0, le=2**31 - 1)


class OrganisationOut(Schema):
    id: int
    kind: str
    kind_label: str
    code: str
    name: str
    parent_id: int | None
    path: str
    is_active: bool
    contact_name: str
    contact_phone: str
    credit_code: str
    legal_representative: str
    address: str
    note: str
    version: int
    changed_at: datetime | None
    changed_by: str
    account: BoundAccountOut | None
    members: int
    editable: bool = Field(description="within the reach of whoever asks, who may manage organisations")


class AddressListIn(Schema):
    role: Id | None = None
    membership: Id | None = None
    networks: list[str] = Field(max_length=1000)
    note: str = Field("", max_length=200)


class AddressListOut(Schema):
    id: int
    scope: str
    role_id: int | None
    membership_id: int | None
    networks: list[str]
    note: str
    changed_at: datetime
    changed_by: str


class AddressListsOut(Schema):
    your_address: str
    rows: list[AddressListOut]


def dump(body: Schema) -> dict[str, Any]:
    """Only what the request really said, so that an absent field changes nothing."""
    return body.model_dump(exclude_unset=True)
