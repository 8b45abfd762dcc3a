"""What was done outside any case, as an administrator reads it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from anjie.access.actors import Actor
from anjie.access.deeds import AccessDeed
from anjie.access.models import TrailEntry
from anjie.access.sentences import sentence_of
from anjie.desk.timeline_read import in_words
from anjie.foundation import clock


def trail(
    actor: Actor,
    *,
    who: str = "",
    name: str = "",
    verb: str = "",
    since: date | None = None,
    until: date | None = None,
    before: int | None = None,
    limit: int = 50,
) -> dict[str, Any]:
    """A page of the trail, newest first; ``name`` finds people by a part of their name."""
    actor.require(AccessDeed.TRAIL_SEE)
    entries = TrailEntry.objects.all()
    if who:
        entries = entries.filter(actor=who)
    if name.strip():
        entries = entries.filter(actor_name__icontains=name.strip())
    if verb:
        entries = entries.filter(verb=verb)
    if since:
        entries = entries.filter(at__gte=_midnight(since))
    if until:
        entries = entries.filter(at__lt=_midnight(until) + timedelta(days=1))
    if before is not None:
        entries = entries.filter(pk__lt=before)
    found = list(entries.order_by("-pk").defer("prev", "hash")[: limit + 1])
    return {
        "rows": [row(entry) for entry in found[:limit]],
        "next": found[limit - 1].pk if len(found) > limit else None,
        "verbs": verbs() if before is None else [],
    }


def row(entry: TrailEntry) -> dict[str, Any]:
    """One entry as the page lists it."""
    words = in_words(entry.verb, entry.facts)
    return {
        "id": entry.pk,
        "seq": entry.seq,
        "at": entry.at,
        "actor": entry.actor,
        "actor_name": entry.actor_name,
        "verb": entry.verb,
        "kind": words.group,
        "text": words.text,
        "detail": words.detail,
        "facts": entry.facts,
    }


def verbs() -> list[dict[str, str]]:
    """The verbs on the trail, to choose from."""
    used = TrailEntry.objects.order_by("verb").values_list("verb", flat=True).distinct()
    return [{"verb": verb, "label": _label(verb)} for verb in used]


def _label(verb: str) -> str:
    sentence = sentence_of(verb)
    if sentence is None or callable(sentence.text):
        return in_words(verb, {}).text
    return sentence.text.partition("{")[0].strip("：:“（ ") or verb


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(0), clock.ZONE)
