"""Every route × every shipped role, over HTTP, against a table people can read.

``permission_matrix.txt`` says who gets in. A new route or a changed grant fails here until the table is
written again (``ANJIE_WRITE_MATRIX=1 make test``) and its difference was read by somebody.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.test import Client

from anjie.access.http import Anyone, Closed, Needs
from anjie.access.shipped import NAMES
from tests.access.routes import BEFORE_SIGN_IN, Route, routes
from tests.http import Browser
from tests.people import World, member

TABLE = Path(__file__).with_name("permission_matrix.txt")
STREAMS = {"GET /live"}


def test_every_route_names_who_may_enter() -> None:
    silent = [r.name for r in routes() if not r.doors or any(isinstance(door, Closed) for door in r.doors)]
    assert silent == []


def test_nobody_enters_without_a_session(db: None) -> None:
    client = Client()
    open_routes = [r for r in routes() if any(isinstance(door, Anyone) for door in r.doors)]
    assert {r.name for r in open_routes} == BEFORE_SIGN_IN
    for route in set(routes()) - set(open_routes):
        answer = client.generic(route.method, route.filled(), headers={"Authorization": "Bearer nobody"})
        assert answer.status_code == 401, route.name


def entered(browser: Browser, route: Route) -> bool:
    """Whether the door let this browser in; what the room says afterwards does not matter here."""
    answer = (
        browser.send(route.method, route.filled()) if route.method != "GET" else browser.get(route.filled())
    )
    if answer.status_code == 403:
        return answer.json()["code"] != "access.forbidden"
    assert answer.status_code not in (401, 500), (
        f"{route.name}: {answer.status_code} {answer.content[:300]!r}"
    )
    return True


def test_each_role_enters_where_the_table_says(world: World) -> None:
    browsers = {
        code: Browser(member(f"试{number}", code, world.units["公司"], "all"))
        for number, code in enumerate(NAMES)
    }
    lines = []
    for route in sorted(routes(), key=lambda r: (r.path, r.method)):
        if route.name in STREAMS or not any(isinstance(door, Needs) for door in route.doors):
            continue
        if route.path == "/access/sign-out":
            continue
        marks = ["x" if entered(browser, route) else "." for browser in browsers.values()]
        lines.append(f"{''.join(marks)}  {route.name}")
    head = [f"{'|' * i}{code}" for i, code in enumerate(NAMES)]
    text = "\n".join([*head, *lines]) + "\n"
    if os.environ.get("ANJIE_WRITE_MATRIX"):
        TABLE.write_text(text, "utf-8")
    assert text == TABLE.read_text("utf-8")


@pytest.mark.parametrize("name", ["吴催收", "王内勤"])
def test_a_case_out_of_reach_looks_missing_on_every_route(world: World, name: str) -> None:
    """吴催收 works for another branch; 王内勤 serves DEMO-BANK only: a DEMO-CF case of 李催收 is neither's."""
    from tests.cases import place

    case_id = place(world, client="DEMO-CF", holder="李催收").pk
    browser, actor = Browser(world[name]), world[name]
    tried = 0
    for route in routes():
        doors = [door for door in route.doors if isinstance(door, Needs)]
        if "case_id" not in route.path or not any(not d.deeds or any(map(actor.may, d.deeds)) for d in doors):
            continue
        path = route.filled(case_id=case_id)
        answer = (
            browser.get(path) if route.method == "GET" else browser.send(route.method, path, {"reason": "试"})
        )
        assert answer.status_code in (404, 422), (
            f"{route.name}: {answer.status_code} {answer.content[:200]!r}"
        )
        tried += 1
    assert tried >= 5
