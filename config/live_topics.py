"""Who may hear a topic: read once per event, then judged for each listener without the database."""

from __future__ import annotations

import time
from collections.abc import Callable

from asgiref.sync import sync_to_async
from django.db import connections

from anjie.access.actors import Actor
from anjie.access.models import Membership
from anjie.desk.public import DeskDeed, Holding, cases_for
from anjie.linkage.models import Sending
from anjie.services.sheets.models import Export, Import

Hears = Callable[[Actor], bool]

KEPT_SECONDS = 5.0
"""A job tells its progress many times: who may hear it is read again only so often."""
_KEPT: dict[tuple[str, int], tuple[float, Hears]] = {}
_MOST = 2048


def nobody(actor: Actor) -> bool:
    """The rule of a topic no one declared."""
    return False


async def may_hear(head: str, tail: str) -> Hears:
    """The rule of one topic."""
    if head == "list":
        return lambda actor: not actor.is_party
    if not tail.isdigit():
        return nobody
    number = int(tail)
    if head == "membership":
        return lambda actor: actor.membership_id == number
    if head == "account":
        return lambda actor: actor.account_id == number
    if head == "case":
        return await sync_to_async(_read, thread_sensitive=False)(head, number)
    if head not in _READ:
        return nobody
    kept = _KEPT.get((head, number))
    now = time.monotonic()
    if kept is None or now - kept[0] > KEPT_SECONDS:
        if len(_KEPT) > _MOST:
            _KEPT.clear()
        kept = (now, await sync_to_async(_read, thread_sensitive=False)(head, number))
        _KEPT[head, number] = kept
    return kept[1]


def _read(head: str, number: int) -> Hears:
    try:
        return _READ[head](number)
    finally:
        connections.close_all()


def _case(case_id: int) -> Hears:
    """A case's events reach those in whose reach it lies, as ``reach_of`` says it of rows."""
    reader = Actor.job("live")
    case = cases_for(reader, DeskDeed.CASES_SEE).filter(pk=case_id).first()
    if case is None:
        return nobody
    helping = frozenset(
        Holding.objects.filter(case=case, to_at__isnull=True)
        .exclude(role=Holding.Role.HOLDER)
        .values_list("membership_id", flat=True)
    )

    def hears(actor: Actor) -> bool:
        if not actor.may(DeskDeed.CASES_SEE):
            return False
        if actor.client_ids is not None and case.organisation_id not in actor.client_ids:
            return False
        if actor.membership_id in helping or case.holder_id == actor.membership_id:
            return True
        if actor.reach == Membership.Reach.OWN:
            return False
        return actor.unit_ids is None or case.unit_id in actor.unit_ids

    return hears


def _import(import_id: int) -> Hears:
    """An import's progress reaches who started it, and those over his unit who may import too."""
    row = Import.objects.filter(pk=import_id).values("by_id", "unit_id", "client_id").first()
    if row is None:
        return nobody

    def hears(actor: Actor) -> bool:
        if actor.membership_id == row["by_id"]:
            return True
        if not actor.may("placement.import") or actor.reach == Membership.Reach.OWN:
            return False
        if actor.client_ids is not None and row["client_id"] not in actor.client_ids:
            return False
        return actor.unit_ids is None or row["unit_id"] in actor.unit_ids

    return hears


def _export(export_id: int) -> Hears:
    """An export's progress reaches who asked for it."""
    by_id = Export.objects.filter(pk=export_id).values_list("by_id", flat=True).first()
    return nobody if by_id is None else lambda actor: actor.membership_id == by_id


def _sending(sending_id: int) -> Hears:
    """How far many cases sent to mediation have come reaches who sends them."""
    by_id = Sending.objects.filter(pk=sending_id).values_list("by_id", flat=True).first()
    return nobody if by_id is None else lambda actor: actor.membership_id == by_id


_READ: dict[str, Callable[[int], Hears]] = {
    "case": _case,
    "import": _import,
    "export": _export,
    "sending": _sending,
}
