"""The first page: what I hold, what came in over six months, and what needs me today."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any

from django.db.models import Count, QuerySet, Sum

from anjie.access.actors import Actor
from anjie.access.deeds import Deed
from anjie.desk.public import Case, DeskDeed, cases_for, line_of, reach_of
from anjie.foundation import clock
from anjie.foundation.money import ZERO
from anjie.insight import disputes
from anjie.insight.recovered import by_month, counted
from anjie.insight.rules import months_back
from anjie.lines.recovery.deeds import AssignmentDeed, PaymentDeed, TermDeed, WorkDeed
from anjie.lines.recovery.models import ClaimedPayment, Promise, Retention
from anjie.lines.recovery.work import asking
from anjie.services.sheets.deeds import SheetDeed
from anjie.services.sheets.importing.queries import imports_for
from anjie.services.sheets.models import Import

DUE_SOON_DAYS = 7
MONTHS = 6


def home(actor: Actor) -> dict[str, Any]:
    """Everything the home page shows, narrowed to the actor's reach and deeds."""
    today = clock.today()
    asked = [*(ask(actor, today) for ask in NEEDS), *disputes.needs(actor)]
    mine = _mine(actor, today)
    months = by_month(actor, months_back(today, MONTHS)) if actor.may(DeskDeed.CASES_SEE) else []
    if disputes.works_disputes(actor):
        # Who works disputes is spared the zeros of a line that is not his.
        mine = mine if mine and (mine["count"] or mine["month_count"]) else None
        months = months if any(month["amount"] for month in months) else []
    return {
        "today": today,
        "mine": mine,
        "months": months,
        "needs": [need for need in asked if need and need["count"]],
    }


def _mine(actor: Actor, today: date) -> dict[str, Any] | None:
    if not actor.may(DeskDeed.CASES_SEE):
        return None
    held = _open(actor, DeskDeed.CASES_SEE).aggregate(
        count=Count("id"), amount=Sum("amount"), settled=Sum("settled_amount"), balance=Sum("balance")
    )
    paid = counted(actor, today.replace(day=1), today).aggregate(count=Count("id"), amount=Sum("amount"))
    return {
        "count": held["count"],
        "amount": held["amount"] or ZERO,
        "settled": held["settled"] or ZERO,
        "balance": held["balance"] or ZERO,
        "month_count": paid["count"],
        "month_amount": paid["amount"] or ZERO,
        "drill": {"is_open": "true"},
        "drill_month": {
            "paid_from": today.replace(day=1).isoformat(),
            "paid_to": today.isoformat(),
            "reversed": "false",
        },
    }


def _open(actor: Actor, deed: Deed) -> QuerySet[Case]:
    return cases_for(actor, deed).filter(state__in=line_of("recovery").open_states, line="recovery")


def _need(
    actor: Actor, deed: Deed, key: str, label: str, page: str, query: dict[str, str], count: Callable[[], int]
) -> dict[str, Any] | None:
    if not actor.may(deed):
        return None
    return {"key": key, "label": label, "page": page, "query": query, "count": count()}


def _among_open(
    actor: Actor, deed: Deed, key: str, label: str, query: dict[str, str], **wanted: Any
) -> dict[str, Any] | None:
    """A need counted among the open cases within reach, opening their list."""
    return _need(
        actor,
        deed,
        key,
        label,
        "cases",
        {"is_open": "true", **query},
        lambda: _open(actor, deed).filter(**wanted).count(),
    )


def _promised_today(actor: Actor, today: date) -> dict[str, Any] | None:
    due = Promise.objects.filter(reach_of(actor, "case__"), state="open", due_on__lte=today)
    return _need(actor, WorkDeed.RECORD, "promises_due", "承诺今日到期", "promises",
                 {"state": "open", "due_to": today.isoformat()}, due.count)  # fmt: skip


def _next_work(actor: Actor, today: date) -> dict[str, Any] | None:
    query = {"next_work_to": today.isoformat()}
    return _among_open(actor, WorkDeed.RECORD, "next_work", "今日应跟进", query, next_work_on__lte=today)


def _never_worked(actor: Actor, today: date) -> dict[str, Any] | None:
    query = {"never_worked": "true", "unassigned": "false"}
    wanted = {"first_worked_at__isnull": True, "holder__isnull": False}
    return _among_open(actor, WorkDeed.RECORD, "never_worked", "分到未跟进", query, **wanted)


def _due_soon(actor: Actor, today: date) -> dict[str, Any] | None:
    last = today + timedelta(days=DUE_SOON_DAYS)
    query, label = {"term_to": last.isoformat()}, f"{DUE_SOON_DAYS} 天内到期"
    return _among_open(actor, TermDeed.DUE_SEE, "due_soon", label, query, term_on__lte=last)


def _instructions(actor: Actor, today: date) -> dict[str, Any] | None:
    mine = {"state": "owed", "to": str(actor.membership_id)}
    owed = partial(_count, asking.instructions, actor, mine)
    return _need(actor, WorkDeed.RECORDS_SEE, "instructions", "督办待回复", "instructions", mine, owed)


def _materials(actor: Actor, today: date) -> dict[str, Any] | None:
    mine = {"state": "asked", "asked_of": str(actor.membership_id)}
    asked = partial(_count, asking.materials, actor, mine)
    return _need(actor, WorkDeed.MATERIAL_ANSWER, "materials", "资料请求待答复", "materials", mine, asked)


def _claims(actor: Actor, today: date) -> dict[str, Any] | None:
    waiting = ClaimedPayment.objects.filter(reach_of(actor, "case__"), state="waiting")
    return _need(
        actor, PaymentDeed.VERIFY, "claims", "待银行对账", "claims", {"state": "waiting"}, waiting.count
    )


def _retentions(actor: Actor, today: date) -> dict[str, Any] | None:
    asked = Retention.objects.filter(reach_of(actor, "case__"), state="asked")
    return _need(
        actor,
        TermDeed.RETAIN_DECIDE,
        "retentions",
        "留案待决定",
        "retentions",
        {"state": "asked"},
        asked.count,
    )


def _unassigned(actor: Actor, today: date) -> dict[str, Any] | None:
    query = {"unassigned": "true"}
    return _among_open(actor, AssignmentDeed.ASSIGN, "unassigned", "待分配案件", query, holder__isnull=True)


def _previews(of: str, key: str, label: str, page: str, actor: Actor, today: date) -> dict[str, Any] | None:
    waiting = imports_for(actor, of).filter(state=Import.State.PREVIEW)
    return _need(actor, SheetDeed.HANDLE, key, label, page, {"state": "preview"}, waiting.count)


def _count(listed: Callable[..., QuerySet[Any]], actor: Actor, query: dict[str, str]) -> int:
    """How many the list itself would show."""
    return listed(actor, query).count()


NEEDS = (
    _promised_today,
    _next_work,
    _never_worked,
    _instructions,
    _due_soon,
    _unassigned,
    _claims,
    _retentions,
    _materials,
    partial(_previews, "client", "previews", "导入待确认", "imports"),
    partial(_previews, "institution", "previews_mediation", "调解导入待确认", "imports_mediation"),
)
