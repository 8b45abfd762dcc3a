"""Who suits which case, as a score whose every part can be said in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from anjie.services.allocation.rules import Preferences

CONTACT, REGION, CLIENT, LOAD = 10.0, 3.0, 3.0, 2.0
"""What each part weighs at most; having spoken to the person before counts more than all others together."""
BEST = 8
"""How many collectors are kept for each region and client: beyond them the rest is evened out."""


@dataclass(frozen=True)
class Collector:
    """What is known of one collector before cases are given out."""

    held: int = 0
    contacts: Mapping[Any, int] = field(default_factory=dict)
    regions: Mapping[str, int] = field(default_factory=dict)
    clients: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Wanted:
    """One case to give out, as far as it decides who suits it."""

    person: Any
    region: str
    client: int


def preferences(cases: Sequence[Wanted], collectors: Sequence[Collector]) -> Preferences:
    """The scored pairs that matter: for each case the best collectors, and all who know the person."""
    best: dict[tuple[str, int], list[tuple[int, float]]] = {}
    known: dict[Any, list[int]] = {}
    for at, collector in enumerate(collectors):
        for person in collector.contacts:
            known.setdefault(person, []).append(at)
    busiest = max((collector.held for collector in collectors), default=0)
    most = _most(collectors)
    pairs: list[tuple[int, int, float]] = []
    for at, case in enumerate(cases):
        group = (case.region, case.client)
        if group not in best:
            scores = [_base(case, collector, most, busiest) for collector in collectors]
            ranked = sorted(range(len(scores)), key=lambda who: (-scores[who], who))[:BEST]
            best[group] = [(who, scores[who]) for who in ranked]
        pairs += [(at, who, score) for who, score in best[group]]
        # Both add up: a pair named twice scores the sum.
        pairs += [
            (at, who, _contact(collectors[who].contacts[case.person])) for who in known.get(case.person, ())
        ]
    case_of, collector_of, score_of = zip(*pairs, strict=True) if pairs else ((), (), ())
    return Preferences(
        np.asarray(case_of, np.int64), np.asarray(collector_of, np.int64), np.asarray(score_of, np.float64)
    )


def reasons(case: Wanted, collector: Collector) -> list[str]:
    """Why this collector suits this case; empty when nothing but balance speaks for him."""
    said = []
    if contacts := collector.contacts.get(case.person, 0):
        said.append(f"曾跟进该当事人 {contacts} 次")
    if case.region and (cases := collector.regions.get(case.region, 0)):
        said.append(f"熟悉{case.region}（经手 {cases} 件）")
    if repaid := collector.clients.get(case.client, 0):
        said.append(f"该委托方近半年回款 {repaid} 笔")
    return [*said, f"现有在手 {collector.held} 件"] if said else []


def _contact(times: int) -> float:
    return CONTACT + min(times, 5)


def _base(case: Wanted, collector: Collector, most: _Most, busiest: int) -> float:
    region = collector.regions.get(case.region, 0) / most.regions.get(case.region, 1) if case.region else 0.0
    client = collector.clients.get(case.client, 0) / most.clients.get(case.client, 1)
    free = 1 - collector.held / busiest if busiest else 0.0
    # Being free alone is no suitability: evening out takes care of load where nothing else speaks.
    return REGION * region + CLIENT * client + LOAD * free if region or client else 0.0


@dataclass(frozen=True)
class _Most:
    regions: Mapping[str, int]
    clients: Mapping[int, int]


def _most(collectors: Sequence[Collector]) -> _Most:
    regions: dict[str, int] = {}
    clients: dict[int, int] = {}
    for collector in collectors:
        for region, count in collector.regions.items():
            regions[region] = max(regions.get(region, 1), count)
        for client, count in collector.clients.items():
            clients[client] = max(clients.get(client, 1), count)
    return _Most(regions, clients)
