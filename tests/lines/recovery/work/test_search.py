"""Records are found by what they say, within reach, with totals of exactly what is filtered."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connection

from anjie.desk.public import Case
from anjie.foundation import clock
from anjie.lines.recovery.work.models import WorkRecord
from anjie.lines.recovery.work.search import RECORD_COLUMNS, record_rows
from anjie.services.contact.models import Attempt
from tests.cases import place
from tests.http import Browser
from tests.lines.recovery.work.conftest import NOON, call, phone, promised, result
from tests.people import World, build_world


@pytest.fixture
def recorded(world: World) -> dict[str, Case]:
    """Three days of work of 李催收 and 吴催收 on three cases."""
    with clock.stopped("2026-09-01T10:00:00+08:00"):
        cases = {
            "甲": place(world, name="甲", batch_no="B-1"),
            "乙": place(world, "DEMO-CF", name="乙"),
            "丙": place(world, name="丙", holder="吴催收"),
        }
        call(
            world["李催收"],
            cases["甲"],
            "connected.promise",
            note="百分之五十",
            promise=promised("50.00", "2026-09-09"),
        )
    with clock.stopped("2026-09-02T10:00:00+08:00"):
        call(world["李催收"], cases["乙"], "not_connected.off")
        call(world["吴催收"], cases["丙"], "refused")
    with clock.stopped("2026-09-03T10:00:00+08:00"):
        call(
            world["李催收"], cases["甲"], "connected.later",
            made_elsewhere=True, at=clock.read_instant("2026-09-02T22:30:00+08:00"),
        )  # fmt: skip
    return cases


@pytest.mark.usefixtures("recorded")
class TestFilters:
    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ({}, ["甲", "丙", "乙", "甲"]),
            ({"meaning": "connected"}, ["甲", "甲"]),
            ({"since": "2026-09-02"}, ["甲", "丙", "乙"]),
            ({"since": "2026-09-02", "until": "2026-09-02", "origin": "system"}, ["丙", "乙"]),
            ({"warned": "true"}, ["甲"]),
            ({"late": "true"}, ["甲"]),
            ({"promised": "true"}, ["甲"]),
            ({"q": "百分之五"}, ["甲"]),
            ({"q": "%"}, []),
            ({"q": "乙"}, ["乙"]),
            ({"channel": "visit"}, []),
        ],
    )
    def test_by_what_they_say(self, world: World, query: dict, found: list[str]):
        answer = Browser(world["钱管理"]).get("/api/recovery/work/records", **query).json()
        assert [row["debtor"] for row in answer["rows"]] == found
        assert answer["count"] == len(found)

    def test_by_result_with_everything_below_it(self, world: World):
        answer = Browser(world["钱管理"]).get("/api/recovery/work/records", result=result("connected")).json()
        assert answer["count"] == 2
        assert answer["totals"]["connected"] == 2 and answer["totals"]["cases"] == 1

    def test_by_client_batch_collector_and_unit(self, world: World, recorded: dict[str, Case]):
        browser = Browser(world["钱管理"])

        def found(**query) -> list[str]:
            rows = browser.get("/api/recovery/work/records", **query).json()["rows"]
            return [row["debtor"] for row in rows]

        assert found(client=world.clients["DEMO-CF"].pk) == ["乙"]
        assert found(batch=recorded["甲"].batch_id) == ["甲", "甲"]
        assert found(membership=world["吴催收"].membership_id) == ["丙"]
        assert found(unit=world.units["北"].pk) == ["甲", "乙", "甲"]
        assert found(person=recorded["丙"].person_id) == ["丙"]

    @pytest.mark.parametrize(
        ("who", "found"),
        [
            ("李催收", ["甲", "乙", "甲"]),
            ("吴催收", ["丙"]),
            ("王内勤", ["甲", "丙", "甲"]),
            ("赵主管", ["甲", "乙", "甲"]),
        ],
    )
    def test_only_what_is_in_reach(self, world: World, who: str, found: list[str]):
        rows = Browser(world[who]).get("/api/recovery/work/records").json()["rows"]
        assert [row["debtor"] for row in rows] == found

    def test_totals_are_of_the_filter_not_of_the_page(self, world: World):
        answer = Browser(world["钱管理"]).get("/api/recovery/work/records", limit=1).json()
        assert len(answer["rows"]) == 1
        assert answer["count"] == 4
        assert answer["totals"] == {
            "cases": 3, "connected": 2, "third_party": 0, "not_connected": 1, "refused": 1,
            "warned": 1, "promises": 1, "promised_amount": "50.00",
        }  # fmt: skip

    def test_rows_for_an_export_have_every_column(self, world: World):
        rows = list(record_rows(world["李催收"], {"since": date(2026, 9, 1), "until": date(2026, 9, 1)}))
        assert len(rows) == 1 and list(rows[0]) == list(RECORD_COLUMNS)
        assert (rows[0]["result"], str(rows[0]["promised_amount"]), rows[0]["batch_no"], rows[0]["by"]) == (
            "接通本人 / 承诺还款",
            "50.00",
            "B-1",
            "李催收",
        )

    @pytest.mark.parametrize("text", ["\0", "a\0b"])
    def test_text_no_column_can_hold_is_refused(self, world: World, text: str):
        browser = Browser(world["李催收"])
        assert browser.get("/api/recovery/work/records", q=text).json()["code"] == "request.unstorable"
        answer = browser.post("/api/recovery/work/records", {"case": 1, "channel": "note", "note": text})
        assert 400 <= answer.status_code < 500
        assert WorkRecord.objects.count() == 4


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_the_same_moment_are_one_record():
    world = build_world()
    with clock.stopped(NOON):
        case = place(world, name="张三")
        point, leaf = phone(case).pk, result("connected.later")
        both = Barrier(2)

        def click(_: int) -> int:
            try:
                both.wait(timeout=60)
                return call(world["李催收"], case, "connected.later", contact_point=point, key="form-1").pk
            finally:
                connection.close()

        with ThreadPoolExecutor(2) as pool:
            made = set(pool.map(click, range(2)))
    assert len(made) == 1 and leaf
    assert WorkRecord.objects.count() == Attempt.objects.count() == 1
