"""One's own notices."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest
from ninja import Query, Router

from anjie.access.http import Needs
from anjie.foundation.bounds import Id, Offset
from anjie.services.notices import actions, queries
from anjie.services.notices.schemas import NoticesOut, ReadOut

router = Router(tags=["notices"])


@router.get("", response=NoticesOut, auth=Needs())
def own_notices(
    request: HttpRequest,
    unread_only: bool = False,
    offset: Offset = 0,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
):
    """One's own notices, unread first, then newest first."""
    return queries.own_notices(request.auth, unread_only=unread_only, offset=offset, limit=limit)


@router.post("/{notice_id}/read", response=ReadOut, auth=Needs())
def read_one(request: HttpRequest, notice_id: Id):
    """Mark one as read."""
    actions.read_one(request.auth, notice_id)
    return {"read": 1}


@router.post("/read-all", response=ReadOut, auth=Needs())
def read_all(request: HttpRequest):
    """Mark all as read."""
    return {"read": actions.read_all(request.auth)}
