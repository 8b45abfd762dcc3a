"""Keeps reconciliations: reads a client's list, holds it against ours, and closes what was dealt with."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from anjie.access import trail
from anjie.access.actors import Actor
from anjie.access.models import Organisation
from anjie.desk.public import copy_rows, reach_of
from anjie.foundation import clock, money
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.lines.recovery.deeds import PaymentDeed
from anjie.lines.recovery.payment import matching
from anjie.lines.recovery.payment.columns import REPAYMENT
from anjie.lines.recovery.payment.models import Reconciliation, ReconciliationLine, Repayment
from anjie.lines.recovery.payment.reconciling import SHIFT_DAYS, Line, Ours, Period, Theirs, reconcile
from anjie.lines.recovery.payment.rules import Keys, RepaymentIn, choose_placement
from anjie.services.sheets.declaring.chunk import Chunk
from anjie.services.sheets.examining.apart import examine_apart
from anjie.services.sheets.examining.examination import Order

MOST_DAYS = 366
MOST_BYTES = 50 * 1024 * 1024
# What is odd in their list (a reference twice, no key at all) is a cause here, no fault: only unreadable cells are.
_LIST = replace(REPAYMENT, checks=(), match_keys=())


def reconcile_upload(
    actor: Actor, client_id: int, from_on: date, to_on: date, upload: UploadedFile
) -> Reconciliation:
    """As :func:`reconcile_file`, for a workbook that was just uploaded; the copy is gone afterwards."""
    actor.require(PaymentDeed.RECONCILE)
    _check_period(from_on, to_on)
    _check_client(actor, client_id)
    name = Path(upload.name or "").name
    if (upload.size or 0) > MOST_BYTES:
        raise Invalid(
            "payment.list_too_large",
            f"清单文件超过 {MOST_BYTES // 1024 // 1024} MB。请拆分后重新上传。",
            size=upload.size,
        )
    with tempfile.NamedTemporaryFile(suffix=Path(name).suffix[:10]) as copy:
        for part in upload.chunks():
            copy.write(part)
        copy.flush()
        return reconcile_file(actor, client_id, from_on, to_on, Path(copy.name), name)


def reconcile_file(
    actor: Actor, client_id: int, from_on: date, to_on: date, path: Path, name: str
) -> Reconciliation:
    """Hold a client's workbook against ours; refused whole when a row cannot be read, for then nothing adds up."""
    actor.require(PaymentDeed.RECONCILE)
    rows: list[RepaymentIn] = []

    def keep(chunk: Chunk) -> None:
        columns = {field: chunk.column(field) or [None] * len(chunk.rows) for field in _FIELDS}
        for at in chunk.good():
            rows.append(_row(chunk.rows[at], {field: values[at] for field, values in columns.items()}))

    found = examine_apart(Order(str(path), _LIST, name), keep)
    if found.fault_count:
        faults = [fault.as_dict() for fault in found.faults[:50]]
        raise Refusal(
            "payment.list_has_faults",
            f"清单中有 {found.fault_count} 处无法识别，第 {faults[0]['row']} 行：{faults[0]['message']}"
            "请更正后重新上传。",
            count=found.fault_count,
            faults=faults,
        )
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    return reconcile_rows(actor, client_id, from_on, to_on, rows, file_name=name, file_sha256=sha256)


@transaction.atomic
def reconcile_rows(
    actor: Actor,
    client_id: int,
    from_on: date,
    to_on: date,
    rows: Sequence[RepaymentIn],
    *,
    file_name: str = "",
    file_sha256: str = "",
) -> Reconciliation:
    """Hold rows of a client's list for a period against ours; one line with its cause for each on either side."""
    actor.require(PaymentDeed.RECONCILE)
    _check_period(from_on, to_on)
    _check_client(actor, client_id)
    if len({row.row for row in rows}) != len(rows):
        raise Invalid("payment.row_twice", "清单中有重复的行号。请为每一行给出不同的行号后重试。")
    if actor.membership_id is None:
        raise Invalid("payment.nobody_asks", "对账需由在职人员发起。请登录后重试。")
    period = Period(from_on, to_on)
    ours = _ours(actor, client_id, period, rows)
    theirs = _theirs(actor, client_id, rows, ours)
    lines = reconcile(theirs, ours, period)
    made = Reconciliation.objects.create(
        client_id=client_id,
        from_on=from_on,
        to_on=to_on,
        file_name=file_name[:200],
        file_sha256=file_sha256,
        theirs_count=len(theirs),
        theirs_amount=sum((row.amount for row in theirs), money.ZERO),
        ours_count=sum(period.counts(row) for row in ours),
        ours_amount=sum((row.amount for row in ours if period.counts(row)), money.ZERO),
        by_id=actor.membership_id,
        at=clock.now(),
    )
    _keep(made.pk, lines)
    trail.record(
        actor,
        "payment.reconciled",
        reconciliation=made.pk,
        client=client_id,
        rows=len(rows),
        period=[from_on, to_on],
    )
    return made


@transaction.atomic
def close(actor: Actor, reconciliation_id: int) -> Reconciliation:
    """Say that every difference was dealt with; it stays as it is from then on."""
    found = own(actor, reconciliation_id, lock=True)
    if found.closed_at is not None:
        raise Refusal(
            "payment.reconciliation_closed",
            f"该对账已于 {clock.local(found.closed_at):%Y-%m-%d %H:%M} 关闭。请刷新后查看。",
        )
    found.closed_at = clock.now()
    found.save(update_fields=["closed_at"])
    trail.record(actor, "payment.reconciliation_closed", reconciliation=found.pk)
    return found


def own(actor: Actor, reconciliation_id: int, *, lock: bool = False) -> Reconciliation:
    """One reconciliation of a client within reach."""
    actor.require(PaymentDeed.RECONCILE)
    rows = Reconciliation.objects.filter(pk=reconciliation_id)
    if actor.client_ids is not None:
        rows = rows.filter(client_id__in=actor.client_ids)
    found = (
        (rows.select_for_update(of=("self",)) if lock else rows)
        .select_related("client", "by__account")
        .first()
    )
    if found is None:
        raise NotFound("对账")
    return found


_FIELDS = (
    "serial_no",
    "contract_no",
    "card_no",
    "id_no",
    "placed_on",
    "amount",
    "paid_on",
    "reference",
    "note",
)


def _row(number: int, values: dict[str, Any]) -> RepaymentIn:
    placed_on = values["placed_on"]
    return RepaymentIn(
        row=number,
        amount=money.from_cents(values["amount"]),
        paid_on=date.fromisoformat(values["paid_on"]),
        serial_no=values["serial_no"] or "",
        contract_no=values["contract_no"] or "",
        card_no=values["card_no"] or "",
        id_no=values["id_no"] or "",
        placed_on=date.fromisoformat(placed_on) if placed_on else None,
        reference=values["reference"] or "",
        note=values["note"] or "",
    )


def _ours(actor: Actor, client_id: int, period: Period, rows: Sequence[RepaymentIn]) -> list[Ours]:
    """Ours in the period and so far beyond it as a row of theirs may be shifted."""
    days = [row.paid_on for row in rows]
    shift = timedelta(days=SHIFT_DAYS)
    begins, ends = min([period.from_on, *days]) - shift, max([period.to_on, *days]) + shift
    found = Repayment.objects.filter(
        reach_of(actor, "case__"), client_id=client_id, paid_on__gte=begins, paid_on__lte=ends
    ).values_list("pk", "case_id", "paid_on", "amount", "reference", "reversed_at")
    return [Ours(*values[:5], values[5] is not None) for values in found.order_by("pk")]


def _theirs(actor: Actor, client_id: int, rows: Sequence[RepaymentIn], ours: Sequence[Ours]) -> list[Theirs]:
    keys = matching.keys_of(rows)
    found = matching.candidates(actor, PaymentDeed.RECONCILE, client_id, keys, lock=False)
    by_reference = {row.reference: row.case_id for row in ours if row.reference}
    theirs = []
    for row, key, options in zip(rows, keys, found, strict=True):
        chosen = choose_placement(key, row.paid_on, options)
        reference = row.reference.strip()[:80]
        # The client's own reference tells the case even where the other keys do not.
        case_id = by_reference.get(reference) if isinstance(chosen, Refusal) else chosen.candidate.case_id
        theirs.append(Theirs(row.row, case_id, row.paid_on, row.amount, reference, _shown(key, reference)))
    return theirs


def _shown(key: Keys, reference: str) -> str:
    """What a row is called on the page; sealed numbers are only named."""
    plain = key.serial_no or key.contract_no or reference
    return (plain or ("卡号" if key.card else "证件号" if key.id_no else ""))[:80]


def _keep(reconciliation_id: int, lines: Sequence[Line]) -> None:
    columns = (
        "reconciliation_id", "cause", "case_id", "repayment_id", "row", "key", "theirs_on", "ours_on",
        "theirs_amount", "ours_amount", "difference",
    )  # fmt: skip
    copy_rows(
        ReconciliationLine._meta.db_table,
        columns,
        (
            (
                reconciliation_id,
                line.cause.value,
                line.ours.case_id if line.ours else line.theirs.case_id if line.theirs else None,
                line.ours.id if line.ours else None,
                line.theirs.row if line.theirs else None,
                line.theirs.key if line.theirs else line.ours.reference if line.ours else "",
                line.theirs.paid_on if line.theirs else None,
                line.ours.paid_on if line.ours else None,
                line.theirs_amount,
                line.ours_amount,
                line.difference,
            )
            for line in lines
        ),
    )


def _check_period(from_on: date, to_on: date) -> None:
    if to_on < from_on or (to_on - from_on).days > MOST_DAYS:
        raise Invalid(
            "payment.period",
            f"对账期间 {from_on} 至 {to_on} 有误：止期不早于起期，且不超过 {MOST_DAYS} 天。请改选期间。",
        )


def _check_client(actor: Actor, client_id: int) -> None:
    seen = actor.client_ids is None or client_id in actor.client_ids
    if not seen or not Organisation.objects.filter(pk=client_id, kind=Organisation.Kind.CLIENT).exists():
        raise NotFound("委托方")
