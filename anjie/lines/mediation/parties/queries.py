"""Who is in a dispute, as its page shows it: each party with what it handed in, and who may let it go."""

from __future__ import annotations

from typing import Any

from anjie.access.actors import Actor
from anjie.desk.public import Case, Event, Party, line_of
from anjie.lines.mediation.application.models import Statement
from anjie.lines.mediation.deeds import ReviewDeed, SessionDeed
from anjie.lines.mediation.parties import rules
from anjie.lines.mediation.session.wall import mediators_of
from anjie.lines.mediation.sides import SIDES, called, made_it
from anjie.services.people.queries import Shown, standing_of
from anjie.services.signing.queries import lies_with


def page_rows(actor: Actor, case: Case) -> list[dict[str, Any]]:
    """Every party of the case in order, those who left last, with his statement and whether he may be let go."""
    found = list(Party.objects.filter(case=case).select_related("person").in_order())
    firms = standing_of([one.account_id for one in found if one.account_id])
    given = {one.party_id: one for one in Statement.objects.filter(case=case)}
    why = _why_left(case) if any(one.left_at for one in found) else {}
    return [
        {
            "id": one.pk,
            "part": one.part,
            "part_label": one.get_part_display(),
            "name": one.person.name,
            "has_account": one.account_id is not None,
            "left_at": one.left_at,
            "left_why": why.get(one.person.name, "") if one.left_at else "",
            "may_leave": _may_leave(actor, case, one, found),
            "enterprise": _stands(firms.get(one.account_id or 0)),
            **_said(given.get(one.pk)),
        }
        for one in sorted(found, key=lambda one: one.left_at is not None)
    ]


def may_add(actor: Actor, case: Case) -> bool:
    """Whether this person may add a respondent now."""
    count = Party.objects.taking_part().filter(case=case, part=Party.Part.RESPONDENT).count()
    return actor.may(ReviewDeed.DECIDE) and rules.not_to_add(case.no, case.state, "", count) is None


def why_not_leave(case: Case, party: Party, there: list[Party], among: tuple[str, ...]) -> Any:
    """The refusal of letting a party go, or nothing; ``there`` are the case's parties."""
    label = line_of(case.line).label_of(case.state)
    side = [one for one in there if one.part == party.part and one.left_at is None]
    others = len([one for one in side if one.pk != party.pk])
    at_signers = lies_with(party) if case.state in among else ""
    return rules.not_to_leave(
        case.no,
        case.state,
        label,
        among,
        called(party),
        others=others,
        first=made_it(case, party),
        at_signers=at_signers,
    )


def _may_leave(actor: Actor, case: Case, party: Party, there: list[Party]) -> bool:
    if party.left_at or party.part not in SIDES:
        return False
    if actor.may(ReviewDeed.DECIDE) and why_not_leave(case, party, there, rules.LEAVING) is None:
        return True
    mediates = actor.membership_id in mediators_of(case.pk) and actor.may(SessionDeed.MEDIATE)
    return mediates and why_not_leave(case, party, there, rules.MEDIATED) is None


def _said(given: Statement | None) -> dict[str, Any]:
    return {
        "opinion_label": given.get_opinion_display() if given and given.opinion else "",
        "statement": given.text if given else "",
        "answered_at": given.at if given else None,
    }


def _stands(shown: Shown | None) -> dict[str, Any] | None:
    if shown is None:
        return None
    return {
        "state": shown.standing.value,
        "state_label": shown.standing.label,
        "credit_code": shown.credit_code,
        "legal_representative": shown.legal_representative,
        "licence_at": shown.licence_at,
        "licence_is_pdf": shown.licence_is_pdf,
    }


def _why_left(case: Case) -> dict[str, str]:
    """Why each who left did, by his name; the last time counts."""
    told = Event.objects.filter(case_id=case.pk, verb="party.left").order_by("seq")
    return {facts["name"]: facts["reason"] for facts in told.values_list("facts", flat=True)}
