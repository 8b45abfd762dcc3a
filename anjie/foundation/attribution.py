"""Where a number was issued and by whom: province, city and carrier in Chinese.

The place is that of issue, not where the person is, and a number taken along to another carrier still
shows the first one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from anjie.foundation.identifiers import PROVINCES
from anjie.foundation.phones import Phone, PhoneKind, read_phone

_NOWHERE = "中国"


@dataclass(frozen=True)
class Attribution:
    """Province, city and carrier; each blank where the numbering plan does not tell."""

    province: str
    city: str
    carrier: str

    @property
    def text(self) -> str:
        """How it stands beside a number: 江苏省连云港市 中国移动."""
        place = self.city if self.city.startswith(self.province) else self.province + self.city
        return f"{place} {self.carrier}".strip()


UNKNOWN = Attribution("", "", "")


def attribution(number: str | Phone) -> Attribution:
    """Where a number, however written, was issued; UNKNOWN for numbers without a place."""
    phone = number if isinstance(number, Phone) else read_phone(number)
    if not phone.valid or phone.kind not in (PhoneKind.MOBILE, PhoneKind.LANDLINE):
        return UNKNOWN
    if phone.kind is PhoneKind.LANDLINE:
        return _look_up(phone.number)
    # Mobiles are issued by blocks of ten thousand.
    return _look_up(f"{phone.number[:7]}0001")


@lru_cache(maxsize=65_536)
def _look_up(number: str) -> Attribution:
    # The tables of the whole world take half a second and 100 MB, so a process that never asks is spared them.
    from phonenumbers import PhoneNumber, carrier, geocoder

    parsed = PhoneNumber(country_code=86, national_number=int(number))
    place: str = geocoder.description_for_number(parsed, "zh")
    province, city = _split(place)
    return Attribution(province, city, carrier.name_for_number(parsed, "zh"))


def _split(place: str) -> tuple[str, str]:
    if place in ("", _NOWHERE):
        return "", ""
    for full in PROVINCES.values():
        # The tables say 广西南宁市 as well as 广西壮族自治区南宁市, 天津 as well as 天津市.
        short = _short(full)
        if place.startswith(full):
            rest = place[len(full) :]
        elif place.startswith(short):
            rest = place[len(short) :]
        else:
            continue
        return full, rest or (full if full.endswith("市") else "")
    return "", place


def _short(province: str) -> str:
    return re.sub("(特别行政区|(壮族|回族|维吾尔)?自治区|省|市)$", "", province)
