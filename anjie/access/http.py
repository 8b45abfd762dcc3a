"""The door of every route: who is signed in, in which membership, and whether it may.

``auth=Needs(Deed)`` on a route is what lets anybody in; a route without one answers 401.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja.utils import check_csrf

from anjie.access import standing
from anjie.access.actors import Actor
from anjie.access.deeds import Deed
from anjie.foundation.refusals import Forbidden, Refusal

PASSWORD_ROUTES = ("/api/access/",)


class NotSignedIn(Refusal):
    """Nobody is signed in, or the session has ended; ``facts.why`` says how."""

    status = 401


class Needs:
    """A route's permission: any one of ``deeds``; none of them means any signed-in membership.

    Somebody who acts as himself holds no membership: he enters where a deed of parties is named, and where
    ``party`` says that the route is about one's own account. Returns the :class:`Actor` that ninja puts on
    ``request.auth``.
    """

    def __init__(self, *deeds: Deed, party: bool = False) -> None:
        self.deeds = deeds
        self.party = party

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Actor:
        key = bearer_of(request)
        if key is None:
            key = request.session.session_key
            if check_csrf(request):
                raise Refusal("access.csrf", "页面已过期，请刷新后重试。").with_status(403)
        actor = standing.actor_of(key, address=address_of(request))
        if isinstance(actor, standing.Ended):
            raise NotSignedIn(f"access.{actor.why}", actor.message, why=actor.why)
        if actor.facts.get("must_change_password") and not request.path.startswith(PASSWORD_ROUTES):
            raise Refusal("access.password_due", "密码已到期，请先修改密码再继续。").with_status(403)
        if self.deeds and not any(actor.may(deed) for deed in self.deeds):
            raise Forbidden(self.deeds[0].value, self.deeds[0].label)
        if actor.is_party and not self.deeds and not self.party:
            raise Forbidden("access.membership", "内部人员")
        return actor


class Closed:
    """The default of every route: nobody enters until the route names what it needs."""

    def __call__(self, request: HttpRequest) -> None:
        raise NotSignedIn("access.closed", "该接口未声明权限，已默认关闭。请联系系统管理员。")


class Anyone:
    """For the few routes before sign-in; still refuses a forged cross-site post.

    A mini-program has no cookies; its own header serves instead, which no other site can make a browser send.
    """

    def __call__(self, request: HttpRequest) -> str:
        if request.headers.get("X-Anjie-Face") != "miniapp" and check_csrf(request):
            raise Refusal("access.csrf", "页面已过期，请刷新后重试。").with_status(403)
        return "anyone"


def address_of(request: HttpRequest) -> str:
    """The address the request came from."""
    return request.META.get("REMOTE_ADDR", "") or ""


def bearer_of(request: HttpRequest) -> str | None:
    """The session key a mini-program sends as a bearer; it carries no cookie, so needs no CSRF token."""
    header = request.headers.get("Authorization", "")
    scheme, _, value = header.partition(" ")
    return value.strip() if scheme.lower() == "bearer" and value.strip() else None
