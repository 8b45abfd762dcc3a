"""A client's own limits, written by rule, as a pack that is merged with the desk's: the stricter wins.

``{"contact.hours": {"call": ["09:00", "20:00"]}, "contact.answered_per_day": 2,
"contact.calls_per_week": {"label": "拨打电话", "channels": ["call"], "counted": "all", "per": "person",
"days": 7, "limit": 5}, "third_party_needs_unreachable": true}``: a number lowers the limit of a rule the
desk has, an object is a limit of the client's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from anjie.foundation.refusals import Invalid
from anjie.services.contact.packs import as_dict, from_dict
from anjie.services.contact.rules import stricter
from anjie.services.contact.words import Channel, RulePack

HOURS = "contact.hours"
FLAGS = {
    "third_party_needs_unreachable": True,
    "third_party_refusal_stops": True,
    "agreed_hours_waive": False,
}
"""What a client may ask for; the other value would loosen the desk's rule, and is without effect."""


def with_overrides(ours: RulePack, client: str, told: Mapping[str, Any]) -> RulePack:
    """The desk's pack with the client's limits over it; the same pack when the client has none."""
    return stricter(ours, clients_pack(ours, client, told)) if told else ours


def clients_pack(ours: RulePack, client: str, told: Mapping[str, Any]) -> RulePack:
    """The client's limits as a pack; Invalid names the first that does not hold together."""
    plain = as_dict(ours)
    caps: list[dict[str, Any]] = []
    for rule, value in told.items():
        if rule == HOURS or rule in FLAGS:
            continue
        if isinstance(value, Mapping):
            caps.append({"source": f"委托方 {client}", "grade": "", **value, "rule": rule})
        elif isinstance(value, int) and not isinstance(value, bool):
            # A rule that this day's pack does not know yet has nothing to lower.
            caps += [{**cap, "limit": value} for cap in plain["caps"] if cap["rule"] == rule]
        else:
            raise _wrong(rule)
    pack = from_dict(
        {
            **plain,
            "code": client,
            "version": 1,
            "label": f"委托方 {client} 的约定",
            "hours": _hours(told.get(HOURS, {})),
            "caps": caps,
            "source": "",
            **{name: told.get(name, value is not True) for name, value in FLAGS.items()},
        }
    )
    return replace(pack, valid_from=ours.valid_from)


def _hours(told: Any) -> dict[str, Any]:
    if isinstance(told, Mapping):
        return dict(told)
    if isinstance(told, list):
        return {channel.value: told for channel in Channel if channel is not Channel.LETTER}
    raise _wrong(HOURS)


def _wrong(rule: str) -> Invalid:
    return Invalid(
        "contact.override_wrong",
        f"委托方联系规则 {rule} 的写法不对。请填写上限次数、时段，或完整的上限说明。",
        rule=rule,
    )
