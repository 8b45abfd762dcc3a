"""Days in cells: real dates, serial numbers of both calendars, and the spellings clerks use."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Any

from anjie.services.sheets.declaring.faults import fault
from anjie.services.sheets.declaring.types.texts import NOTHING, broken, shown, squeezed, tidy
from anjie.services.sheets.reading.cells import Broken

if TYPE_CHECKING:
    from anjie.services.sheets.declaring.kinds import Column, Convert, Reading

_EPOCH = datetime.date(1899, 12, 30)
_EPOCH_1904 = datetime.date(1904, 1, 1)
_SERIALS = range(3_654, 73_051)  # 1910-01-01 … 2099-12-31 in the 1900 calendar
_YEARS = range(1900, 2101)
# "No date" as databases and spreadsheets write it.
_ZERO = re.compile(
    r"^0000[-/]?00[-/]?00|^1900[-/年]0?1[-/月]0?0|^0+$|^1899[-/]12[-/]3[01]|^0?0[-/]0?0[-/]0000"
)
_TIME = r"(?:[T日]?(?:上午|下午|AM|PM)?\d{1,2}[:时点]\d{1,2}(?:[:分]\d{0,2}(?:\.\d+)?)?秒?(?:AM|PM|Z|[+-]\d\d:?\d\d)?)?"
_YMD = re.compile(
    rf"^(\d{{4}})([-/.年])(\d{{1,2}})([-/.月])(\d{{1,2}})[日号]?(?:星期.|周.|\(.*\))?{_TIME}$", re.IGNORECASE
)
_DIGITS = re.compile(r"^(\d{4})(\d\d)(\d\d)(?:\d{6}|\d{4})?(?:\.0+)?$")
_SERIAL = re.compile(r"^(\d{5})(?:\.\d+)?$")
_XXY = re.compile(rf"^(\d{{1,2}})[-/.](\d{{1,2}})[-/.](\d{{4}}){_TIME}$", re.IGNORECASE)
_SHORT_YEAR = re.compile(r"^'?\d{1,2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$")
_NO_DAY = re.compile(r"^\d{4}[-/.年]?\d{1,2}月?(?:份)?$")
_MONTHS = {
    m: i
    for i, m in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
    )
}
_NAMED = re.compile(r"^(?:(\d{1,2})[-/ ,]?([A-Za-z]{3,9})|([A-Za-z]{3,9})[-/ ,.]?(\d{1,2}))[-/ ,]*(\d{4})$")
_HAN_DIGITS = {c: str(i) for i, c in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0", "Ｏ": "0"}
_HAN_DATE = re.compile(
    r"^([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]?$"
)
_HINT = "请写成 2026-09-01 的样子。"


def date(column: Column, reading: Reading) -> Convert:
    """A day as ISO text; what could be two different days is refused."""
    epoch = _EPOCH_1904 if reading.date1904 else _EPOCH
    shift = 1462 if reading.date1904 else 0

    def of_serial(number: float) -> Any:
        return (epoch + datetime.timedelta(days=int(number))).isoformat()

    def convert(value: Any) -> Any:
        kind = type(value)
        if kind is datetime.date or kind is datetime.datetime:
            if value.year < 1901:
                return None
            if value.year not in _YEARS:
                return _far(value.isoformat()[:10])
            return value.isoformat()[:10]
        if kind is float or kind is int:
            if value == 0:
                return None
            if int(value) + shift in _SERIALS:
                return of_serial(value)
            if value == int(value):
                return of_text(str(int(value)))
            return fault("date.unreadable", f"“{shown(value)}”不是日期。{_HINT}")
        if kind is str:
            out = tidy(value)
            if type(out) is not str:
                return out
            if not out or out in NOTHING:
                return None
            return of_text(out)
        if isinstance(value, Broken):
            return broken(value)
        return fault("date.unreadable", f"“{shown(value)}”只有时间没有日期。{_HINT}")

    def of_text(words: str) -> Any:
        written = squeezed(words)
        found = _YMD.match(written) or _DIGITS.match(written)
        if found:
            parts = found.groups()
            year, month, day = (parts[0], parts[2], parts[4]) if len(parts) == 5 else parts
            if _ZERO.match(written):
                return None
            return _day(int(year), int(month), int(day), words)
        if _ZERO.match(written):
            return None
        found = _SERIAL.match(written)
        if found and int(found[1]) + shift in _SERIALS:
            return of_serial(int(found[1]))
        found = _XXY.match(written)
        if found:
            a, b, year = int(found[1]), int(found[2]), int(found[3])
            if a != b and a <= 12 and b <= 12:
                return fault("date.ambiguous", f"“{shown(words)}”分不清哪个是月、哪个是日。{_HINT}")
            month, day = (a, b) if a <= 12 else (b, a)
            return _day(year, month, day, words)
        found = _NAMED.match(written)
        if found:
            named = (found[2] or found[3]).lower()
            number = _MONTHS.get(named[:3])
            if number:
                return _day(int(found[5]), number, int(found[1] or found[4]), words)
        found = _HAN_DATE.match(written)
        if found:
            year = int("".join(_HAN_DIGITS[c] for c in found[1]))
            return _day(year, _han_number(found[2]), _han_number(found[3]), words)
        if _SHORT_YEAR.match(written):
            return fault("date.ambiguous", f"“{shown(words)}”的年份只有两位。{_HINT}")
        if _NO_DAY.match(written):
            return fault("date.no_day", f"“{shown(words)}”缺少日。{_HINT}")
        return fault("date.unreadable", f"“{shown(words)}”不是可以识别的日期。{_HINT}")

    return convert


_CLOCK = re.compile(
    r"[T日号\s]*(上午|下午|AM|PM)?\s*(\d{1,2})[:时点](\d{1,2})(?:[:分](\d{1,2}))?(?:\.\d+)?[分秒]?\s*(AM|PM)?(?:Z|[+-]\d\d:?\d\d)?$",
    re.IGNORECASE,
)


def moment(column: Column, reading: Reading) -> Convert:
    """A day with the time, as ``YYYY-MM-DD HH:MM:SS`` on the desk's clock; without a time it is 00:00:00."""
    day = date(column, reading)

    def convert(value: Any) -> Any:
        out = day(value)
        if type(out) is not str:
            return out
        if isinstance(value, datetime.datetime):
            return value.strftime("%Y-%m-%d %H:%M:%S")
        if isinstance(value, float):
            seconds = min(round((value % 1) * 86_400), 86_399)
            return f"{out} {seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
        found = _CLOCK.search(str(value).strip()) if isinstance(value, str) else None
        if not found:
            digits = (
                re.fullmatch(r"\d{8}(\d\d)(\d\d)(\d\d)?", value.strip()) if isinstance(value, str) else None
            )
            return f"{out} {digits[1]}:{digits[2]}:{digits[3] or '00'}" if digits else f"{out} 00:00:00"
        hour, minute, second = int(found[2]), int(found[3]), int(found[4] or 0)
        half = (found[1] or found[5] or "").upper()
        if half in ("下午", "PM") and hour < 12:
            hour += 12
        if half in ("上午", "AM") and hour == 12:
            hour = 0
        if hour > 23 or minute > 59 or second > 59:
            return fault("date.impossible", f"“{shown(value)}”的时间不存在。请写成 2026-09-01 14:30 的样子。")
        return f"{out} {hour:02d}:{minute:02d}:{second:02d}"

    return convert


def _day(year: int, month: int, day: int, words: str) -> Any:
    try:
        found = datetime.date(year, month, day)
    except ValueError:
        return fault("date.impossible", f"“{shown(words)}”不是一个存在的日期。{_HINT}")
    if year not in _YEARS:
        return _far(words)
    return found.isoformat()


def _far(words: str) -> Any:
    return fault("date.out_of_range", f"日期“{shown(words)}”不在 1900 年到 2100 年之间。请核对。")


def _han_number(words: str) -> int:
    digits = "零一二三四五六七八九"
    if "十" not in words:
        return digits.index(words) if len(words) == 1 else 99
    tens, _, ones = words.partition("十")
    if len(tens) > 1 or len(ones) > 1 or "十" in ones:
        return 99
    return (digits.index(tens) if tens else 1) * 10 + (digits.index(ones) if ones else 0)
