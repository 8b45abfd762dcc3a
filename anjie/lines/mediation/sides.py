"""The two sides of a dispute: each is one party or several, in the order in which they were named."""

from __future__ import annotations

from anjie.access.registration import said_of_itself
from anjie.desk.public import Case, Party, parties_of

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


def is_identified(party: Party) -> bool:
    """Whether an ID number is known of a party: in the case, or by the account that acts for him."""
    return bool(party.person.id_mask or (party.account and said_of_itself(party.account).get("id_no")))


def called(party: Party) -> str:
    """A party as sentences name him: 被申请人王五."""
    return f"{party.get_part_display()}{party.person.name}"
