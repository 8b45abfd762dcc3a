"""Who sees what, how long a term lasts, what an extension may be: the rules alone."""

from __future__ import annotations

from datetime import date

import pytest

from anjie.foundation.calendar import is_working_day
from anjie.foundation.refusals import Refusal
from anjie.lines.mediation.session import rules

TWO, THREE = ["沈梅", "秦海涛"], ["沈梅", "秦海涛", "康平"]
ROOMS = (rules.JOINT, rules.room_of(7), rules.room_of(8))


@pytest.mark.parametrize(
    ("names", "owner", "own", "said"),
    [
        (TWO, "", False, "双方可见"),
        (THREE, "", False, "全体当事人与调解员可见：沈梅、秦海涛、康平"),
        (THREE, "被申请人康平", True, "仅您与调解员可见"),
        (THREE, "被申请人康平", False, "仅被申请人康平与调解员可见"),
    ],
)
def test_every_reader_is_told_who_sees_it(names: list[str], owner: str, own: bool, said: str) -> None:
    assert rules.audience_label(names, owner=owner, own=own) == said


@pytest.mark.parametrize("room", ROOMS)
def test_a_message_goes_only_to_the_audience_its_writer_saw(room: str) -> None:
    rules.check_audience(room, rules.audience_of(room))
    for other in (*ROOMS, ""):
        if other != room:
            stated = rules.audience_of(other) if other else ""
            with pytest.raises(Refusal) as refused:
                rules.check_audience(room, stated)
            assert refused.value.code == "rooms.audience_differs" and "消息没有发出" in refused.value.message


def test_no_two_rooms_have_one_audience() -> None:
    assert len({rules.audience_of(room) for room in ROOMS}) == len(ROOMS)


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (date(2026, 9, 1), 30, date(2026, 10, 8)),  # ends on the national holiday
        (date(2026, 9, 2), 10, date(2026, 9, 14)),  # ends on a Saturday
        (date(2026, 9, 1), 10, date(2026, 9, 11)),  # a Friday
        (date(2026, 9, 10), 10, date(2026, 9, 20)),  # a Sunday that is made up for the holiday and worked
    ],
)
def test_a_term_ends_on_a_working_day(start: date, days: int, end: date) -> None:
    assert rules.last_day(start, days, is_working_day) == end


TODAY, TERM = date(2026, 9, 20), date(2026, 10, 8)


@pytest.mark.parametrize(
    ("term_on", "to_on", "agreed", "code"),
    [
        (None, date(2026, 11, 1), True, "extension.no_term"),
        (TERM, date(2026, 11, 1), False, "extension.not_agreed"),
        (TERM, TERM, True, "extension.backwards"),
        (date(2026, 9, 1), TODAY, True, "extension.backwards"),
        (TERM, date(2026, 12, 8), True, "extension.too_long"),
    ],
)
def test_extensions_that_are_refused(term_on: date | None, to_on: date, agreed: bool, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        rules.check_extension("M-1", term_on, to_on, TODAY, agreed=agreed)
    assert refused.value.code == code


def test_an_extension_may_take_sixty_days_from_the_term_or_from_today() -> None:
    rules.check_extension("M-1", TERM, date(2026, 12, 7), TODAY, agreed=True)
    rules.check_extension("M-1", date(2026, 9, 1), date(2026, 11, 19), TODAY, agreed=True)


@pytest.mark.parametrize(
    ("left", "owed"),
    [(16, None), (15, 15), (8, 15), (7, 7), (3, 3), (2, 3), (1, 1), (0, 1), (-1, 0), (-9, 0)],
)
def test_one_reminder_is_owed_at_a_time(left: int, owed: int | None) -> None:
    assert rules.reminder_due(left) == owed


def test_a_reminder_counts_working_days_too() -> None:
    assert rules.reminder_text("M-1", TERM, 7, 2) == (
        "案件 M-1 的调解期限 2026-10-08 还有 7 天到期（2 个工作日）。需要延期请提前申请。"
    )
    assert "今天到期" in rules.reminder_text("M-1", TERM, 0, 0)
    assert "已过 2 天" in rules.reminder_text("M-1", TERM, -2, 0)
