"""Numbers that are names, not quantities: contracts, cards, identity numbers, phones.

Excel keeps fifteen digits of a number. A longer one stored as a number has lost its tail for good, so it
is refused wherever it shows: as a float, as a whole number, or as the text ``6.22202E+18``.
"""

from __future__ import annotations

import datetime
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from anjie.foundation.phones import read_phone, split_phones
from anjie.services.sheets.declaring.faults import Said, doubt, fault
from anjie.services.sheets.declaring.types.texts import NOTHING, broken, of_date, squeezed, tidy
from anjie.services.sheets.reading.cells import Broken

if TYPE_CHECKING:
    from anjie.services.sheets.declaring.kinds import Column, Convert, Reading

_SCIENTIFIC = re.compile(r"^\d(?:\.\d+)?[Ee]\+\d{1,3}$")
_FLOAT_TAIL = re.compile(r"^(\d+)\.0+$")
_SEPARATORS = re.compile(r"[\s\-_.·]+")


def _damaged(what: str) -> Said:
    return fault(
        "number.damaged",
        f"{what}已被 Excel 当作数值保存，第 16 位起的数字已丢失，无法恢复，系统不会猜测。"
        "请把该列设为“文本”格式，从源系统重新导出后再上传。",
    )


def plain_text(what: str, value: Any) -> Any:
    """The number as the clerk meant it, in text; damaged, broken and date cells are said."""
    if type(value) is float or type(value) is int:
        if not -1e15 < value < 1e15:
            return _damaged(what)
        if value != int(value) or value < 0:
            return fault("number.not_whole", f"{what}不应带小数或负号。请核对，并把该列设为“文本”格式。")
        return str(int(value))
    if type(value) is str:
        out = tidy(value)
        if type(out) is not str:
            return out
        if not out or out in NOTHING:
            return None
        if _SCIENTIFIC.match(out.replace(" ", "")):
            return _damaged(what)
        tail = _FLOAT_TAIL.match(out)
        if tail:
            return _damaged(what) if len(tail[1]) > 15 else tail[1]
        return out
    if isinstance(value, Broken):
        return broken(value)
    if isinstance(value, datetime.date):
        return fault(
            "number.became_date",
            f"{what}被 Excel 改成了日期 {of_date(value)}，原来的写法无法确定。请把该列设为“文本”格式后重新导出。",
        )
    return fault("number.unreadable", f"{what}不是可以识别的编号。请把该列设为“文本”格式后重新导出。")


def digits(column: Column, reading: Reading) -> Convert:
    """A number read aloud (serial, contract, account): text, blanks taken out."""
    what, longest = column.header, min(column.max_length, 100)

    def convert(value: Any) -> Any:
        if (
            type(value) is str
            and value.isalnum()
            and value.isascii()
            and value not in NOTHING
            and len(value) <= longest
        ):
            return value
        out = plain_text(what, value)
        if type(out) is not str:
            return out
        if not out.isascii() or " " in out:
            out = squeezed(out)
        if len(out) > longest:
            return fault("text.too_long", f"{what}有 {len(out)} 位，最多 {longest} 位。请核对是否错列。")
        return out

    return convert


_CARD = re.compile(r"^\d{12,19}$", re.ASCII)
_MASKED_CARD = re.compile(r"^\d{3,8}[*xX]{2,}\d{3,6}$")


_VALUES = bytes.maketrans(b"0123456789", bytes(range(10)))
_DOUBLED = bytes.maketrans(b"0123456789", bytes([0, 2, 4, 6, 8, 1, 3, 5, 7, 9]))


def fits_luhn(number: str) -> bool:
    """``identifiers.passes_luhn`` for what is known to be digits, ten times as fast: a sheet has 100,000."""
    written = number.encode()[::-1]
    return (sum(written[::2].translate(_VALUES)) + sum(written[1::2].translate(_DOUBLED))) % 10 == 0


def card(column: Column, reading: Reading) -> Convert:
    """A card number of 12 to 19 digits; a failed check digit or a masked number is a warning."""
    what = column.header

    def convert(value: Any) -> Any:
        if type(value) is str and _CARD.match(value) and fits_luhn(value):
            return value
        out = plain_text(what, value)
        if type(out) is not str:
            return out
        out = _SEPARATORS.sub("", squeezed(out))
        if _CARD.match(out):
            if fits_luhn(out):
                return out
            return doubt(
                out, "card.check_digit", f"{what}的校验位不符（尾号 {out[-4:]}）。已照录，请与委托方核对。"
            )
        if _MASKED_CARD.match(out):
            return doubt(out, "card.masked", f"{what}带有星号，只能照录，不能用于查找和核对。")
        return fault("card.unreadable", f"{what}应为 12 至 19 位数字，此格有 {len(out)} 个字符。请核对。")

    return convert


_RESIDENT = re.compile(r"^\d{17}[\dX]$", re.ASCII)


def id_no(column: Column, reading: Reading) -> Convert:
    """An identity document's number in capitals; whether it is right is judged with its kind, by row."""
    what = column.header

    def convert(value: Any) -> Any:
        if type(value) is str and _RESIDENT.match(value):
            return value
        out = plain_text(what, value)
        if type(out) is not str:
            return out
        out = squeezed(out).upper().replace("×", "X").replace("Χ", "X").replace("Х", "X")
        if len(out) > 30:
            return fault("text.too_long", f"{what}有 {len(out)} 位，过长。请核对是否错列。")
        return out

    return convert


_PLAIN = re.compile(r"^(?:1[3-9]\d{9}|0\d{9,11})$", re.ASCII)
_HYPHENED = re.compile(r"(010|02\d|0[3-9]\d\d)-(\d{7,8})", re.ASCII)
_OR = re.compile(r"\s*(?:或者?|和|及|&)\s*")


@lru_cache(maxsize=65_536)
def _is_possible(first: str, length: int) -> bool:
    # The numbering plan never asks for the last four digits, so one answer serves ten thousand numbers.
    read = read_phone(f"{first}0001")
    return read.valid and len(read.key) == length


def phone(column: Column, reading: Reading) -> Convert:
    """Phone numbers in stored form, several joined by ``;``; an impossible one is kept with a warning."""
    what = column.header

    def convert(value: Any) -> Any:
        if type(value) is str:
            # Nearly all of them; the patterns behind read_phone cost ten times as much.
            landline = _HYPHENED.fullmatch(value)
            whole = landline[1] + landline[2] if landline else value
            if _PLAIN.match(whole) and _is_possible(whole[:-4], len(whole)):
                return whole
        out = plain_text(what, value)
        if type(out) is not str:
            return out
        if _PLAIN.match(out):
            found = [read_phone(out)]
        else:
            found = [
                one for one in split_phones(_OR.sub(";", out[:400])) if any(map(str.isdigit, one.number))
            ]
        if not found:
            return doubt(None, "phone.no_digits", f"{what}里没有号码，未采用。")
        if len(found) > 10:
            return fault("phone.too_many", f"{what}一格里有 {len(found)} 个号码，最多 10 个。请分列填写。")
        joined = ";".join(one.key[:40] for one in found)
        wrong = [one.fault for one in found if one.fault]
        if not wrong:
            return joined
        several = f"里的 {len(found)} 个号码有 {len(wrong)} 个" if len(found) > 1 else ""
        return doubt(
            joined, "phone.invalid", f"{what}{several}不能拨打：{wrong[0]}。已照录并标为无效，请核对。"
        )

    return convert
