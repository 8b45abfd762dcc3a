"""Looking cases up by a whole number somebody calls from or reads out: on the record, and so many a minute."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import transaction

from anjie.access import trail
from anjie.access.actors import Actor
from anjie.access.models import TrailEntry
from anjie.desk.deeds import DeskDeed
from anjie.desk.reach import cases_for
from anjie.desk.search import by_plain_number, by_sealed_number, found_row
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid, Refusal

VERB = "desk.looked_up"
A_MINUTE = 30
AN_HOUR = 300
MOST = 50


@transaction.atomic
def look_up(actor: Actor, number: str) -> dict[str, Any]:
    """The cases within reach that this ID, card, phone, case, serial or contract number leads to.

    The trail keeps who looked, by what it was found and which cases, never the number.
    """
    actor.require(DeskDeed.LOOK_UP)
    typed = number.strip()
    if len(typed) < 4 or "\0" in typed:
        raise Invalid("look_up.too_short", "号码至少 4 位。请输入完整的证件号、卡号、电话或案件编号。")
    found = by_sealed_number(typed)
    plain = by_plain_number(typed)
    if plain:
        found["编号"] = sorted(plain)
    ids = {pk for one in found.values() for pk in one}
    cases = cases_for(actor, DeskDeed.LOOK_UP).filter(pk__in=ids)
    reached = list(cases.select_related("organisation", "holder__account").order_by("-id")[:MOST])
    shown = {case.pk for case in reached}
    by = [label for label, one in found.items() if shown & set(one)]
    trail.record(actor, VERB, by=by, cases=sorted(shown)[:20], count=len(shown))
    _limit(actor)
    return {
        "rows": [
            {**found_row(case), "by": [label for label, one in found.items() if case.pk in one]}
            for case in reached
        ],
        "count": len(reached),
    }


def _limit(actor: Actor) -> None:
    """Counted after the record is written under the actor's own lock, so that many at once count too."""
    now = clock.now()
    for most, span, words in (
        (A_MINUTE, timedelta(minutes=1), "一分钟"),
        (AN_HOUR, timedelta(hours=1), "一小时"),
    ):
        entries = TrailEntry.objects.filter(actor=actor.key, verb=VERB, at__gt=now - span)
        if entries.count() > most:
            raise Refusal(
                "look_up.too_many",
                f"{words}内最多查询 {most} 次，已达到上限。请稍后再查。",
                limit=most,
            ).with_status(429)
