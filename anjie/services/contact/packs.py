"""The rule packs that come with the product, and the written form in which an administrator's are kept.

Grades as in the law notes: A primary text read, B two or more consistent secondary sources, C one. Limits
of the house rest on no text; they are prudence, may be changed by a later pack, and say so. None of it is
legal advice.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from anjie.foundation.refusals import Invalid
from anjie.services.contact.words import VOICE, Cap, Channel, Counted, Per, RulePack, Window, minute_text

_Choice = TypeVar("_Choice", Channel, Counted, Per)

HOUSE = "本产品的审慎默认值，无法规条文"
SERVICE_PLAN = "银行卡催收服务方案：作业时间 8:00—21:00，约定除外"
STANDARD_2025 = "GB/T 45251-2025"
GUIDELINE_2026 = "银行业协会 2026-01-30 指引"

_WAKING = Window(8 * 60, 21 * 60)
# A letter comes with the post at the post's hour, so no window is asked of it.
_HOURS: dict[Channel, Window] = {channel: _WAKING for channel in Channel if channel is not Channel.LETTER}

ANSWERED_PER_DAY = Cap(
    "contact.answered_per_day",
    "接通电话（含机器人外呼）",
    VOICE,
    Counted.ANSWERED,
    Per.PERSON,
    days=1,
    limit=3,
    source=STANDARD_2025,
    grade="B",
)
UNANSWERED_PER_NUMBER = Cap(
    "contact.unanswered_per_number",
    "拨打未接通",
    VOICE,
    Counted.UNANSWERED,
    Per.NUMBER,
    days=1,
    limit=6,
    source=GUIDELINE_2026,
    grade="B",
)


def _house(rule: str, label: str, channel: Channel, days: int, limit: int) -> Cap:
    return Cap(rule, label, frozenset({channel}), Counted.ALL, Per.PERSON, days, limit, HOUSE, "-")


_HOUSE_CAPS = (
    _house("contact.sms_per_day", "发送短信", Channel.SMS, 1, 3),
    _house("contact.sms_per_week", "发送短信", Channel.SMS, 7, 12),
    _house("contact.letters_per_day", "寄送信函", Channel.LETTER, 1, 2),
    _house("contact.letters_per_week", "寄送信函", Channel.LETTER, 7, 6),
    _house("contact.visits_per_day", "上门外访", Channel.VISIT, 1, 1),
    _house("contact.visits_per_week", "上门外访", Channel.VISIT, 7, 3),
)

SHIPPED: tuple[RulePack, ...] = (
    RulePack(
        "cn-base",
        1,
        date(2000, 1, 1),
        "基本规则（2025-02-28 以前）",
        _HOURS,
        _HOUSE_CAPS,
        source=f"{SERVICE_PLAN}（A）；第三人条件按现行规则从严",
    ),
    RulePack(
        "cn-2025-02",
        1,
        # The standard was published and came into force on the same day.
        date(2025, 2, 28),
        "GB/T 45251-2025 施行后",
        _HOURS,
        (ANSWERED_PER_DAY, *_HOUSE_CAPS),
        source=(
            f"{SERVICE_PLAN}（A，严于国标的 22:00—08:00 禁止时段）；{STANDARD_2025}：每日接通不超过 3 次、"
            "失联方可联系第三人、拒绝即止（B），机构与受托机构合并计算（C，本产品按本机构全部案件合并计算）"
        ),
    ),
    RulePack(
        "cn-2026-01",
        1,
        date(2026, 1, 30),
        "2026-01-30 银行业协会指引发布后",
        _HOURS,
        (ANSWERED_PER_DAY, UNANSWERED_PER_NUMBER, *_HOUSE_CAPS),
        source=f"{SERVICE_PLAN}（A）；{STANDARD_2025}（B）；{GUIDELINE_2026}：单号码每日未接不超过 6 次（B）",
    ),
)


def as_dict(pack: RulePack) -> dict[str, Any]:
    """A pack in plain values, as it is stored and as the page edits it."""
    return {
        "code": pack.code,
        "version": pack.version,
        "valid_from": pack.valid_from.isoformat(),
        "label": pack.label,
        "hours": {
            channel.value: [minute_text(window.opens), minute_text(window.closes)]
            for channel, window in pack.hours.items()
        },
        "caps": [
            {
                "rule": cap.rule,
                "label": cap.label,
                "channels": sorted(channel.value for channel in cap.channels),
                "counted": cap.counted.value,
                "per": cap.per.value,
                "days": cap.days,
                "limit": cap.limit,
                "source": cap.source,
                "grade": cap.grade,
            }
            for cap in pack.caps
        ],
        "third_party_needs_unreachable": pack.third_party_needs_unreachable,
        "third_party_refusal_stops": pack.third_party_refusal_stops,
        "agreed_hours_waive": pack.agreed_hours_waive,
        "source": pack.source,
    }


def from_dict(told: Mapping[str, Any]) -> RulePack:
    """The pack an administrator wrote; Invalid names the first thing that does not hold together."""
    try:
        pack = RulePack(
            code=_text(told["code"]),
            version=_whole(told["version"], 1, 1_000_000),
            valid_from=_day(told["valid_from"]),
            label=_text(told["label"]),
            hours={_one_of(Channel, channel): _window(pair) for channel, pair in told["hours"].items()},
            caps=tuple(_cap(cap) for cap in told["caps"]),
            third_party_needs_unreachable=_flag(told, "third_party_needs_unreachable"),
            third_party_refusal_stops=_flag(told, "third_party_refusal_stops"),
            agreed_hours_waive=_flag(told, "agreed_hours_waive"),
            source=str(told.get("source", "")),
        )
    except KeyError as missing:
        raise _wrong(f"缺少 {missing.args[0]}") from None
    except ValueError as fault:
        raise _wrong(str(fault)) from None
    except (TypeError, AttributeError):
        raise _wrong("各项的结构不对，时段应为对象，次数上限应为列表") from None
    measures = [cap.measure for cap in pack.caps]
    if len(set(measures)) != len(measures):
        raise _wrong("同一口径的次数上限出现了两次")
    return pack


def _cap(told: Mapping[str, Any]) -> Cap:
    channels = frozenset(_one_of(Channel, channel) for channel in told["channels"])
    if not channels:
        raise ValueError("次数上限没有写明联系方式")
    rule = _text(told["rule"])
    if not re.fullmatch(r"contact\.[a-z_]+", rule):
        raise ValueError(f"规则代码 {rule} 应形如 contact.sms_per_day")
    return Cap(
        rule,
        _text(told["label"]),
        channels,
        _one_of(Counted, told["counted"]),
        _one_of(Per, told["per"]),
        _whole(told["days"], 1, 366),
        _whole(told["limit"], 0, 1_000),
        str(told.get("source", "")),
        str(told.get("grade", "")),
    )


def _window(pair: Any) -> Window:
    if not isinstance(pair, list | tuple) or len(pair) != 2:
        raise ValueError("时段应写成开始和结束两个时间")
    opens, closes = pair
    window = Window(_minute(opens), _minute(closes))
    if window.never:
        raise ValueError(f"时段 {window.label} 的开始不早于结束")
    return window


def _minute(text: Any) -> int:
    match = re.fullmatch(r"(\d{2}):([0-5]\d)", str(text), re.ASCII)
    minute = int(match[1]) * 60 + int(match[2]) if match else -1
    if not 0 <= minute <= 24 * 60:
        raise ValueError(f"时间 {text} 应写成 08:00 的形式，在 00:00 与 24:00 之间")
    return minute


def _day(value: Any) -> date:
    try:
        return date.fromisoformat(_text(value))
    except ValueError:
        raise ValueError("生效日期应写成 2026-09-01 的形式") from None


def _one_of(kind: type[_Choice], value: Any) -> _Choice:
    try:
        return kind(value)
    except ValueError:
        known = "、".join(member.value for member in kind)
        raise ValueError(f"{str(value)[:40]} 不是 {known} 之一") from None


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("名称、代码和日期不能为空")
    return value.strip()


def _whole(value: Any, least: int, most: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise ValueError(f"{value} 应为 {least} 到 {most} 的整数")
    return value


def _flag(told: Mapping[str, Any], name: str) -> bool:
    value = told[name]
    if not isinstance(value, bool):
        raise ValueError(f"{name} 应为 true 或 false")
    return value


def _wrong(what: str) -> Invalid:
    return Invalid("contact.pack_wrong", f"联系规则不能保存：{what}。请改正后重新保存。", what=what)
