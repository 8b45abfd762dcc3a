"""Any past day judged again by the rules of that day, and where the answer now differs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from anjie.foundation import clock
from anjie.foundation.refusals import Invalid
from anjie.services.contact.gate import Known, Stop, history, verdict_on, window_start
from anjie.services.contact.models import Attempt
from anjie.services.contact.overrides import with_overrides
from anjie.services.contact.rules import pack_on
from anjie.services.contact.versions import all_packs
from anjie.services.contact.words import Channel, Facts, Question, RulePack, Target, Verdict

CHUNK = 2000


@dataclass(frozen=True)
class Difference:
    """One attempt whose verdict comes out otherwise, and why.

    ``rules``: even with what was known at that time the pack says otherwise (it was changed, or the row
    was); ``entered_later``: contacts entered afterwards change the count.
    """

    attempt: Attempt
    again: Verdict
    cause: str

    def as_dict(self) -> dict[str, Any]:
        """The difference as the command and the API print it."""
        row = self.attempt
        return {
            "attempt": row.pk,
            "person": row.person_id,
            "case": row.case_id,
            "channel": row.channel,
            "at": clock.local(row.at).isoformat(),
            "origin": row.origin,
            "cause": self.cause,
            "stored": {
                "allowed": row.allowed,
                "rule": row.rule or None,
                "count": row.count,
                "pack": row.pack,
            },
            "again": self.again.as_dict(),
        }


def judge_day_again(day: date) -> dict[str, Any]:
    """Every attempt of a day judged again: how many, how many agree, and the differences in full."""
    if day > clock.today():
        raise Invalid("contact.day_ahead", f"{day} 还没有到，没有可复核的联系。请改选日期。", day=str(day))
    start = datetime.combine(day, time(), clock.ZONE)
    attempts = Attempt.objects.filter(at__gte=start, at__lt=start + timedelta(days=1)).order_by("pk")
    packs = all_packs()
    pack = pack_on(day, packs)
    judged = 0
    differences: list[Difference] = []
    for chunk in _chunks(attempts):
        judged += len(chunk)
        differences += _judge(chunk, pack)
    return {
        "day": day.isoformat(),
        "pack": pack.ref,
        "judged": judged,
        "agreeing": judged - len(differences),
        "differing": len(differences),
        "differences": [difference.as_dict() for difference in differences],
    }


def _chunks(attempts: Any) -> Iterator[list[Attempt]]:
    rows: list[Attempt] = []
    for row in attempts.iterator(chunk_size=CHUNK):
        rows.append(row)
        if len(rows) == CHUNK:
            yield rows
            rows = []
    if rows:
        yield rows


def _judge(rows: list[Attempt], pack: RulePack) -> list[Difference]:
    packs = {row.pk: _pack_of(row, pack) for row in rows}
    since = min(window_start(row.at, packs[row.pk]) for row in rows)
    past: dict[int, list[Attempt]] = defaultdict(list)
    people = {row.person_id for row in rows}
    for entry in (
        Attempt.objects.filter(person_id__in=people, at__gte=since)
        .exclude(allowed=False, origin=Attempt.Origin.SYSTEM)
        .order_by("pk")
    ):
        past[entry.person_id].append(entry)
    found = []
    for row in rows:
        then = _verdict(
            row, packs[row.pk], [entry for entry in past[row.person_id] if entry.pk < row.pk], then=True
        )
        if not _agrees(row, then):
            found.append(Difference(row, then, "rules"))
            continue
        now = _verdict(
            row, packs[row.pk], [entry for entry in past[row.person_id] if entry.pk != row.pk], then=False
        )
        if not _agrees(row, now):
            found.append(Difference(row, now, "entered_later"))
    return found


def _verdict(row: Attempt, pack: RulePack, entries: list[Attempt], *, then: bool) -> Verdict:
    """With what the gate knew (``then``), or with all that is known of the time before it today."""
    told = row.facts
    entries = [entry for entry in entries if entry.at >= window_start(row.at, pack)]
    undecided_ids = set(told.get("undecided", [])) if then else set()
    settled = [entry for entry in entries if entry.pk not in undecided_ids]
    open_then = [entry for entry in entries if entry.pk in undecided_ids]
    live = then and row.origin == Attempt.Origin.SYSTEM
    never = datetime.max.replace(tzinfo=clock.ZONE)
    firm, _, _ = history(settled, row.at if live else None, never)
    undecided, _, _ = history(open_then, row.at if live else None, never)
    stop = told.get("stop")
    known = Known(
        pack=pack,
        facts=Facts(**told.get("facts", {})),
        stop=Stop(**stop) if stop else None,
        firm=tuple(firm),
        undecided=tuple(undecided),
    )
    number = bytes(row.number_index).hex() if row.number_index else ""
    to = Target.THIRD_PARTY if row.to_third_party else Target.DEBTOR
    return verdict_on(Question(Channel(row.channel), number, row.at, to), known)


def _pack_of(row: Attempt, pack: RulePack) -> RulePack:
    return with_overrides(pack, row.facts.get("client", ""), row.facts.get("overrides", {}))


def _agrees(row: Attempt, verdict: Verdict) -> bool:
    return (row.allowed, row.rule, row.pack) == (verdict.allowed, verdict.rule or "", verdict.pack)
