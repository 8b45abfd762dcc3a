"""The collector's own desk: his open cases in the order in which they want to be worked, with why."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Case as When
from django.db.models import Exists, F, IntegerField, OuterRef, Q, QuerySet, Value
from django.db.models import When as If

from anjie.access.actors import Actor
from anjie.desk.public import Case, cases_for
from anjie.foundation import clock
from anjie.lines.recovery.deeds import WorkDeed
from anjie.lines.recovery.moves import OPEN
from anjie.lines.recovery.work.models import Instruction, Promise

REASONS = {
    1: "督办待回复",
    2: "承诺今日到期",
    3: "承诺已过期",
    4: "计划今日跟进",
    5: "尚未首次联系",
    6: "",
}
"""Why a case stands where it stands; the smaller, the sooner."""


def queued(cases: QuerySet[Case], today: date) -> QuerySet[Case]:
    """These cases in working order, each with ``urgency``: a key of :data:`REASONS`."""
    owed = Instruction.objects.filter(case_id=OuterRef("pk"), state=Instruction.State.OWED)
    promises = Promise.objects.filter(case_id=OuterRef("pk"))
    due = promises.filter(state=Promise.State.OPEN, due_on=today)
    # A promise that was broken and not worked since: the debtor waits for a call.
    broken = promises.filter(state__in=[Promise.State.BROKEN, Promise.State.PARTLY], due_on__lt=today).filter(
        Q(judged_at__gt=OuterRef("last_worked_at"))
    )
    past = promises.filter(state=Promise.State.OPEN, due_on__lt=today)
    urgency = When(
        If(Exists(owed), then=Value(1)),
        If(Exists(due), then=Value(2)),
        If(Q(Exists(broken)) | Q(Exists(past)), then=Value(3)),
        If(next_work_on__lte=today, then=Value(4)),
        If(last_worked_at__isnull=True, then=Value(5)),
        default=Value(6),
        output_field=IntegerField(),
    )
    return cases.annotate(urgency=urgency).order_by(
        "urgency", F("last_worked_at").asc(nulls_first=True), "-balance", "id"
    )


def own_queue(actor: Actor, *, offset: int = 0, limit: int = 50) -> dict[str, Any]:
    """The actor's open cases, the most urgent first, and how many there are of each urgency."""
    own = Q(holder_id=actor.membership_id) | Q(
        holdings__membership_id=actor.membership_id, holdings__role="helper", holdings__to_at__isnull=True
    )
    ids = cases_for(actor, WorkDeed.RECORD).filter(own, state=OPEN).values("pk")
    cases = cases_for(actor, WorkDeed.RECORD).filter(pk__in=ids)
    ordered = queued(cases, clock.today())
    totals = dict.fromkeys(
        ("instructed", "promised_today", "promise_missed", "planned", "untouched", "rest"), 0
    )
    names = dict(enumerate(totals, start=1))
    for row in ordered.order_by().values("urgency"):  # type: ignore[misc]  # the plugin forgets annotations
        totals[names[row["urgency"]]] += 1
    rows = ordered.select_related("organisation")[offset : offset + limit]
    return {"rows": [_row(case) for case in rows], "count": sum(totals.values()), "totals": totals}


def _row(case: Any) -> dict[str, Any]:
    return {
        "case_id": case.pk,
        "case_no": case.no,
        "debtor": case.title,
        "client": case.organisation.name,
        "amount": case.amount,
        "balance": case.balance,
        "category": case.category,
        "colour": case.colour,
        "term_on": case.term_on,
        "last_worked_at": case.last_worked_at,
        "next_work_on": case.next_work_on,
        "urgency": case.urgency,
        "why": REASONS[case.urgency],
    }
