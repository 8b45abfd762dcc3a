"""Reads of repayments, claims and reconciliations, within reach."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum

from anjie.access.actors import Actor
from anjie.access.models import Organisation
from anjie.desk.public import line_of, reach_of
from anjie.foundation import money
from anjie.foundation.refusals import Invalid
from anjie.lines.recovery.deeds import PaymentDeed, PlacementDeed
from anjie.lines.recovery.payment.models import (
    ClaimedPayment,
    Reconciliation,
    ReconciliationLine,
    Repayment,
)
from anjie.lines.recovery.payment.reconciliations import own

_PAYMENT = {
    "case_no": F("case__no"), "debtor": F("case__title"), "client_name": F("client__name"),
    "batch_no": F("case__batch__no"), "region": F("case__region"), "holder_name": F("holder__account__name"),
    "unit_name": F("holder__unit__name"), "entered_by_name": F("entered_by__account__name"),
    "reversed_by_name": F("reversed_by__account__name"), "case_state": F("case__state"),
    "case_balance": F("case__balance"),
}  # fmt: skip
_PAYMENT_FIELDS = (
    "id", "case_id", "client_id", "batch_id", "holder_id", "amount", "paid_on", "reference", "commission_rate",
    "source", "import_id", "note", "entered_at", "reversed_at", "reversal_reason",
)  # fmt: skip
PAYMENT_SORTS = {
    "paid_on": "paid_on", "amount": "amount", "entered_at": "entered_at", "case_no": "case_id",
    "client": "client__name", "holder": "holder_id", "region": "case__region", "batch": "batch_id",
}  # fmt: skip
CLAIM_SORTS = {
    "asked_at": "asked_at",
    "paid_on": "paid_on",
    "amount": "amount",
    "state": "state",
    "case_no": "case_id",
}
_BLANK = {
    "holder": Q(holder__isnull=True), "unit": Q(holder_unit_id__isnull=True), "batch": Q(batch_id__isnull=True),
    "rate": Q(commission_rate__isnull=True), "region": Q(case__region=""),
}  # fmt: skip


def payments(actor: Actor, asked: Any) -> QuerySet[Repayment]:
    """The repayments a query asks for, within reach; ``asked`` has the fields of ``PaymentQuery``."""
    actor.require(PaymentDeed.SEE)
    rows = Repayment.objects.filter(reach_of(actor, "case__"))
    narrow = Q()
    for field, name in (
        ("client_id", "client"), ("batch_id", "batch"), ("holder_id", "holder"), ("case_id", "case"),
        ("import_id", "import_id"), ("source", "source"), ("holder_unit_id", "unit_is"),
    ):  # fmt: skip
        values = getattr(asked, name)
        if values:
            narrow &= Q(**{f"{field}__in": values if isinstance(values, list) else [values]})
    if asked.unit:
        paths = Organisation.objects.filter(pk__in=asked.unit).values_list("path", flat=True)
        below = Q(pk__in=[])
        for path in paths:
            below |= Q(path__startswith=path)
        narrow &= Q(holder_unit_id__in=list(Organisation.objects.filter(below).values_list("pk", flat=True)))
    if asked.region:
        regions = Q()
        for region in asked.region:
            regions |= Q(case__region__startswith=region)
        narrow &= regions
    if asked.region_is:
        narrow &= Q(case__region__in=asked.region_is)
    for field, value in (
        ("paid_on__gte", asked.paid_from), ("paid_on__lte", asked.paid_to), ("amount__gte", asked.amount_from),
        ("amount__lte", asked.amount_to), ("case__placement__placed_on__gte", asked.placed_from),
        ("case__placement__placed_on__lte", asked.placed_to),
    ):  # fmt: skip
        if value is not None:
            narrow &= Q(**{field: value})
    for name in asked.blank or ():
        if name == "rate":
            actor.require(PlacementDeed.SEE_COMMISSION)
        narrow &= _BLANK[name]
    if asked.rate is not None:
        # Asking by what one may not see would tell it.
        actor.require(PlacementDeed.SEE_COMMISSION)
        narrow &= Q(commission_rate=asked.rate)
    if asked.reversed is not None:
        narrow &= Q(reversed_at__isnull=not asked.reversed)
    if asked.q:
        narrow &= Q(case__no=asked.q) | Q(reference=asked.q) | Q(case__title=asked.q)
    return rows.filter(narrow)


def list_payments(actor: Actor, asked: Any) -> dict[str, Any]:
    """One page of repayments with count and sums of all that is filtered; reversed ones are summed apart."""
    found = payments(actor, asked)
    counted = Q(reversed_at__isnull=True)
    sums = found.aggregate(
        count=Count("pk"),
        counted_sum=Sum("amount", filter=counted),
        counted=Count("pk", filter=counted),
        reversed_sum=Sum("amount", filter=~counted),
        cases=Count("case_id", distinct=True),
    )
    page = _page(found, asked, PAYMENT_SORTS, "-paid_on")
    return {
        "rows": [_payment(actor, row) for row in page.values(*_PAYMENT_FIELDS, **_PAYMENT)],
        "count": sums["count"],
        "totals": {
            "amount": sums["counted_sum"] or money.ZERO,
            "counted": sums["counted"],
            "reversed_amount": sums["reversed_sum"] or money.ZERO,
            "cases": sums["cases"],
        },
    }


def claims(actor: Actor, asked: Any) -> QuerySet[ClaimedPayment]:
    """The claims a query asks for, within reach; ``asked`` has the fields of ``ClaimQuery``."""
    actor.require(PaymentDeed.SEE)
    rows = ClaimedPayment.objects.filter(reach_of(actor, "case__"))
    narrow = Q()
    for field, values in (
        ("state", asked.state), ("case__organisation_id", asked.client), ("case__batch_id", asked.batch),
        ("asked_by_id", asked.asked_by), ("case_id", asked.case),
    ):  # fmt: skip
        if values:
            narrow &= Q(**{f"{field}__in": values})
    for field, value in (("paid_on__gte", asked.paid_from), ("paid_on__lte", asked.paid_to)):
        if value is not None:
            narrow &= Q(**{field: value})
    return rows.filter(narrow)


def list_claims(actor: Actor, asked: Any) -> dict[str, Any]:
    """One page of claims with count, sum and how many still wait."""
    found = claims(actor, asked)
    waiting = Q(state=ClaimedPayment.State.WAITING)
    sums = found.aggregate(
        count=Count("pk"),
        claimed_sum=Sum("amount"),
        waiting=Count("pk", filter=waiting),
        waiting_sum=Sum("amount", filter=waiting),
    )
    page = _page(found, asked, CLAIM_SORTS, "-asked_at").select_related(
        "case__organisation", "asked_by__account", "answered_by__account"
    )
    return {
        "rows": [claim_row(row) for row in page],
        "count": sums["count"],
        "totals": {
            "amount": sums["claimed_sum"] or money.ZERO,
            "waiting": sums["waiting"],
            "waiting_amount": sums["waiting_sum"] or money.ZERO,
        },
    }


def claim_row(row: ClaimedPayment) -> dict[str, Any]:
    """A claim as a list shows it."""
    state = ClaimedPayment.State(row.state)
    return {
        "id": row.pk,
        "case_id": row.case_id,
        "case_no": row.case.no,
        "debtor": row.case.title,
        "client_name": row.case.organisation.name,
        "amount": row.amount,
        "paid_on": row.paid_on,
        "payer": row.payer,
        "way": row.way,
        "note": row.note,
        "state": state.value,
        "state_label": state.label,
        "asked_by_id": row.asked_by_id,
        "asked_by": row.asked_by.account.name if row.asked_by else "",
        "asked_at": row.asked_at,
        "answer": row.answer,
        "answered_by": row.answered_by.account.name if row.answered_by else "",
        "answered_at": row.answered_at,
        "repayment_id": row.repayment_id,
    }


def list_reconciliations(actor: Actor, asked: Any) -> dict[str, Any]:
    """One page of reconciliations, newest first."""
    actor.require(PaymentDeed.RECONCILE)
    rows = Reconciliation.objects.all()
    if actor.client_ids is not None:
        rows = rows.filter(client_id__in=actor.client_ids)
    if asked.client:
        rows = rows.filter(client_id__in=asked.client)
    page = rows.select_related("client", "by__account").order_by("-pk")[_span(asked)]
    return {"rows": [_reconciliation(row) for row in page], "count": rows.count(), "totals": {}}


def reconciliation(actor: Actor, reconciliation_id: int) -> dict[str, Any]:
    """One reconciliation with what each cause explains; what no cause explains is nothing."""
    found = own(actor, reconciliation_id)
    sums = {
        row["cause"]: row
        for row in found.lines.order_by()
        .values("cause")
        .annotate(
            count=Count("pk"), theirs=Sum("theirs_amount"), ours=Sum("ours_amount"), differ=Sum("difference")
        )
    }
    causes = [
        {
            "cause": cause.value,
            "label": cause.label,
            "count": sums[cause]["count"],
            "theirs_amount": sums[cause]["theirs"],
            "ours_amount": sums[cause]["ours"],
            "difference": sums[cause]["differ"],
        }
        for cause in ReconciliationLine.Cause
        if cause in sums
    ]
    explained = sum((row["difference"] for row in causes), money.ZERO)
    total = found.theirs_amount - found.ours_amount
    return {
        **_reconciliation(found),
        "causes": causes,
        "explained": explained,
        "unexplained": total - explained,
    }


def reconciliation_lines(actor: Actor, reconciliation_id: int, asked: Any) -> dict[str, Any]:
    """One page of its lines, those of chosen causes only if any are named."""
    found = lines_of(actor, reconciliation_id, asked.cause, asked.differences_only)
    sums = found.aggregate(
        count=Count("pk"), theirs=Sum("theirs_amount"), ours=Sum("ours_amount"), differ=Sum("difference")
    )
    page = found.select_related("case").order_by("pk")[_span(asked)]
    return {
        "rows": [_line(row) for row in page],
        "count": sums["count"],
        "totals": {
            "theirs_amount": sums["theirs"] or money.ZERO,
            "ours_amount": sums["ours"] or money.ZERO,
            "difference": sums["differ"] or money.ZERO,
        },
    }


def lines_of(
    actor: Actor, reconciliation_id: int, causes: Sequence[str] | None, differences_only: bool
) -> QuerySet[ReconciliationLine]:
    """The lines of one reconciliation of a client within reach, those of chosen causes only if any are named."""
    found = ReconciliationLine.objects.filter(reconciliation=own(actor, reconciliation_id))
    if causes:
        found = found.filter(cause__in=causes)
    if differences_only:
        found = found.exclude(cause=ReconciliationLine.Cause.MATCHED)
    return found


def _line(row: ReconciliationLine) -> dict[str, Any]:
    return {
        "id": row.pk,
        "cause": row.cause,
        "cause_label": ReconciliationLine.Cause(row.cause).label,
        "case_id": row.case_id,
        "case_no": row.case.no if row.case else "",
        "debtor": row.case.title if row.case else "",
        "repayment_id": row.repayment_id,
        "row": row.row,
        "key": row.key,
        "theirs_on": row.theirs_on,
        "ours_on": row.ours_on,
        "theirs_amount": row.theirs_amount,
        "ours_amount": row.ours_amount,
        "difference": row.difference,
    }


def _reconciliation(row: Reconciliation) -> dict[str, Any]:
    return {
        "id": row.pk,
        "client_id": row.client_id,
        "client_name": row.client.name,
        "from_on": row.from_on,
        "to_on": row.to_on,
        "file_name": row.file_name,
        "theirs_count": row.theirs_count,
        "theirs_amount": row.theirs_amount,
        "ours_count": row.ours_count,
        "ours_amount": row.ours_amount,
        "difference": row.theirs_amount - row.ours_amount,
        "by": row.by.account.name,
        "at": row.at,
        "closed_at": row.closed_at,
    }


def _payment(actor: Actor, row: dict[str, Any]) -> dict[str, Any]:
    """A repayment as a list shows it; the rate only to who may see commission."""
    if not actor.may(PlacementDeed.SEE_COMMISSION):
        row["commission_rate"] = None
    row["source_label"] = Repayment.Source(row["source"]).label
    row["case_state_label"] = line_of("recovery").label_of(row["case_state"])
    return {
        key: ("" if value is None and key.endswith(("_name", "_no")) else value) for key, value in row.items()
    }


def _page(rows: Any, asked: Any, sorts: dict[str, str], default: str) -> Any:
    wanted = asked.sort or default
    name = wanted.removeprefix("-")
    if name not in sorts:
        raise Invalid("list.unknown_sort", f"不能按“{name[:40]}”排序。请刷新页面后重试。", sort=name[:40])
    way = "-" if wanted.startswith("-") else ""
    return rows.order_by(f"{way}{sorts[name]}", f"{way}pk")[_span(asked)]


def _span(asked: Any) -> slice:
    begin = (asked.page - 1) * asked.size
    return slice(begin, begin + asked.size)
