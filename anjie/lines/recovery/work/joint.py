"""Joint work: a colleague is asked to help on a case, writes records there, and stops when it ends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from anjie.access.actors import Actor
from anjie.access.models import Membership
from anjie.desk.public import Holding, case_for, record, record_each
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.lines.recovery.deeds import WorkDeed
from anjie.lines.recovery.work.telling import tell

HELPER = Holding.Role.HELPER


@transaction.atomic
def ask(actor: Actor, case_id: int, helper_id: int, reason: str) -> Holding:
    """Let another membership see and work this case beside its holder; both are told."""
    case = case_for(actor, WorkDeed.JOINT, case_id, lock=True)
    if case.closed_at is not None:
        raise Refusal("work.case_ended", f"案件 {case.no} 已结束，不能发起协催。", no=case.no)
    helper = (
        Membership.objects.filter(
            pk=helper_id,
            is_active=True,
            account__is_active=True,
            role__deeds__contains=[WorkDeed.RECORD.value],
        )
        .select_related("account")
        .first()
    )
    if helper is None:
        raise NotFound("协催人")
    if helper.pk == case.holder_id:
        raise Invalid(
            "work.helper_is_holder", f"{helper.account.name} 已是案件 {case.no} 的经办人，无需协催。"
        )
    if helper.client_ids is not None and case.organisation_id not in helper.client_ids:
        raise Refusal(
            "work.helper_other_client",
            f"{helper.account.name} 不负责该委托方的案件，不能协催。请另选一人。",
            helper=helper.pk,
        )
    if Holding.objects.filter(case=case, membership=helper, role=HELPER, to_at__isnull=True).exists():
        raise Refusal(
            "work.helps_already", f"{helper.account.name} 已在协催案件 {case.no}。", helper=helper.pk
        )
    holding = Holding.objects.create(
        case=case, membership=helper, role=HELPER, from_at=clock.now(), why=reason.strip()[:40]
    )
    record(actor, case.pk, "joint.asked", helper=helper.pk, helper_name=helper.account.name, reason=reason)
    tell(
        actor,
        case,
        "joint.asked",
        holding.pk,
        [helper.pk, case.holder_id],
        "协催",
        f"{actor.name} 邀请 {helper.account.name} 协催案件 {case.no}：{reason}",
    )
    return holding


@transaction.atomic
def end(actor: Actor, holding_id: int, reason: str = "") -> Holding:
    """End a help: the helper no longer sees the case; who asked, holds, supervises or helps may do it."""
    holding = (
        Holding.objects.filter(pk=holding_id, role=HELPER, to_at__isnull=True)
        .select_related("membership__account")
        .first()
    )
    if holding is None:
        raise NotFound("协催")
    case = case_for(actor, WorkDeed.JOINT, holding.case_id, lock=True)
    now = clock.now()
    if not Holding.objects.filter(pk=holding_id, to_at__isnull=True).update(to_at=now):
        raise NotFound("协催")
    holding.to_at = now
    helper = holding.membership
    record(actor, case.pk, "joint.ended", helper=helper.pk, helper_name=helper.account.name, reason=reason)
    tell(
        actor,
        case,
        "joint.ended",
        holding.pk,
        [helper.pk, case.holder_id],
        "协催结束",
        f"{helper.account.name} 对案件 {case.no} 的协催已结束。",
    )
    return holding


def case_ended(actor: Actor, case_ids: list[int], facts: Mapping[str, Any]) -> None:
    """A case was settled, closed or given back: nobody helps on it any more."""
    open_ones = Holding.objects.filter(case_id__in=case_ids, role=HELPER, to_at__isnull=True)
    helped = dict(open_ones.values_list("case_id", "membership_id"))
    open_ones.update(to_at=clock.now())
    if helped:
        record_each(actor, "joint.ended", {case_id: {"helper": member} for case_id, member in helped.items()})


def helpers_of(actor: Actor, case_id: int) -> list[Holding]:
    """Who helps on a case now."""
    case = case_for(actor, WorkDeed.RECORDS_SEE, case_id)
    return list(
        Holding.objects.filter(case=case, role=HELPER, to_at__isnull=True)
        .select_related("membership__account", "membership__unit")
        .order_by("from_at")
    )
