"""Every route of the API as the matrix walks it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from config.api import api

BEFORE_SIGN_IN = {
    "GET /access/csrf",
    "GET /access/demo-sign-ins",
    "GET /access/doors",
    "GET /access/first",
    "GET /access/scan",
    "POST /access/codes",
    "POST /access/first",
    "POST /access/register/enterprise",
    "POST /access/register/person",
    "POST /access/scan/enter",
    "POST /access/scan/sign-in",
    "POST /access/scan/{key}/bind",
    "POST /access/scan/{key}/look",
    "POST /access/sign-in",
    "POST /access/sign-in/code",
    "POST /access/wechat/phone",
    "POST /access/wechat/sign-in",
    # A signer's door is his link and the code on his mobile.
    *(f"POST /signing/link/{step}" for step in ("open", "code", "confirm", "page", "sign")),
}
"""Nobody is signed in yet when these are asked."""

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


@dataclass(frozen=True)
class Route:
    """One method of one path, with what its door asks for."""

    method: str
    path: str
    doors: tuple[Any, ...]

    @property
    def name(self) -> str:
        return f"{self.method} {self.path}"

    def filled(self, **ids: Any) -> str:
        """The path with its parameters filled in; 0 and ``none`` where nothing is given."""

        def value(match: re.Match[str]) -> str:
            kind, _, name = match.group(1).rpartition(":")
            return str(ids.get(name, 0 if kind == "int" or name.endswith("id") else "none"))

        return "/api" + re.sub(r"{([^}]+)}", value, self.path)


def routes() -> Iterator[Route]:
    """All routes in path order."""
    # Not ``api._routers``: that names the routers inside others only once somebody has asked for the URLs.
    for router in sorted(api._get_bound_routers(), key=lambda router: router.prefix):
        for path, view in router.path_operations.items():
            for operation in view.operations:
                for method in operation.methods:
                    yield Route(method, _joined(router.prefix, path), tuple(operation.auth_callbacks))


def _joined(prefix: str, path: str) -> str:
    """As Django sees it: parts joined by single slashes."""
    return "/" + re.sub(r"/{2,}", "/", f"{prefix}/{path}" if path else prefix).lstrip("/")
