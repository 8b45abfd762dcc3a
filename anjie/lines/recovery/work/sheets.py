"""The sheet of work records on the desk: what was done elsewhere stands here with its own time, people and results."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import connection

from anjie.access.actors import Actor
from anjie.access.models import Membership
from anjie.desk.public import Case, ContactPoint, cases_for, copy_rows, set_work_days, take_ids
from anjie.foundation import clock, masks, money
from anjie.foundation.money import from_cents
from anjie.foundation.sealed import Field, sealer
from anjie.lines.recovery.deeds import PlacementDeed
from anjie.lines.recovery.placement.keys import Candidate
from anjie.lines.recovery.placement.matching import KEY_FIELDS, Matched, arriving, match
from anjie.lines.recovery.placement.templates import rules_of, takes_good_rows
from anjie.lines.recovery.placement.updating import record_rounds
from anjie.lines.recovery.work.arriving import People, Results
from anjie.lines.recovery.work.columns import WORK_RECORD
from anjie.lines.recovery.work.models import Promise, ResultCode, WorkRecord
from anjie.lines.recovery.work.promises import judge_cases
from anjie.lines.recovery.work.records import FIRST_CONTACT
from anjie.lines.recovery.work.rules import is_answered
from anjie.lines.recovery.work.undoing import undo_records
from anjie.services.contact import gate
from anjie.services.contact.models import Attempt
from anjie.services.contact.versions import in_force
from anjie.services.sheets.declaring.faults import Said, fault
from anjie.services.sheets.importing.loaders import Gathered, Landing, Loader, Written, register_loader

_FIELDS = (
    "at", "channel", "phone", "spoke_to", "relation", "result", "note", "promise_amount", "promise_on", "next_on",
    "collector", "staff_no",
)  # fmt: skip
_COLUMNS = (
    "id", "case_id", "person_id", "contact_point_id", "number_mask", "spoke_to", "relation", "membership_id", "channel",
    "origin", "at", "entered_at", "result_id", "note", "next_on", "verdict", "attempt_id", "import_id", "key_digest",
    "deletion_reason",
)  # fmt: skip
_PROMISE_COLUMNS = (
    "id", "case_id", "record_id", "membership_id", "amount", "due_on", "made_at", "state", "paid_amount",
)  # fmt: skip
_TWINS = """
SELECT x.row FROM unnest(%(rows)s::int[], %(cases)s::bigint[], %(ats)s::timestamptz[], %(notes)s::text[])
    AS x(row, case_id, at, note)
WHERE EXISTS (SELECT 1 FROM recovery_workrecord w WHERE w.case_id = x.case_id AND w.at = x.at
    AND w.note = x.note AND w.deleted_at IS NULL)
ORDER BY 1
"""
Channel = WorkRecord.Channel


@dataclass
class _Entry:
    """One row ready to be written."""

    row: int
    case: Candidate
    at: datetime
    channel: str
    note: str
    values: dict[str, Any]
    result: ResultCode | None
    member: Membership | None
    point: tuple[int, str, str] | None = None
    """Id, mask and relation of the case's own contact point behind the number."""
    decision: gate.Decision | None = None

    @property
    def number(self) -> str:
        return (self.values.get("phone") or "").split(";", 1)[0]

    @property
    def promise(self) -> tuple[Decimal, date] | None:
        amount, day = self.values.get("promise_amount"), self.values.get("promise_on")
        return (from_cents(amount), date.fromisoformat(day)) if amount and day else None


def against_records(actor: Actor, client_id: int, gathered: Gathered) -> Iterator[tuple[int, str, Said]]:
    """Rows whose case, result or collector is not clear, and those that are here already."""
    matched = match(actor, PlacementDeed.UPDATE, client_id, gathered)
    entries, told = _entries(actor, client_id, matched)
    yield from matched.told
    yield from told
    yield from _twins(entries)


def land_records(landing: Landing) -> None:
    """Write the records with their promises and events; recent contacts count at the gate as made elsewhere."""
    actor, client_id = landing.actor, landing.record.client_id
    gathered = arriving(landing, (*KEY_FIELDS, *_FIELDS))
    matched = match(actor, PlacementDeed.UPDATE, client_id, gathered, lock=True)
    entries, told = _entries(actor, client_id, matched)
    told = [*matched.told, *told, *_twins(entries)]
    late = {row for row, _, said in told if not said.doubt}
    landing.refused += [one for one in told if not one[2].doubt]
    entries = [entry for entry in entries if entry.row not in late]
    _find_points(entries)
    cases = cases_for(actor, PlacementDeed.UPDATE).in_bulk(sorted({entry.case.case_id for entry in entries}))
    _count_recent(actor, entries, cases)
    ids = _insert(landing, entries)
    promises = _insert_promises(entries, ids)
    days = _days(entries, cases)
    set_work_days(actor, {case_id: after for case_id, (_, after) in days.items()})
    _tell(landing, entries, ids, promises)
    judge_cases(actor, {entry.case.case_id for entry in entries if entry.promise})
    states = dict(Promise.objects.filter(pk__in=promises.values()).values_list("pk", "state"))
    for entry, pk in zip(entries, ids, strict=True):
        promise = promises.get(pk)
        before = {"record": pk, "promise": promise, "promise_state": states.get(promise or 0)}
        dates = [[_iso(day) for day in days_of] for days_of in days[entry.case.case_id]]
        written = Written(entry.row, entry.case.case_id, created=False, before={**before, "days": dates})
        landing.written.append(written)
    landing.progress(len(ids))


def _entries(
    actor: Actor, client_id: int, matched: Matched
) -> tuple[list[_Entry], list[tuple[int, str, Said]]]:
    results, people = Results(client_id), People(actor)
    told: list[tuple[int, str, Said]] = []
    entries = []
    for row, case, values in matched.rows():
        result = results.find(values["result"]) if values.get("result") else None
        member, column, said = people.find(values.get("staff_no"), values.get("collector"))
        wrong = [(row, column, said)] if said else []
        if isinstance(result, Said):
            wrong.append((row, "result", result))
        told += wrong
        if isinstance(result, Said) or (said and not said.doubt):
            continue
        at = datetime.strptime(values["at"], "%Y-%m-%d %H:%M:%S").replace(tzinfo=clock.ZONE)
        channel = values.get("channel") or (Channel.CALL if values.get("phone") else Channel.NOTE)
        note = (values.get("note") or "").strip()
        entries.append(_Entry(row, case, at, str(channel), note, values, result, member))
    return entries, told


def _twins(entries: Sequence[_Entry]) -> Iterator[tuple[int, str, Said]]:
    """Rows that say at the same minute of the same case what is said already, here or higher up in the file."""
    seen: dict[tuple[int, datetime, str], int] = {}
    first = []
    for entry in entries:
        other = seen.setdefault((entry.case.case_id, entry.at, entry.note), entry.row)
        if other == entry.row:
            first.append(entry)
        else:
            words = f"与第 {other} 行是同一条催记（案件、时间、内容相同）。请删去其中一行。"
            yield entry.row, "at", fault("duplicate.in_file", words)
    values: dict[str, Any] = {
        "rows": [entry.row for entry in first],
        "cases": [entry.case.case_id for entry in first],
        "ats": [entry.at for entry in first],
        "notes": [entry.note for entry in first],
    }
    with connection.cursor() as cursor:
        cursor.execute(_TWINS, values)
        found = {row for (row,) in cursor.fetchall()}
    for entry in first:
        if entry.row in found:
            words = f"案件 {entry.case.no} 已有同一时间、同一内容的催记，不重复导入。"
            yield entry.row, "at", fault("work.already_recorded", words)


def _find_points(entries: Sequence[_Entry]) -> None:
    """The case's own contact point behind each number."""
    dialled = [entry for entry in entries if entry.number]
    indexes = sealer().index_many([entry.number for entry in dialled], Field.PHONE)
    points = ContactPoint.objects.filter(case_id__in={entry.case.case_id for entry in dialled})
    known = {
        (case_id, bytes(index)): (pk, mask, relation)
        for pk, case_id, index, mask, relation in points.values_list(
            "pk", "case_id", "index", "mask", "relation"
        )
    }
    for entry, index in zip(dialled, indexes, strict=True):
        entry.point = known.get((entry.case.case_id, index))


def _count_recent(actor: Actor, entries: Sequence[_Entry], cases: dict[int, Case]) -> None:
    """What is within the gate's window counts there as made elsewhere at its own time; what is older cannot matter."""
    since = gate.window_start(clock.now(), in_force(clock.today()))
    recent = [entry for entry in entries if entry.at >= since and entry.channel != Channel.NOTE]
    points = ContactPoint.objects.in_bulk([entry.point[0] for entry in recent if entry.point])
    # In one order of persons, so that two imports never wait for one another's.
    for entry in sorted(recent, key=lambda entry: (entry.case.person_id, entry.at, entry.row)):
        point = points.get(entry.point[0]) if entry.point else None
        ask = gate.ask_for(
            cases[entry.case.case_id], entry.channel, point=point, number=entry.number, at=entry.at
        )
        answered = is_answered(entry.result.meaning) if entry.result else None
        entry.decision = gate.decide(actor, ask, answered=answered, origin=Attempt.Origin.ELSEWHERE)


def _insert(landing: Landing, entries: Sequence[_Entry]) -> Sequence[int]:
    ids, now = take_ids("recovery_workrecord", len(entries)), clock.now()

    def rows() -> Iterator[tuple[Any, ...]]:
        for pk, entry in zip(ids, entries, strict=True):
            values, decision = entry.values, entry.decision
            yield (
                pk,
                entry.case.case_id,
                entry.case.person_id,
                entry.point[0] if entry.point else None,
                masks.phone(entry.number)[:80] if entry.number else "",
                (values.get("spoke_to") or "")[:60],
                _relation(entry),
                entry.member.pk if entry.member else None,
                entry.channel,
                WorkRecord.Origin.SHEET.value,
                entry.at,
                now,
                entry.result.pk if entry.result else None,
                entry.note,
                values.get("next_on"),
                json.dumps(decision.verdict.as_dict(), ensure_ascii=False, default=str) if decision else None,
                decision.attempt_id if decision else None,
                landing.record.pk,
                "",
                "",
            )

    copy_rows("recovery_workrecord", _COLUMNS, rows())
    return ids


def _insert_promises(entries: Sequence[_Entry], ids: Sequence[int]) -> dict[int, int]:
    """Promise ids by record id."""
    made = [(pk, entry, entry.promise) for pk, entry in zip(ids, entries, strict=True) if entry.promise]
    promise_ids = take_ids("recovery_promise", len(made))
    copy_rows(
        "recovery_promise",
        _PROMISE_COLUMNS,
        (
            (
                promise_id,
                entry.case.case_id,
                record_id,
                entry.member.pk if entry.member else None,
                *promise,
                entry.at,
                Promise.State.OPEN.value,
                money.ZERO,
            )
            for promise_id, (record_id, entry, promise) in zip(promise_ids, made, strict=True)
            if promise
        ),
    )
    return {record_id: promise_id for promise_id, (record_id, *_) in zip(promise_ids, made, strict=True)}


Days = tuple[datetime | None, datetime | None, date | None]


def _days(entries: Sequence[_Entry], cases: dict[int, Case]) -> dict[int, tuple[Days, Days]]:
    """First work, last work and next follow-up of each case, before and after these records.

    What was done before a case came to us does not meet the client's limit for the first contact here.
    """
    by_case: dict[int, list[_Entry]] = defaultdict(list)
    for entry in entries:
        by_case[entry.case.case_id].append(entry)
    found: dict[int, tuple[Days, Days]] = {}
    today = clock.today()
    for case_id, some in by_case.items():
        case = cases[case_id]
        before = (case.first_worked_at, case.last_worked_at, case.next_work_on)
        firsts = [e.at for e in some if e.channel in FIRST_CONTACT and e.at >= case.opened_at]
        planned = next_of(max(some, key=lambda entry: (entry.at, entry.row)))
        keep = case.next_work_on is not None and case.next_work_on >= today
        found[case_id] = (
            before,
            (
                min(filter(None, (case.first_worked_at, *firsts)), default=None),
                max(filter(None, (case.last_worked_at, *(e.at for e in some)))),
                planned if planned and planned >= today and not keep else case.next_work_on,
            ),
        )
    return found


def next_of(entry: _Entry) -> date | None:
    """When the record says the case is to be followed up."""
    given = entry.values.get("next_on")
    return date.fromisoformat(given) if given else entry.promise[1] if entry.promise else None


def _tell(landing: Landing, entries: Sequence[_Entry], ids: Sequence[int], promises: dict[int, int]) -> None:
    events: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for pk, entry in sorted(zip(ids, entries, strict=True), key=lambda one: (one[1].at, one[0])):
        facts: dict[str, Any] = {
            "record": pk,
            "channel": entry.channel,
            "result": entry.result.label if entry.result else "",
            "meaning": entry.result.meaning if entry.result else ResultCode.Meaning.NOTE.value,
            "number": masks.phone(entry.number) if entry.number else "",
            "relation": _relation(entry),
            "point": entry.point[0] if entry.point else None,
            "origin": WorkRecord.Origin.SHEET.value,
            "made_at": entry.at.isoformat(),
            "import": landing.record.pk,
            "collector": entry.values.get("collector") or (entry.member.account.name if entry.member else ""),
        }
        if entry.values.get("next_on"):
            facts["next_on"] = entry.values["next_on"]
        if entry.promise:
            amount, day = entry.promise
            facts["promise"] = {"id": promises[pk], "amount": money.plain(amount), "due_on": day.isoformat()}
        events[entry.case.case_id].append(facts)
    record_rounds(landing.actor, "work.recorded", events)


def _relation(entry: _Entry) -> str:
    return (entry.values.get("relation") or (entry.point[2] if entry.point else ""))[:20]


def _iso(day: datetime | date | None) -> str | None:
    return day.isoformat() if day else None


def register() -> None:
    """Make the sheet of work records known; called once at start-up."""
    register_loader(
        Loader(
            kind=WORK_RECORD,
            deed=PlacementDeed.UPDATE,
            land=land_records,
            gather=(*KEY_FIELDS, *_FIELDS),
            against_desk=against_records,
            undo=undo_records,
            rules=rules_of,
            takes_good_rows=takes_good_rows,
        )
    )
