"""One working calendar: published holidays and make-up days, the desk's table over them, years ahead."""

from datetime import date, datetime, time, timedelta

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from anjie.foundation import calendar as working
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid

days = st.dates(date(2024, 1, 1), date(2030, 12, 31))
tables = st.dictionaries(days, st.booleans(), max_size=5)


def at(text: str) -> datetime:
    return clock.read_instant(f"{text}+08:00")


@pytest.mark.parametrize(
    ("day", "is_working", "why"),
    [
        (date(2026, 10, 8), True, "工作日"),
        (date(2026, 10, 7), False, "法定节假日"),
        (date(2026, 10, 10), True, "调休上班"),  # a Saturday
        (date(2026, 9, 20), True, "调休上班"),  # a Sunday
        (date(2026, 10, 4), False, "法定节假日"),  # a Sunday within the holiday
        (date(2026, 10, 11), False, "周末"),
        (date(2025, 1, 26), True, "调休上班"),
        (date(2024, 2, 10), False, "法定节假日"),
    ],
)
def test_published_days(day, is_working, why):
    assert working.is_working_day(day) is is_working
    assert working.day_facts(day) == working.DayFacts(day, is_working, True, why)


def test_every_day_of_the_known_years_is_as_published():
    day = date(2024, 1, 1)
    while day < date(2027, 1, 1):
        assert working.is_working_day(day) is chinese_calendar.is_workday(day), day
        day += timedelta(days=1)


def test_a_year_nobody_published_counts_weekends_as_off_and_says_so():
    friday, saturday = date(2027, 10, 1), date(2027, 10, 2)
    assert working.is_working_day(friday) is True
    assert working.is_working_day(saturday) is False
    assert working.is_known(friday) is False
    assert working.day_facts(saturday).known is False


def test_the_table_stands_over_what_is_published_and_over_years_ahead():
    table = {date(2026, 10, 8): False, date(2027, 10, 1): False, date(2027, 10, 9): True}
    assert working.is_working_day(date(2026, 10, 8), table) is False
    assert working.is_working_day(date(2027, 10, 1), table) is False
    assert working.is_working_day(date(2027, 10, 9), table) is True
    assert working.day_facts(date(2027, 10, 9), table).why == "本单位日历：上班"
    assert working.day_facts(date(2026, 10, 8), table).why == "本单位日历：休息"
    assert working.is_known(date(2027, 10, 1), table) is True
    assert working.is_known(date(2027, 10, 12), table) is False


def test_a_table_that_holds_the_fixed_holidays_makes_the_year_known():
    table = {date(2027, 1, 1): False, date(2027, 5, 1): False, date(2027, 10, 1): False}
    assert working.is_known(date(2027, 10, 12), table) is True
    assert working.is_known(date(2028, 10, 12), table) is False


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2026, 9, 30), 1, date(2026, 10, 8)),
        (date(2026, 9, 30), 3, date(2026, 10, 10)),
        (date(2026, 9, 30), 4, date(2026, 10, 12)),
        (date(2026, 10, 3), 1, date(2026, 10, 8)),
        (date(2026, 10, 3), 0, date(2026, 10, 3)),
        (date(2026, 10, 8), -1, date(2026, 9, 30)),
        (date(2026, 12, 31), 1, date(2027, 1, 1)),
    ],
)
def test_working_days_are_added_after_the_first_day(start, count, end):
    assert working.add_working_days(start, count) == end


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        (date(2026, 9, 30), date(2026, 10, 10), 3),
        (date(2026, 9, 30), date(2026, 9, 30), 0),
        (date(2026, 9, 29), date(2026, 9, 30), 1),
        (date(2026, 10, 1), date(2026, 10, 7), 0),
        (date(2026, 10, 10), date(2026, 9, 30), -3),
    ],
)
def test_working_days_are_counted_after_the_first_up_to_and_including_the_last(start, end, count):
    assert working.working_days_between(start, end) == count


@given(start=days, count=st.integers(-300, 300), table=tables)
def test_counting_undoes_adding(start, count, table):
    end = working.add_working_days(start, count, table)
    assert working.working_days_between(start, end, table) == count
    assert count == 0 or working.is_working_day(end, table)


@pytest.mark.parametrize(
    ("start", "count"), [(date(2026, 1, 1), 36_601), (date(2026, 1, 1), -(10**9)), (date(9999, 12, 30), 5)]
)
def test_a_count_beyond_the_calendar_is_refused_not_computed(start, count):
    with pytest.raises(Invalid) as refused:
        working.add_working_days(start, count)
    assert refused.value.code == "calendar.too_far"


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        ("2026-09-29T10:00", 2, "2026-09-29T12:00"),
        ("2026-09-29T17:00", 2, "2026-09-30T10:00"),
        ("2026-09-29T17:00", 1, "2026-09-29T18:00"),
        ("2026-09-29T20:00", 1, "2026-09-30T10:00"),
        ("2026-09-29T05:00", 1.5, "2026-09-29T10:30"),
        ("2026-09-30T17:30", 2, "2026-10-08T10:30"),
        ("2026-10-03T12:00", 9, "2026-10-08T18:00"),
        ("2026-10-03T12:00", 0, "2026-10-03T12:00"),
    ],
)
def test_office_hours_run_only_while_the_office_is_open(start, hours, end):
    assert working.add_working_hours(at(start), hours) == at(end)


def test_office_hours_with_a_break_at_noon_given_in_any_order():
    sessions = [(time(13, 30), time(17, 30)), (time(9), time(12))]
    assert working.add_working_hours(at("2026-09-29T11:00"), 2, sessions=sessions) == at("2026-09-29T14:30")


def test_office_hours_take_an_instant_of_any_offset():
    utc = datetime.fromisoformat("2026-09-29T02:00:00+00:00")
    assert working.add_working_hours(utc, 1) == at("2026-09-29T11:00")


@given(
    start=st.datetimes(datetime(2025, 1, 1), datetime(2027, 12, 31)),  # noqa: DTZ001
    quarters=st.integers(1, 200),
)
def test_office_hours_add_up(start, quarters):
    begin = start.replace(tzinfo=clock.ZONE, second=0, microsecond=0)
    end = working.add_working_hours(begin, quarters / 4)
    half = working.add_working_hours(begin, quarters / 8)
    assert working.add_working_hours(half, quarters / 8) == end


def test_negative_hours_and_an_office_that_never_opens_are_refused():
    with pytest.raises(Invalid) as refused:
        working.add_working_hours(at("2026-09-30T10:00"), -1)
    assert refused.value.code == "calendar.negative_hours"
    with pytest.raises(Invalid) as refused:
        working.add_working_hours(at("2026-09-30T10:00"), 1, sessions=[])
    assert refused.value.code == "calendar.too_far"


def test_the_farthest_day_that_is_still_computed():
    end = working.add_working_days(date(2026, 1, 1), 36_600)
    assert working.working_days_between(date(2026, 1, 1), end) == 36_600
