"""Notices over HTTP."""

from __future__ import annotations

from datetime import datetime

from ninja import Schema
from pydantic import Field


class NoticeOut(Schema):
    """``link`` leads on the console, ``page`` on a party's phone."""

    id: int
    verb: str
    title: str
    text: str
    case_id: int | None
    link: str
    page: str
    at: datetime
    read_at: datetime | None


class NoticeTotals(Schema):
    unread: int


class NoticesOut(Schema):
    rows: list[NoticeOut]
    count: int
    totals: NoticeTotals


class ReadOut(Schema):
    read: int


class DeliveryOut(Schema):
    id: int
    at: datetime
    channel: str
    channel_label: str
    template: str
    title: str
    case_id: int | None
    to: str
    mobile: str
    state: str
    state_label: str
    reason: str
    tries: int
    sent_at: datetime | None
    done_at: datetime | None
    next_at: datetime | None
    may_resend: bool


class DeliveriesOut(Schema):
    """``live`` says of each channel whether anything is really sent."""

    rows: list[DeliveryOut]
    count: int
    totals: dict[str, int]
    live: dict[str, bool]


class NoticeTemplateOut(Schema):
    code: str
    label: str
    title: str
    text: str
    wechat_fields: list[str]
    sms_params: list[str]
    sms: str
    wechat_id: str
    sms_id: str


class TemplateIdsIn(Schema):
    wechat_id: str = Field("", max_length=64)
    sms_id: str = Field("", max_length=32)


class WantedTemplateOut(Schema):
    code: str
    wechat_id: str
    label: str


class WantedIn(Schema):
    """The vendor's ids of the templates that came back as ``accept``."""

    accepted: list[str] = Field(max_length=20)


class WantedCountOut(Schema):
    counted: int
