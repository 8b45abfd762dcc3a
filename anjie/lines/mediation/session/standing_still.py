"""The mediation's clock stands still: for an appraisal above all, whose days the law does not count (N-14)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from anjie.access.actors import Actor
from anjie.desk.public import Case, on, record
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid, Refusal
from anjie.lines.mediation import telling as staff
from anjie.lines.mediation.deeds import SessionDeed
from anjie.lines.mediation.session import telling
from anjie.lines.mediation.session.wall import WORKING, as_mediator, require_state
from anjie.services.terms import pausing
from anjie.services.terms.models import TermPause
from anjie.services.terms.pause_reasons import reason_of, reasons
from anjie.services.terms.rules import next_worked
from anjie.services.terms.working import working_calendar

LINE = "mediation"


@transaction.atomic
def stop(actor: Actor, case_id: int, code: str, note: str) -> None:
    """From today on the term of the case is paused for this reason; who decides on extensions is told."""
    case = as_mediator(actor, case_id, lock=True)
    require_state(case, WORKING, "暂停计时")
    reason = reason_of(LINE, code)
    if not note.strip():
        raise Invalid("session.stop_note", "请写明暂停的情况，例如委托哪家机构鉴定、何时委托。")
    if case.term_on is None or case.term_on < clock.today():
        raise Refusal(
            "session.term_over",
            f"案件 {case.no} 的调解期限{'未定' if case.term_on is None else '已过'}，不能暂停计时。请申请延期。",
        )
    if _open(case):
        raise Refusal("session.stopped_already", f"案件 {case.no} 已在暂停计时。请先恢复计时。")
    pausing.begin(
        actor,
        [(case.pk, case.organisation_id, case.term_on)],
        reason,
        note.strip(),
        lambda _: reason.stops_clock,
    )
    clock_says = "期限停算" if reason.stops_clock else "期限照算"
    staff.tell_staff(
        actor,
        case,
        SessionDeed.EXTEND_DECIDE,
        "session.clock_stopped",
        "调解暂停计时",
        f"{case.no} {case.title}：{reason.label}，{clock_says}。",
    )


@transaction.atomic
def go_on(actor: Actor, case_id: int) -> Case:
    """The clock runs again from today on; both sides are told of a term that has come to end later."""
    case = as_mediator(actor, case_id, lock=True)
    if not _open(case):
        raise Refusal("session.not_stopped", f"案件 {case.no} 没有在暂停计时。请刷新后重试。")
    if not any(one.days for one in _end(actor, [case.pk])):
        # A term that moved is told with its days; one that did not is told at least to run again.
        record(actor, case.pk, "mediation.clock_went_on")
    case.refresh_from_db()
    return case


def of_case(case_id: int) -> dict[str, Any]:
    """Every pause of a case's term, and the reasons that may be given for another."""
    rows = pausing.pauses_of([case_id])
    offered = [one for one in reasons(LINE) if one.is_active]
    return {"stops": rows, "stopped": any(row["to_on"] is None for row in rows), "stop_reasons": offered}


def register() -> None:
    """A term that ends on a day off ends on the next working day; one that is asked to be closed stands still no more."""
    pausing.lands(LINE, lambda day: next_worked(day, working_calendar().is_working))
    on("closing.request", _closing)


def _closing(actor: Actor, case_ids: list[int], facts: Mapping[str, Any]) -> None:
    _end(actor, case_ids)


def _open(case: Case) -> bool:
    return TermPause.objects.filter(case=case, to_on=None).exists()


def _end(actor: Actor, case_ids: list[int]) -> list[TermPause]:
    ending = list(TermPause.objects.filter(case_id__in=case_ids, to_on=None).values_list("pk", flat=True))
    pausing.end(actor, case_ids)
    ended = list(TermPause.objects.filter(pk__in=ending).select_related("case"))
    for one in ended:
        if one.days and one.term_after:
            telling.moved_on(actor, one.case, one.term_after, one.pk)
    return ended
