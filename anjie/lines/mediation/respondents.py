"""How the other sides come into a case: each by the account with his mobile number and name."""

from __future__ import annotations

from anjie.access.actors import Actor
from anjie.access.models import Account
from anjie.desk.public import Case, ContactPoint, Party, Person, let_act
from anjie.lines.mediation.application.models import Dispute
from anjie.lines.mediation.sides import SIDES, made_it, sides_of


def to_invite(case: Case) -> list[Party]:
    """Whom the application names: every respondent, and the applicants beside the one who made it."""
    return [one for one in sides_of(case.pk) if not made_it(case, one)]


def account_for(case: Case, party: Party) -> Account | None:
    """The active account whose proved mobile is one of the party's and whose name is his.

    The applicant typed the number, so a natural person's name must agree too: a wrong digit would else
    show the dispute to a stranger. An enterprise is acted for by whoever holds its number.
    """
    indexes = mobiles_of(case, party.person_id)
    accounts = Account.objects.filter(mobile_index__in=indexes, is_active=True).order_by("id")
    if party.person.kind == Person.Kind.NATURAL:
        accounts = accounts.filter(name=party.person.name)
    return accounts.first()


def mobiles_of(case: Case, person_id: int) -> list[bytes]:
    """The blind indexes of a party's mobiles in the case."""
    points = ContactPoint.objects.filter(case=case, person_id=person_id, kind=ContactPoint.Kind.MOBILE)
    return [bytes(index) for index in points.values_list("index", flat=True)]


def claim_invitations(actor: Actor) -> int:
    """Bring into the account's list the cases it was invited to before it was registered; returns how many."""
    account = Account.objects.filter(pk=actor.account_id or 0, mobile_index__isnull=False).first()
    if account is None:
        return 0
    nobody_acts = Party.objects.taking_part().filter(part__in=SIDES, account__isnull=True)
    waiting = Dispute.objects.filter(
        invited_at__isnull=False,
        case__contact_points__index=account.mobile_index,
        case__contact_points__kind=ContactPoint.Kind.MOBILE,
        case__in=nobody_acts.values("case_id"),
    ).select_related("case")
    found = 0
    for dispute in waiting.distinct():
        for party in to_invite(dispute.case):
            if party.account_id is None and account_for(dispute.case, party) == account:
                let_act(account, party)
                found += 1
    return found
