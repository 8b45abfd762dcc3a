"""The reasons for which a term is paused, and whether its clock stands still: shipped, kept by administrators."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from anjie.access import trail
from anjie.access.actors import Actor
from anjie.foundation.refusals import Invalid, NotFound
from anjie.services.terms.deeds import CalendarDeed
from anjie.services.terms.models import PauseReason

SHIPPED = {
    "recovery": (
        ("objection", "债务人异议，委托方核实中", True),
        ("client", "委托方通知暂停", True),
        ("material", "等待委托方资料", True),
        ("force_majeure", "不可抗力", True),
        ("instalments", "协商还款方案中", False),
        ("unreachable", "失联待查", False),
    ),
    "mediation": (
        ("appraisal", "鉴定、评估、审计期间", True),
        ("force_majeure", "不可抗力", True),
        ("related_case", "等待关联案件的处理结果", False),
    ),
}
"""By line: code, label, whether the clock stands still until an administrator or a client says otherwise."""


def ship_reasons() -> None:
    """Create the shipped reasons of a line that has none; changed ones stay as they are."""
    known = set(PauseReason.objects.values_list("line", flat=True).distinct())
    PauseReason.objects.bulk_create(
        [
            PauseReason(line=line, code=code, label=label, stops_clock=stops, position=position)
            for line, reasons in SHIPPED.items()
            if line not in known
            for position, (code, label, stops) in enumerate(reasons)
        ],
        ignore_conflicts=True,
    )


def reasons(line: str = "") -> list[PauseReason]:
    """The reasons of a line (of all, when none is named), in their order; those no longer offered come last."""
    ship_reasons()
    found = PauseReason.objects.filter(**({"line": line} if line else {}))
    return list(found.order_by("line", "-is_active", "position", "pk"))


def reason_of(line: str, code: str, *, offered: bool = True) -> PauseReason:
    """The reason with this code; refuses one nobody knows, and one that is not offered any more."""
    ship_reasons()
    found = PauseReason.objects.filter(line=line, code=code).first()
    if found is None or (offered and not found.is_active):
        raise Invalid(
            "term.pause_reason_unknown",
            f"没有名为“{code[:40]}”的暂停事由，或已停用。请刷新后重新选择。",
            reason=code[:40],
        )
    return found


@transaction.atomic
def add_reason(actor: Actor, line: str, label: str, stops_clock: bool) -> PauseReason:
    """Offer a new reason, after those there are."""
    actor.require(CalendarDeed.CALENDAR_MANAGE)
    if line not in SHIPPED:
        raise Invalid("term.pause_line", "该业务没有可暂停的期限。请选择催收或调解。", line=line[:20])
    ship_reasons()
    _free(line, label)
    number = PauseReason.objects.filter(line=line).count()
    made = PauseReason.objects.create(
        line=line, code=f"own_{number}", label=label, stops_clock=stops_clock, position=number
    )
    trail.record(actor, "term.pause_reason_added", reason=made.code, label=label, stops_clock=stops_clock)
    return made


@transaction.atomic
def change_reason(actor: Actor, reason_id: int, changes: dict[str, Any]) -> PauseReason:
    """Rename a reason, say whether the clock stands still, or offer it no more; pauses begun keep what held then."""
    actor.require(CalendarDeed.CALENDAR_MANAGE)
    found = PauseReason.objects.select_for_update().filter(pk=reason_id).first()
    if found is None:
        raise NotFound("暂停事由")
    wanted = {name: value for name, value in changes.items() if value is not None}
    if "label" in wanted:
        _free(found.line, wanted["label"], but=found.pk)
    changed = {
        name: [str(getattr(found, name)), str(value)]
        for name, value in wanted.items()
        if getattr(found, name) != value
    }
    for name, value in wanted.items():
        setattr(found, name, value)
    found.save()
    trail.record(actor, "term.pause_reason_changed", reason=found.code, label=found.label, changed=changed)
    return found


def _free(line: str, label: str, but: int = 0) -> None:
    if PauseReason.objects.filter(line=line, label=label).exclude(pk=but).exists():
        raise Invalid(
            "term.pause_reason_taken",
            f"已有名为“{label}”的暂停事由。请换一个名称，或启用已有的那一条。",
            taken=label,
        )
