"""Lands what update sheets say on cases that are here, and restores what was there before."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.db.models.expressions import RawSQL

from anjie.access.actors import Actor
from anjie.desk.public import (
    MOST_POINTS,
    ContactFacts,
    ContactPoint,
    add_contact_points,
    already_there,
    cases_for,
    contact_room,
    record_all,
    record_each,
    remove_contact_points,
)
from anjie.lines.recovery.deeds import PlacementDeed
from anjie.lines.recovery.placement.changing import (
    KNOWN,
    Values,
    as_fact,
    label_of,
    read_values,
    write_values,
)
from anjie.lines.recovery.placement.keys import Candidate
from anjie.lines.recovery.placement.matching import KEY_FIELDS, arriving, match
from anjie.services.sheets.declaring.faults import fault
from anjie.services.sheets.importing.loaders import Kept, Landing, Written, portions
from anjie.services.sheets.models import Import, ImportedRow

REMARKS = "facts.remarks"

_USED = """
SELECT contact_point_id FROM recovery_workrecord
WHERE case_id = ANY(%(cases)s) AND contact_point_id = ANY(%(points)s)
UNION
SELECT (facts->>'point')::bigint FROM desk_event
WHERE case_id = ANY(%(cases)s) AND verb IN ('contact.edited', 'contact.marked')
    AND (facts->>'point')::bigint = ANY(%(points)s)
"""


@dataclass
class Change:
    """What one row asks for: new values by name, remarks to add, contact points to add with a note."""

    values: Values = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    contacts: list[ContactFacts] = field(default_factory=list)
    note: str = ""


@dataclass
class _Undo:
    """What the rows of an import did to one case, in the order of the rows."""

    values: dict[str, tuple[str | None, str | None]] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    points: list[int] = field(default_factory=list)
    rows: int = 0


def land_changes(
    landing: Landing,
    fields: Sequence[str],
    reads: Iterable[str],
    make: Callable[[dict[str, Any], Values], Change],
    *,
    verb: str,
    once: bool = False,
) -> None:
    """Write what ``make`` makes of each row (its values, the case's values now), with events and the way back."""
    actor, record = landing.actor, landing.record
    gathered = arriving(landing, (*KEY_FIELDS, *fields))
    matched = match(actor, PlacementDeed.UPDATE, record.client_id, gathered, lock=True, once=once)
    landing.refused += [told for told in matched.told if not told[2].doubt]
    case_ids = sorted({case.case_id for case in matched.cases.values()})
    current = read_values(case_ids, {*reads, REMARKS})
    changes: dict[int, Values] = defaultdict(dict)
    told: dict[int, dict[str, Any]] = defaultdict(dict)
    before: dict[int, tuple[int, dict[str, Any]]] = {}
    contacts: list[tuple[int, Candidate, ContactFacts, str]] = []
    for row, case, values in matched.rows():
        now = current[case.case_id]
        change = make(values, now)
        old_new = {
            name: [now.get(name), new]
            for name, new in change.values.items()
            if not same(name, now.get(name), new)
        }
        if added := [text for text in change.remarks if text not in _list(now[REMARKS])]:
            now[REMARKS] = as_fact([*_list(now[REMARKS]), *added])
            changes[case.case_id][REMARKS] = now[REMARKS]
            told[case.case_id]["remarks"] = told[case.case_id].get("remarks", 0) + len(added)
        for name, (old, new) in old_new.items():
            now[name] = changes[case.case_id][name] = new
            told[case.case_id].setdefault("changes", {})[name] = [old, new]
        contacts += [(row, case, contact, change.note) for contact in change.contacts]
        before[row] = (case.case_id, {"values": old_new, "remarks": added})
    write_values(actor, changes)
    if told:
        record_each(actor, verb, {case_id: _facts(record, facts) for case_id, facts in told.items()})
    points = _add_points(landing, contacts)
    landing.written += [
        Written(row, case_id, created=False, before={**facts, "points": points.get(row, [])})
        for row, (case_id, facts) in before.items()
    ]
    landing.progress(len(before))


def undo_changes(actor: Actor, record: Import, progress: Callable[[int], None]) -> Sequence[Kept]:
    """Put back what an update import changed, case by case, where nobody has changed the same things since."""
    done = _read_undo(record.pk)
    kept: list[Kept] = []
    through = 0
    for some in portions(sorted(done)):
        kept += _put_back(actor, record, {case_id: done[case_id] for case_id in some})
        through += sum(done[case_id].rows for case_id in some)
        progress(through)
    return kept


def _put_back(actor: Actor, record: Import, done: Mapping[int, _Undo]) -> Sequence[Kept]:
    cases = cases_for(actor, PlacementDeed.UPDATE).filter(
        pk__in=RawSQL("SELECT unnest(%s::bigint[])", [list(done)])
    )
    nos = dict(cases.order_by("pk").select_for_update(of=("self",)).values_list("pk", "no"))
    current = read_values(list(nos), {name for undo in done.values() for name in undo.values} | {REMARKS})
    used = _used_points(list(nos), [point for undo in done.values() for point in undo.points])
    kept, restored, gone = [], dict[int, Values](), list[int]()
    for case_id, undo in done.items():
        if case_id not in nos:
            kept.append(Kept(case_id, "", "案件不在您的数据范围内，不能撤销。"))
            continue
        now = current[case_id]
        remarks = _without(_list(now[REMARKS]), undo.remarks)
        changed = [label_of(name) for name, (_, new) in undo.values.items() if not same(name, now[name], new)]
        changed += [label_of(REMARKS)] if remarks is None else []
        changed += ["联系方式"] if used & set(undo.points) else []
        if changed:
            kept.append(
                Kept(case_id, nos[case_id], f"“{'、'.join(changed)}”在导入后又有改动或已使用，不能撤销。")
            )
            continue
        restored[case_id] = {name: old for name, (old, _) in undo.values.items()}
        if undo.remarks:
            restored[case_id][REMARKS] = as_fact(remarks) if remarks else None
        gone += undo.points
    write_values(actor, restored)
    remove_contact_points(actor, gone)
    touched = [case_id for case_id in restored if restored[case_id] or done[case_id].points]
    record_all(actor, "placement.update_undone", touched, import_id=record.pk, kind=record.kind)
    ImportedRow.objects.filter(import_id=record.pk, case_id__in=list(restored)).delete()
    return kept


def same(name: str, one: str | None, other: str | None) -> bool:
    """Whether two texts of a value are the same value; nothing and a blank are."""
    if name.startswith("facts.") and one and other:
        return bool(json.loads(one) == json.loads(other))
    return (one or None) == (other or None)


def new_points(wanted: Sequence[tuple[Candidate, ContactFacts]]) -> list[str]:
    """For each contact point: blank where it would be added, else the code of why not."""
    there = already_there([(case.case_id, contact) for case, contact in wanted])
    room = contact_room(case.case_id for case, _ in wanted)
    more: dict[int, int] = defaultdict(int)
    verdicts = []
    for (case, _), known in zip(wanted, there, strict=True):
        if known:
            verdicts.append("contacts.already_there")
        elif room[case.case_id][0] + more[case.case_id] >= MOST_POINTS:
            verdicts.append("contacts.too_many")
        else:
            more[case.case_id] += 1
            verdicts.append("")
    return verdicts


def _add_points(
    landing: Landing, wanted: Sequence[tuple[int, Candidate, ContactFacts, str]]
) -> dict[int, list[int]]:
    """Add the contact points that are new to their cases, each with its event; ids by row."""
    verdicts = new_points([(case, contact) for _, case, contact, _ in wanted])
    for (row, case, _, _), why in zip(wanted, verdicts, strict=True):
        if why == "contacts.too_many":
            landing.refused.append((row, "phone", fault(why, too_many(case.no))))
    new = [one for one, why in zip(wanted, verdicts, strict=True) if not why]
    room = contact_room(case.case_id for _, case, _, _ in new)
    placed: dict[int, int] = defaultdict(int)
    rows = []
    for _, case, contact, _ in new:
        position = room[case.case_id][1] + placed[case.case_id]
        placed[case.case_id] += 1
        rows.append((case.case_id, case.person_id, min(position, 32_000), contact))
    ids = add_contact_points(rows)
    masks = dict(ContactPoint.objects.filter(pk__in=ids).values_list("pk", "mask"))
    found: dict[int, list[int]] = defaultdict(list)
    events: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for pk, (row, case, contact, note) in zip(ids, new, strict=True):
        found[row].append(pk)
        facts = {"point": pk, "kind": contact.kind, "mask": masks[pk], "owner": contact.owner,
                 "relation": contact.relation, "source": contact.source, "import": landing.record.pk}  # fmt: skip
        events[case.case_id].append(facts | ({"note": note} if note else {}))
    record_rounds(landing.actor, "contact.added", events)
    return found


def record_rounds(actor: Actor, verb: str, events: Mapping[int, Sequence[Mapping[str, Any]]]) -> None:
    """Several events of one kind on each case, in their order, with as few statements as the longest list."""
    for turn in range(max(map(len, events.values()), default=0)):
        record_each(actor, verb, {case: facts[turn] for case, facts in events.items() if turn < len(facts)})


def too_many(no: str) -> str:
    """Why a case takes no more contact points."""
    return f"案件 {no} 的联系方式已达上限 {MOST_POINTS} 条。请先核对已有的联系方式。"


def _facts(record: Import, told: Mapping[str, Any]) -> dict[str, Any]:
    """What stands on the timeline: figures and days with old and new, other words by their name only."""
    changes = told.get("changes", {})
    facts: dict[str, Any] = {"import": record.pk, "kind": record.kind}
    if changes:
        facts["changes"] = [
            [label_of(name), _plain(name, old), _plain(name, new)] if _shown(name) else [label_of(name)]
            for name, (old, new) in changes.items()
        ]
    if told.get("remarks"):
        facts["remarks"] = told["remarks"]
    return facts


def _shown(name: str) -> bool:
    return name in KNOWN and KNOWN[name].shown


def _plain(name: str, value: str | None) -> str:
    if not value:
        return ""
    return str(json.loads(value)) if name.startswith("facts.") else value


def _list(value: str | None) -> list[str]:
    found = json.loads(value) if value else []
    return found if isinstance(found, list) else [found]


def _without(have: list[str], added: Sequence[str]) -> list[str] | None:
    """The remarks without those that were added, or None where one of them is no longer there."""
    left = list(have)
    for text in reversed(added):
        if text not in left:
            return None
        del left[len(left) - 1 - left[::-1].index(text)]
    return left


def _read_undo(import_id: int) -> dict[int, _Undo]:
    done: dict[int, _Undo] = defaultdict(_Undo)
    rows = ImportedRow.objects.filter(import_id=import_id).order_by("case_id", "row")
    for case_id, before in rows.values_list("case_id", "before"):
        undo, facts = done[case_id], before or {}
        for name, (old, new) in facts.get("values", {}).items():
            undo.values[name] = (undo.values[name][0] if name in undo.values else old, new)
        undo.remarks += facts.get("remarks", [])
        undo.points += facts.get("points", [])
        undo.rows += 1
    return done


def _used_points(case_ids: Sequence[int], points: Sequence[int]) -> set[int]:
    if not points:
        return set()
    with connection.cursor() as cursor:
        cursor.execute(_USED, {"cases": list(case_ids), "points": list(points)})
        return {row[0] for row in cursor.fetchall()}
