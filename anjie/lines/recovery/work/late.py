"""Work that is late by the client's limits: listed for those in charge, told once to who is late and who leads him."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from anjie.access.actors import Actor
from anjie.access.models import Membership
from anjie.desk.public import Case, ContactPoint, cases_for
from anjie.foundation import clock
from anjie.lines.recovery.deeds import WorkDeed
from anjie.lines.recovery.moves import OPEN
from anjie.lines.recovery.placement.models import ClientContract
from anjie.lines.recovery.work.models import Instruction, LateTold, WorkRecord
from anjie.lines.recovery.work.people import supervisors_of
from anjie.lines.recovery.work.rules import first_call_cutoff, first_call_due
from anjie.lines.recovery.work.search import entered_late, records
from anjie.services.notices.actions import Notable, notify_each
from anjie.services.terms.working import working_calendar

Kind = LateTold.Kind
OF_CASES = (Kind.FIRST_CALL, Kind.VISIT)
ENTRIES_SHOWN = timedelta(days=30)
"""Late entries older than this are history and found by the search."""
ENTRIES_TOLD = timedelta(days=3)
"""What was entered longer ago is not told any more: an upgrade or a long silence brings no flood."""

_TELL = """
INSERT INTO recovery_latetold (case_id, kind, since, at)
SELECT case_id, %(kind)s, since, %(at)s
FROM unnest(%(cases)s::bigint[], %(since)s::timestamptz[]) AS late(case_id, since)
ON CONFLICT (case_id, kind, since) DO NOTHING RETURNING case_id, since
"""


@dataclass(frozen=True)
class Limits:
    """How soon a client wants the first call and the visit; 0 asks for none."""

    first_call: int = 3
    first_call_clock: str = ClientContract.Clock.WORKING_DAYS
    visit_days: int = 7


def limits_by_client() -> dict[int, Limits]:
    """The limits in the contracts; a client without one has the defaults."""
    return {
        row.pk: Limits(row.first_call_limit, row.first_call_clock, row.visit_limit_days)
        for row in ClientContract.objects.all()
    }


def late_cases(cases: QuerySet[Case], kind: str, now: datetime) -> QuerySet[Case]:
    """Of these cases the held and open ones whose first call, or visit, should have been made by ``now``."""
    held = cases.filter(state=OPEN, holder__isnull=False, assigned_at__isnull=False)
    by_client = limits_by_client()
    others = Q(~Q(organisation_id__in=list(by_client)))
    due = Q(pk__in=[])
    for clients, limits in [
        (others, Limits()),
        *((Q(organisation_id=pk), it) for pk, it in by_client.items()),
    ]:
        cutoff = _cutoff(limits, kind, now)
        if cutoff is not None:
            due |= clients & Q(assigned_at__lt=cutoff)
    if kind == Kind.FIRST_CALL:
        return held.filter(due, first_worked_at__isnull=True)
    visited = WorkRecord.objects.filter(
        case_id=OuterRef("pk"), channel=WorkRecord.Channel.VISIT, deleted_at__isnull=True
    )
    address = ContactPoint.objects.filter(case_id=OuterRef("pk"), kind=ContactPoint.Kind.ADDRESS).exclude(
        state=ContactPoint.State.INVALID
    )
    return held.filter(due).filter(Exists(address), ~Exists(visited))


def due_at(case: Case, kind: str, limits: dict[int, Limits]) -> datetime | None:
    """When the first call or the visit of a held case was to be made."""
    if case.assigned_at is None:
        return None
    of_client = limits.get(case.organisation_id, Limits())
    if kind == Kind.VISIT:
        return first_call_due(case.assigned_at, of_client.visit_days, "days")
    overrides = working_calendar().overrides
    return first_call_due(case.assigned_at, of_client.first_call, of_client.first_call_clock, overrides)


def late_page(
    actor: Actor, kind: str, *, offset: int, limit: int, holder: int | None = None
) -> dict[str, Any]:
    """What is late within reach, the longest overdue first, and how many of each kind there are."""
    now = clock.now()
    cases = cases_for(actor, WorkDeed.RECORDS_SEE)
    entries = late_entries(actor)
    instructions = owed_instructions(actor, late_only=True)
    if holder is not None:
        cases = cases.filter(holder_id=holder)
        entries = entries.filter(membership_id=holder)
        instructions = instructions.filter(to_id=holder)
    by_kind = {one.value: late_cases(cases, one, now) for one in OF_CASES}
    totals = {
        **{code: found.count() for code, found in by_kind.items()},
        "entry": entries.order_by().count(),
        "instruction": instructions.count(),
    }
    match kind:
        case "entry":
            rows = [_entry_row(row) for row in entries[offset : offset + limit]]
        case "instruction":
            found = instructions.select_related("case__organisation", "to__account", "to__unit")
            rows = [_instruction_row(row) for row in found.order_by("due_on", "id")[offset : offset + limit]]
        case _:
            limits = limits_by_client()
            page = by_kind[kind].select_related("organisation", "holder__account", "unit")
            rows = [
                _case_row(case, due_at(case, kind, limits))
                for case in page.order_by("assigned_at", "id")[offset : offset + limit]
            ]
    return {"rows": rows, "count": totals[kind], "totals": totals}


def late_entries(actor: Actor) -> QuerySet[WorkRecord]:
    """Records of the last thirty days entered on a later day than the contact was made."""
    return entered_late(records(actor, {})).filter(entered_at__gte=clock.now() - ENTRIES_SHOWN)


def owed_instructions(actor: Actor, *, late_only: bool = False) -> QuerySet[Instruction]:
    """Instructions on cases within reach that were not answered yet."""
    owed = Instruction.objects.filter(
        case__in=cases_for(actor, WorkDeed.RECORDS_SEE).values("pk"), state=Instruction.State.OWED
    )
    return owed.filter(due_on__lt=clock.today()) if late_only else owed


def tell_late(actor: Actor) -> int:
    """Tell collectors and their supervisors of what became late since the last time; each case, each entry once."""
    told = _tell_entries(actor)
    for kind in OF_CASES:
        cases = late_cases(cases_for(actor, WorkDeed.RECORDS_SEE), kind, clock.now())
        fresh = cases.exclude(
            Exists(LateTold.objects.filter(case_id=OuterRef("pk"), kind=kind, since=OuterRef("assigned_at")))
        )
        while True:
            chunk = list(fresh.order_by("pk")[:2000])
            if not chunk:
                break
            told += _tell(actor, kind, chunk)
    return told


@transaction.atomic
def _tell_entries(actor: Actor) -> int:
    found = late_entries(actor).filter(entered_at__gte=clock.now() - ENTRIES_TOLD, membership__isnull=False)
    rows = list(
        found.exclude(
            Exists(
                LateTold.objects.filter(
                    case_id=OuterRef("case_id"), kind=Kind.ENTRY, since=OuterRef("entered_at")
                )
            )
        ).order_by("pk")
    )
    fresh = _note(Kind.ENTRY, [(row.case_id, row.entered_at) for row in rows])
    by_writer: dict[int, list[WorkRecord]] = defaultdict(list)
    for row in rows:
        if (row.case_id, row.entered_at) in fresh and row.membership_id is not None:
            by_writer[row.membership_id].append(row)
    writers = Membership.objects.select_related("account").in_bulk(by_writer)
    over = supervisors_of({writer.unit_id for writer in writers.values()})
    notables: list[Notable] = []
    for writer_id, entries in by_writer.items():
        writer, first = writers[writer_id], entries[0]
        cases = {row.case_id: row.case for row in entries}
        nos = _nos(list(cases.values()))
        alone = first.case_id if len(cases) == 1 else None
        key = f"late.entry:{first.pk}"
        title = Kind.ENTRY.label if len(entries) == 1 else f"{Kind.ENTRY.label} {len(entries)} 条"
        link = "" if alone else "/recovery/late?kind=entry"
        text = f"案件 {nos} 的催记晚于联系当日才录入。请在联系当日录入。"
        notables.append(Notable([writer_id], title, text, key, alone, link))
        text = f"{writer.account.name}：案件 {nos} 的催记晚于联系当日才录入，请督促当日录入。"
        leaders = set(over.get(writer.unit_id, [])) - {writer_id}
        link = "" if alone else f"{link}&holder={writer_id}"
        notables.append(Notable(leaders, title, text, key, alone, link))
    notify_each(actor, "late.entry", notables)
    return sum(map(len, by_writer.values()))


def _note(kind: str, late: Sequence[tuple[int, datetime | None]]) -> set[tuple[int, datetime]]:
    """Note that these cases are told as late since then; returns those nobody else noted meanwhile."""
    values: dict[str, Any] = {
        "kind": str(kind),
        "at": clock.now(),
        "cases": [case_id for case_id, _ in late],
        "since": [since for _, since in late],
    }
    with connection.cursor() as cursor:
        cursor.execute(_TELL, values)
        return set(cursor.fetchall())


def _nos(cases: Sequence[Case]) -> str:
    return "、".join(case.no for case in cases[:3]) + (" 等" if len(cases) > 3 else "")


@transaction.atomic
def _tell(actor: Actor, kind: str, cases: list[Case]) -> int:
    fresh = {case_id for case_id, _ in _note(kind, [(case.pk, case.assigned_at) for case in cases])}
    by_holder: dict[int, list[Case]] = defaultdict(list)
    for case in cases:
        if case.pk in fresh and case.holder_id is not None:
            by_holder[case.holder_id].append(case)
    over = supervisors_of({case.unit_id for case in cases if case.unit_id})
    names = _names(by_holder)
    label = Kind(kind).label
    notables: list[Notable] = []
    for holder_id, late in by_holder.items():
        first = min(late, key=lambda case: case.pk)
        nos = _nos(late)
        alone = first.pk if len(late) == 1 else None
        link = "" if alone else f"/recovery/late?kind={kind}"
        key = f"late.{kind}:{first.pk}:{first.assigned_at:%Y%m%d%H%M%S}"
        title = label if alone else f"{label} {len(late)} 件"
        text = f"案件 {nos} 已超过委托方要求的时限，请立即处理。"
        notables.append(Notable([holder_id], title, text, key, alone, link))
        leaders = set(over.get(first.unit_id or 0, [])) - {holder_id}
        text = f"{names.get(holder_id, '')}：案件 {nos} 已超过委托方要求的时限，请督促处理。"
        link = "" if alone else f"{link}&holder={holder_id}"
        notables.append(Notable(leaders, title, text, key, alone, link))
    notify_each(actor, f"late.{kind}", notables)
    return len(fresh)


def _names(holders: Iterable[int]) -> dict[int, str]:
    found = Membership.objects.filter(pk__in=list(holders)).values_list("pk", "account__name")
    return dict(found)


def _cutoff(limits: Limits, kind: str, now: datetime) -> datetime | None:
    if kind == Kind.VISIT:
        return first_call_cutoff(now, limits.visit_days, "days") if limits.visit_days > 0 else None
    if limits.first_call <= 0:
        return None
    return first_call_cutoff(now, limits.first_call, limits.first_call_clock, working_calendar().overrides)


def _case_row(case: Case, due: datetime | None) -> dict[str, Any]:
    return {
        "case_id": case.pk,
        "case_no": case.no,
        "debtor": case.title,
        "client": case.organisation.name,
        "balance": case.balance,
        "holder_id": case.holder_id,
        "holder": case.holder.account.name if case.holder else "",
        "unit": case.unit.name if case.unit else "",
        "since": case.assigned_at,
        "due_at": due,
        "record_id": None,
        "instruction_id": None,
    }


def _entry_row(row: WorkRecord) -> dict[str, Any]:
    return {
        **_of_case(row.case),
        "holder_id": row.membership_id,
        "holder": row.membership.account.name if row.membership else "",
        "unit": row.membership.unit.name if row.membership else "",
        "since": row.at,
        "due_at": row.entered_at,
        "record_id": row.pk,
        "instruction_id": None,
    }


def _instruction_row(row: Instruction) -> dict[str, Any]:
    return {
        **_of_case(row.case),
        "holder_id": row.to_id,
        "holder": row.to.account.name,
        "unit": row.to.unit.name,
        "since": row.at,
        "due_at": first_call_due(row.at, (row.due_on - clock.local(row.at).date()).days, "days"),
        "record_id": None,
        "instruction_id": row.pk,
    }


def _of_case(case: Case) -> dict[str, Any]:
    return {
        "case_id": case.pk,
        "case_no": case.no,
        "debtor": case.title,
        "client": case.organisation.name,
        "balance": case.balance,
    }
