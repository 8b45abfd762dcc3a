"""The packs in force: those that come with the product, and over them an administrator's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from anjie.services.contact.models import PackVersion
from anjie.services.contact.packs import SHIPPED, from_dict
from anjie.services.contact.rules import pack_on
from anjie.services.contact.words import Cap, RulePack

ClientRules = Callable[[int], tuple[str, Mapping[str, Any]] | None]
"""A client's id in, its code and its own limits out (see ``overrides``), or nothing."""

_CLIENT_RULES: list[ClientRules] = []


def register_client_rules(provider: ClientRules) -> None:
    """Let a line say which limits its clients have; called once at start-up."""
    if provider not in _CLIENT_RULES:
        _CLIENT_RULES.append(provider)


def rules_of_client(client_id: int) -> tuple[str, Mapping[str, Any]] | None:
    """The first limits a line knows of this client."""
    return next(filter(None, (provider(client_id) for provider in _CLIENT_RULES)), None)


def all_packs() -> list[RulePack]:
    """Every pack, shipped and own."""
    return [*SHIPPED, *(from_dict(row.pack) for row in PackVersion.objects.all())]


def in_force(day: date) -> RulePack:
    """The pack of this day."""
    return pack_on(day, all_packs())


def loosened(pack: RulePack, base: RulePack) -> list[str]:
    """Where ``pack`` allows what ``base`` refuses, in words; an administrator says why."""
    found = []
    for channel, window in base.hours.items():
        ours = pack.hours.get(channel)
        if ours is None:
            found.append(f"{channel.label}不再限定时段（原为 {window.label}）")
        elif ours.opens < window.opens or ours.closes > window.closes:
            found.append(f"{channel.label}时段放宽为 {ours.label}（原为 {window.label}）")
    caps = {cap.measure: cap for cap in pack.caps}
    for cap in base.caps:
        held = caps.get(cap.measure)
        if held is None:
            found.append(f"不再限制{_cap_words(cap)}（原上限 {cap.limit} 次）")
        elif held.limit > cap.limit:
            found.append(f"{_cap_words(cap)}上限放宽为 {held.limit} 次（原为 {cap.limit} 次）")
    if base.third_party_needs_unreachable and not pack.third_party_needs_unreachable:
        found.append("本人未失联时也可联系第三人")
    if base.third_party_refusal_stops and not pack.third_party_refusal_stops:
        found.append("第三人拒绝后仍可联系")
    if pack.agreed_hours_waive and not base.agreed_hours_waive:
        found.append("另行约定可不受时段限制")
    return found


def _cap_words(cap: Cap) -> str:
    return f"{'每日' if cap.days == 1 else f'{cap.days} 天内'}{cap.label}"
