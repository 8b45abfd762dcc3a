"""Writes of consent: what each side answered, by itself or taken down by staff."""

from __future__ import annotations

from django.db import transaction

from anjie.access.actors import Actor
from anjie.access.deeds import Deed, PartyDeed
from anjie.desk.public import Case, ContactPoint, Party, case_for, line_of
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.lines.mediation.consent import answers
from anjie.lines.mediation.consent.models import ConsentAnswer
from anjie.lines.mediation.consent.queries import standing
from anjie.lines.mediation.consent.rules import NOT_REACHED, UNWILLING, WILLING
from anjie.lines.mediation.deeds import ReviewDeed
from anjie.lines.mediation.moves import CONSENTING
from anjie.lines.mediation.sides import side_of, sides_of
from anjie.services.contact.gate import may_contact, settle_answer

Way, Said = ConsentAnswer.Way, ConsentAnswer.Said
BY_STAFF = (Way.CALL, Way.MEETING)


@transaction.atomic
def answer_for_oneself(actor: Actor, case_id: int, *, willing: bool, note: str = "") -> Case:
    """A party says for itself whether it will mediate; the same answer twice is one."""
    case = _asked(actor, PartyDeed.TAKE_PART, case_id)
    party = side_of(case, actor.own_account_id)
    if party is None:
        raise NotFound("案件")
    said = WILLING if willing else UNWILLING
    if any(one.party_id == party.pk and one.said == said for one in standing(case.pk)):
        return case
    return answers.keep(actor, case, party, said, Way.SELF, note)


@transaction.atomic
def permit_call(actor: Actor, case_id: int, party_id: int, point_id: int) -> int:
    """Ask the contact gate before a party is called; returns the permit's id, or the gate's refusal is raised."""
    case = _asked(actor, ReviewDeed.CONSENT, case_id)
    party = _party(case, party_id)
    point = ContactPoint.objects.filter(case=case, person_id=party.person_id, pk=point_id).first()
    if point is None:
        raise NotFound("联系方式")
    return may_contact(actor, party.person, "call", contact_point=point).attempt_id


@transaction.atomic
def take_down(
    actor: Actor,
    case_id: int,
    party_id: int,
    *,
    said: str,
    way: str,
    note: str = "",
    attempt_id: int | None = None,
) -> Case:
    """Take down what a party said on the phone or face to face; a call needs the gate's permit."""
    case = _asked(actor, ReviewDeed.CONSENT, case_id)
    party = _party(case, party_id)
    if said not in Said.values or way not in BY_STAFF:
        raise Invalid("consent.unknown", "答复或方式不正确。请在列表中选择。")
    if way == Way.CALL:
        if attempt_id is None:
            raise Refusal("consent.no_permit", "电话征询前请先点“拨打”，由系统核对联系规则。")
        settle_answer(attempt_id, said != NOT_REACHED)
    return answers.keep(actor, case, party, said, way, note, attempt_id)


def _asked(actor: Actor, deed: Deed, case_id: int) -> Case:
    case = case_for(actor, deed, case_id, lock=True)
    if case.state != CONSENTING:
        label = line_of(case.line).label_of(case.state)
        raise Refusal(
            "consent.not_asked",
            f"案件 {case.no} 当前为“{label}”，不在确认意愿阶段。请刷新后重试。",
            state=case.state,
        )
    return case


def _party(case: Case, party_id: int) -> Party:
    party = next((one for one in sides_of(case.pk) if one.pk == party_id), None)
    if party is None:
        raise NotFound("当事人")
    return party
