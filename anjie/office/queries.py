"""Reads of announcements."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from anjie.access.actors import Actor
from anjie.access.models import Membership
from anjie.foundation.refusals import NotFound
from anjie.office.deeds import OfficeDeed
from anjie.office.models import Announcement, AnnouncementRead


def for_me(actor: Actor) -> QuerySet[Announcement]:
    """Announcements not withdrawn, to everyone or to a unit on the way up from mine; with whether I read it."""
    mine = [int(part) for part in actor.unit_path.split("/") if part]
    return (
        Announcement.objects.filter(Q(unit_ids=[]) | Q(unit_ids__overlap=mine), withdrawn_at__isnull=True)
        .select_related("by__account")
        .annotate(is_read=Exists(_mine_read(actor)), readers=Count("reads"))
    )


def _mine_read(actor: Actor) -> QuerySet[AnnouncementRead]:
    return AnnouncementRead.objects.filter(
        announcement=OuterRef("pk"), membership_id=actor.membership_id or 0
    )


def addressed(unit_ids: list[int]) -> QuerySet[Membership]:
    """The active memberships an announcement to these units (or to everyone) is for."""
    members = Membership.objects.filter(is_active=True, account__is_active=True)
    if not unit_ids:
        return members
    within = Q()
    for unit_id in unit_ids:
        within |= Q(unit__path__contains=f"/{unit_id}/")
    return members.filter(within)


def announcements(actor: Actor, limit: int = 50) -> list[dict[str, Any]]:
    """What I should read, unread and pinned first."""
    unread_first = (Exists(_mine_read(actor)), "-is_pinned", "-at")
    return [_announcement(row) for row in for_me(actor).order_by(*unread_first)[:limit]]


def published(actor: Actor, limit: int = 200) -> list[dict[str, Any]]:
    """Every announcement that stands, whomever it is for, for those who publish them."""
    actor.require(OfficeDeed.ANNOUNCE)
    rows = Announcement.objects.filter(withdrawn_at__isnull=True).select_related("by__account")
    return [_announcement(row) for row in rows.annotate(readers=Count("reads"))[:limit]]


def published_one(announcement: Announcement) -> dict[str, Any]:
    """An announcement just published: nobody has read it yet."""
    announcement.readers = 0  # type: ignore[attr-defined]
    return _announcement(announcement)


def _announcement(row: Any) -> dict[str, Any]:
    return {
        "id": row.pk,
        "title": row.title,
        "text": row.text,
        "is_pinned": row.is_pinned,
        "by": row.by.account.name,
        "at": row.at,
        "is_read": getattr(row, "is_read", False),
        "readers": row.readers,
    }


def receipts(actor: Actor, announcement_id: int) -> dict[str, Any]:
    """Who has read an announcement and who has not."""
    actor.require(OfficeDeed.ANNOUNCE)
    row = Announcement.objects.filter(pk=announcement_id).first()
    if row is None:
        raise NotFound("公告")
    members = addressed(row.unit_ids).select_related("account", "unit")
    read_at = dict(row.reads.values_list("membership_id", "at"))
    people = [
        {"id": m.pk, "name": m.account.name, "unit": m.unit.name, "read_at": read_at.get(m.pk)}
        for m in members
    ]
    return {"read": [p for p in people if p["read_at"]], "unread": [p for p in people if not p["read_at"]]}
