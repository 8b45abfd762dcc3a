"""When a room is open and what free time is left: days, hours and spans in, verdicts out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from anjie.foundation import clock
from anjie.foundation.refusals import Invalid, Refusal

STEP = timedelta(minutes=30)
"""The grid people book by."""
LONGEST = timedelta(hours=12)
FARTHEST = timedelta(days=366)
WEEKDAYS = "一二三四五六日"
Hours = Mapping[str, Sequence[Sequence[str]]]
"""Open hours by weekday, "1" is Monday: ``{"1": [["09:00", "12:00"], ["13:30", "17:30"]]}``."""
Span = tuple[datetime, datetime]

OFFICE_HOURS: dict[str, list[list[str]]] = {
    str(day): [["09:00", "12:00"], ["13:30", "17:30"]] for day in range(1, 6)
}


def tidy_hours(hours: Hours) -> dict[str, list[list[str]]]:
    """The week's hours in order; refused where a span ends before it begins, or two overlap."""
    tidy: dict[str, list[list[str]]] = {}
    for day, spans in hours.items():
        if day not in {"1", "2", "3", "4", "5", "6", "7"}:
            raise Invalid("bookings.weekday", "开放时间的星期应为 1 到 7。请刷新页面后重试。")
        name = f"星期{WEEKDAYS[int(day) - 1]}"
        read = sorted((_clock_time(span, 0, name), _clock_time(span, 1, name)) for span in spans)
        for begins, ends in read:
            if begins >= ends:
                raise Invalid(
                    "bookings.hours",
                    f"{name}的开放时间 {begins:%H:%M}–{ends:%H:%M} 结束不晚于开始。请更正后保存。",
                )
        for (_, ends), (begins, _) in pairwise(read):
            if begins < ends:
                raise Invalid("bookings.hours", f"{name}的开放时间互相重叠。请更正后保存。")
        if read:
            tidy[day] = [[f"{begins:%H:%M}", f"{ends:%H:%M}"] for begins, ends in read]
    return dict(sorted(tidy.items()))


def open_spans(day: date, hours: Hours) -> list[Span]:
    """The spans of this day within which the room is open, by its weekly hours."""
    return [
        (_at(day, time.fromisoformat(begins)), _at(day, time.fromisoformat(ends)))
        for begins, ends in hours.get(str(day.isoweekday()), ())
    ]


def check_span(from_at: datetime, to_at: datetime, now: datetime) -> None:
    """Refuse a span that is no time to meet: backwards, too long, past, too far away."""
    if to_at <= from_at:
        raise Invalid("bookings.backwards", "结束时间不晚于开始时间。请重新选择时间段。")
    if to_at - from_at > LONGEST:
        raise Invalid("bookings.too_long", f"一次预约最长 {LONGEST // timedelta(hours=1)} 小时。请分次预约。")
    if from_at < now:
        raise Invalid(
            "bookings.past",
            f"开始时间 {clock.local(from_at):%m-%d %H:%M} 已经过去。请选择以后的时间。",
        )
    if from_at > now + FARTHEST:
        raise Invalid("bookings.too_far", f"只能预约 {FARTHEST.days} 天以内的时间。请核对日期。")


def check_open(name: str, from_at: datetime, to_at: datetime, spans: Iterable[Span], closed: str) -> None:
    """Refuse a span that does not lie within the room's open hours; ``closed`` says why the day is off."""
    if closed:
        raise Refusal(
            "bookings.closed_day",
            f"{name} {clock.local(from_at):%Y-%m-%d} 不开放（{closed}）。请改选日期或其他调解室。",
        )
    if not covers(spans, from_at, to_at):
        opened = "、".join(f"{clock.local(a):%H:%M}–{clock.local(b):%H:%M}" for a, b in spans) or "当天不开放"
        raise Refusal(
            "bookings.not_open",
            f"{name}当天的开放时间是：{opened}。请在开放时间内预约，或改选其他调解室。",
        )


def covers(spans: Iterable[Span], from_at: datetime, to_at: datetime) -> bool:
    """Whether one span holds the whole of the asked time."""
    return any(begins <= from_at and to_at <= ends for begins, ends in spans)


def _clock_time(span: Sequence[str], at: int, name: str) -> time:
    try:
        return time.fromisoformat(span[at])
    except (ValueError, IndexError):
        raise Invalid("bookings.hours", f"{name}的开放时间应写作 09:00。请更正后保存。") from None


def _at(day: date, moment: time) -> datetime:
    return datetime.combine(day, moment, clock.ZONE)
