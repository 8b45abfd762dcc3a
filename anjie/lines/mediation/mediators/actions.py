"""Writes of appointments: a first mediator, further ones, replacements, and what each answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import connection, transaction

from anjie.access.actors import Actor
from anjie.desk.public import (
    Case,
    Holding,
    Party,
    assign_cases,
    case_for,
    line_of,
    move_case,
    record,
)
from anjie.foundation import clock
from anjie.foundation.refusals import NotFound, Refusal
from anjie.lines.mediation import telling
from anjie.lines.mediation.deeds import FilingDeed, SessionDeed
from anjie.lines.mediation.mediators.models import Appointment, Mediator
from anjie.lines.mediation.mediators.reach import mediators_for
from anjie.lines.mediation.mediators.rules import (
    ANSWER_WITHIN,
    collected_before,
    declared_conflict,
    not_available,
)
from anjie.lines.mediation.moves import AWAITING_MEDIATOR, ENDED, GOING_ON, MEDIATING
from anjie.services.terms.working import working_calendar

State = Appointment.State
_KEEP = """
UPDATE mediation_appointment a
SET outcome = d.outcome, days = d.outcome_on - (a.asked_at AT TIME ZONE %(zone)s)::date
FROM mediation_dispute d WHERE d.case_id = a.case_id AND a.case_id = ANY(%(cases)s)
"""


@transaction.atomic
def appoint(actor: Actor, case_id: int, mediator_ids: Sequence[int], *, note: str = "") -> Case:
    """Give a filed case its mediators, the first of them leading; each is judged by the wall before anything is written.

    A case that lost its lead while it was being closed is given another as well.
    """
    case = case_for(actor, FilingDeed.ASSIGN, case_id, lock=True)
    chosen = [_fit(actor, case, pk) for pk in dict.fromkeys(mediator_ids)]
    lead = Appointment.objects.filter(case=case, is_lead=True, ended_at__isnull=True).exists()
    if case.state == AWAITING_MEDIATOR:
        names = [one.membership.account.name for one in chosen]
        case = move_case(actor, case.pk, "mediator.assign", reason=note, facts={"mediators": names})
    elif case.state != MEDIATING and (lead or case.state not in GOING_ON):
        raise _not_now(case, "分配调解员")
    for mediator in chosen:
        _ask(actor, case, mediator, is_lead=not lead)
        lead = True
    return case


@transaction.atomic
def replace(actor: Actor, case_id: int, leaving_id: int, mediator_id: int, why: str) -> Case:
    """Let another mediator take the place of one, in the lead too where he led."""
    case = case_for(actor, FilingDeed.ASSIGN, case_id, lock=True)
    if case.state != MEDIATING:
        raise _not_now(case, "改派调解员")
    leaving = Appointment.objects.filter(case=case, mediator_id=leaving_id, ended_at__isnull=True).first()
    if leaving is None:
        raise NotFound("调解员")
    mediator = _fit(actor, case, mediator_id)
    _end(leaving, State.REPLACED, why)
    _ask(actor, case, mediator, is_lead=leaving.is_lead)
    telling.tell_members(
        actor,
        case,
        [leaving.mediator_id],
        "mediator.replaced",
        "您的案件已改派",
        f"{case.no} 已改派给{mediator.membership.account.name}。",
    )
    return case


@transaction.atomic
def accept(actor: Actor, case_id: int) -> Appointment:
    """The mediator takes the case and declares that nothing stands against it."""
    case = case_for(actor, SessionDeed.MEDIATE, case_id, lock=True)
    appointment = own_appointment(actor, case)
    if appointment.state == State.ACCEPTED:
        return appointment
    now = clock.now()
    appointment.state, appointment.answered_at, appointment.declared_at = State.ACCEPTED, now, now
    appointment.save(update_fields=["state", "answered_at", "declared_at"])
    record(actor, case.pk, "mediator.accepted", name=actor.name)
    return appointment


@transaction.atomic
def decline(actor: Actor, case_id: int, *, why: str, conflict: str = "") -> Appointment:
    """The mediator does not take the case: a conflict of interest, or another reason; somebody else is found."""
    case = case_for(actor, SessionDeed.MEDIATE, case_id, lock=True)
    appointment = own_appointment(actor, case)
    if case.state in ENDED:  # or a mediator could take what failed out of his own figures
        raise _not_now(case, "申请回避")
    if not (why.strip() or conflict.strip()):
        raise Refusal("mediator.why", "请说明回避或谢绝的原因，以便另行分配。")
    appointment.conflict, appointment.declared_at = conflict.strip()[:300], clock.now()
    _end(appointment, State.DECLINED, why or conflict)
    if appointment.is_lead:  # who stands aside does not go on deciding, or reading, what he led
        assign_cases(actor, [case.pk], [None], before=[case.holder_id], why="mediation")
    record(actor, case.pk, "mediator.declined", name=actor.name, why=why.strip(), conflict=conflict.strip())
    telling.tell_staff(
        actor,
        case,
        FilingDeed.ASSIGN,
        "mediator.declined",
        "调解员回避，需要改派",
        f"{case.no}：{actor.name}{'申请回避' if conflict else '未接受'}。",
    )
    return appointment


def keep_outcomes(actor: Actor, case_ids: list[int], facts: Mapping[str, Any]) -> None:
    """The cases are closed: their appointments keep how they ended, which does not change any more."""
    with connection.cursor() as cursor:
        cursor.execute(_KEEP, {"zone": str(clock.ZONE), "cases": case_ids})


def own_appointment(actor: Actor, case: Case) -> Appointment:
    """The mediator's own appointment on the case while it goes on."""
    found = Appointment.objects.filter(
        case=case, mediator_id=actor.own_membership_id, ended_at__isnull=True
    ).first()
    if found is None:
        raise NotFound("案件")
    return found


def collected_by(case: Case, account_ids: Iterable[int]) -> dict[int, list[str]]:
    """By account the numbers of the cases on another line in which it worked against a party of the case."""
    persons = Party.objects.filter(case=case).values("person_id")
    held = Holding.objects.filter(
        membership__account_id__in=list(account_ids),
        role__in=(Holding.Role.HOLDER, Holding.Role.HELPER),
        case__person_id__in=persons,
    ).exclude(case__line=case.line)
    found: dict[int, set[str]] = defaultdict(set)
    for account_id, no in held.values_list("membership__account_id", "case__no"):
        found[account_id].add(no)
    return {account_id: sorted(numbers) for account_id, numbers in found.items()}


def _fit(actor: Actor, case: Case, mediator_id: int) -> Mediator:
    mediator = mediators_for(actor).filter(pk=mediator_id).first()
    if mediator is None or not mediator.membership.is_active or not mediator.membership.account.is_active:
        raise NotFound("调解员")
    name, account_id = mediator.membership.account.name, mediator.membership.account_id
    refusal = not_available(
        name, mediator.get_state_display(), mediator.state == Mediator.State.ACTIVE
    ) or collected_before(name, case.no, collected_by(case, [account_id]).get(account_id, []))
    told = (
        Appointment.objects.filter(case=case, mediator=mediator).exclude(conflict="").order_by("-id").first()
    )
    refusal = refusal or declared_conflict(name, case.no, told.conflict if told else "")
    if refusal:
        raise refusal
    if Appointment.objects.filter(case=case, mediator=mediator, ended_at__isnull=True).exists():
        raise Refusal("mediator.already", f"{name}已是案件 {case.no} 的调解员。请选择其他调解员。")
    return mediator


def _ask(actor: Actor, case: Case, mediator: Mediator, *, is_lead: bool) -> None:
    now = clock.now()
    due = working_calendar().add(clock.today(), ANSWER_WITHIN)
    Appointment.objects.create(
        case=case, mediator=mediator, is_lead=is_lead, due_on=due, by_id=actor.membership_id, asked_at=now
    )
    if is_lead:
        assign_cases(actor, [case.pk], [mediator.pk], before=[case.holder_id], why="mediation")
    else:
        Holding.objects.create(
            case=case, membership_id=mediator.pk, role=Holding.Role.MEDIATOR, from_at=now, why="mediation"
        )
        record(actor, case.pk, "mediator.added", name=mediator.membership.account.name)
    telling.tell_members(
        actor, case, [mediator.pk], "mediator.assigned", "有新的调解案件",
        f"{case.no} {case.title}：请于 {due} 前接受或申请回避，调解截止日期 {case.term_on or '待定'}。",
    )  # fmt: skip


def _end(appointment: Appointment, state: str, why: str) -> None:
    now = clock.now()
    appointment.state, appointment.why, appointment.ended_at = state, why.strip()[:300], now
    appointment.answered_at = appointment.answered_at or now
    appointment.save()
    Holding.objects.filter(
        case_id=appointment.case_id,
        membership_id=appointment.mediator_id,
        role=Holding.Role.MEDIATOR,
        to_at__isnull=True,
    ).update(to_at=now)


def _not_now(case: Case, deed: str) -> Refusal:
    label = line_of(case.line).label_of(case.state)
    return Refusal(
        "mediator.wrong_state",
        f"案件 {case.no} 当前为“{label}”，不能{deed}。请刷新后重试。",
        state=case.state,
    )
