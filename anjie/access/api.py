"""Sign-in and the session over HTTP."""

from __future__ import annotations

from typing import Literal

from django.http import HttpRequest
from django.middleware.csrf import get_token
from ninja import Query, Router

from anjie.access import demo, first, lookups, passwords, queries, sessions
from anjie.access.http import Anyone, Needs, address_of, bearer_of
from anjie.access.schemas import (
    DemoSignInOut,
    FirstIn,
    FirstOut,
    LookupOut,
    MeOut,
    OkOut,
    PasswordIn,
    SessionOut,
    SignInIn,
    SwitchIn,
)
from anjie.foundation.bounds import Id

router = Router(tags=["access"])
Ids = list[Id]
NONE: Ids = Query([])  # type: ignore[assignment]


@router.get("/csrf", response=OkOut, auth=Anyone())
def csrf(request: HttpRequest):
    """Set the CSRF cookie a page needs before it can post."""
    get_token(request)
    return {"ok": True}


@router.get("/demo-sign-ins", response=list[DemoSignInOut], auth=Anyone())
def demo_sign_ins(request: HttpRequest):
    """The demo world's sign-ins; an empty list outside demo mode."""
    return demo.sign_ins()


@router.get("/first", response=FirstOut, auth=Anyone())
def first_open(request: HttpRequest):
    """Whether the first administrator is still to be made."""
    return {"open": first.is_open()}


@router.post("/first", response=OkOut, auth=Anyone())
def make_first(request: HttpRequest, body: FirstIn):
    """Make the first administrator; refused for good once there is an account."""
    first.begin_with_key(**body.dict())
    return {"ok": True}


@router.post("/sign-in", response=SessionOut, auth=Anyone())
def sign_in(request: HttpRequest, body: SignInIn):
    """Sign in by user name and password; ``key`` serves a mini-program as its bearer."""
    actor = sessions.sign_in(
        request,
        body.username,
        body.password,
        address=address_of(request),
        agent=request.headers.get("User-Agent", ""),
    )
    get_token(request)
    return {"key": request.session.session_key, "me": queries.me(actor)}


@router.post("/sign-out", response=OkOut, auth=Needs(party=True))
def sign_out(request: HttpRequest):
    """End this session."""
    sessions.sign_out(request.auth, bearer_of(request) or request.session.session_key)
    return {"ok": True}


@router.get("/me", response=MeOut, auth=Needs(party=True))
def me(request: HttpRequest):
    """Who is signed in, in which membership, and what it may do."""
    return queries.me(request.auth)


@router.post("/switch", response=MeOut, auth=Needs(party=True))
def switch(request: HttpRequest, body: SwitchIn):
    """Make another of one's own memberships the active one; 0 is oneself, as a party."""
    key = bearer_of(request) or str(request.session.session_key)
    return queries.me(sessions.switch(request.auth, key, body.membership))


@router.post("/password", response=OkOut, auth=Needs(party=True))
def change_password(request: HttpRequest, body: PasswordIn):
    """Change one's own password."""
    passwords.change_own(request.auth, body.old, body.new)
    return {"ok": True}


@router.get("/lookups/members", response=list[LookupOut], auth=Needs())
def look_up_members(request: HttpRequest, q: str = Query("", max_length=40), ids: Ids = NONE):
    """Colleagues within reach, to be chosen by name."""
    return lookups.members(request.auth, q.strip(), ids)


@router.get("/lookups/units", response=list[LookupOut], auth=Needs())
def look_up_units(request: HttpRequest, q: str = Query("", max_length=40), ids: Ids = NONE):
    """Our units within reach, as a tree."""
    return lookups.units(request.auth, q.strip(), ids)


@router.get("/lookups/clients", response=list[LookupOut], auth=Needs())
def look_up_clients(
    request: HttpRequest,
    q: str = Query("", max_length=40),
    ids: Ids = NONE,
    kind: Literal["client", "institution"] = "client",
):
    """The clients this membership serves, or the mediation institutions within reach."""
    return lookups.clients(request.auth, q.strip(), ids, kind)
