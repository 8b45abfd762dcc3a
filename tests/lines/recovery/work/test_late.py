"""Late by the client's own clock, in one Chinese working calendar; told once to who is late and who leads him."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from anjie.access.actors import Actor
from anjie.desk.public import Case, ContactFacts
from anjie.foundation import clock
from anjie.lines.recovery.placement.models import ClientContract
from anjie.lines.recovery.work import late
from anjie.lines.recovery.work.records import Contacted, record_work
from anjie.lines.recovery.work.rules import first_call_cutoff, first_call_due
from anjie.services.notices.models import Notice
from tests.cases import place
from tests.http import Browser
from tests.lines.recovery.work.conftest import call, result
from tests.people import World

ZONE = clock.ZONE
JOB = Actor.job("work.late")
HOME = ContactFacts("address", "北京市海淀区某路 1 号", owner="张三")


@pytest.mark.parametrize(
    ("given_at", "limit", "unit", "due"),
    [
        # Wednesday 30 September; 1 to 7 October are the National Day, Saturday 10 October is made up for.
        (datetime(2026, 9, 30, 10, tzinfo=ZONE), 3, "working_days", datetime(2026, 10, 11, tzinfo=ZONE)),
        (datetime(2026, 9, 30, 10, tzinfo=ZONE), 2, "days", datetime(2026, 10, 3, tzinfo=ZONE)),
        (datetime(2026, 9, 30, 10, tzinfo=ZONE), 2, "hours", datetime(2026, 9, 30, 12, tzinfo=ZONE)),
        (datetime(2026, 9, 30, 17, tzinfo=ZONE), 2, "working_hours", datetime(2026, 10, 8, 10, tzinfo=ZONE)),
    ],
)
def test_when_the_first_call_is_due(given_at: datetime, limit: int, unit: str, due: datetime):
    assert first_call_due(given_at, limit, unit) == due


instants = st.datetimes(datetime(2025, 1, 2), datetime(2026, 12, 1)).map(  # noqa: DTZ001
    lambda at: at.replace(tzinfo=ZONE, second=0, microsecond=0)
)


@settings(deadline=None, max_examples=150)
@given(
    instants, st.integers(0, 21 * 24 * 60), st.integers(1, 10), st.sampled_from(ClientContract.Clock.values)
)
def test_the_cut_off_is_the_due_instant_turned_round(given_at, minutes, limit, unit):
    now = given_at + timedelta(minutes=minutes)
    due = first_call_due(given_at, limit, unit)
    is_late = given_at < first_call_cutoff(now, limit, unit)
    # By hours the instant itself is not late yet, by days the day that begins is.
    assert is_late == (due < now if unit in ("hours", "working_hours") else due <= now)


def given(world: World, at: str, **facts) -> Case:
    with clock.stopped(at):
        return place(world, **facts)


class TestLists:
    def test_a_case_not_called_within_three_working_days_is_late(self, world: World):
        case = given(world, "2026-09-30T10:00:00+08:00", name="张三")
        with clock.stopped("2026-10-10T23:59:00+08:00"):
            assert Browser(world["赵主管"]).get("/api/recovery/work/late").json()["count"] == 0
        with clock.stopped("2026-10-11T00:00:00+08:00"):
            answer = Browser(world["赵主管"]).get("/api/recovery/work/late").json()
        assert answer["totals"] == {"first_call": 1, "visit": 0, "entry": 0, "instruction": 0}
        row = answer["rows"][0]
        assert (row["case_no"], row["holder"], row["due_at"]) == (
            case.no,
            "李催收",
            "2026-10-11T00:00:00+08:00",
        )

    def test_an_sms_is_no_call_and_a_call_ends_the_lateness(self, world: World):
        case = given(world, "2026-09-01T10:00:00+08:00", name="张三")
        with clock.stopped("2026-09-10T10:00:00+08:00"):
            point = case.contact_points.first()
            record_work(world["李催收"], Contacted(case=case.pk, channel="sms", contact_point=point.pk))
            assert late.late_page(world["赵主管"], "first_call", offset=0, limit=9)["count"] == 1
            call(world["李催收"], case)
            assert late.late_page(world["赵主管"], "first_call", offset=0, limit=9)["count"] == 0

    def test_each_client_has_its_own_clock(self, world: World):
        ClientContract.objects.create(
            client=world.clients["DEMO-BANK"], first_call_limit=2, first_call_clock="hours"
        )
        ClientContract.objects.create(client=world.clients["DEMO-CF"], first_call_limit=0)
        quick = given(world, "2026-09-01T10:00:00+08:00", name="张三")
        given(world, "2026-08-01T10:00:00+08:00", client="DEMO-CF", name="李四")
        with clock.stopped("2026-09-01T12:00:01+08:00"):
            rows = late.late_page(world["赵主管"], "first_call", offset=0, limit=9)["rows"]
        assert [row["case_no"] for row in rows] == [quick.no]

    def test_a_visit_is_owed_where_there_is_an_address(self, world: World):
        given(world, "2026-09-01T10:00:00+08:00", name="无地址")
        case = given(world, "2026-09-01T10:00:00+08:00", name="张三", contacts=(HOME,))
        with clock.stopped("2026-09-09T00:00:00+08:00"):
            assert [
                r["case_no"] for r in late.late_page(world["赵主管"], "visit", offset=0, limit=9)["rows"]
            ] == [case.no]
        with clock.stopped("2026-09-09T10:00:00+08:00"):
            home = case.contact_points.get(kind="address")
            record_work(
                world["李催收"],
                Contacted(
                    case=case.pk, channel="visit", contact_point=home.pk, result=result("connected.later")
                ),
            )
            assert late.late_page(world["赵主管"], "visit", offset=0, limit=9)["count"] == 0

    @pytest.mark.parametrize(("who", "count"), [("赵主管", 1), ("李催收", 1), ("周催收", 0), ("郑主管", 0)])
    def test_only_what_is_in_reach(self, world: World, who: str, count: int):
        given(world, "2026-09-01T10:00:00+08:00", name="张三")
        with clock.stopped("2026-09-10T10:00:00+08:00"):
            assert late.late_page(world[who], "first_call", offset=0, limit=9)["count"] == count

    @pytest.mark.parametrize("state", ["paused", "in_mediation", "settled"])
    def test_a_case_that_is_not_worked_is_not_late(self, world: World, state: str):
        given(world, "2026-09-01T10:00:00+08:00", name="张三", state=state)
        with clock.stopped("2026-09-10T10:00:00+08:00"):
            assert late.late_page(world["赵主管"], "first_call", offset=0, limit=9)["count"] == 0


class TestTelling:
    def test_collector_and_his_supervisor_are_told_once(self, world: World):
        case = given(world, "2026-09-01T10:00:00+08:00", name="张三")
        with clock.stopped("2026-09-10T10:00:00+08:00"):
            assert late.tell_late(JOB) == 1
            assert late.tell_late(JOB) == 0
        told = Notice.objects.order_by("membership_id").values_list(
            "membership_id", "verb", "case_id", "title"
        )
        assert sorted(told) == sorted(
            (world[who].membership_id, "late.first_call", case.pk, "首次电催超时")
            for who in ("李催收", "赵主管")
        )

    def test_many_at_once_are_one_notice_that_opens_the_list(self, world: World):
        for number in range(4):
            given(world, "2026-09-01T10:00:00+08:00", name=f"甲{number}")
        with clock.stopped("2026-09-10T10:00:00+08:00"):
            assert late.tell_late(JOB) == 4
        own = Notice.objects.get(membership_id=world["李催收"].membership_id)
        assert (own.title, own.case_id, own.link) == (
            "首次电催超时 4 件",
            None,
            "/recovery/late?kind=first_call",
        )

    def test_many_holders_are_told_by_one_statement(self, world: World):
        for holder in ("李催收", "周催收"):
            given(world, "2026-09-01T10:00:00+08:00", name="张三", holder=holder)
        with clock.stopped("2026-09-10T10:00:00+08:00"), CaptureQueriesContext(connection) as asked:
            assert late.tell_late(JOB) == 2
        written = [query for query in asked.captured_queries if "INSERT INTO notices_notice" in query["sql"]]
        assert len(written) == 1
        boss = Notice.objects.filter(membership_id=world["赵主管"].membership_id)
        assert {one.text.partition("：")[0] for one in boss} == {"李催收", "周催收"}

    def test_a_new_holder_who_is_late_again_is_told_again(self, world: World):
        case = given(world, "2026-09-01T10:00:00+08:00", name="张三")
        with clock.stopped("2026-09-10T10:00:00+08:00"):
            late.tell_late(JOB)
        Case.objects.filter(pk=case.pk).update(
            holder_id=world["周催收"].membership_id,
            assigned_at=clock.read_instant("2026-09-11T09:00:00+08:00"),
        )
        with clock.stopped("2026-09-20T10:00:00+08:00"):
            assert late.tell_late(JOB) == 1
        assert Notice.objects.filter(membership_id=world["周催收"].membership_id).count() == 1

    def test_who_entered_late_and_his_supervisor_are_told_once(self, world: World):
        # given a call of Tuesday that was entered on Wednesday, and one entered at once
        case = given(world, "2026-09-01T10:00:00+08:00", name="张三")
        prompt = given(world, "2026-09-01T10:00:00+08:00", name="李四")
        made = clock.read_instant("2026-09-01T15:00:00+08:00")
        with clock.stopped("2026-09-02T09:00:00+08:00"):
            call(world["李催收"], case, at=made, made_elsewhere=True)
            call(world["李催收"], prompt)
            # when the worker looks, twice
            assert late.tell_late(JOB) == 1
            assert late.tell_late(JOB) == 0
        told = Notice.objects.values_list("membership_id", "verb", "case_id", "title")
        assert sorted(told) == sorted(
            (world[who].membership_id, "late.entry", case.pk, "催记非当日录入")
            for who in ("李催收", "赵主管")
        )
        assert case.no in Notice.objects.first().text and prompt.no not in Notice.objects.first().text

    def test_many_late_entries_are_one_notice_and_a_later_one_is_told_by_itself(self, world: World):
        cases = [given(world, "2026-09-01T10:00:00+08:00", name=f"甲{n}") for n in range(3)]
        made = clock.read_instant("2026-09-01T15:00:00+08:00")
        with clock.stopped("2026-09-02T09:00:00+08:00"):
            for case in cases:
                call(world["李催收"], case, at=made, made_elsewhere=True)
            assert late.tell_late(JOB) == 3
        own = Notice.objects.filter(membership_id=world["李催收"].membership_id)
        assert [(one.title, one.link) for one in own] == [
            ("催记非当日录入 3 条", "/recovery/late?kind=entry")
        ]
        with clock.stopped("2026-09-02T11:00:00+08:00"):
            call(
                world["李催收"],
                cases[0],
                at=clock.read_instant("2026-09-01T18:00:00+08:00"),
                made_elsewhere=True,
            )
            assert late.tell_late(JOB) == 1
        assert own.all().count() == 2

    def test_what_was_entered_late_long_ago_is_not_told_any_more(self, world: World):
        case = given(world, "2026-09-01T10:00:00+08:00", name="张三")
        with clock.stopped("2026-09-02T09:00:00+08:00"):
            call(
                world["李催收"], case, at=clock.read_instant("2026-09-01T15:00:00+08:00"), made_elsewhere=True
            )
        with clock.stopped("2026-09-06T09:00:00+08:00"):
            assert late.tell_late(JOB) == 0
            assert late.late_page(world["赵主管"], "entry", offset=0, limit=9)["count"] == 1
