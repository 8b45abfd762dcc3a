"""Every route of the API says who may use it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from ninja import NinjaAPI, Router
from ninja.operation import Operation

from anjie.access.http import Anyone, Closed, Needs
from tests.access.routes import BEFORE_SIGN_IN

OWN_MATTERS = (
    # Whom and what one may name in a filter or a form: names only, and only those within one's own reach.
    "/access/lookups/",
    "/access/me",
    "/access/password",
    "/access/scan",
    "/access/wechat",
    "/access/sign-out",
    "/access/switch",
    "/desk/preferences",
    "/desk/views",
    "/insight/home",
    "/live",
    "/notices",
    "/office/announcements",
    "/office/toolbox",
    "/signing/mine",
    # Days off are no secret: whoever promises or counts a day asks for them. Changing them needs a deed.
    "/terms/calendar",
    # So are the reasons for a pause: whoever pauses a case, or reads of it, is shown them.
    "/terms/pause-reasons",
)
"""Here anybody signed in reads what is for all, or reads and changes what is his own, whatever his role."""


def operations(api: NinjaAPI) -> Iterator[tuple[str, Operation]]:
    # Not ``api._routers``: that names the routers inside others only once somebody has asked for the URLs.
    for router in api._get_bound_routers():
        for path, view in router.path_operations.items():
            for operation in view.operations:
                for method in operation.methods:
                    yield f"{method} {re.sub('/{2,}', '/', f'/{router.prefix}/{path}')}", operation


def faults(api: NinjaAPI) -> list[str]:
    found = []
    for name, operation in operations(api):
        path = name.split(" ", 1)[1]
        doors = list(operation.auth_callbacks)
        if len(doors) != 1 or isinstance(doors[0], Closed):
            found.append(f"{name}: names no permission")
        elif isinstance(doors[0], Anyone):
            if name not in BEFORE_SIGN_IN:
                found.append(f"{name}: open to those who are not signed in")
        elif not isinstance(doors[0], Needs):
            found.append(f"{name}: guarded by {type(doors[0]).__name__}, which is no door of ours")
        elif not doors[0].deeds and not path.startswith(OWN_MATTERS):
            found.append(f"{name}: open to every role")
    return found


def test_every_route_names_a_permission() -> None:
    from config.api import api

    names = {name for name, _ in operations(api)}
    assert {"GET /access/me", "GET /desk/cases/{int:case_id}"} <= names
    assert faults(api) == []


@pytest.mark.parametrize(
    ("path", "door", "found"),
    [
        ("/cases", None, ["GET /cases: names no permission"]),
        ("/cases", Anyone(), ["GET /cases: open to those who are not signed in"]),
        ("/cases", Needs(), ["GET /cases: open to every role"]),
        ("/notices", Needs(), []),
    ],
)
def test_the_habit_bites(path: str, door: object, found: list[str]) -> None:
    api = NinjaAPI(auth=Closed(), urls_namespace=f"habit-{path}-{type(door).__name__}")
    router = Router()
    router.get(path, **({"auth": door} if door else {}))(lambda request: None)
    api.add_router("", router)

    assert faults(api) == found


def test_the_habit_bites_in_a_router_inside_a_router() -> None:
    api = NinjaAPI(auth=Closed(), urls_namespace="habit-nested")
    outer, inner = Router(), Router()
    inner.get("/cases", auth=Needs())(lambda request: None)
    outer.add_router("", inner)
    api.add_router("/desk", outer)

    assert faults(api) == ["GET /desk/cases: open to every role"]
