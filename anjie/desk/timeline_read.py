"""The timeline as people read it: newest first, one query, by chips, each event a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.db.models import Count, Q, QuerySet

from anjie.access.actors import Actor
from anjie.access.sentences import Facts, Group, Told, detail_of, group_of, sentence_of, sentences, told
from anjie.desk.deeds import DeskDeed
from anjie.desk.lines import find_move, lines
from anjie.desk.models import Event
from anjie.desk.reach import case_for
from anjie.foundation.refusals import Invalid

PAGE = 50

Notes = Callable[[list[int]], Mapping[int, str]]
_NOTES: dict[str, tuple[str, Notes]] = {}


def register_notes(verb: str, fact: str, notes: Notes) -> None:
    """Let a line show under ``verb`` the note of the row whose id stands in ``fact``.

    A note may be deleted or purged one day, so the append-only timeline keeps the id only.
    """
    _NOTES[verb] = (fact, notes)


def timeline(
    actor: Actor,
    case_id: int,
    *,
    kind: Iterable[str] = (),
    contact_point: int | None = None,
    before: int | None = None,
    limit: int = PAGE,
) -> dict[str, Any]:
    """A page of the case's events before sequence ``before``, newest first, and where the next page starts."""
    case = case_for(actor, DeskDeed.CASES_SEE, case_id)
    events = Event.objects.filter(case_id=case.pk)
    if contact_point is not None:
        events = events.filter(facts__point=contact_point)
    chosen = _groups(kind)
    narrowed = events.filter(in_groups(chosen)) if chosen else events
    if before is not None:
        narrowed = narrowed.filter(seq__lt=before)
    found = list(narrowed.order_by("-seq").defer("prev", "hash")[: limit + 1])
    more = len(found) > limit
    return {
        "rows": _with_notes([row(event) for event in found[:limit]]),
        "next": found[limit - 1].seq if more else None,
        "chips": chips(events) if before is None else [],
    }


def row(event: Event) -> dict[str, Any]:
    """One event as the page shows it."""
    words = in_words(event.verb, event.facts)
    return {
        "seq": event.seq,
        "at": event.at,
        "actor": event.actor_name,
        "verb": event.verb,
        "kind": words.group,
        "kind_label": words.group.label,
        "text": words.text,
        "detail": words.detail,
        "facts": event.facts,
    }


def _with_notes(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same rows with the notes that stand elsewhere, one more query per verb that has any."""
    for verb, (fact, notes) in _NOTES.items():
        noted = [one for one in rows if one["verb"] == verb and one["facts"].get(fact)]
        if noted:
            texts = notes([one["facts"][fact] for one in noted])
            for one in noted:
                one["detail"] = texts.get(one["facts"][fact], "") or one["detail"]
    return rows


def in_words(verb: str, facts: Facts) -> Told:
    """An event as a sentence; a move tells itself from its line's table."""
    found = find_move(verb)
    if found is None or sentence_of(verb) is not None:
        return told(verb, facts)
    line, move = found
    start, end = facts.get("from", ""), facts.get("to", "")
    text = move.label if start == end else f"{move.label}：{line.label_of(start)} → {line.label_of(end)}"
    if facts.get("term_on"):
        text += f"，期限至 {facts['term_on']}"
    return Told(Group.MOVE, text, detail_of(facts))


def chips(events: QuerySet[Event]) -> list[dict[str, Any]]:
    """How many events lie under each chip, in the chips' order; empty chips are left out."""
    counts = dict.fromkeys(Group, 0)
    for verb, count in events.values_list("verb").annotate(count=Count("id")).order_by():
        sentence = sentence_of(verb)
        if sentence is None:
            counts[Group.MOVE if find_move(verb) else Group.NOTE] += count
        elif sentence.by is None:
            counts[sentence.group] += count
        else:
            fact = sentence.by[0]
            by_fact = events.filter(verb=verb).values_list(f"facts__{fact}").annotate(count=Count("id"))
            for value, of_value in by_fact.order_by():
                counts[group_of(sentence, {fact: value})] += of_value
    return [{"kind": group, "label": group.label, "count": n} for group, n in counts.items() if n]


def in_groups(groups: Iterable[Group]) -> Q:
    """The condition on events that lie under any of these chips."""
    wanted = set(groups)
    condition = Q(verb__in=[])
    plain: list[str] = []
    for sentence in sentences():
        if sentence.by is None:
            if sentence.group in wanted:
                plain.append(sentence.verb)
            continue
        fact, by_value = sentence.by
        values = [value for value, group in by_value.items() if group in wanted]
        if values:
            condition |= Q(verb=sentence.verb, **{f"facts__{fact}__in": values})
        if sentence.group in wanted:
            known = Q(**{f"facts__{fact}__in": list(by_value)})
            condition |= Q(verb=sentence.verb) & (Q(**{f"facts__{fact}__isnull": True}) | ~known)
    if Group.MOVE in wanted:
        plain += [m.code for line in lines() for m in line.moves if sentence_of(m.code) is None]
    return condition | Q(verb__in=plain)


def _groups(codes: Iterable[str]) -> list[Group]:
    try:
        return [Group(code) for code in codes]
    except ValueError:
        raise Invalid(
            "timeline.unknown_group", "没有这种时间线分类。请刷新页面后重试。", groups=[*Group]
        ) from None
