"""Where the parties of a case stand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from anjie.access.actors import Actor
from anjie.desk.public import ContactPoint, DeskDeed, Party, case_for
from anjie.lines.mediation.consent.models import ConsentAnswer
from anjie.lines.mediation.consent.robot_read import robot_by_party
from anjie.lines.mediation.consent.rules import FINAL, LABELS, Standing, last_clear
from anjie.ports.robot import robot

SIDES = (Party.Part.APPLICANT, Party.Part.RESPONDENT)


def standing(case_id: int) -> list[Standing]:
    """Each side of the case with its last clear answer, the applicant first."""
    answers: dict[int, list[tuple[str, datetime]]] = {}
    given = ConsentAnswer.objects.filter(case_id=case_id).order_by("id").values_list("party_id", "said", "at")
    for party_id, said, at in given:
        answers.setdefault(party_id, []).append((said, at))
    found = []
    for party in (
        Party.objects.filter(case_id=case_id, part__in=SIDES).select_related("person").order_by("part")
    ):
        said, when = last_clear(answers.get(party.pk, []))
        found.append(Standing(party.pk, party.part, party.get_part_display(), party.person.name, said, when))
    return found


def said_in(case_ids: Sequence[int]) -> dict[int, dict[str, str]]:
    """The last clear answer of each side of many cases: ``{case: {part: said}}``."""
    found: dict[int, dict[str, str]] = {}
    given = ConsentAnswer.objects.filter(case_id__in=case_ids, said__in=FINAL, party__part__in=SIDES)
    for case_id, part, said in given.order_by("id").values_list("case_id", "party__part", "said"):
        found.setdefault(case_id, {})[part] = said
    return found


def consent(actor: Actor, case_id: int) -> dict[str, Any]:
    """Both sides of a case: last clear answer, phones to call, and every time they were asked, newest first."""
    case = case_for(actor, DeskDeed.CASES_SEE, case_id)
    people = {one.pk: one for one in Party.objects.filter(case=case, part__in=SIDES)}
    phones = list(
        ContactPoint.objects.filter(
            case=case, kind__in=(ContactPoint.Kind.MOBILE, ContactPoint.Kind.PHONE)
        ).order_by("id")
    )
    given = ConsentAnswer.objects.filter(case=case).select_related("by__account")
    asked = robot_by_party(case.pk)
    return {
        "case_id": case.pk,
        "state": case.state,
        "robot_live": robot().live,
        "robot_about": robot().about,
        "sides": [
            {
                "party_id": side.party_id,
                "part": side.part,
                "part_label": side.part_label,
                "name": side.name,
                "said": side.said,
                "said_label": LABELS[side.said],
                "at": side.at,
                "has_account": people[side.party_id].account_id is not None,
                "phones": [
                    {"id": point.pk, "mask": point.mask, "label": point.relation}
                    for point in phones
                    if point.person_id == people[side.party_id].person_id
                ],
                "robot": asked.get(side.party_id),
                "answers": [_answer(one) for one in given if one.party_id == side.party_id],
            }
            for side in standing(case.pk)
        ],
    }


def _answer(one: ConsentAnswer) -> dict[str, Any]:
    return {
        "id": one.pk,
        "party_id": one.party_id,
        "said": one.said,
        "said_label": one.get_said_display(),
        "way_label": one.get_way_display(),
        "note": one.note,
        "by": one.by.account.name if one.by else "" if one.way == ConsentAnswer.Way.ROBOT else "本人",
        "at": one.at,
    }
