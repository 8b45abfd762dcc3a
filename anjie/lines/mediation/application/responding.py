"""A respondent completes the case: facts, an opinion; when all have, a second review follows."""

from __future__ import annotations

from django.db import transaction

from anjie.access.actors import Actor
from anjie.access.deeds import PartyDeed
from anjie.desk.public import Case, Party, case_for, line_of, move_case, parties_of, record
from anjie.foundation import clock
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.lines.mediation import telling
from anjie.lines.mediation.application.models import Dispute, Statement
from anjie.lines.mediation.deeds import ReviewDeed
from anjie.lines.mediation.moves import AWAITING_RESPONDENT

Opinion = Statement.Opinion


@transaction.atomic
def answer(actor: Actor, case_id: int, *, opinion: str, statement: str) -> Case:
    """Hand in what a respondent has to say for himself; handing it in twice changes nothing."""
    case = case_for(actor, PartyDeed.TAKE_PART, case_id, lock=True)
    respondents = parties_of(case.pk, Party.Part.RESPONDENT)
    party = next((one for one in respondents if one.account_id == actor.own_account_id), None)
    if party is None:
        raise NotFound("案件")
    if Statement.objects.filter(party=party).exists():
        return case
    if case.state != AWAITING_RESPONDENT:
        label = line_of(case.line).label_of(case.state)
        raise Refusal(
            "respondent.not_asked",
            f"案件 {case.no} 当前为“{label}”，不需要您补充。如有新的材料，请联系调解机构。",
            state=case.state,
        )
    if opinion not in Opinion.values:
        raise Invalid("respondent.opinion", "请选择您对对方所述的意见。", opinions=Opinion.values)
    if opinion != Opinion.AGREES and len(statement.strip()) < 5:
        raise Invalid("respondent.statement", "请写明您的意见和理由，至少 5 个字。")
    now = clock.now()
    Statement.objects.create(party=party, case=case, opinion=opinion, text=statement.strip()[:4000], at=now)
    Dispute.objects.filter(case=case).update(answered_at=now)
    record(actor, case.pk, "respondent.answered", name=party.person.name, opinion=Opinion(opinion).label)
    return go_on(actor, case)


def go_on(actor: Actor, case: Case) -> Case:
    """To the second review, once every respondent who takes part has handed in his statement."""
    asked = {one.pk: one.person.name for one in parties_of(case.pk, Party.Part.RESPONDENT)}
    given = set(Statement.objects.filter(party_id__in=asked).values_list("party_id", flat=True))
    if case.state != AWAITING_RESPONDENT or given != set(asked):
        return case
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
