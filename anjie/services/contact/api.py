"""The gate over HTTP: may this contact be made, by which rules, and was a past day judged rightly."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router, Status

from anjie.access.http import Needs
from anjie.foundation.bounds import Id, Limit, Offset
from anjie.services.contact import actions, again, queries
from anjie.services.contact.deeds import ContactDeed
from anjie.services.contact.schemas import (
    AgainOut,
    AskIn,
    AttemptsOut,
    DayIn,
    PackIn,
    PackSavedOut,
    PacksOut,
    VerdictOut,
)

router = Router(tags=["contact"])


@router.post("/ask", response=VerdictOut, auth=Needs(ContactDeed.MAKE))
def ask(request: HttpRequest, body: AskIn):
    """What the gate would say of this contact; nothing is stored."""
    wanted = body.dict()
    return actions.ask(request.auth, wanted.pop("case"), **wanted).as_dict()


@router.get("/attempts", response=AttemptsOut, auth=Needs(ContactDeed.MAKE, ContactDeed.ATTEMPTS_SEE))
def attempts(
    request: HttpRequest,
    case: Id,
    offset: Offset = 0,
    limit: Limit = 100,
):
    """What was asked of the gate on a case, newest first."""
    return queries.attempts_of_case(request.auth, case, offset=offset, limit=limit)


@router.get("/packs", response=PacksOut, auth=Needs(ContactDeed.RULES_MANAGE, ContactDeed.ATTEMPTS_SEE))
def packs(request: HttpRequest):
    """Every rule pack, newest day first."""
    return queries.packs()


@router.post("/packs", response=PackSavedOut, auth=Needs(ContactDeed.RULES_MANAGE))
def add_pack(request: HttpRequest, body: PackIn):
    """A new version in force from today or later on."""
    row = actions.add_pack(request.auth, body.valid_from, body.pack.dict(), body.note)
    return {"id": row.pk, "ref": row.version}


@router.post("/packs/{pack_id}", response=PackSavedOut, auth=Needs(ContactDeed.RULES_MANAGE))
def change_pack(request: HttpRequest, pack_id: Id, body: PackIn):
    """Another text of a version whose day has not come."""
    row = actions.change_pack(request.auth, pack_id, body.valid_from, body.pack.dict(), body.note)
    return {"id": row.pk, "ref": row.version}


@router.post("/packs/{pack_id}/withdraw", response={204: None}, auth=Needs(ContactDeed.RULES_MANAGE))
def withdraw_pack(request: HttpRequest, pack_id: Id):
    """Take back a version whose day has not come."""
    actions.withdraw_pack(request.auth, pack_id)
    return Status(204, None)


@router.post("/judge-again", response=AgainOut, auth=Needs(ContactDeed.RULES_MANAGE))
def judge_again(request: HttpRequest, body: DayIn):
    """A past day's attempts judged again by the rules of that day."""
    return again.judge_day_again(body.day)
