from __future__ import annotations

import pytest

from anjie.access.models import TrailEntry
from anjie.foundation import clock
from tests.cases import place
from tests.http import Browser
from tests.people import World

CARD = "6222020000000000001"


def test_the_palette_finds_within_reach_open_cases_first(world: World) -> None:
    # given two 张三 of 李催收, the newer one closed, and one of 周催收
    place(world, name="张三丰", amount="10.00")
    place(world, name="张三", amount="20.00", state="closed")
    place(world, name="张三", holder="周催收")
    # when he types the name
    found = Browser(world["李催收"]).post("/api/desk/search", {"q": "张三"}).json()
    # then he finds his own, what is open first
    assert [(row["title"], row["state_label"], row["balance"]) for row in found] == [
        ("张三丰", "正常", "10.00"),
        ("张三", "关闭", "20.00"),
    ]
    assert Browser(world["李催收"]).post("/api/desk/search", {"q": "张"}).json() == []


def test_a_look_up_says_by_what_it_was_found_and_stays_on_the_record_without_the_number(world: World) -> None:
    # given one person with two cases in reach, found by three kinds of number
    facts = {"id_no": "320102199001011231", "mobile": "10011112222"}
    one = place(world, card_no=CARD, serial_no="SN-77", **facts)
    two = place(world, **facts)
    place(world, holder="周催收", **facts)
    browser = Browser(world["李催收"])

    def found(number: str) -> list[tuple[int, list[str]]]:
        rows = browser.post("/api/desk/look-up", {"number": number}).json()["rows"]
        return [(row["id"], row["by"]) for row in rows]

    # then each number leads to the cases in reach, newest first
    assert found(facts["id_no"].lower()) == [(two.pk, ["证件号码"]), (one.pk, ["证件号码"])]
    assert found("+86 100-1111-2222") == [(two.pk, ["电话"]), (one.pk, ["电话"])]
    assert found(CARD) == [(one.pk, ["卡号"])]
    assert found("sn-77") == [(one.pk, ["编号"])]
    assert found(one.no) == [(one.pk, ["编号"])]
    assert found("6222020000000000009") == []
    # and the trail holds who looked and what he found, never the number
    entries = TrailEntry.objects.filter(actor=world["李催收"].key, verb="desk.looked_up").order_by("seq")
    assert entries[2].facts == {"by": ["卡号"], "cases": [one.pk], "count": 1}
    assert entries.count() == 6
    assert CARD not in "".join(str(entry.facts) for entry in entries)


def test_what_lies_out_of_reach_is_as_if_it_were_not(world: World) -> None:
    place(world, holder="周催收", card_no=CARD)
    answer = Browser(world["李催收"]).post("/api/desk/look-up", {"number": CARD})
    assert answer.json() == {"rows": [], "count": 0}
    entry = TrailEntry.objects.get(actor=world["李催收"].key, verb="desk.looked_up")
    assert entry.facts == {"by": [], "cases": [], "count": 0}


def test_looking_up_is_limited_by_the_minute(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("anjie.desk.look_up.A_MINUTE", 3)
    case = place(world, card_no=CARD)
    browser = Browser(world["李催收"])
    with clock.stopped("2026-11-22T10:00:00+08:00"):
        first = [browser.post("/api/desk/look-up", {"number": CARD}).status_code for _ in range(4)]
    with clock.stopped("2026-11-22T10:01:01+08:00"):
        later = browser.post("/api/desk/look-up", {"number": CARD})
    assert first == [200, 200, 200, 429]
    assert [row["id"] for row in later.json()["rows"]] == [case.pk]


def test_who_may_not_look_up_is_refused(world: World) -> None:
    answer = Browser(world["冯质检"]).post("/api/desk/look-up", {"number": CARD})
    assert (answer.status_code, answer.json()["facts"]) == (403, {"permission": "desk.look_up"})
    short = Browser(world["李催收"]).post("/api/desk/look-up", {"number": "123"})
    assert (short.status_code, short.json()["code"]) == (422, "look_up.too_short")


def test_pickers_offer_only_what_lies_within_reach(world: World) -> None:
    # given cases in two teams
    place(world, region="江苏省", category="M1", batch_no="B-1", tags=["优质"])
    place(world, "DEMO-CF", holder="吴催收", region="上海市", category="M2", batch_no="B-2", unit="南一组")
    # when a supervisor and a collector open the filters
    supervisor = Browser(world["赵主管"]).get("/api/desk/choices").json()
    collector = Browser(world["吴催收"]).get("/api/desk/choices").json()
    # then each is offered his own part
    assert [row["name"] for row in supervisor["members"]] == ["李催收", "赵主管", "周催收"]
    assert [row["name"] for row in supervisor["units"]] == ["北一组"]
    assert (supervisor["regions"], supervisor["categories"], supervisor["tags"]) == (
        ["江苏省"],
        ["M1"],
        ["优质"],
    )
    assert [row["name"] for row in supervisor["batches"]] == ["B-1"]
    assert [row["name"] for row in collector["members"]] == ["吴催收"]
    assert (collector["regions"], [row["name"] for row in collector["batches"]]) == (["上海市"], ["B-2"])
    # and a clerk of one client only that client
    clerk = Browser(world["王内勤"]).get("/api/desk/choices").json()
    assert [row["note"] for row in clerk["clients"]] == ["DEMO-BANK"]
    assert [row["label"] for row in clerk["states"]][:3] == ["正常", "暂停", "调解中"]
