"""One clock, aware, in the desk's zone, that a test or the demo can stop."""

from datetime import date, datetime, timedelta

import pytest

from anjie.foundation import clock


def test_now_is_aware_and_in_shanghai():
    before = datetime.now(clock.ZONE)
    now = clock.now()
    assert now.utcoffset() == timedelta(hours=8)
    assert before <= now <= datetime.now(clock.ZONE)


def test_the_environment_stops_the_clock(monkeypatch):
    monkeypatch.setenv("ANJIE_CLOCK", "2026-09-01T20:30:00+00:00")
    assert clock.now().isoformat() == "2026-09-02T04:30:00+08:00"
    assert clock.today() == date(2026, 9, 2)


def test_an_environment_clock_without_offset_is_refused(monkeypatch):
    monkeypatch.setenv("ANJIE_CLOCK", "2026-09-01T20:30:00")
    with pytest.raises(ValueError, match="names no instant"):
        clock.now()


def test_a_block_stops_the_clock_and_lets_it_go_again():
    with clock.stopped("2026-09-01T10:00:00+08:00") as moment:
        assert clock.now() == moment
        with clock.stopped(moment + timedelta(hours=1)):
            assert clock.now().isoformat() == "2026-09-01T11:00:00+08:00"
        assert clock.now() == moment
    assert clock.now() != moment


def test_a_naive_moment_is_no_moment():
    with pytest.raises(ValueError, match="names no instant"):
        clock.local(datetime(2026, 9, 1, 10))  # noqa: DTZ001
