from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from anjie.desk.models import Case, CustomField
from anjie.foundation import clock
from anjie.lines.recovery.work.models import Promise
from tests.cases import place
from tests.http import Browser
from tests.people import World

NOW = "2026-11-22T10:00:00+08:00"


@pytest.fixture(autouse=True)
def stopped() -> Any:
    with clock.stopped(NOW):
        yield


def titles(answer: Any) -> list[str]:
    assert answer.status_code == 200, answer.content.decode()
    return [row["title"] for row in answer.json()["rows"]]


def asked(world: World, who: str = "钱管理", **query: Any) -> list[str]:
    return titles(Browser(world[who]).get("/api/recovery/cases", **{"sort": "id", **query}))


@pytest.fixture
def desk(world: World) -> dict[str, Case]:
    """Five cases that differ in everything a list can be asked."""
    made = {
        "张三": place(
            world, name="张三", amount="1000.00", holder="李催收", region="江苏省苏州市", category="M1",
            batch_no="B-1", serial_no="SN-A1", contract_no="HT-9", id_no="320102199001011231",
            mobile="10011112222", card_no="6222020000000000001", commission_rate=Decimal("0.10"),
            tags=["优质"], overdue_days=20,
        ),
        "李四": place(
            world, name="李四", amount="5000.00", holder="周催收", region="江苏省南京市", category="M2",
            batch_no="B-1", commission_rate=Decimal("0.20"), overdue_days=40, tags=["失联", "优质"],
        ),
        "王小明": place(
            world, name="王小明", amount="300.00", settled_amount=Decimal("100.00"), holder=None,
            unit="北一组", region="浙江省", category="M3", batch_no="B-2",
        ),
        "单明": place(
            world, "DEMO-CF", name="单明", amount="9000.00", holder="吴催收", region="上海市", category="M2",
            recall_on=clock.today() + timedelta(days=3), commission_rate=Decimal("0.30"),
        ),
        "赵六": place(world, "DEMO-CF", name="赵六", amount="700.00", holder="李催收", category=""),
    }  # fmt: skip
    worked = {"张三": 0, "李四": 5, "单明": 30}
    for name, days in worked.items():
        Case.objects.filter(pk=made[name].pk).update(last_worked_at=clock.now() - timedelta(days=days))
    return made


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, ["张三", "李四", "王小明", "单明", "赵六"]),
        ({"amount_from": "700", "amount_to": "5000"}, ["张三", "李四", "赵六"]),
        ({"settled_from": "0.01"}, ["王小明"]),
        ({"balance_to": "200.00"}, ["王小明"]),
        ({"category": ["M1", "M3"]}, ["张三", "王小明"]),
        ({"region": "江苏省"}, ["张三", "李四"]),
        ({"unassigned": "true"}, ["王小明"]),
        ({"unassigned": "false", "category": "M2"}, ["李四", "单明"]),
        ({"term_to": "2026-11-30"}, ["单明"]),
        ({"last_worked_from": "2026-11-17", "last_worked_to": "2026-11-21"}, ["李四"]),
        ({"last_worked_to": "2026-11-22"}, ["张三", "李四", "单明"]),
        ({"never_worked": "true"}, ["王小明", "赵六"]),
        ({"idle_days": "5"}, ["李四", "王小明", "单明", "赵六"]),
        ({"idle_days": "6"}, ["王小明", "单明", "赵六"]),
        ({"tags": "失联"}, ["李四"]),
        ({"tags": ["失联", "优质"]}, ["张三", "李四"]),
        (
            {"opened_from": "2026-11-22", "opened_to": "2026-11-22"},
            ["张三", "李四", "王小明", "单明", "赵六"],
        ),
        ({"opened_to": "2026-11-21"}, []),
        ({"overdue_from": "30"}, ["李四"]),
        ({"rate_from": "0.2"}, ["李四", "单明"]),
        ({"serial_no": "SN-A"}, ["张三"]),
        ({"state": ["paused", "closed"]}, []),
        ({"is_open": "true", "category": "M1"}, ["张三"]),
        ({"q": "小明"}, ["王小明"]),
        ({"q": "明"}, ["王小明", "单明"]),
        ({"q": "王小明"}, ["王小明"]),
        ({"q": "小王"}, []),
        ({"q": "sn-a1"}, ["张三"]),
        ({"q": "HT9"}, ["张三"]),
        ({"q": "320102199001011231"}, ["张三"]),
        ({"q": "6222 0200 0000 0000 001"}, ["张三"]),
        ({"q": "100-1111-2222"}, ["张三"]),
        ({"q": "%"}, []),
        ({"colour": "red"}, []),
        ({"amount_from": "", "q": " "}, ["张三", "李四", "王小明", "单明", "赵六"]),
    ],
)
def test_each_filter_finds_exactly_its_cases(
    world: World, desk: dict[str, Case], query: dict[str, Any], found: list[str]
) -> None:
    assert asked(world, **query) == found


def test_filters_by_who_and_where(world: World, desk: dict[str, Case]) -> None:
    li, north = world["李催收"].membership_id, world.units["北"].pk
    assert asked(world, holder=li) == ["张三", "赵六"]
    assert asked(world, unit=north) == ["张三", "李四", "王小明", "赵六"]
    assert asked(world, client=world.clients["DEMO-CF"].pk) == ["单明", "赵六"]
    assert asked(world, batch=desk["王小明"].batch_id) == ["王小明"]
    assert asked(world, q=desk["单明"].no) == ["单明"]
    assert asked(world, q=desk["单明"].no[:7]) == ["张三", "李四", "王小明", "单明", "赵六"]


@pytest.mark.parametrize(
    ("custom", "found"),
    [
        ("level:A", ["张三"]),
        ("income:5000..8000", ["李四"]),
        ("income:..5000", ["张三"]),
        ("income:8000", ["李四"]),
        ("since:2026-01-01..", ["张三"]),
        ("employer:电子", ["张三", "李四"]),
        ("employer:100%", []),
        (["employer:电子", "level:B"], ["李四"]),
    ],
)
def test_declared_fields_are_filtered_by_their_type(world: World, custom: Any, found: list[str]) -> None:
    # given a template's fields, and a value an older import left that is no number
    for code, kind in (("level", "choice"), ("income", "money"), ("since", "date"), ("employer", "text")):
        CustomField.objects.create(line="recovery", code=code, label=code, kind=kind, choices=["A", "B"])
    place(
        world,
        name="张三",
        custom={"level": "A", "income": "4000.00", "since": "2026-03-01", "employer": "宏图电子厂"},
    )
    place(
        world,
        name="李四",
        custom={"level": "B", "income": "8000.00", "since": "2025-03-01", "employer": "大明电子"},
    )
    place(world, name="王五", custom={"income": "约五千", "since": "去年"})
    # then each kind is compared as what it is
    assert asked(world, custom=custom) == found


@pytest.mark.parametrize(
    "custom", ["income", "income:a..b", "income:1e999", "since:2026-13-01", "x' or 1=1:1"]
)
def test_a_range_nobody_can_read_is_refused(world: World, custom: str) -> None:
    CustomField.objects.create(line="recovery", code="income", label="收入", kind="money")
    CustomField.objects.create(line="recovery", code="since", label="入职", kind="date")
    answer = Browser(world["钱管理"]).get("/api/recovery/cases", custom=custom)
    assert (answer.status_code, answer.json()["code"].split(".")[0]) == (422, "list")


def test_open_promises_are_found_by_when_they_are_due(world: World, desk: dict[str, Case]) -> None:
    # given promises due today, last week and in three days, and one already kept
    for name, days, state in (
        ("张三", 0, "open"),
        ("李四", -7, "open"),
        ("赵六", 3, "open"),
        ("单明", 0, "kept"),
    ):
        Promise.objects.create(
            case=desk[name],
            amount=Decimal("100.00"),
            due_on=clock.today() + timedelta(days=days),
            made_at=clock.now(),
            state=state,
        )
    assert asked(world, promise="today") == ["张三"]
    assert asked(world, promise="overdue") == ["李四"]
    assert asked(world, promise="week") == ["张三", "赵六"]
    assert asked(world, promise="any") == ["张三", "李四", "赵六"]
    row = Browser(world["李催收"]).get("/api/recovery/cases", promise="today").json()["rows"][0]
    assert row["promise_due_on"] == "2026-11-22"


def test_totals_are_of_exactly_what_is_filtered(world: World, desk: dict[str, Case]) -> None:
    # when one row of the filtered four is asked for
    answer = Browser(world["钱管理"]).get("/api/recovery/cases", amount_to="5000", size=1, page=2).json()
    # then count and sums are of the four
    assert len(answer["rows"]) == 1
    assert answer["count"] == 4
    assert answer["totals"] == {"count": 4, "amount": "7000.00", "settled": "100.00", "balance": "6900.00"}


def test_nothing_found_sums_to_zero(world: World, desk: dict[str, Case]) -> None:
    answer = Browser(world["钱管理"]).get("/api/recovery/cases", amount_from="1000000").json()
    assert answer == {
        "rows": [],
        "count": 0,
        "totals": {"count": 0, "amount": "0.00", "settled": "0.00", "balance": "0.00"},
    }


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("amount", ["王小明", "赵六", "张三", "李四", "单明"]),
        ("-amount", ["单明", "李四", "张三", "赵六", "王小明"]),
        ("title", ["李四", "单明", "王小明", "张三", "赵六"]),
        ("last_worked_at", ["单明", "李四", "张三", "王小明", "赵六"]),
        ("-last_worked_at", ["张三", "李四", "单明", "赵六", "王小明"]),
        ("holder", ["张三", "赵六", "单明", "李四", "王小明"]),
        ("-holder", ["李四", "单明", "赵六", "张三", "王小明"]),
        ("category", ["张三", "李四", "单明", "王小明", "赵六"]),
        ("-category", ["王小明", "单明", "李四", "张三", "赵六"]),
        ("overdue_days", ["张三", "李四", "王小明", "单明", "赵六"]),
        ("-commission_rate", ["单明", "李四", "张三", "赵六", "王小明"]),
        ("", ["赵六", "单明", "王小明", "李四", "张三"]),
    ],
)
def test_any_column_sorts_with_blanks_last_and_ties_by_id(
    world: World, desk: dict[str, Case], sort: str, order: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # the way rows are found must not change what is found: few are sorted, many walked along the index
    for few in (10_000, 0):
        monkeypatch.setattr("anjie.desk.paging.FEW", few)
        assert asked(world, sort=sort) == order
        # and page by page it is the same list
        pages = [asked(world, sort=sort, size=2, page=page) for page in (1, 2, 3, 4)]
        assert [title for page in pages for title in page] == order


def test_a_row_carries_what_the_screen_needs(world: World, desk: dict[str, Case]) -> None:
    row = Browser(world["赵主管"]).get("/api/recovery/cases", q="张三").json()["rows"][0]
    case = desk["张三"]
    assert {key: row[key] for key in ("no", "title", "state_label", "state_tone", "holder", "unit", "client")} == {
        "no": case.no, "title": "张三", "state_label": "正常", "state_tone": "live", "holder": "李催收",
        "unit": "北一组", "client": "示范银行",
    }  # fmt: skip
    assert (row["amount"], row["balance"], row["days_left"]) == ("1000.00", "1000.00", 9)
    assert (row["days_since_work"], row["stale_level"]) == (0, 0)
    assert (row["id_mask"], row["card_mask"]) == ("320***********1231", "6222***********0001")
    assert row["tags"] == ["优质"]
    assert [move["code"] for move in row["moves"]] == ["placement.pause"]
    assert row["moves"][0]["reason"] == "required"


def test_rows_tint_by_how_long_ago_they_were_worked(world: World, desk: dict[str, Case]) -> None:
    rows = Browser(world["钱管理"]).get("/api/recovery/cases", sort="id").json()["rows"]
    assert [row["stale_level"] for row in rows] == [0, 2, 4, 4, 4]


@pytest.mark.parametrize(
    ("who", "found"),
    [
        ("李催收", ["张三", "赵六"]),
        ("周催收", ["李四"]),
        ("赵主管", ["张三", "李四", "王小明", "赵六"]),
        ("郑主管", ["单明"]),
        ("王内勤", ["张三", "李四", "王小明"]),
        ("孙内勤", ["张三", "李四", "王小明", "单明", "赵六"]),
    ],
)
def test_everybody_sees_his_reach_and_no_filter_widens_it(
    world: World, desk: dict[str, Case], who: str, found: list[str]
) -> None:
    assert asked(world, who) == found
    every_holder = [actor.membership_id for actor in world.actors.values()]
    assert set(asked(world, who, holder=every_holder)) <= set(found)
    assert set(asked(world, who, unit=world.units["公司"].pk)) <= set(found)
    assert set(asked(world, who, q="6222020000000000001")) <= set(found)


def test_the_commission_rate_shows_only_to_who_may_see_it(world: World, desk: dict[str, Case]) -> None:
    rate = {
        who: Browser(world[who]).get("/api/recovery/cases", q="张三").json()["rows"][0]["commission_rate"]
        for who in ("李催收", "赵主管", "王内勤", "陈财务")
    }
    assert rate == {"李催收": None, "赵主管": None, "王内勤": "0.10000", "陈财务": "0.10000"}


@pytest.mark.parametrize("query", [{"rate_from": "0.1"}, {"rate_to": "0.1"}, {"sort": "-commission_rate"}])
def test_a_hidden_rate_can_be_neither_filtered_nor_sorted_by(
    world: World, desk: dict[str, Case], query: dict[str, str]
) -> None:
    answer = Browser(world["李催收"]).get("/api/recovery/cases", **query)
    assert answer.status_code == 403
    assert answer.json()["facts"] == {"permission": "placement.see_commission"}


def test_whole_numbers_find_nothing_for_who_may_not_look_up(world: World, desk: dict[str, Case]) -> None:
    # given an inspector, who sees every case but may not look up by number
    assert asked(world, "冯质检", q="张三") == ["张三"]
    # then neither ID, card nor phone number answers him, though the serial number does
    for number in ("320102199001011231", "6222020000000000001", "10011112222"):
        assert asked(world, "冯质检", q=number) == []
    assert asked(world, "冯质检", q="SN-A1") == ["张三"]


def test_the_same_list_can_be_asked_in_a_body(world: World, desk: dict[str, Case]) -> None:
    body = {"sort": "-amount", "size": 1, "filter": {"client": world.clients["DEMO-BANK"].pk}}
    answer = Browser(world["钱管理"]).post("/api/recovery/cases/search", body).json()
    assert [row["title"] for row in answer["rows"]] == ["李四"]
    assert answer["count"] == 3
    # and a filter nobody knows is refused instead of widening the answer
    wrong = Browser(world["孙内勤"]).post("/api/recovery/cases/search", {"filter": {"clients": [1]}})
    assert wrong.status_code == 422


@pytest.mark.parametrize(
    "query",
    [
        {"sort": "person__id_index"},
        {"sort": "amount; drop table"},
        {"size": "201"},
        {"page": "0"},
        {"amount_from": "NaN"},
        {"amount_from": "1e99"},
        {"opened_to": "9999-12-31"},
        {"holder": "99999999999999999999"},
        {"q": "a\0b"},
        {"custom": "unknown:1"},
        {"promise": "never"},
    ],
)
def test_wrong_questions_are_refused_not_broken(
    world: World, desk: dict[str, Case], query: dict[str, str]
) -> None:
    answer = Browser(world["钱管理"]).get("/api/recovery/cases", **query)
    assert answer.status_code == 422
    assert answer.json()["message"]
