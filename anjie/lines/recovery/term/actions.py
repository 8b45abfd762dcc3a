"""Retention asked and decided, and placements given back when their term is over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from anjie.access.actors import Actor
from anjie.desk.public import Case, Target, case_for, cases_for, chosen, move_cases, reach_of, record
from anjie.foundation import clock
from anjie.foundation.refusals import Forbidden, Invalid, NotFound, Refusal
from anjie.lines.recovery.deeds import TermDeed
from anjie.lines.recovery.moves import OPEN, PAUSED
from anjie.lines.recovery.placement.models import ClientContract
from anjie.lines.recovery.term.models import Retention
from anjie.services.notices.actions import notify
from anjie.services.terms.rules import add_months

State = Retention.State
MOST_MONTHS = 36


@transaction.atomic
def ask_retention(actor: Actor, case_id: int, reason: str, months: int | None = None) -> Retention:
    """Ask to keep a placement for another term; the case's clerk is told and decides."""
    case = case_for(actor, TermDeed.RETAIN_ASK, case_id, lock=True)
    if not reason.strip():
        raise Invalid("term.reason_required", "申请留案需要填写理由。请补充后重试。")
    if case.state not in (OPEN, PAUSED):
        raise Refusal(
            "term.not_open",
            f"案件 {case.no} 已不在办理中，不能申请留案。请核对案件状态。",
            no=case.no,
            state=case.state,
        )
    wanted = months or _months_of(case.organisation_id)
    _check_months(wanted)
    try:
        with transaction.atomic():
            asked = Retention.objects.create(
                case=case,
                asked_by_id=actor.membership_id,
                asked_at=clock.now(),
                reason=reason.strip()[:500],
                months=wanted,
                old_term_on=case.term_on,
            )
    except IntegrityError:
        raise Refusal(
            "term.asked_already", f"案件 {case.no} 已有一份留案申请待决定。请等待内勤答复。", no=case.no
        ) from None
    record(actor, case.pk, "term.retention_asked", retention=asked.pk, months=wanted, reason=asked.reason)
    if case.clerk_id:
        notify(
            actor,
            [case.clerk_id],
            "term.retention_asked",
            f"留案申请：案件 {case.no}",
            f"案件 {case.no}（退案日期 {case.term_on or '未定'}）申请留案 {wanted} 个月：{asked.reason}",
            key=f"retention:{asked.pk}:asked",
            case_id=case.pk,
        )
    return asked


@transaction.atomic
def withdraw_retention(actor: Actor, retention_id: int) -> Retention:
    """Take back what one asked while nobody has decided."""
    asked = _locked(actor, TermDeed.RETAIN_ASK, retention_id)
    if asked.asked_by_id != actor.membership_id:
        raise Forbidden(TermDeed.RETAIN_ASK.value, "撤回他人的留案申请")
    _still_asked(asked)
    asked.state = State.WITHDRAWN
    asked.decided_at = clock.now()
    asked.save(update_fields=["state", "decided_at"])
    record(actor, asked.case_id, "term.retention_withdrawn", retention=asked.pk)
    return asked


@transaction.atomic
def decide_retentions(
    actor: Actor,
    retention_ids: Iterable[int],
    granted: bool,
    answer: str = "",
    *,
    months: int | None = None,
    term_on: date | None = None,
) -> dict[str, Any]:
    """Decide what was asked, one or many alike: ``{"decided": ids, "refused": [{id, no, code, message, facts}]}``.

    Granting moves each placement's recall day ``months`` on (what was asked, unless said otherwise), or
    to ``term_on``. The collector reads the answer.
    """
    actor.require(TermDeed.RETAIN_DECIDE)
    if not granted and not answer.strip():
        raise Invalid("term.answer_required", "不同意留案需要填写说明。请补充后重试。")
    if months is not None:
        _check_months(months)
    wanted = sorted(set(retention_ids))
    seen = Retention.objects.filter(reach_of(actor, "case__"), pk__in=wanted)
    _lock(actor, list(seen.values_list("case_id", flat=True)))
    rows = list(seen.select_for_update(of=("self",)).select_related("case").order_by("pk"))
    found = {row.pk for row in rows}
    refused = [{"id": pk, "no": "", **NotFound("留案申请").as_dict()} for pk in wanted if pk not in found]
    refused += [
        {"id": row.pk, "no": row.case.no, **_decided_before(row).as_dict()}
        for row in rows
        if row.state != State.ASKED
    ]
    asked = [row for row in rows if row.state == State.ASKED]
    if not granted:
        for row in asked:
            _decline(actor, row, answer.strip())
        return {"decided": [row.pk for row in asked], "refused": refused}
    by_case = {row.case_id: row.pk for row in asked}
    terms = {row.case_id: term_on or _new_term(row.case, months or row.months) for row in asked}
    moved, stopped = _retain(actor, terms, answer.strip())
    refused += [{**why, "id": by_case[why["id"]]} for why in stopped]
    return {"decided": [by_case[case_id] for case_id in moved], "refused": refused}


@transaction.atomic
def retain_cases(
    actor: Actor, target: Target, reason: str, *, months: int | None = None, term_on: date | None = None
) -> dict[str, Any]:
    """Keep placements without their having been asked for: ``{"retained": case ids, "refused"}``.

    By the client's own months unless said otherwise; a retention that was asked is granted with it.
    """
    actor.require(TermDeed.RETAIN_DECIDE)
    if months is not None:
        _check_months(months)
    cases = list(_lock(actor, chosen(actor, TermDeed.RETAIN_DECIDE, target)))
    months_of = {client: _months_of(client) for client in {case.organisation_id for case in cases}}
    terms = {case.pk: term_on or _new_term(case, months or months_of[case.organisation_id]) for case in cases}
    moved, refused = _retain(actor, terms, reason.strip())
    return {"retained": moved, "refused": refused}


def return_cases(actor: Actor, target: Target, reason: str) -> dict[str, Any]:
    """Give placements back to the client: ``{"returned": case ids, "refused"}``; their holdings end."""
    actor.require(TermDeed.RETURN)
    ids = chosen(actor, TermDeed.RETURN, target)
    result = move_cases(actor, ids, "placement.return", reason=reason)
    return {"returned": result.moved, "refused": result.refused}


def _retain(actor: Actor, terms: Mapping[int, date], reason: str) -> tuple[list[int], list[dict[str, Any]]]:
    """Move each placement to its new term; what the move sets off is written by the listener."""
    moved: list[int] = []
    refused: list[dict[str, Any]] = []
    by_term: dict[date, list[int]] = defaultdict(list)
    for case_id, term_on in terms.items():
        by_term[term_on].append(case_id)
    for term_on, case_ids in sorted(by_term.items()):
        if term_on <= clock.today():
            why = Refusal(
                "term.in_past",
                f"留案后的退案日期 {term_on} 不晚于今天 {clock.today()}。请延长留案月数或改选日期。",
                term_on=str(term_on),
            )
            seen = cases_for(actor, TermDeed.RETAIN_DECIDE)
            nos = dict(seen.filter(pk__in=case_ids).values_list("pk", "no"))
            refused += [{"id": pk, "no": nos[pk], **why.as_dict()} for pk in case_ids]
            continue
        result = move_cases(
            actor, case_ids, "placement.retain", reason=reason, facts={"term_on": term_on.isoformat()}
        )
        moved += result.moved
        refused += result.refused
    return sorted(moved), refused


def _decline(actor: Actor, asked: Retention, answer: str) -> None:
    asked.state = State.DECLINED
    asked.decided_by_id = actor.membership_id
    asked.decided_at = clock.now()
    asked.answer = answer[:500]
    asked.save(update_fields=["state", "decided_by", "decided_at", "answer"])
    record(actor, asked.case_id, "term.retention_declined", retention=asked.pk, reason=asked.answer)
    if asked.asked_by_id:
        notify(
            actor,
            [asked.asked_by_id],
            "term.retention_declined",
            f"留案未同意：案件 {asked.case.no}",
            f"案件 {asked.case.no} 的留案申请未获同意：{asked.answer}",
            key=f"retention:{asked.pk}:declined",
            case_id=asked.case_id,
        )


def _new_term(case: Case, months: int) -> date:
    """So many months after the present recall day, which a retention continues; from today where none is set."""
    return add_months(case.term_on or clock.today(), months)


def _months_of(client_id: int) -> int:
    months = ClientContract.objects.filter(pk=client_id).values_list("retention_months", flat=True).first()
    return months or 1


def _check_months(months: int) -> None:
    if not 1 <= months <= MOST_MONTHS:
        raise Invalid(
            "term.months", f"留案月数 {months} 应在 1 到 {MOST_MONTHS} 之间。请更正后重试。", months=months
        )


def _lock(actor: Actor, case_ids: Sequence[int]) -> Iterable[Case]:
    cases = cases_for(actor, TermDeed.RETAIN_DECIDE).filter(pk__in=list(case_ids))
    return list(cases.order_by("pk").select_for_update(of=("self",)))


def _locked(actor: Actor, deed: TermDeed, retention_id: int) -> Retention:
    actor.require(deed)
    rows = Retention.objects.filter(reach_of(actor, "case__"), pk=retention_id)
    asked = rows.select_for_update(of=("self",)).select_related("case").first()
    if asked is None:
        raise NotFound("留案申请")
    return asked


def _still_asked(asked: Retention) -> None:
    if asked.state != State.ASKED:
        raise _decided_before(asked)


def _decided_before(asked: Retention) -> Refusal:
    label = State(asked.state).label
    return Refusal(
        "term.decided", f"该留案申请已为“{label}”，不能再次处理。请刷新后查看。", state=asked.state
    )
