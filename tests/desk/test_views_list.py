from __future__ import annotations

from typing import Any

import pytest

from anjie.access.models import TrailEntry
from anjie.desk.models import Preference, SavedView
from tests.cases import place
from tests.http import Browser
from tests.people import World

QUERY = {"filters": {"state": ["open"]}, "q": "", "sort": "-amount"}


def saved(browser: Browser, name: str = "大额", **more: Any) -> dict[str, Any]:
    answer = browser.post("/api/desk/views", {"page": "recovery.cases", "name": name, "query": QUERY, **more})
    assert answer.status_code == 200, answer.content.decode()
    return answer.json()


def names(browser: Browser) -> list[str]:
    return [view["name"] for view in browser.get("/api/desk/views", page="recovery.cases").json()]


def test_a_view_is_kept_changed_and_forgotten_by_its_owner(world: World) -> None:
    browser = Browser(world["李催收"])
    view = saved(browser, pinned=True)
    assert (view["query"], view["pinned"], view["shared"], view["mine"]) == (QUERY, True, False, True)
    changed = browser.patch(f"/api/desk/views/{view['id']}", {"name": "大额未联系", "pinned": False}).json()
    assert (changed["name"], changed["pinned"], changed["query"]) == ("大额未联系", False, QUERY)
    assert names(browser) == ["大额未联系"]
    assert browser.delete(f"/api/desk/views/{view['id']}").json() == {"ok": True}
    assert names(browser) == []


def test_views_of_others_are_neither_seen_nor_changed(world: World) -> None:
    view = saved(Browser(world["李催收"]))
    other = Browser(world["周催收"])
    assert names(other) == []
    assert other.patch(f"/api/desk/views/{view['id']}", {"name": "改名"}).status_code == 404
    assert other.delete(f"/api/desk/views/{view['id']}").status_code == 404
    assert SavedView.objects.get().name == "大额"


def test_a_shared_view_is_seen_by_all_but_never_widens_what_they_see(world: World) -> None:
    # given two teams' cases and a view the supervisor of one shares
    place(world, name="张三")
    place(world, name="李四", holder="吴催收")
    view = saved(Browser(world["赵主管"]), name="全部", shared=True)
    # when somebody of the other team opens it
    other = Browser(world["吴催收"])
    assert names(other) == ["全部"]
    found = other.get("/api/recovery/cases", state="open").json()
    # then he sees his own cases, and the view is not his to change
    assert [row["title"] for row in found["rows"]] == ["李四"]
    assert other.patch(f"/api/desk/views/{view['id']}", {"shared": False}).status_code == 404
    # and sharing is on the record
    assert TrailEntry.objects.get(verb="view.shared").facts == {"view": view["id"], "page": "recovery.cases"}


def test_sharing_needs_the_permission_when_made_and_when_changed(world: World) -> None:
    browser = Browser(world["李催收"])
    made = browser.post("/api/desk/views", {"page": "recovery.cases", "name": "甲", "shared": True})
    view = saved(browser)
    changed = browser.patch(f"/api/desk/views/{view['id']}", {"shared": True})
    assert (made.status_code, changed.status_code) == (403, 403)
    assert list(SavedView.objects.values_list("name", "is_shared")) == [("大额", False)]


def test_a_name_is_once_per_page_and_person(world: World) -> None:
    browser = Browser(world["李催收"])
    saved(browser)
    again = browser.post("/api/desk/views", {"page": "recovery.cases", "name": "大额", "query": {}})
    assert (again.status_code, again.json()["code"]) == (409, "view.name_taken")
    saved(Browser(world["周催收"]))
    assert SavedView.objects.count() == 2


def test_a_preference_follows_the_person(world: World) -> None:
    browser = Browser(world["李催收"])
    key = "/api/desk/preferences/table:recovery.cases"
    assert browser.get(key).json() == {"key": "table:recovery.cases", "value": None}
    kept = browser.send("PUT", key, {"value": {"order": ["no", "title"], "width": {"no": 120}}})
    assert kept.json()["value"] == {"order": ["no", "title"], "width": {"no": 120}}
    assert browser.get(key).json() == kept.json()
    assert Browser(world["周催收"]).get(key).json()["value"] is None
    browser.send("PUT", key, {"value": None})
    assert Preference.objects.count() == 0


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("a b", 1, "preference.key"),
        ("x" * 61, 1, "preference.key"),
        ("theme", "x" * 65_536, "preference.too_large"),
        ("theme", float("nan"), "preference.text"),
    ],
)
def test_what_cannot_be_kept_is_refused(world: World, key: str, value: Any, code: str) -> None:
    answer = Browser(world["李催收"]).send("PUT", f"/api/desk/preferences/{key}", {"value": value})
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert Preference.objects.count() == 0
