"""Reads of terms: what is due, what is asked to be kept, and the sheet that goes back to the client."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import islice
from typing import Any

from django.db.models import Count, F, Max, Q, QuerySet, Sum

from anjie.access.actors import Actor
from anjie.access.models import Organisation
from anjie.desk.public import Case, Event, cases_for, day_begins, line_of, reach_of
from anjie.foundation import clock, money
from anjie.foundation.refusals import Invalid
from anjie.lines.recovery.deeds import TermDeed
from anjie.lines.recovery.moves import CLOSED, IN_LITIGATION, IN_MEDIATION, OPEN, PAUSED, RETURNED, SETTLED
from anjie.lines.recovery.placement.queries import was_recalled
from anjie.lines.recovery.term.models import Retention
from anjie.lines.recovery.work.models import Promise, WorkRecord
from anjie.services.terms.pausing import clock_note, pauses_of

STILL_HERE = [OPEN, PAUSED, IN_MEDIATION, IN_LITIGATION, CLOSED]
"""What has not gone back yet; a closed one is returned with the others."""
DUE_SORTS = {
    "term_on": "term_on", "amount": "amount", "balance": "balance", "case_no": "id", "holder": "holder_id",
    "last_worked_at": "last_worked_at",
}  # fmt: skip
RETENTION_SORTS = {"asked_at": "asked_at", "term_on": "case__term_on", "case_no": "case_id", "state": "state"}
CHUNK = 1000

RETURN_SHEET = (
    ("serial_no", "个案序列号"), ("contract_no", "合同号"), ("batch_no", "批次号"), ("debtor", "姓名"),
    ("id_mask", "证件号码"), ("card_mask", "卡号"), ("placed_on", "委案日期"), ("recall_on", "退案日期"),
    ("returned_on", "实际退案日"), ("amount", "委案金额"), ("settled_amount", "累计还款"), ("balance", "余额"),
    ("retained_times", "留案次数"), ("records", "催记次数"), ("last_worked_on", "最后跟进日"),
    ("last_result", "最后结果"), ("last_note", "最后催记"), ("promise", "未履行承诺"), ("reason", "退案原因"),
    ("case_no", "我方案件编号"),
)  # fmt: skip
"""The client's return sheet: columns of :func:`return_sheet` with their headers."""


OUTCOMES = {"placement.return": "退案", "placement.recall": "撤案", "placement.settle": "结清"}
"""By which move a placement ended, as the sheet says it."""


def due(actor: Actor, asked: Any) -> QuerySet[Case]:
    """Cases whose term ends within so many days (or is over), within reach; fields of ``DueQuery``."""
    today = clock.today()
    cases = cases_for(actor, TermDeed.DUE_SEE).filter(state__in=asked.state or STILL_HERE)
    cases = cases.filter(term_on__lte=today + timedelta(days=asked.within))
    if asked.after is not None:
        cases = cases.filter(term_on__gt=today + timedelta(days=asked.after))
    if asked.overdue is not None:
        cases = cases.filter(term_on__lt=today) if asked.overdue else cases.filter(term_on__gte=today)
    for field, values in (
        ("organisation_id", asked.client), ("batch_id", asked.batch), ("holder_id", asked.holder),
        ("clerk_id", asked.clerk),
    ):  # fmt: skip
        if values:
            cases = cases.filter(**{f"{field}__in": values})
    if asked.unit:
        cases = cases.filter(unit_id__in=_below(asked.unit))
    if asked.retention_asked is not None:
        waiting = Retention.objects.filter(state=Retention.State.ASKED).values("case_id")
        cases = cases.filter(pk__in=waiting) if asked.retention_asked else cases.exclude(pk__in=waiting)
    return cases


def list_due(actor: Actor, asked: Any) -> dict[str, Any]:
    """One page of due cases, the nearest first, with sums and how many fall into each span of days."""
    cases = due(actor, asked)
    today = clock.today()

    def within(first: int | None, last: int) -> Q:
        span = Q(term_on__lte=today + timedelta(days=last))
        return span if first is None else span & Q(term_on__gte=today + timedelta(days=first))

    sums = cases.aggregate(
        count=Count("pk"),
        amount=Sum("amount"),
        balance=Sum("balance"),
        overdue=Count("pk", filter=within(None, -1)),
        in_3=Count("pk", filter=within(0, 3)),
        in_7=Count("pk", filter=within(4, 7)),
        in_15=Count("pk", filter=within(8, 15)),
        in_30=Count("pk", filter=within(16, 30)),
    )
    page = list(
        _page(cases, asked, DUE_SORTS, "term_on").values(
            "id", "term_on", "amount", "settled_amount", "balance", "state", "region", "category", "last_worked_at",
            "holder_id", "clerk_id", case_no=F("no"), debtor=F("title"),
            client_id=F("organisation_id"), client_name=F("organisation__name"), batch_no=F("batch__no"),
            holder_name=F("holder__account__name"), clerk_name=F("clerk__account__name"),
            retained_times=F("placement__retained_times"), clock_note=clock_note(),
        )
    )  # fmt: skip
    waiting = dict(
        Retention.objects.filter(
            case_id__in=[row["id"] for row in page], state=Retention.State.ASKED
        ).values_list("case_id", "pk")
    )
    for row in page:
        row["days_left"] = (row["term_on"] - today).days
        row["retention_id"] = waiting.get(row["id"])
        row.update(_state(row["state"]))
        for name in ("batch_no", "holder_name", "clerk_name"):
            row[name] = row[name] or ""
    count = sums.pop("count")
    return {"rows": page, "count": count, "totals": _filled(sums)}


def list_retentions(actor: Actor, asked: Any) -> dict[str, Any]:
    """One page of retentions asked and decided, within reach."""
    actor.require(TermDeed.DUE_SEE)
    rows = Retention.objects.filter(reach_of(actor, "case__"))
    for field, values in (
        ("state", asked.state), ("case__organisation_id", asked.client), ("case__batch_id", asked.batch),
        ("case_id", asked.case), ("asked_by_id", asked.asked_by),
    ):  # fmt: skip
        if values:
            rows = rows.filter(**{f"{field}__in": values})
    sums = rows.aggregate(
        count=Count("pk"),
        asked=Count("pk", filter=Q(state=Retention.State.ASKED)),
        amount=Sum("case__amount"),
    )
    page = _page(rows, asked, RETENTION_SORTS, "-asked_at").select_related(
        "case__organisation", "asked_by__account", "decided_by__account"
    )
    count = sums.pop("count")
    return {"rows": [retention_row(row) for row in page], "count": count, "totals": _filled(sums)}


def retention_row(row: Retention) -> dict[str, Any]:
    """A retention as a list shows it."""
    return {
        "id": row.pk,
        "case_id": row.case_id,
        "case_no": row.case.no,
        "debtor": row.case.title,
        "client_name": row.case.organisation.name,
        "amount": row.case.amount,
        "balance": row.case.balance,
        "term_on": row.case.term_on,
        "asked_by": row.asked_by.account.name if row.asked_by else "",
        "asked_at": row.asked_at,
        "reason": row.reason,
        "months": row.months,
        "state": row.state,
        "state_label": Retention.State(row.state).label,
        "decided_by": row.decided_by.account.name if row.decided_by else "",
        "decided_at": row.decided_at,
        "answer": row.answer,
        "old_term_on": row.old_term_on,
        "new_term_on": row.new_term_on,
    }


def list_pauses(actor: Actor, case_id: int) -> list[dict[str, Any]]:
    """Every pause of a case within reach, the latest first: why, from when to when, and what it moved."""
    cases = cases_for(actor, TermDeed.DUE_SEE).filter(pk=case_id)
    return pauses_of(cases)


def returned(actor: Actor, asked: Any) -> QuerySet[Case]:
    """Cases that went back (or were settled, where that is asked), within reach; fields of ``ReturnedQuery``."""
    cases = cases_for(actor, TermDeed.DUE_SEE).filter(closed_at__isnull=False)
    ended = Q(pk__in=[])
    for one in asked.outcome or ("returned", "recalled"):
        ended |= {
            "returned": Q(state=RETURNED) & ~Q(was_recalled()),
            "recalled": Q(state=RETURNED) & Q(was_recalled()),
            "settled": Q(state=SETTLED),
        }[one]
    cases = cases.filter(ended if asked.outcome else Q(state=RETURNED))
    for field, values in (("organisation_id", asked.client), ("batch_id", asked.batch), ("pk", asked.case)):
        if values:
            cases = cases.filter(**{f"{field}__in": values})
    if asked.returned_from is not None:
        cases = cases.filter(closed_at__gte=day_begins(asked.returned_from))
    if asked.returned_to is not None:
        cases = cases.filter(closed_at__lt=day_begins(asked.returned_to + timedelta(days=1)))
    return cases


def list_returned(actor: Actor, asked: Any) -> dict[str, Any]:
    """One page of the return sheet, the latest first, with its sums."""
    cases = returned(actor, asked)
    sums = cases.aggregate(
        count=Count("pk"), amount=Sum("amount"), settled_amount=Sum("settled_amount"), balance=Sum("balance")
    )
    begin = (asked.page - 1) * asked.size
    ids = list(cases.order_by("-closed_at", "-pk").values_list("pk", flat=True)[begin : begin + asked.size])
    count = sums.pop("count")
    return {"rows": _sheet_rows(actor, ids), "count": count, "totals": _filled(sums)}


def return_sheet(actor: Actor, asked: Any) -> Iterator[dict[str, Any]]:
    """Every row of the client's return sheet for an export, by :data:`RETURN_SHEET`."""
    ids = returned(actor, asked).order_by("closed_at", "pk").values_list("pk", flat=True).iterator(CHUNK)
    while chunk := list(islice(ids, CHUNK)):
        yield from _sheet_rows(actor, chunk)


def _sheet_rows(actor: Actor, ids: Sequence[int]) -> list[dict[str, Any]]:
    """The sheet's rows for these cases, in their order: facts, money, and what came of the work."""
    facts = {
        row["id"]: row
        for row in cases_for(actor, TermDeed.DUE_SEE).filter(pk__in=ids).values(
            "id", "amount", "settled_amount", "balance", "closed_at", "last_worked_at", case_no=F("no"),
            debtor=F("title"), client_name=F("organisation__name"), batch_no=F("batch__no"),
            id_mask=F("person__id_mask"), card_mask=F("placement__card_mask"),
            serial_no=F("placement__serial_no"), contract_no=F("placement__contract_no"),
            placed_on=F("placement__placed_on"), recall_on=F("term_on"),
            retained_times=F("placement__retained_times"),
        )
    }  # fmt: skip
    work = WorkRecord.objects.filter(case_id__in=ids, deleted_at__isnull=True)
    counts = dict(work.order_by().values_list("case_id").annotate(Count("pk")))
    last = {
        row.case_id: row
        for row in work.order_by("case_id", "-at", "-pk").distinct("case_id").select_related("result")
    }
    promises = {
        case: (amount, day)
        for case, amount, day in Promise.objects.filter(
            case_id__in=ids, state__in=[Promise.State.OPEN, Promise.State.BROKEN, Promise.State.PARTLY]
        )
        .order_by()
        .values_list("case_id")
        .annotate(Sum("amount"), Max("due_on"))
    }
    ends = {
        row.case_id: row
        for row in Event.objects.filter(case_id__in=ids, verb__in=list(OUTCOMES)).order_by("case_id", "seq")
    }
    rows = []
    for pk in ids:
        row, record = facts[pk], last.get(pk)
        promise, end = promises.get(pk), ends.get(pk)
        rows.append(
            {
                **row,
                "case_id": pk,
                "batch_no": row["batch_no"] or "",
                "returned_on": clock.local(row["closed_at"]).date() if row["closed_at"] else None,
                "last_worked_on": clock.local(row["last_worked_at"]).date()
                if row["last_worked_at"]
                else None,
                "records": counts.get(pk, 0),
                "last_result": record.result.label if record and record.result else "",
                "last_note": record.note if record else "",
                "promise": f"{money.show(promise[0])} 元，最迟 {promise[1]}" if promise else "",
                "reason": str(end.facts.get("reason", "")) if end else "",
                "outcome": OUTCOMES[end.verb] if end else "",
            }
        )
    return rows


def _state(code: str) -> dict[str, str]:
    state = line_of("recovery").state_by_code[code]
    return {"state_label": state.label, "state_tone": state.tone}


def _filled(sums: dict[str, Any]) -> dict[str, Any]:
    return {name: money.ZERO if value is None else value for name, value in sums.items()}


def _below(units: Sequence[int]) -> list[int]:
    below = Q(pk__in=[])
    for path in Organisation.objects.filter(pk__in=units).values_list("path", flat=True):
        below |= Q(path__startswith=path)
    return list(Organisation.objects.filter(below).values_list("pk", flat=True))


def _page(rows: Any, asked: Any, sorts: dict[str, str], default: str) -> Any:
    wanted = asked.sort or default
    name = wanted.removeprefix("-")
    if name not in sorts:
        raise Invalid("list.unknown_sort", f"不能按“{name[:40]}”排序。请刷新页面后重试。", sort=name[:40])
    field = F(sorts[name])
    way = field.desc(nulls_last=True) if wanted.startswith("-") else field.asc(nulls_last=True)
    begin = (asked.page - 1) * asked.size
    return rows.order_by(way, "-pk" if wanted.startswith("-") else "pk")[begin : begin + asked.size]
