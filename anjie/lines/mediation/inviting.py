"""Whoever of the other side has no account is invited by short message, through the contact gate: at night it waits for the morning."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from anjie.access.actors import Actor
from anjie.desk.public import Case, ContactPoint, Party, number_to_dial, record
from anjie.foundation import clock
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.consent.errands import ask_of, numbers_of
from anjie.lines.mediation.moves import AWAITING_RESPONDENT, CONSENTING
from anjie.lines.mediation.respondents import to_invite
from anjie.services.contact import gate
from anjie.services.contact.words import Channel
from anjie.services.notices.outside import tell_number, was_told
from anjie.services.notices.templates import Template, declare

INVITED = "mediation.invited_outside"

declare(
    Template(
        INVITED,
        "邀请未注册的对方",
        "邀请对方参加调解",
        "{institution}：有调解案件 {no} 待您查看，请用本手机号注册后补充情况、答复是否愿意调解。",
        sms="everyone",
        sms_params=("institution", "no"),
    )
)


@transaction.atomic
def invite_by_number(actor: Actor, case_id: int, code: str) -> int:
    """Send the invitations of this move to who has no account; returns how many went: none where he has no mobile, or
    may not be written to."""
    dispute = Dispute.objects.select_related("case", "institution").get(case_id=case_id)
    if dispute.case.state not in (AWAITING_RESPONDENT, CONSENTING):
        return 0
    waiting = [one for one in to_invite(dispute.case) if one.account_id is None]
    return sum(_invite(actor, dispute, party, code) for party in waiting)


def _invite(actor: Actor, dispute: Dispute, party: Party, code: str) -> bool:
    case, key = dispute.case, f"{INVITED}:{dispute.case_id}:{party.pk}:{code}"
    if was_told(key):
        return False
    mobiles = [one for one in numbers_of(case.pk, party.person_id) if one.kind == ContactPoint.Kind.MOBILE]
    at = _permitted_at(actor, case, mobiles[0]) if mobiles else None
    if at is None:
        return False
    facts = {"institution": dispute.institution.name, "no": case.no}
    number = number_to_dial(mobiles[0])
    told = tell_number(number, party.person.name, INVITED, facts, key=key, case_id=case.pk, due_at=at)
    if told is not None:
        record(actor, case.pk, "respondent.invited", name=party.person.name, number=mobiles[0].mask)
    return told is not None


def _permitted_at(actor: Actor, case: Case, point: ContactPoint) -> datetime | None:
    """When the gate lets the message go: now, or when what refuses it ends; nothing when no waiting helps."""
    at = clock.now()
    for _ in range(2):
        verdict = gate.decide(actor, ask_of(case, point, at, Channel.SMS)).verdict
        if verdict.allowed:
            return at
        if verdict.until is None:
            return None
        at = verdict.until
    return None
