"""One case over HTTP: its page, timeline, contact points, revealed values and custom fields."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Query, Router

from anjie.access import verify
from anjie.access.deeds import AccessDeed
from anjie.access.http import Needs
from anjie.desk import case_read, contacts, custom, reveal, timeline_read, trail_read
from anjie.desk.deeds import DeskDeed
from anjie.desk.schemas_case import (
    CasePageOut,
    ContactPointEditIn,
    ContactPointIn,
    ContactPointMarkIn,
    ContactPointOut,
    CustomIn,
    CustomValueOut,
    RevealedOut,
    RevealIn,
    SharedDebtsOut,
    TimelineOut,
    TimelineQuery,
    TrailOut,
    TrailQuery,
    VerifiedOut,
)
from anjie.desk.shared_debts import shared_debts

router = Router(tags=["desk"])


@router.get("/cases/{int:case_id}", response=CasePageOut, auth=Needs(DeskDeed.CASES_SEE))
def case_page(request: HttpRequest, case_id: int):
    """Everything the case page shows besides the timeline and the tabs' content."""
    return case_read.case_page(request.auth, case_id)


@router.get("/cases/{int:case_id}/timeline", response=TimelineOut, auth=Needs(DeskDeed.CASES_SEE))
def timeline(request: HttpRequest, case_id: int, query: Query[TimelineQuery]):
    """What happened, newest first; ``kind`` narrows to chips, ``contact_point`` to one number's history."""
    return timeline_read.timeline(request.auth, case_id, **query.dict())


@router.get("/cases/{int:case_id}/shared-debts", response=SharedDebtsOut, auth=Needs(DeskDeed.CASES_SEE))
def shared(request: HttpRequest, case_id: int):
    """The other cases of the same person that the viewer may see, with sums."""
    return shared_debts(request.auth, case_id)


@router.post(
    "/cases/{int:case_id}/contact-points", response=ContactPointOut, auth=Needs(DeskDeed.CONTACTS_EDIT)
)
def add_contact_point(request: HttpRequest, case_id: int, body: ContactPointIn):
    """Put a phone, address or mail on the case."""
    point = contacts.add_contact_point(request.auth, case_id, **body.dict())
    return case_read.contact_point(request.auth, case_id, point.pk)


@router.post(
    "/cases/{int:case_id}/contact-points/{int:point_id}",
    response=ContactPointOut,
    auth=Needs(DeskDeed.CONTACTS_EDIT),
)
def edit_contact_point(request: HttpRequest, case_id: int, point_id: int, body: ContactPointEditIn):
    """Change whose it is, the relation or the label."""
    contacts.edit_contact_point(request.auth, case_id, point_id, **body.dict())
    return case_read.contact_point(request.auth, case_id, point_id)


@router.post(
    "/cases/{int:case_id}/contact-points/{int:point_id}/mark",
    response=ContactPointOut,
    auth=Needs(DeskDeed.CONTACTS_EDIT),
)
def mark_contact_point(request: HttpRequest, case_id: int, point_id: int, body: ContactPointMarkIn):
    """Mark it valid, invalid, refused or a stranger's, not to be contacted, or agreed outside the hours."""
    contacts.mark_contact_point(request.auth, case_id, point_id, **body.dict())
    return case_read.contact_point(request.auth, case_id, point_id)


@router.post(
    "/cases/{int:case_id}/contact-points/{int:point_id}/reveal",
    response=RevealedOut,
    auth=Needs(DeskDeed.CONTACTS_REVEAL),
)
def reveal_contact_point(request: HttpRequest, case_id: int, point_id: int, body: RevealIn):
    """The whole number, address or mail, for this once and on the record."""
    return reveal.reveal_contact_point(request.auth, case_id, point_id, body.reason)


@router.post(
    "/cases/{int:case_id}/parties/{int:party_id}/reveal",
    response=RevealedOut,
    auth=Needs(DeskDeed.CONTACTS_REVEAL),
)
def reveal_party_id(request: HttpRequest, case_id: int, party_id: int, body: RevealIn):
    """The whole ID number of a party, for this once and on the record."""
    return reveal.reveal_party_id(request.auth, case_id, party_id, body.reason)


@router.post(
    "/cases/{int:case_id}/facts/{code}/reveal", response=RevealedOut, auth=Needs(DeskDeed.CONTACTS_REVEAL)
)
def reveal_fact(request: HttpRequest, case_id: int, code: str, body: RevealIn):
    """The whole value of a sealed fact (``id_no``, ``card_no``, a number answered to a form), for this once and on the record."""
    return reveal.reveal_fact(request.auth, case_id, code, body.reason)


@router.post("/cases/{int:case_id}/custom", response=list[CustomValueOut], auth=Needs(DeskDeed.CASES_EDIT))
def edit_custom(request: HttpRequest, case_id: int, body: CustomIn):
    """Change custom information; one wrong value refuses them all."""
    return custom.edit_custom(request.auth, case_id, body.values)


@router.get("/trail", response=TrailOut, auth=Needs(AccessDeed.TRAIL_SEE))
def trail(request: HttpRequest, query: Query[TrailQuery]):
    """What was done outside any case, newest first."""
    asked = query.dict()
    return trail_read.trail(request.auth, who=asked.pop("actor"), **asked)


@router.post("/trail/verify", response=VerifiedOut, auth=Needs(AccessDeed.TRAIL_SEE))
def verify_trail(request: HttpRequest):
    """Prove timelines and trail whole, or name the first broken link."""
    return verify.verify().as_dict()
