"""The supervisor's view: what each collector holds, has worked, recovered, is promised, and is late with.

Every figure has a name; the same condition that counts it lists the cases behind it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum
from django.db.models.functions import TruncDate

from anjie.access.actors import Actor
from anjie.access.models import Membership
from anjie.desk.public import Case, cases_for, reach_of
from anjie.foundation import clock, money
from anjie.foundation.refusals import Invalid
from anjie.lines.recovery.deeds import WorkDeed
from anjie.lines.recovery.payment.models import Repayment
from anjie.lines.recovery.work.late import late_cases
from anjie.lines.recovery.work.models import LateTold, Promise, WorkRecord

DAILY_DAYS = 14

Narrow = Callable[[QuerySet[Case]], QuerySet[Case]]

CASE_FIGURES: dict[str, Narrow] = {
    "cases": lambda cases: cases,
    "worked": lambda cases: cases.filter(last_worked_at__isnull=False),
    "unworked": lambda cases: cases.filter(last_worked_at__isnull=True),
    "worked_today": lambda cases: cases.filter(last_worked_at__gte=_begins(clock.today())),
    "due_today": lambda cases: cases.filter(next_work_on__lte=clock.today()),
    "late_first_call": lambda cases: late_cases(cases, LateTold.Kind.FIRST_CALL, clock.now()),
    "late_visit": lambda cases: late_cases(cases, LateTold.Kind.VISIT, clock.now()),
}
PROMISE_FIGURES: dict[str, Callable[[date, date], Q]] = {
    "promises_open": lambda since, until: Q(state=Promise.State.OPEN),
    "promises_due": lambda since, until: Q(state=Promise.State.OPEN, due_on__lte=clock.today()),
    "promises_kept": lambda since, until: Q(state=Promise.State.KEPT, due_on__range=(since, until)),
    "promises_broken": lambda since, until: Q(
        state__in=[Promise.State.BROKEN, Promise.State.PARTLY], due_on__range=(since, until)
    ),
}


def team(actor: Actor, since: date | None = None, until: date | None = None) -> dict[str, Any]:
    """One row per collector in reach, and the sums of all; money recovered is of the days asked for."""
    first, last = _period(since, until)
    held = _held(actor)
    rows = {member.pk: _blank(member) for member in _members(actor)}
    for name, narrow in CASE_FIGURES.items():
        counted = narrow(held).order_by().values("holder_id").annotate(n=Count("id"))
        for one in counted:
            rows[one["holder_id"]][name] = one["n"]
    sums = (
        held.order_by()
        .values("holder_id")
        .annotate(amount=Sum("amount"), settled=Sum("settled_amount"), balance=Sum("balance"))
    )
    for of_holder in sums:
        rows[of_holder["holder_id"]].update(
            amount=of_holder["amount"], settled_amount=of_holder["settled"], balance=of_holder["balance"]
        )
    for name, condition in PROMISE_FIGURES.items():
        found = _promises(actor).filter(condition(first, last))
        for of_promises in found.order_by().values("case__holder_id").annotate(n=Count("id")):
            rows[of_promises["case__holder_id"]][name] = of_promises["n"]
    received = dict(
        _recovered(actor, first, last)
        .values("holder_id")
        .annotate(sum=Sum("amount"))
        .values_list("holder_id", "sum")
    )
    # Who recovered something and holds nothing any more has a row too: the total is of all.
    gone = Membership.objects.filter(pk__in=[pk for pk in received if pk not in rows])
    rows |= {member.pk: _blank(member) for member in gone.select_related("account", "unit")}
    for holder_id, total in received.items():
        rows[holder_id]["recovered"] = total
    written = _records(actor, first, last).values("membership_id").annotate(n=Count("id"))
    for writer_id, count in written.values_list("membership_id", "n"):
        if writer_id in rows:
            rows[writer_id]["records"] = count
    _count_daily(actor, rows)
    listed = sorted(rows.values(), key=lambda row: (row["unit"], row["membership_id"]))
    figures = [*CASE_FIGURES, *PROMISE_FIGURES, "amount", "settled_amount", "balance", "recovered", "records"]
    totals = {name: sum((row[name] for row in listed), start=_ZERO[name]) for name in figures}
    return {"since": first, "until": last, "rows": listed, "count": len(listed), "totals": totals}


def behind(
    actor: Actor,
    figure: str,
    *,
    membership: int | None = None,
    since: date | None = None,
    until: date | None = None,
    offset: int = 0,
    limit: int = 50,
) -> dict[str, Any]:
    """The cases behind a figure of one collector, or of all in reach; as many as the figure says.

    Promise figures count promises and ``recovered`` sums repayments: then ``count`` is of those, and
    the rows are their cases.
    """
    first, last = _period(since, until)
    if figure in CASE_FIGURES:
        cases = CASE_FIGURES[figure](_held(actor))
        cases = cases.filter(holder_id=membership) if membership else cases
        totals = cases.order_by().aggregate(count=Count("id"), amount=Sum("amount", default=money.ZERO))
    elif figure in PROMISE_FIGURES:
        found = _promises(actor).filter(PROMISE_FIGURES[figure](first, last))
        found = found.filter(case__holder_id=membership) if membership else found
        totals = found.aggregate(count=Count("id"), amount=Sum("amount", default=money.ZERO))
        cases = cases_for(actor, WorkDeed.TEAM_SEE).filter(pk__in=found.values("case_id"))
    elif figure == "recovered":
        paid = _recovered(actor, first, last)
        paid = paid.filter(holder_id=membership) if membership else paid
        totals = paid.aggregate(count=Count("id"), amount=Sum("amount", default=money.ZERO))
        cases = cases_for(actor, WorkDeed.TEAM_SEE).filter(pk__in=paid.values("case_id"))
    else:
        raise Invalid("work.unknown_figure", "没有这个指标。请刷新页面后重试。", figure=figure)
    page = cases.select_related("organisation", "holder__account").order_by("-amount", "id")
    return {
        "rows": [_case_row(case) for case in page[offset : offset + limit]],
        "count": totals["count"],
        "totals": {"amount": totals["amount"]},
    }


def _held(actor: Actor) -> QuerySet[Case]:
    return cases_for(actor, WorkDeed.TEAM_SEE).filter(closed_at__isnull=True, holder__isnull=False)


def _promises(actor: Actor) -> QuerySet[Promise]:
    return Promise.objects.filter(
        reach_of(actor, "case__"), case__closed_at__isnull=True, case__holder__isnull=False
    )


def _recovered(actor: Actor, since: date, until: date) -> QuerySet[Repayment]:
    return Repayment.objects.filter(
        reach_of(actor, "case__"),
        reversed_at__isnull=True,
        holder__isnull=False,
        paid_on__range=(since, until),
    ).order_by()


def _records(actor: Actor, since: date, until: date) -> QuerySet[WorkRecord]:
    return WorkRecord.objects.filter(
        reach_of(actor, "case__"),
        deleted_at__isnull=True,
        at__gte=_begins(since),
        at__lt=_begins(until + timedelta(days=1)),
    ).order_by()


def _count_daily(actor: Actor, rows: dict[int, dict[str, Any]]) -> None:
    """Fill ``daily``: records written on each of the last 14 days, today last."""
    first = clock.today() - timedelta(days=DAILY_DAYS - 1)
    for row in rows.values():
        row["daily"] = [0] * DAILY_DAYS
    written = _records(actor, first, clock.today()).annotate(day=TruncDate("at", tzinfo=clock.ZONE))
    for writer_id, day, count in (
        written.values("membership_id", "day")
        .annotate(n=Count("id"))
        .values_list("membership_id", "day", "n")
    ):
        if writer_id in rows:
            rows[writer_id]["daily"][(day - first).days] = count


def _members(actor: Actor) -> list[Membership]:
    """Collectors of the units in reach, and whoever else holds a case there."""
    actor.require(WorkDeed.TEAM_SEE)
    holders = _held(actor).order_by().values("holder_id").distinct()
    collectors = Q(is_active=True, role__deeds__contains=[WorkDeed.HOLD.value])
    if actor.unit_ids is not None:
        collectors &= Q(unit_id__in=actor.unit_ids)
    found = Membership.objects.filter(collectors | Q(pk__in=holders))
    return list(found.select_related("account", "unit"))


_ZERO: dict[str, Any] = {
    **dict.fromkeys([*CASE_FIGURES, *PROMISE_FIGURES, "records"], 0),
    **dict.fromkeys(["amount", "settled_amount", "balance", "recovered"], money.ZERO),
}


def _blank(member: Membership) -> dict[str, Any]:
    return {"membership_id": member.pk, "name": member.account.name, "unit": member.unit.name, **_ZERO}


def _period(since: date | None, until: date | None) -> tuple[date, date]:
    today = clock.today()
    first, last = since or today.replace(day=1), until or today
    if first > last:
        raise Invalid("work.period_wrong", f"开始日期 {first} 晚于结束日期 {last}。请改选日期。")
    return first, last


def _case_row(case: Case) -> dict[str, Any]:
    return {
        "case_id": case.pk,
        "case_no": case.no,
        "debtor": case.title,
        "client": case.organisation.name,
        "holder": case.holder.account.name if case.holder else "",
        "amount": case.amount,
        "balance": case.balance,
        "last_worked_at": case.last_worked_at,
        "next_work_on": case.next_work_on,
    }


def _begins(day: date) -> datetime:
    return datetime.combine(day, time(), clock.ZONE)
