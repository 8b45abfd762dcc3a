"""Lists of cases over HTTP: moves and marks on many, search, look-up, saved views, preferences, pickers."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Query, Router

from anjie.access.http import Needs
from anjie.access.schemas import OkOut
from anjie.desk import bulk, choices, look_up, marks, search, views
from anjie.desk.choosing import Target
from anjie.desk.deeds import DeskDeed
from anjie.desk.schemas_list import (
    PAGE,
    CaseRowOut,
    ChoicesOut,
    ColourIn,
    FoundOut,
    LookUpIn,
    LookUpOut,
    MarkedOut,
    MovedOut,
    MoveManyIn,
    MoveOneIn,
    PaletteIn,
    PreferenceIn,
    PreferenceOut,
    TagsIn,
    TargetIn,
    ViewChangeIn,
    ViewIn,
    ViewOut,
)

router = Router(tags=["desk"])


def target_of(body: TargetIn) -> Target:
    """The chosen cases of a request."""
    return Target(body.ids, body.filter, body.count, body.line)


@router.post("/cases/moves/{code}", response=MovedOut, auth=Needs(DeskDeed.CASES_SEE))
def move_many(request: HttpRequest, code: str, body: MoveManyIn):
    """Make one move on many cases; the refused ones come back with their reasons, the others have moved."""
    return bulk.move_many(request.auth, target_of(body), code, body.reason, body.facts)


@router.post("/cases/{int:case_id}/moves/{code}", response=CaseRowOut, auth=Needs(DeskDeed.CASES_SEE))
def move_one(request: HttpRequest, case_id: int, code: str, body: MoveOneIn):
    """Make one move; the answer is the case's row as it is now."""
    return bulk.move_one(request.auth, case_id, code, body.reason, body.facts)


@router.post("/cases/colour", response=MarkedOut, auth=Needs(DeskDeed.CASES_MARK))
def colour(request: HttpRequest, body: ColourIn):
    """Put a colour on one case or many; a blank one takes it off."""
    return marks.colour(request.auth, target_of(body), body.colour)


@router.post("/cases/tags", response=MarkedOut, auth=Needs(DeskDeed.CASES_MARK))
def tag(request: HttpRequest, body: TagsIn):
    """Add and remove tags on one case or many."""
    return marks.tag(request.auth, target_of(body), body.add, body.remove)


@router.post("/search", response=list[FoundOut], auth=Needs(DeskDeed.CASES_SEE))
def palette(request: HttpRequest, body: PaletteIn):
    """The first cases within reach that a name or number finds, for the search box; posted, so no name is in an address."""
    return search.palette(request.auth, body.q)


@router.post("/look-up", response=LookUpOut, auth=Needs(DeskDeed.LOOK_UP))
def look_up_number(request: HttpRequest, body: LookUpIn):
    """The cases within reach behind a whole number; every look-up is on the record."""
    return look_up.look_up(request.auth, body.number)


@router.get("/views", response=list[ViewOut], auth=Needs())
def saved_views(request: HttpRequest, page: str = Query(max_length=40, pattern=PAGE)):
    """One's own views of a page, and those others share."""
    return views.views_of(request.auth, page[:40])


@router.post("/views", response=ViewOut, auth=Needs())
def save_view(request: HttpRequest, body: ViewIn):
    """Keep a new view."""
    return views.save_view(
        request.auth, body.page, body.name, body.query, shared=body.shared, pinned=body.pinned
    )


@router.patch("/views/{int:view_id}", response=ViewOut, auth=Needs())
def change_view(request: HttpRequest, view_id: int, body: ViewChangeIn):
    """Change one's own view; what is left out stays."""
    return views.change_view(request.auth, view_id, **body.dict())


@router.delete("/views/{int:view_id}", response=OkOut, auth=Needs())
def delete_view(request: HttpRequest, view_id: int):
    """Forget one's own view."""
    views.delete_view(request.auth, view_id)
    return OkOut()


@router.get("/preferences/{path:key}", response=PreferenceOut, auth=Needs())
def preference(request: HttpRequest, key: str):
    """What this person kept under the key."""
    return views.preference(request.auth, key)


@router.put("/preferences/{path:key}", response=PreferenceOut, auth=Needs())
def keep_preference(request: HttpRequest, key: str, body: PreferenceIn):
    """Keep a value under the key; nothing forgets it."""
    return views.keep_preference(request.auth, key, body.value)


@router.get("/choices", response=ChoicesOut, auth=Needs(DeskDeed.CASES_SEE))
def pickers(request: HttpRequest, line: str = "recovery"):
    """What the pickers of a line's list offer, limited to reach."""
    return choices.choices(request.auth, line)
