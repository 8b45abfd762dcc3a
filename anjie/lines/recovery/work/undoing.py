"""Takes back the work records an import brought: out of sight with the reason, promises cancelled, days restored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from anjie.access.actors import Actor
from anjie.desk.public import Case, cases_for, record_each, set_work_days
from anjie.foundation import clock
from anjie.lines.recovery.deeds import PlacementDeed
from anjie.lines.recovery.work.models import Promise, WorkRecord
from anjie.lines.recovery.work.records import FIRST_CONTACT
from anjie.services.contact.models import Attempt
from anjie.services.sheets.importing.loaders import Kept, portions
from anjie.services.sheets.models import Import, ImportedRow

State = Promise.State


Done = dict[int, list[dict[str, Any]]]
"""Case → what each of its rows did."""


def undo_records(actor: Actor, record: Import, progress: Callable[[int], None]) -> Sequence[Kept]:
    """Remove an import's records case by case; a case whose promise was judged since keeps them and says so."""
    by_case: Done = defaultdict(list)
    rows = ImportedRow.objects.filter(import_id=record.pk).order_by("case_id", "row")
    for case_id, before in rows.values_list("case_id", "before"):
        by_case[case_id].append(before or {})
    kept: list[Kept] = []
    through = 0
    for some in portions(by_case):
        kept += _undo(actor, record, {case_id: by_case[case_id] for case_id in some})
        through += sum(len(by_case[case_id]) for case_id in some)
        progress(through)
    return kept


def _undo(actor: Actor, record: Import, by_case: Done) -> Sequence[Kept]:
    found = cases_for(actor, PlacementDeed.UPDATE).filter(pk__in=list(by_case))
    cases = {case.pk: case for case in found.order_by("pk").select_for_update(of=("self",))}
    states = dict(
        Promise.objects.filter(record__import_id=record.pk, record__case_id__in=list(by_case))
        .select_for_update()
        .values_list("pk", "state")
    )
    kept = []
    for case_id, done in by_case.items():
        if case_id not in cases:
            kept.append(Kept(case_id, "", "案件不在您的数据范围内，不能撤销。"))
            continue
        judged = [
            State(states[one["promise"]]).label
            for one in done
            if one["promise"] in states
            and states[one["promise"]] not in (one["promise_state"], State.CANCELLED)
        ]
        if judged:
            why = f"导入的承诺还款之后已变为“{judged[0]}”，不能撤销。"
            kept.append(Kept(case_id, cases[case_id].no, why))
    gone = [case_id for case_id in by_case if case_id not in {one.case_id for one in kept}]
    _remove(actor, record, gone)
    set_work_days(actor, {case_id: _days(cases[case_id], by_case[case_id][0]["days"]) for case_id in gone})
    facts = {case_id: {"import_id": record.pk, "records": len(by_case[case_id])} for case_id in gone}
    record_each(actor, "work.import_undone", facts)
    ImportedRow.objects.filter(import_id=record.pk, case_id__in=gone).delete()
    return kept


def _remove(actor: Actor, record: Import, case_ids: Sequence[int]) -> None:
    rows = WorkRecord.objects.filter(import_id=record.pk, case_id__in=case_ids)
    Promise.objects.filter(record__in=rows).exclude(state=State.CANCELLED).update(
        state=State.CANCELLED, judged_at=clock.now()
    )
    # What never was does not count against the person either.
    Attempt.objects.filter(pk__in=rows.filter(attempt_id__isnull=False).values("attempt_id")).delete()
    rows.filter(deleted_at__isnull=True).update(
        deleted_at=clock.now(),
        deleted_by_id=actor.membership_id,
        deletion_reason=f"撤销导入 {record.pk}",
        attempt_id=None,
    )


def _days(
    case: Case, before_after: Sequence[Sequence[str | None]]
) -> tuple[datetime | None, datetime | None, date | None]:
    """First and last work as they were before, or by what was recorded since; the next day where nobody changed it."""
    (first, last, planned), (_, _, planned_after) = before_after
    left = WorkRecord.objects.filter(case=case, deleted_at__isnull=True)
    here = left.filter(channel__in=FIRST_CONTACT, at__gte=case.opened_at)
    firsts = [_moment(first), here.order_by("at").values_list("at", flat=True).first()]
    lasts = [_moment(last), left.order_by("-at").values_list("at", flat=True).first()]
    now = case.next_work_on.isoformat() if case.next_work_on else None
    restored = date.fromisoformat(planned) if planned else None
    return (
        min(filter(None, firsts), default=None),
        max(filter(None, lasts), default=None),
        restored if now == planned_after else case.next_work_on,
    )


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
