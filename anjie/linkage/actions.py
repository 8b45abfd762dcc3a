"""Sends a recovery case to mediation; amends or takes back what was sent while the institution has not filed it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import transaction

from anjie.access.actors import Actor
from anjie.desk.public import Case, DeskDeed, case_for, move_case, record
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.lines.mediation import telling
from anjie.lines.mediation.application.actions import institution_of
from anjie.lines.mediation.application.amending import write_again
from anjie.lines.mediation.deeds import ReviewDeed
from anjie.lines.recovery.deeds import PlacementDeed
from anjie.linkage.carrying import JOB, apply_for
from anjie.linkage.guarantors import also_of, to_carry
from anjie.linkage.models import CaseLink
from anjie.linkage.queries import STOPPING
from anjie.services.files.carrying import carry
from anjie.services.files.models import CaseFile
from anjie.services.notices.actions import notify
from anjie.services.terms.models import TermPause

State = CaseLink.State
AMENDED = ("description", "claim", "answers")
"""What the sender may word anew; the sum and the parties are the debt's own."""


@dataclass(frozen=True, slots=True)
class Referral:
    """What was chosen in the dialog: where it goes, why, what the institution's form asks, what papers go along."""

    kind: str
    institution_id: int | None
    reason: str
    answers: Mapping[str, Any] = field(default_factory=dict)
    claim: str = ""
    phone: str = ""
    file_ids: Sequence[int] = ()
    guarantors: Sequence[str] | None = None
    """The names of the guarantors who become respondents too; ``None``: all of each debt who can be reached."""


@transaction.atomic
def send(actor: Actor, case_id: int, referral: Referral) -> CaseLink:
    """Make the mediation of a recovery case and stop collecting it, both or neither; a second sending is refused.

    The client is the applicant (``phone`` where its own record has none), the debtor the respondent, as the
    same person, and beside him his guarantors; the chosen files are linked, not copied.
    """
    case = case_for(actor, PlacementDeed.TO_MEDIATION, case_id, lock=True)
    running = CaseLink.objects.select_related("mediation").filter(case=case, state__in=STOPPING).first()
    if running is not None:
        raise Refusal(
            "linkage.running",
            f"案件 {case.no} 已移送调解（{running.mediation.no}，{running.get_state_display()}），不能重复移送。"
            "请等待该调解的结果。",
            mediation=running.mediation.no,
        )
    if case.balance <= 0:
        raise Refusal("linkage.nothing_owed", f"案件 {case.no} 已无欠款，不需要调解。请办理结清或关闭。")
    left_state, pause = case.state, TermPause.objects.filter(case=case, to_on=None).first()
    institution = institution_of(referral.institution_id)
    move_case(actor, case.pk, "placement.send_to_mediation", reason=referral.reason)
    mediation = apply_for(
        case,
        referral.kind,
        institution.pk,
        referral.answers,
        referral.claim,
        referral.phone,
        to_carry(case, referral.guarantors),
    )
    carry(actor, case, mediation.pk, referral.file_ids)
    link = CaseLink.objects.create(
        case=case,
        mediation=mediation,
        left_state=left_state,
        left_pause=pause.reason.code if pause and pause.reason else "",
        by_id=actor.membership_id,
        sent_at=clock.now(),
    )
    record(actor, case.pk, "linkage.sent", mediation=mediation.no, institution=institution.name)
    record(actor, mediation.pk, "linkage.received", case=case.no)
    _tell_reviewers(mediation)
    tell_holder(case, "linkage.sent", "案件已移送调解", f"案件 {case.no} 已移送调解，请停止联系。")
    return link


@transaction.atomic
def send_together(actor: Actor, case_id: int, also: Sequence[int], referral: Referral) -> list[CaseLink]:
    """Send a debt and others of the same debtor and client, each to a mediation of its own, all or none."""
    first = case_for(actor, PlacementDeed.TO_MEDIATION, case_id)
    ids = sorted({case_id, *also})
    files: dict[int, list[int]] = defaultdict(list)
    there = CaseFile.objects.filter(pk__in=referral.file_ids, case_id__in=ids)
    for pk, of_case in there.values_list("pk", "case_id"):
        files[of_case].append(pk)
    if sum(map(len, files.values())) != len(set(referral.file_ids)):
        raise Invalid("files.not_there", f"所选文件中有的已不在案件 {first.no} 中。请刷新后重新选择。")
    links = []
    for pk in ids:
        names = referral.guarantors
        if pk != case_id:
            names = also_of(case_for(actor, PlacementDeed.TO_MEDIATION, pk), names)
        link = send(actor, pk, replace(referral, file_ids=files[pk], guarantors=names))
        same = (first.person_id, first.organisation_id)
        if (link.case.person_id, link.case.organisation_id) != same:
            raise Invalid(
                "linkage.other_debtor",
                f"案件 {link.case.no} 与 {first.no} 不是同一债务人、同一委托方，不能一并移送。请分别移送。",
            )
        links.append(link)
    return links


@transaction.atomic
def amend(actor: Actor, case_id: int, told: Mapping[str, Any]) -> CaseLink:
    """Word anew what the institution sent back, and hand it in again."""
    link = _mediating(actor, case_id)
    write_again(Actor.job(JOB), link.mediation, {name: told[name] for name in AMENDED if name in told})
    for pk in (link.case_id, link.mediation_id):
        record(actor, pk, "linkage.amended", mediation=link.mediation.no)
    return link


@transaction.atomic
def take_back(actor: Actor, case_id: int, reason: str) -> CaseLink:
    """Take back what was sent before the institution files it; the case goes on where it stood."""
    if not reason.strip():
        raise Invalid("linkage.reason_required", "撤回移送需要填写原因。请补充后重试。")
    link = _mediating(actor, case_id)
    record(actor, link.case_id, "linkage.taken_back", mediation=link.mediation.no, reason=reason.strip())
    # Coming back is what linkage does when it hears of the withdrawal.
    move_case(
        Actor.job(JOB), link.mediation_id, "application.withdraw", reason=f"移送方撤回：{reason.strip()}"
    )
    telling.tell_staff(
        actor,
        link.mediation,
        ReviewDeed.DECIDE,
        "application.withdrawn",
        "申请已撤回",
        f"{link.mediation.no} 移送方撤回：{reason.strip()}",
    )
    link.refresh_from_db()
    return link


def tell_holder(case: Case, verb: str, title: str, text: str) -> None:
    """Tell whoever works the recovery case, by the desk itself."""
    if case.holder_id is not None:
        key = f"{verb}:{case.pk}:{clock.now().isoformat()}"
        notify(Actor.job(JOB), [case.holder_id], verb, title, text, key=key, case_id=case.pk)


def _mediating(actor: Actor, case_id: int) -> CaseLink:
    """The running mediation of a case, both locked: the mediation first, as every move of it does."""
    case_for(actor, PlacementDeed.TO_MEDIATION, case_id)
    link = CaseLink.objects.filter(case_id=case_id, state=State.MEDIATING).first()
    if link is None:
        raise NotFound("移送的调解")
    mediation = case_for(Actor.job(JOB), DeskDeed.CASES_SEE, link.mediation_id, lock=True)
    link.case = case_for(actor, PlacementDeed.TO_MEDIATION, case_id, lock=True)
    link.mediation = mediation
    return link


def _tell_reviewers(mediation: Case) -> None:
    telling.tell_staff(
        Actor.job(JOB),
        mediation,
        ReviewDeed.DECIDE,
        "application.submitted",
        "有新的调解申请待审核",
        f"{mediation.no} {mediation.title}：由催收案件移送。",
    )
