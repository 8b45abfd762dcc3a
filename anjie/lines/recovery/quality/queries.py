"""Reads of complaints, within reach."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count, Exists, F, Min, OuterRef, Q, QuerySet

from anjie.access.actors import Actor
from anjie.access.deeds import Deed
from anjie.access.models import Membership
from anjie.desk.public import reach_of
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid, NotFound
from anjie.lines.recovery.deeds import QualityDeed
from anjie.lines.recovery.quality.models import Complaint, ComplaintStep

SORTS = {"received_on": "received_on", "severity": "severity", "state": "state", "next_due_on": "next_due_on"}


def complaints(actor: Actor, asked: Any) -> QuerySet[Complaint]:
    """The complaints a query asks for, within reach; fields of ``ComplaintQuery``."""
    actor.require(QualityDeed.COMPLAINTS_SEE)
    rows = Complaint.objects.filter(reach_of(actor, "case__"))
    for field, values in (
        ("case_id", asked.case), ("case__organisation_id", asked.client), ("against_id", asked.against),
        ("severity", asked.severity), ("state", asked.state), ("channel", asked.channel),
    ):  # fmt: skip
        if values:
            rows = rows.filter(**{f"{field}__in": values})
    if asked.nobody is not None:
        rows = rows.filter(against__isnull=asked.nobody)
    if asked.received_from is not None:
        rows = rows.filter(received_on__gte=asked.received_from)
    if asked.received_to is not None:
        rows = rows.filter(received_on__lte=asked.received_to)
    if asked.late is not None:
        rows = rows.filter(is_late()) if asked.late else rows.filter(~is_late())
    if asked.q:
        rows = rows.filter(Q(case__no=asked.q) | Q(case__title=asked.q) | Q(complainant=asked.q))
    return rows.annotate(
        next_due_on=Min("steps__due_on", filter=Q(steps__done_at__isnull=True)),
        steps_count=Count("steps"),
        done_count=Count("steps", filter=Q(steps__done_at__isnull=False)),
    )


def is_late(today: date | None = None) -> Q:
    """A complaint is late while a step's day has passed and it is not done."""
    return Q(
        Exists(
            ComplaintStep.objects.filter(
                complaint=OuterRef("pk"), done_at__isnull=True, due_on__lt=today or clock.today()
            )
        )
    )


def list_complaints(actor: Actor, asked: Any) -> dict[str, Any]:
    """One page of complaints, the latest first, with counts of exactly what is filtered."""
    rows = complaints(actor, asked)
    totals = sums(Complaint.objects.filter(pk__in=rows.order_by().values("pk")))
    wanted = asked.sort or "-received_on"
    name = wanted.removeprefix("-")
    if name not in SORTS:
        raise Invalid("list.unknown_sort", f"不能按“{name[:40]}”排序。请刷新页面后重试。", sort=name[:40])
    by = F(SORTS[name])
    way = by.desc(nulls_last=True) if wanted.startswith("-") else by.asc(nulls_last=True)
    begin = (asked.page - 1) * asked.size
    page = rows.order_by(way, "-pk").select_related(*_BESIDE)[begin : begin + asked.size]
    return {"rows": [complaint_row(row) for row in page], "count": totals["count"], "totals": totals}


def sums(rows: QuerySet[Complaint]) -> dict[str, int]:
    """How many there are by severity and state, and how many are late."""
    return rows.aggregate(
        count=Count("pk"),
        minor=Count("pk", filter=Q(severity="minor")),
        general=Count("pk", filter=Q(severity="general")),
        major=Count("pk", filter=Q(severity="major")),
        open=Count("pk", filter=Q(state="open")),
        closed=Count("pk", filter=Q(state="closed")),
        late=Count("pk", filter=is_late()),
    )


_BESIDE = ("case__organisation", "against__account", "against__unit", "by__account", "closed_by__account")


def complaint_row(row: Complaint) -> dict[str, Any]:
    """A complaint as a list shows it."""
    next_due_on = getattr(row, "next_due_on", None)
    return {
        "id": row.pk,
        "case_id": row.case_id,
        "case_no": row.case.no,
        "debtor": row.case.title,
        "client_name": row.case.organisation.name,
        "complainant": row.complainant,
        "against_id": row.against_id,
        "against": row.against.account.name if row.against else "",
        "unit_name": row.against.unit.name if row.against else "",
        "channel": row.channel,
        "channel_label": Complaint.Channel(row.channel).label,
        "severity": row.severity,
        "severity_label": Complaint.Severity(row.severity).label,
        "what": row.what,
        "why": row.why,
        "received_on": row.received_on,
        "state": row.state,
        "state_label": Complaint.State(row.state).label,
        "measures": row.measures,
        "result": row.result,
        "by": row.by.account.name,
        "at": row.at,
        "closed_by": row.closed_by.account.name if row.closed_by else "",
        "closed_at": row.closed_at,
        "next_due_on": next_due_on,
        "is_late": bool(next_due_on and next_due_on < clock.today()),
        "steps_count": getattr(row, "steps_count", 0),
        "done_count": getattr(row, "done_count", 0),
    }


def complaint(actor: Actor, complaint_id: int) -> dict[str, Any]:
    """One complaint with its steps, the one due first on top."""
    complaint_of(actor, QualityDeed.COMPLAINTS_SEE, complaint_id)
    row = (
        Complaint.objects.select_related(*_BESIDE)
        .annotate(
            next_due_on=Min("steps__due_on", filter=Q(steps__done_at__isnull=True)),
            steps_count=Count("steps"),
            done_count=Count("steps", filter=Q(steps__done_at__isnull=False)),
        )
        .get(pk=complaint_id)
    )
    steps = row.steps.select_related("done_by__account")
    return {**complaint_row(row), "steps": [step_row(step) for step in steps]}


def step_row(step: ComplaintStep) -> dict[str, Any]:
    """A step with whether it is, or was, late."""
    day = clock.local(step.done_at).date() if step.done_at else clock.today()
    return {
        "id": step.pk,
        "what": step.what,
        "due_on": step.due_on,
        "done_at": step.done_at,
        "done_by": step.done_by.account.name if step.done_by else "",
        "note": step.note,
        "late": step.due_on < day,
    }


def complaint_of(actor: Actor, deed: Deed, complaint_id: int, *, lock: bool = False) -> Complaint:
    """One complaint on a case within reach; out of reach looks the same as missing."""
    actor.require(deed)
    rows = Complaint.objects.select_related("case").filter(reach_of(actor, "case__"), pk=complaint_id)
    found = (rows.select_for_update(of=("self",)) if lock else rows).first()
    if found is None:
        raise NotFound("投诉")
    return found


def members_in_reach(actor: Actor) -> QuerySet[Membership]:
    """Whom a complaint may be about: people of the units the actor reaches, also those who have left."""
    members = Membership.objects.all()
    return members if actor.unit_ids is None else members.filter(unit_id__in=sorted(actor.unit_ids))
