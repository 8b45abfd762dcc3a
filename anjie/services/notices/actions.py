"""Tells people of something, once each, and shows it at once to those who are signed in."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection, transaction

from anjie.access.actors import Actor
from anjie.foundation import clock, live
from anjie.foundation.refusals import NotFound
from anjie.services.notices.models import Notice

_INSERT = """
INSERT INTO notices_notice (membership_id, key, verb, title, text, case_id, link, at)
SELECT membership_id, %(key)s, %(verb)s, %(title)s, %(text)s, %(case_id)s, %(link)s, %(at)s
FROM unnest(%(memberships)s::bigint[]) AS told(membership_id)
ON CONFLICT (membership_id, key) DO NOTHING RETURNING membership_id, id
"""


@transaction.atomic
def notify(
    actor: Actor,
    memberships: Iterable[int],
    verb: str,
    title: str,
    text: str,
    *,
    key: str,
    case_id: int | None = None,
    link: str = "",
) -> list[int]:
    """Give each membership one notice; one that had this ``key`` before gets none. Returns who was told.

    ``title`` travels to the browser as it is and names no person; ``text`` is read through the API.
    Nobody is told of what he did himself. A click opens the case, or ``link`` where it is no case.
    """
    wanted = sorted(set(memberships) - {actor.membership_id, None})
    if not wanted:
        return []
    values = {
        "memberships": wanted,
        "key": key[:120],
        "verb": verb,
        "title": title[:80],
        "text": text[:300],
        "case_id": case_id,
        "link": link or (f"/cases/{case_id}" if case_id else ""),
        "at": clock.now(),
    }
    with connection.cursor() as cursor:
        cursor.execute(_INSERT, values)
        told = cursor.fetchall()
    for membership_id, notice_id in told:
        live.publish(
            f"membership:{membership_id}",
            event="notice",
            id=notice_id,
            verb=verb,
            title=values["title"],
            case_id=case_id,
            link=values["link"],
        )
    return [membership_id for membership_id, _ in told]


def read_one(actor: Actor, notice_id: int) -> None:
    """Mark one of the actor's own notices as read; reading it again changes nothing."""
    own = Notice.objects.filter(pk=notice_id, membership_id=actor.membership_id or 0)
    if not own.exists():
        raise NotFound("通知")
    own.filter(read_at__isnull=True).update(read_at=clock.now())


def read_all(actor: Actor) -> int:
    """Mark every unread notice of the actor as read; returns how many there were."""
    return Notice.objects.filter(membership_id=actor.membership_id or 0, read_at__isnull=True).update(
        read_at=clock.now()
    )
