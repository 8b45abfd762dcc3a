"""What may be shown of a sealed value to somebody who may not see it whole.

A mask never shows a value that is too short to hide anything, and keeps the length where it tells nothing.
"""

from __future__ import annotations

import re

from anjie.foundation import names

STAR = "*"

_DISTRICT = re.compile(r"^.*?(?:自治旗|自治县|(?<![小社园校治政])区|[县旗])|^.*?[市州盟]")


def name(value: str) -> str:
    """张小三 → 张**; 欧阳小三 → 欧阳**; an enterprise keeps its first four characters: 苏州某某****."""
    text = value.strip()
    if len(text) <= 1:
        return STAR * len(text)
    if not names.is_chinese(text):
        return text[0] + STAR * (len(text) - 1)
    if len(text) > 5:
        return text[:4] + STAR * 4
    kept = min(len(names.surname(text)), len(text) - 1)
    return text[:kept] + STAR * (len(text) - kept)


def id_no(value: str) -> str:
    """320102199001011234 → 320***********1234: neither birthday nor district."""
    return _middle(value.strip(), 3, 4)


def card_no(value: str) -> str:
    """6222021234567890123 → 6222***********0123."""
    return _middle(value.strip(), 4, 4)


def phone(value: str) -> str:
    """13800138000 → 138****8000; 051262345678-801 → 0512****5678-***."""
    if len(value) == 11 and value.isdecimal():  # nearly all of them
        return f"{value[:3]}****{value[7:]}"
    number, dash, extension = value.strip().partition("-")
    hidden = _middle(number, 4 if number.startswith("0") and len(number) == 12 else 3, 4)
    return hidden + dash + STAR * len(extension)


def address(value: str) -> str:
    """江苏省苏州市姑苏区人民路1号 → 江苏省苏州市姑苏区****: down to the district, then nothing."""
    text = value.strip()
    if not text:
        return ""
    match = _DISTRICT.match(text)
    # A street may hold one of the words too (…小区): what is kept must stay short of the end.
    kept = match[0] if match and len(match[0]) <= 20 and len(match[0]) < len(text) else ""
    return kept + STAR * 4


def mail(value: str) -> str:
    """zhangsan@example.com → z***@example.com."""
    local, at, domain = value.strip().rpartition("@")
    if not at or not local:
        return STAR * 4 if value.strip() else ""
    return f"{local[0] if len(local) > 1 else ''}***@{domain}"


def _middle(text: str, first: int, last: int) -> str:
    # Hiding fewer than three characters of a short value hides nothing.
    if len(text) < first + last + 3:
        return STAR * len(text)
    return text[:first] + STAR * (len(text) - first - last) + text[-last:]
