"""What must hold before a dispute moves: each asks its chapter's facts and answers with a refusal or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from anjie.desk.public import Case, ContactPoint, Party, parties_of
from anjie.foundation.refusals import Refusal
from anjie.lines.mediation.archive.checklist import missing_of
from anjie.lines.mediation.closing.queries import standing as closing_of
from anjie.lines.mediation.closing.queries import unsigned
from anjie.lines.mediation.consent import rules as consent
from anjie.lines.mediation.consent.queries import standing
from anjie.lines.mediation.mediators.models import Appointment
from anjie.services.bookings.queries import booked_for
from anjie.services.papers.models import Paper
from anjie.services.papers.queries import papers_of


def respondent_can_be_asked(case: Case, facts: Mapping[str, Any]) -> Refusal | None:
    """Everybody on the other side can be reached by a phone, else nobody can ask them anything."""
    phones = (ContactPoint.Kind.MOBILE, ContactPoint.Kind.PHONE)
    points = ContactPoint.objects.filter(case=case, kind__in=phones)
    reached = set(points.values_list("person_id", flat=True))
    respondents = parties_of(case.pk, Party.Part.RESPONDENT)
    missing = [one.person.name for one in respondents if one.person_id not in reached]
    if respondents and not missing:
        return None
    if 0 < len(missing) < len(respondents):
        return Refusal(
            "review.no_respondent",
            f"案件 {case.no} 没有{'、'.join(missing)}的电话，无法征求意愿。请退回申请人补充，或登记其退出后继续。",
            missing=missing,
        )
    return Refusal(
        "review.no_respondent",
        f"案件 {case.no} 没有对方当事人的电话，无法征求意愿。请退回申请人补充对方联系电话。",
    )


def both_willing(case: Case, facts: Mapping[str, Any]) -> Refusal | None:
    """All who are to be bound have said that they will mediate."""
    return consent.not_both_willing(case.no, standing(case.pk))


def mediator_named(case: Case, facts: Mapping[str, Any]) -> Refusal | None:
    """Somebody was chosen to mediate."""
    if facts.get("mediators"):
        return None
    return Refusal("mediator.none", f"案件 {case.no} 还没有选择调解员。请选择至少一名调解员。")


def lead_has_taken_it(case: Case, facts: Mapping[str, Any]) -> Refusal | None:
    """Who leads the case took it, and with that declared that nothing stands against him."""
    lead = Appointment.objects.filter(case=case, is_lead=True, ended_at__isnull=True).first()
    if lead is not None and lead.state == Appointment.State.ACCEPTED:
        return None
    return Refusal(
        "closing.not_taken",
        f"案件 {case.no} 的主办调解员还没有接受案件、声明没有利害关系，不能申请结案。请先在“调解员”中接受，或另行分配。",
    )


def meeting_booked(case: Case, facts: Mapping[str, Any]) -> Refusal | None:
    """The parties were met: a room or an online session was booked for the case and not cancelled."""
    if booked_for(case.pk):
        return None
    return Refusal(
        "closing.not_booked",
        f"案件 {case.no} 没有预约过调解室或线上调解，不能申请结案。请先预约并组织调解。",
    )


def papers_signed(case: Case, facts: Mapping[str, Any]) -> Refusal | None:
    """Every paper the outcome needs is signed; those nobody signs are final."""
    closing = closing_of(case.pk)
    if closing is None:
        return Refusal("closing.none", f"案件 {case.no} 没有获批的结案申请。请刷新后重试。")
    waiting = unsigned(case.pk, closing.outcome)
    if not waiting:
        return None
    return Refusal(
        "closing.unsigned",
        f"案件 {case.no} 还有 {len(waiting)} 份文书没有完成：{'、'.join(waiting)}。请签署或登记签署件后再完成。",
        papers=waiting,
    )


def nothing_signed(case: Case, facts: Mapping[str, Any]) -> Refusal | None:
    """While a paper lies with its signers, or the agreement is signed, a closing is not opened again."""
    for paper in papers_of(case.pk):
        if paper.state == Paper.State.TO_SIGN:
            return Refusal(
                "closing.being_signed",
                f"案件 {case.no} 的“{paper.name}”正在签署中。请先撤回签署，再退回继续调解。",
            )
        if paper.kind == "agreement" and paper.state == Paper.State.SIGNED:
            return Refusal(
                "closing.signed",
                f"案件 {case.no} 的“{paper.name}”已经签署，不能退回继续调解。请完成签署后结案。",
            )
    return None


def file_complete(case: Case, facts: Mapping[str, Any]) -> Refusal | None:
    """The file holds all that its outcome asks for."""
    missing = missing_of(case)
    if not missing:
        return None
    return Refusal(
        "archive.incomplete",
        f"案件 {case.no} 的案卷还缺 {len(missing)} 项：{'、'.join(missing)}。请补齐后再提交归档。",
        missing=missing,
    )


def by_assigner(case: Case, facts: Mapping[str, Any]) -> Refusal | None:
    """The first review is made by who assigned the case, as long as he works here."""
    actor = facts.get("_actor")
    first = (
        Appointment.objects.filter(case=case, is_lead=True, by__isnull=False)
        .select_related("by__account")
        .order_by("id")
        .last()
    )
    if first is None or first.by is None or actor is None:
        return None
    here = first.by.is_active and first.by.account.is_active
    if not here or first.by.account_id == actor.account_id:
        return None
    name = first.by.account.name
    return Refusal(
        "archive.not_assigner",
        f"案件 {case.no} 由{name}分配，归档初审须由{name}办理。请转请{name}初审。",
        assigner=name,
    )
