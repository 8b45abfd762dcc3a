"""A pause of a placement, whose clock stands still as its reason and its client say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from anjie.access.actors import Actor
from anjie.desk.public import cases_for
from anjie.lines.recovery.deeds import PlacementDeed
from anjie.lines.recovery.placement.models import ClientContract
from anjie.services.terms import pausing
from anjie.services.terms.pause_reasons import reason_of

LINE = "recovery"


def began(actor: Actor, case_ids: list[int], facts: Mapping[str, Any]) -> None:
    """Cases were paused: from today on, and with the clock standing still where reason and client say so."""
    code = facts.get("pause_reason")
    reason = reason_of(LINE, code) if code else None
    own = dict(ClientContract.objects.values_list("client_id", "pause_overrides")) if reason else {}

    def stops(client: int | None) -> bool:
        return reason is not None and own.get(client or 0, {}).get(reason.code, reason.stops_clock)

    cases = cases_for(actor, PlacementDeed.PAUSE).filter(pk__in=case_ids)
    placed = cases.values_list("pk", "organisation_id", "term_on")
    pausing.begin(actor, placed, reason, str(facts.get("reason") or ""), stops)


def ended(actor: Actor, case_ids: list[int], facts: Mapping[str, Any]) -> None:
    """Cases are paused no longer, by whatever move."""
    pausing.end(actor, case_ids)
