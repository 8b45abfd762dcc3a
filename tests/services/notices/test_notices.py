"""One notice for one person about one event, unread first, read by its owner only."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from anjie.foundation import clock
from anjie.services.notices import actions
from anjie.services.notices.actions import Notable, notify, notify_each
from anjie.services.notices.models import Notice
from anjie.services.notices.templates import FACT_LABELS, in_labels, templates
from config.home import CHECKOUT
from tests.http import Browser
from tests.people import World


def tell(world: World, *names: str, key: str = "k", **told) -> list[int]:
    members = [world[name].membership_id for name in names]
    return notify(world["赵主管"], members, "x.told", "标题", "内容", key=key, **told)


def test_never_twice_for_the_same_key(world: World):
    assert tell(world, "李催收") == [world["李催收"].membership_id]
    assert tell(world, "李催收", "周催收") == [world["周催收"].membership_id]
    assert Notice.objects.count() == 2


def test_nobody_is_told_of_what_he_did_himself(world: World):
    assert tell(world, "赵主管") == []
    assert not Notice.objects.exists()


def events(world: World, numbers: range) -> list[Notable]:
    both = [world["李催收"].membership_id, world["周催收"].membership_id]
    return [Notable(both, f"第 {n} 件", f"内容 {n}", key=f"event:{n}", case_id=n) for n in numbers]


def test_many_events_are_told_by_as_many_statements_as_one(world: World):
    def statements(numbers: range) -> int:
        with CaptureQueriesContext(connection) as asked:
            assert notify_each(world["赵主管"], "x.told", events(world, numbers)) == 2 * len(numbers)
        return len(asked)

    assert statements(range(1, 2)) == statements(range(2, 502))


def test_each_of_many_events_is_told_once_by_its_own_words(world: World):
    li, boss = world["李催收"].membership_id, world["赵主管"].membership_id
    notify_each(world["赵主管"], "x.told", events(world, range(2, 3)))
    # when one was told before, one comes twice in the same breath, and one concerns who does it
    told = [
        *events(world, range(1, 4)),
        *events(world, range(3, 4)),
        Notable([li, boss], "另", "", key="own"),
    ]
    assert notify_each(world["赵主管"], "x.told", told) == 5
    mine = Notice.objects.filter(membership_id=li).order_by("pk")
    assert list(mine.values_list("key", "title", "text", "case_id", "link")) == [
        ("event:2", "第 2 件", "内容 2", 2, "/cases/2"),
        ("event:1", "第 1 件", "内容 1", 1, "/cases/1"),
        ("event:3", "第 3 件", "内容 3", 3, "/cases/3"),
        ("own", "另", "", None, ""),
    ]
    assert not Notice.objects.filter(membership_id=boss).exists()


def test_what_takes_several_statements_is_told_whole_and_every_browser_hears(
    world: World, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(actions, "AT_ONCE", 3)
    sent: list[Any] = []
    monkeypatch.setattr(
        actions.live, "message", lambda topic, **facts: sent.append((topic, facts)) or json.dumps(0)
    )
    assert notify_each(world["赵主管"], "x.told", events(world, range(1, 6))) == 10
    assert Notice.objects.filter(membership_id=world["周催收"].membership_id).count() == 5
    assert [(topic, facts["title"], facts["link"]) for topic, facts in sent if facts["case_id"] == 2] == [
        (f"membership:{who}", "第 2 件", "/cases/2")
        for who in sorted([world["李催收"].membership_id, world["周催收"].membership_id])
    ]


def test_unread_first_then_newest_and_a_click_opens_the_case(world: World):
    with clock.stopped("2026-09-01T12:00:00+08:00"):
        for number in range(3):
            tell(world, "李催收", key=f"k{number}", case_id=number + 1)
        browser = Browser(world["李催收"])
        newest = Notice.objects.order_by("-id")[0]
        assert browser.post(f"/api/notices/{newest.pk}/read").json() == {"read": 1}
        answer = browser.get("/api/notices").json()
    assert [row["link"] for row in answer["rows"]] == ["/cases/2", "/cases/1", "/cases/3"]
    assert (answer["count"], answer["totals"]) == (3, {"unread": 2})
    assert answer["rows"][2]["read_at"] == "2026-09-01T04:00:00Z"


def test_read_all_and_only_unread(world: World):
    tell(world, "李催收", key="a")
    tell(world, "李催收", key="b")
    browser = Browser(world["李催收"])
    assert browser.post("/api/notices/read-all").json() == {"read": 2}
    assert browser.post("/api/notices/read-all").json() == {"read": 0}
    assert browser.get("/api/notices", unread_only="true").json()["rows"] == []


def test_anothers_notice_looks_missing_and_stays_unread(world: World):
    tell(world, "李催收")
    notice = Notice.objects.get()
    assert Browser(world["周催收"]).post(f"/api/notices/{notice.pk}/read").status_code == 404
    notice.refresh_from_db()
    assert notice.read_at is None
    assert Browser(world["周催收"]).get("/api/notices").json()["count"] == 0


@pytest.mark.parametrize("limit", [0, 201])
def test_a_page_has_its_bounds(world: World, limit: int):
    assert Browser(world["李催收"]).get("/api/notices", limit=limit).status_code == 422


def test_every_page_a_notice_leads_to_is_one_of_the_phones():
    pages = json.loads((CHECKOUT / "web/miniapp/src/pages.json").read_text(encoding="utf-8"))
    there = {page["path"] for page in pages["pages"]}
    there |= {f"{part['root']}/{page['path']}" for part in pages["subPackages"] for page in part["pages"]}
    led_to = {one.page_for(7).partition("?")[0] for one in templates() if not one.code.startswith("test.")}
    assert led_to - {""} <= there and len(led_to) > 5


def test_administrators_read_every_fact_of_a_template_in_chinese():
    for one in templates():
        if not one.code.startswith("test."):
            facts = {*re.findall(r"\{(\w+)\}", one.text), *(fact for _, fact in one.wechat), *one.sms_params}
            assert facts <= set(FACT_LABELS), one.code
    assert in_labels("{no} 定于 {when}") == "{案件编号} 定于 {起止时间}"
