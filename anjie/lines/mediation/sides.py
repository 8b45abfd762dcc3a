"""The two sides of a dispute: each is one party or several, in the order in which they were named."""

from __future__ import annotations

from anjie.access.models import Account
from anjie.access.registration import said_of_itself
from anjie.desk.public import Case, Party, Person, parties_of

SIDES = (Party.Part.APPLICANT, Party.Part.RESPONDENT)


def sides_of(case_id: int) -> list[Party]:
    """Every party of either side who takes part, the applicants first."""
    return parties_of(case_id, *SIDES)


def side_of(case: Case, account_id: int) -> Party | None:
    """The party this account acts for; who stands on both sides acts as applicant."""
    return next((one for one in sides_of(case.pk) if one.account_id == account_id), None)


def made_it(case: Case, party: Party) -> bool:
    """Whether this is the applicant who made the application; others may have joined him."""
    return party.part == Party.Part.APPLICANT and party.person_id == case.person_id


def said_by(party: Party) -> dict[str, str]:
    """What a party's account said of itself, in plain text; nothing where the account is not himself.

    Whoever holds an enterprise's number acts for it, and a name may be changed after the account came in: the numbers
    of such an account are somebody else's.
    """
    account = party.account
    if account is None or account.name != party.person.name:
        return {}
    is_enterprise = account.kind == Account.Kind.ENTERPRISE
    if is_enterprise != (party.person.kind == Person.Kind.ENTERPRISE):
        return {}
    return said_of_itself(account)


def is_identified(party: Party) -> bool:
    """Whether an ID number is known of a party: in the case, or by his own account."""
    return bool(party.person.id_mask or said_by(party).get("id_no"))


def called(party: Party) -> str:
    """A party as sentences name him: 被申请人王五."""
    return f"{party.get_part_display()}{party.person.name}"
