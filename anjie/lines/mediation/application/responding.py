"""The respondent completes the case: facts, an opinion; a second review follows."""

from __future__ import annotations

from django.db import transaction

from anjie.access.actors import Actor
from anjie.access.deeds import PartyDeed
from anjie.desk.public import Case, Party, accounts_of, case_for, line_of, move_case, record
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.lines.mediation import telling
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.deeds import ReviewDeed
from anjie.lines.mediation.moves import AWAITING_RESPONDENT, SECOND_REVIEW

OPINIONS = {"agrees": "认可对方所述", "partly": "部分认可", "disputes": "不认可"}


@transaction.atomic
def answer(actor: Actor, case_id: int, *, opinion: str, statement: str) -> Case:
    """Hand in what the respondent has to say; handing it in twice changes nothing."""
    case = case_for(actor, PartyDeed.TAKE_PART, case_id, lock=True)
    if actor.account_id not in accounts_of(case.pk, Party.Part.RESPONDENT):
        raise NotFound("案件")
    dispute = Dispute.objects.get(case=case)
    if case.state == SECOND_REVIEW and dispute.answered_at:
        return case
    if case.state != AWAITING_RESPONDENT:
        label = line_of(case.line).label_of(case.state)
        raise Refusal(
            "respondent.not_asked",
            f"案件 {case.no} 当前为“{label}”，不需要您补充。如有新的材料，请联系调解机构。",
            state=case.state,
        )
    if opinion not in OPINIONS:
        raise Invalid("respondent.opinion", "请选择您对对方所述的意见。", opinions=list(OPINIONS))
    if opinion != "agrees" and len(statement.strip()) < 5:
        raise Invalid("respondent.statement", "请写明您的意见和理由，至少 5 个字。")
    dispute.respondent_opinion, dispute.respondent_statement = opinion, statement.strip()[:4000]
    dispute.answered_at = clock.now()
    dispute.save(update_fields=["respondent_opinion", "respondent_statement", "answered_at"])
    record(actor, case.pk, "respondent.answered", opinion=OPINIONS[opinion])
    case = move_case(actor, case.pk, "respondent.answer")
    telling.tell_staff(
        actor,
        case,
        ReviewDeed.DECIDE,
        "respondent.answered",
        "对方已补充，等待复审",
        f"{case.no} {case.title}",
    )
    return case
