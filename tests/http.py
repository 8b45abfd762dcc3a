"""Speaks to the API as a browser of a named person would, with cookie and CSRF token."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.test import Client
from django.test.client import ClientHandler

from anjie.access.actors import Actor
from anjie.access.models import Account, Membership
from anjie.access.sessions import begin

_loaded: dict[Any, ClientHandler] = {}
"""Who answers, by what the middleware read when it was loaded: it looks through the built faces, some hundred files."""


def client(**given: Any) -> Client:
    """A client whose middleware is loaded once for all that ask with the same settings."""
    made = Client(enforce_csrf_checks=True, **given)
    read = (tuple(settings.MIDDLEWARE), tuple(settings.TRUSTED_PROXIES))
    if read not in _loaded:
        made.handler.load_middleware()
    made.handler = _loaded.setdefault(read, made.handler)
    return made


class Browser:
    """A signed-in (or anonymous) client; answers are Django's, ``.json()`` reads them."""

    def __init__(self, actor: Actor | None = None) -> None:
        self.client = client()
        self.token = ""
        if actor:
            self.sign_in_as(actor)

    def sign_in_as(self, actor: Actor) -> None:
        """Begin a live session for this actor without spelling the password."""
        session = self.client.session
        session["account"] = actor.account_id
        session.save()
        memberships = Membership.objects.select_related("account", "role", "unit")
        membership = None if actor.is_party else memberships.get(pk=actor.membership_id)
        begin(
            Account.objects.get(pk=actor.account_id),
            membership,
            session.session_key,
            address="127.0.0.1",
            agent="test",
        )
        self.fetch_token()

    def fetch_token(self) -> None:
        """Get the CSRF cookie."""
        self.client.get("/api/access/csrf")
        self.token = self.client.cookies["csrftoken"].value

    def get(self, path: str, **query: Any) -> Any:
        """GET a path with query values."""
        return self.client.get(path, query)

    def send(self, method: str, path: str, body: Any = None) -> Any:
        """Send JSON by any method, with the CSRF token."""
        return self.client.generic(
            method,
            path,
            data=json.dumps(body if body is not None else {}),
            content_type="application/json",
            headers={"X-CSRFToken": self.token},
        )

    def post(self, path: str, body: Any = None) -> Any:
        """POST JSON."""
        return self.send("POST", path, body)

    def patch(self, path: str, body: Any = None) -> Any:
        """PATCH JSON."""
        return self.send("PATCH", path, body)

    def delete(self, path: str) -> Any:
        """DELETE."""
        return self.send("DELETE", path)
