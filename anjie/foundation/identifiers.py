"""Numbers that name people, cards, enterprises and cases: read, checked, put into one written form.

Every reader raises Invalid with the fact that is wrong and never repeats the number itself, so that
a message may be logged or sent back without carrying personal data.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from anjie.foundation import clock
from anjie.foundation.refusals import Invalid

PROVINCES = {
    "11": "北京市", "12": "天津市", "13": "河北省", "14": "山西省", "15": "内蒙古自治区",
    "21": "辽宁省", "22": "吉林省", "23": "黑龙江省",
    "31": "上海市", "32": "江苏省", "33": "浙江省", "34": "安徽省", "35": "福建省", "36": "江西省",
    "37": "山东省",
    "41": "河南省", "42": "湖北省", "43": "湖南省", "44": "广东省", "45": "广西壮族自治区", "46": "海南省",
    "50": "重庆市", "51": "四川省", "52": "贵州省", "53": "云南省", "54": "西藏自治区",
    "61": "陕西省", "62": "甘肃省", "63": "青海省", "64": "宁夏回族自治区", "65": "新疆维吾尔自治区",
    "71": "台湾省", "81": "香港特别行政区", "82": "澳门特别行政区", "83": "台湾省",
}  # fmt: skip

_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECKS = "10X98765432"
_USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_USCC_VALUES = {letter: value for value, letter in enumerate(_USCC_ALPHABET)}
_USCC_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
_LUHN_DOUBLED = {str(digit): sum(divmod(2 * digit, 10)) for digit in range(10)}
# What Excel makes of a long number: 3.20102E+17, or 320102199001010000.0.
_DAMAGED = re.compile(r"\d(\.\d+)?E\+?\d+|\d{12,}\.0+")


@dataclass(frozen=True)
class IdNumber:
    """A resident's ID number that was found good, and what it says of the person."""

    value: str
    region: str
    born_on: date
    sex: str  # 男 or 女

    @property
    def long_form(self) -> str:
        """The eighteen-character number of the same person."""
        return id_long_form(self.value)


def tidy(text: str) -> str:
    """Half-width, upper case, without blanks, hyphens and the apostrophe Excel leaves in front."""
    if text.isascii() and text.isalnum():
        return text.upper()
    return re.sub(r"[\s\-'‘’`\u200b\ufeff]", "", unicodedata.normalize("NFKC", text)).upper()


def id_check_digit(first_seventeen: str) -> str:
    """The eighteenth character of an ID number (GB 11643-1999)."""
    total = sum(int(digit) * weight for digit, weight in zip(first_seventeen, _ID_WEIGHTS, strict=True))
    return _ID_CHECKS[total % 11]


def id_long_form(number: str) -> str:
    """A fifteen-digit number as its eighteen characters; any other text as it is."""
    if len(number) == 15 and number.isascii() and number.isdigit():
        first = f"{number[:6]}19{number[6:]}"
        return first + id_check_digit(first)
    return number


def read_id_number(text: str, today: date | None = None) -> IdNumber:
    """A resident's ID number of 18 characters or of the old 15; raises Invalid with what is wrong."""
    number = tidy(text)
    if not number:
        raise Invalid("id_no.blank", "证件号码为空。请填写身份证号码。")
    if _DAMAGED.fullmatch(number):
        raise Invalid(
            "id_no.damaged", "证件号码已被表格软件改成数值，末几位丢失。请在原表把该列设为文本后重新填写。"
        )
    if not re.fullmatch(r"\d{17}[\dX]|\d{15}", number, re.ASCII):
        raise Invalid(
            "id_no.shape",
            f"证件号码共 {len(number)} 位，应为 18 位（末位可为 X）或 15 位数字。请核对原件。",
            length=len(number),
        )
    if len(number) == 18 and number[17] != id_check_digit(number[:17]):
        raise Invalid("id_no.check_digit", "证件号码校验位不符，可能录错了某一位。请核对原件。")
    long_form = id_long_form(number)
    # A foreigner's permanent residence number is 9, then the province that received the application.
    code = long_form[1:3] if long_form[0] == "9" else long_form[:2]
    region = PROVINCES.get(code)
    if region is None:
        raise Invalid("id_no.region", f"证件号码的地区代码 {code} 不存在。请核对原件。", region_code=code)
    try:
        born_on = date(int(long_form[6:10]), int(long_form[10:12]), int(long_form[12:14]))
    except ValueError:
        raise Invalid("id_no.birth_date", "证件号码中的出生日期不存在。请核对原件。") from None
    if born_on > (today or clock.today()) or born_on.year < 1880:
        raise Invalid("id_no.birth_date", "证件号码中的出生日期不合常理。请核对原件。")
    return IdNumber(number, region, born_on, "男" if int(long_form[16]) % 2 else "女")


def passes_luhn(digits: str) -> bool:
    """Whether a card number's last digit fits the others (ISO/IEC 7812-1); false for anything but digits."""
    return digits.isascii() and digits.isdigit() and _luhn_total(digits) % 10 == 0


def _luhn_total(digits: str) -> int:
    return sum(map(int, digits[-1::-2])) + sum(_LUHN_DOUBLED[letter] for letter in digits[-2::-2])


def read_credit_code(text: str) -> str:
    """A unified social credit code (GB 32100-2015), upper case; raises Invalid with what is wrong."""
    code = tidy(text)
    if not re.fullmatch(r"[0-9A-HJ-NP-RTUWXY]{18}", code):
        raise Invalid(
            "credit_code.shape",
            f"统一社会信用代码共 {len(code)} 位，应为 18 位数字或大写字母（不用 I、O、S、V、Z）。请核对。",
            length=len(code),
        )
    total = sum(_USCC_VALUES[letter] * weight for letter, weight in zip(code, _USCC_WEIGHTS, strict=False))
    if code[17] != _USCC_ALPHABET[-total % 31]:
        raise Invalid("credit_code.check_digit", "统一社会信用代码校验位不符，可能录错了某一位。请核对。")
    return code


def case_no(prefix: str, on: date, sequence: int) -> str:
    """A number to be read aloud, R260901-000018: line, day, running number, and a Luhn digit."""
    digits = f"{_day_digits(on)}{sequence:05d}"
    return f"{prefix}{digits[:6]}-{digits[6:]}{-_luhn_total(f'{digits}0') % 10}"


@lru_cache(maxsize=8)
def _day_digits(on: date) -> str:
    return f"{on:%y%m%d}"
