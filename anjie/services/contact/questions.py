"""A contact and its circumstances as one line of JSON, judged by the pack of its day.

The line is a contract with other programs; what it must hold and how it is answered stands in the guide.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any

from anjie.foundation import clock
from anjie.foundation.phones import PhoneKind, read_phone
from anjie.foundation.refusals import Invalid
from anjie.services.contact.packs import SHIPPED
from anjie.services.contact.rules import judge, pack_on
from anjie.services.contact.words import VOICE, Channel, Contact, Facts, Question, RulePack, Target, Verdict

_FACT_NAMES = tuple(field.name for field in fields(Facts))


def judge_line(line: str | bytes, packs: Sequence[RulePack] = SHIPPED) -> Verdict:
    """The verdict on one line; Invalid names what is wrong with it."""
    question, history, facts = read_line(line)
    return judge(question, history, facts, pack_on(clock.local(question.at).date(), packs))


def read_line(line: str | bytes) -> tuple[Question, list[Contact], Facts]:
    """The question, the person's history and the facts in one line; Invalid names what is wrong."""
    try:
        text = line.decode("utf-8-sig") if isinstance(line, bytes) else line.removeprefix("\ufeff")
        told = json.loads(text)
    except UnicodeDecodeError:
        raise _wrong("not_json", "这一行不是 UTF-8 编码", "请另存为 UTF-8 后重试") from None
    except (ValueError, RecursionError):
        raise _wrong("not_json", "这一行不是有效的 JSON", "请核对引号、逗号和括号") from None
    if not isinstance(told, dict):
        raise _wrong("not_json", "这一行不是 JSON 对象", "请写成 {…} 的形式")
    person = told.get("person")
    if isinstance(person, bool) or not isinstance(person, str | int) or person == "":
        raise _wrong("person", "缺少当事人 person", "请填写当事人的编号")
    to = told.get("to", Target.DEBTOR.value)
    if not isinstance(to, str) or to not in [target.value for target in Target]:
        raise _wrong("to", "联系对象 to 应为 debtor 或 third_party", "请核对")
    channel, number, at = _contact(told, "")
    if channel in VOICE and not number:
        raise _wrong("number", "电话联系缺少号码 number", "请填写要拨打的号码")
    history = told.get("history")
    if history is None:
        history = []
    if not isinstance(history, list):
        raise _wrong("history", "联系历史 history 应为列表", "请写成 […] 的形式")
    past = []
    for position, entry in enumerate(history, start=1):
        where = f"联系历史第 {position} 条的"
        if not isinstance(entry, dict):
            raise _wrong("history", f"联系历史第 {position} 条不是 JSON 对象", "请写成 {…} 的形式")
        answered = _flag(entry, "answered", where)
        past.append(Contact(*_contact(entry, where), answered))
    return Question(channel, number, at, Target(to)), past, _facts(told.get("facts"))


def _facts(told: Any) -> Facts:
    if told is None:
        return Facts()
    if not isinstance(told, dict):
        raise _wrong("facts", "事实 facts 应为 JSON 对象", "请写成 {…} 的形式")
    # A misspelt do_not_contact would be read as false and let the contact through.
    unknown = sorted(set(told) - set(_FACT_NAMES))
    if unknown:
        raise _wrong("facts", f"不认识的事实 {unknown[0][:40]}", f"可用的事实为 {'、'.join(_FACT_NAMES)}")
    return Facts(**{name: _flag(told, name, "") for name in _FACT_NAMES})


def _contact(told: Mapping[str, Any], where: str) -> tuple[Channel, str, datetime]:
    channel = told.get("channel")
    if not isinstance(channel, str) or channel not in [known.value for known in Channel]:
        known = "、".join(known.value for known in Channel)
        raise _wrong("channel", f"{where}联系方式 channel 应为 {known} 之一", "请核对")
    return Channel(channel), _number(told.get("number"), where), _instant(told.get("at"), where)


def _number(told: Any, where: str) -> str:
    if told is None:
        return ""
    if isinstance(told, bool) or not isinstance(told, str | int):
        raise _wrong("number", f"{where}号码 number 应为文本", "请加引号")
    phone = read_phone(str(told))
    if phone.kind is PhoneKind.UNKNOWN:  # an alias or a hash stands for the number: compared as it is
        return unicodedata.normalize("NFKC", str(told)).strip()
    return phone.key


def _instant(told: Any, where: str) -> datetime:
    if not isinstance(told, str) or not told.strip():
        raise _wrong("at", f"{where}缺少时间 at", "请填写，例如 2026-09-01T21:05:00+08:00")
    try:
        moment = datetime.fromisoformat(told.strip())
    except ValueError:
        raise _wrong("at", f"{where}时间 at 无法识别", "请写成 2026-09-01T21:05:00+08:00 的形式") from None
    if moment.utcoffset() is None:
        raise _wrong("at", f"{where}时间 at 没有时区", "请写明时区，例如 2026-09-01T21:05:00+08:00")
    if not 1900 <= moment.year <= 2999:
        raise _wrong("at", f"{where}时间 at 的年份 {moment.year} 不合常理", "请核对年份")
    return clock.local(moment)


def _flag(told: Mapping[str, Any], name: str, where: str) -> bool:
    value = told.get(name)
    if value is None:
        return False
    if not isinstance(value, bool):
        raise _wrong(name, f"{where}{name} 应为 true 或 false", "请核对")
    return value


def _wrong(field: str, what: str, advice: str) -> Invalid:
    return Invalid("contact.bad_line", f"{what}。{advice}。", field=field)
