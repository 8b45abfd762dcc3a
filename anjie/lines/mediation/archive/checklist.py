"""What a file must hold by its outcome, and what of it is there: data first, then how each is seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from anjie.desk.public import Case, Party, parties_of
from anjie.foundation import clock
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.closing.models import Closing
from anjie.lines.mediation.closing.queries import standing as closing_of
from anjie.lines.mediation.consent.queries import standing
from anjie.lines.mediation.consent.rules import not_both_willing
from anjie.lines.mediation.mediators.models import Appointment
from anjie.lines.mediation.sides import SIDES, is_identified
from anjie.services.approvals.models import Approval
from anjie.services.bookings.models import Booking
from anjie.services.bookings.queries import booked_for
from anjie.services.files.models import CaseFile
from anjie.services.papers.models import Paper
from anjie.services.papers.queries import papers_of

AGREED, CONFIRMED, FAILED = "agreed", "confirmed", "failed"
ALL = (AGREED, CONFIRMED, FAILED)
WITH_AGREEMENT = (AGREED, CONFIRMED)


@dataclass(frozen=True)
class Held:
    """What a case holds, read once for the whole checklist."""

    case: Case
    dispute: Dispute
    closing: Closing | None
    papers: list[Paper]
    bookings: list[Booking]
    parties: list[Party]
    mediators: list[Appointment]
    files: list[CaseFile]
    all_willing: bool
    waiting: list[str] = field(default_factory=list)

    def paper(self, kind: str, *states: str) -> Paper | None:
        """The newest paper of a kind in one of these states."""
        return next((one for one in self.papers if one.kind == kind and one.state in states), None)


@dataclass(frozen=True)
class Item:
    """One thing a file holds; ``seen`` says in words what is there, or nothing. What is not ``must`` is advised."""

    code: str
    label: str
    outcomes: tuple[str, ...]
    seen: Callable[[Held], str]
    must: bool = True
    hint: str = ""


def _on(moment: Any) -> str:
    return f"{clock.local(moment):%Y-%m-%d}"


def _signed(kind: str) -> Callable[[Held], str]:
    def seen(held: Held) -> str:
        paper = held.paper(kind, Paper.State.SIGNED)
        return f"{_on(paper.signed_at)} {paper.signed_how}" if paper else ""

    return seen


def _final(kind: str) -> Callable[[Held], str]:
    def seen(held: Held) -> str:
        paper = held.paper(kind, Paper.State.FINAL, Paper.State.SIGNED)
        return f"{_on(paper.final_at)} 定稿" if paper and paper.final_at else ""

    return seen


def _mediator(held: Held) -> str:
    return "、".join(
        f"{one.mediator.membership.account.name} {_on(one.declared_at)} 声明无利害关系"
        for one in held.mediators
        if one.declared_at
    )


def _identity(held: Held) -> str:
    sides = [one for one in held.parties if one.part in SIDES]
    known = [one.person.name for one in sides if is_identified(one)]
    return f"已登记证件号码：{'、'.join(known)}" if len(known) == len(sides) else ""


def _court(held: Held) -> str:
    closing = held.closing
    if closing is None:
        return ""
    if closing.filed_on:
        return f"{closing.filed_on} 向{closing.court}申请"
    if closing.court_until and closing.court_until < clock.today():
        return f"期限已于 {closing.court_until} 届满，双方未申请"
    return ""


def _nothing_waits(held: Held) -> str:
    return "" if held.waiting else "没有未办结的事项"


ITEMS = (
    Item("application", "调解申请", ALL, lambda held: _on(held.dispute.submitted_at) + " 提交" if held.dispute.submitted_at else ""),
    Item("consent", "双方调解意愿", ALL, lambda held: "双方愿意" if held.all_willing else ""),
    Item("acceptance", "立案登记", ALL, lambda held: _on(held.dispute.accepted_at) + " 立案" if held.dispute.accepted_at else ""),
    Item("mediator", "调解员接受及无利害关系声明", ALL, _mediator, hint="请调解员在“调解员”页签接受案件。"),
    Item("rights", "权利义务告知书", ALL, _signed("rights"), must=False, hint="在“结案与文书”中制作并签署。"),
    Item("identity", "当事人身份证明", ALL, _identity, must=False, hint="补充证件号码或上传证件照片。"),
    Item("sessions", "调解安排", ALL, lambda held: f"{len(held.bookings)} 次" if held.bookings else ""),
    Item("record", "调解记录（已签署）", ALL, _signed("record"), hint="在“结案与文书”中签署或登记签署件。"),
    Item("agreement", "调解协议书（已签署）", WITH_AGREEMENT, _signed("agreement"), hint="在“结案与文书”中签署或登记签署件。"),
    Item("confirmation", "司法确认申请书（已签署）", (CONFIRMED,), _signed("confirmation"), hint="在“结案与文书”中签署或登记签署件。"),
    Item("court", "司法确认申请情况", (CONFIRMED,), _court, hint="归档前请登记向法院申请的日期。"),
    Item("ending", "终止调解告知书（已定稿）", (FAILED,), _final("ending"), hint="在“结案与文书”中定稿。"),
    Item("evidence", "证据及其他材料", ALL, lambda held: f"{len(held.files)} 件" if held.files else "", must=False),
    Item("nothing_waits", "没有未办结的审批和签署", ALL, _nothing_waits, hint="请先处理未办结的审批或签署。"),
)  # fmt: skip


def holdings(case: Case) -> Held:
    """Everything the checklist looks at."""
    papers = papers_of(case.pk)
    asked = Approval.objects.filter(case=case, state=Approval.State.ASKED).count()
    waiting = [one.name for one in papers if one.state == Paper.State.TO_SIGN]
    return Held(
        case=case,
        dispute=Dispute.objects.get(case=case),
        closing=closing_of(case.pk),
        papers=papers,
        bookings=booked_for(case.pk),
        parties=parties_of(case.pk),
        mediators=list(
            Appointment.objects.filter(case=case, state=Appointment.State.ACCEPTED).select_related(
                "mediator__membership__account"
            )
        ),
        files=list(CaseFile.objects.filter(case=case, deleted_at__isnull=True)),
        all_willing=not_both_willing(case.no, standing(case.pk)) is None,
        waiting=waiting + ["审批"] * bool(asked),
    )


def checklist(case: Case) -> list[dict[str, Any]]:
    """The items of the case's outcome with what is there of each; empty while no outcome stands."""
    held = holdings(case)
    if held.closing is None:
        return []
    return [
        {
            "code": one.code,
            "label": one.label,
            "must": one.must,
            "held": (seen := one.seen(held)),
            "hint": "" if seen else one.hint,
        }
        for one in ITEMS
        if held.closing.outcome in one.outcomes
    ]


def missing_of(case: Case) -> list[str]:
    """The labels of what must be there and is not."""
    return [row["label"] for row in checklist(case) if row["must"] and not row["held"]]


def labels() -> Mapping[str, str]:
    """Every item's label by its code."""
    return {one.code: one.label for one in ITEMS}
