"""Where the parties of a case stand."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from anjie.access.actors import Actor
from anjie.desk.public import DeskDeed, Party, case_for
from anjie.lines.mediation.consent.models import ConsentAnswer
from anjie.lines.mediation.consent.rules import LABELS, Standing, last_clear

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


def consent(actor: Actor, case_id: int) -> dict[str, Any]:
    """Both sides of a case with their last clear answer and every time they were asked, newest first."""
    case = case_for(actor, DeskDeed.CASES_SEE, case_id)
    given = ConsentAnswer.objects.filter(case=case).select_related("by__account")
    return {
        "case_id": case.pk,
        "state": case.state,
        "sides": [
            {
                "party_id": side.party_id,
                "part": side.part,
                "part_label": side.part_label,
                "name": side.name,
                "said": side.said,
                "said_label": LABELS[side.said],
                "at": side.at,
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
        "by": one.by.account.name if one.by else "本人",
        "at": one.at,
    }
