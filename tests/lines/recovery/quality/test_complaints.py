"""A complaint is recorded on a case, handled in steps with working-day deadlines, told when late, and closed."""

from __future__ import annotations

from typing import Any

import pytest

from anjie.access.actors import Actor
from anjie.desk.public import Event
from anjie.foundation import clock
from anjie.lines.recovery.quality.actions import tell_late
from anjie.lines.recovery.quality.models import Complaint, ComplaintStep
from anjie.services.notices.models import Notice
from tests.cases import place
from tests.http import Browser
from tests.people import World

TUESDAY = "2026-09-01T10:00:00+08:00"
PATH = "/api/recovery/complaints"
SEPTEMBER = {"from_on": "2026-09-01", "to_on": "2026-09-30"}


def told(world: World, case_id: int, **more: Any) -> dict[str, Any]:
    """A complaint as the form sends it."""
    return {
        "case": case_id, "complainant": "张三", "against": world["李催收"].membership_id, "channel": "phone",
        "severity": "general", "what": "一天内多次来电。", "why": "联系过于频繁", "received_on": "2026-09-01", **more,
    }  # fmt: skip


def notices(world: World, who: str) -> list[str]:
    found = Notice.objects.filter(membership_id=world[who].membership_id).order_by("id")
    return list(found.values_list("title", flat=True))


def test_a_complaint_gets_its_steps_and_the_supervisor_hears_of_it(world: World) -> None:
    with clock.stopped(TUESDAY):
        case = place(world, holder="李催收")
        answer = Browser(world["王内勤"]).post(PATH, told(world, case.pk))
    assert answer.status_code == 200, answer.content
    made = answer.json()
    # given on Tuesday 1 September: two, three and five working days, the weekend left out
    assert [(step["what"], step["due_on"]) for step in made["steps"]] == [
        ("核实情况", "2026-09-03"), ("答复投诉人", "2026-09-04"), ("整改并反馈委托方", "2026-09-08"),
    ]  # fmt: skip
    assert (made["against"], made["unit_name"], made["severity_label"]) == ("李催收", "北一组", "一般")
    assert notices(world, "赵主管") == ["一般投诉"]
    # and whom it is about is not told by it
    assert notices(world, "李催收") == []
    assert Event.objects.filter(case_id=case.pk).latest("seq").verb == "complaint.recorded"


def test_steps_are_done_once_and_a_complaint_closes_when_all_are(world: World) -> None:
    with clock.stopped(TUESDAY):
        case = place(world, holder="李催收")
        browser = Browser(world["王内勤"])
        made = browser.post(PATH, told(world, case.pk, severity="minor")).json()
        closing = {"measures": "口头警告", "result": "投诉人接受解释"}
        # when it is closed with steps left, it is refused and stays open
        early = browser.post(f"{PATH}/{made['id']}/close", closing)
        assert (early.status_code, early.json()["code"]) == (409, "quality.steps_left")
        assert Complaint.objects.get().state == "open"
        # when a step is added and all are done
        assert (
            browser.post(f"{PATH}/{made['id']}/steps", {"what": "回访", "days": 10}).json()["steps"][-1][
                "due_on"
            ]
            == "2026-09-15"
        )
        for step in ComplaintStep.objects.all():
            done = browser.post(f"{PATH}/steps/{step.pk}/done", {"note": "已办"})
            assert done.status_code == 200
        again = browser.post(f"{PATH}/steps/{step.pk}/done", {"note": "再办"})
        assert (again.status_code, again.json()["code"]) == (409, "quality.step_done")
        closed = browser.post(f"{PATH}/{made['id']}/close", closing).json()
        assert (closed["state_label"], closed["measures"], closed["closed_by"]) == (
            "已办结", "口头警告", "王内勤",
        )  # fmt: skip
        # then nothing of it changes any more
        late = browser.post(f"{PATH}/{made['id']}/steps", {"what": "再查", "days": 1})
        assert (late.status_code, late.json()["code"]) == (409, "quality.closed")
        assert ComplaintStep.objects.count() == 3


def test_a_late_step_is_told_to_the_supervisor_once(world: World) -> None:
    with clock.stopped(TUESDAY):
        case = place(world, holder="李催收")
        Browser(world["王内勤"]).post(PATH, told(world, case.pk, severity="major"))
    job = Actor.job("quality.late")
    with clock.stopped("2026-09-02T23:00:00+08:00"):
        assert tell_late(job) == 0
    with clock.stopped("2026-09-03T08:15:00+08:00"):
        assert (tell_late(job), tell_late(job)) == (2, 0)
        rows = Browser(world["赵主管"]).get(PATH, late=True).json()
    assert notices(world, "赵主管") == ["重大投诉", "投诉处理超时", "投诉处理超时"]
    assert (rows["count"], rows["rows"][0]["is_late"], rows["totals"]["late"]) == (1, True, 1)


@pytest.mark.parametrize(
    ("who", "status"), [("郑主管", 404), ("李催收", 403), ("陈财务", 403), ("孙内勤", 200)]
)
def test_who_may_record(world: World, who: str, status: int) -> None:
    with clock.stopped(TUESDAY):
        case = place(world, holder="李催收")
        answer = Browser(world[who]).post(PATH, told(world, case.pk, against=None))
    assert answer.status_code == status
    assert Complaint.objects.count() == (1 if status == 200 else 0)


def test_a_day_that_has_not_come_and_a_stranger_are_refused(world: World) -> None:
    with clock.stopped(TUESDAY):
        case = place(world, holder="李催收")
        browser = Browser(world["赵主管"])
        ahead = browser.post(PATH, told(world, case.pk, received_on="2026-09-02"))
        assert (ahead.status_code, ahead.json()["code"]) == (422, "quality.received_ahead")
        stranger = browser.post(PATH, told(world, case.pk, against=world["吴催收"].membership_id))
        assert stranger.status_code == 404
    assert Complaint.objects.count() == 0


@pytest.mark.parametrize("by", ["month", "client", "person", "severity"])
def test_the_report_and_its_list_agree(world: World, by: str) -> None:
    with clock.stopped("2026-09-10T10:00:00+08:00"):
        one = place(world, "DEMO-BANK", holder="李催收")
        two = place(world, "DEMO-CF", holder="吴催收")
        browser = Browser(world["孙内勤"])
        for case, more in (
            (one, {}), (one, {"severity": "major", "received_on": "2026-09-09"}),
            (two, {"against": world["吴催收"].membership_id, "severity": "minor", "received_on": "2026-09-10"}),
            (two, {"against": None, "received_on": "2026-08-31"}),
        ):  # fmt: skip
            assert browser.post(PATH, told(world, case.pk, **more)).status_code == 200
        report = browser.get(
            "/api/insight/complaints", by=by, from_on="2026-08-01", to_on="2026-09-30"
        ).json()
        assert {name: report["totals"][name] for name in ("count", "minor", "general", "major", "late")} == {
            "count": 4, "minor": 1, "general": 2, "major": 1, "late": 2,
        }  # fmt: skip
        assert sum(row["count"] for row in report["rows"]) == 4
        for row in (*report["rows"], report["totals"]):
            totals = browser.get(PATH, **row["drill"]).json()["totals"]
            names = ("count", "minor", "general", "major", "open", "closed", "late")
            assert [totals[name] for name in names] == [row[name] for name in names], row["label"]


def test_complaints_are_narrowed_to_reach(world: World) -> None:
    with clock.stopped(TUESDAY):
        case = place(world, holder="李催收")
        made = Browser(world["王内勤"]).post(PATH, told(world, case.pk)).json()
        south = Browser(world["郑主管"])
        assert south.get(PATH).json()["count"] == 0
        assert south.get(f"{PATH}/{made['id']}").status_code == 404
        report = south.get("/api/insight/complaints", by="month", **SEPTEMBER).json()
        assert report["totals"]["count"] == 0
