"""The robot's errands: begun when a case is to be asked for consent, ended by an answer, handed over to people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from anjie.access.actors import Actor
from anjie.desk.public import Case, ContactPoint, Party, case_for, on, record
from anjie.foundation import clock
from anjie.foundation.refusals import Refusal
from anjie.lines.mediation import telling
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.application.rules import OWN_OF_A_SIDE
from anjie.lines.mediation.consent.models import RobotTask
from anjie.lines.mediation.consent.policy import policy_of
from anjie.lines.mediation.deeds import ReviewDeed
from anjie.lines.mediation.sides import called, sides_of
from anjie.ports.robot import robot
from anjie.services.contact import gate
from anjie.services.contact.words import Channel, Target

State = RobotTask.State
OPEN = (State.WAITING, State.CALLING)
PHONES = (ContactPoint.Kind.MOBILE, ContactPoint.Kind.PHONE)
GOOD = (ContactPoint.State.UNKNOWN, ContactPoint.State.VALID)


def begin(case: Case) -> int:
    """Have the robot ask each side that has a number; none where no robot is configured or the institution wants none."""
    return begin_for(case, sides_of(case.pk))


def begin_for(case: Case, parties: Sequence[Party]) -> int:
    """The same for some of its parties: one who comes in later is asked like the others."""
    if not robot().live or not policy_of(case.pk).robot_asks:
        return 0
    now = clock.now()
    made = [
        RobotTask(case=case, party=party, next_at=now)
        for party in parties
        if numbers_of(case.pk, party.person_id)
    ]
    RobotTask.objects.bulk_create(made, ignore_conflicts=True)
    return len(made)


def numbers_of(case_id: int, person_id: int) -> list[ContactPoint]:
    """The person's own numbers that are not known to be bad, mobiles first."""
    found = ContactPoint.objects.filter(
        case_id=case_id, person_id=person_id, kind__in=PHONES, state__in=GOOD
    ).order_by("kind", "position", "id")
    return [point for point in found if point.relation in OWN_OF_A_SIDE or gate.is_own(point.relation)]


def ask_of(case: Case, point: ContactPoint, at: datetime, channel: Channel = Channel.ROBOT) -> gate.Ask:
    """The question to the gate whether a party himself may be contacted on this number."""
    return gate.Ask(
        point.person_id,
        channel,
        clock.local(at),
        Target.DEBTOR,
        bytes(point.index),
        point.mask,
        case,
        point,
    )


def end_for(party_id: int, why: str) -> None:
    """End the errand to a party that has answered another way; the caller holds the case."""
    RobotTask.objects.filter(party_id=party_id, state__in=OPEN).update(state=State.CANCELLED, why=why)


def end_of_cases(case_ids: Iterable[int], why: str) -> None:
    """End the errands of cases that are asked no more."""
    RobotTask.objects.filter(case_id__in=list(case_ids), state__in=OPEN).update(
        state=State.CANCELLED, why=why
    )


def hand_over(actor: Actor, case: Case, task: RobotTask, why: str) -> None:
    """Leave a party to people, who are told; the robot never calls it again. The caller holds case and errand."""
    task.state, task.why = State.HANDED_OVER, why[:200]
    task.save(update_fields=["state", "why"])
    part = called(task.party)
    record(actor, case.pk, "robot.handed_over", part=part, attempts=task.attempts, why=task.why)
    telling.tell_staff(
        actor, case, ReviewDeed.CONSENT, "robot.handed_over", "机器人转人工",
        f"{case.no} {part}：{task.why}，请人工征询调解意愿。", key=f"robot.handed_over:{task.pk}",
    )  # fmt: skip


@transaction.atomic
def stop(actor: Actor, case_id: int, party_id: int) -> None:
    """Staff stop the robot and ask the party themselves."""
    case = case_for(actor, ReviewDeed.CONSENT, case_id, lock=True)
    task = (
        RobotTask.objects.select_for_update(of=("self",))
        .select_related("party")
        .filter(case=case, party_id=party_id, state__in=OPEN)
        .first()
    )
    if task is None:
        raise Refusal("robot.not_asking", f"案件 {case.no} 的机器人没有在征询该当事人。请刷新后查看。")
    hand_over(actor, case, task, "工作人员停止机器人")


def register() -> None:
    """Hear when a case is to be asked, and when it is asked no more."""
    on("review.approve", _approved)
    for code, why in (
        ("consent.confirm", "双方意愿已确认"),
        ("consent.decline", "申请已因一方不愿调解结束"),
        ("application.withdraw", "申请已撤回"),
    ):
        on(code, _ends(why))


def _approved(actor: Actor, case_ids: list[int], facts: Mapping[str, Any]) -> None:
    for dispute in Dispute.objects.filter(case_id__in=case_ids).select_related("case"):
        begin(dispute.case)


def _ends(why: str) -> Any:
    def heard(actor: Actor, case_ids: list[int], facts: Mapping[str, Any]) -> None:
        end_of_cases(case_ids, why)

    return heard
