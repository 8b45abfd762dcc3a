"""Asking what another must decide, deciding it, taking the question back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction

from anjie.access.actors import Actor
from anjie.desk.public import Case, DeskDeed, case_for, cases_for, reach_of, record, who_may
from anjie.foundation import clock
from anjie.foundation.refusals import Forbidden, Invalid, NotFound, Refusal
from anjie.services.approvals.kinds import ApprovalKind, kind_of
from anjie.services.approvals.models import Approval
from anjie.services.notices.actions import notify

State = Approval.State


@transaction.atomic
def ask(
    actor: Actor, kind: str, case_id: int, facts: Mapping[str, Any] | None = None, reason: str = ""
) -> Approval:
    """Ask what another must decide; those who may decide it are told. One open question per kind and case."""
    asked_kind = kind_of(kind)
    case = case_for(actor, asked_kind.asks, case_id, lock=True)
    if not reason.strip():
        raise Invalid("approvals.reason_required", f"{asked_kind.label}需要填写理由。请补充后重试。")
    given = dict(facts or {})
    if asked_kind.check is not None:
        asked_kind.check(actor, case, given)
    try:
        with transaction.atomic():
            asked = Approval.objects.create(
                kind=kind,
                case=case,
                facts=given,
                reason=reason.strip()[:500],
                asked_by_id=actor.membership_id,
                asked_at=clock.now(),
            )
    except IntegrityError:
        raise Refusal(
            "approvals.asked_already",
            f"案件 {case.no} 已有一份“{asked_kind.label}”待决定。请等待答复，或撤回后重新申请。",
            no=case.no,
            kind=kind,
        ) from None
    record(
        actor, case.pk, "approval.asked",
        approval=asked.pk, kind=kind, label=asked_kind.label, text=asked_kind.says(given), reason=asked.reason,
    )  # fmt: skip
    notify(
        actor,
        _deciders(asked_kind, case),
        "approval.asked",
        f"{asked_kind.label}待审批：案件 {case.no}",
        f"案件 {case.no}：{asked_kind.says(given)}。理由：{asked.reason}",
        key=f"approval:{asked.pk}:asked",
        case_id=case.pk,
    )
    return asked


@transaction.atomic
def decide(actor: Actor, approval_id: int, yes: bool, note: str = "") -> Approval:
    """Answer a question; what the kind does on this answer happens with it. Nobody decides his own."""
    asked = _locked(actor, approval_id)
    kind = kind_of(asked.kind)
    actor.require(kind.decides)
    _still_asked(asked, kind)
    if _is_own(actor, asked):
        raise Refusal(
            "approvals.own",
            f"“{kind.label}”是您本人提出的，须由他人决定。请等待有权限的同事处理。",
            kind=asked.kind,
        ).with_status(403)
    if not yes and not note.strip():
        raise Invalid("approvals.note_required", "不同意需要填写说明。请补充后重试。")
    asked.state = State.GRANTED if yes else State.DECLINED
    asked.decided_by_id, asked.decided_at = actor.membership_id, clock.now()
    asked.note = note.strip()[:500]
    asked.save(update_fields=["state", "decided_by", "decided_at", "note"])
    verb = "approval.granted" if yes else "approval.declined"
    record(
        actor, asked.case_id, verb,
        approval=asked.pk, kind=asked.kind, label=kind.label, text=kind.says(asked.facts), reason=asked.note,
    )  # fmt: skip
    (kind.on_yes if yes else kind.on_no)(actor, asked)
    if asked.asked_by_id:
        answer = "已同意" if yes else f"未同意：{asked.note}"
        notify(
            actor,
            [asked.asked_by_id],
            verb,
            f"{kind.label}{'已同意' if yes else '未同意'}：案件 {asked.case.no}",
            f"案件 {asked.case.no}：{kind.says(asked.facts)}，{answer}",
            key=f"approval:{asked.pk}:decided",
            case_id=asked.case_id,
        )
    return asked


@transaction.atomic
def withdraw(actor: Actor, approval_id: int) -> Approval:
    """Take back one's own question while nobody has decided."""
    asked = _locked(actor, approval_id)
    kind = kind_of(asked.kind)
    if not _is_own(actor, asked):
        raise Forbidden(kind.asks.value, f"撤回他人的{kind.label}")
    _still_asked(asked, kind)
    asked.state, asked.decided_at = State.WITHDRAWN, clock.now()
    asked.save(update_fields=["state", "decided_at"])
    record(actor, asked.case_id, "approval.withdrawn", approval=asked.pk, kind=asked.kind, label=kind.label)
    return asked


def _is_own(actor: Actor, asked: Approval) -> bool:
    """Asked by this person, in whichever membership."""
    if asked.asked_by_id is None or actor.membership_id is None:
        return False
    return asked.asked_by is not None and asked.asked_by.account_id == actor.account_id


def _locked(actor: Actor, approval_id: int) -> Approval:
    actor.require(DeskDeed.CASES_SEE)
    seen = Approval.objects.filter(reach_of(actor, "case__"), pk=approval_id)
    case_id = seen.values_list("case_id", flat=True).first()
    if case_id is None:
        raise NotFound("审批")
    # The case first, as everybody who moves it does; then the question.
    cases_for(actor, DeskDeed.CASES_SEE).select_for_update(of=("self",)).get(pk=case_id)
    return (
        Approval.objects.select_for_update(of=("self",))
        .select_related("case", "asked_by")
        .get(pk=approval_id)
    )


def _still_asked(asked: Approval, kind: ApprovalKind) -> None:
    if asked.state != State.ASKED:
        label = State(asked.state).label
        raise Refusal(
            "approvals.decided",
            f"该“{kind.label}”已为“{label}”，不能再次处理。请刷新后查看。",
            state=asked.state,
        )


def _deciders(kind: ApprovalKind, case: Case) -> list[int]:
    if kind.deciders is not None:
        return list(kind.deciders(case))
    return who_may(kind.decides, case)
