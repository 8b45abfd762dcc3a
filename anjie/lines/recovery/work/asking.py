"""What is asked of others about a case: materials of the clerk, and answers to a supervisor's instruction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F, QuerySet

from anjie.access.actors import Actor
from anjie.desk.public import Case, case_for, reach_of, record, who_may
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.lines.recovery.deeds import WorkDeed
from anjie.lines.recovery.work.models import Instruction, MaterialRequest
from anjie.lines.recovery.work.people import member_id
from anjie.lines.recovery.work.telling import tell
from anjie.services.files.models import CaseFile

Asked = MaterialRequest.State
Owed = Instruction.State


@transaction.atomic
def ask_material(actor: Actor, case_id: int, what: str, reason: str) -> MaterialRequest:
    """Ask the case's clerk for materials with the reason; without a clerk all who may answer are asked."""
    case = case_for(actor, WorkDeed.MATERIAL_ASK, case_id, lock=True)
    if MaterialRequest.objects.filter(case=case, what=what.strip(), state=Asked.ASKED).exists():
        raise Refusal(
            "work.material_asked_already",
            f"案件 {case.no} 的“{what.strip()}”已在等待内勤答复，无需重复索要。",
        )
    row = MaterialRequest.objects.create(
        case=case,
        asked_by_id=member_id(actor),
        asked_of_id=case.clerk_id,
        what=what.strip(),
        reason=reason.strip(),
        asked_at=clock.now(),
    )
    record(actor, case.pk, "material.asked", request=row.pk, what=row.what, reason=row.reason)
    told = [case.clerk_id] if case.clerk_id else who_may(WorkDeed.MATERIAL_ANSWER, case)
    tell(
        actor,
        case,
        "material.asked",
        row.pk,
        told,
        "资料请求",
        f"{actor.name} 请求案件 {case.no} 的{row.what}：{row.reason}",
    )
    return row


def answer_material(
    actor: Actor, request_id: int, answer: str, file_ids: Sequence[int] = ()
) -> MaterialRequest:
    """Answer with words and files of the case; the asker is told."""
    return _close(actor, request_id, Asked.ANSWERED, answer, file_ids)


def decline_material(actor: Actor, request_id: int, answer: str) -> MaterialRequest:
    """Say that and why the materials cannot be had; the asker is told."""
    return _close(actor, request_id, Asked.DECLINED, answer)


@transaction.atomic
def withdraw_material(actor: Actor, request_id: int) -> MaterialRequest:
    """Take back one's own request; the clerk is told."""
    row, case = _waiting(actor, WorkDeed.MATERIAL_ASK, request_id)
    if row.asked_by_id != actor.membership_id:
        raise Refusal("work.not_your_request", "只有提出请求的人可以撤回。请联系提出人。")
    row.state, row.answered_at = Asked.WITHDRAWN, clock.now()
    row.save(update_fields=["state", "answered_at"])
    record(actor, case.pk, "material.withdrawn", request=row.pk, what=row.what)
    told = [case.clerk_id] if case.clerk_id else who_may(WorkDeed.MATERIAL_ANSWER, case)
    tell(
        actor,
        case,
        "material.withdrawn",
        row.pk,
        told,
        "资料请求已撤回",
        f"{actor.name} 撤回了案件 {case.no} 的{row.what}请求。",
    )
    return row


@transaction.atomic
def _close(
    actor: Actor, request_id: int, state: Asked, answer: str, file_ids: Sequence[int] = ()
) -> MaterialRequest:
    row, case = _waiting(actor, WorkDeed.MATERIAL_ANSWER, request_id)
    wanted = sorted(set(file_ids))
    if not answer.strip() and not wanted:
        raise Invalid("work.answer_empty", "答复为空。请填写说明或附上文件。")
    known = set(
        CaseFile.objects.filter(pk__in=wanted, case=case, deleted_at__isnull=True).values_list(
            "pk", flat=True
        )
    )
    if known != set(wanted):
        raise NotFound("案件文件")
    row.state, row.answer, row.file_ids = state, answer.strip(), wanted
    row.answered_by_id, row.answered_at = actor.membership_id, clock.now()
    row.save(update_fields=["state", "answer", "file_ids", "answered_by", "answered_at"])
    verb = f"material.{state.value}"
    record(actor, case.pk, verb, request=row.pk, what=row.what, text=row.answer, files=len(wanted))
    tell(
        actor,
        case,
        verb,
        row.pk,
        {row.asked_by_id, case.holder_id},
        "资料已答复" if state == Asked.ANSWERED else "资料无法提供",
        f"{actor.name} 答复了案件 {case.no} 的{row.what}：{row.answer or f'附 {len(wanted)} 个文件'}",
    )
    return row


def _waiting(actor: Actor, deed: WorkDeed, request_id: int) -> tuple[MaterialRequest, Case]:
    row = MaterialRequest.objects.filter(pk=request_id).first()
    if row is None:
        raise NotFound("资料请求")
    case = case_for(actor, deed, row.case_id, lock=True)
    row = MaterialRequest.objects.select_for_update().get(pk=request_id)
    if row.state != Asked.ASKED:
        raise Refusal(
            "work.material_closed",
            f"该资料请求当前为“{row.get_state_display()}”，不能再处理。请刷新后查看。",
            state=row.state,
        )
    return row, case


def materials(actor: Actor, query: Mapping[str, Any]) -> QuerySet[MaterialRequest]:
    """Requests for materials within reach, the waiting ones first, the oldest first."""
    if not actor.may(WorkDeed.MATERIAL_ANSWER):
        actor.require(WorkDeed.RECORDS_SEE)
    found = MaterialRequest.objects.filter(reach_of(actor, "case__"))
    for name in ("case", "state", "asked_by", "asked_of"):
        if query.get(name) not in (None, ""):
            found = found.filter(**{name: query[name]})
    people = ("case", "asked_by__account", "asked_of__account", "answered_by__account")
    # What waits has no answer yet: nulls first, then the latest answered.
    return found.select_related(*people).order_by(F("answered_at").desc(nulls_first=True), "asked_at", "id")


@transaction.atomic
def instruct(actor: Actor, case_id: int, text: str, due_on: date, to: int | None = None) -> Instruction:
    """Instruct the holder (or a helper) on a case, with an answer owed by a day; he is told."""
    case = case_for(actor, WorkDeed.INSTRUCT, case_id, lock=True)
    to = to or case.holder_id
    if to is None:
        raise Refusal(
            "work.nobody_holds", f"案件 {case.no} 尚未分配，没有可督办的经办人。请先分配。", no=case.no
        )
    works = to == case.holder_id or case.holdings.filter(membership_id=to, to_at__isnull=True).exists()
    if not works:
        raise NotFound("经办人")
    if due_on < clock.today():
        raise Invalid(
            "work.due_in_past", f"回复期限 {due_on} 已经过去。请改选今天或以后的日期。", due_on=str(due_on)
        )
    row = Instruction.objects.create(
        case=case, by_id=member_id(actor), to_id=to, text=text.strip(), due_on=due_on, at=clock.now()
    )
    record(actor, case.pk, "instruction.given", instruction=row.pk, text=row.text, due_on=str(due_on))
    tell(
        actor,
        case,
        "instruction.given",
        row.pk,
        [to],
        "督办",
        f"{actor.name} 督办案件 {case.no}，请于 {due_on} 前回复：{row.text}",
    )
    return row


@transaction.atomic
def answer_instruction(actor: Actor, instruction_id: int, answer: str) -> Instruction:
    """Answer an instruction given to oneself (or to who held the case before); the supervisor is told."""
    row = Instruction.objects.filter(pk=instruction_id).first()
    if row is None:
        raise NotFound("督办")
    case = case_for(actor, WorkDeed.RECORD, row.case_id, lock=True)
    row = Instruction.objects.select_for_update().get(pk=instruction_id)
    if actor.membership_id not in (row.to_id, case.holder_id):
        raise Refusal("work.not_your_instruction", "这条督办不是给您的。请由被督办人或现经办人回复。")
    if row.state != Owed.OWED:
        raise Refusal("work.instruction_answered", "这条督办已回复。请刷新后查看。")
    row.state, row.answer, row.answered_at = Owed.ANSWERED, answer.strip(), clock.now()
    row.save(update_fields=["state", "answer", "answered_at"])
    record(actor, case.pk, "instruction.answered", instruction=row.pk, text=row.answer)
    tell(
        actor,
        case,
        "instruction.answered",
        row.pk,
        [row.by_id],
        "督办已回复",
        f"{actor.name} 回复了案件 {case.no} 的督办：{row.answer}",
    )
    return row


def instructions(actor: Actor, query: Mapping[str, Any]) -> QuerySet[Instruction]:
    """Instructions within reach, those owed first, the nearest day first."""
    actor.require(WorkDeed.RECORDS_SEE)
    found = Instruction.objects.filter(reach_of(actor, "case__"))
    for name in ("case", "state", "to", "by"):
        if query.get(name) not in (None, ""):
            found = found.filter(**{name: query[name]})
    return found.select_related("case", "by__account", "to__account").order_by("-state", "due_on", "id")
