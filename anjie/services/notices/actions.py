"""Tells people of something, once each: shown at once to those who are signed in, carried outside where that helps."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from procrastinate.contrib.django import app

from anjie.access.actors import Actor
from anjie.access.models import Account, Membership
from anjie.foundation import clock, live
from anjie.foundation.refusals import NotFound
from anjie.services.notices.queries import own
from anjie.services.notices.templates import Facts, in_words, template_of


@dataclass(frozen=True)
class Member:
    """A membership to be told, by its id."""

    id: int


Addressee = int | Account | Membership | Member
"""A number or an Account is an account that acts as itself; a Membership or Member is one of the staff."""


@dataclass(frozen=True)
class Notable:
    """One event worth a notice: the memberships to be told and what they are told, once for each ``key``."""

    to: Collection[int]
    title: str
    text: str
    key: str
    case_id: int | None = None
    link: str = ""


_INSERT = """
INSERT INTO notices_notice ({whose}, key, verb, title, text, case_id, link, at)
SELECT whose, key, %(verb)s, title, text, case_id, link, %(at)s
FROM unnest(%(readers)s::bigint[], %(places)s::int[]) AS told(whose, place)
JOIN unnest(%(keys)s::text[], %(titles)s::text[], %(texts)s::text[], %(cases)s::bigint[], %(links)s::text[])
    WITH ORDINALITY AS notable(key, title, text, case_id, link, place) USING (place)
ORDER BY place, whose
ON CONFLICT ({whose}, key) DO NOTHING RETURNING {whose}, id, title, case_id, link
"""
_TELL_BROWSERS = "SELECT pg_notify(%s, message) FROM unnest(%s::text[]) AS told(message)"
_QUEUE = """
INSERT INTO notices_delivery (notice_id, account_id, template, channel, state, reason, facts, vendor_reference,
    tries, made_at, due_at, stale_at)
SELECT n.id, account.id, %(template)s, way.channel, 'queued', '', %(facts)s::jsonb, '', 0, %(at)s, %(at)s, %(stale_at)s
FROM unnest(%(notices)s::bigint[]) AS told(id)
JOIN notices_notice n ON n.id = told.id
LEFT JOIN access_membership m ON m.id = n.membership_id
JOIN access_account account ON account.id = coalesce(n.account_id, m.account_id) AND account.is_active
LEFT JOIN access_wechatbinding bound ON bound.account_id = account.id
LEFT JOIN notices_wechatcredit credit
    ON credit.account_id = account.id AND credit.template = %(template)s AND credit.left > 0
CROSS JOIN LATERAL (SELECT CASE
    WHEN %(by_wechat)s AND bound.id IS NOT NULL AND credit.id IS NOT NULL THEN 'wechat'
    WHEN account.mobile_index IS NOT NULL AND (%(sms)s = 'everyone' OR (%(sms)s = 'parties' AND m.id IS NULL)) THEN 'sms'
    END AS channel) way
WHERE way.channel IS NOT NULL
ON CONFLICT (notice_id, channel) DO NOTHING RETURNING id
"""
AT_ONCE = 5_000
"""Notices one statement writes."""
SHARE = 1_000
"""Deliveries one job is called for; a storm is carried by several at once."""
MOST_JOBS = 2


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
    wanted = _others(actor, memberships)
    told = _give("membership", verb, [Notable(wanted, title, text, key, case_id, link)])
    return [membership_id for membership_id, _ in told]


@transaction.atomic
def notify_each(actor: Actor, verb: str, notables: Iterable[Notable]) -> int:
    """``notify`` for many events of one kind by a few statements, in their order; returns how many notices were given."""
    return len(_give("membership", verb, [replace(one, to=_others(actor, one.to)) for one in notables]))


@transaction.atomic
def tell(
    actor: Actor,
    to: Iterable[Addressee],
    template: str,
    facts: Facts,
    *,
    key: str,
    case_id: int | None = None,
    link: str = "",
) -> int:
    """Tell accounts and memberships once each, in the product and outside it as the template says; returns how many.

    Whoever had this ``key`` before is not told again; nobody is told of what he did himself. Outside goes a
    WeChat message where the account is bound and wants one of this kind, else a short message where the
    template has one. The request waits for none of it.
    """
    kind, words, at = template_of(template), in_words(facts), clock.now()
    shown = _Blanks(words)
    title, text = kind.title.format_map(shown), kind.text.format_map(shown)
    accounts, memberships = _sorted_out(actor, to)
    told = _give("account", kind.code, [Notable(accounts, title, text, key, case_id, link)])
    told += _give("membership", kind.code, [Notable(memberships, title, text, key, case_id, link)])
    if told and (kind.wechat or kind.sms != "never"):
        _queue(
            {
                "notices": [notice_id for _, notice_id in told],
                "template": kind.code,
                "facts": json.dumps({**words, "case_id": case_id or ""}, ensure_ascii=False),
                "by_wechat": bool(kind.wechat),
                "sms": kind.sms,
                "at": at,
                "stale_at": kind.stale_at(facts, at),
            }
        )
    return len(told)


def _sorted_out(actor: Actor, to: Iterable[Addressee]) -> tuple[list[int], list[int]]:
    accounts: set[int] = set()
    memberships: set[int] = set()
    for one in to:
        match one:
            case Membership():
                memberships.add(one.pk)
            case Member():
                memberships.add(one.id)
            case Account():
                accounts.add(one.pk)
            case int():
                accounts.add(one)
    if actor.is_party:
        accounts.discard(actor.account_id or 0)
    else:
        memberships.discard(actor.membership_id or 0)
    return sorted(accounts), sorted(memberships)


def _others(actor: Actor, memberships: Iterable[int]) -> list[int]:
    return sorted(set(memberships) - {actor.membership_id, None})


def _give(whose: str, verb: str, notables: Sequence[Notable]) -> list[tuple[int, int]]:
    """Each notable once to each of its readers who had none of its key; whom, and the notice's id."""
    readers = [(reader, place) for place, one in enumerate(notables) for reader in one.to]
    told: list[tuple[int, int]] = []
    for begin in range(0, len(readers), AT_ONCE):
        part = readers[begin : begin + AT_ONCE]
        first, last = part[0][1], part[-1][1]
        told += _insert(whose, verb, notables[first : last + 1], [(who, at - first + 1) for who, at in part])
    return told


def _insert(
    whose: str, verb: str, notables: Sequence[Notable], readers: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The notices of these readers, each with the place of what he is told; their browsers hear of it at once."""
    values: dict[str, Any] = {
        "readers": [reader for reader, _ in readers],
        "places": [place for _, place in readers],
        "keys": [one.key[:120] for one in notables],
        "titles": [one.title[:80] for one in notables],
        "texts": [one.text[:300] for one in notables],
        "cases": [one.case_id for one in notables],
        "links": [one.link or (f"/cases/{one.case_id}" if one.case_id else "") for one in notables],
        "verb": verb,
        "at": clock.now(),
    }
    with connection.cursor() as cursor:
        cursor.execute(_INSERT.format(whose=f"{whose}_id"), values)
        rows = cursor.fetchall()
        messages = [
            live.message(
                f"{whose}:{reader}", event="notice", id=pk, verb=verb, title=title, case_id=case_id, link=link
            )
            for reader, pk, title, case_id, link in rows
        ]
        if messages:
            cursor.execute(_TELL_BROWSERS, [live.CHANNEL, messages])
    return [(reader, pk) for reader, pk, *_ in rows]


def _queue(values: dict[str, Any]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_QUEUE, values)
        made = len(cursor.fetchall())
    if made:
        call_for_delivery(min(MOST_JOBS, 1 + made // SHARE))


def call_for_delivery(jobs: int = 1, at: datetime | None = None) -> None:
    """Have what is due carried in the background."""
    task = app.configure_task("notices.deliver", schedule_at=at)
    for _ in range(jobs):
        task.defer()


def read_one(actor: Actor, notice_id: int) -> None:
    """Mark one of the actor's own notices as read; reading it again changes nothing."""
    mine = own(actor).filter(pk=notice_id)
    if not mine.exists():
        raise NotFound("通知")
    mine.filter(read_at__isnull=True).update(read_at=clock.now())


def read_all(actor: Actor, *, before: datetime | None = None) -> int:
    """Mark the actor's unread notices as read, those told ``before`` an instant or all; returns how many there were."""
    unread = own(actor).filter(read_at__isnull=True)
    return (unread.filter(at__lt=before) if before else unread).update(read_at=clock.now())


class _Blanks(dict[str, str]):
    """Facts as a template sees them: what is missing shows as nothing."""

    def __missing__(self, name: str) -> str:
        return ""
