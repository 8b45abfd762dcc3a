"""What the office says over HTTP."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from ninja import Field, Schema

from anjie.foundation.bounds import Id

Amount = Field(gt=0, le=Decimal("9999999999.99"), decimal_places=2)


class AnnouncementIn(Schema):
    title: str = Field(min_length=1, max_length=80)
    text: str = Field(min_length=1, max_length=5000)
    unit_ids: list[Id] = []
    is_pinned: bool = False


class AnnouncementOut(Schema):
    id: int
    title: str
    text: str
    is_pinned: bool
    by: str
    at: datetime
    is_read: bool
    readers: int


class ReaderOut(Schema):
    id: int
    name: str
    unit: str
    read_at: datetime | None


class ReceiptsOut(Schema):
    read: list[ReaderOut]
    unread: list[ReaderOut]


class NumberIn(Schema):
    number: str = Field(min_length=1, max_length=40)


class AttributionOut(Schema):
    province: str
    city: str
    carrier: str
    text: str


class IdOut(Schema):
    valid: bool
    message: str
    region: str
    born_on: date | None
    sex: str


class AmountIn(Schema):
    amount: Decimal = Field(ge=0, le=Decimal("9999999999.99"), decimal_places=2)


class CapitalsOut(Schema):
    text: str


class InterestIn(Schema):
    amount: Decimal = Amount
    from_on: date
    to_on: date
    rate: Decimal = Field(ge=0, le=1, description="a fraction: 0.0005 is 0.05 %")
    per: Literal["day", "year"] = "day"


class InterestOut(Schema):
    days: int
    interest: Decimal
    total: Decimal


class PlanIn(Schema):
    amount: Decimal = Amount
    count: int = Field(ge=1, le=360)
    yearly_rate: Decimal = Field(ge=0, le=1)
    way: Literal["equal_payment", "equal_principal"] = "equal_payment"


class InstalmentOut(Schema):
    number: int
    payment: Decimal
    principal: Decimal
    interest: Decimal
    left: Decimal


class PlanOut(Schema):
    rows: list[InstalmentOut]
    total: Decimal
    interest: Decimal
