"""Telephone numbers as people write them, read into one form that can be dialled, counted and compared.

A separate file from the other identifiers because a phone keeps what is wrong with it: a bad number
stays on the case as an invalid contact point, so reading never refuses.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import phonenumbers


class PhoneKind(StrEnum):
    """What sort of line a number is."""

    MOBILE = "mobile"
    LANDLINE = "landline"
    SERVICE = "service"
    FOREIGN = "foreign"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        """Its Chinese name."""
        return _KIND_LABELS[self]


_KIND_LABELS = {
    PhoneKind.MOBILE: "手机",
    PhoneKind.LANDLINE: "固话",
    PhoneKind.SERVICE: "服务号码",
    PhoneKind.FOREIGN: "境外号码",
    PhoneKind.UNKNOWN: "无法识别",
}


@dataclass(frozen=True)
class Phone:
    """A number in national form (``13800138000``, ``051262345678``; foreign ones ``+852…``), never spaced.

    ``fault`` is the Chinese reason why it cannot be dialled, blank when it can.
    """

    number: str
    extension: str
    kind: PhoneKind
    fault: str

    @property
    def valid(self) -> bool:
        """Whether such a number exists in the numbering plan (not whether somebody answers)."""
        return not self.fault

    @property
    def key(self) -> str:
        """The form that is stored and compared: number, then ``-`` and the extension if there is one."""
        return f"{self.number}-{self.extension}" if self.extension else self.number


_EXTENSION = re.compile(r"(?:转分机|内线|分机|转|EXT\.?|X|#|\*|P|,|;)[:：]?(\d{1,6})$", re.IGNORECASE)
_TRAILING_EXTENSION = re.compile(r"^(\(?0\d{2,3}\)?[ \-]?\d{7,8})[\-/](\d{1,6})$")
_PLAIN_MOBILE = re.compile(r"1[3-9]\d{9}", re.ASCII)
# 01… may be a mobile dialled the old way, 00… one abroad: those are looked at closely.
_PLAIN_LANDLINE = re.compile(r"0[2-9]\d{8,10}", re.ASCII)
_NO_LANDLINE = "固话区号或位数不对"
_COUNTRY = re.compile(r"^(?:\+86|0086)")
_BETWEEN = re.compile(r"[/、,;|\n\r\t]+|(?<=\d)\s+(?=(?:\+?86)?1[3-9]\d{9}(?!\d))")
_WORDS = str.maketrans({"，": ",", "；": ";", "－": "-", "—": "-", "–": "-", "−": "-", "―": "-"})


def read_phone(text: str, area_code: str = "") -> Phone:
    """The number somebody wrote, with what is wrong with it; ``area_code`` completes a local landline."""
    text = str(text)
    if _PLAIN_MOBILE.fullmatch(text):  # nearly all of them, and the patterns below cost
        return _mobile(text, "")
    if _PLAIN_LANDLINE.fullmatch(text):
        return Phone(text, "", PhoneKind.LANDLINE, "" if _landline_exists(text) else _NO_LANDLINE)
    return _read(text, area_code)


def sort_of_phone(text: str) -> tuple[PhoneKind, bool]:
    """Its kind and whether it exists, as :func:`read_phone` says, for whole columns of numbers."""
    if 10 <= len(text) <= 13 and text.isdecimal() and text.isascii() and not text.startswith("00"):
        # No rule looks at the last four digits of what is written whole; one answer serves ten thousand numbers.
        return _sort_of_numbers(text[:-4])
    read = read_phone(text)
    return read.kind, read.valid


@lru_cache(maxsize=65_536)
def _sort_of_numbers(beginning: str) -> tuple[PhoneKind, bool]:
    read = read_phone(f"{beginning}0001")
    return read.kind, read.valid


def phone_key(text: str) -> str:
    """The form in which two writings of one number are equal: ``+86 138-0013-8000`` → ``13800138000``."""
    if len(text) == 11 and text[0] == "1" and text.isdecimal() and text.isascii():
        return text  # nearly all of them
    if _PLAIN_LANDLINE.fullmatch(text):
        return text
    return read_phone(text).key


def split_phones(text: str) -> list[Phone]:
    """Every number in a cell that holds several, in order, each once; an extension is not a number."""
    written = unicodedata.normalize("NFKC", text).translate(_WORDS)
    whole = read_phone(written)
    if whole.valid:
        return [whole]
    found: dict[str, Phone] = {}
    for part in _BETWEEN.split(written):
        if part.strip():
            phone = read_phone(part)
            found.setdefault(phone.key, phone)
    return list(found.values())


def _read(text: str, area_code: str) -> Phone:
    written = unicodedata.normalize("NFKC", text).translate(_WORDS).strip().strip("'‘’`\u200b\ufeff")
    if re.fullmatch(r"\d+\.0", written):
        written = written[:-2]  # a mobile that Excel held as a number is still whole
    extension = ""
    if match := _TRAILING_EXTENSION.match(written):
        written, extension = match[1], match[2]
    elif match := _EXTENSION.search(re.sub(r"\s", "", written)):
        shortened = re.sub(r"\s", "", written)[: match.start()]
        if sum(map(str.isdigit, shortened)) >= 7:
            written, extension = shortened, match[1]
    digits = re.sub(r"[\s\-().·_]", "", written)
    if not digits:
        return Phone("", "", PhoneKind.UNKNOWN, "号码为空")
    digits = _COUNTRY.sub("", digits)
    if re.fullmatch(r"86(?:1[3-9]\d{9}|[1-9]\d{1,2}[2-9]\d{6,7})", digits) and len(digits) > 11:
        digits = digits[2:] if digits[2] == "1" and len(digits) == 13 else f"0{digits[2:]}"
    if re.fullmatch(r"01[3-9]\d{9}", digits):
        digits = digits[1:]  # the old way of dialling a mobile of another city
    if re.fullmatch(r"(?:\+|00)[1-9]\d{6,}", digits):
        return _foreign("+" + digits.lstrip("+").removeprefix("00"), extension)
    if not (digits.isascii() and digits.isdigit()):
        return Phone(digits, extension, PhoneKind.UNKNOWN, "含有数字以外的字符")
    if len(digits) == 11 and digits[0] == "1":
        return _mobile(digits, extension)
    if re.fullmatch(r"[48]00\d{7}|95\d{3,6}|1\d{2,4}|12\d{3,6}|96\d{3,6}", digits):
        return Phone(digits, extension, PhoneKind.SERVICE, "")
    if digits[0] != "0" and 7 <= len(digits) <= 8:
        if not area_code:
            return Phone(digits, extension, PhoneKind.LANDLINE, "固话缺少区号")
        digits = f"0{area_code.lstrip('0')}{digits}"
    elif digits[0] in "23456789" and 9 <= len(digits) <= 11 and _landline_exists(f"0{digits}"):
        digits = f"0{digits}"  # a workbook that held it as a number lost the leading zero
    if digits[0] == "0" and 10 <= len(digits) <= 12:
        if _landline_exists(digits):
            return Phone(digits, extension, PhoneKind.LANDLINE, "")
        return Phone(digits, extension, PhoneKind.LANDLINE, _NO_LANDLINE)
    return Phone(digits, extension, PhoneKind.UNKNOWN, f"共 {len(digits)} 位，不是电话号码的位数")


def _mobile(digits: str, extension: str) -> Phone:
    fault = "" if _mobile_prefix_exists(digits[:7]) else "手机号段不存在"
    return Phone(digits, extension, PhoneKind.MOBILE, fault)


def _foreign(written: str, extension: str) -> Phone:
    try:
        number = phonenumbers.parse(written, None)
    except phonenumbers.NumberParseException:
        return Phone(written, extension, PhoneKind.FOREIGN, "国家或地区号不存在")
    fault = "" if phonenumbers.is_valid_number(number) else "境外号码位数或号段不对"
    return Phone(
        phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164),
        extension,
        PhoneKind.FOREIGN,
        fault,
    )


@lru_cache(maxsize=65_536)
def _mobile_prefix_exists(first_seven: str) -> bool:
    # The plan is decided by at most the first seven digits, so one answer serves ten thousand numbers.
    number = phonenumbers.PhoneNumber(country_code=86, national_number=int(f"{first_seven}0001"))
    return phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.MOBILE


def _landline_exists(digits: str) -> bool:
    return _landline_plan_has(digits[:-4], len(digits))


@lru_cache(maxsize=65_536)
def _landline_plan_has(beginning: str, length: int) -> bool:
    # No rule of the plan looks at a landline's last four digits.
    number = phonenumbers.PhoneNumber(country_code=86, national_number=int(f"{beginning}0001"[:length]))
    return phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.FIXED_LINE
