"""What people are told of, declared in code by whoever tells it: words, WeChat fields, SMS values, how long it is true."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Literal

from anjie.foundation import clock, money

Facts = Mapping[str, Any]
"""Texts, numbers, days and instants; each is written as people read it."""


@dataclass(frozen=True)
class Template:
    """One kind of message.

    ``title`` travels to browsers and names no person; ``text`` is a sentence over the facts. ``wechat`` are
    the fields of the subscription message by the vendor's key (``thing1``) and the fact each shows; ``page`` is
    where a tap leads in the mini-program. ``sms`` says who gets a short message where no WeChat message can be
    had, ``sms_params`` its values in order. ``stale_after`` is how long after being told the message is still
    worth sending, or the fact that names the day or instant after which it is not. ``secret`` are values only its reader may see:
    they are kept sealed until the message is sent, and nowhere after.
    """

    code: str
    label: str
    title: str
    text: str
    wechat: tuple[tuple[str, str], ...] = ()
    page: str = ""
    sms: Literal["never", "parties", "everyone"] = "never"
    sms_params: tuple[str, ...] = ()
    stale_after: timedelta | str = timedelta(days=3)
    secret: tuple[str, ...] = ()

    def page_for(self, case_id: int | str | None) -> str:
        """Where a tap leads, about this case; nowhere where the page is a case's and none is named."""
        if "{case_id}" in self.page and not case_id:
            return ""
        return self.page.format_map({"case_id": case_id})

    def stale_at(self, facts: Facts, told_at: datetime) -> datetime:
        """The instant from which it is sent no more."""
        if isinstance(self.stale_after, timedelta):
            return told_at + self.stale_after
        named = facts.get(self.stale_after)
        if isinstance(named, datetime):
            return named
        if isinstance(named, date):
            return datetime.combine(named, time.max, clock.ZONE)
        return told_at + timedelta(days=3)


FACT_LABELS: Mapping[str, str] = {
    "at": "时间", "audience": "可见对象", "code": "会议号", "from_at": "开始时间", "institution": "机构", "kind": "类别",
    "left": "剩余天数", "no": "案件编号", "paper": "文书", "password": "会议密码", "reason": "原因", "room": "沟通室",
    "state": "进展", "to_on": "延长至", "token": "签署凭证", "until": "截止时间", "url": "链接", "what": "事项",
    "when": "起止时间", "where": "地点", "whose": "退出的当事人",
}  # fmt: skip


def label_of(fact: str) -> str:
    """What administrators read for a fact; its own name where nobody gave it one."""
    return FACT_LABELS.get(fact, fact)


def in_labels(text: str) -> str:
    """A template's sentence with its facts named as administrators read them: ``{no}`` is {案件编号}."""
    return re.sub(r"\{(\w+)\}", lambda found: "{" + label_of(found[1]) + "}", text)


_TEMPLATES: dict[str, Template] = {}


def declare(*templates: Template) -> None:
    """Add templates; done at import by the chapter that tells them."""
    for template in templates:
        _TEMPLATES[template.code] = template


def template_of(code: str) -> Template:
    """The template of this code; a code nobody declared is a fault of ours."""
    return _TEMPLATES[code]


def page_of(code: str, case_id: int | None) -> str:
    """Where a tap on a party's notice leads on the phone; nowhere for what is told without a template."""
    template = _TEMPLATES.get(code)
    return template.page_for(case_id) if template else ""


def templates() -> list[Template]:
    """Every template, by code."""
    return sorted(_TEMPLATES.values(), key=lambda one: one.code)


def in_words(facts: Facts) -> dict[str, str]:
    """Each fact as people read it: days and instants in Chinese, amounts with two places."""
    return {name: _word(value) for name, value in facts.items()}


def _word(value: Any) -> str:
    if isinstance(value, datetime):
        at = clock.local(value)
        return f"{at.year}年{at.month}月{at.day}日 {at:%H:%M}"
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    if isinstance(value, Decimal):
        return money.plain(value)
    return "" if value is None else str(value)


_CHINESE = re.compile(r"[\u3400-\u9fff]")


def wechat_field(key: str, value: str) -> str:
    """A value cut to what WeChat takes under this key, or the whole message is refused; an empty one becomes 无."""
    text = re.sub(r"\s+", " ", value).strip()
    kind = key.rstrip("0123456789")
    match kind:
        case "thing":
            return _cut(text or "无", 20)
        case "character_string":
            return _cut(_CHINESE.sub("", text) or "-", 32)
        case "number":
            return _cut(re.sub(r"[^0-9.\-]", "", text) or "0", 32)
        case "letter":
            return _cut(re.sub(r"[^A-Za-z]", "", text) or "N", 32)
        case "symbol":
            return _cut(text or "-", 5)
        case "amount":
            digits = re.sub(r"[^0-9.]", "", text) or "0"
            whole, dot, part = digits.partition(".")
            return f"{whole[:10]}{dot}{part[:2]}元"
        case "phone_number":
            return _cut(re.sub(r"[^0-9+\-]", "", text) or "-", 17)
        case "name":
            return _cut(text or "无", 10 if _CHINESE.search(text) else 20)
        case "phrase":
            return ("".join(_CHINESE.findall(text)) or "无")[:5]
        case _:
            return text or "无"


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…" if most > 5 else text[:most]
