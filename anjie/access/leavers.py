"""What a leaver still holds, and moving it: higher floors register here, since access knows no cases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from anjie.access.actors import Actor


@dataclass(frozen=True)
class Held:
    """What some memberships hold of one kind: how many, for how much."""

    kind: str
    label: str
    count: int
    amount: Decimal


@dataclass(frozen=True)
class Keeper:
    """A floor that gives work to memberships.

    ``held(membership_ids)`` counts what is open. ``hand_over(actor, from_ids, to_ids, why)`` moves it
    set-wise in the caller's transaction, evenly over ``to_ids`` (empty: back to unassigned), and
    returns how many were moved.
    """

    kind: str
    held: Callable[[list[int]], Held]
    hand_over: Callable[[Actor, list[int], list[int], str], int]


_KEEPERS: dict[str, Keeper] = {}


def register_keeper(keeper: Keeper) -> None:
    """Make a floor's holdings known; called once at start-up."""
    _KEEPERS[keeper.kind] = keeper


def held_by(membership_ids: list[int]) -> list[Held]:
    """What these memberships still hold, one entry for each kind that is not zero."""
    found = [keeper.held(membership_ids) for keeper in _KEEPERS.values()]
    return [held for held in found if held.count]


def hand_over_all(actor: Actor, from_ids: list[int], to_ids: list[int], why: str) -> dict[str, Any]:
    """Move everything held, of every kind; returns the count moved by kind."""
    return {kind: keeper.hand_over(actor, from_ids, to_ids, why) for kind, keeper in _KEEPERS.items()}
