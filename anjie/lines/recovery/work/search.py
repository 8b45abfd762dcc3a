"""Reads of work records and promises: filtered, within reach, with totals of exactly what is filtered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Case as Choose
from django.db.models import Count, F, Q, QuerySet, Sum, When
from django.db.models.functions import TruncDate

from anjie.access.actors import Actor
from anjie.desk.public import reach_of
from anjie.foundation import clock, money
from anjie.foundation.refusals import NotFound
from anjie.lines.recovery.deeds import WorkDeed
from anjie.lines.recovery.work.models import Promise, ResultCode, WorkRecord

Query = Mapping[str, Any]


def records(actor: Actor, query: Query) -> QuerySet[WorkRecord]:
    """The records within reach that fit ``query`` (see ``RecordQuery``), newest contact first."""
    actor.require(WorkDeed.RECORDS_SEE)
    found = WorkRecord.objects.filter(reach_of(actor, "case__"), deleted_at__isnull=True)
    for name, condition in _RECORD_FILTERS.items():
        if query.get(name) not in (None, "", []):
            found = found.filter(condition(query[name]))
    if query.get("late"):
        found = entered_late(found)
    return found.select_related(
        "case__organisation", "case__batch", "membership__account", "membership__unit", "result__parent"
    ).order_by("-at", "-id")


def record_page(actor: Actor, query: Query, *, offset: int, limit: int) -> dict[str, Any]:
    """One page of records with counts by what the results mean and what was promised."""
    found = records(actor, query)
    meaning = ResultCode.Meaning
    bare = found.order_by()
    totals = bare.aggregate(
        count=Count("id"),
        cases=Count("case_id", distinct=True),
        connected=Count("id", filter=Q(result__meaning=meaning.CONNECTED)),
        third_party=Count("id", filter=Q(result__meaning=meaning.THIRD_PARTY)),
        not_connected=Count("id", filter=Q(result__meaning__in=[meaning.NOT_CONNECTED, meaning.INVALID])),
        refused=Count("id", filter=Q(result__meaning=meaning.REFUSED)),
        warned=Count("id", filter=Q(verdict__allowed=False)),
    )
    promised = Promise.objects.filter(record__in=bare.values("pk")).aggregate(
        promises=Count("id"), promised_amount=Sum("amount", default=money.ZERO)
    )
    rows = list(found.prefetch_related("promises")[offset : offset + limit])
    return {"rows": rows, "count": totals.pop("count"), "totals": {**totals, **promised}}


def record_rows(actor: Actor, query: Query) -> Iterator[dict[str, Any]]:
    """Every record that fits, as plain rows for an export, read in chunks."""
    for row in records(actor, query).prefetch_related("promises").iterator(chunk_size=2000):
        promise = next(iter(row.promises.all()), None)
        yield {
            "case_no": row.case.no,
            "debtor": row.case.title,
            "client": row.case.organisation.name,
            "batch_no": row.case.batch.no if row.case.batch else "",
            "at": clock.local(row.at),
            "channel": row.get_channel_display(),
            "number": row.number_mask,
            "spoke_to": row.spoke_to,
            "relation": row.relation,
            "result": result_path(row.result),
            "note": row.note,
            "next_on": row.next_on,
            "promised_amount": promise.amount if promise else None,
            "promised_on": promise.due_on if promise else None,
            "by": row.membership.account.name if row.membership else "系统",
            "unit": row.membership.unit.name if row.membership else "",
            "entered_at": clock.local(row.entered_at),
            "origin": row.get_origin_display(),
            "warning": "" if not row.verdict or row.verdict["allowed"] else row.verdict["message"],
        }


RECORD_COLUMNS = {
    "case_no": "案件编号", "debtor": "债务人", "client": "委托方", "batch_no": "批次", "at": "联系时间",
    "channel": "方式", "number": "号码", "spoke_to": "联系人", "relation": "关系", "result": "结果",
    "note": "备注", "next_on": "下次跟进", "promised_amount": "承诺金额", "promised_on": "承诺日期",
    "by": "催收员", "unit": "小组", "entered_at": "录入时间", "origin": "来源", "warning": "联系规则提示",
}  # fmt: skip


def record_of(actor: Actor, record_id: int) -> WorkRecord:
    """One record within reach."""
    row = records(actor, {}).prefetch_related("promises").filter(pk=record_id).first()
    if row is None:
        raise NotFound("催记")
    return row


def notes_of(record_ids: list[int]) -> dict[int, str]:
    """The notes of records that stand on a timeline the reader may see; a deleted record has none."""
    return dict(
        WorkRecord.objects.filter(pk__in=record_ids, deleted_at__isnull=True).values_list("pk", "note")
    )


def entered_late(found: QuerySet[WorkRecord]) -> QuerySet[WorkRecord]:
    """Those entered on a later day than the contact was made."""
    return found.alias(
        _made=TruncDate("at", tzinfo=clock.ZONE), _entered=TruncDate("entered_at", tzinfo=clock.ZONE)
    ).filter(_entered__gt=F("_made"), origin__in=[WorkRecord.Origin.SYSTEM, WorkRecord.Origin.ELSEWHERE])


def promise_page(actor: Actor, query: Query, *, offset: int, limit: int) -> dict[str, Any]:
    """Promises within reach, those to come on top, with sums by state."""
    actor.require(WorkDeed.RECORDS_SEE)
    found = promises(actor, query)
    totals: dict[str, Any] = {"amount": money.ZERO, "paid_amount": money.ZERO, "by_state": {}}
    count = 0
    for row in (
        found.order_by()
        .values("state")
        .annotate(count=Count("id"), amount=Sum("amount"), paid=Sum("paid_amount"))
    ):
        totals["by_state"][row["state"]] = {"count": row["count"], "amount": row["amount"]}
        totals["amount"] += row["amount"]
        totals["paid_amount"] += row["paid"]
        count += row["count"]
    rows = found.select_related("case", "membership__account").order_by(*_OPEN_FIRST)
    return {"rows": list(rows[offset : offset + limit]), "count": count, "totals": totals}


def promises(actor: Actor, query: Query) -> QuerySet[Promise]:
    """The promises within reach that fit ``query`` (see ``PromiseQuery``)."""
    found = Promise.objects.filter(reach_of(actor, "case__"))
    for name, condition in _PROMISE_FILTERS.items():
        if query.get(name) not in (None, "", []):
            found = found.filter(condition(query[name]))
    return found


def _begins(day: date) -> datetime:
    return datetime.combine(day, time(), clock.ZONE)


_IS_OPEN = Choose(When(state=Promise.State.OPEN, then="due_on"), default=None)
_OPEN_FIRST = (_IS_OPEN.asc(nulls_last=True), F("due_on").desc(), "-id")
"""What is still to come, the nearest day first; below it what is over, the latest first."""

_RECORD_FILTERS: dict[str, Any] = {
    "case": lambda value: Q(case_id=value),
    "person": lambda value: Q(person_id=value),
    "membership": lambda value: Q(membership_id=value),
    "unit": lambda value: Q(membership__unit__path__contains=f"/{value}/"),
    "unit_is": lambda value: Q(membership__unit_id=value),
    "by_people": lambda value: Q(membership__isnull=False) if value else Q(),
    "client": lambda value: Q(case__organisation_id=value),
    "batch": lambda value: Q(case__batch_id=value),
    "channel": lambda value: Q(channel=value),
    "origin": lambda value: Q(origin=value),
    "result": lambda value: (
        Q(result_id=value) | Q(result__parent_id=value) | Q(result__parent__parent_id=value)
    ),
    "meaning": lambda value: Q(result__meaning=value),
    "since": lambda value: Q(at__gte=_begins(value)),
    "until": lambda value: Q(at__lt=_begins(value + timedelta(days=1))),
    "warned": lambda value: Q(verdict__allowed=False) if value else Q(),
    "promised": lambda value: Q(promises__isnull=False) if value else Q(),
    "q": lambda value: Q(note__icontains=value) | Q(case__no__iexact=value) | Q(case__title=value),
}

_PROMISE_FILTERS: dict[str, Any] = {
    "case": lambda value: Q(case_id=value),
    "membership": lambda value: Q(membership_id=value),
    "unit": lambda value: Q(membership__unit__path__contains=f"/{value}/"),
    "unit_is": lambda value: Q(membership__unit_id=value),
    "by_people": lambda value: Q(membership__isnull=False) if value else Q(),
    "holder": lambda value: Q(case__holder_id=value),
    "client": lambda value: Q(case__organisation_id=value),
    "batch": lambda value: Q(case__batch_id=value),
    "state": lambda value: Q(state=value),
    "due_from": lambda value: Q(due_on__gte=value),
    "due_until": lambda value: Q(due_on__lte=value),
    "made_from": lambda value: Q(made_at__gte=_begins(value)),
    "made_until": lambda value: Q(made_at__lt=_begins(value + timedelta(days=1))),
}


def result_path(result: ResultCode | None) -> str:
    """A result with what stands above it: 接通本人 / 承诺还款."""
    parts: list[str] = []
    while result is not None:
        parts.insert(0, result.label)
        result = result.parent
    return " / ".join(parts)
