"""Announcements: published, withdrawn, read."""

from __future__ import annotations

from django.db import transaction

from anjie.access import trail
from anjie.access.actors import Actor
from anjie.foundation import clock, live
from anjie.foundation.refusals import NotFound
from anjie.office.deeds import OfficeDeed
from anjie.office.models import Announcement, AnnouncementRead
from anjie.office.queries import addressed, for_me


@transaction.atomic
def publish(actor: Actor, *, title: str, text: str, unit_ids: list[int], is_pinned: bool) -> Announcement:
    """Publish to the members of some units, or to everyone when none is named; told live."""
    actor.require(OfficeDeed.ANNOUNCE)
    made = Announcement.objects.create(
        title=title,
        text=text,
        unit_ids=unit_ids,
        is_pinned=is_pinned,
        by_id=actor.own_membership_id,
        at=clock.now(),
    )
    trail.record(actor, "office.announced", announcement=made.pk)
    for member in addressed(unit_ids).values_list("id", flat=True):
        live.publish(f"membership:{member}", kind="announcement", id=made.pk)
    return made


@transaction.atomic
def withdraw(actor: Actor, announcement_id: int) -> None:
    """Withdraw an announcement; those who read it keep their receipts."""
    actor.require(OfficeDeed.ANNOUNCE)
    found = Announcement.objects.filter(pk=announcement_id, withdrawn_at__isnull=True).update(
        withdrawn_at=clock.now()
    )
    if not found:
        raise NotFound("公告")
    trail.record(actor, "office.withdrawn", announcement=announcement_id)


def read(actor: Actor, announcement_id: int) -> None:
    """Note that this membership has read it; reading twice is one receipt."""
    if not for_me(actor).filter(pk=announcement_id).exists():
        raise NotFound("公告")
    AnnouncementRead.objects.get_or_create(
        announcement_id=announcement_id, membership_id=actor.own_membership_id, defaults={"at": clock.now()}
    )
