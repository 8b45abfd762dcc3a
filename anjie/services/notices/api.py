"""One's own notices."""

from __future__ import annotations

from typing import Annotated, Literal

from django.http import HttpRequest
from ninja import Query, Router

from anjie.access.http import Needs
from anjie.foundation.bounds import Id, Offset
from anjie.services.notices import actions, log, queries
from anjie.services.notices.deeds import NoticeDeed
from anjie.services.notices.schemas import (
    DeliveriesOut,
    DeliveryOut,
    NoticesOut,
    NoticeTemplateOut,
    ReadOut,
    TemplateIdsIn,
    WantedCountOut,
    WantedIn,
    WantedTemplateOut,
)

router = Router(tags=["notices"])


@router.get("", response=NoticesOut, auth=Needs(party=True))
def own_notices(
    request: HttpRequest,
    unread_only: bool = False,
    offset: Offset = 0,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
):
    """One's own notices, unread first, then newest first."""
    return queries.own_notices(request.auth, unread_only=unread_only, offset=offset, limit=limit)


@router.get("/deliveries", response=DeliveriesOut, auth=Needs(NoticeDeed.LOG_SEE))
def deliveries(
    request: HttpRequest,
    channel: Literal["wechat", "sms", ""] = "",
    state: str = Query("", max_length=10),
    template: str = Query("", max_length=48),
    offset: Offset = 0,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
):
    """What left the house or should: by channel, state and template."""
    return log.deliveries(
        request.auth, channel=channel, state=state, template=template, offset=offset, limit=limit
    )


@router.post("/deliveries/{delivery_id}/resend", response=DeliveryOut, auth=Needs(NoticeDeed.LOG_RESEND))
def resend(request: HttpRequest, delivery_id: Id):
    """Queue a failed or only recorded delivery once more."""
    return log.resend(request.auth, delivery_id)


@router.get("/templates", response=list[NoticeTemplateOut], auth=Needs(NoticeDeed.LOG_SEE))
def template_rows(request: HttpRequest):
    """Every template with what the vendors call it."""
    return log.template_rows(request.auth)


@router.put("/templates/{code}", response=NoticeTemplateOut, auth=Needs(NoticeDeed.TEMPLATES_MANAGE))
def name_template(request: HttpRequest, code: str, body: TemplateIdsIn):
    """Enter what the vendors call a template."""
    return log.name_template(request.auth, code, **body.dict())


@router.get("/wanted", response=list[WantedTemplateOut], auth=Needs(party=True))
def wanted_templates(request: HttpRequest):
    """The WeChat templates a phone may ask consent for."""
    return log.wanted_templates(request.auth)


@router.post("/consent", response=WantedCountOut, auth=Needs(party=True))
def consent(request: HttpRequest, body: WantedIn):
    """Count what ``wx.requestSubscribeMessage`` brought: one message for each accepted template."""
    return {"counted": log.consent(request.auth, body.accepted)}


@router.post("/{notice_id}/read", response=ReadOut, auth=Needs(party=True))
def read_one(request: HttpRequest, notice_id: Id):
    """Mark one as read."""
    actions.read_one(request.auth, notice_id)
    return {"read": 1}


@router.post("/read-all", response=ReadOut, auth=Needs(party=True))
def read_all(request: HttpRequest):
    """Mark all as read."""
    return {"read": actions.read_all(request.auth)}
