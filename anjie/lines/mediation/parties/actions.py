"""A party comes into a dispute that is reviewed, or leaves one that goes on without him; both with a reason."""

from __future__ import annotations

from dataclasses import replace

from django.db import transaction

from anjie.access.actors import Actor
from anjie.desk.public import (
    Case,
    ContactPoint,
    Party,
    add_party,
    case_for,
    correct_case,
    find_also_by,
    let_go,
    line_of,
    parties_of,
)
from anjie.foundation.phones import read_phone
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.foundation.sealed import Field, sealer
from anjie.lines.mediation.application import responding
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.application.naming import NamedParty, facts_of
from anjie.lines.mediation.application.rules import OWN_NUMBER, Against, refuse_wrong, wrong_side
from anjie.lines.mediation.application.titles import title_of
from anjie.lines.mediation.consent import answers, errands
from anjie.lines.mediation.deeds import ReviewDeed
from anjie.lines.mediation.moves import CONSENTING
from anjie.lines.mediation.parties import rules, telling
from anjie.lines.mediation.parties.queries import why_not_leave
from anjie.lines.mediation.review.actions import invite_one
from anjie.lines.mediation.session.wall import as_mediator
from anjie.lines.mediation.sides import SIDES


@transaction.atomic
def add(actor: Actor, case_id: int, part: str, named: NamedParty, reason: str) -> Party:
    """One more applicant or respondent of a case that is reviewed or asked; he is invited where the others were."""
    case = case_for(actor, ReviewDeed.DECIDE, case_id, lock=True)
    why = _reason(reason)
    if part not in SIDES:
        raise Invalid("party.part", "请选择增加为申请人还是被申请人。")
    side = parties_of(case.pk, part)
    if refusal := rules.not_to_add(case.no, case.state, line_of(case.line).label_of(case.state), len(side)):
        raise refusal
    refuse_wrong(wrong_side("respondents", [Against(named.name, named.phone, named.id_no)]))
    _own_number(case, named)
    party = add_party(actor, case, part, facts_of(replace(named, part=part)), reason=why)
    _retitle(actor, case)
    if part == Party.Part.RESPONDENT or case.state == CONSENTING:
        _ask(case, party)
    return party


@transaction.atomic
def leave(actor: Actor, case_id: int, party_id: int, reason: str) -> Case:
    """Let a party go before the case is mediated: he refused, could not be reached or was named by mistake."""
    case = case_for(actor, ReviewDeed.DECIDE, case_id, lock=True)
    return _leave(actor, case, party_id, reason, rules.LEAVING)


@transaction.atomic
def leave_mediation(actor: Actor, case_id: int, party_id: int, reason: str) -> Case:
    """The same while it is mediated, by its mediator."""
    case = as_mediator(actor, case_id, lock=True)
    return _leave(actor, case, party_id, reason, rules.MEDIATED)


def _leave(actor: Actor, case: Case, party_id: int, reason: str, among: tuple[str, ...]) -> Case:
    why = _reason(reason)
    there = parties_of(case.pk, *SIDES)
    party = next((one for one in there if one.pk == party_id), None)
    if party is None:
        raise NotFound("当事人")
    if refusal := why_not_leave(case, party, there, among):
        raise refusal
    telling.leaves(actor, case, party, why)
    let_go(actor, party, why)
    errands.end_for(party.pk, "当事人已退出本案调解")
    _retitle(actor, case)
    if case.state == CONSENTING:
        return answers.conclude(actor, case)
    return responding.go_on(actor, case)


def _reason(reason: str) -> str:
    why = reason.strip()
    if not why:
        raise Invalid("party.reason_required", "增加或退出当事人需要填写原因。请补充后重试。")
    return why[: rules.LONGEST_REASON]


def _own_number(case: Case, named: NamedParty) -> None:
    """A number that the case has of somebody else leads to him, and would show the case to the wrong one."""
    index = sealer().index(read_phone(named.phone).key, Field.PHONE)
    there = ContactPoint.objects.filter(case=case, index=index).select_related("person").first()
    if there is not None and there.person.name != named.name.strip():
        raise Refusal(
            "party.number_taken",
            f"该电话已登记在{there.person.name}名下。{OWN_NUMBER}",
        )


def _retitle(actor: Actor, case: Case) -> None:
    kind = Dispute.objects.select_related("kind").get(case=case).kind
    names = [one.person.name for one in parties_of(case.pk, Party.Part.RESPONDENT)]
    correct_case(actor, case.pk, title=title_of(case.person.name, names, kind))
    find_also_by(actor, {case.pk: names})


def _ask(case: Case, party: Party) -> None:
    """He is invited where the others were, and asked where they are."""
    if not Dispute.objects.filter(case=case, invited_at__isnull=False).exists():
        return
    invite_one(case, party)
    if case.state == CONSENTING:
        errands.begin_for(case, [party])
