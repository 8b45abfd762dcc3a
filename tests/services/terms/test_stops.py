"""The clock of a term that stood still: later by every day it lost, each day once, never earlier."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anjie.foundation import calendar
from anjie.services.terms.rules import Stop, joined, moved_on

days = st.dates(date(2026, 1, 1), date(2026, 12, 31))
stops = st.lists(
    st.builds(lambda day, n: Stop(day, day + timedelta(days=n)), days, st.integers(-3, 40)), max_size=6
)
counting = st.sampled_from([lambda day: True, calendar.is_working_day])


def on(month: int, day: int) -> date:
    return date(2026, month, day)


@pytest.mark.parametrize(
    ("due", "stood", "all_days", "working_days"),
    [
        (on(9, 30), [], on(9, 30), on(9, 30)),
        # five days, Monday to Friday: the working ones go on after the holiday of 1-7 October
        (on(9, 30), [Stop(on(9, 14), on(9, 19))], on(10, 5), on(10, 13)),
        # a week end costs a term of working days nothing
        (on(9, 30), [Stop(on(9, 12), on(9, 14))], on(10, 2), on(9, 30)),
        # the make-up Sunday of 20 September is worked
        (on(9, 25), [Stop(on(9, 19), on(9, 21))], on(9, 27), on(9, 28)),
        # two reasons for the same days count once
        (on(9, 10), [Stop(on(9, 1), on(9, 4)), Stop(on(9, 2), on(9, 5))], on(9, 14), on(9, 16)),
        # the later one is within the term only because the first moved it
        (on(9, 10), [Stop(on(9, 8), on(9, 11)), Stop(on(9, 13), on(9, 14))], on(9, 14), on(9, 15)),
        # a stop on the last day still moves it, one after it does not
        (on(9, 10), [Stop(on(9, 10), on(9, 11))], on(9, 11), on(9, 11)),
        (on(9, 10), [Stop(on(9, 11), on(9, 21))], on(9, 10), on(9, 10)),
        # begun and ended on one day: nothing was lost
        (on(9, 10), [Stop(on(9, 1), on(9, 1))], on(9, 10), on(9, 10)),
    ],
)  # fmt: skip
def test_a_term_ends_later_by_the_days_it_lost(due, stood, all_days, working_days):
    assert moved_on(due, stood) == all_days
    assert moved_on(due, stood, calendar.is_working_day) == working_days


@given(days, stops, counting)
def test_a_stop_never_shortens_a_term(due, stood, counts):
    assert moved_on(due, stood, counts) >= due


@given(days, stops, stops, counting)
def test_more_stops_never_end_it_sooner(due, stood, more, counts):
    assert moved_on(due, stood + more, counts) >= moved_on(due, stood, counts)


@given(days, stops, counting)
def test_the_same_days_named_twice_count_once(due, stood, counts):
    assert moved_on(due, stood + stood[::-1], counts) == moved_on(due, stood, counts)


@given(stops)
def test_joined_stops_are_the_same_days_in_order_and_apart(stood):
    def of(some):
        return {
            stop.from_on + timedelta(days=n) for stop in some for n in range((stop.to_on - stop.from_on).days)
        }

    merged = joined(stood)
    assert of(merged) == of(stood)
    assert all(one.to_on < other.from_on for one, other in pairwise(merged))


@given(days, stops, counting)
def test_what_is_left_to_run_is_what_was_given(due, stood, counts):
    """From any day before all stops to the end, as many counted days run as before the stops."""
    start = min([due, *(stop.from_on for stop in stood)]) - timedelta(days=1)
    lost = {
        stop.from_on + timedelta(days=n) for stop in stood for n in range((stop.to_on - stop.from_on).days)
    }
    end = moved_on(due, stood, counts)

    def run(last, without):
        return sum(
            counts(day) and day not in without
            for n in range((last - start).days)
            if (day := start + timedelta(days=n + 1))
        )

    assert run(end, lost) == run(due, set())
