from __future__ import annotations

from datetime import date

import pytest

from anjie.access.models import TrailEntry
from anjie.foundation.refusals import Forbidden, Invalid
from anjie.services.terms import working
from anjie.services.terms.actions import clear_days, set_days
from anjie.services.terms.models import CalendarDay
from anjie.services.terms.queries import year_of
from anjie.services.terms.rules import add_months, reminder_due, reminder_text
from anjie.services.terms.working import working_calendar
from tests.http import Browser
from tests.people import World, build_world


@pytest.mark.parametrize(
    ("left", "due"),
    [(31, None), (30, 30), (29, 30), (16, 30), (15, 15), (8, 15), (7, 7), (4, 7), (3, 3), (0, 3), (-1, None)],
)
def test_the_nearest_reminder_is_owed(left: int, due: int | None) -> None:
    assert reminder_due(left) == due


def test_the_reminder_reads_as_people_know_it() -> None:
    assert reminder_text(7) == "此案件还有 7 天到期，请抓紧进行工作"


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 5, 31), 12, date(2027, 5, 31)),
    ],
)
def test_a_month_later_is_the_same_day_or_the_months_last(day: date, months: int, later: date) -> None:
    assert add_months(day, months) == later


def test_the_desks_own_table_stands_over_what_is_published(world: World) -> None:
    # given 2026-10-10, a Saturday that is worked to make up for the holiday, and 2026-10-01, a holiday
    calendar = working_calendar()
    assert (calendar.is_working(date(2026, 10, 10)), calendar.is_working(date(2026, 10, 1))) == (True, False)
    # when 钱管理 declares the Saturday off
    assert set_days(world["钱管理"], [(date(2026, 10, 10), False, "公司放假")]) == 1
    # then terms obey, and the trail says who changed it
    calendar = working_calendar()
    assert calendar.is_working(date(2026, 10, 10)) is False
    assert calendar.add(date(2026, 10, 9), 1) == date(2026, 10, 12)
    assert calendar.between(date(2026, 10, 9), date(2026, 10, 12)) == 1
    assert TrailEntry.objects.get(verb="calendar.set").facts == {"days": {"2026-10-10": False}}
    # and when it is cleared the make-up day is worked again
    assert clear_days(world["钱管理"], [date(2026, 10, 10)]) == 1
    assert working_calendar().add(date(2026, 10, 9), 1) == date(2026, 10, 10)


def test_a_year_nobody_published_warns_until_it_is_entered(world: World) -> None:
    shown = year_of(2031)
    assert (shown["is_known"], shown["count"]) == (False, 365)
    assert shown["warning"].startswith("2031 年的放假安排尚未录入，365 天只按周末休息推算。")
    set_days(world["钱管理"], [(date(2031, month, 1), False, "") for month in (1, 5, 10)])
    assert (year_of(2031)["is_known"], year_of(2031)["warning"]) == (True, "")
    assert (year_of(2026)["is_known"], year_of(2026)["working_days"]) == (True, 248)


@pytest.mark.django_db(transaction=True)
def test_an_edit_shows_at_once_and_a_rolled_back_one_never() -> None:
    world = build_world()
    day = date(2026, 11, 4)
    assert working_calendar().is_working(day) is True
    assert working_calendar() is working_calendar()  # kept between questions
    set_days(world["钱管理"], [(day, False, "")])
    assert working_calendar().is_working(day) is False
    with pytest.raises(Invalid):
        set_days(world["钱管理"], [(date(1990, 1, 1), False, "")])
    CalendarDay.objects.all().delete()
    working.forget()
    assert working_calendar().is_working(day) is True


def test_only_who_keeps_the_calendar_may_edit_it(world: World) -> None:
    with pytest.raises(Forbidden):
        set_days(world["王内勤"], [(date(2026, 10, 10), False, "")])
    with pytest.raises(Invalid):
        set_days(world["钱管理"], [])
    assert CalendarDay.objects.count() == 0


def test_the_calendar_over_http(world: World) -> None:
    admin, clerk = Browser(world["钱管理"]), Browser(world["王内勤"])
    body = {"days": [{"day": "2026-12-31", "is_working": False, "note": "盘点"}]}
    assert clerk.post("/api/terms/calendar/days", body).status_code == 403
    assert admin.post("/api/terms/calendar/days", body).json() == {"changed": 1}
    row = clerk.get("/api/terms/calendar/2026").json()["rows"][-1]
    assert row == {
        "day": "2026-12-31", "is_working": False, "why": "本单位日历：休息", "is_known": True, "is_set": True,
        "note": "盘点",
    }  # fmt: skip
    assert clerk.get("/api/terms/calendar-add", day="2026-12-30", days=1).json()["day"] == "2027-01-01"
    found = clerk.get("/api/terms/calendar-between", from_on="2026-12-28", to_on="2026-12-31").json()
    assert found == {"days": 2, "is_known": True}
    assert clerk.get("/api/terms/calendar/1800").status_code == 422
