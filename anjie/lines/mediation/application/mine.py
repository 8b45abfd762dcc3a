"""A party's own cases, as the phone shows them: where it stands, what happens next, who must act."""

from __future__ import annotations

from typing import Any

from anjie.access.actors import Actor
from anjie.access.deeds import PartyDeed
from anjie.desk.public import Case, Event, Party, case_for, cases_for, line_of, parties_of
from anjie.foundation.refusals import NotFound
from anjie.lines.mediation import moves
from anjie.lines.mediation.application.actions import OPEN_TO_CHANGE
from anjie.lines.mediation.application.answers import answered
from anjie.lines.mediation.application.models import Dispute, Statement
from anjie.lines.mediation.application.naming import NUMBERS, named_in
from anjie.lines.mediation.application.next_steps import next_step, who_gave
from anjie.lines.mediation.application.queries import review_row
from anjie.lines.mediation.consent.queries import standing
from anjie.lines.mediation.ratings.queries import to_rate
from anjie.lines.mediation.respondents import claim_invitations
from anjie.lines.mediation.review.models import Review
from anjie.lines.mediation.sides import made_it

STEPS = (
    ("submitted", "提交申请", ("application.submit",)),
    ("reviewed", "审核", ("review.approve",)),
    ("consented", "各方确认意愿", ("consent.confirm",)),
    ("filed", "立案", ("filing.accept",)),
    ("assigned", "分配调解员", ("mediator.assign",)),
    ("closed", "调解结束", ("closing.approve",)),
    ("signed", "签署文书", ("signing.complete",)),
    ("archived", "归档", ("archive.accept",)),
)


def my_cases(actor: Actor) -> list[dict[str, Any]]:
    """The account's cases, newest first; those it was invited to by its mobile come in by themselves."""
    claim_invitations(actor)
    cases = cases_for(actor, PartyDeed.TAKE_PART).select_related("dispute__kind", "dispute__institution")
    shown = list(cases.order_by("-id")[:200])
    # Who stands on both sides is taken for the first of his parts.
    own = Party.objects.taking_part().filter(account_id=actor.own_account_id, case__in=shown)
    mine = {one.case_id: one for one in own.select_related("case").order_by("-part")}
    owed = to_rate(list(mine.values()))
    gave = who_gave(mine.values(), actor.own_account_id)
    return [
        row(case, mine[case.pk].part, gave=mine[case.pk].pk in gave, to_rate=case.pk in owed)
        for case in shown
    ]


def row(case: Case, part: str, *, gave: bool, to_rate: bool) -> dict[str, Any]:
    """One case in the list."""
    dispute: Dispute = case.dispute
    state = line_of(case.line).state_by_code[case.state]
    after = next_step(case.state, part, gave=gave)
    return {
        "id": case.pk,
        "no": case.no,
        "title": case.title,
        "kind": dispute.kind_id,
        "kind_label": dispute.kind.label,
        "institution": dispute.institution.name,
        "institution_id": dispute.institution_id,
        "part": part,
        "part_label": Party.Part(part).label,
        "state": case.state,
        "state_label": state.label,
        "state_tone": state.tone,
        "is_open": state.is_open,
        "next": "调解已结束，请评价调解员。" if to_rate else after.text,
        "who_acts": after.who,
        "is_yours": after.is_yours,
        "submitted_at": dispute.submitted_at,
        "term_on": case.term_on,
        "to_rate": to_rate,
    }


def my_case(actor: Actor, case_id: int) -> dict[str, Any]:
    """One case as its party may see it: the story, own facts, the steps with their days, what may be done now."""
    case = case_for(actor, PartyDeed.TAKE_PART, case_id)
    own = Party.objects.taking_part().filter(case=case, account_id=actor.own_account_id)
    party = own.select_related("case").in_order().first()
    if party is None:
        raise NotFound("案件")
    dispute = Dispute.objects.select_related("kind", "form", "institution").get(case=case)
    applicant = made_it(case, party)
    is_respondent = party.part == Party.Part.RESPONDENT
    may_change = applicant and case.state in OPEN_TO_CHANGE
    sent_back = Review.objects.filter(case=case, decision=Review.Decision.SENT_BACK).first()
    told = {one.party_id: one.said for one in standing(case.pk)}
    stated = Statement.objects.filter(party=party).first()
    rates = bool(to_rate([party]))
    gave = bool(who_gave([party], actor.own_account_id))
    return row(case, party.part, gave=gave, to_rate=rates) | {
        "happened_on": dispute.happened_on,
        "description": dispute.description,
        "claim": dispute.claim,
        "amount": case.amount,
        "region": case.region,
        "answers": answered(dispute, whole=may_change) if applicant else [],
        "respondents": _named(dispute, Party.Part.RESPONDENT, may_change),
        "co_applicants": _named(dispute, Party.Part.APPLICANT, may_change),
        "parties": [
            {
                "part": one.part,
                "part_label": one.get_part_display(),
                "name": one.person.name,
                "is_me": one.pk == party.pk,
            }
            for one in parties_of(case.pk)
        ],
        "my_statement": stated.text if stated else "",
        "my_opinion": stated.opinion if stated else "",
        "remarks": review_row(sent_back)
        if sent_back and case.state == moves.TO_AMEND and applicant
        else None,
        "my_consent": told.get(party.pk, ""),
        "steps": steps(case),
        "may": {
            "change": may_change,
            "submit": may_change,
            "withdraw": applicant and case.state in WITHDRAWABLE,
            "answer": is_respondent and case.state == moves.AWAITING_RESPONDENT and stated is None,
            "consent": case.state == moves.CONSENTING and party.pk in told,
            "rate": rates,
        },
    }


def _named(dispute: Dispute, part: str, may_change: bool) -> list[dict[str, Any]]:
    """Whom the application names on a side; their numbers only for who may change them."""
    return [
        {"party_id": one.party_id, "name": one.name, "kind": one.kind}
        | ({name: getattr(one, name) for name in NUMBERS} if may_change else {})
        for one in named_in(dispute, part)
    ]


WITHDRAWABLE = (
    moves.DRAFT, moves.SUBMITTED, moves.AWAITING_RESPONDENT, moves.SECOND_REVIEW, moves.TO_AMEND,
    moves.CONSENTING, moves.AWAITING_FILING,
)  # fmt: skip


def steps(case: Case) -> list[dict[str, Any]]:
    """The way of a case as a line of steps: done ones with their instant, the others to come."""
    verbs = [verb for _, _, codes in STEPS for verb in codes]
    at: dict[str, Any] = {}
    for verb, when in (
        Event.objects.filter(case_id=case.pk, verb__in=verbs).order_by("seq").values_list("verb", "at")
    ):
        at[verb] = when
    return [
        {"code": code, "label": label, "at": max((at[verb] for verb in codes if verb in at), default=None)}
        for code, label, codes in STEPS
    ]
